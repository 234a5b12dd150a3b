package detect

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// How [Scanner.skim] passes over escapes in the strings of JSON.

// shortEscapes are the bytes whose escapes in JSON skim passes over.
const shortEscapes = "\n\t\r\""

// escapeShort writes those as JSON does.
func escapeShort(s string) string { return shortEscaper.Replace(s) }

var shortEscaper = strings.NewReplacer("\n", `\n`, "\t", `\t`, "\r", `\r`, `"`, `\"`)

// isShortEscape reports whether c, behind a backslash, stands for one of shortEscapes.
func isShortEscape(c byte) bool { return c == 'n' || c == '"' || c == 't' || c == 'r' }

// escape is stop for the byte at at behind a backslash.
func (s *Scanner) escape(b []byte, at int, k *Skim) int {
	switch c := b[at]; {
	case !isShortEscape(c) || s.asks[escapedByte(c)]:
		if r, size := UnicodeEscape(b[at-1:]); size > 0 && s.passesEscapes && s.passes(r, b, at-1, at-1+size, k) {
			return at - 1 + size
		}
		return ^(at - 1)
	case (c == 'n' || c == 'r') && s.lineStarts.mayStandAt(b, at+1):
		return ^(at + 1)
	}
	return at + 1
}

// UnicodeEscape returns the character of the escape "\uXXXX" at the start of b, joined with a second one where the two are a surrogate pair,
// and the length of both. A surrogate without its partner is U+FFFD. It returns 0 and 0 where there is no such escape.
func UnicodeEscape(b []byte) (rune, int) {
	const size = len(`\uXXXX`)
	r := hexRune(b)
	switch {
	case r < 0:
		return 0, 0
	case !utf16.IsSurrogate(r):
		return r, size
	}
	if pair := utf16.DecodeRune(r, hexRune(b[size:])); pair != utf8.RuneError {
		return pair, 2 * size
	}
	return utf8.RuneError, size
}

// hexRune returns the character of "\uXXXX" at the start of b, -1 if there is none.
func hexRune(b []byte) (r rune) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return -1
	}
	for _, c := range b[2:6] {
		switch {
		case is(c, digit):
			r = r<<4 | rune(c-'0')
		case is(c, hexLetter):
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	return r
}

// otherEscaped stands for what other escapes that skim passes over are: no ASCII character, all of which detectors take alike.
const otherEscaped = 0xC3

// escapedByte returns the byte that stands for what the escape of c in JSON is: itself if it is short, else otherEscaped.
func escapedByte(c byte) byte {
	switch c {
	case 'n':
		return '\n'
	case 't':
		return '\t'
	case 'r':
		return '\r'
	case '"':
		return '"'
	}
	return otherEscaped
}

// endsEscaped reports whether one of the last three characters of b, or part of one, is an escape "\uXXXX".
func endsEscaped(b []byte) bool {
	const reach = len(`\uXXXX`) + 2
	tail := b[max(0, len(b)-reach):]
	i := bytes.LastIndexByte(tail, '\\')
	return i >= 0 && byteAt(tail, i+1) == 'u'
}

// EscapedBytes returns by how many bytes part of a JSON string that [Scanner.SkimJSON] passed over gets shorter without its escapes.
func EscapedBytes(part []byte) int {
	less := 0
	for {
		i := bytes.IndexByte(part, '\\')
		if i < 0 {
			return less
		}
		size, is := 2, 1
		if r, n := UnicodeEscape(part[i:]); n > 0 {
			size, is = n, utf8.RuneLen(r)
		}
		less += size - is
		part = part[i+size:]
	}
}
