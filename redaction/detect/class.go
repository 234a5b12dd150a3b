package detect

import "strings"

// charset is a set of bytes, named by one bit of the class table.
type charset uint16

const (
	digit      charset = 1 << iota // 0-9
	lower                          // a-z
	upper                          // A-Z
	underscore                     // _
	hexLetter                      // a-f A-F
	dash                           // -
	dot                            // .
	base64Sign                     // + / =
	tilde                          // ~
	blank                          // space, tab
	lineEnd                        // line feed, carriage return
	quote                          // " ' `
	localSign                      // signs inside the local part of an e-mail address
	headerSign                     // : , in the header lines of a PEM block
	highByte                       // 0x80 and above
	plainValue                     // what an unquoted value may hold: all but blanks, line ends, quotes and , ; & < > [ ] { } |
)

const (
	letter = lower | upper
	alnum  = letter | digit
	hex    = digit | hexLetter
	word   = alnum | underscore
	// urlSafe is the alphabet of base64url, of JWTs and of most prefixed keys.
	urlSafe = word | dash
	// base64Set is the alphabet of standard base64 with its padding.
	base64Set = alnum | base64Sign
	// token68 is the alphabet of credentials in an Authorization header (RFC 9110, section 11.2), underscore included.
	token68 = urlSafe | dot | tilde | base64Sign
)

// classes holds for each byte the sets that it belongs to.
var classes = buildClasses()

func buildClasses() (t [256]charset) {
	for b := range t {
		switch c := byte(b); {
		case c >= '0' && c <= '9':
			t[b] = digit
		case c >= 'a' && c <= 'f':
			t[b] = lower | hexLetter
		case c >= 'A' && c <= 'F':
			t[b] = upper | hexLetter
		case c >= 'a' && c <= 'z':
			t[b] = lower
		case c >= 'A' && c <= 'Z':
			t[b] = upper
		case c >= 0x80:
			t[b] = highByte
		}
	}
	mark := func(set charset, members string) {
		for i := range len(members) {
			t[members[i]] |= set
		}
	}
	mark(underscore, "_")
	mark(dash, "-")
	mark(dot, ".")
	mark(base64Sign, "+/=")
	mark(tilde, "~")
	mark(blank, " \t")
	mark(lineEnd, "\n\r")
	mark(quote, "\"'`")
	mark(localSign, "._+-%")
	mark(headerSign, ":,")
	for b := 0x21; b < 0x100; b++ {
		if strings.IndexByte("\"'`,;&<>[]{}|\\", byte(b)) < 0 {
			t[b] |= plainValue
		}
	}
	return t
}

// is reports whether c belongs to set.
func is(c byte, set charset) bool { return classes[c]&set != 0 }

// isAll reports whether all bytes of b belong to set.
func isAll(b []byte, set charset) bool {
	for _, c := range b {
		if !is(c, set) {
			return false
		}
	}
	return true
}

// isAlnumAt reports whether b holds an ASCII letter or digit at i; an offset outside of b holds none.
func isAlnumAt(b []byte, i int) bool {
	return i >= 0 && i < len(b) && classes[b[i]]&alnum != 0
}

// isDigitAt reports whether b holds an ASCII digit at i; an offset outside of b holds none.
func isDigitAt(b []byte, i int) bool {
	return i >= 0 && i < len(b) && classes[b[i]]&digit != 0
}

// byteAt returns b[i], or 0 where i lies outside of b.
func byteAt(b []byte, i int) byte {
	if i < 0 || i >= len(b) {
		return 0
	}
	return b[i]
}

// lowerByte returns c with ASCII capitals in lower case.
func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// hasPrefixFold reports whether b starts with want, which is in lower case, in any case.
func hasPrefixFold(b []byte, want string) bool {
	if len(b) < len(want) {
		return false
	}
	for i := range len(want) {
		if lowerByte(b[i]) != want[i] {
			return false
		}
	}
	return true
}
