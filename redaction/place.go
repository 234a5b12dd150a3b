package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// Place says where a text stands: it supplies context words ("phone", "card"), the rule by key (see [Engine.ByKey]) and switches
// detectors off.
type Place struct {
	Attribute  string // key of the attribute, event attribute or log attribute; "" for a span name, a status, a body
	Key        string // nearest enclosing map or JSON key; "" at the top of a value
	Identifier bool   // an identifier key (trace ids, request ids …): digit-only detectors are off
}

// site is a Place inside of a run, with what its key says to replace whole.
type site struct {
	place detect.Place
	whole Entity // detect.None: nothing
}

// siteOf returns the site of p. Its keys live in layers of r, to be given back by leave.
func (r *run) siteOf(p Place) site {
	s := site{place: detect.Place{
		Attribute:  r.foldKey(p.Attribute),
		Key:        r.foldKey(p.Key),
		Identifier: p.Identifier,
	}}
	s.whole = wholeEntity(s.place)
	return s
}

// foldKey copies key in the form that the detectors read.
func (r *run) foldKey(key string) []byte {
	if key == "" {
		return nil
	}
	l := r.take()
	l.text = append(l.text, key...)
	if !needsFold(l.text) {
		return l.text
	}
	folded := r.take()
	folded.text = fold(folded.text, l.text, &folded.offsets)
	return folded.text
}

// wholeEntity applies the rule by key: that of the nearest key, or of the attribute where there is none.
func wholeEntity(p detect.Place) Entity {
	if len(p.Key) > 0 {
		return detect.KeyEntity(p.Key)
	}
	return detect.KeyEntity(p.Attribute)
}
