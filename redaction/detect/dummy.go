package detect

// isDummy reports whether value only stands in the place of a secret: a variable ("${TOKEN}", "os.environ[…]"), a word such as
// "your-key", a mask ("****", "xxxx…"), or hardly any different characters.
func isDummy(value []byte) bool {
	if len(value) == 0 {
		return true
	}
	switch value[0] {
	case '$', '{', '<', '[', '*', '%', '(', '#':
		return true
	}
	for _, word := range dummyWords {
		if containsFold(value, word) {
			return true
		}
	}
	return len(value) >= 12 && distinct(value) < 5
}

// dummyWords are in lower case.
var dummyWords = []string{
	"xxxx", "****", "....", "your", "example", "placeholder", "redacted", "changeme", "insert", "replace", "todo", "fixme",
	"<", "${", "{{", "process.env", "os.environ", "getenv",
}

// looksRandom reports whether body can be the random part of a key: no stand-in, enough different characters, and a digit among
// them where their alphabet has digits and so many letters in a row would be words.
func looksRandom(body []byte) bool {
	if len(body) > maxLooked {
		body = body[:maxLooked]
	}
	return !isDummy(body) && distinct(body) >= min(8, len(body)/2)
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

// containsFold reports whether the first maxLooked bytes of b hold want, which is in lower case, in any case.
func containsFold(b []byte, want string) bool {
	if len(b) > maxLooked {
		b = b[:maxLooked]
	}
	for i := 0; i+len(want) <= len(b); i++ {
		if hasPrefixFold(b[i:], want) {
			return true
		}
	}
	return false
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
