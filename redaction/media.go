package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// prose adds the edits of a text that is no JSON document, without looking into the payloads of the pictures, sounds and files in it. What
// is around them is looked at as if a placeholder stood in the place of each.
func (r *run) prose(text []byte, p *site, round int) {
	if round == 0 && r.goesByBytes(p) && r.inOnePass(text, p) {
		return
	}
	if detect.IsMediaPayload(text, p.nearestKey()) {
		r.payload(text, detect.MediaSpan{End: len(text)}, p)
		return
	}
	span, ok := detect.NextMedia(text, 0)
	if !ok {
		r.plain(text, p, round)
		return
	}
	from := len(r.edits)
	r.scan.From = 0
	around := r.take()
	defer r.give()
	at := 0
	for ; ok; span, ok = detect.NextMedia(text, span.End) {
		around.text = append(around.text, text[at:span.Start]...)
		around.text = append(around.text, r.engine.placeholders[detect.Media]...)
		at = span.End
		around.offsets.mark(len(around.text), at)
		r.payload(text, span, p)
	}
	around.text = append(around.text, text[at:]...)
	second := len(r.edits)
	if r.spend(len(text)); r.failed {
		return
	}
	r.plain(around.text, p, round)
	r.mapBack(second, &around.offsets)
	r.merge(from, second)
}

// payload adds what the policy for media makes of one payload, or counts that it was passed over.
func (r *run) payload(text []byte, span detect.MediaSpan, p *site) {
	action := r.engine.content[MediaContent].Action
	if !action.replaces() {
		r.skippedMedia += span.End - span.Start
		return
	}
	e := edit{start: span.Start, end: span.End, entity: detect.Media}
	switch action {
	case HashContent:
		e.replacement = r.engine.contentHash(string(text[span.Start:span.End]), MediaContent)
	case ReferenceContent:
		e.start = span.URI
		e.replacement = r.engine.reference(MediaContent, p.attribute, p.source)
	default:
		e.replacement = r.engine.placeholders[detect.Media]
	}
	r.media++
	r.edits = append(r.edits, e)
}

// Media returns what the policy for media puts in the place of bytes that are no text, as a string. It returns false where it leaves them. It
// counts in t what it did.
func (e *Engine) Media(payload []byte, p Place, t *Tally) (string, bool) {
	var out string
	switch e.content[MediaContent].Action {
	case DropContent:
		out = e.placeholders[detect.Media]
	case HashContent:
		out = e.contentHash(string(payload), MediaContent)
	case ReferenceContent:
		out = e.reference(MediaContent, p.Attribute, p.Source)
	default:
		return "", false
	}
	t.countContent(MediaContent, e.content[MediaContent].Action)
	return out, true
}
