package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
)

const (
	textCount = 266 // some 5 KB each: 1.3 MB in all
	minSize   = 2 << 10
	maxSize   = 8 << 10
	overshoot = 3 << 9 // of a text that is to have a size: by up to half an exchange
)

// text is the value of one attribute, in the two forms that the subjects take.
type text struct {
	json  string
	bytes []byte
}

// message and part have the shape of gen_ai.input.messages.
type message struct {
	Role  string `json:"role"`
	Parts []part `json:"parts"`
}

type part struct {
	Type      string         `json:"type"`
	Content   string         `json:"content,omitempty"`
	ID        string         `json:"id,omitempty"`
	Name      string         `json:"name,omitempty"`
	Arguments map[string]any `json:"arguments,omitempty"`
	Response  string         `json:"response,omitempty"`
}

// writer makes texts with perKB findings per KB (1024 bytes) of JSON; the same each time.
type writer struct {
	random *rand.Rand
	perKB  int
	// typographic: quotes, dashes and apostrophes as models write them, rather than those of ASCII.
	typographic bool
	size        int // bytes written so far, over all texts
	found       int // findings written so far
}

// makeTexts returns the texts of one density.
func makeTexts(perKB int, typographic bool) []text {
	w := &writer{random: rand.New(rand.NewPCG(5, 2026)), perKB: perKB, typographic: typographic}
	texts := make([]text, textCount)
	for i := range texts {
		encoded := w.messages(minSize + w.random.IntN(maxSize-overshoot-minSize))
		texts[i] = text{encoded, []byte(encoded)}
	}
	return texts
}

// messages returns the JSON of a conversation of about size bytes: prose of user and assistant, and of four exchanges one with a tool.
func (w *writer) messages(size int) string {
	const envelope = 60 // bytes of JSON around the prose of one message
	start, end := w.size, w.size+size
	all := []message{{"system", []part{{Type: "text", Content: w.sentence() + " " + w.sentence()}}}}
	for w.size < end {
		w.size += envelope
		all = append(all, message{"user", []part{{Type: "text", Content: w.paragraph()}}})
		if w.random.IntN(4) == 0 {
			all = append(all, w.toolCall()...)
		}
		if w.size < end {
			w.size += envelope
			answer := w.paragraph() + "\n\n" + w.block() + "\n\n" + w.paragraph()
			all = append(all, message{"assistant", []part{{Type: "text", Content: answer}}})
		}
	}
	encoded := encode(all)
	w.size = start + len(encoded) // what was an estimate
	return encoded
}

func (w *writer) toolCall() []message {
	id := "call_" + random(w.random, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 24)
	arguments := map[string]any{"query": w.sentence(), "limit": 1 + w.random.IntN(50), "exact": w.random.IntN(2) == 0}
	w.size += 250
	return []message{
		{"assistant", []part{{Type: "tool_call", ID: id, Name: "search_notes", Arguments: arguments}}},
		{"tool", []part{{Type: "tool_call_response", ID: id, Response: w.paragraph()}}},
	}
}

func (w *writer) paragraph() string {
	var b strings.Builder
	for i := range 3 + w.random.IntN(5) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.sentence())
	}
	return b.String()
}

// sentence returns a sentence, with as many findings behind it as are due.
func (w *writer) sentence() string {
	s := w.typeset(fill(w.random, pick(w.random, sentences)))
	w.size += len(s) + 1
	for w.found*1024 < w.size*w.perKB-512 {
		w.found++
		f := pick(w.random, []string{" See ", " That was ", " Ask ", " It says "}) + finding(w.random) + "."
		w.size += len(f)
		s += f
	}
	return s
}

func (w *writer) block() string {
	s := w.typeset(fill(w.random, pick(w.random, blocks)))
	w.size += len(s) + 8
	return s
}

// typeset writes s as it is, or as a model would that likes typography.
func (w *writer) typeset(s string) string {
	if !w.typographic || strings.HasPrefix(s, "```") {
		return s
	}
	return strings.NewReplacer(" \"", " “", "\" ", "” ", ": ", " — ", "'", "’", "...", "…").Replace(s)
}

// encode writes JSON as the SDKs do, which leave angle brackets and ampersands as they are.
func encode(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // plain strings and numbers
	}
	return strings.TrimSuffix(b.String(), "\n")
}
