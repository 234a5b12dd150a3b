// Package redact carries a redaction policy through telemetry data: which keys hold content, which name a user, what becomes of every value of
// every type. What is found in a text is for package redaction to say.
package redact

import (
	"fmt"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// Settings is the compiled policy of one instance. The zero value is the default policy.
type Settings struct {
	Mode     Mode
	Identity IdentityMode
	// Text is the policy for texts.
	Text redaction.Settings
	// IdentityKeys are such keys beside those of the closed list: what custom dialects read a user or a conversation from.
	IdentityKeys map[string]bool
	// ContentKeys are keys of content beside those of the closed list, with its kinds: what custom dialects read messages from.
	ContentKeys map[string]redaction.ContentKind
}

// Mode says whether findings are replaced.
type Mode uint8

const (
	// Enforce replaces what is found, and what could not be processed.
	Enforce Mode = iota
	// Monitor changes nothing and counts everything, failures too.
	Monitor
)

// IdentityMode says what becomes of attributes whose keys are in identityKeys.
type IdentityMode uint8

const (
	// KeepIdentity leaves them as they are, unread.
	KeepIdentity IdentityMode = iota
	// DropIdentity removes them.
	DropIdentity
	// PseudonymIdentity puts pseudonyms in their place, which need a key.
	PseudonymIdentity
)

// Redactor carries one policy through pdata. It is immutable, and safe for concurrent use on data that no one else uses.
type Redactor struct {
	engine   *redaction.Engine
	enforce  bool
	identity IdentityMode
	maxDepth int
	plain    plainKeys
	ownKeys  map[string]bool // identity keys beside those of the closed list
	observer Observer        // nil in a collector

	contentKeys     map[string]redaction.ContentKind
	replacesContent bool
	cutsContent     bool
	// watching does on a copy what monitoring counts, where a policy for content decides what is there to be looked through; else nil.
	watching *Redactor
}

// New compiles a policy. Its errors name the key below the redaction section, such as "allow[2]", as redaction.New does.
func New(settings Settings) (*Redactor, error) {
	if settings.Mode > Monitor {
		return nil, fmt.Errorf("mode: expected enforce or monitor, found number %d", settings.Mode)
	}
	if settings.Identity > PseudonymIdentity {
		return nil, fmt.Errorf("identity: expected keep, drop or pseudonym, found number %d", settings.Identity)
	}
	engine, err := redaction.New(settings.Text)
	if err != nil {
		return nil, err
	}
	if settings.Identity == PseudonymIdentity {
		if err := engine.RequireKey("identity: pseudonym"); err != nil {
			return nil, err
		}
	}
	maxDepth := settings.Text.MaxDepth
	if maxDepth == 0 {
		maxDepth = redaction.DefaultMaxDepth
	}
	r := &Redactor{
		engine: engine, enforce: true, identity: settings.Identity, maxDepth: maxDepth, ownKeys: settings.IdentityKeys,
		plain:       plainKeysOf(&settings.Text),
		contentKeys: settings.ContentKeys, replacesContent: engine.ReplacesContent(), cutsContent: engine.TruncatesContent(),
	}
	if settings.Mode == Enforce {
		return r, nil
	}
	monitor := *r
	monitor.enforce = false
	if r.replacesContent || r.cutsContent {
		monitor.watching = r
	}
	return &monitor, nil
}

// Engine returns what finds and replaces within texts.
func (r *Redactor) Engine() *redaction.Engine { return r.engine }

// Span redacts name, status message, attributes, events and links of s: everything but trace states, which are for TraceStates. Whatever
// happens, nothing that could not be processed is passed on: after a panic, all of the span's text is replaced, and counted as one failure.
func (r *Redactor) Span(s ptrace.Span, o *Outcome) {
	defer func() {
		if recover() != nil {
			r.closeSpan(s, o)
		}
	}()
	if r.watching != nil {
		watched := ptrace.NewSpan()
		s.CopyTo(watched)
		r.watching.Span(watched, o)
		return
	}
	from := r.sourceOf(s.TraceID(), s.SpanID())
	if name, found := r.text(s.Name(), redaction.Place{}, o); found {
		s.SetName(name)
	}
	r.tell(Site{Part: Name}, o)
	if message, found := r.text(s.Status().Message(), redaction.Place{}, o); found {
		s.Status().SetMessage(message)
	}
	r.tell(Site{Part: StatusMessage}, o)
	r.attributes(s.Attributes(), Site{Part: Attribute}, from, o)
	for i := range s.Events().Len() {
		event := s.Events().At(i)
		name := event.Name()
		if clean, found := r.text(name, redaction.Place{}, o); found {
			event.SetName(clean)
		}
		r.tell(Site{Part: EventName}, o)
		r.attributes(event.Attributes(), Site{Part: EventAttribute, Event: name}, from, o)
	}
	for i := range s.Links().Len() {
		r.attributes(s.Links().At(i).Attributes(), Site{Part: LinkAttribute}, from, o)
	}
}

// sourceOf returns the source of what stands in a span or a log record; nil where nothing asks for it.
func (r *Redactor) sourceOf(trace pcommon.TraceID, span pcommon.SpanID) *redaction.Source {
	if !r.replacesContent {
		return nil
	}
	return &redaction.Source{TraceID: trace.String(), SpanID: span.String()}
}

// Record redacts body, attributes, event name and severity text of lr. It fails closed, as Span does.
func (r *Redactor) Record(lr plog.LogRecord, o *Outcome) {
	defer func() {
		if recover() != nil {
			r.closeRecord(lr, o)
		}
	}()
	if r.watching != nil {
		watched := plog.NewLogRecord()
		lr.CopyTo(watched)
		r.watching.Record(watched, o)
		return
	}
	from, event := r.sourceOf(lr.TraceID(), lr.SpanID()), r.eventName(lr)
	if name, found := r.text(lr.EventName(), redaction.Place{}, o); found {
		lr.SetEventName(name)
	}
	r.tell(Site{Part: EventName}, o)
	if severity, found := r.text(lr.SeverityText(), redaction.Place{}, o); found {
		lr.SetSeverityText(severity)
	}
	r.tell(Site{Part: SeverityText}, o)
	before := o.writes
	r.bodyPass(lr.Body(), event, false, from, o)
	r.value(lr.Body(), redaction.Place{Source: from}, o)
	r.bodyPass(lr.Body(), event, true, from, o)
	o.BodyChanges += o.writes - before
	r.tell(Site{Part: Body}, o)
	r.attributes(lr.Attributes(), Site{Part: Attribute, Event: event}, from, o)
}

// Scope redacts the name and the version of an instrumentation scope. It fails closed, as Span does.
func (r *Redactor) Scope(s pcommon.InstrumentationScope, o *Outcome) {
	defer func() {
		if recover() != nil {
			placeholder := r.engine.Fail(redaction.FailPanic, &o.Tally)
			s.SetName(placeholder)
			s.SetVersion(placeholder)
		}
	}()
	if name, found := r.text(s.Name(), redaction.Place{}, o); found {
		s.SetName(name)
	}
	r.tell(Site{Part: Name}, o)
	if version, found := r.text(s.Version(), redaction.Place{}, o); found {
		s.SetVersion(version)
	}
	r.tell(Site{Part: Version}, o)
}

// Attributes redacts the attributes of a resource or a scope. It fails closed, as Span does.
func (r *Redactor) Attributes(m pcommon.Map, o *Outcome) {
	defer func() {
		if recover() != nil {
			r.closeMap(m, r.engine.Fail(redaction.FailPanic, &o.Tally))
		}
	}()
	if r.watching != nil {
		watched := pcommon.NewMap()
		m.CopyTo(watched)
		r.watching.Attributes(watched, o)
		return
	}
	r.attributes(m, Site{Part: Attribute}, nil, o)
}

// attributes redacts the attributes at a site: content by the policy of its kind, and what is left of it by what it holds.
func (r *Redactor) attributes(m pcommon.Map, at Site, from *redaction.Source, o *Outcome) {
	r.contentPass(m, at, false, from, o)
	r.attributeMap(m, at, from, o)
	r.contentPass(m, at, true, from, o)
}

// attributeMap redacts one map of attributes, which is at the site: identity keys by policy, other keys and values by what they hold.
func (r *Redactor) attributeMap(m pcommon.Map, at Site, from *redaction.Source, o *Outcome) {
	identities, keyFindings := 0, 0
	var dropped map[string]struct{}
	drop := func(key string) {
		if dropped == nil {
			dropped = map[string]struct{}{}
		}
		if _, again := dropped[key]; !again {
			o.Removed++
		}
		dropped[key] = struct{}{}
	}
	var texts []flatText
	o.Tally.TakeDropAttribute() // what a name or a body had is for no attribute
	for key, v := range m.All() {
		before := o.writes
		if r.isIdentity(key, v) {
			identities++
			r.identityValue(v, o)
			r.tell(at.of(key), o)
			continue
		}
		if r.keyHasFinding(key, redaction.Place{}, o) {
			keyFindings++
		}
		if text, ok := flatTextOf(key, v); ok {
			texts = append(texts, text)
			r.tell(at.of(key), o)
			continue
		}
		identifier := isIdentifierKey(key)
		if isNumber(v) && isUsageKey(key) {
			o.SkippedUsageBytes += unreadBytes(v)
		} else {
			r.value(v, redaction.Place{Attribute: key, Identifier: identifier, Source: from}, o)
		}
		switch {
		case o.Tally.TakeDropAttribute():
			drop(key)
		case o.writes != before:
			o.Changed++
		}
		r.tell(at.of(key), o)
	}
	r.flatTexts(texts, at, drop, o)
	// The map changes only now, when no value of it is held any more.
	if identities > 0 && r.identity == DropIdentity && r.enforce {
		m.RemoveIf(r.isIdentity)
	}
	if len(dropped) > 0 && r.enforce {
		m.RemoveIf(func(key string, _ pcommon.Value) bool {
			_, found := dropped[key]
			return found
		})
	}
	if keyFindings > 0 && r.enforce {
		r.renameKeys(m, redaction.Place{}, o)
	}
}
