package detect

import "bytes"

// isDummy reports whether the value of a key or token only stands in the place of one: a variable ("${TOKEN}", "os.environ[…]"), a
// word such as "your-key", a mask ("****", "xxxxx…"), or hardly any different characters. For passwords, which may well hold such
// words, see [isPasswordDummy].
func isDummy(value []byte) bool {
	if len(value) == 0 || isVariable(value) {
		return true
	}
	looked := value[:min(len(value), maxLooked)]
	for i, c := range looked {
		if i+1 < len(looked) && !dummyPairs.has(c, looked[i+1]) && c != '<' {
			continue
		}
		for _, w := range dummyStarts[c] {
			if hasPrefixFold(looked[i:], w) && (len(w) > shortDummy || !is(w[0], lower) || isWholeWord(looked, i, i+len(w))) {
				return true
			}
		}
	}
	return len(value) >= 12 && !hasDistinct(value, 5)
}

// dummyWords are in lower case. Those of up to shortDummy letters, which random keys hold by chance, count as whole words only.
var dummyWords = []string{
	"xxxxx", "xxxxxx", "****", "....", "your", "example", "placeholder", "redacted", "changeme", "insert", "replace", "todo", "fixme",
	"<", "${", "{{", "process.env", "os.environ", "getenv",
}

const shortDummy = 5

// dummyStarts holds the dummy words by their first byte in either case.
var dummyStarts = indexDummies()

func indexDummies() (t [256][]string) {
	for _, w := range dummyWords {
		for _, c := range cases(w[0]) {
			t[c] = append(t[c], w)
		}
	}
	return t
}

// dummyPairs holds the first two bytes of the dummy words in either case.
var dummyPairs = indexDummyPairs()

func indexDummyPairs() (p pairs) {
	for _, w := range dummyWords {
		for _, first := range cases(w[0]) {
			if len(w) > 1 {
				for _, second := range cases(w[1]) {
					p.add(first, second)
				}
			}
		}
	}
	return p
}

// isWholeWord reports whether b[from:to] is a word: neither side goes on with a letter, but for a capital behind a small letter.
func isWholeWord(b []byte, from, to int) bool {
	if before := byteAt(b, from-1); is(before, letter) && !(is(before, lower) && is(b[from], upper)) {
		return false
	}
	after := byteAt(b, to)
	return !is(after, letter) || is(after, upper) && is(b[to-1], lower)
}

// isVariable reports whether value is the name of a variable or a template: "$NAME", "$name", "${…}", "$(…)", "%NAME%", "%(…)", "%s:%s", "#{…}",
// "{…}", "<…>", "[…]", "*pointer", ":name", or a mask of asterisks. "$ecret123" and "#Hunter2!" are none, nor
// is a colon before random letters.
func isVariable(value []byte) bool {
	switch value[0] {
	case '{', '<', '[', '(':
		return true
	case '$', '%', '#', '*', ':':
	default:
		return false
	}
	rest := value[1:]
	if len(rest) == 0 {
		return true
	}
	switch rest[0] {
	case '{', '(', '<', '[', '*':
		return true
	}
	if value[0] == '%' {
		return rest[len(rest)-1] == '%' || !hasUnwordly(bytes.ReplaceAll(rest, []byte("%"), nil))
	}
	if value[0] == ':' && isRandom(rest) {
		return false
	}
	return !hasUnwordly(rest) || value[0] == '$' && isCapitalName(rest)
}

// isCapitalName reports whether b is a name in capitals, such as "DB2_PASSWORD".
func isCapitalName(b []byte) bool {
	for _, c := range b {
		if classes[c]&(upper|digit|underscore) == 0 {
			return false
		}
	}
	return true
}

// looksRandom reports whether body can be the random part of a key: enough different characters, and no stand-in.
func looksRandom(body []byte) bool {
	if len(body) > maxLooked {
		body = body[:maxLooked]
	}
	return hasDistinct(body, min(8, len(body)/2)) && !isDummy(body)
}

// maxLooked is how many bytes of a secret are looked at to tell it from a stand-in.
const maxLooked = 64

// distinct returns how many different bytes the first maxLooked of b have.
func distinct(b []byte) int {
	if len(b) > maxLooked {
		b = b[:maxLooked]
	}
	var seen [4]uint64
	n := 0
	for _, c := range b {
		if seen[c/64]&(1<<(c%64)) == 0 {
			seen[c/64] |= 1 << (c % 64)
			n++
		}
	}
	return n
}

// hasDistinct reports whether the first maxLooked bytes of b have at least n different ones.
func hasDistinct(b []byte, n int) bool {
	var seen [4]uint64
	for _, c := range b[:min(len(b), maxLooked)] {
		if n <= 0 {
			break
		}
		if seen[c/64]&(1<<(c%64)) == 0 {
			seen[c/64] |= 1 << (c % 64)
			n--
		}
	}
	return n <= 0
}

// hasAny reports whether the first maxLooked bytes of b hold a byte of set.
func hasAny(b []byte, set charset) bool {
	if len(b) > maxLooked {
		b = b[:maxLooked]
	}
	for _, c := range b {
		if is(c, set) {
			return true
		}
	}
	return false
}
