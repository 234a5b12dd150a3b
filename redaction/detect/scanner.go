package detect

import "math"

// How a policy is compiled into what [Scanner.Scan] asks.

// asked is a detector among those of a scanner, with the subject of its context words.
type asked struct {
	*Detector
	subject subject
	first   uint32 // bit per size that the first group of digits may have
}

// Scanner finds the entities of a list of detectors. It is immutable and safe for concurrent use.
type Scanner struct {
	kinds   [256]byteKind
	trigger [256][]asked
	starts  literals
	longest int // bytes of a literal

	lineStarts literals // those that must start a line

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
		context: map[string]context{}, unspaced: map[[3]byte][]string{},
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
		s.longest = max(s.longest, len(literal))
		st := start{literal: literal, detector: d}
		if escaped := escapeShort(literal); escaped != literal {
			st.escaped = lowerASCII(escaped)
		}
		s.lineStarts.add(literal[0], literal[1], st)
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
	s.starts.add(first, second, st)
}

// cases returns the cases of an ASCII lower-case letter, or the byte itself.
func cases(b byte) []byte {
	if is(b, lower) {
		return []byte{b, b &^ 0x20}
	}
	return []byte{b}
}
