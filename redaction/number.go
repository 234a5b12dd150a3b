package redaction

import (
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
	digits := integerText(r.digits[:0], text)
	if p.whole != detect.None && isByKeyAlone(p.whole, text) && !r.engine.allowed(p.whole, text) && !r.isKept(p.whole) {
		finding := text
		if len(digits) > 0 {
			finding = digits
		}
		e, _ := r.edit(0, len(text), p.whole, finding)
		return r.settled(e, p), true
	}
	if len(digits) < minNumberDigits {
		return edit{}, false
	}
	from := len(r.edits)
	if r.detect(digits, p); r.failed || len(r.edits) == from {
		return edit{}, false
	}
	found := r.edits[from]
	r.edits = r.edits[:from]
	if found.start > 0 || found.end < len(digits) {
		return edit{}, false
	}
	return r.settled(found, p), true
}

// settled returns the edit of a number with a placeholder instead of a mask in which, as the string that it is from now on, something would
// be found.
func (r *run) settled(e edit, p *site) edit {
	if r.engine.actions[e.entity] != Mask {
		return e
	}
	from := len(r.edits)
	r.again++
	r.leaf([]byte(e.replacement), p)
	r.again--
	if len(r.edits) > from {
		r.edits = r.edits[:from]
		e.replacement = r.engine.placeholders[e.entity]
	}
	return e
}

// integerText returns the digits of the positive integer that text stands for: a part of text, or written to dst. It returns nil
// where text stands for another number, or for an integer beyond 2^53 written with an exponent.
func integerText(dst, text []byte) []byte {
	if len(text) < minNumberDigits || len(text) > maxNumberText || text[0] < '0' || text[0] > '9' {
		return nil
	}
	end := len(text) // of the digits before the point
	isFraction := false
	for i, c := range text {
		switch {
		case c == 'e' || c == 'E':
			return exponentText(dst, text)
		case c == '.':
			end = i
		case c != '0' && i > end:
			isFraction = true
		}
	}
	if isFraction {
		return nil
	}
	return text[:end]
}

// exponentText is integerText for a number with an exponent.
func exponentText(dst, text []byte) []byte {
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || f > 1<<53 || f != float64(int64(f)) {
		return nil
	}
	return strconv.AppendInt(dst, int64(f), 10)
}
