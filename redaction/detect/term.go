package detect

import (
	"slices"
	"unicode/utf8"
)

// Term is a text of the user's that is always found. Text has at least two bytes, no blank at either end, and is in the form that the
// detectors read.
type Term struct {
	Text   string
	Entity Entity
}

// termDetectors makes one detector for each entity of terms.
func termDetectors(terms []Term) []Detector {
	byEntity := map[Entity]int{} // index in list
	var list []Detector
	for _, term := range terms {
		k, ok := byEntity[term.Entity]
		if !ok {
			k = len(list)
			byEntity[term.Entity] = k
			list = append(list, Detector{Entities: []Entity{term.Entity}})
		}
		d := &list[k]
		text := lowerASCII(term.Text)
		if is(text[0], alnum) {
			if word := firstWord(text); !slices.Contains(d.Words, word) {
				d.Words = append(d.Words, word)
			}
		} else if !containsByte(d.Bytes, text[0]) {
			d.Bytes += text[:1]
		}
	}
	for k := range list {
		list[k].Find = termFinder(terms, list[k].Entities[0])
	}
	return list
}

// firstWord returns the first two bytes of a term or more, up to a blank: what stands behind may be written with other blanks.
func firstWord(text string) string {
	i := 2
	for i < len(text) && text[i] != ' ' {
		i++
	}
	if text[1] == ' ' {
		return text[:1] + " "
	}
	return text[:i]
}

// termFinder returns the Find of the terms of one entity. Of several terms that match, the longest does.
func termFinder(terms []Term, e Entity) func(t *Text, at int) bool {
	byStart := map[[2]byte][]string{}
	for _, term := range terms {
		if term.Entity == e {
			text := lowerASCII(term.Text)
			key := [2]byte{text[0], text[1]}
			byStart[key] = append(byStart[key], text)
		}
	}
	return func(t *Text, at int) bool {
		b := t.Bytes
		if at+1 >= len(b) || isInsideWord(b, at) {
			return false
		}
		end := 0
		for _, text := range byStart[[2]byte{lowerByte(b[at]), lowerByte(b[at+1])}] {
			end = max(end, termEnd(b, at, text))
			t.Work += len(text) / 4
		}
		return end > 0 && t.add(e, at, end, end)
	}
}

// termEnd returns the end of text at at, which is in lower case, 0 if it does not stand there as whole words.
func termEnd(b []byte, at int, text string) int {
	i := at
	for k := range len(text) {
		if text[k] == ' ' {
			if classes[byteAt(b, i)]&(blank|lineEnd) == 0 {
				return 0
			}
			for i < len(b) && classes[b[i]]&(blank|lineEnd) != 0 {
				i++
			}
			continue
		}
		if i >= len(b) || lowerByte(b[i]) != text[k] {
			return 0
		}
		i++
	}
	if isInsideWord(b, i) {
		return 0
	}
	return i
}

// isInsideWord reports whether a word goes on from before i to behind it. In a script without blanks between words it may end anywhere.
func isInsideWord(b []byte, i int) bool {
	if i <= 0 || i >= len(b) || !isWordByte(b[i-1]) || !isWordByte(b[i]) {
		return false
	}
	before := i - 1
	for before > 0 && i-before < utf8.UTFMax && !utf8.RuneStart(b[before]) {
		before--
	}
	return !isUnspacedAt(b, before) && !isUnspacedAt(b, i)
}

// isUnspacedAt reports whether the character at i is one of three bytes, as [isUnspaced] says, and no letter of the Latin or Greek script
// (U+1E00 to U+1FFF).
func isUnspacedAt(b []byte, i int) bool {
	return isUnspaced(b[i]) && !(b[i] == 0xE1 && byteAt(b, i+1) >= 0xB8)
}

func isWordByte(c byte) bool { return is(c, alnum|highByte) }

func lowerASCII(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] = lowerByte(b[i])
	}
	return string(b)
}

func containsByte(s string, c byte) bool {
	for i := range len(s) {
		if s[i] == c {
			return true
		}
	}
	return false
}
