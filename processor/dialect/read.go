package dialect

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// sharedValue is the value of a Shared key, until it is known which dialects show.
type sharedValue struct {
	rule   *rule
	value  pcommon.Value
	behind int
}

// Span reads a span into c, which must be reset, and decides its kind. The span is not changed.
func (v *Vocabulary) Span(scope Scope, span ptrace.Span, c *Call) {
	c.dialects, c.evident, c.ExclusiveScope = scope.dialects, scope.dialects != 0, scope.exclusive
	c.Client = span.Kind() == ptrace.SpanKindClient
	c.Server = span.Kind() == ptrace.SpanKindServer
	c.Failed = span.Status().Code() == ptrace.StatusCodeError
	c.SpanName = span.Name()
	if start := span.StartTimestamp(); start != 0 {
		c.Start = start.AsTime()
	}
	v.attributes(span.Attributes(), c, 0)
	for _, e := range span.Events().All() {
		if r, ok := v.events[e.Name()]; ok {
			v.event(r, e.Attributes(), c)
		}
	}
	v.settle(c)
}

// Record reads a log record into c, which must be reset, and decides its kind. The record is not changed.
func (v *Vocabulary) Record(scope Scope, record plog.LogRecord, c *Call) {
	c.dialects, c.evident, c.ExclusiveScope = scope.dialects, scope.dialects != 0, scope.exclusive
	c.Record = true
	c.Failed = record.SeverityNumber() >= plog.SeverityNumberError
	v.attributes(record.Attributes(), c, 0)
	r, ok := v.events[record.EventName()]
	if !ok { // before the field existed (OTLP 1.5) the name was an attribute; bridges from other loggers still put something else into the field
		if name, has := record.Attributes().Get("event.name"); has {
			r, ok = v.events[name.AsString()]
		}
	}
	if ok {
		c.consider(r.Record, Structure, r.from, r.from, r.Name)
		v.event(r, record.Attributes(), c)
	}
	v.settle(c)
}

// event reads what one event adds to the span that it stands on.
func (v *Vocabulary) event(r eventRule, attrs pcommon.Map, c *Call) {
	c.dialects |= 1 << r.from
	c.messages = c.messages || r.Messages
	if r.Attributes {
		v.attributes(attrs, c, len(v.dialects)*ranksPerDialect)
	}
	if len(r.keys) == 0 {
		return
	}
	for key, value := range attrs.All() {
		if f, ok := r.keys[key]; ok && !c.Has(f.Field) {
			c.set(&f, value, 2*(len(v.dialects)+1)*ranksPerDialect, false)
		}
	}
}

// attributes is the one pass over a map of attributes. behind is added to the ranks, so that a span's own attributes win over those
// of its events.
func (v *Vocabulary) attributes(attrs pcommon.Map, c *Call, behind int) {
	flattened := "" // the prefix of keys of which one was read for all
	for key, value := range attrs.All() {
		if flattened != "" && isNumbered(key, flattened) {
			continue
		}
		rules, prefix := v.find(key)
		if prefix != nil && prefix.once && isNumbered(key, prefix.prefix) {
			flattened = prefix.prefix
		}
		if rules == nil {
			if strings.HasPrefix(key, UpstreamPrefix) && behind == 0 {
				c.Upstream.read(key, value)
			}
			continue
		}
		opened := content{raw: value}
		for i := range rules {
			v.apply(&rules[i], &opened, c, behind)
		}
	}
}

// content is an attribute's value, opened at most once however many rules look into it.
type content struct {
	raw    pcommon.Value
	inner  pcommon.Value
	opened bool
	isJSON bool
}

// open returns the value inside of JSON text, or the value itself where it is no text. ok is false for other text.
func (v *content) open() (inner pcommon.Value, ok bool) {
	if v.raw.Type() != pcommon.ValueTypeStr {
		return v.raw, true
	}
	if !v.opened {
		v.inner, v.isJSON = decodeJSON(v.raw.Str())
		v.opened = true
	}
	return v.inner, v.isJSON
}

// of returns what a rule is to read of the value.
func (v *content) of(r *rule) (pcommon.Value, bool) {
	if r.field != nil && r.field.Path != "" {
		inner, ok := v.open()
		if !ok || !holdsWhere(inner, r.field) {
			return inner, false
		}
		return atPath(inner, r.field.Path)
	}
	if r.quoted && v.raw.Type() == pcommon.ValueTypeStr {
		if text, ok := unquote(v.raw.Str()); ok {
			quoted := pcommon.NewValueStr(text)
			return quoted, true
		}
	}
	return v.raw, true
}

// holdsWhere reports whether the condition of a field holds beside its value.
func holdsWhere(v pcommon.Value, f *FieldKey) bool {
	if f.WherePath == "" {
		return true
	}
	found, ok := atPath(v, f.WherePath)
	return !ok || foldedText(found) == f.WhereValue
}

func (v *Vocabulary) apply(r *rule, value *content, c *Call, behind int) {
	switch {
	case r.shared:
	case r.echo != nil:
		c.echoed |= 1 << r.from
	default:
		c.dialects |= 1 << r.from
		c.evident = c.evident || r.field == nil || !r.field.Field.travels()
	}
	if r.structure.Kind != NoKind {
		if r.written {
			c.waiting = append(c.waiting, sharedValue{rule: r, behind: behind})
			return
		}
		c.consider(r.structure, Structure, r.rank+behind, r.from, r.key)
		return
	}
	if r.messages {
		if r.shared {
			c.sharedMessages |= 1 << r.from
		} else {
			c.messages = true
		}
		return
	}
	if r.odd {
		c.odd = append(c.odd, oddValue{key: r.key, value: value.raw})
		return
	}
	if r.field == nil && r.kinds == nil {
		return
	}
	of, ok := value.of(r)
	switch {
	case !ok:
	case r.shared, r.kinds != nil && r.echo != nil:
		c.waiting = append(c.waiting, sharedValue{rule: r, value: of, behind: behind})
	case r.kinds != nil:
		c.considerKind(r, r.folded(of), behind)
	default:
		c.set(r.field, of, r.rank+behind, r.canonical && behind == 0)
		if r.field.Field == Operation {
			v.operation(of, c, r)
		}
	}
}

// folded is foldedText of a value of a kind attribute. Most dialects write these in capitals, for which no text need be made each time.
func (r *rule) folded(value pcommon.Value) string {
	if known, ok := r.spellings[value.Str()]; ok {
		return known
	}
	return foldedText(value)
}

// spellingsOf are the values of a kind attribute as they are listed, by themselves and in capitals.
func spellingsOf(k *KindKey) map[string]string {
	spellings := make(map[string]string, 2*len(k.Values))
	for value := range k.Values {
		for _, spelling := range [...]string{value, strings.ToUpper(value)} {
			spellings[spelling] = foldedString(spelling)
		}
	}
	return spellings
}

// considerKind takes what a kind attribute says.
func (c *Call) considerKind(r *rule, value string, behind int) {
	c.consider(r.kinds.verdict(value), r.kinds.Tier, r.rank+behind, r.from, r.key)
	if name, ok := r.kinds.Renamed[value]; ok {
		c.renamed = name
	}
}

// operation takes gen_ai.operation.name as evidence, through the alias table; a name that nobody knows is weak.
func (v *Vocabulary) operation(value pcommon.Value, c *Call, r *rule) {
	name := foldedText(value)
	if name == "" {
		return
	}
	op, known := v.operations[name]
	if !known {
		c.consider(weak(Other), OperationName, r.rank, r.from, r.key)
		return
	}
	c.dialects |= 1 << op.from
	c.consider(op.Verdict, OperationName, r.rank, op.from, r.key)
}

func foldedText(v pcommon.Value) string {
	if v.Type() != pcommon.ValueTypeStr {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(v.Str()))
}
