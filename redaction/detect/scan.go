package detect

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

// start is a literal that wakes a detector where a token starts with it.
type start struct {
	literal  string
	fold     bool // literal is in lower case and stands for any case
	detector *Detector
}

// Scanner finds the entities of a list of detectors. It is immutable and safe for concurrent use.
type Scanner struct {
	kinds   [256]byteKind
	trigger [256][]*Detector
	gate    [1 << 16 / 64]uint64 // bit per first two bytes of a token: some start may match
	starts  map[uint16][]start   // by first two bytes
	numbers []*Detector
	codes   []*Detector
	long    []*Detector
}

// NewScanner compiles detectors. Where several could accept the same place, the first in the list does.
func NewScanner(detectors []Detector) *Scanner {
	s := &Scanner{starts: map[uint16][]start{}}
	for b := range s.kinds {
		switch {
		case is(byte(b), digit):
			s.kinds[b] = kindDigit
		case is(byte(b), letter):
			s.kinds[b] = kindLetter
		}
	}
	s.kinds['<'] = kindTrigger // placeholders
	for i := range detectors {
		s.addDetector(&detectors[i])
	}
	return s
}

func (s *Scanner) addDetector(d *Detector) {
	for i := range len(d.Bytes) {
		b := d.Bytes[i]
		s.kinds[b] |= kindTrigger
		s.trigger[b] = append(s.trigger[b], d)
	}
	for _, literal := range d.Starts {
		s.addStart(literal[0], literal[1], start{literal: literal, detector: d})
	}
	for _, w := range d.Words {
		for _, first := range cases(w[0]) {
			for _, second := range cases(w[1]) {
				s.addStart(first, second, start{literal: w, fold: true, detector: d})
			}
		}
	}
	if d.Numbers {
		s.numbers = append(s.numbers, d)
	}
	if d.Codes {
		s.codes = append(s.codes, d)
	}
	if d.LongTokens {
		s.long = append(s.long, d)
	}
}

func (s *Scanner) addStart(first, second byte, st start) {
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
	t.Work += len(t.Bytes)
	b := t.Bytes
	for i := 0; i < len(b); {
		kind := s.kinds[b[i]]
		if kind&(kindLetter|kindDigit) != 0 {
			seen, j := kind, i+1
			for j < len(b) && s.kinds[b[j]]&(kindLetter|kindDigit) != 0 {
				seen |= s.kinds[b[j]]
				j++
			}
			if seen&kindDigit == 0 && j-i < longToken && !s.gated(b, i) {
				i = j
				continue
			}
			i = s.token(t, i, j, seen)
		} else if kind&kindTrigger != 0 {
			i = s.punctuation(t, i)
		} else {
			i++
			continue
		}
		if t.Work > t.Limit {
			return false
		}
	}
	return t.Work <= t.Limit
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
	if s.gated(b, i) {
		for _, st := range s.starts[uint16(b[i])<<8|uint16(b[i+1])] {
			if st.matches(b[i:]) && st.detector.Find(t, i) {
				return t.next
			}
		}
	}
	if seen&kindDigit != 0 {
		if s.kinds[b[i]] == kindDigit {
			if s.find(s.numbers, t, i) {
				return t.next
			}
		} else if j-i > 2 && isDigitAt(b, i+2) && !isDigitAt(b, i+1) {
			if s.find(s.codes, t, i) {
				return t.next
			}
		}
	}
	if j-i >= longToken && s.find(s.long, t, i) {
		return t.next
	}
	return j
}

func (st *start) matches(b []byte) bool {
	if st.fold {
		return hasPrefixFold(b, st.literal)
	}
	return len(b) >= len(st.literal) && string(b[:len(st.literal)]) == st.literal
}

// punctuation shows the trigger byte at i to its detectors, and returns where to go on.
func (s *Scanner) punctuation(t *Text, i int) int {
	if end := PlaceholderEnd(t.Bytes, i); end > i {
		return end
	}
	if s.find(s.trigger[t.Bytes[i]], t, i) {
		return t.next
	}
	if t.Bytes[i] == '%' && is(byteAt(t.Bytes, i+1), hex) && is(byteAt(t.Bytes, i+2), hex) {
		return i + 3 // an encoded byte: the token behind it does not start with its digits
	}
	return i + 1
}

func (s *Scanner) find(detectors []*Detector, t *Text, at int) bool {
	for _, d := range detectors {
		t.Work++
		if d.Find(t, at) {
			return true
		}
	}
	return false
}
