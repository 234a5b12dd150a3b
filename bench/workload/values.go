package workload

import (
	"math/rand/v2"
	"strings"
)

// ValueSettings is what values of one size are made of.
type ValueSettings struct {
	Seed uint64
	// Bytes is the size of a value: it is at most that, and less by what one more sentence would take.
	Bytes int
	// FindingsPerKB is how many findings stand in 1024 bytes; from 0 to 30, to 60 with Dense.
	FindingsPerKB int
	// Dense plants the shorter kinds only, one after the other, as in a list of customers, so that more of them fit.
	Dense bool
	// Plain makes prose; otherwise a value is the JSON of gen_ai.input.messages.
	Plain bool
}

// Values returns count values, no two of them the same.
func Values(s ValueSettings, count int) []string {
	w := newWriter(rand.New(rand.NewPCG(s.Seed, 2026)), s.FindingsPerKB, style{dense: s.Dense})
	values := make([]string, count)
	for i := range values {
		if s.Plain {
			values[i] = w.prose(s.Bytes)
		} else {
			values[i] = w.messages(s.Bytes)
		}
	}
	return values
}

// prose returns sentences of up to size bytes in all.
func (w *writer) prose(size int) string {
	var b strings.Builder
	found := w.found
	for s := w.titled(); b.Len()+len(s)+1 <= size; s = w.sentence() {
		b.WriteString(s + " ")
		found = w.found
	}
	w.found = found // those of the sentence that did not fit are still to come
	w.settle(b.Len())
	return b.String()
}

// messages returns the JSON of user's messages, of up to size bytes in all and some 1 KB each.
func (w *writer) messages(size int) string {
	const begin, end, perMessage = `{"role":"user","parts":[{"type":"text","content":"`, `"}]}`, 1 << 10
	var b strings.Builder
	b.WriteString("[" + begin)
	from, found := b.Len(), w.found
	for s := w.titled(); ; s = w.sentence() {
		piece := strings.Trim(encode(s+" "), `"`)
		if b.Len()+len(piece)+len(end)+len("]") > size {
			break
		}
		if b.Len()-from > perMessage && b.Len()+len(piece)+2*len(end)+len(begin)+len(",]") <= size {
			b.WriteString(end + "," + begin)
			from = b.Len()
		}
		b.WriteString(piece)
		found = w.found
	}
	w.found = found // those of the sentence that did not fit are still to come
	b.WriteString(end + "]")
	w.settle(b.Len())
	return b.String()
}
