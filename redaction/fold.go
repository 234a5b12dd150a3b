package redaction

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

// needsFold reports whether b holds a byte that fold may change: a backslash, or a byte of 0x80 and above.
func needsFold(b []byte) bool {
	const high = 0x8080808080808080
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if binary.LittleEndian.Uint64(b[i:])&high != 0 {
			return true
		}
	}
	for ; i < len(b); i++ {
		if b[i] >= 0x80 {
			return true
		}
	}
	return bytes.IndexByte(b, '\\') >= 0
}

// fold appends text to dst in the form that the detectors read, and marks in o where the two differ:
//
//   - characters that look like ASCII ones (other decimal digits, full-width forms, spaces, dashes) become those;
//   - characters without width (zero-width space, soft hyphen, direction marks) are dropped;
//   - escapes become what they stand for, however often their backslashes were doubled: \n, \t, \", \/, \u0040, \x40.
//
// The text need not be JSON: an escape that is none stays as it is. Any other byte stays as it is.
func fold(dst, text []byte, o *offsets) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < 0x80 && c != '\\' {
			n := plainLen(text[i:])
			dst = append(dst, text[i:i+n]...)
			i += n
			continue
		}
		size := 0
		before := len(dst)
		if text[i] == '\\' {
			dst, size = foldEscape(dst, text[i:])
		} else {
			r, n := utf8.DecodeRune(text[i:])
			if dst, size = foldRune(dst, r), n; r == utf8.RuneError {
				dst = append(dst[:before], text[i:i+n]...)
			}
		}
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

// plainLen returns the length of the run of bytes at the start of b that fold does not change.
func plainLen(b []byte) int {
	n := 0
	for n < len(b) && b[n] < 0x80 && b[n] != '\\' {
		n++
	}
	return n
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
	case 'u':
		if len(rest) >= 5 && isHex(rest[1:5]) {
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
		if joined, size := unicodeEscape(pair[:]); size == len(pair) {
			return joined, m + 5
		}
	}
	return r, end
}

// foldRune appends the form of r that the detectors read: nothing, one ASCII byte, or r.
func foldRune(dst []byte, r rune) []byte {
	switch {
	case r < 0x80:
		return append(dst, byte(r))
	case isWidthless(r):
		return dst
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms of "!" to "~"
		return append(dst, byte(r-0xFEE0))
	case isDash(r):
		return append(dst, '-')
	case isSpace(r):
		return append(dst, ' ')
	case isLineEnd(r):
		return append(dst, '\n')
	}
	switch r {
	case 0x3002, 0xFF61, 0x2024, 0xFE52: // full stops that domain names accept (UTS #46), and leaders
		return append(dst, '.')
	case 0xFE6B: // small commercial at
		return append(dst, '@')
	case 0xFE62: // small plus sign
		return append(dst, '+')
	}
	if c, ok := plainLetter(r); ok {
		return append(dst, c)
	}
	if d, ok := digitOf(r); ok {
		return append(dst, d)
	}
	return utf8.AppendRune(dst, r)
}

// isWidthless reports whether r is shown as nothing: format characters (Unicode category Cf), variation selectors, the combining
// grapheme joiner, fillers.
func isWidthless(r rune) bool {
	switch {
	case r == 0x00AD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF:
		return true
	case r == 0x034F, r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF, r == 0x115F, r == 0x1160, r == 0x3164, r == 0x180E:
		return true
	}
	return false
}

func isDash(r rune) bool {
	return r >= 0x2010 && r <= 0x2015 || r == 0x2212 || r == 0x2043 || r == 0xFE58 || r == 0xFE63
}

func isSpace(r rune) bool {
	return r == 0x00A0 || r == 0x1680 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}

func isLineEnd(r rune) bool { return r == 0x0085 || r == 0x2028 || r == 0x2029 }

// plainLetter returns the ASCII letter of a letter of the block Mathematical Alphanumeric Symbols, whose alphabets of 52 letters
// follow each other from U+1D400 to U+1D6A3.
func plainLetter(r rune) (byte, bool) {
	if r < 0x1D400 || r > 0x1D6A3 {
		return 0, false
	}
	if k := byte((r - 0x1D400) % 52); k < 26 {
		return 'A' + k, true
	} else {
		return 'a' + k - 26, true
	}
}

// digitOf returns the ASCII digit of a decimal digit of any script (Unicode category Nd, whose ranges hold whole decades).
func digitOf(r rune) (byte, bool) {
	if !unicode.IsDigit(r) {
		return 0, false
	}
	for _, x := range unicode.Nd.R16 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return '0' + byte((r-rune(x.Lo))%10), true
		}
	}
	for _, x := range unicode.Nd.R32 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return '0' + byte((r-rune(x.Lo))%10), true
		}
	}
	return 0, false
}
