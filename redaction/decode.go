package redaction

import (
	"bytes"
	"unicode/utf8"
)

// A text may be written in percent-encoding (RFC 3986, section 2.1), with character references of HTML (HTML Living Standard, section
// 13.5), in quoted-printable (RFC 2045, section 6.7), or hold colours of a terminal (ECMA-48) whose escape character is gone. Each may also
// be what it seems: "%41" behind a price, "&lt" in an expression, "=20" in an assignment, "[1m" in a list. So a text that holds them is
// read twice, as it is and decoded, and what either reading finds is a finding. What is decoded may be encoded once more.

// maxDecodings is how often what was decoded is decoded once more: one encoding in another in a third.
const maxDecodings = 3

// isEncoded reports whether b holds something that decodeText changes.
func isEncoded(b []byte) bool {
	return holdsUnit(b, '%', percentUnit) || holdsUnit(b, '&', referenceUnit) || holdsUnit(b, '[', colourUnit) || isQuotedPrintable(b)
}

// holdsUnit reports whether a unit that starts with first stands in b.
func holdsUnit(b []byte, first byte, unit func([]byte) (int, rune)) bool {
	for {
		i := bytes.IndexByte(b, first)
		if i < 0 {
			return false
		}
		if n, _ := unit(b[i:]); n > 0 {
			return true
		}
		b = b[i+1:]
	}
}

// unitStarts are the bytes with which something starts that decodeText changes.
var unitStarts = [256]bool{'%': true, '&': true, '[': true, '=': true}

// decodeText appends text, which is folded, to dst with what is encoded in it resolved, however often a percent sign itself was encoded,
// and folded again. It marks in o where the two differ.
func decodeText(dst, text []byte, o *offsets) []byte {
	quoted := isQuotedPrintable(text)
	for i := 0; i < len(text); {
		size, r := 0, rune(0)
		switch text[i] {
		case '%':
			size, r = percentUnit(text[i:])
		case '&':
			size, r = referenceUnit(text[i:])
		case '[':
			size, r = colourUnit(text[i:])
		case '=':
			if quoted {
				size, r = quotedUnit(text, i)
			}
		}
		if size == 0 {
			next := i + 1
			for next < len(text) && !unitStarts[text[next]] {
				next++
			}
			dst = append(dst, text[i:next]...)
			i = next
			continue
		}
		before := len(dst)
		if dst = foldRune(dst, r); len(dst) == before {
			o.mark(before, i)
		}
		i += size
		o.mark(len(dst), i)
	}
	return dst
}

// nothing is a character that is folded to nothing.
const nothing rune = 0x200B

// colourUnit returns the length of "[31m" or "[1;38;5;208m" at the start of b, 0 if there is none.
func colourUnit(b []byte) (int, rune) {
	const longest = 24
	n := 1
	for n < len(b) && n < longest && (isDigit(b[n]) || b[n] == ';' && n > 1) {
		n++
	}
	if n == 1 || n == len(b) || b[n] != 'm' {
		return 0, 0
	}
	return n + 1, nothing
}

// percentUnit returns the length of the encoded character at the start of b, and the character; 0 if there is none.
func percentUnit(b []byte) (int, rune) { return encodedRune(b, percentByte) }

// encodedRune returns the length of the character at the start of b whose bytes in UTF-8 are each encoded, and the character; 0 if there
// is none.
func encodedRune(b []byte, one func([]byte) (int, byte)) (int, rune) {
	n, c := one(b)
	if n == 0 || c < utf8.RuneSelf {
		return n, rune(c)
	}
	encoded := [utf8.UTFMax]byte{c}
	for k := 1; k < len(encoded); k++ {
		size, next := one(b[n:])
		if size == 0 {
			return 0, 0
		}
		encoded[k], n = next, n+size
		if utf8.FullRune(encoded[:k+1]) {
			r, size := utf8.DecodeRune(encoded[:k+1])
			if size != k+1 {
				return 0, 0
			}
			return n, r
		}
	}
	return 0, 0
}

// maxPercent is how often the encoding of the percent sign itself is followed.
const maxPercent = 8

// percentByte returns the length of "%40", "%2540", "%252540" … at the start of b, and the byte that they stand for; 0 if there is none.
func percentByte(b []byte) (int, byte) {
	if len(b) < 3 || b[0] != '%' {
		return 0, 0
	}
	n := 1
	for k := 0; k < maxPercent && len(b) >= n+4 && b[n] == '2' && b[n+1] == '5' && isHex(b[n+2:n+4]); k++ {
		n += 2
	}
	if !isHex(b[n : n+2]) {
		return 0, 0
	}
	return n + 2, byte(hexRune(b[n : n+2]))
}

// references are the named character references of signs that stand in findings and around them.
var references = map[string]rune{
	"&amp;": '&', "&lt;": '<', "&gt;": '>', "&quot;": '"', "&apos;": '\'', "&commat;": '@', "&plus;": '+',
	"&period;": '.', "&hyphen;": '-', "&dash;": '-', "&lowbar;": '_', "&colon;": ':', "&equals;": '=', "&sol;": '/',
	"&nbsp;": ' ', "&Tab;": '\t', "&NewLine;": '\n', "&shy;": 0xAD, "&ZeroWidthSpace;": 0x200B,
}

// referenceUnit returns the length of the character reference at the start of b, and its character; 0 if there is none.
func referenceUnit(b []byte) (int, rune) {
	if len(b) > 3 && b[1] == '#' {
		return numericReference(b)
	}
	end := 1
	for end < len(b) && end < maxReferenceName && isLetter(b[end]) {
		end++
	}
	if end == len(b) || b[end] != ';' {
		return 0, 0
	}
	if r, known := references[string(b[:end+1])]; known {
		return end + 1, r
	}
	return 0, 0
}

// maxReferenceName is the length of the longest of references.
const maxReferenceName = len("&ZeroWidthSpace;")

// numericReference reads "&#64;" or "&#x40;".
func numericReference(b []byte) (int, rune) {
	const most = 8 // digits
	r, i := 0, 2
	base := 10
	if b[i] == 'x' || b[i] == 'X' {
		base, i = 16, i+1
	}
	start := i
	for ; i < len(b) && i-start < most && hexValue(b[i]) >= 0 && hexValue(b[i]) < base; i++ {
		r = r*base + hexValue(b[i])
	}
	if i == start || i == len(b) || b[i] != ';' || !utf8.ValidRune(rune(r)) {
		return 0, 0
	}
	return i + 1, rune(r)
}
