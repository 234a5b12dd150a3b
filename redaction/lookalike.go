package redaction

import (
	"unicode"
	"unicode/utf8"
)

// foldRune appends the form of r that the detectors read: nothing, one ASCII byte, or r, as for all that [detect.IsPlain] knows. Marks go
// where they stand on an ASCII byte.
func foldRune(dst []byte, r rune) []byte {
	switch {
	case r < 0x80:
		return append(dst, byte(r))
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms of "!" to "~"
		return append(dst, byte(r-0xFEE0))
	case r == 0x201C, r == 0x201D: // quotation marks of print, as the ones below, but common
		return append(dst, '"')
	case r == 0x2019:
		return append(dst, '\'')
	case isWidthless(r), isMark(r) && len(dst) > 0 && dst[len(dst)-1] < 0x80:
		return dst
	case isDash(r):
		return append(dst, '-')
	case isSpace(r):
		return append(dst, ' ')
	case isLineEnd(r):
		return append(dst, '\n')
	}
	switch r {
	case 0x00AB, 0x00BB, 0x201E, 0x201F, 0x300C, 0x300D: // quotation marks of print
		return append(dst, '"')
	case 0x2018, 0x201A, 0x201B, 0x2039, 0x203A:
		return append(dst, '\'')
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
	case r == 0x034F, r == 0x115F, r == 0x1160, r >= 0x180B && r <= 0x180F, r == 0x3164, r == 0xFFA0:
		return true
	case r >= 0x2060 && r <= 0x206F, r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// isMark reports whether r is drawn on the character before it, such as an accent or the frame of a key.
func isMark(r rune) bool { return r >= 0x0300 && unicode.In(r, unicode.Mn, unicode.Me) }

func isDash(r rune) bool {
	return r >= 0x2010 && r <= 0x2015 || r == 0x2212 || r == 0x2043 || r == 0xFE58 || r == 0xFE63
}

// isSpace reports whether r is shown as a blank: the space separators but U+0020, and the braille pattern without dots.
func isSpace(r rune) bool {
	return r == 0x00A0 || r == 0x1680 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x2800 || r == 0x3000
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
