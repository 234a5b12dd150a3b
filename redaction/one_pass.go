package redaction

import (
	"bytes"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Texts that are written plainly, as nearly all are, are looked at once: what finds nothing in them, or what they hold, also shows that there
// is one reading of them only, and no media. Those with findings must be ASCII from there on.

// inOnePass adds the edits of a text that is no JSON document, if it can do so in one pass; where r.scan.From is above 0, the text was seen to
// be clean before that. If it returns false, it has added none.
func (r *run) inOnePass(text []byte, p *site) bool {
	if r.scan.From > 0 {
		r.skim.Reset()
	} else if clean, stops := r.isPlainlyClean(text, p); clean || !stops {
		return clean
	}
	if !isPlainASCII(text, r.scan.From, &r.skim) {
		return false
	}
	r.scan.Bytes, r.scan.Place, r.scan.Escapes = text, p.place, nil
	if !r.engine.scanner.ScanPlain(&r.scan, &r.skim) || detect.IsMediaPayload(text, p.nearestKey()) {
		return false
	}
	r.settlePass(text, p)
	return true
}

// isPlainlyClean reports whether one look at the bytes of a text shows that it holds no finding. Where it does not, stops says whether it came
// to what is perhaps a finding; r.scan starts there.
func (r *run) isPlainlyClean(text []byte, p *site) (clean, stops bool) {
	at := r.engine.scanner.SkimPlain(text, &r.skim)
	r.scan.Work, r.skim.Work = r.scan.Work+r.skim.Work, 0
	switch {
	case at == len(text):
		if r.mayMatchRule(text, r.skim.Foldable) || detect.IsMediaPayload(text, p.nearestKey()) {
			return false, false
		}
		if !looksLikeJSON(text) && !holdsControl(text) { // or it may be too deep, or no JSON, in another place
			r.clean.add(text)
		}
		return r.spend(len(text)), false
	case text[at] >= 0x20 && text[at] != '\\' && !r.skim.Foldable:
		r.scan.From = at
		return false, true
	}
	return false, false
}

// stringInOnePass moves behind the string that is next, of which known is known, and adds its edits, if it can do so in one pass over the
// document. If it returns false, it has done neither.
func (w *walker) stringInOnePass(p *site, known read) bool {
	r, start := w.run, w.i+1
	if known.at == 0 || known.escapes > 0 || !r.goesByBytes(p) {
		return false
	}
	n := bytes.IndexByte(w.text[known.at:], '"')
	if n < 0 || !isPlainASCII(w.text[:known.at+n], known.at, &w.skim) {
		return false
	}
	content := w.text[start : known.at+n]
	r.scan.Bytes, r.scan.Place, r.scan.Escapes, r.scan.From = content, p.place, nil, known.at-start
	plain := r.engine.scanner.ScanJSON(&r.scan, w.text, start, &w.skim)
	r.scan.From = 0
	if !plain || detect.IsMediaPayload(content, p.nearestKey()) || r.engine.isReference(content, p) {
		return false
	}
	from := len(r.edits)
	r.settlePass(content, p)
	for i := from; i < len(r.edits); i++ {
		e := &r.edits[i]
		e.start, e.end = e.start+start, e.end+start
		e.requote()
	}
	w.i = start + len(content) + 1
	return true
}

// isPlainASCII reports whether text holds neither a byte other than ASCII nor a backslash from from on, by what k has surveyed of it or by a
// look of its own.
func isPlainASCII(text []byte, from int, k *detect.Skim) bool {
	if k.IsASCII(from, len(text)) {
		return true
	}
	rest := text[from:]
	return asciiLen(rest) == len(rest) && bytes.IndexByte(rest, '\\') < 0
}

// settlePass adds the edits of a text that was scanned in one pass.
func (r *run) settlePass(text []byte, p *site) {
	r.scanned, r.scan.From = true, 0
	r.plain(text, p, 0)
	r.scanned = false
}
