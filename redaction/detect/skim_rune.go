package detect

import "unicode/utf8"

// How [Scanner.skim] passes over characters other than ASCII in JSON: those that look like no ASCII character and are drawn on none, so
// that folding leaves them alone. A test of the package redaction holds this to its fold.

// isPlainLead reports whether all characters whose first byte in UTF-8 is c are such: Latin from U+00C0 to U+02FF, Greek, Cyrillic,
// Armenian, Chinese, Korean. Bytes that go on with a character are passed over with it.
func isPlainLead(c byte) bool {
	switch {
	case c >= 0x80 && c < 0xC0, c >= 0xC3 && c <= 0xCB, c >= 0xCE && c <= 0xD1, c >= 0xD3 && c <= 0xD5:
		return true
	}
	return c >= 0xE4 && c <= 0xE9 || c == 0xEB || c == 0xEC
}

// plainLeads is isPlainLead as a table.
var plainLeads = func() (t [256]bool) {
	for c := range t {
		t[c] = isPlainLead(byte(c))
	}
	return t
}()

// PlainLen returns how many bytes at the start of b, which starts with none of ASCII, folding is known to leave alone, wherever they stand. It
// returns 0 where folding may change the first character.
func PlainLen(b []byte) int {
	n := 0
	for n < len(b) && plainLeads[b[n]] {
		n++
	}
	if n == 0 {
		return plainRune(b)
	}
	return n
}

// IsPlain reports whether folding is known to leave r alone, wherever it stands. r is no ASCII character.
func IsPlain(r rune) bool {
	var b [utf8.UTFMax]byte
	utf8.EncodeRune(b[:], r)
	return isPlainLead(b[0]) || isPlainRune(r)
}

// isPlainRune is IsPlain for characters whose first byte other ones have that are not: signs, kana, emoji, letters beside marks.
func isPlainRune(r rune) bool {
	switch {
	case r >= 0x00A1 && r <= 0x00BF:
		return r != 0x00AB && r != 0x00AD && r != 0x00BB
	case r >= 0x2190 && r <= 0x27BF:
		return r != 0x2212
	case r >= 0x05D0 && r <= 0x05EA, r >= 0x0620 && r <= 0x064A, r >= 0x0904 && r <= 0x0939, r >= 0x0E01 && r <= 0x0E30, r >= 0x1E00 && r <= 0x1EFF:
		return true // letters of Hebrew, Arabic, Devanagari and Thai, and of Vietnamese; not the marks above and below them
	}
	return r == 0x2022 || r == 0x2026 || r >= 0x20A0 && r <= 0x20BF || r == 0x3001 || r >= 0x3041 && r <= 0x3096 || r >= 0x30A0 && r <= 0x30FE ||
		r >= 0x1F300 && r <= 0x1FAFF
}

// plainRune returns the length of the character at the start of b if it is plain, else 0.
func plainRune(b []byte) int {
	if r, size := utf8.DecodeRune(b); isPlainRune(r) {
		return size
	}
	return 0
}
