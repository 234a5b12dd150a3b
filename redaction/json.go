package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// walker reads one JSON document (RFC 8259) once, checks it, and adds edits for the findings in its keys, strings and numbers to the
// run. Edits are in positions of text. Its methods return false where the text is not JSON or the run has failed.
type walker struct {
	run  *run
	text []byte
	i    int // next byte
	skim detect.Skim

	shape shape // of the object or the entry that was read last
	// secrets is where the objects open that are a Kubernetes Secret, once secretsKnown.
	secrets      []int
	secretsKnown bool
	joins        bool // two neighbours in a list may be parts of one message
	// isPlain: the key or the string that was read last was known from before to be plain.
	isPlain bool
}

// document reads the whole text.
func (w *walker) document(p *site) bool {
	if !w.run.spend(len(w.text)) {
		return false
	}
	w.space()
	if !w.value(p) {
		return false
	}
	w.space()
	return w.i == len(w.text)
}

func (w *walker) space() {
	if w.i < len(w.text) && w.text[w.i] <= ' ' {
		w.spaces()
	}
}

func (w *walker) spaces() {
	for w.i < len(w.text) {
		switch w.text[w.i] {
		case ' ', '\t', '\n', '\r':
			w.i++
		default:
			return
		}
	}
}

// peek returns the next byte, 0 at the end.
func (w *walker) peek() byte {
	if w.i < len(w.text) {
		return w.text[w.i]
	}
	return 0
}

func (w *walker) value(p *site) bool {
	switch c := w.peek(); c {
	case '"':
		return w.stringValue(p)
	case '{', '[':
		return w.nested(p, c)
	case 't':
		return w.literal("true")
	case 'f':
		return w.literal("false")
	case 'n':
		return w.literal("null")
	default:
		return (c == '-' || isDigit(c)) && w.number(p)
	}
}

func (w *walker) literal(want string) bool {
	if len(w.text)-w.i < len(want) || string(w.text[w.i:w.i+len(want)]) != want {
		return false
	}
	w.i += len(want)
	return true
}

// nested reads an object or an array, whose opening bracket is next, one level deeper.
func (w *walker) nested(p *site, opening byte) (ok bool) {
	r := w.run
	if r.depth == r.engine.maxDepth {
		r.fail(FailMaxDepth)
		return false
	}
	r.depth++
	if opening == '{' {
		ok = w.object(p)
	} else {
		ok = w.array(p)
	}
	r.depth--
	return ok
}

func (w *walker) array(p *site) bool {
	w.i++
	if w.space(); w.peek() == ']' {
		w.i++
		return true
	}
	isPart, areStrings := false, isPartList(p.place.Key)
	for {
		w.space()
		isString := areStrings && w.peek() == '"'
		w.shape = noText
		if !w.value(p) {
			return false
		}
		wasPart := isPart
		isPart = isString || w.shape == hasText
		w.joins = w.joins || wasPart && isPart
		w.space()
		switch w.peek() {
		case ',':
			w.i++
		case ']':
			w.i++
			return true
		default:
			return false
		}
	}
}

func (w *walker) object(p *site) bool {
	seen := entries{at: w.i}
	w.i++
	if w.space(); w.peek() == '}' {
		w.i++
		return true
	}
	of, child := noText, w.run.siteBelow(p)
	for {
		w.space()
		if w.peek() != '"' || !w.member(p, child, &seen) {
			return false
		}
		of |= w.shape
		w.space()
		switch w.peek() {
		case ',':
			w.i++
		case '}':
			w.i++
			w.shape = of
			return true
		default:
			return false
		}
	}
}

// newString reads a string that is not known from before, but clean as far as known says.
func (w *walker) newString(p *site, known read) bool {
	if w.stringInOnePass(p, known) {
		return !w.run.failed
	}
	start, end, escaped := w.tokenFrom(known)
	if start < 0 {
		return false
	}
	w.content(start, end, escaped, known, p)
	return !w.run.failed
}

// content looks at the content of a string token, which is known to be clean as far as known says.
func (w *walker) content(start, end int, escaped bool, known read, p *site) {
	r := w.run
	from := len(r.edits)
	if r.scan.From = 0; known.at > 0 {
		r.scan.From = known.at - start - known.escapes
	}
	if !escaped {
		r.leaf(w.text[start:end], p)
		r.scan.From = 0
		for i := from; i < len(r.edits); i++ {
			e := &r.edits[i]
			e.start, e.end = e.start+start, e.end+start
			e.requote()
		}
		return
	}
	l := r.take()
	l.text = unescape(l.text, w.text[start:end], &l.offsets)
	if r.scan.From > 0 { // what was seen to be clean may have looked at what is an escape no more
		r.scan.From = r.engine.scanner.Before(l.text, r.scan.From)
	}
	if r.spend(end - start) {
		r.leaf(l.text, p)
		r.scan.From = 0
	}
	for i := from; i < len(r.edits); i++ {
		e := &r.edits[i]
		e.start, e.end = l.offsets.start(e.start)+start, l.offsets.end(e.end)+start
		e.requote()
	}
	r.give()
}
