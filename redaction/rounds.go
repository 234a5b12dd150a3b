package redaction

import (
	"bytes"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// How a text is looked at again once its findings are replaced.

// plain adds the edits of a text that is no JSON document and holds no media. What is left after its findings are replaced is looked at
// again until there is nothing more to find: a placeholder can make a context word or a boundary of what was none, and the result must be the
// same when it is redacted a second time.
func (r *run) plain(text []byte, p *site, round int) {
	if round > 0 || r.engine.masks == nil {
		r.rounds(text, p, round)
		return
	}
	edits, kept, unmasked := len(r.edits), len(r.kept), r.unmasked
	r.clashed = false
	if r.rounds(text, p, 0); r.clashed && !r.failed {
		r.edits, r.kept = r.edits[:edits], r.kept[:kept]
		r.unmasked = true
		r.rounds(text, p, 0)
		r.unmasked = unmasked
	}
	r.clashed = false
}

// rounds is plain without a second attempt. It sets r.clashed where a later round found something that overlaps with what an earlier one
// put there: a placeholder is passed over whole, but the digits that a mask leaves may begin a number. The result is then not what the last
// round found clean.
func (r *run) rounds(text []byte, p *site, round int) {
	from := len(r.edits)
	shown := r.scanText(text, p)
	if r.failed || len(r.edits) == from {
		return
	}
	if shown == settled {
		r.dropWhole(from, len(text))
		return
	}
	if round == maxRounds {
		r.fail(FailBudget)
		return
	}
	if round > exactRounds {
		r.widen(text, from, firstReach<<(reachShift*(round-exactRounds-1)))
		shown = unsettled
	}
	again := r.take()
	defer r.give()
	again.text = splice(again.text, text, r.edits[from:], &again.offsets)
	second := len(r.edits)
	if r.spend(len(again.text)); r.failed {
		return
	}
	if shown >= plain && r.isSettled(again.text, p, shown == plainInOnePass) {
		r.dropWhole(from, len(text))
		return
	}
	r.again++
	r.value(again.text, p, round+1)
	r.again--
	if r.failed {
		return
	}
	if len(r.edits) > second {
		r.mapBack(second, &again.offsets)
		all := len(r.edits)
		r.merge(from, second)
		r.clashed = r.clashed || len(r.edits) < all
	}
	r.dropWhole(from, len(text))
}

// widen extends the edits from index from on by reach bytes of text to both sides, and on to where a word ends. Those that meet become one.
// A text that shows something new again and again, such as a password that is short enough once the one behind it is replaced, comes to an end
// in this way, and what is far from it stays.
func (r *run) widen(text []byte, from, reach int) {
	wide := r.edits[:from]
	for _, e := range r.edits[from:] {
		last := 0
		if len(wide) > from {
			last = wide[len(wide)-1].end
		}
		for e.start = max(e.start-reach, last); e.start > last && !endsWord(text[e.start-1]); {
			e.start--
		}
		for e.end = max(e.end+reach, last); e.end < len(text) && !endsWord(text[e.end]); {
			e.end++
		}
		e.end = min(e.end, len(text))
		if r.engine.actions[e.entity] == Mask {
			e.replacement = r.engine.placeholders[e.entity]
		}
		if len(wide) > from && e.start == last {
			r.engine.cover(&wide[len(wide)-1], e)
			continue
		}
		wide = append(wide, e)
	}
	r.edits = wide
}

// endsWord reports whether c stands between words, and is no part of a character.
func endsWord(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', ',', ';':
		return true
	}
	return false
}

// isSettled reports whether a second look at text, which is what was scanned last with its findings replaced, would find nothing, and that
// near them only there is something new. onePass: one pass has shown that what was scanned is plain. It returns false where only a look at all
// of it can tell.
func (r *run) isSettled(text []byte, p *site, onePass bool) bool {
	if r.engine.thorough || r.mayMatchRule(r.scan.Bytes, false) || r.mayMatchRule(text, false) {
		return false
	}
	if len(r.freed) > 0 || looksLikeJSON(text) || detect.IsMediaPayload(text, p.nearestKey()) {
		return false
	}
	w, ok := r.engine.scanner.Window(&r.scan, text)
	if !ok {
		return false
	}
	if onePass {
		return r.engine.scanner.Rescan(&r.scan, text, w, true) && r.spend(0)
	}
	near := text[w.From:w.End]
	if _, media := detect.NextMedia(near, 0); media || r.changesFolded(near) || isEncoded(near) {
		return false
	}
	return r.engine.scanner.Rescan(&r.scan, text, w, false) && r.spend(0)
}

// isSettledFolded is isSettled for a folded text, with the edits from index from on, in positions of it. What folding has left is not folded
// again once the findings are replaced, unless it goes by its neighbour and that is a finding.
func (r *run) isSettledFolded(folded []byte, from int, p *site) bool {
	edits := r.edits[from:]
	if r.failed || len(edits) == 0 || bytes.IndexByte(r.escapes.text, '\\') >= 0 { // where escapes were is known for what was scanned only
		return false
	}
	for _, e := range edits {
		if e.start > 0 && folded[e.start-1] == '\\' || e.end < len(folded) && folded[e.end] >= 0x80 {
			return false
		}
	}
	again := r.take()
	defer r.give()
	again.text = splice(again.text, folded, edits, nil)
	return r.spend(len(again.text)) && r.isSettled(again.text, p, false)
}

// changesFolded reports whether folding changes text.
func (r *run) changesFolded(text []byte) bool {
	if !needsFold(text) {
		return false
	}
	folded := r.take()
	defer r.give()
	folded.text = fold(folded.text, text, &folded.offsets)
	return !bytes.Equal(folded.text, text)
}

// dropWhole makes one edit for all of a text of size bytes out of those from index from on, if the action of one of them is to drop what
// holds it.
func (r *run) dropWhole(from, size int) {
	for _, e := range r.edits[from:] {
		if r.engine.actions[e.entity].drops() {
			r.edits = append(r.edits[:from], edit{start: 0, end: size, entity: e.entity, replacement: e.replacement})
			return
		}
	}
}
