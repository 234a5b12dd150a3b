package redaction

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// TestOneLookAgreesWithAllLooks puts texts together from findings, from pieces of them and from what folding changes, and redacts each with
// an engine that may pass over it at one look, and with one that may not.
func TestOneLookAgreesWithAllLooks(t *testing.T) {
	t.Parallel()
	for name, settings := range map[string]Settings{
		"default pack": {},
		"all packs":    {Packs: []string{"all"}},
		"one pack":     {Packs: []string{"network"}},
		"another one":  {Packs: []string{"apac"}},
		"people":       {Packs: []string{"person"}},
		"rules": {Rules: []Rule{
			{Name: "ORDER_ID", Regex: `word [0-9]+`, Literal: "word ", MaxLength: 20},
			{Name: "PROJECT", Regex: `x-7[^ ]*`, Literal: "x-7", MaxLength: 20},
			{Name: "QUOTED", Regex: `"é文`, Literal: `"é文`, MaxLength: 20},
		}},
		"terms": {Deny: []Deny{{Term: "o'neil co"}, {Term: "acme"}, {Term: "文字の"}, {Term: "の名前"}, {Term: "€uro"}, {Term: `"abc`}, {Term: "'tis x"}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			quick := newEngine(t, settings)
			thorough := newEngine(t, settings)
			thorough.thorough = true
			random := rand.New(rand.NewPCG(7, 8))
			parts := oneLookParts()
			for range 20_000 / slowdown {
				text := ""
				for range 2 + random.IntN(7) {
					text += parts[random.IntN(len(parts))]
				}
				encoded, err := json.Marshal(map[string]any{"note": text})
				require.NoError(t, err)
				for _, in := range []string{text, string(encoded), inASCII(string(encoded))} {
					var a, b Tally
					want, _ := thorough.Text(in, Place{}, &a)
					got, _ := quick.Text(in, Place{}, &b)
					require.Equal(t, want, got, "%q", in)
					again, changed := quick.Text(got, Place{}, &b)
					require.False(t, changed, "%q becomes %q and then %q", in, got, again)
				}
			}
		})
	}
}

// inASCII escapes all other characters of JSON.
func inASCII(encoded string) string {
	var b strings.Builder
	for _, r := range encoded {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		for _, half := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "\\u%04x", half)
		}
	}
	return b.String()
}

func oneLookParts() []string {
	return []string{
		" ", " ", " ", ", ", ". ", ": ", "=", "-", "\n", "“", "”", "‘", "’", "«", "»", "「", "」", " – ", " — ", "–", "。", "，", "！", "？", "（", "）", "：", "；", "．",
		"\u00a0", "\u200b", "\u0301", "é", "文", "文字", "の", "🙂文字の", "Я", "ب", "َ", "स", "ि", "्", "न", "ก", "ั", "🙂", "１", "Ａ", "＠",
		"alice@example.com", "alice", "@example.com", "4111 1111 1111 1111", "4111", " 1111", "415-555-0132", "+1", "415", "555", "0132", "123-45-6789", "1985-04-12",
		"password", "password is ", "passcode", "pwd", "api_key", "key", "token", "hunter2!", "bearer ", "a8Kd03Lqz7Wm2Xc9Vb4N", "密码", "mot de passe",
		"https://", "u:p4ss", "@h.example", "?sig=", "<EMAIL>", "[", "&amp;", "%40", "\\u0040", "DE89370400440532013000", "O’Neil Co", "acme", "word", "word ", "Word", "x7", "x-7", "x‐7", "é文",
		"の名前", "€uro", "\"abc", "’tis x", "'tis x", "…[genai: 415 bytes]", "phone ", "\ufeff",
		strings.Repeat("1", 7), "12", "3", "I’m ", "Hello，", "Dr. ", "Jane Roe", "Rue de l’Église 12", "born on ", "12.5.1980",
	}
}
