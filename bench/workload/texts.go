package workload

import (
	"math/rand/v2"
	"strings"
)

const (
	textCount = 266 // some 5 KB each: 1.3 MB in all
	overshoot = 3 << 9
)

// Texts returns values of gen_ai.input.messages, the same each time: 2 to 8 KB each, 1.3 MB in all, with perKB findings per KB. Typographic
// ones hold quotes and dashes outside of ASCII.
func Texts(perKB int, typographic bool) []string {
	w := newWriter(rand.New(rand.NewPCG(5, 2026)), perKB, style{typographic: typographic})
	texts := make([]string, textCount)
	for i := range texts {
		texts[i] = w.conversationOf(minMessages + w.random.IntN(maxMessages-overshoot-minMessages))
	}
	return texts
}

// conversationOf returns the JSON of a conversation of size bytes or a little more.
func (w *writer) conversationOf(size int) string {
	text := strings.Builder{}
	text.WriteString("[" + w.encoded(w.opening()))
	for i := 0; text.Len() < size; i++ {
		for _, t := range w.turns(w.said(i)...) {
			text.WriteString("," + t.json)
		}
	}
	text.WriteString("]")
	return text.String()
}
