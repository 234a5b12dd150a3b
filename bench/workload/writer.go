package workload

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf16"
)

// style is how a writer writes.
type style struct {
	// typographic: quotes, dashes and apostrophes as models write them, rather than those of ASCII.
	typographic bool
	// scripts: half of the sentences are in other languages and scripts, and one JSON of four escapes everything outside of ASCII.
	scripts bool
	// dense: findings are short, and stand one after the other.
	dense bool
}

// writer makes content with perKB findings per KB (1024 bytes).
type writer struct {
	random  *rand.Rand
	perKB   int
	style   style
	size    int // bytes written so far, of what is not encoded yet an estimate
	settled int // bytes of them that are encoded
	found   int // findings written so far
	titles  uint64
	planted []string // findings since takePlanted
}

func newWriter(random *rand.Rand, perKB int, s style) *writer {
	return &writer{random: random, perKB: perKB, style: s, titles: random.Uint64N(titleCount)}
}

// message and messagePart have the shape of gen_ai.input.messages.
type message struct {
	Role  string        `json:"role"`
	Parts []messagePart `json:"parts"`
}

type messagePart struct {
	Type      string         `json:"type"`
	Content   string         `json:"content,omitempty"`
	ID        string         `json:"id,omitempty"`
	Name      string         `json:"name,omitempty"`
	Arguments map[string]any `json:"arguments,omitempty"`
	Response  string         `json:"response,omitempty"`
}

const envelope = 60 // bytes of JSON around the prose of one message

// opening returns what a conversation begins with.
func (w *writer) opening() message {
	return message{"system", []messagePart{{Type: "text", Content: w.titled() + " " + w.sentence()}}}
}

// said returns message i of those that follow the opening: questions and answers in turn, of four questions one with a tool behind it.
func (w *writer) said(i int) []message {
	w.size += envelope
	if i%2 == 1 {
		return []message{{"assistant", []messagePart{{Type: "text", Content: w.paragraph() + "\n\n" + w.block() + "\n\n" + w.paragraph()}}}}
	}
	all := []message{{"user", []messagePart{{Type: "text", Content: w.paragraph()}}}}
	if w.random.IntN(4) == 0 {
		all = append(all, w.toolCall()...)
	}
	return all
}

func (w *writer) toolCall() []message {
	id := "call_" + random(w.random, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 24)
	arguments := map[string]any{"query": w.titled(), "limit": 1 + w.random.IntN(50), "exact": w.random.IntN(2) == 0}
	w.size += 250
	return []message{
		{"assistant", []messagePart{{Type: "tool_call", ID: id, Name: "search_notes", Arguments: arguments}}},
		{"tool", []messagePart{{Type: "tool_call_response", ID: id, Response: w.paragraph()}}},
	}
}

// turns encodes messages. What was planted since the last time goes with the first of them.
func (w *writer) turns(messages ...message) []turn {
	all := make([]turn, len(messages))
	for i, m := range messages {
		all[i] = turn{message: m, json: w.encoded(m)}
	}
	all[0].findings = w.takePlanted()
	return all
}

// paragraph returns three to seven sentences, of which the first names a subject that no other paragraph has.
func (w *writer) paragraph() string {
	var b strings.Builder
	b.WriteString(w.titled())
	for range 2 + w.random.IntN(5) {
		b.WriteByte(' ')
		b.WriteString(w.sentence())
	}
	return b.String()
}

const (
	consonants = "bdfghjklmnprstvz"
	vowels     = "aeiou"
	syllables  = 6
	titleCount = 80 * 80 * 80 * 80 * 80 * 80 // syllables of a consonant and a vowel
	titleStep  = 104_729_000_001             // shares no factor with titleCount, so that the same title comes after titleCount others
)

// titled returns a sentence that names a subject which no other sentence has, so that no text is made twice.
func (w *writer) titled() string {
	var name [2 * syllables]byte
	w.titles = (w.titles + titleStep) % titleCount
	for n, i := w.titles, 0; i < len(name); i += 2 {
		name[i], name[i+1] = consonants[n%16], vowels[n/16%5]
		n /= 80
	}
	title := "About " + string(name[:]) + ": "
	w.size += len(title)
	return title + w.sentence()
}

// sentence returns a sentence, with as many findings behind it as are due.
func (w *writer) sentence() string {
	from := sentences
	if w.style.scripts && w.random.IntN(2) == 0 {
		from = foreignSentences
	}
	s := w.typeset(fill(w.random, pick(w.random, from)))
	w.size += len(s) + 1
	for w.found*1024 < w.size*w.perKB-512 {
		w.found++
		planted, f := w.finding()
		w.planted = append(w.planted, planted)
		w.size += len(f)
		s += f
	}
	return s
}

// finding returns a finding, and how it stands in a text.
func (w *writer) finding() (planted, inText string) {
	if w.style.dense {
		planted = shortFinding(w.random)
		return planted, " " + planted + ","
	}
	planted = finding(w.random)
	return planted, pick(w.random, []string{" See ", " That was ", " Ask ", " It says "}) + planted + "."
}

// takePlanted returns the findings since the last time.
func (w *writer) takePlanted() []string {
	planted := w.planted
	w.planted = nil
	return planted
}

// block returns a list, code, a table or a quotation.
func (w *writer) block() string {
	s := w.typeset(fill(w.random, pick(w.random, blocks)))
	w.size += len(s) + 8
	return s
}

// typeset writes s as it is, or as a model would that likes typography.
func (w *writer) typeset(s string) string {
	if !w.style.typographic || strings.HasPrefix(s, "```") {
		return s
	}
	return typography.Replace(s)
}

var typography = strings.NewReplacer(" \"", " “", "\" ", "” ", ": ", " — ", "'", "’", "...", "…")

// encoded is encode, and escapes everything outside of ASCII now and then. The size takes the place of what was estimated.
func (w *writer) encoded(v any) string {
	s := encode(v)
	if w.style.scripts && w.random.IntN(4) == 0 {
		s = ascii(s)
	}
	w.settle(len(s))
	return s
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

// settle puts the size of what was written since the last time in place of its estimate.
func (w *writer) settle(size int) {
	w.size = w.settled + size
	w.settled = w.size
}

// ascii escapes what is outside of ASCII, as json.dumps of Python does.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteByte(byte(r))
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
