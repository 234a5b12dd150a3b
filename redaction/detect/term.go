package detect

import (
	"slices"
	"sort"
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
	byEntity, words := map[Entity]int{}, map[Term]bool{} // index in list; the first words that an entity has
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
			if word := firstWord(text); !words[Term{word, term.Entity}] {
				words[Term{word, term.Entity}] = true
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

// termFinder returns the Find of the terms of one entity. Of several terms that match, the longest does. Their number costs little: what
// stands at a place is compared with all of them at once, byte by byte, as long as some begin so.
func termFinder(terms []Term, e Entity) func(t *Text, at int) bool {
	var texts []string
	for _, term := range terms {
		if term.Entity == e {
			texts = append(texts, lowerASCII(term.Text))
		}
	}
	slices.Sort(texts)
	texts = slices.Compact(texts)
	return func(t *Text, at int) bool {
		if isInsideWord(t.Bytes, at) {
			return false
		}
		end, work := longestTerm(texts, t.Bytes, at)
		t.Work += work
		return end > 0 && t.add(e, at, end, end)
	}
}

// longestTerm returns where the longest of texts ends, which are sorted and in lower case, that stands at at as whole words, 0 if none does;
// and how many bytes it looked at. A blank in a text is one or more blanks or line ends in b.
func longestTerm(texts []string, b []byte, at int) (end, work int) {
	i := at
	for size := 0; len(texts) > 0; size++ { // texts are those that begin with what was read, the shortest first
		if len(texts[0]) == size && size > 0 && !isInsideWord(b, i) {
			end = i
		}
		if i >= len(b) {
			break
		}
		c := lowerByte(b[i])
		i++
		if classes[c]&(blank|lineEnd) != 0 {
			c = ' '
			for i < len(b) && classes[b[i]]&(blank|lineEnd) != 0 {
				i++
			}
		}
		texts = withNext(texts, size, c)
	}
	return end, i - at
}

// withNext returns those of texts, which are sorted and begin alike in size bytes, that go on with c.
func withNext(texts []string, size int, c byte) []string {
	from := sort.Search(len(texts), func(i int) bool { return len(texts[i]) > size && texts[i][size] >= c })
	texts = texts[from:]
	return texts[:sort.Search(len(texts), func(i int) bool { return texts[i][size] > c })]
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
