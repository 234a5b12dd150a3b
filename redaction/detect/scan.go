package detect

import (
	"math"
)

// longToken is the length in bytes from which a token is shown to the detectors that look at long tokens: the shortest address
// that a wallet can have.
const longToken = 25

// byteKind says what the scan loop does at a byte.
type byteKind uint8

const (
	kindLetter  byteKind = 1 << iota // part of a token
	kindDigit                        // part of a token
	kindTrigger                      // some detector looks at it
)

// asked is a detector among those of a scanner, with the subject of its context words.
type asked struct {
	*Detector
	subject subject
	first   uint32 // bit per size that the first group of digits may have
}

// start is a literal that wakes a detector where a token starts with it.
type start struct {
	literal  string
	escaped  string // literal in JSON and in lower case, if that is different
	fold     bool   // literal is in lower case and stands for any case
	detector asked
}

// Scanner finds the entities of a list of detectors. It is immutable and safe for concurrent use.
type Scanner struct {
	kinds   [256]byteKind
	trigger [256][]asked
	gate    [1 << 16 / 64]uint64 // bit per first two bytes of a token: some start may match
	starts  map[uint16][]start   // by first two bytes
	longest int                  // bytes of a literal

	lineGate   [1 << 16 / 64]uint64 // the same for those that must start a line
	lineStarts map[uint16][]start

	numbers [maxDigits + 1][]asked // those that look at so many digits in all groups together
	codes   []asked
	sized   [maxSizedToken + 1][]asked // by the length of a token that holds a digit and a letter
	long    []asked

	context      map[string]context   // by word, or by two words with a blank between
	unspaced     map[[3]byte][]string // context words in scripts without blanks, by their first character
	subjects     subject
	asked        []subject               // those of Policy.Subjects
	keys         map[string]Entity       // see Detector.Keys
	off          [math.MaxUint8 + 1]bool // by Entity
	placeholders *Placeholders

	lookups
}

// maxSizedToken is the longest that Detector.TokenSizes can name, in bytes.
const maxSizedToken = 40

// NewScanner compiles a policy. Where several detectors could accept the same place, the first in the list does.
func NewScanner(p Policy) *Scanner {
	s := &Scanner{
		starts: map[uint16][]start{}, lineStarts: map[uint16][]start{}, context: map[string]context{}, unspaced: map[[3]byte][]string{},
		keys: map[string]Entity{}, placeholders: p.Placeholders,
	}
	if s.placeholders == nil {
		s.placeholders = NewPlaceholders(nil, nil)
	}
	for b := range s.kinds {
		switch {
		case is(byte(b), digit):
			s.kinds[b] = kindDigit
		case is(byte(b), letter):
			s.kinds[b] = kindLetter
		case s.placeholders.first[b]:
			s.kinds[b] = kindTrigger
		}
	}
	for _, e := range p.Off {
		s.off[e] = true
	}
	for _, w := range notAboutWords {
		of := s.context[w]
		of.add(notAbout)
		s.context[w] = of
	}
	for _, words := range p.Subjects {
		s.asked = append(s.asked, s.addContext(words))
	}
	own := termDetectors(p.Terms)
	for i := range own {
		s.addDetector(&own[i])
	}
	all := All()
	for i := range all {
		if p.selects(&all[i]) {
			s.addDetector(&all[i])
		}
	}
	s.compileTriggers()
	return s
}

func (s *Scanner) addDetector(detector *Detector) {
	d := asked{Detector: detector}
	if len(d.Context) > 0 {
		d.subject = s.addContext(d.Context)
	}
	for _, words := range d.Keys {
		s.keys[words] = d.Entities[0]
	}
	for i := range len(d.Bytes) {
		b := d.Bytes[i]
		s.kinds[b] |= kindTrigger
		s.trigger[b] = append(s.trigger[b], d)
	}
	for _, literal := range d.Starts {
		s.addStart(literal[0], literal[1], start{literal: literal, detector: d})
	}
	for _, literal := range d.LineStarts {
		key := uint16(literal[0])<<8 | uint16(literal[1])
		s.lineGate[key/64] |= 1 << (key % 64)
		s.longest = max(s.longest, len(literal))
		s.lineStarts[key] = append(s.lineStarts[key], start{literal: literal, detector: d})
	}
	for _, w := range d.Words {
		for _, first := range cases(w[0]) {
			for _, second := range cases(w[1]) {
				s.addStart(first, second, start{literal: w, fold: true, detector: d})
			}
		}
	}
	if d.Numbers != nil {
		for count := range s.numbers {
			d.first = 0
			for first := range s.numbers {
				if d.Numbers.fit(first, count) {
					d.first |= 1 << first
				}
			}
			if d.first != 0 {
				s.numbers[count] = append(s.numbers[count], d)
			}
		}
	}
	if d.Codes {
		s.codes = append(s.codes, d)
	}
	for _, size := range d.TokenSizes {
		s.sized[size] = append(s.sized[size], d)
	}
	if d.LongTokens {
		s.long = append(s.long, d)
	}
}

func (s *Scanner) addStart(first, second byte, st start) {
	if escaped := escapeShort(st.literal); escaped != st.literal {
		st.escaped = lowerASCII(escaped)
		if escaped[1] != second && escaped[1] == '\\' {
			s.addGate(first, '\\', st)
		}
	}
	s.addGate(first, second, st)
}

func (s *Scanner) addGate(first, second byte, st start) {
	s.longest = max(s.longest, len(st.literal))
	key := uint16(first)<<8 | uint16(second)
	s.gate[key/64] |= 1 << (key % 64)
	s.starts[key] = append(s.starts[key], st)
}

// cases returns the cases of an ASCII lower-case letter, or the byte itself.
func cases(b byte) []byte {
	if is(b, lower) {
		return []byte{b, b &^ 0x20}
	}
	return []byte{b}
}

// Scan finds the entities in t.Bytes and leaves them in t.Matches. It returns false if the work limit was exceeded; the matches
// are incomplete then.
func (s *Scanner) Scan(t *Text) bool {
	t.reset()
	t.scanner = s
	t.Work += len(t.Bytes)
	t.looks.reset(len(t.Bytes))
	if findKeyedSecret(t) {
		t.From, t.looks.unclear = 0, true
		return t.Work <= t.Limit
	}
	for i := t.From; t.Work <= t.Limit; {
		i = s.skim(t.Bytes, i, &t.skim, &s.inText)
		t.Work += t.skim.Work
		t.skim.Work = 0
		if i >= len(t.Bytes) {
			break
		}
		at, added := i, t.added
		i = s.ask(t, at)
		t.looks.note(t, at, t.added > added, i)
	}
	t.From = 0
	return t.Work <= t.Limit
}

// ask shows the token or the byte at i to the detectors that it may concern, and returns where to go on.
func (s *Scanner) ask(t *Text, i int) int {
	switch kind := s.kinds[t.Bytes[i]]; {
	case kind == 0:
		return i + 1
	case kind == kindTrigger:
		return s.punctuation(t, i)
	}
	end, seen := s.tokenEnd(t.Bytes, i)
	return s.token(t, i, end, seen)
}

// tokenEnd returns the end of the token at i, and what it holds.
func (s *Scanner) tokenEnd(b []byte, i int) (end int, seen byteKind) {
	for end = i; end < len(b) && s.kinds[b[end]]&(kindLetter|kindDigit) != 0; end++ {
		seen |= s.kinds[b[end]]
	}
	return end, seen
}

// gated reports whether the two bytes at i let a literal start there.
func (s *Scanner) gated(b []byte, i int) bool {
	if i+1 >= len(b) {
		return false
	}
	key := uint16(b[i])<<8 | uint16(b[i+1])
	return s.gate[key/64]&(1<<(key%64)) != 0
}

// token shows the token [i, j) of letters and digits to the detectors that it may concern, and returns where to go on.
func (s *Scanner) token(t *Text, i, j int, seen byteKind) int {
	b := t.Bytes
	if startsLine(b, i) {
		for _, st := range s.lineStartsAt(b, i) {
			if st.matches(b[i:]) && st.detector.find(t, i) {
				return t.next
			}
		}
	}
	if s.gated(b, i) {
		for _, st := range s.starts[uint16(b[i])<<8|uint16(b[i+1])] {
			if st.matches(b[i:]) && st.detector.find(t, i) {
				return t.next
			}
		}
	}
	if seen&kindDigit != 0 {
		if s.kinds[b[i]] == kindDigit {
			if s.number(t, i) {
				return t.next
			}
		} else if j-i > 2 && isDigitAt(b, i+2) && !isDigitAt(b, i+1) {
			if s.find(s.codes, t, i) {
				return t.next
			}
		}
	}
	if seen == kindDigit|kindLetter && j-i <= maxSizedToken && s.find(s.sized[j-i], t, i) {
		return t.next
	}
	if j-i >= longToken && s.find(s.long, t, i) {
		return t.next
	}
	return j
}

// lineStartsAt returns the literals that may stand at i if a line starts there.
func (s *Scanner) lineStartsAt(b []byte, i int) []start {
	if i+1 >= len(b) {
		return nil
	}
	key := uint16(b[i])<<8 | uint16(b[i+1])
	if s.lineGate[key/64]&(1<<(key%64)) == 0 {
		return nil
	}
	return s.lineStarts[key]
}

// startsLine reports whether the text or a line starts at i.
func startsLine(b []byte, i int) bool { return i == 0 || is(b[i-1], lineEnd) }

func (st *start) matches(b []byte) bool {
	if st.fold {
		return hasPrefixFold(b, st.literal)
	}
	return len(b) >= len(st.literal) && string(b[:len(st.literal)]) == st.literal
}

// mayMatch is matches for a text that may be the content of a JSON string.
func (st *start) mayMatch(b []byte) bool {
	return st.matches(b) || st.escaped != "" && hasPrefixFold(b, st.escaped)
}

// punctuation shows the trigger byte at i to its detectors, and returns where to go on.
func (s *Scanner) punctuation(t *Text, i int) int {
	if end := t.placeholderEnd(i); end > i {
		t.looks.unclear = true
		return end
	}
	for _, d := range s.trigger[t.Bytes[i]] {
		if d.Next != nil && !d.Next(byteAt(t.Bytes, i+1)) || d.Near != nil && !d.Near(t.Bytes, i) {
			continue
		}
		if t.Work++; d.find(t, i) {
			return t.next
		}
	}
	if t.Bytes[i] == '%' && is(byteAt(t.Bytes, i+1), hex) && is(byteAt(t.Bytes, i+2), hex) {
		return i + 3 // an encoded byte: the token behind it does not start with its digits
	}
	return i + 1
}

// number shows the groups of digits at at to the detectors that may take them.
func (s *Scanner) number(t *Text, at int) bool {
	n := t.number(at)
	for i := range s.numbers[n.count] {
		d := &s.numbers[n.count][i]
		if d.first>>n.size(0)&1 == 0 || d.Numbers.Near != nil && !d.Numbers.Near(t.Bytes, at, n.groups[0].end) {
			continue
		}
		t.Work++
		if d.find(t, at) {
			return true
		}
	}
	return false
}

func (s *Scanner) find(detectors []asked, t *Text, at int) bool {
	for _, d := range detectors {
		t.Work++
		if d.find(t, at) {
			return true
		}
	}
	return false
}

func (d *asked) find(t *Text, at int) bool {
	t.subject = d.subject
	return d.Find(t, at)
}
