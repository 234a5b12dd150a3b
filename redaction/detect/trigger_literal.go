package detect

import (
	"slices"
	"strings"
)

// How [Scanner.skim] finds literals that wake a detector: by three bytes that are rare in text.

// addLiterals sees to it that all literals are found, and notes what they hold.
func (s *Scanner) addLiterals() {
	s.passesEscapes = true
	for c := 0x80; c < len(s.trigger); c++ {
		s.passesEscapes = s.passesEscapes && len(s.trigger[c]) == 0
	}
	for _, list := range s.lineStarts {
		for _, st := range list {
			s.noteSigns(st.literal)
		}
	}
	for _, list := range s.starts {
		for _, st := range list {
			s.noteSigns(st.literal)
			s.addLiteral(st)
		}
	}
}

// noteSigns notes whether a literal holds a sign that folding makes of others, and characters other than ASCII.
func (s *Scanner) noteSigns(literal string) {
	s.signsInLiterals = s.signsInLiterals || strings.ContainsAny(literal, "'\",!?()")
	s.passesEscapes = s.passesEscapes && !strings.ContainsFunc(literal, func(r rune) bool { return r >= 0x80 })
}

// addLiteral sees to it that a literal is found.
func (s *Scanner) addLiteral(st start) {
	s.addTriple(st.literal, st.fold)
	if st.escaped != "" {
		s.addTriple(st.escaped, true)
	}
}

// addTriple adds the rarest three bytes of a literal, the first of which is in its first word. Where it is shorter, anything may follow.
func (s *Scanner) addTriple(literal string, fold bool) {
	size, isNumber := 0, true
	for size < len(literal) && is(literal[size], alnum) {
		isNumber = isNumber && is(literal[size], digit)
		size++
	}
	s.startsWithNumber = s.startsWithNumber || size > 0 && isNumber
	if size > 0 && hasDigit(literal[:size]) {
		return // skim looks at each word with a digit
	}
	var rarest pattern
	at, least := 0, 0.0
	for i := 0; i < size && (i == 0 || i+len(rarest) <= len(literal)); i++ {
		p := patternOf(literal[i:], fold)
		if w := p.weight(); i == 0 || w < least {
			rarest, at, least = p, i, w
		}
	}
	s.patterns = append(s.patterns, rarest)
	s.triples.addPrefix(literal[at:])
}

// patternOf returns the pattern of the first three bytes of a literal.
func patternOf(literal string, fold bool) (p pattern) {
	for i := range p {
		if i >= len(literal) {
			p[i] = anyByte
			continue
		}
		p[i].add(literal[i])
		if fold {
			for _, c := range cases(literal[i]) {
				p[i].add(c)
			}
		}
	}
	return p
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if is(s[i], digit) {
			return true
		}
	}
	return false
}

// compileShape fills the shape of a reading.
func (s *Scanner) compileShape(r *reading) {
	var stop, gap, short byteSet
	patterns := slices.Clone(s.patterns)
	if len(s.long) > 0 { // see Detector.LongTokens
		patterns = append(patterns, pattern{productOf(isLower), productOf(isUpper), anyByte})
	}
	for c := range stop {
		b := byte(c)
		next, count := s.pairs.behind(b)
		switch r.actions[c] {
		case actSign, actEnd, actLine, actRune:
			stop[c] = true
		default:
			switch {
			case count == 0:
			case isCommonSign(b):
				var sign product
				sign.add(b)
				patterns = append(patterns, pattern{sign, next, anyByte})
			default:
				stop[c] = true
			}
		}
		gap[c] = isNumberGap(b)
		short[c] = isShortEscape(b) && (len(s.lineStarts) == 0 || b != 'n' && b != 'r')
	}
	r.shape = newShape(&stop, &gap, &short, patterns)
}

func isLower(c byte) bool { return is(c, lower) }
func isUpper(c byte) bool { return is(c, upper) }

// isCommonSign reports whether text has so many of c that it is worth a pattern of its own what stands behind it.
func isCommonSign(c byte) bool { return c == '-' || c == '.' || c == ',' || c == ' ' }
