package e2e

import (
	"fmt"
	"strings"
)

// encoding is one way of writing a text so that whoever reads it reads the same. The list is closed: what is not in it (base64, hexadecimal
// digits, ciphers) is a text of its own to the processor.
type encoding struct {
	name   string
	encode func(text string) string // of any part of the text by itself
	before string                   // the text
	behind string
}

func encodings() []encoding {
	return []encoding{
		{"as it is", asItIs, "", ""},
		{"every character as \\u0000", escaped, "", ""},
		{"signs as \\u0000", func(text string) string { return each(text, isSign, escaped) }, "", ""},
		{"escaped as in JSON inside of JSON", func(text string) string { return strings.Trim(quoted(strings.Trim(quoted(text), `"`)), `"`) }, "", ""},
		{"percent-encoded signs", func(text string) string { return each(text, isSign, percent) }, "", ""},
		{"percent-encoded twice", func(text string) string { return each(each(text, isSign, percent), isPercent, percent) }, "", ""},
		{"HTML references in decimal", func(text string) string { return each(text, isSign, decimalReference) }, "", ""},
		{"HTML references in hexadecimal", func(text string) string { return each(text, isSign, hexReference) }, "", ""},
		{"full-width characters", func(text string) string { return strings.Map(fullWidth, text) }, "", ""},
		{"zero-width spaces between characters", zeroWidth, "", ""},
		{"no-break spaces and dashes of print", func(text string) string {
			return strings.NewReplacer(" ", "\u00a0", "-", "\u2011").Replace(text)
		}, "", ""},
		{"Arabic-Indic digits", func(text string) string { return strings.Map(arabicDigit, text) }, "", ""},
		{"in typographic quotes", asItIs, "“", "”"},
		{"in escaped quotes", asItIs, `\"`, `\"`},
		{"behind a byte that is no UTF-8", asItIs, "\xff ", ""},
	}
}

// write returns the whole text in the encoding.
func (e encoding) write(text string) string { return e.before + e.encode(text) + e.behind }

func asItIs(text string) string { return text }

// each encodes the characters of text that are meant one by one.
func each(text string, meant func(r rune) bool, encode func(text string) string) string {
	var b strings.Builder
	for _, r := range text {
		if meant(r) {
			b.WriteString(encode(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isSign(r rune) bool    { return r > ' ' && r < 0x7f && !isAlphanumeric(r) }
func isPercent(r rune) bool { return r == '%' }

func percent(text string) string          { return fmt.Sprintf("%%%02X", text[0]) }
func decimalReference(text string) string { return fmt.Sprintf("&#%d;", text[0]) }
func hexReference(text string) string     { return fmt.Sprintf("&#x%x;", text[0]) }

func arabicDigit(r rune) rune {
	if '0' <= r && r <= '9' {
		return r - '0' + '٠'
	}
	return r
}

// forms returns how core may still be read in the bytes of an item: as it is, encoded, and both behind up to four layers of JSON.
func (e encoding) forms(core string) []string {
	var forms []string
	for _, form := range []string{core, e.encode(core)} {
		for range 5 {
			forms = append(forms, form)
			inner := strings.Trim(quoted(form), `"`)
			if inner == form {
				break
			}
			form = inner
		}
	}
	return forms
}
