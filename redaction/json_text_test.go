package redaction

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStringsOfJSONAreReadLikeText puts texts together from pieces of findings, characters that look like others, escapes and plain words,
// and holds what is found in a string of JSON, which is passed over as far as it is clean, to what is found in the text itself.
func TestStringsOfJSONAreReadLikeText(t *testing.T) {
	t.Parallel()
	parts := []string{
		"４", "١", "\u00a0", "\u200b", "\u00ad", "“", "”", "’", "—", "–", "＠", "．", "é", "文", "の", "…", "e\u0301", "\u2212", "«",
		"\\n", "\\u0034", "%40", "&commat;", "=20",
		"415", "555", "0132", " 4111", " 1111", "-", ".", "@", "alice", "example.com", "password", "pass", "word",
		"so", "=", ": ", "is ", "hunter2!9", "sk-", "proj-",
		"api", "key", "phone ", "+1 ", "https://", "u:pw7x",
		"Hauptstr. ", "Calle ", "Mayor ", " 5 ", "12 rue ", "I", "m Jane Roe", "\n", "\t", "\"",
		"DE89 3704 0044 0532 0130 00",
	}
	words := []string{"the ", "message ", "which ", "of ", "letters ", "and ", "blanks, ", "over ", "it "}
	for name, settings := range map[string]Settings{"default": {}, "all": {Packs: []string{"all"}}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := newEngine(t, settings)
			random := rand.New(rand.NewPCG(7, 8))
			found := 0
			for range 3000 {
				var b strings.Builder
				b.WriteString("so ")
				for range random.IntN(30) {
					for range random.IntN(12) {
						b.WriteString(words[random.IntN(len(words))])
					}
					for range 1 + random.IntN(5) {
						b.WriteString(parts[random.IntN(len(parts))])
					}
				}
				text := b.String()
				var tally Tally
				want, changed := e.Text(text, Place{}, &tally)
				if changed {
					found++
				}
				var document strings.Builder
				encoder := json.NewEncoder(&document)
				encoder.SetEscapeHTML(false)
				require.NoError(t, encoder.Encode([]string{text}))
				out, _ := e.Text(document.String(), Place{}, &tally)
				var got []string
				require.NoError(t, json.Unmarshal([]byte(out), &got))
				require.Equal(t, want, got[0], "%q", text)
			}
			require.Greater(t, found, 500)
		})
	}
}
