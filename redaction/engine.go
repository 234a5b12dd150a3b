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
//   - sets p.Key, for the value of a map entry, to the key of the entry as it was before redaction; elements of a slice keep the
//     p.Key of the slice; at the top of a value p.Key is "";
//   - calls Text for each string, [Engine.Number] for each integer and double;
//   - calls, before it walks a map that is not empty or looks at bytes, [Engine.ByKey], and where that says so replaces the whole
//     value by the string that [Engine.Whole] returns (Text and Number apply this rule themselves);
//   - leaves booleans, nulls, and empty strings, maps and slices as they are;
//   - calls Text for each map key, with the place of the map itself.
func (e *Engine) Text(in string, p Place, t *Tally) (out string, changed bool) {
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
	out, changed = r.text(in, p, t)
	r.trim()
	e.runs.Put(r)
	return out, changed
}

func (r *run) text(in string, p Place, t *Tally) (string, bool) {
	r.start(len(in))
	r.input = append(r.input[:0], in...)
	site := r.siteOf(p)
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

// ByKey reports whether the key at p says that its whole value is to be replaced, whatever its type, and as which entity: keys such
// as "password", "authorization", "cookie", "api_key", "user.email", "user.name". The key is p.Key, or p.Attribute where p.Key is
// "".
func (e *Engine) ByKey(p Place) (Entity, bool) {
	key := p.Key
	if key == "" {
		key = p.Attribute
	}
	if key == "" {
		return detect.None, false
	}
	r := e.runs.Get().(*run)
	r.start(0)
	entity := detect.KeyEntity(r.foldKey(key))
	e.runs.Put(r)
	return entity, entity != detect.None
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
