package redaction

import (
	"sync"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Engine redacts texts by one compiled configuration. It is immutable and safe for concurrent use.
type Engine struct {
	scanner       *detect.Scanner
	grammar       *detect.Placeholders
	names         []string    // by Entity, users' own among them
	entities      []Entity    // all but None
	actions       []Action    // by Entity
	placeholders  []string    // by Entity; that of None stands for a value that could not be processed
	pseudonyms    *pseudonyms // nil without a key
	masks         []mask      // by Entity; nil where nothing is masked
	allow         []allowRule
	rules         []rule
	maxValueBytes int
	maxDepth      int
	thorough      bool // nothing is passed over at one look; set by tests only
	runs          sync.Pool

	content         ContentPolicies // by kind, that of MixedContent filled in
	inMessages      ContentPolicy   // the strictest of what may stand among messages
	replacesContent bool            // some policy drops, hashes or references
	refersContent   bool            // some policy refers
	cutsContent     bool            // some policy cuts to a length
}

// Text redacts one string: JSON (walked), JSON cut short, prose. It returns the redacted string and true, or in itself and false,
// without an allocation, where there is nothing to redact. It counts findings and failures in t, and never panics. Base64 of pictures, sounds
// and files is not looked through but counted, or replaced where the policy for media says so.
//
// A walker of structured values finds what Text finds in the JSON of the same value if it
//
//   - calls Text for each string and [Engine.Number] for each integer and double, and replaces bytes whole where [Engine.ByKey] says so,
//     by the string that [Engine.Whole] returns;
//   - takes for the value of a map entry the place that [Engine.Below] returns for the place of the map and the key as it was before
//     redaction, or [Engine.BelowNamed] where the entry before it names it, or [Engine.BelowManifest] where it is the data of a
//     Kubernetes Secret; for elements of a slice the place of the slice; for the top of a value one whose Key is "";
//   - calls [Engine.Parts] for the texts of neighbouring elements of a slice that go on in each other: strings where [IsPartList] says so,
//     and those that maps have under the same [PartShape.TextKey] and with the same type;
//   - calls [Engine.Key] for each map key, with the place of the map;
//   - leaves booleans, nulls, and empty strings, maps and slices as they are.
//
// A string whose key says to replace it is replaced whole, be it JSON or not; of a map under such a key each leaf is.
//
// Of the keys of one JSON object that become the same placeholder, the second is "<EMAIL>#2", and so on; a walker should do alike. Keys
// that become the same in part only are left so in JSON.
func (e *Engine) Text(in string, p Place, t *Tally) (out string, changed bool) {
	return e.redact(in, &p, t, false)
}

// redact redacts in, which stands at p or is the key of a map there.
func (e *Engine) redact(in string, p *Place, t *Tally, isKey bool) (out string, changed bool) {
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
	out, changed = r.text(in, p, t, isKey)
	r.report(t)
	if len(in) > maxKept/growth {
		r.trim()
	}
	e.runs.Put(r)
	return out, changed
}

func (r *run) text(in string, p *Place, t *Tally, isKey bool) (string, bool) {
	r.start(len(in))
	var site site
	if isKey {
		r.siteOfKey(&site, p)
	} else {
		r.siteOf(&site, p)
	}
	input := view(in)
	if r.goesByBytes(&site) && r.clean.has(input) {
		return in, false
	}
	r.remembered(input, &site)
	if r.failed {
		return r.engine.Fail(r.reason, t), true
	}
	if len(r.edits) == 0 {
		return in, false
	}
	if !fits(len(in), r.edits, r.engine.maxValueBytes) {
		return r.engine.Fail(FailMaxValueBytes, t), true
	}
	out := r.take()
	out.text = splice(out.text, input, r.edits, nil)
	r.count(r.edits, t)
	return string(out.text), true
}

// report adds to t what the run noted beside its edits.
func (r *run) report(t *Tally) {
	if r.failed {
		return
	}
	for _, en := range r.kept {
		t.kept[en]++
	}
	t.dropAttribute = t.dropAttribute || r.dropAttribute
	t.skippedMedia += r.skippedMedia
	if r.media > 0 {
		t.content[MediaContent][r.engine.content[MediaContent].Action] += r.media
	}
}

// Number looks at an integer or a double as decimal text: as strconv.FormatInt, as strconv.FormatFloat with format 'f' and precision
// -1, or as a JSON number token. If the number is a finding, it returns the placeholder to put in its place as a string, and true.
func (e *Engine) Number(decimal string, p Place, t *Tally) (placeholder string, isFinding bool) {
	r := e.runs.Get().(*run)
	defer func() {
		if recover() != nil {
			placeholder, isFinding = e.Fail(FailPanic, t), true
		}
	}()
	r.start(len(decimal))
	var site site
	r.siteOf(&site, &p)
	r.decimal = append(r.decimal[:0], decimal...) // a copy, so that the caller may keep the text on the stack
	found, ok := r.number(r.decimal, &site)
	failed, reason := r.failed, r.reason
	r.report(t)
	e.runs.Put(r)
	switch {
	case failed:
		return e.Fail(reason, t), true
	case !ok:
		return "", false
	}
	t.found[found.entity]++
	return found.replacement, true
}

// Key redacts the key of an entry of a map that stands at p, as Text does a string, but never for what the key of that map says: of
// {"cookies": {"sid": …}}, "sid" stays.
func (e *Engine) Key(key string, p Place, t *Tally) (out string, changed bool) {
	return e.redact(key, &p, t, true)
}

// Below returns the place of the value under key in a map that stands at p.
func (e *Engine) Below(p Place, key string) Place {
	r := e.runs.Get().(*run)
	r.start(0)
	var at site
	r.siteOf(&at, &p)
	folded, _ := r.foldKey(key)
	below := at.below(folded)
	e.runs.Put(r)
	if len(below.place.Name) == 0 {
		p.name = ""
	}
	p.outer, p.Key, p.around, p.schema = p.Key, key, below.whole, below.schema
	return p
}

// ByKey reports whether the keys around p say that the whole value there is to be replaced, and as which entity: keys such as "password",
// "authorization", "cookie", "api_key", "user.email", "user.name". The key is p.Key, or p.Attribute where p.Key is ""; where it says
// nothing, the keys that [Engine.Below] came by say it. Text and Number apply this rule themselves; small numbers are exempt. What the
// action Keep leaves is not to be replaced.
func (e *Engine) ByKey(p Place) (Entity, bool) {
	whole := p.around
	if p.Key != "" || p.Attribute != "" {
		r := e.runs.Get().(*run)
		r.start(0)
		var at site
		r.siteOf(&at, &p)
		whole = at.whole
		e.runs.Put(r)
	}
	return whole, whole != detect.None && e.actions[whole] != Keep
}

// Whole returns the placeholder for a value that is no text and is replaced whole, and counts one finding of en; of what is no entity it
// counts none. There is no pseudonym of such a value, and no mask.
func (e *Engine) Whole(en Entity, t *Tally) string {
	if int(en) >= len(e.names) {
		return e.placeholders[detect.None]
	}
	t.found[en]++
	t.dropAttribute = t.dropAttribute || e.actions[en] == DropAttribute
	return e.placeholders[en]
}

// Fail returns the placeholder for a value that could not be processed, and counts one failure. It works on a nil Engine, too.
func (e *Engine) Fail(f Failure, t *Tally) string {
	if f < failureCount {
		t.failed[f]++
	}
	if e == nil { // what closes after a panic must not rely on anything
		return fill(DefaultPlaceholder, failedName)
	}
	return e.placeholders[detect.None]
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

// replacement returns what is put in the place of a finding of en, which is the text finding once escapes and look-alikes are resolved.
func (r *run) replacement(en Entity, finding []byte) string {
	e := r.engine
	switch {
	case e.actions[en] == Pseudonym:
		r.made = appendCanonical(r.made[:0], en, finding)
		return e.Pseudonym(en, r.made)
	case e.actions[en] == Mask && !r.unmasked:
		r.made = e.masks[en].append(r.made[:0], finding)
		return string(r.made)
	}
	return e.placeholders[en]
}
