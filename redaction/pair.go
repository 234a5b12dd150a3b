package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// Entries that name each other: {"name": "DB_PASSWORD", "value": "…"}, as the variables of containers, HTTP headers and OTLP's own JSON are
// written. The value is looked at as if it stood under its name, where that says to replace it or that it is a secret. The name must come
// first.

// pairPart is what a key is of such a pair.
type pairPart uint8

const (
	noPair pairPart = iota
	pairName
	pairValue
)

func pairPartOf(key []byte) pairPart {
	switch {
	case IsPairName(string(key)):
		return pairName
	case IsPairValue(string(key)):
		return pairValue
	}
	return noPair
}

// IsPairName reports whether the string under key may name the value that stands beside it: see [Engine.BelowNamed].
func IsPairName(key string) bool { return key == "name" || key == "key" }

// IsPairValue reports whether the value under key may be named by a string that stands beside it.
func IsPairValue(key string) bool { return key == "value" }

// maxPairName is the length in bytes of the longest name that is looked at.
const maxPairName = 64

// pair is the name that an object gives, as far as it was read.
type pair struct {
	name [maxPairName]byte
	size uint8 // 0: none
}

func (n *pair) setName(name []byte) {
	n.size = 0
	if isPairText(name) {
		n.size = uint8(copy(n.name[:], name))
	}
}

// isPairText reports whether name can be one: it is short and ASCII.
func isPairText(name []byte) bool {
	return len(name) <= maxPairName && asciiLen(name) == len(name) && !isSchemaKey(name) && string(name) != "type"
}

// enter makes of child, which is the site of the value of an object at p, the site of a value under its name, which lives in a layer of the
// run, for the caller to give back.
func (n *pair) enter(p, child *site) {
	if n.size == 0 {
		return
	}
	l := p.run.take()
	l.text = append(l.text, n.name[:n.size]...)
	if facts := p.run.ofKey(l.text).facts; facts.says() {
		p.enter(child, l.text, facts)
	}
}

// says reports whether the values of a key are replaced whole or may be secrets for its sake.
func (f keyFacts) says() bool { return f.whole != detect.None || f.secret }

// readName reads the name in the string token at start, where the walker has just been.
func (w *walker) readName(start int, n *pair) {
	content := w.text[start+1 : w.i-1]
	if len(content) > 6*maxPairName { // all of it escaped
		return
	}
	l := w.run.take()
	l.text = unescape(l.text, content, &l.offsets)
	n.setName(l.text)
	w.run.give()
}

// BelowNamed returns the place of the value under key in a map that stands at p, beside an entry for which [IsPairName] holds, before it, whose
// string is name: that of a value under name where it says something, else that of [Engine.Below]. Use it where [IsPairValue] holds.
func (e *Engine) BelowNamed(p Place, key, name string) Place {
	if n := view(name); len(name) > 0 && isPairText(n) {
		r := e.runs.Get().(*run)
		r.start(0)
		says := r.ofKey(n).facts.says()
		e.runs.Put(r)
		if says {
			return e.Below(p, name)
		}
	}
	return e.Below(p, key)
}
