package redaction

import "sort"

// offsets maps positions in a derived text (unescaped, folded, spliced) back to the text that it was derived from. It is written
// from left to right; between two marks both texts run in step.
type offsets struct{ marks []mark }

// mark says that position derived of the derived text stands for position original from here on.
type mark struct{ derived, original int }

func (o *offsets) reset() { o.marks = o.marks[:0] }

// mark adds a mark. Of several marks at one derived position, the first is where the unit before ends, the last where the unit
// behind starts; what lies between was dropped.
func (o *offsets) mark(derived, original int) {
	if n := len(o.marks); n > 1 && o.marks[n-1].derived == derived && o.marks[n-2].derived == derived {
		o.marks[n-1].original = original // those between are never read, and a long run that is dropped would have one for each byte
		return
	}
	o.marks = append(o.marks, mark{derived, original})
}

// start returns the original position of the unit that starts at derived.
func (o *offsets) start(derived int) int {
	i := sort.Search(len(o.marks), func(i int) bool { return o.marks[i].derived > derived })
	return o.step(i, derived)
}

// end returns the original position behind the unit that ends at derived.
func (o *offsets) end(derived int) int {
	i := sort.Search(len(o.marks), func(i int) bool { return o.marks[i].derived >= derived })
	if i < len(o.marks) && o.marks[i].derived == derived {
		return o.marks[i].original
	}
	return o.step(i, derived)
}

// step maps derived by the mark before marks[i], but never beyond marks[i].
func (o *offsets) step(i, derived int) int {
	original := derived
	if i > 0 {
		original = o.marks[i-1].original + derived - o.marks[i-1].derived
	}
	if i < len(o.marks) {
		original = min(original, o.marks[i].original)
	}
	return original
}

// escapes answers for a text that is scanned how its bytes were written in the text before it was folded and decoded; see
// [detect.Escapes].
type escapes struct {
	text     []byte                     // before
	folded   *offsets                   // nil where there was nothing to fold
	decoded  [2 * maxDecodings]*offsets // of one decoding or folding after the other
	readings int                        // how many of decoded are in use
	base     int                        // where the part of the text that is scanned starts
}

func (e *escapes) add(o *offsets) {
	e.decoded[e.readings] = o
	e.readings++
}

// Backslashes returns how many backslashes the text before has where the byte at at came from.
func (e *escapes) Backslashes(at int) int {
	at += e.base
	for i := e.readings - 1; i >= 0; i-- {
		at = e.decoded[i].start(at)
	}
	n := 0
	for i := e.folded.start(at); i < len(e.text) && e.text[i] == '\\'; i++ {
		n++
	}
	return n
}
