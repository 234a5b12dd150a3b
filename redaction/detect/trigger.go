package detect

import (
	"fmt"
	"slices"
	"strings"
)

// What [Scanner.skim] looks for, compiled from the detectors of a scanner.

// action says what skim does at a byte that stops it.
type action uint8

const (
	actNone action = iota
	actSign        // a detector looks at the key before it
	actLetter
	actDigit
	actEnd
	actLine // behind it, a line starts
	actRune // a character starts that may not be plain
)

// lookups are the tables of skim.
type lookups struct {
	inText, inJSON   reading
	inPlain          reading // of a text that may need folding
	patterns         []pattern
	triples          tripleSet             // three bytes in a row that stand for a literal
	pairs            pairs                 // a byte that triggers, with a byte behind it with which a detector may accept
	asks             byteSet               // bytes that trigger, or start a placeholder
	least            [maxDigits + 1]uint8  // digits that a number has, by the size of its first group
	nearby           []*Digits             // those with Near, 64 at most
	near             [maxDigits + 1]uint64 // bit per index of nearby, by the same size
	nearNext         [256]uint64           // the same by the byte behind the first group
	looksBack        bool                  // some of nearby LooksBack
	passesDates      bool                  // no detector of numbers takes a date
	passesEscapes    bool                  // nothing to look for holds a character other than ASCII
	signsInLiterals  bool                  // some literal holds a sign that folding makes of others
	startsWithNumber bool                  // some literal starts with a token of digits
	keyEnds          tripleSet             // the last bytes of the words in keys
	wordEnds         tripleSet             // these, and those of the types that skipType skips
	shortKeys        bool                  // some key ends with a word that is shorter than those
}

// compileTriggers fills the tables of skim once all detectors are added.
func (s *Scanner) compileTriggers() {
	for c := range s.kinds {
		switch b := byte(c); {
		case is(b, digit):
			s.inText.actions[b] = actDigit
		case is(b, letter):
			s.inText.actions[b] = actLetter
		case s.kinds[b] == kindTrigger:
			s.asks[b] = true
			s.addTriggerByte(b)
		}
	}
	s.addLiterals()
	for _, c := range []byte(unitStarts) {
		s.pairs.addIf(c, func(next byte) bool { return startsUnit(c, next) })
	}
	s.pairs.add(dataURIMark[0], dataURIMark[1])
	if len(s.lineStarts.lists) > 0 {
		s.inText.actions['\n'], s.inText.actions['\r'] = actLine, actLine
	}
	for size := range s.least {
		s.least[size] = noNumber
		for count := range s.numbers {
			s.addNumbers(size, count)
		}
	}
	s.passesDates = true
	for _, gap := range " -.()/+" {
		date := fmt.Sprintf("2024%c05%c12 ", gap, gap)
		s.passesDates = s.passesDates && !s.isNumber([]byte(date), 0, 4, &Skim{})
	}
	for _, keys := range []map[string]Entity{wholeKeys, dottedKeys, s.keys} {
		for key := range keys {
			s.addKeyEnd(key)
		}
	}
	for _, words := range [][]string{secretWords, qualifiers} {
		for _, word := range words {
			s.addKeyEnd(word)
		}
	}
	s.addKeyEnd(valueKey)
	s.wordEnds = s.keyEnds
	for _, name := range typeNames {
		s.wordEnds.addPrefix(name[len(name)-3:])
	}
	s.compileJSON()
}

// compileJSON derives how the content of a JSON string is read.
func (s *Scanner) compileJSON() {
	s.inJSON, s.inPlain = s.inText, s.inText
	for c := range s.inJSON.actions {
		switch {
		case c < 0x20:
			s.inJSON.actions[c] = actEnd
		case c >= 0x80 && !isPlainLead(byte(c)):
			s.inJSON.actions[c], s.inPlain.actions[c] = actRune, actRune
		}
	}
	s.inJSON.actions['"'], s.inJSON.json = actEnd, true
	for _, c := range [...]byte{0, 0x1B, '\\'} {
		s.inPlain.actions[c] = actEnd
	}
	for c := range s.pairs {
		for _, escaped := range append([]byte(shortEscapes), otherEscaped) {
			if s.pairs.has(byte(c), escaped) {
				s.pairs.add(byte(c), '\\')
			}
		}
	}
	s.compileShapes()
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
		s.pairs.addIf(c, func(next byte) bool { return s.placeholders.starts.has(c, next) })
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
	s.looksBack = s.looksBack || d.LooksBack
	for c := range s.nearNext {
		if d.Next == nil || d.Next(byte(c)) {
			s.nearNext[c] |= 1 << i
		}
	}
	return i
}
