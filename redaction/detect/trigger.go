package detect

import (
	"slices"
	"strings"
)

// What [Scanner.skim] looks for, compiled from the detectors of a scanner.

// action says what skim does at a byte that stops it.
type action uint8

const (
	actNone   action = iota
	actAnchor        // the first sign of a literal that wakes a detector
	actSign          // a detector looks at the key before it
	actLetter
	actDigit
	actEscape
	actEnd
	actLine // behind it, a line starts
	actRune // a character starts that may not be plain
)

// lookups are the tables of skim.
type lookups struct {
	inText, inJSON reading
	pairs          pairs // a byte that triggers, with a byte behind it with which a detector may accept
	// placeholderPairs are those with which a placeholder may start.
	placeholderPairs pairs
	lone             [256]bool             // letters that are words of a literal
	rarePairs        pairs                 // two letters in a row that stand for a literal; looked at as the first of two
	rareBefore       tripleSet             // those with the letter before: see letterTriple
	rareBehind       tripleSet             // those with the letter behind
	least            [maxDigits + 1]uint8  // digits that a number has, by the size of its first group
	nearby           []*Digits             // those with Near, 64 at most
	near             [maxDigits + 1]uint64 // bit per index of nearby, by the same size
	nearNext         [256]uint64           // the same by the byte behind the first group
	anchors          map[uint16][]anchor   // by triple of the sign and what stands before it
	anchorPairs      pairs                 // the first sign of a literal with what may stand behind it
	before           tripleSet             // a sign with what may stand before it: the start of a literal, the end of a key
	numeric          [256]numeric
	keyEnds          tripleSet // the last bytes of the words in keys
	shortKeys        bool      // some key ends with a word that is shorter than those
}

// anchor is a literal and where in it its first sign stands.
type anchor struct {
	start
	offset int
}

// pairs is a set of pairs of bytes.
type pairs [256][4]uint64

func (p *pairs) add(first, second byte) { p[first][second/64] |= 1 << (second % 64) }

// addIf adds first with each byte that next accepts; with all if next is nil.
func (p *pairs) addIf(first byte, next func(byte) bool) {
	for c := range 256 {
		if next == nil || next(byte(c)) {
			p.add(first, byte(c))
		}
	}
}

func (p *pairs) has(first, second byte) bool { return p[first][second/64]>>(second%64)&1 == 1 }

// tripleSet is a set of three bytes, of which the lower five bits count: letters in any case, and some signs.
type tripleSet [1 << 15 / 64]uint64

func triple(a, b, c byte) uint16 {
	return uint16(a&31)<<10 | uint16(b&31)<<5 | uint16(c&31)
}

func (t *tripleSet) add(k uint16)      { t[k/64] |= 1 << (k % 64) }
func (t *tripleSet) has(k uint16) bool { return t[k/64]>>(k%64)&1 == 1 }

// shortEscapes are the bytes whose escapes in JSON skim passes over.
const shortEscapes = "\n\t\r\""

// escapeShort writes them as JSON does.
func escapeShort(s string) string {
	return strings.NewReplacer("\n", `\n`, "\t", `\t`, "\r", `\r`, `"`, `\"`).Replace(s)
}

// compileTriggers fills the tables of skim once all detectors are added.
func (s *Scanner) compileTriggers() {
	s.anchors = map[uint16][]anchor{}
	for c := range s.kinds {
		switch b := byte(c); {
		case is(b, digit):
			s.inText.actions[b] = actDigit
		case is(b, letter):
			s.inText.actions[b] = actLetter
		case s.kinds[b] == kindTrigger:
			s.addTriggerByte(b)
		}
	}
	for _, list := range s.starts {
		for _, st := range list {
			s.addLiteral(st)
		}
	}
	for _, c := range []byte("%&=[") {
		s.pairs.addIf(c, func(next byte) bool { return startsUnit(c, next) })
	}
	s.pairs.add(dataURIMark[0], dataURIMark[1])
	if len(s.lineStarts) > 0 {
		s.inText.actions['\n'], s.inText.actions['\r'] = actLine, actLine
	}
	for size := range s.least {
		s.least[size] = noNumber
		for count := range s.numbers {
			s.addNumbers(size, count)
		}
	}
	for _, keys := range []map[string]Entity{wholeKeys, dottedKeys, s.keys} {
		for key := range keys {
			s.addKeyEnd(key)
		}
	}
	for _, word := range secretWords {
		s.addKeyEnd(word)
	}
	for c, act := range s.inText.actions {
		if act == actSign {
			s.addBefore(byte(c))
		}
		s.numeric[c] = numericOf(byte(c))
	}
	s.compileJSON()
}

// compileJSON derives how the content of a JSON string is read.
func (s *Scanner) compileJSON() {
	s.inJSON = s.inText
	for c := range s.inJSON.actions {
		switch {
		case c < 0x20:
			s.inJSON.actions[c] = actEnd
		case c >= 0x80 && !isPlainLead(byte(c)):
			s.inJSON.actions[c] = actRune
		}
	}
	s.inJSON.actions['"'], s.inJSON.actions['\\'] = actEnd, actEscape
	s.compileTable(&s.inText)
	for c := range s.pairs {
		for _, escaped := range []byte(shortEscapes) {
			if s.pairs.has(byte(c), escaped) {
				s.pairs.add(byte(c), '\\')
			}
		}
	}
	s.compileTable(&s.inJSON)
}

// addTriggerByte adds what may follow the byte c, which triggers a detector or starts a placeholder.
func (s *Scanner) addTriggerByte(c byte) {
	for _, d := range s.trigger[c] {
		if d.AfterKey {
			s.inText.actions[c] = actSign
			continue
		}
		s.pairs.addIf(c, d.Next)
	}
	if s.placeholders.first[c] {
		mayStart := func(next byte) bool { return next == '\\' || s.placeholders.mayStart(c, next) }
		s.pairs.addIf(c, mayStart)
		s.placeholderPairs.addIf(c, mayStart)
	}
}

// addLiteral sees to it that a literal is found.
func (s *Scanner) addLiteral(st start) {
	lit := st.literal
	sign := 0
	for sign < len(lit) && is(lit[sign], letter) {
		if sign > 0 && is(lit[sign], upper) {
			return // found by its capital
		}
		sign++
	}
	if sign < len(lit) && is(lit[sign], digit) {
		return // found by its digit
	}
	if sign < len(lit) && lit[sign] > ' ' && lit[sign] < 0x7f && strings.IndexByte(",\"\\", lit[sign]) < 0 {
		s.addAnchor(anchor{st, sign})
		return
	}
	switch {
	case is(lit[0], upper) && !st.fold, sign == 1: // the letter itself is rare, or all that there is
		for _, c := range cases(lowerByte(lit[0])) {
			s.lone[c] = s.lone[c] || c == lit[0] || st.fold
		}
		return
	}
	s.addRarePair(st, sign, 0) // a text is read two bytes at a time, from an even or an odd offset of the word
	s.addRarePair(st, sign, 1)
}

// addRarePair adds the rarest pair of bytes of a literal, at an even or at an odd offset, whose first one is among its first letters, of
// which there are two or more.
func (s *Scanner) addRarePair(st start, letters, from int) {
	lit := st.literal
	rarest, least := from, 1<<30
	for i := from; i < letters && i+1 < len(lit); i += 2 {
		if f := pairFrequency(lit[i], lit[i+1]); f < least {
			rarest, least = i, f
		}
	}
	firsts := []byte{lit[rarest]}
	if st.fold {
		firsts = cases(lit[rarest])
	}
	for _, first := range firsts {
		s.rarePairs.addIf(first, func(second byte) bool {
			if rarest+1 == len(lit) {
				return true
			}
			next := lit[rarest+1]
			return second == next || st.fold && lowerByte(second) == next || !is(next, letter) && second == '\\'
		})
	}
	before := byte(0) // no letter, as a token starts there
	if rarest > 0 {
		before = lit[rarest-1]
	}
	s.rareBefore.addLetters(before, lit[rarest:])
	s.rareBehind.addLetters(lit[rarest], lit[rarest+1:])
}

// letterTriple is triple for three bytes of which only those count that are letters, in any case.
func letterTriple(a, b, c byte) uint16 { return letterBits[a]<<10 | letterBits[b]<<5 | letterBits[c] }

var letterBits = func() (t [256]uint16) {
	for c := range t {
		if is(byte(c), letter) {
			t[c] = uint16(c & 31)
		}
	}
	return t
}()

// addLetters adds a with the first two bytes of b; where it is shorter, with any.
func (t *tripleSet) addLetters(a byte, b string) {
	for second := range byte(32) {
		for third := range byte(32) {
			if (len(b) < 1 || second == byte(letterBits[b[0]])) && (len(b) < 2 || third == byte(letterBits[b[1]])) {
				t.add(letterBits[a]<<10 | uint16(second)<<5 | uint16(third))
			}
		}
	}
}

// pairFrequency ranks pairs of letters by how often they occur in text, the rarest lowest: as their letters do, but for the commonest pairs.
func pairFrequency(first, second byte) int {
	const common = "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le"
	f := frequency(first) * frequency(second)
	if strings.Contains(common, string([]byte{first, second})) {
		f *= 4
	}
	return f
}

// frequency ranks letters by how often they occur in text, the rarest lowest.
func frequency(c byte) int {
	const rarestFirst = "zqxjkvbpygfwmucldrhsnioate"
	switch {
	case c == ' ':
		return len(rarestFirst) + 1
	case !is(c, lower):
		return 1
	}
	return 1 + strings.IndexByte(rarestFirst, c)
}

func (s *Scanner) addAnchor(a anchor) {
	c := a.literal[a.offset]
	if s.inText.actions[c] == actNone {
		s.inText.actions[c] = actAnchor
	}
	s.anchorPairs.addIf(c, func(next byte) bool {
		if a.offset+1 == len(a.literal) {
			return a.fold || !is(next, blank|lineEnd)
		}
		return next == '\\' || lowerByte(next) == lowerByte(a.literal[a.offset+1])
	})
	from, to := byte(0), byte(31)
	if a.offset > 1 {
		from, to = a.literal[a.offset-2]&31, a.literal[a.offset-2]&31
	}
	for first := from; first <= to; first++ {
		key := triple(first, a.literal[a.offset-1], c)
		s.before.add(key)
		s.anchors[key] = append(s.anchors[key], a)
	}
}

// addBefore adds the letters at the end of a key that may stand before the sign c.
func (s *Scanner) addBefore(c byte) {
	for k := range 1 << 15 {
		if s.shortKeys || s.keyEnds.has(uint16(k)) {
			s.before.add(triple(byte(k>>5), byte(k), c))
		}
	}
}

// addKeyEnd adds the last letters of the last word of a key.
func (s *Scanner) addKeyEnd(key string) {
	n := len(key)
	switch n - 1 - strings.LastIndexAny(key, " .") {
	case 0, 1:
		s.shortKeys = true
		return
	case 2:
		for before := range byte(32) {
			s.keyEnds.add(triple(before, key[n-2], key[n-1]))
		}
		return
	}
	s.keyEnds.add(triple(key[n-3], key[n-2], key[n-1]))
}

// addNumbers adds the detectors of numbers of count digits, of which size are in the first group.
func (s *Scanner) addNumbers(size, count int) {
	for i := range s.numbers[count] {
		d := &s.numbers[count][i]
		switch {
		case d.first>>size&1 == 0:
		case d.Numbers.Near == nil:
			s.least[size] = min(s.least[size], uint8(count))
		default:
			s.near[size] |= 1 << s.addNearby(d.Numbers)
		}
	}
}

// addNearby returns the index of d in s.nearby, where it is put if it is not there.
func (s *Scanner) addNearby(d *Digits) int {
	if i := slices.Index(s.nearby, d); i >= 0 {
		return i
	}
	i := len(s.nearby)
	s.nearby = append(s.nearby, d)
	for c := range s.nearNext {
		if d.Next == nil || d.Next(byte(c)) {
			s.nearNext[c] |= 1 << i
		}
	}
	return i
}
