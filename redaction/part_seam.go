package redaction

import (
	"sort"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

const (
	// seamReach is how many bytes of a part are looked at on each side of a seam: more than a private key is long.
	seamReach = 4 << 10
	// seamMargin is how near to where a part was cut for that a finding is not believed, unless it goes over a seam: what tells that it
	// is none may stand beyond. It is more than the window of context words.
	seamMargin = 64
)

// piece says that the bytes [from, to) of a part stand at at in the text that is scanned.
type piece struct {
	state        *partState
	from, to, at int
}

// scanSeams looks at what stands around the seams. Of a long part only both ends are looked at, each with its neighbours.
func (j *joiner) scanSeams() {
	w := j.run.take()
	defer j.run.give()
	j.pieces = j.pieces[:0]
	for i := range j.states {
		s := &j.states[i]
		from, to := 0, len(s.text)
		if i == 0 {
			from = max(0, to-seamReach)
		}
		if i == len(j.states)-1 {
			to = min(to, seamReach)
		}
		if to-from > 2*seamReach {
			w.text = j.addPiece(w.text, piece{state: s, to: seamReach})
			j.scanWindow(w.text)
			w.text, j.pieces, from = w.text[:0], j.pieces[:0], to-seamReach
		}
		w.text = j.addPiece(w.text, piece{state: s, from: from, to: to})
	}
	j.scanWindow(w.text)
}

func (j *joiner) addPiece(window []byte, p piece) []byte {
	p.at = len(window)
	j.pieces = append(j.pieces, p)
	return append(window, p.state.text[p.from:p.to]...)
}

// scanWindow adds to j.found what is found in the text of j.pieces.
func (j *joiner) scanWindow(window []byte) {
	r, from, drop := j.run, len(j.run.edits), j.run.dropAttribute
	r.again++ // what is kept in one part was counted
	if r.spend(len(window)) {
		r.scanText(window, &j.site)
	}
	r.again--
	r.dropAttribute = drop
	found := r.edits[from:]
	r.edits = r.edits[:from]
	for _, e := range found {
		j.divide(e, len(window))
	}
}

// divide adds a finding of a window of size bytes: its replacement in the first part that it is in, nothing in the others.
func (j *joiner) divide(e edit, size int) {
	first := sort.Search(len(j.pieces), func(i int) bool { return j.pieces[i].end() > e.start })
	start, end := &j.pieces[0], &j.pieces[len(j.pieces)-1]
	if j.onlyKeys && (!isKey(e.entity) || e.end <= j.pieces[first].end()) {
		return
	}
	isCut := start.from > 0 && e.start < seamMargin || end.to < len(end.state.text) && e.end > size-seamMargin
	if isCut && e.end <= j.pieces[first].end() {
		return
	}
	action := j.run.engine.actions[e.entity]
	j.run.dropAttribute = j.run.dropAttribute || action == DropAttribute
	if action.drops() {
		if !j.dropped { // findings come in order: the first takes all that follows
			j.dropped = true
			j.dropFrom(j.pieces[first].state, e)
		}
		return
	}
	for i := first; i < len(j.pieces) && j.pieces[i].at < e.end; i++ {
		p, own := &j.pieces[i], e
		if p.from == p.to {
			continue
		}
		own.start, own.end = max(e.start, p.at)-p.at+p.from, min(e.end, p.end())-p.at+p.from
		if i > first {
			own.entity, own.replacement = detect.None, ""
		}
		j.add(p.state, own)
	}
}

// dropFrom puts the replacement of e in the place of the whole text that goes on from a part to the last one.
func (j *joiner) dropFrom(first *partState, e edit) {
	reached := false
	for i := range j.states {
		s := &j.states[i]
		if reached = reached || s == first; !reached || len(s.text) == 0 {
			continue
		}
		e.start, e.end = 0, len(s.text)
		j.add(s, e)
		e.entity, e.replacement = detect.None, ""
	}
}

// end returns where the piece ends in the window.
func (p *piece) end() int { return p.at + p.to - p.from }
