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
	for _, c := range []byte(foldedSigns) { // a term that starts with one
		s.signsInLiterals = s.signsInLiterals || slices.ContainsFunc(s.trigger[c], func(d asked) bool { return d.Next == nil && d.Near == nil })
	}
	for _, list := range s.lineStarts.lists {
		for _, st := range list {
			s.noteSigns(st.literal)
		}
	}
	for _, list := range s.starts.lists {
		for _, st := range list {
			s.noteSigns(st.literal)
			s.addLiteral(st)
		}
	}
}

// foldedSigns are what folding makes of the signs that passesFolded passes over.
const foldedSigns = "'\",.!?()-"

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
		w := p.weight()
		if isFrequent(literal[i:]) {
			w *= 16
		}
		if i == 0 || w < least {
			rarest, at, least = p, i, w
		}
	}
	s.patterns = append(s.patterns, rarest)
	s.triples.addPrefix(literal[at:])
}

// frequent are three letters of which text has far more than the letters by themselves would make.
var frequent = []string{"com", "con", "cur", "din", "ent", "ing", "int", "ion", "par", "per", "pre", "pro", "rep", "res", "sta", "ter", "tra", "ver"}

func isFrequent(literal string) bool {
	return len(literal) >= 3 && slices.Contains(frequent, literal[:3])
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

// compileShapes fills the shapes of all readings. They stop at the same patterns: what is possible in one of them only is looked at in vain
// in the others.
func (s *Scanner) compileShapes() {
	patterns := slices.Clone(s.patterns)
	if len(s.long) > 0 { // see Detector.LongTokens
		patterns = append(patterns, pattern{productOf(isLower), productOf(isUpper), anyByte})
	}
	for _, c := range []byte(commonSigns) {
		if next, count := s.pairs.behind(c); count > 0 && s.inText.actions[c] != actSign {
			var sign product
			sign.add(c)
			patterns = append(patterns, pattern{sign, next, anyByte})
		}
	}
	buckets := bucketsOf(patterns)
	for _, r := range [...]*reading{&s.inText, &s.inPlain, &s.inJSON} {
		s.compileShape(r, buckets)
	}
}

// compileShape fills the shape of a reading.
func (s *Scanner) compileShape(r *reading, buckets []bucket) {
	var stop, gap, short byteSet
	for c := range stop {
		b := byte(c)
		switch r.actions[c] {
		case actSign, actEnd, actLine, actRune:
			stop[c] = true
		default:
			_, count := s.pairs.behind(b)
			stop[c] = count > 0 && strings.IndexByte(commonSigns, b) < 0
		}
		gap[c] = isNumberGap(b)
		r.unplain[c] = r.actions[c] == actEnd || r.actions[c] == actRune || strings.IndexByte(unitStarts, b) >= 0 || b == dataURIMark[0]
		short[c] = isShortEscape(b) && !s.asks[escapedByte(b)] && (len(s.lineStarts.lists) == 0 || b != 'n' && b != 'r')
	}
	r.shape = newShape(&stop, &gap, &short, buckets)
}

// commonSigns are those of which text has so many that it is worth a pattern of its own what stands behind them.
const commonSigns = "-., "

func isLower(c byte) bool { return is(c, lower) }
func isUpper(c byte) bool { return is(c, upper) }
