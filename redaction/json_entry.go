package redaction

import (
	"bytes"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// How the walker of JSON reads the entries of objects, and their keys.

// entries is what is known of the entries of an object that were read.
type entries struct {
	at   int // where the object opens
	uses keyUses
	pair pair
}

// member reads one entry. A key is looked at like a string that stands where its object stands, but never replaced for what the key of
// the object says.
func (w *walker) member(p, child *site, seen *entries) bool {
	if m := w.entryAt(p); m != nil {
		if m.name > 0 {
			seen.pair.setName(m.entry[m.name : m.size-1])
		}
		w.i += 1 + int(m.size)
		w.shape = m.shape
		return true
	}
	r := w.run
	used, start := r.used, w.i
	w.isPlain = false
	is, ok := w.key(p, child, &seen.uses)
	if !ok {
		return false
	}
	isPlain := w.isPlain
	if w.space(); w.peek() != ':' {
		return false
	}
	w.i++
	of := is.shape
	if w.space(); of == hasText && w.peek() != '"' {
		of = noText
	}
	if is.pair == pairValue {
		seen.pair.enter(child)
	}
	if is.data && child.whole == detect.None && w.peek() == '{' && w.isManifest(seen.at) {
		child.whole = r.engine.manifestEntity()
	}
	isString, value := w.peek() == '"', w.i
	w.isPlain = false
	if ok = w.value(child); ok && isString {
		if is.pair == pairName {
			w.readName(value, &seen.pair)
		}
		if isPlain && w.isPlain {
			w.rememberEntry(start, value, keyKind{shape: of, pair: is.pair}, child)
		}
	}
	w.shape = of
	r.used = used
	return ok
}

// key reads a key, makes child the site of its value, and returns what the key is in its object. Where the key in the form that the detectors
// read is no part of the text, it lives in a layer of the run, for the caller to give back.
func (w *walker) key(p, child *site, uses *keyUses) (is keyKind, ok bool) {
	r := w.run
	rest := w.text[w.i+1:]
	if n := bytes.IndexByte(rest[:min(len(rest), maxKeyMemo+1)], '"'); n > 0 && !p.secret {
		if m := r.keys.find(rest[:n]); m != nil && m.plain {
			w.i, w.isPlain = w.i+n+2, true
			p.enter(child, rest[:n], m.facts)
			return m.kind, true
		}
	}
	key, plain, ok := w.newKey(p, uses)
	if !ok {
		return keyKind{}, false
	}
	if len(key) == 0 {
		p.enter(child, key, r.ofAttribute(p.place.Attribute))
		return keyKind{}, true
	}
	m := r.ofKey(key)
	m.plain = plain
	p.enter(child, key, m.facts)
	return m.kind, true
}

// newKey reads a key of which nothing is known from before. It returns it in the form that the detectors read, and whether it
// needs no look when it comes again.
func (w *walker) newKey(p *site, uses *keyUses) (key []byte, plain, ok bool) {
	opening := w.i
	clean, known := w.skipClean(p)
	if clean {
		key = w.text[opening+1 : w.i-1]
		if bytes.IndexByte(key, '\\') < 0 && !w.skim.Foldable {
			uses.tellApart(w.run.engine, nil, key, opening+1, w.i-1)
			return key, w.run.engine.grammar.End(key, 0) != len(key), true
		}
		w.i = opening
	}
	start, end, escaped := w.tokenFrom(known)
	if start < 0 {
		return nil, false, false
	}
	key = w.text[start:end]
	r := w.run
	name := *p
	name.whole = detect.None
	from, unmasked := len(r.edits), r.unmasked
	r.unmasked = true
	w.content(start, end, escaped, known, &name)
	r.unmasked = unmasked
	if r.failed {
		return nil, false, false
	}
	if escaped {
		l := r.take()
		l.text = unescape(l.text, key, &l.offsets)
		key = l.text
	}
	uses.tellApart(r.engine, r.edits[from:], key, start, end)
	if needsFold(key) {
		l := r.take()
		l.text = fold(l.text, key, &l.offsets)
		key = l.text
	}
	return key, false, true
}
