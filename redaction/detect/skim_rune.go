package detect

import (
	"math/bits"
	"unicode/utf8"
)

// How [Scanner.skim] passes over characters other than ASCII: those that look like no ASCII character and are drawn on none, so
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
	lead := byte(0xF0 | r>>18)
	switch {
	case r < 0x800:
		lead = byte(0xC0 | r>>6)
	case r < 0x10000:
		lead = byte(0xE0 | r>>12)
	}
	return plainLeads[lead] || isPlainRune(r)
}

// isPlainRune is IsPlain for characters whose first byte other ones have that are not: signs, kana, emoji, letters beside marks.
func isPlainRune(r rune) bool {
	switch {
	case r >= 0x00A1 && r <= 0x00BF:
		return r != 0x00AB && r != 0x00AD && r != 0x00BB
	case r >= 0x2190 && r <= 0x27BF:
		return r != 0x2212
	case r >= 0x05D0 && r <= 0x05EA, r >= 0x0620 && r <= 0x064A, r >= 0x0671 && r <= 0x06D4, r >= 0x0903 && r <= 0x0939, r >= 0x093D && r <= 0x0940,
		r >= 0x0949 && r <= 0x094C, r >= 0x0E01 && r <= 0x0E30, r >= 0x1E00 && r <= 0x1EFF:
		return true // letters of Hebrew, Arabic, Devanagari and Thai, and of Vietnamese; not the marks above and below them
	case r >= 0xAC00 && r <= 0xD7A3: // Hangul
		return true
	case r == 0x060C, r == 0x061B, r == 0x061F, r == 0x0964, r == 0x0965: // their commas, question marks and full stops
		return true
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

// passRunes is stop for a character at at that is not plain by its first byte. It goes on with those behind it, as far as nothing to look for
// can start with one.
func (s *Scanner) passRunes(b []byte, at int, k *Skim, in *reading) int {
	for first := at; at < len(b) && b[at] >= 0x80 && (at == first || s.passesEscapes); {
		if s.asks[b[at]] && s.mayTrigger(b, at, k, in) {
			return ^at
		}
		if plainLeads[b[at]] {
			at++
			k.runeEnd = at
			continue
		}
		r, size := utf8.DecodeRune(b[at:])
		if !s.passes(r, b, at, at+size, k) {
			return ^at
		}
		at += size
	}
	return at
}

// passes reports whether r, which stands in b[at:end] as itself or as an escape, is no matter to any detector: because folding does not change
// it, or because what becomes of it cannot matter where it stands: quotation marks, dashes between blanks, the signs of Chinese and Japanese,
// marks on letters of other scripts. Numbers and keys that end at one are no business of this: see mayGoOn and [Scanner.mayEndKey].
func (s *Scanner) passes(r rune, b []byte, at, end int, k *Skim) bool {
	if r < 0x80 || r == utf8.RuneError {
		return false
	}
	before, behind := byte(0), byteAt(b, end)
	switch {
	case at == k.runeEnd:
		before = 0x80
	case at > k.low:
		before = b[at-1]
	}
	if !IsPlain(r) {
		if !s.passesFolded(r, before, behind) {
			return false
		}
		k.Foldable = true
	}
	k.runeEnd = end
	return true
}

// passesFolded is passes for a character that folding may change, between two bytes.
func (s *Scanner) passesFolded(r rune, before, behind byte) bool {
	passed := false
	switch {
	case s.signsInLiterals:
	case r >= 0x2018 && r <= 0x2019, r >= 0x201C && r <= 0x201D, r == 0x00AB, r == 0x00BB, r >= 0x300C && r <= 0x300D: // quotation marks
		passed = true
	case r >= 0x2013 && r <= 0x2014: // dashes
		passed = before == ' ' && behind == ' '
	case r == 0x3002, r == 0xFF01, r >= 0xFF08 && r <= 0xFF09, r == 0xFF0C, r == 0xFF1F: // full stop, "!", parentheses, comma, "?"
		passed = before >= 0x80 && !is(behind, alnum)
	}
	switch {
	case r >= 0x05B0 && r <= 0x05C2, r >= 0x064B && r <= 0x0652, r >= 0x0900 && r <= 0x0902, r >= 0x0941 && r <= 0x0948, r == 0x093C, r == 0x094D,
		r == 0x0E31, r >= 0x0E34 && r <= 0x0E3A, r >= 0x0E47 && r <= 0x0E4E: // marks, which are dropped from letters of ASCII only
		passed = before >= 0x80
	}
	return passed
}

// isFoldable reports whether folding may change r.
func isFoldable(r rune) bool { return r >= 0x80 && !IsPlain(r) }

// mayFold reports whether folding, or what an escape of JSON stands for, may change a character soon behind at, which is surveyed.
func (k *Skim) mayFold(b []byte, at int) bool {
	index, bit := uint(at-k.from)/blockSize, uint(at-k.from)%blockSize
	of, end := &k.blocks[index], k.from+int(index+1)*blockSize
	changing := (of.highs | of.backslashes) >> bit
	if end < k.to {
		next := &k.blocks[index+1]
		changing |= (next.highs | next.backslashes) << 1 << (blockSize - 1 - bit)
	}
	if end < k.to || k.to == len(b) {
		for changing &^= 1; changing != 0; changing &= changing - 1 {
			if mayChange(b, at+bits.TrailingZeros64(changing)) {
				return true
			}
		}
		return false
	}
	for i, end := at+1, min(at+blockSize, len(b)); i < end; i++ {
		if mayChange(b, i) {
			return true
		}
	}
	return false
}

// mayChange reports whether folding, or what an escape of JSON stands for, may change the byte at i.
func mayChange(b []byte, i int) bool {
	c := b[i]
	return c == '\\' && !isShortEscape(byteAt(b, i+1)) || c >= 0x80 && !plainLeads[c]
}
