package redaction

import (
	"bytes"
	"strconv"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Place says where a text stands: it supplies context words ("phone", "card"), the rule by key (see [Engine.ByKey]) and switches
// detectors off.
type Place struct {
	Attribute  string  // key of the attribute, event attribute or log attribute; "" for a span name, a status, a body
	Key        string  // nearest enclosing map or JSON key; "" at the top of a value; set by [Engine.Below] for places further down
	Identifier bool    // an identifier key (trace ids, request ids …): digit-only detectors are off
	Source     *Source // where the text is from, for references to content; nil where that is not known

	outer  string // the key of the map that has Key; set by [Engine.Below]
	name   string // what names the value beside it; set by [Engine.BelowNamed]
	around Entity // what the keys further out say about values below them; set by [Engine.Below]
	schema bool   // a map here describes values rather than holding them; set by [Engine.Below]
}

// site is a Place inside of a run, with what its keys say to replace whole.
type site struct {
	place  detect.Place
	whole  Entity // detect.None: nothing
	schema bool
	run    *run
	// describes says that the key of place holds a map from names to descriptions.
	describes bool
	// secret: see keyFacts.
	secret bool

	attribute string  // the key of the attribute, as it is
	source    *Source // for references to media
}

// nearestKey returns the key that a value stands under: of a map, or of the attribute.
func (s *site) nearestKey() []byte {
	if len(s.place.Key) > 0 {
		return s.place.Key
	}
	return s.place.Attribute
}

// below returns the site of the value under key, which is folded, in a map at s. What the key of the map says holds for the values in it
// too, unless they have a key that says something itself. It does not hold in a description of the values that the key stands for
// ("properties" of a JSON schema), nor for a type ("authorization": {"type": "none"}).
func (s *site) below(key []byte) site {
	child := *s
	if len(key) == 0 {
		s.enter(&child, key, s.run.ofAttribute(s.place.Attribute))
	} else {
		s.enter(&child, key, s.run.ofKey(key).facts)
	}
	return child
}

// enter makes of child, which is a copy of s or was a site below it before, the site of the value under key, of which f is known.
func (s *site) enter(child *site, key []byte, f keyFacts) {
	child.place.Outer, child.place.Key, child.place.Name = s.place.Key, key, nil
	child.schema = s.describes
	child.setFacts(f)
	if s.secret && len(s.place.Name) > 0 && string(key) == otlpString {
		child.secret, child.place.Name = true, s.place.Name
	}
	if child.whole == detect.None && !s.schema && string(key) != "type" {
		child.whole = s.whole
	}
}

// siteBelow returns a site for the entries of the object at p, one after the other. It is that of all objects at this depth.
func (r *run) siteBelow(p *site) *site {
	for len(r.sites) <= r.depth {
		r.sites = append(r.sites, &site{})
	}
	child := r.sites[r.depth]
	*child = *p
	return child
}

func (s *site) setFacts(f keyFacts) { s.whole, s.describes, s.secret = f.whole, f.describes, f.secret }

// isSchemaKey reports whether key holds a map from names to descriptions: in JSON Schema (2020-12, core section 10.3.2, validation
// section 9) and OpenAPI (3.1, sections 4.8.7 and 4.8.8); and in the files of npm, where names are those of packages.
func isSchemaKey(key []byte) bool {
	switch string(key) {
	case "properties", "patternProperties", "$defs", "definitions", "securitySchemes", "schemas", "paths", "packages", "dependencies":
		return true
	}
	return false
}

// isByKeyAlone reports whether a number of the given text under a key of entity is replaced: a number below 10,000 counts things more often
// than it opens them, but for passwords and card verification codes. Degrees have decimals and are 180 at most.
func isByKeyAlone(e Entity, text []byte) bool {
	const small = 4 // digits
	if e == detect.GeoCoordinates {
		return isDegrees(text)
	}
	return e == detect.Password || e == detect.CreditCard || len(text) > small
}

// siteOf makes s the site of p. Its keys live in layers of r, until the next text.
func (r *run) siteOf(s *site, p *Place) {
	*s = site{run: r, attribute: p.Attribute, source: p.Source, schema: p.schema}
	s.place.Identifier = p.Identifier
	if p.outer != "" {
		s.place.Outer, _ = r.foldKey(p.outer)
	}
	if p.Attribute != "" {
		var known *keyMemo
		s.place.Attribute, known = r.foldKey(p.Attribute)
		s.setFacts(known.facts)
		s.describes = false // an attribute is no schema key
	}
	if p.Key != "" {
		var known *keyMemo
		if s.place.Key, known = r.foldKey(p.Key); len(s.place.Key) > 0 {
			s.setFacts(known.facts)
		}
	}
	if s.whole == detect.None {
		s.whole = p.around
	}
	if p.name != "" {
		s.addName(view(p.name))
	}
}

// siteOfKey makes s the site of a key of a map that stands at p.
func (r *run) siteOfKey(s *site, p *Place) {
	r.siteOf(s, p)
	s.whole = detect.None
	r.unmasked = true
}

// isDegrees reports whether text is a number from -180 to 180 with two decimals or more, which is a kilometre.
func isDegrees(text []byte) bool {
	const decimals = 2
	whole, fraction, _ := bytes.Cut(bytes.TrimPrefix(text, []byte("-")), []byte("."))
	if len(fraction) < decimals || bytes.ContainsAny(fraction, "eE") {
		return false
	}
	n, err := strconv.Atoi(string(whole))
	return err == nil && (n < 180 || n == 180 && len(bytes.Trim(fraction, "0")) == 0)
}
