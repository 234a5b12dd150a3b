package redaction

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// needsFold reports whether fold may change b.
func needsFold(b []byte) bool {
	for i := asciiLen(b); i < len(b); i += asciiLen(b[i:]) {
		n := detect.PlainLen(b[i:])
		if n == 0 {
			return true
		}
		i += n
	}
	return bytes.IndexByte(b, '\\') >= 0 || bytes.IndexByte(b, escape) >= 0 || bytes.IndexByte(b, 0) >= 0
}

// asciiLen returns the length of the run of ASCII at the start of b.
func asciiLen(b []byte) int {
	const highs = 0x8080808080808080
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if x := binary.LittleEndian.Uint64(b[i:]) & highs; x != 0 {
			return i + bits.TrailingZeros64(x)/8
		}
	}
	for i < len(b) && b[i] < 0x80 {
		i++
	}
	return i
}

// fold appends text to dst in the form that the detectors read, and marks in o where the two differ:
//
//   - characters that look like ASCII ones (other decimal digits, full-width forms, spaces, dashes) become those;
//   - characters without width (zero-width space, soft hyphen, direction marks), marks above and below ASCII characters, control
//     sequences of terminals, and NUL between the letters of UTF-16 are dropped;
//   - escapes become what they stand for, however often their backslashes were doubled: \n, \t, \", \/, \u0040, \u{40}, \x40.
//
// The text need not be JSON: an escape that is none stays as it is. Any other byte stays as it is.
func fold(dst, text []byte, o *offsets) []byte {
	for i := 0; i < len(text); {
		if n := plainLen(text[i:]); n > 0 {
			dst = append(dst, text[i:i+n]...)
			i += n
			continue
		}
		before := len(dst)
		var size int
		dst, size = foldUnit(dst, text, i)
		if len(dst) == before {
			o.mark(before, i) // where the unit before ends, if this one is dropped
		}
		i += size
		if len(dst)-before != size {
			o.mark(len(dst), i)
		}
	}
	return dst
}

// plainLen returns the length of the run of bytes at the start of b that fold is known not to change.
func plainLen(b []byte) int {
	for n := 0; ; {
		n += plainASCIILen(b[n:])
		if n == len(b) || b[n] < 0x80 {
			return n
		}
		size := detect.PlainLen(b[n:])
		if size == 0 {
			return n
		}
		n += size
	}
}

// plainASCIILen is plainLen for ASCII.
func plainASCIILen(b []byte) int {
	const (
		ones  = 0x0101010101010101
		highs = 0x80 * ones
	)
	n := 0
	for ; n+8 <= len(b); n += 8 {
		x := binary.LittleEndian.Uint64(b[n:])
		backslashes, escapes := x^'\\'*ones, x^escape*ones
		if (x|(backslashes-ones)&^backslashes|(escapes-ones)&^escapes|(x-ones)&^x)&highs != 0 {
			break // or a byte above one of those
		}
	}
	for n < len(b) && b[n] < 0x80 && b[n] != '\\' && b[n] != escape && b[n] != 0 {
		n++
	}
	return n
}

// foldUnit appends the form of the character, escape or control sequence at i, and returns its length in text.
func foldUnit(dst, text []byte, i int) ([]byte, int) {
	before, size := len(dst), 1
	switch c := text[i]; {
	case c == '\\':
		dst, size = foldEscape(dst, text[i:])
	case c < 0x80:
		dst = append(dst, c)
	default:
		r, n := utf8.DecodeRune(text[i:])
		size = n
		if r == utf8.RuneError {
			return append(dst, text[i:i+n]...), n
		}
		dst = foldRune(dst, r)
	}
	if len(dst) != before+1 {
		return dst, size
	}
	switch dst[before] {
	case escape:
		if n := sequenceLen(text[i+size:]); n > 0 {
			return dst[:before], size + n
		}
	case 0:
		if isInterleaved(text, i, size) {
			return dst[:before], size
		}
	}
	return dst, size
}

// foldEscape appends what the run of backslashes at the start of b and the letters behind it stand for, and returns their length.
func foldEscape(dst, b []byte) ([]byte, int) {
	n := 1
	for n < len(b) && b[n] == '\\' {
		n++
	}
	if n == len(b) {
		return append(dst, '\\'), n
	}
	switch rest := b[n:]; rest[0] {
	case 'n', 'r':
		return append(dst, '\n'), n + 1
	case 't', 'b', 'f':
		return append(dst, '\t'), n + 1
	case '"', '\'', '/':
		return append(dst, rest[0]), n + 1
	case 'e':
		if len(rest) > 1 && rest[1] == '[' {
			return append(dst, escape), n + 1
		}
	case '0':
		if len(rest) > 3 && string(rest[:4]) == "033[" {
			return append(dst, escape), n + 3
		}
	case 'u', 'U':
		if r, size := longEscape(rest); size > 0 {
			return foldRune(dst, r), n + size
		}
		if rest[0] == 'u' && len(rest) >= 5 && isHex(rest[1:5]) {
			r, size := escapedRune(b, n)
			return foldRune(dst, r), size
		}
	case 'x':
		if len(rest) >= 3 && isHex(rest[1:3]) {
			return foldRune(dst, hexRune(rest[1:3])), n + 3
		}
	}
	return append(dst, '\\'), n
}

// escapedRune returns the character of the escape at the start of b, which has n backslashes and is complete, and its length. The
// second half of a surrogate pair may have any number of backslashes.
func escapedRune(b []byte, n int) (rune, int) {
	r, end := hexRune(b[n+1:n+5]), n+5
	m := end
	for m < len(b) && b[m] == '\\' {
		m++
	}
	if m > end && len(b) >= m+5 && b[m] == 'u' && isHex(b[m+1:m+5]) {
		pair := [12]byte{'\\', 'u', b[n+1], b[n+2], b[n+3], b[n+4], '\\', 'u', b[m+1], b[m+2], b[m+3], b[m+4]}
		if joined, size := detect.UnicodeEscape(pair[:]); size == len(pair) {
			return joined, m + 5
		}
	}
	return r, end
}

// longEscape returns the character of "u{40}" or "U00000040" at the start of b, and the length of that; 0 if it is neither.
func longEscape(b []byte) (rune, int) {
	from, end := 1, 9
	if len(b) > 1 && b[1] == '{' {
		from = 2
		end = from + bytes.IndexByte(b[from:min(len(b), from+7)], '}')
	} else if b[0] == 'u' {
		return 0, 0
	}
	if end <= from || end > len(b) || !isHex(b[from:end]) {
		return 0, 0
	}
	r := hexRune(b[from:end])
	if !utf8.ValidRune(r) {
		return 0, 0
	}
	return r, end + from - 1
}
