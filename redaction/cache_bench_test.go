package redaction

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// historyOf returns what the attribute of messages holds at each of so many turns: each repeats all before.
func historyOf(turns int, paragraph func(turn int) string) []string {
	type part struct {
		Type    string `json:"type"`
		Content string `json:"content"`
	}
	type message struct {
		Role  string `json:"role"`
		Parts []part `json:"parts"`
	}
	var messages []message
	var all []string
	for turn := range turns {
		for _, role := range []string{"user", "assistant"} {
			messages = append(messages, message{role, []part{{"text", fmt.Sprintf("%s at turn %d: %s", role, turn, paragraph(turn))}}})
		}
		encoded, _ := json.Marshal(messages)
		all = append(all, string(encoded))
	}
	return all
}

// go test -run '^$' -bench Conversation ./redaction
func BenchmarkConversation(b *testing.B) {
	for name, paragraph := range map[string]func(int) string{
		"clean": func(int) string {
			return strings.Repeat("The quick brown fox jumps over the lazy dog, as foxes do in section four. ", 14)
		},
		"1 finding in a KB": func(turn int) string {
			return strings.Repeat("The quick brown fox jumps over the lazy dog, as foxes do in section four. ", 14) + fmt.Sprintf("Mail to user%d@example.com.", turn)
		},
		"code": func(int) string {
			return strings.Repeat("\tif err := r.spend(len(text[i:j])); err != nil { return x[\"a\"], 12 }\n", 14)
		},
		"French": func(int) string {
			return strings.Repeat("Le renard brun saute par-dessus le chien paresseux, ça arrive à l’été. ", 14)
		},
	} {
		turns := historyOf(20, paragraph)
		size := 0
		for _, turn := range turns {
			size += len(turn)
		}
		for _, limit := range []int{0, maxCache} {
			b.Run(fmt.Sprintf("%s/cache of %d", name, limit), func(b *testing.B) {
				e := newEngine(b, Settings{})
				b.SetBytes(int64(size))
				var tally Tally
				r := newRun(e)
				r.cache.limit = limit
				for b.Loop() {
					r.cache.forget() // another conversation
					for _, turn := range turns {
						r.text(turn, &Place{Attribute: "gen_ai.input.messages"}, &tally, false)
					}
				}
			})
		}
	}
}
