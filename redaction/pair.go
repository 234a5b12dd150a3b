package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// Entries that name each other: {"name": "DB_PASSWORD", "value": "…"}, as the variables of containers, HTTP headers, parameters of AWS and
// OTLP's own JSON are written. Where the name says that the value is to be replaced or may be a secret, that holds beside what the keys around
// it say. The name must come first.

// pairPart is what a key is of such a pair.
type pairPart uint8

const (
	noPair pairPart = iota
	pairName
	pairValue
)

func pairPartOf(folded []byte) pairPart {
	switch string(folded) {
	case "name", "key", "Name", "Key": // AWS writes capitals
		return pairName
	case "value", "Value":
		return pairValue
	}
	return noPair
}

// IsPairName reports whether the string under key may name the value that stands beside it: see [Engine.BelowNamed].
func IsPairName(key string) bool { return pairPartIn(key) == pairName }

// IsPairValue reports whether the value under key may be named by a string that stands beside it.
func IsPairValue(key string) bool { return pairPartIn(key) == pairValue }

// pairPartIn is pairPartOf for a key as it is written.
func pairPartIn(key string) pairPart {
	b := view(key)
	if needsFold(b) {
		var o offsets
		b = fold(nil, b, &o)
	}
	return pairPartOf(b)
}

// otlpString is the key in OTLP's own JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding) under which the text of a value
// stands: what names the value names it.
const otlpString = "stringValue"

// maxPairName is the length in bytes of the longest name that counts.
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

// isPairText reports whether name can be one: it is short, and words of ASCII with the signs of names and paths. A placeholder or a mask in
// it, which were something else before, are none, so that redacting twice is redacting once.
func isPairText(name []byte) bool {
	if len(name) > maxPairName {
		return false
	}
	for _, c := range name {
		if lower := c | 0x20; !isDigit(c) && (lower < 'a' || lower > 'z') && c != '_' && c != '-' && c != '.' && c != '/' && c != ' ' {
			return false
		}
	}
	return true
}

// enter adds to child, the site of a value, what the name says. The name lives in a layer of the run, for the caller to give back.
func (n *pair) enter(child *site) {
	if n.size == 0 {
		return
	}
	l := child.run.take()
	l.text = append(l.text, n.name[:n.size]...)
	child.addName(l.text)
}

// addName adds to s what the name beside its value says.
func (s *site) addName(name []byte) {
	f := s.run.ofKey(name).facts
	if s.whole == detect.None {
		s.whole = f.whole
	}
	if f.secret && !s.secret {
		s.secret, s.place.Name = true, name
	}
}

// readName reads the name in the string token at start, where the walker has just been.
func (w *walker) readName(start int, n *pair) {
	content := w.text[start+1 : w.i-1]
	if n.size = 0; len(content) > len(`\uXXXX`)*maxPairName { // too long, even if each character is an escape
		return
	}
	l := w.run.take()
	l.text = unescape(l.text, content, &l.offsets)
	n.setName(l.text)
	w.run.give()
}

// BelowNamed returns the place of the value under key in a map that stands at p, where the last entry before it for which [IsPairName] holds,
// and that is a string, is name. Use it where [IsPairValue] holds.
func (e *Engine) BelowNamed(p Place, key, name string) Place {
	p = e.Below(p, key)
	if isPairText(view(name)) {
		p.name = name
	}
	return p
}
