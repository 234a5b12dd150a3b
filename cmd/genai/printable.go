package main

import (
	"strings"
	"unicode"
)

// printable makes a text safe for one line of a terminal: white space becomes
// one blank, control and other invisible characters become "?".
func printable(text string) string {
	safe := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, strings.Join(strings.Fields(text), " "))
	return safe
}

// width is the number of terminal columns that a printable text takes.
func width(text string) int {
	columns := 0
	for _, r := range text {
		columns += runeWidth(r)
	}
	return columns
}

// runeWidth is 2 for East Asian wide characters and emoji (Unicode Standard
// Annex 11, abridged to its large blocks), 0 for combining marks, else 1.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3,
		r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF00 && r <= 0xFF60,
		r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1FAFF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	default:
		return 1
	}
}

// cut shortens a text to at most columns, the last being an ellipsis.
func cut(text string, columns int) string {
	if width(text) <= columns {
		return text
	}
	var b strings.Builder
	used := 0
	for _, r := range text {
		used += runeWidth(r)
		if used > columns-1 {
			break
		}
		b.WriteRune(r)
	}
	return b.String() + "…"
}
