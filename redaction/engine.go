package redaction

import (
	"fmt"
	"sync"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Engine redacts texts by one compiled configuration. It is immutable and safe for concurrent use.
type Engine struct {
	scanner       *detect.Scanner
	allow         []allowRule
	maxValueBytes int
	maxDepth      int
	runs          sync.Pool
}

// New compiles settings. Its errors name the setting ("allow[2]: …", "max_depth: …") and hold no content.
func New(s Settings) (*Engine, error) {
	e := &Engine{
		scanner:       detect.NewScanner(detect.Default()),
		maxValueBytes: s.MaxValueBytes,
		maxDepth:      s.MaxDepth,
	}
	if s.MaxValueBytes < 0 {
		return nil, fmt.Errorf("max_value_bytes: expected a positive number, found %d", s.MaxValueBytes)
	}
	if s.MaxDepth < 0 {
		return nil, fmt.Errorf("max_depth: expected a positive number, found %d", s.MaxDepth)
	}
	if e.maxValueBytes == 0 {
		e.maxValueBytes = DefaultMaxValueBytes
	}
	if e.maxDepth == 0 {
		e.maxDepth = DefaultMaxDepth
	}
	for i, a := range s.Allow {
		rule, err := compileAllow(a)
		if err != nil {
			return nil, fmt.Errorf("allow[%d]: %w", i, err)
		}
		e.allow = append(e.allow, rule)
	}
	e.runs.New = func() any { return newRun(e) }
	return e, nil
}

// Text redacts one string: JSON (walked), JSON cut short, prose. It returns the redacted string and true, or in itself and false,
// without an allocation, where there is nothing to redact. It counts findings and failures in t, and never panics.
//
// A walker of structured values finds what Text finds in the JSON of the same value if it
//
//   - calls Text for each string and [Engine.Number] for each integer and double, and replaces bytes whole where [Engine.ByKey] says so,
//     by the string that [Engine.Whole] returns;
//   - takes for the value of a map entry the place that [Engine.Below] returns for the place of the map and the key as it was before
//     redaction; for elements of a slice the place of the slice; for the top of a value one whose Key is "";
//   - calls [Engine.Key] for each map key, with the place of the map;
//   - leaves booleans, nulls, and empty strings, maps and slices as they are.
//
// A string whose key says to replace it is replaced whole, be it JSON or not; of a map under such a key each leaf is.
//
// Of the keys of one JSON object that become the same placeholder, the second is "<EMAIL>#2", and so on; a walker should do alike. Keys
// that become the same in part only are left so in JSON.
func (e *Engine) Text(in string, p Place, t *Tally) (out string, changed bool) {
	return e.redact(in, p, t, (*run).siteOf)
}

// redact redacts in at the site that siteOf makes of p.
func (e *Engine) redact(in string, p Place, t *Tally, siteOf func(*run, Place) site) (out string, changed bool) {
	if in == "" {
		return in, false
	}
	if len(in) > e.maxValueBytes {
		return e.Fail(FailMaxValueBytes, t), true
	}
	r := e.runs.Get().(*run)
	defer func() {
		if recover() != nil {
			out, changed = e.Fail(FailPanic, t), true // r is left to the garbage collector: its state is unknown
		}
	}()
	out, changed = r.text(in, p, t, siteOf)
	r.trim()
	e.runs.Put(r)
	return out, changed
}

func (r *run) text(in string, p Place, t *Tally, siteOf func(*run, Place) site) (string, bool) {
	r.start(len(in))
	r.input = append(r.input[:0], in...)
	site := siteOf(r, p)
	r.leaf(r.input, &site)
	if r.failed {
		return r.engine.Fail(r.reason, t), true
	}
	if len(r.edits) == 0 {
		return in, false
	}
	out := r.take()
	out.text = splice(out.text, r.input, r.edits, nil)
	if len(out.text) > r.engine.maxValueBytes {
		return r.engine.Fail(FailMaxValueBytes, t), true
	}
	for _, e := range r.edits {
		t.found[e.entity]++
	}
	return string(out.text), true
}

// Number looks at an integer or a double as decimal text: as strconv.FormatInt, as strconv.FormatFloat with format 'f' and precision
// -1, or as a JSON number token. If the number is a finding, it returns the placeholder to put in its place as a string, and true.
func (e *Engine) Number(decimal string, p Place, t *Tally) (placeholder string, found bool) {
	r := e.runs.Get().(*run)
	defer func() {
		if recover() != nil {
			placeholder, found = e.Fail(FailPanic, t), true
		}
	}()
	r.start(len(decimal))
	r.input = append(r.input[:0], decimal...)
	site := r.siteOf(p)
	entity := r.number(r.input, &site)
	failed, reason := r.failed, r.reason
	e.runs.Put(r)
	switch {
	case failed:
		return e.Fail(reason, t), true
	case entity == detect.None:
		return "", false
	}
	return e.Whole(entity, t), true
}

// Key redacts the key of an entry of a map that stands at p, as Text does a string, but never for what the key of that map says: of
// {"cookies": {"sid": …}}, "sid" stays.
func (e *Engine) Key(key string, p Place, t *Tally) (out string, changed bool) {
	return e.redact(key, p, t, (*run).keyName)
}

// Below returns the place of the value under key in a map that stands at p.
func (e *Engine) Below(p Place, key string) Place {
	r := e.runs.Get().(*run)
	r.start(0)
	at := r.siteOf(p)
	below := at.below(r.foldKey(key))
	e.runs.Put(r)
	p.Key, p.around, p.schema = key, below.whole, below.schema
	return p
}

// ByKey reports whether the keys around p say that the whole value there is to be replaced, and as which entity: keys such as
// "password", "authorization", "cookie", "api_key", "user.email", "user.name". The key is p.Key, or p.Attribute where p.Key is ""; where
// it says nothing, the keys that [Engine.Below] came by say it. Text and Number apply this rule themselves; small numbers are exempt.
func (e *Engine) ByKey(p Place) (Entity, bool) {
	if p.Key == "" && p.Attribute == "" {
		return p.around, p.around != detect.None
	}
	r := e.runs.Get().(*run)
	r.start(0)
	at := r.siteOf(p)
	e.runs.Put(r)
	return at.whole, at.whole != detect.None
}

// Whole returns the placeholder for a value that is replaced whole, and counts one finding of en.
func (e *Engine) Whole(en Entity, t *Tally) string {
	if int(en) < len(t.found) {
		t.found[en]++
	}
	return en.Placeholder()
}

// Fail returns the placeholder for a value that could not be processed, and counts one failure.
func (e *Engine) Fail(f Failure, t *Tally) string {
	if f < failureCount {
		t.failed[f]++
	}
	return detect.None.Placeholder()
}

// allowed reports whether the settings say to leave the finding.
func (e *Engine) allowed(en Entity, finding []byte) bool {
	for i := range e.allow {
		if e.allow[i].allows(en, finding) {
			return true
		}
	}
	return false
}
