package redaction

import (
	"encoding/binary"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// encoding writes a text in another form. before and after stand around it, and must stay.
type encoding struct {
	name          string
	before, after string
	encode        func(text string) string
}

func eachRune(to func(r rune) string) func(string) string {
	return func(text string) string {
		var b strings.Builder
		for _, r := range text {
			b.WriteString(to(r))
		}
		return b.String()
	}
}

// isMarkOrBlank reports ASCII characters other than letters and digits: encodings that escape no more than they must escape these.
func isMarkOrBlank(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') && r < 0x80
}

func escapeMarks(format string) func(string) string {
	return eachRune(func(r rune) string {
		if isMarkOrBlank(r) && r != '-' && r != '.' {
			return fmt.Sprintf(format, r)
		}
		return string(r)
	})
}

func all(format string) func(string) string {
	return eachRune(func(r rune) string { return fmt.Sprintf(format, r) })
}

func chain(encodings ...func(string) string) func(string) string {
	return func(text string) string {
		for _, encode := range encodings {
			text = encode(text)
		}
		return text
	}
}

func percent(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }

func percentAll(text string) string { return all("%%%02X")(text) }

func fullWidth(text string) string {
	return eachRune(func(r rune) string {
		if r > ' ' && r <= '~' {
			return string(r - '!' + 0xFF01)
		}
		return string(r)
	})(text)
}

func digitsFrom(zero rune) func(string) string {
	return eachRune(func(r rune) string {
		if r >= '0' && r <= '9' {
			return string(r - '0' + zero)
		}
		return string(r)
	})
}

func between(mark string) func(string) string {
	return func(text string) string { return strings.Join(strings.Split(text, ""), mark) }
}

func replacing(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

func inUTF16(order binary.ByteOrder) func(string) string {
	return func(text string) string {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			b = append(b, 0, 0)
			order.PutUint16(b[len(b)-2:], unit)
		}
		return string(b)
	}
}

// encodings is the closed set that the comment of package redaction names.
func encodings() []encoding {
	unicodeAll := all(`\u%04x`)
	same := func(text string) string { return text }
	return []encoding{
		{"as it is", "x ", " y", same},
		{"escapes of JSON in a string", `{"a":"x `, ` y"}`, escapeMarks(`\u%04x`)},
		{"escapes of JSON for everything", `{"a":"x `, ` y"}`, unicodeAll},
		{"escapes of JSON in prose", "x ", " y", escapeMarks(`\u%04x`)},
		{"escapes of JSON in capitals", "x ", " y", all(`\u%04X`)},
		{"escaped slashes", `{"a":"x `, ` y"}`, replacing("/", `\/`)},
		{"doubled escapes", "x ", " y", chain(unicodeAll, replacing(`\`, `\\`))},
		{"escapes four times over", "x ", " y", chain(unicodeAll, replacing(`\`, `\\\\`))},
		{"escapes of other languages", "x ", " y", all(`\x%02x`)},
		{"escapes in braces", "x ", " y", all(`\u{%x}`)},
		{"percent-encoding", "x ", " y", percent},
		{"percent-encoding for everything", "x ", " y", percentAll},
		{"percent-encoding in small letters", "x ", " y", all("%%%02x")},
		{"percent-encoding twice", "x ", " y", chain(percent, percent)},
		{"percent-encoding three times", "x ", " y", chain(percentAll, percent, percent)},
		{"references of HTML", "x ", " y", html.EscapeString},
		{"decimal references", "x ", " y", all("&#%d;")},
		{"hexadecimal references", "x ", " y", all("&#x%X;")},
		{"references of HTML twice", "x ", " y", chain(all("&#%d;"), replacing("&", "&amp;"))},
		{"full-width characters", "x ", " y", fullWidth},
		{"Arabic-Indic digits", "x ", " y", digitsFrom(0x0660)},
		{"Devanagari digits", "x ", " y", digitsFrom(0x0966)},
		{"mathematical digits", "x ", " y", digitsFrom(0x1D7CE)},
		{"zero-width spaces", "x ", " y", between("\u200b")},
		{"soft hyphens", "x ", " y", between("\u00ad")},
		{"joiners and byte order marks", "x ", " y", between("\u2060\ufeff")},
		{"no-break spaces", "x ", " y", replacing(" ", "\u00a0")},
		{"thin spaces", "x ", " y", replacing(" ", "\u2009")},
		{"narrow no-break spaces", "x ", " y", replacing(" ", "\u202f")},
		{"ideographic spaces", "x ", " y", replacing(" ", "\u3000")},
		{"no-break hyphens", "x ", " y", replacing("-", "\u2011")},
		{"minus signs", "x ", " y", replacing("-", "\u2212")},
		{"en dashes", "x ", " y", replacing("-", "\u2013")},
		{"ideographic full stops", "x ", " y", replacing(".", "\u3002")},
		{"colours", "x \x1b[31m", "\x1b[0m y", same},
		{"colours whose escape is gone", "x [31m", "[0m y", same},
		{"colours within", "x ", " y", replacing("1", "\x1b[1m1\x1b[0m", "e", "\x1b[1me\x1b[0m")},
		{"quoted-printable", "x ", " y", replacing("=", "=3D", "@", "=40")},
		{"quoted-printable for everything", "x ", " y", chain(all("=%02X"))},
		{"soft line breaks", "x=3D ", " y", func(text string) string { return text[:len(text)/2] + "=\r\n" + text[len(text)/2:] }},
		{"UTF-16, little end first", "x ", " y", inUTF16(binary.LittleEndian)},
		{"UTF-16, big end first", "x ", " y", inUTF16(binary.BigEndian)},
		{"percent-encoding in references", "x ", " y", chain(percentAll, replacing("%", "&#37;"))},
		{"references in percent-encoding", "x ", " y", chain(all("&#%d;"), percent)},
		{"escapes in percent-encoding", "x ", " y", chain(unicodeAll, percent)},
		{"escapes in references", "x ", " y", chain(unicodeAll, replacing(`\`, "&#92;"))},
		{"percent-encoding in escapes", "x ", " y", chain(percentAll, replacing("%", `\u0025`))},
		{"references in escapes", "x ", " y", chain(all("&#%d;"), replacing("&", `\u0026`))},
		{"full-width characters in percent-encoding", "x ", " y", chain(fullWidth, percent)},
		{"quoted-printable in a string of JSON", `{"a":"x `, ` y"}`, replacing("=", "=3D", "@", "=40")},
		{"colours whose escape is gone in JSON", `{"a":"x [31m`, `[0m y"}`, func(text string) string { return text }},
		{"soft line breaks in JSON", `{"a":"x=3D `, ` y"}`, func(text string) string { return text[:len(text)/2] + `=\r\n` + text[len(text)/2:] }},
		{"quoted-printable with escapes", `{"a":"x `, ` y"}`, chain(all("=%02X"), replacing("=", `\u003d`))},
		{"JSON in JSON in JSON", `{"a":"{\"b\":\"{\\\"c\\\":\\\"x `, ` y\\\"}\"}"}`, chain(unicodeAll, replacing(`\`, `\\\\`))},
		{"JSON cut short", `{"a":"x `, ` y`, unicodeAll},
	}
}

// encodedEntities are findings that need no word beside them, without a character that only some encodings have.
func encodedEntities() []struct{ entity, text string } {
	return []struct{ entity, text string }{
		{"EMAIL", "alice.b@example.com"},
		{"CREDIT_CARD", "4111 1111 1111 1111"},
		{"CREDIT_CARD", "4111111111111111"},
		{"CREDIT_CARD", "4111-1111-1111-1111"},
		{"US_SSN", "536-90-4399"},
		{"PHONE", "+44 20 7946 0958"},
		{"PHONE", "415-555-0132"},
		{"IBAN", "DE89 3704 0044 0532 0130 00"},
		{"UK_NINO", "AB123456C"},
		{"CRYPTO_WALLET", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
		{"API_KEY", secret("sk-", "ant-api03-", body, body)},
		{"JWT", token()},
	}
}

var nothingShown = regexp.MustCompile("\x00|\x1b?\\[([0-9]*m)?")

func TestEveryEncodingOfEveryEntity(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range encodings() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, f := range encodedEntities() {
				var tally Tally
				got, _ := e.Text(c.before+c.encode(f.text)+c.after, Place{}, &tally)
				// Of what is shown as nothing, what stands beside the finding may stay or go with it.
				if nothingShown.ReplaceAllString(got, "") != nothingShown.ReplaceAllString(c.before+"<"+f.entity+">"+c.after, "") || tally.Total() != 1 {
					t.Errorf("%s: %s", f.entity, got)
				}
				checkText(t, e, c.before+c.encode(f.text)+c.after)
			}
		})
	}
}

func TestDomainsInLookAlikes(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range []struct{ name, in, want string }{
		{"Cyrillic letters in the domain", "to alice@ex\u0430mpl\u0435.com now", "to <EMAIL> now"},
		{"a Cyrillic domain", "to alice@\u043f\u0440\u0438\u043c\u0435\u0440.com now", "to <EMAIL> now"},
		{"Greek letters in the domain", "to alice@ex\u03b1mple.c\u03bfm now", "to <EMAIL> now"},
		{"Cyrillic letters in the top-level domain", "to alice@example.\u0441\u043em now", "to <EMAIL> now"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			if got, _ := e.Text(c.in, Place{}, &tally); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestWhatIsNotEncodedStays(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, in := range []string{
		"x = 40\ny =\n  41", "a=40&b=41&c=4D", "width=40px; height=40em.", "===\ntitle\n====\n", "list[1m] [3m of rope] [mm]", "timeout=40s. Next=3D",
		"== 12 == 34", "if a==1 { b=2 }", "YWJjZA==\nZWZnaA==\n", "[12;mm [;m [m", "5%4 %2 %% 100%25",
	} {
		var tally Tally
		if got, _ := e.Text(in, Place{}, &tally); got != in {
			t.Errorf("%q became %q", in, got)
		}
	}
}
