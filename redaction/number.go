package redaction

import (
	"bytes"
	"strconv"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

const (
	// minNumberDigits is the number of digits below which no number is a finding by itself.
	minNumberDigits = 7
	// maxNumberText is the length in bytes above which the text of a number is not worth a look: no identifier is so long.
	maxNumberText = 40
)

// number reports whether the number with the given text is a finding, which hardly any is, and the edit for it, whose place is the caller's
// to set. Text is decimal, as in JSON or as strconv writes it; "4111111111111111.0" and "4.111111111111111e15" are the integer that they
// stand for.
func (r *run) number(text []byte, p *site) (edit, bool) {
	if p.whole != detect.None && isByKeyAlone(p.whole, text) && !r.engine.allowed(p.whole, text) && !r.isKept(p.whole) {
		return r.edit(0, len(text), p.whole, text)
	}
	digits := integerText(r.digits[:0], text)
	if len(digits) < minNumberDigits {
		return edit{}, false
	}
	from := len(r.edits)
	if r.detect(digits, p); r.failed || len(r.edits) == from {
		return edit{}, false
	}
	found := r.edits[from]
	r.edits = r.edits[:from]
	return found, found.start == 0 && found.end == len(digits)
}

// integerText returns the digits of the positive integer that text stands for: a part of text, or written to dst. It returns nil
// where text stands for another number, or for an integer beyond 2^53 written with an exponent.
func integerText(dst, text []byte) []byte {
	if len(text) < minNumberDigits || len(text) > maxNumberText || text[0] < '0' || text[0] > '9' {
		return nil
	}
	switch i := bytes.IndexAny(text, ".eE"); {
	case i < 0:
		return text
	case text[i] == '.' && len(bytes.Trim(text[i+1:], "0")) == 0:
		return text[:i]
	case !bytes.ContainsAny(text, "eE"):
		return nil
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || f > 1<<53 || f != float64(int64(f)) {
		return nil
	}
	return strconv.AppendInt(dst, int64(f), 10)
}
