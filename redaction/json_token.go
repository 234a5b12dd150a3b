package redaction

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// read is how far a string is known to be free of findings: up to at in the document, with escapes before that take so many bytes more than
// what they stand for. at is 0 where nothing is known.
type read struct{ at, escapes int }

// skipClean moves behind the string that is next if one look at its bytes shows that it holds no finding. Where it does not, it returns
// how far it came.
func (w *walker) skipClean(p *site) (clean bool, r read) {
	start := w.i + 1
	if w.run.engine.thorough || start >= len(w.text) || mayStartJSON(w.text[start]) {
		return false, read{}
	}
	at, clean := w.run.engine.scanner.SkimJSON(w.text, start, &w.skim)
	w.run.scan.Work, w.skim.Work = w.run.scan.Work+w.skim.Work, 0
	switch {
	case clean && (p.secret || w.run.mayMatchRule(w.text[start:at], w.skim.Foldable) || detect.IsMediaPayload(w.text[start:at], p.nearestKey())):
		clean = false
	case clean:
		if w.i = at + 1; bytes.IndexByte(w.text[start:min(at, start+maxPlainMemo)], '\\') < 0 {
			w.run.clean.add(w.text[start:at])
		}
	case at < len(w.text) && w.text[at] >= 0x20 && w.text[at] != '\\' && !w.skim.Foldable:
		r = read{at, detect.EscapedBytes(w.text[start:at])}
	}
	return clean, r
}

// skipKnown moves behind the string that is next if it is short and known to hold no finding.
func (w *walker) skipKnown(p *site) bool {
	rest := w.text[w.i+1:]
	n := bytes.IndexByte(rest[:min(len(rest), maxPlainMemo+1)], '"')
	if n <= 0 || !w.run.goesByBytes(p) || !w.run.clean.has(rest[:n]) {
		return false
	}
	w.i, w.isPlain = w.i+n+2, true
	return true
}

// mayStartJSON reports whether a string whose content starts with c may be JSON itself.
func mayStartJSON(c byte) bool {
	switch c {
	case '{', '[', '\\', ' ':
		return true
	}
	return false
}

// token reads a string and returns where its content starts and ends and whether it holds escapes; start is negative where it is no
// string.
func (w *walker) token() (start, end int, escaped bool) { return w.tokenFrom(read{}) }

// tokenFrom is token for a string that was read up to r.
func (w *walker) tokenFrom(r read) (start, end int, escaped bool) {
	b, start := w.text, w.i+1
	escaped = r.escapes > 0
	for i := max(start, r.at); i < len(b); i++ {
		i += plainInString(b[i:])
		if i == len(b) {
			break
		}
		switch c := b[i]; {
		case c == '"':
			w.i = i + 1
			return start, i, escaped
		case c < 0x20:
			return -1, 0, false
		case c == '\\':
			size := escapeLen(b[i:])
			if size == 0 {
				return -1, 0, false
			}
			escaped = true
			i += size - 1
		}
	}
	return -1, 0, false
}

// plainInString returns how many bytes at the start of b, looked at eight by eight, are no quote, no backslash and no control.
func plainInString(b []byte) int {
	const (
		ones  = 0x0101010101010101
		highs = 0x80 * ones
	)
	i := 0
	for ; i+8 <= len(b); i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		quotes, backslashes := x^'"'*ones, x^'\\'*ones
		// The highest bit of each byte that is zero, or below 0x20; a byte above one of those may be marked, too.
		found := ((quotes-ones)&^quotes | (backslashes-ones)&^backslashes | (x-0x20*ones)&^x) & highs
		if found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	return i
}

// escapeLen returns the length of the JSON escape at the start of b, 0 if there is none.
func escapeLen(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if len(b) >= 6 && isHex(b[2:6]) {
			return 6
		}
	}
	return 0
}

// number reads a number; one that is a finding becomes a string.
func (w *walker) number(p *site) bool {
	start := w.i
	if !w.numberToken() {
		return false
	}
	if e, found := w.run.number(w.text[start:w.i], p); found {
		e.start, e.end, e.quotes = start, w.i, 1
		w.run.edits = append(w.run.edits, e)
	}
	return !w.run.failed
}

// numberToken reads a number.
func (w *walker) numberToken() bool {
	if w.peek() == '-' {
		w.i++
	}
	switch c := w.peek(); {
	case c == '0':
		w.i++
	case !w.digits():
		return false
	}
	if w.peek() == '.' {
		w.i++
		if !w.digits() {
			return false
		}
	}
	if c := w.peek(); c == 'e' || c == 'E' {
		w.i++
		if c := w.peek(); c == '+' || c == '-' {
			w.i++
		}
		return w.digits()
	}
	return true
}

// digits reads one or more digits.
func (w *walker) digits() bool {
	start := w.i
	for isDigit(w.peek()) {
		w.i++
	}
	return w.i > start
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isEscaped reports whether an odd number of backslashes stands before b[i].
func isEscaped(b []byte, i int) bool {
	n := 0
	for n < i && b[i-n-1] == '\\' {
		n++
	}
	return n%2 == 1
}
