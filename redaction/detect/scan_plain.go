package detect

import "bytes"

// A text that is scanned in one pass: what [Scanner.skim] sees while it looks for findings also tells whether the text is written plainly,
// with no escapes, no characters that folding changes, nothing encoded and no data URI. Of such a text there is one reading only, and nothing
// has to look at its bytes again.

// plainWork bounds an attempt: how often each byte is looked at. A text that needs more is none that comes every day.
const plainWork = 4

// ScanJSON is [Scanner.Scan] for the content of a string of a JSON document, which starts at start and holds no backslash. Before t.From it
// was seen to be clean by [Scanner.SkimJSON] with the same k. It returns false where the content is not plain, where it is no string of JSON,
// or where that takes too much work to tell; t.Matches are worth nothing then, and t.Work is what it was.
func (s *Scanner) ScanJSON(t *Text, document []byte, start int, k *Skim) bool {
	return s.scanPlain(t, document, start, k, &s.inJSON)
}

// ScanPlain is [Scanner.Scan] for a text that before t.From was seen to be clean by [Scanner.SkimPlain] with the same k, or not by any with a k
// just reset. It returns false as [Scanner.ScanJSON] does.
func (s *Scanner) ScanPlain(t *Text, k *Skim) bool { return s.scanPlain(t, t.Bytes, 0, k, &s.inPlain) }

// scanPlain scans t.Bytes, which stand at start in b. A name of the text that says that all of it is a secret is no business of this.
func (s *Scanner) scanPlain(t *Text, b []byte, start int, k *Skim, r *reading) (plain bool) {
	t.reset()
	t.scanner = s
	t.looks.reset(len(t.Bytes))
	work, end := t.Work, start+len(t.Bytes)
	defer func() {
		if !plain {
			t.Work = work
		}
	}()
	limit := min(t.Limit, work+plainWork*len(t.Bytes))
	t.Work += len(t.Bytes)
	for i := start + t.From; t.Work <= limit; {
		i = s.skim(b, i, k, r)
		t.Work += k.Work
		k.Work = 0
		if i >= end {
			return i == end && !k.Foldable
		}
		at, added := i, t.added
		if k.Foldable || !isPlainAt(b, at, r) {
			return false
		}
		i = start + s.ask(t, at-start)
		t.looks.note(t, at-start, t.added > added, i-start)
		if i > at+1 && (t.added > added || classes[b[at]]&alnum == 0) && !isPlainPart(b, at, i, r) {
			return false
		}
	}
	return false
}

// isPlainPart reports whether b[from:to], which skim has not looked at, is plain.
func isPlainPart(b []byte, from, to int, r *reading) bool {
	for i := from; i < to; i++ {
		if r.unplain[b[i]] && !isPlainAt(b, i, r) {
			return false
		}
	}
	return true
}

// isPlainAt reports whether neither an escape nor an encoded character, a character that may need folding or the mark of a data URI is at at.
func isPlainAt(b []byte, at int, r *reading) bool {
	c := b[at]
	switch act := r.actions[c]; {
	case act == actEnd || act == actRune:
		return false
	case startsUnit(c, byteAt(b, at+1)) && isUnit(b, at):
		return false
	}
	return c != dataURIMark[0] || !bytes.HasPrefix(b[at:], dataURIMark)
}
