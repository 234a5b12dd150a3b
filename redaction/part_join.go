package redaction

import (
	"encoding/json"
	"slices"
	"sort"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// maxJoins is how often the parts of a message are looked at again, until nothing more is found.
const maxJoins = 32

// joiner looks for what stands in several parts of one message. It belongs to a run.
type joiner struct {
	run    *run
	text   []byte
	alone  []edit // of each part alone, and of everything around them
	joined []edit // of parts in which joining them found something: all edits of those parts

	parts   []part // see partFinder
	key     []byte // the key in place
	name    []byte // see partFinder.resolved
	offsets offsets
	own     []edit // of the parts that are being joined
	found   []edit
	spare   []edit
	states  []partState
	pieces  []piece

	onlyKeys bool // nothing but keys that go over a seam is looked for
	changed  bool // joining found something
	dropped  bool // all that follows a finding was dropped in this round
	site     site // place and no more
}

// partState is the text of a part with the edits so far, and its way back to the text around it.
type partState struct {
	text               []byte
	part               part
	spliced, unescaped *offsets // nil where both sides are the same
}

func (r *run) takeJoiner() *joiner {
	if r.joining == len(r.joiners) {
		r.joiners = append(r.joiners, &joiner{run: r})
	}
	j := r.joiners[r.joining]
	r.joining++
	j.joined, j.parts = j.joined[:0], j.parts[:0]
	return j
}

func (r *run) giveJoiner() { r.joining-- }

// size returns about how many bytes the buffers of j take.
func (j *joiner) size() int {
	return 64*(cap(j.joined)+cap(j.own)+cap(j.found)+cap(j.spare)+cap(j.states)+cap(j.pieces)) + 24*cap(j.parts)
}

// merge joins what was found with the edits of the run from index from on.
func (j *joiner) merge(from int) {
	if len(j.joined) == 0 {
		return
	}
	slices.SortFunc(j.joined, func(a, b edit) int { return a.start - b.start })
	second := len(j.run.edits)
	j.run.edits = append(j.run.edits, j.joined...)
	j.run.merge(from, second)
}

// join looks at neighbouring parts. JSON documents and texts with media among them stand for themselves.
func (j *joiner) join(parts []part) {
	for len(parts) > 1 && !j.run.failed {
		n := 0
		for n < len(parts) && !j.isWhole(parts[n]) {
			n++
		}
		if n > 1 {
			j.joinTexts(parts[:n])
		}
		parts = parts[min(n+1, len(parts)):]
	}
}

// isWhole reports whether the text of a part is a JSON document, or holds media.
func (j *joiner) isWhole(p part) bool {
	r, used := j.run, j.run.used
	content := j.text[p.start:p.end]
	if p.escaped {
		l := r.take()
		l.text = unescape(l.text, content, &l.offsets)
		content = l.text
	}
	_, hasMedia := detect.NextMedia(content, 0)
	is := hasMedia || detect.IsMediaPayload(content, j.site.nearestKey()) ||
		looksLikeJSON(content) && r.spend(len(content)) && json.Valid(content)
	r.used = used
	return is
}

// joinTexts looks at the seams until there is nothing more to find: with a finding gone, what is left of a part may be another one.
func (j *joiner) joinTexts(parts []part) {
	r, used, unmasked := j.run, j.run.used, j.run.unmasked
	defer func() { r.used, r.unmasked = used, unmasked }()
	r.unmasked = true // what is left of a mask in one part may be a part of the finding
	if j.takeOwn(parts); j.isKeyCut(parts) {
		j.joinKeys(parts)
		r.used = used
	}
	for round := 0; ; round++ {
		j.found, j.dropped = j.found[:0], false
		if j.update(parts); round > 0 {
			j.rescan()
		}
		if j.scanSeams(); r.failed {
			return
		}
		if len(j.found) == 0 {
			if j.changed {
				j.joined = append(j.joined, j.own...)
			}
			return
		}
		j.changed = true
		if round == maxJoins {
			r.fail(FailBudget)
			return
		}
		j.sortFound()
		j.spare = j.run.engine.mergeEdits(j.spare[:0], j.own, j.found)
		j.own, j.spare = j.spare, j.own
		r.used = used
	}
}

// isKeyCut reports whether a part alone ends with a key that perhaps goes on in the next part: half a key is a finding already.
func (j *joiner) isKeyCut(parts []part) bool {
	rest := j.own
	for _, p := range parts[:len(parts)-1] {
		var own []edit
		own, rest = editsBefore(rest, p.end)
		if n := len(own); n > 0 && own[n-1].end == p.end && isKey(own[n-1].entity) {
			return true
		}
	}
	return false
}

// isKey reports whether findings of e are long tokens, of which what stands behind the seam of two parts is surely more of it.
func isKey(e Entity) bool { return e == detect.PrivateKey || e == detect.APIKey || e == detect.JWT }

// joinKeys adds to j.own the keys that go over a seam in the texts as they were.
func (j *joiner) joinKeys(parts []part) {
	own := append(j.spare[:0], j.own...)
	j.own, j.found, j.dropped = j.own[:0], j.found[:0], false
	j.update(parts)
	j.onlyKeys = true
	j.scanSeams()
	j.onlyKeys = false
	j.changed = len(j.found) > 0
	j.sortFound()
	j.spare, j.own = own, j.run.engine.mergeEdits(j.own, own, j.found)
}

// takeOwn copies to j.own the edits of the parts alone.
func (j *joiner) takeOwn(parts []part) {
	j.own, j.changed = j.own[:0], false
	rest := j.alone[sort.Search(len(j.alone), func(i int) bool { return j.alone[i].start >= parts[0].start }):]
	for _, p := range parts {
		var own []edit
		_, rest = editsBefore(rest, p.start)
		own, rest = editsBefore(rest, p.end)
		j.own = append(j.own, own...)
	}
}

// editsBefore divides edits into those that start before end and the others.
func editsBefore(edits []edit, end int) (before, rest []edit) {
	n := 0
	for n < len(edits) && edits[n].start < end {
		n++
	}
	return edits[:n], edits[n:]
}

// update fills j.states with the texts as they are after the edits in j.own.
func (j *joiner) update(parts []part) {
	r := j.run
	j.states = j.states[:0]
	rest := j.own
	for _, p := range parts {
		s := partState{text: j.text[p.start:p.end], part: p}
		var own []edit
		if own, rest = editsBefore(rest, p.end); len(own) > 0 {
			l := r.take()
			shift(own, -p.start)
			l.text = splice(l.text, s.text, own, &l.offsets)
			shift(own, p.start)
			s.text, s.spliced = l.text, &l.offsets
		}
		if p.escaped {
			l := r.take()
			l.text = unescape(l.text, s.text, &l.offsets)
			s.text, s.unescaped = l.text, &l.offsets
		}
		if !r.spend(len(s.text)) {
			return
		}
		j.states = append(j.states, s)
	}
}

func (j *joiner) sortFound() {
	slices.SortStableFunc(j.found, func(a, b edit) int { return a.start - b.start })
}

// add adds an edit of the bytes [e.start, e.end) of the text of a part to j.found.
func (j *joiner) add(s *partState, e edit) {
	if s.unescaped != nil {
		e.start, e.end = s.unescaped.start(e.start), s.unescaped.end(e.end)
	}
	if s.spliced != nil {
		e.start, e.end = s.spliced.start(e.start), s.spliced.end(e.end)
	}
	e.start, e.end = e.start+s.part.start, e.end+s.part.start
	if s.part.quoted {
		e.requote()
	}
	j.found = append(j.found, e)
}

// rescan looks at each part alone once more.
func (j *joiner) rescan() {
	r, from := j.run, len(j.run.edits)
	r.again++ // what is kept there was counted
	defer func() { r.again-- }()
	for i := range j.states {
		if r.failed {
			return
		}
		r.value(j.states[i].text, &j.site, 0)
		for _, e := range r.edits[from:] {
			j.add(&j.states[i], e)
		}
		r.edits = r.edits[:from]
	}
}
