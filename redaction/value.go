package redaction

import (
	"bytes"
	"slices"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// leaf adds the edits of one string to r.edits, in positions of text. It is what a walker of structured values calls for each
// string ([Engine.Text]) and what the JSON walker calls for each string token, so that both find the same.
func (r *run) leaf(text []byte, p *site) {
	if len(text) == 0 || r.failed || r.engine.isReference(text, p) {
		return
	}
	if p.whole != detect.None {
		r.whole(text, p)
		return
	}
	r.value(text, p, 0)
}

// whole adds the edit for a string that its key says to replace, unless it is a placeholder already. One that is allowed or harmless is
// looked at like any other.
func (r *run) whole(text []byte, p *site) {
	r.spend(len(text))
	if r.engine.grammar.End(text, 0) == len(text) {
		return
	}
	if r.engine.allowed(p.whole, text) || detect.IsHarmless(p.nearestKey(), text) || r.isKept(p.whole) {
		freed := *p
		freed.whole = detect.None
		r.value(text, &freed, 0)
		return
	}
	finding := text
	if a := r.engine.actions[p.whole]; (a == Pseudonym || a == Mask) && needsFold(text) {
		folded := r.take()
		defer r.give()
		folded.text = fold(folded.text, text, &folded.offsets)
		finding = folded.text
	}
	if e, changes := r.edit(0, len(text), p.whole, finding); changes {
		r.edits = append(r.edits, e)
	}
}

// edit returns what becomes of a finding of en at [start, end), which is the text finding once escapes and look-alikes are resolved. It
// returns false where that changes nothing.
func (r *run) edit(start, end int, en Entity, finding []byte) (edit, bool) {
	e := edit{start: start, end: end, entity: en, replacement: r.replacement(en, finding)}
	r.dropAttribute = r.dropAttribute || r.engine.actions[en] == DropAttribute
	return e, e.replacement != string(finding)
}

// isKept reports whether findings of en are left, and counts this one.
func (r *run) isKept(en Entity) bool {
	if r.engine.actions[en] != Keep {
		return false
	}
	if r.again == 0 {
		r.kept = append(r.kept, en)
	}
	return true
}

// value adds the edits of a text that is JSON or not. round counts how often it was spliced and looked at again.
func (r *run) value(text []byte, p *site, round int) {
	if looksLikeJSON(text) {
		from := len(r.edits)
		w := walker{run: r, text: text, skim: detect.Skim{Keys: &r.silent}}
		if w.document(p) {
			if w.joins {
				r.joinParts(text, p, from)
			}
			return
		}
		if r.failed {
			return
		}
		r.edits = r.edits[:from]
	}
	r.prose(text, p, round)
}

// looksLikeJSON reports whether text starts like a JSON object, array or string.
func looksLikeJSON(text []byte) bool {
	for _, c := range text {
		switch c {
		case ' ', '\t', '\n', '\r':
			continue
		case '{', '[', '"':
			return len(text) >= 2
		}
		return false
	}
	return false
}

// showing is what a scan showed of its text beside the findings.
type showing uint8

const (
	unsettled      showing = iota // with its findings replaced, all of it is to be looked at again
	settled                       // a second look with its findings replaced would find nothing
	plain                         // it needs no folding and no decoding
	plainInOnePass                // the same, as one pass has shown
)

// scanText adds the edits of one pass over text.
func (r *run) scanText(text []byte, p *site) showing {
	r.escapes = escapes{text: text}
	if r.scanned {
		r.detect(text, p)
		return plainInOnePass
	}
	known := r.scan.From
	if !needsFold(text[known:]) {
		if r.scanReadings(text, known, p) > 1 {
			return unsettled
		}
		return plain
	}
	known = r.engine.scanner.Before(text, known)
	r.scan.From = known
	from := len(r.edits)
	folded := r.take()
	defer r.give()
	folded.text = fold(folded.text, text, &folded.offsets)
	if r.spend(len(text)); r.failed {
		return unsettled
	}
	r.escapes.folded = &folded.offsets
	is := unsettled
	if r.scanReadings(folded.text, known, p) == 1 && r.isSettledFolded(folded.text, from, p) {
		is = settled
	}
	r.mapBack(from, &folded.offsets)
	return is
}

// scanReadings adds the edits of a folded text, read as it is and decoded, and returns in how many ways it was read. Nothing in it is encoded
// before known.
func (r *run) scanReadings(text []byte, known int, p *site) (readings int) {
	from, used := len(r.edits), r.used
	r.detect(text, p)
	for readings = 1; readings <= maxDecodings && !r.failed && isEncoded(text[known:]); readings++ {
		known = 0
		text = r.decode(text)
		second := len(r.edits)
		if r.detect(text, p); !r.failed && len(r.edits) > second {
			for i := r.escapes.readings - 1; i >= 0; i-- {
				r.mapBack(second, r.escapes.decoded[i])
			}
			r.merge(from, second)
		}
	}
	r.used = used
	return readings
}

// decode returns text decoded, and folded again where that has brought escapes to light.
func (r *run) decode(text []byte) []byte {
	decoded := r.take()
	decoded.text = decodeText(decoded.text, text, &decoded.offsets)
	r.spend(len(text))
	r.escapes.add(&decoded.offsets)
	if bytes.IndexByte(decoded.text, '\\') < 0 {
		return decoded.text
	}
	folded := r.take()
	folded.text = fold(folded.text, decoded.text, &folded.offsets)
	r.spend(len(text))
	r.escapes.add(&folded.offsets)
	return folded.text
}

// merge joins the edits from index from on with those from index second on, both of one text.
func (r *run) merge(from, second int) {
	r.merged = r.engine.mergeEdits(r.merged[:0], r.edits[from:second], r.edits[second:])
	r.edits = append(r.edits[:from], r.merged...)
}

// detect adds the edits of a text in the form that the detectors read.
func (r *run) detect(text []byte, p *site) {
	from := len(r.edits)
	r.freed = r.freed[:0]
	r.scanPart(text, detect.Match{End: len(text)}, p)
	if len(r.engine.rules) > 0 && !r.failed {
		r.applyRules(text, from)
	}
	if len(r.freed) == 0 {
		return
	}
	for i := 0; i < len(r.freed) && !r.failed; i++ {
		r.scanPart(text, r.freed[i], p)
	}
	slices.SortFunc(r.edits[from:], func(a, b edit) int { return a.start - b.start })
}

// scanPart adds the edits of part of text: all of it, or what a finding that is allowed covers. What is allowed is put on r.freed to be
// looked at from within, if it is less than part, so that this comes to an end.
func (r *run) scanPart(text []byte, part detect.Match, p *site) {
	r.scan.Bytes, r.scan.Place = text[part.Start:part.End], p.place
	r.scan.Escapes, r.escapes.base = nil, part.Start
	if r.escapes.folded != nil {
		r.scan.Escapes = &r.escapes
	}
	if r.scanned {
		r.scanned = false
	} else if !r.engine.scanner.Scan(&r.scan) {
		r.fail(FailBudget)
		return
	}
	for _, m := range r.scan.Matches {
		m.Start, m.End = m.Start+part.Start, m.End+part.Start
		switch {
		case m == part:
		case m.Other != detect.None:
			r.joined(m, text)
		case !r.engine.allowed(m.Entity, text[m.Start:m.End]) && !r.isKept(m.Entity):
			if e, changes := r.edit(m.Start, m.End, m.Entity, text[m.Start:m.End]); changes {
				r.edits = append(r.edits, e)
			}
		case part.Entity == detect.None || m.End-m.Start < part.End-part.Start:
			r.freed = append(r.freed, inside(m, text))
		}
	}
}

// joined adds the edit of two findings that overlap: what the stricter of their actions says, with a placeholder for a mask, which might
// leave a part of the other. No Allow frees both.
func (r *run) joined(m detect.Match, text []byte) {
	en, actions := m.Entity, r.engine.actions
	if stricterAction(actions[en], actions[m.Other]) != actions[en] {
		en = m.Other
	}
	if r.isKept(en) {
		return
	}
	e, changes := r.edit(m.Start, m.End, en, text[m.Start:m.End])
	if actions[en] == Mask {
		e.replacement = r.engine.placeholders[en]
	}
	if changes {
		r.edits = append(r.edits, e)
	}
}

// inside returns the part of a finding to look at once more from within. Of an e-mail address it is what stands before the at sign: with
// the rest, a number there would be the address again.
func inside(m detect.Match, text []byte) detect.Match {
	if at := bytes.LastIndexByte(text[m.Start:m.End], '@'); m.Entity == detect.Email && at > 0 {
		m.End = m.Start + at
	}
	return m
}

// mapBack maps the edits from index from on to the text that o was derived from.
func (r *run) mapBack(from int, o *offsets) {
	for i := from; i < len(r.edits); i++ {
		e := &r.edits[i]
		e.start, e.end = o.start(e.start), o.end(e.end)
	}
}
