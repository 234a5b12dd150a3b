package redact

import (
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// closeSpan replaces all text of a span that could not be processed, and counts one failure.
func (r *Redactor) closeSpan(s ptrace.Span, o *Outcome) {
	placeholder := r.engine.Fail(redaction.FailPanic, &o.Tally)
	if !r.enforce {
		return
	}
	s.SetName(unlessEmpty(s.Name(), placeholder))
	s.Status().SetMessage(unlessEmpty(s.Status().Message(), placeholder))
	r.closeMap(s.Attributes(), placeholder)
	for i := range s.Events().Len() {
		event := s.Events().At(i)
		event.SetName(unlessEmpty(event.Name(), placeholder))
		r.closeMap(event.Attributes(), placeholder)
	}
	for i := range s.Links().Len() {
		r.closeMap(s.Links().At(i).Attributes(), placeholder)
	}
}

// closeRecord is closeSpan for a log record.
func (r *Redactor) closeRecord(lr plog.LogRecord, o *Outcome) {
	placeholder := r.engine.Fail(redaction.FailPanic, &o.Tally)
	if !r.enforce {
		return
	}
	lr.SetEventName(unlessEmpty(lr.EventName(), placeholder))
	lr.SetSeverityText(unlessEmpty(lr.SeverityText(), placeholder))
	if lr.Body().Type() != pcommon.ValueTypeEmpty {
		lr.Body().SetStr(placeholder)
	}
	r.closeMap(lr.Attributes(), placeholder)
}

// closeMap leaves of a map only what can't hold content: plain keys, the numbers under usage keys, booleans, and identity under
// KeepIdentity. It reads no value's text, so that PseudonymIdentity leaves no pseudonym.
func (r *Redactor) closeMap(m pcommon.Map, placeholder string) {
	if !r.enforce {
		return
	}
	m.RemoveIf(func(key string, v pcommon.Value) bool {
		return !r.plain.has(key) || r.identity == DropIdentity && r.isIdentity(key, v)
	})
	for key, v := range m.All() {
		switch {
		case v.Type() == pcommon.ValueTypeBool, isNumber(v) && isUsageKey(key), r.identity == KeepIdentity && r.isIdentity(key, v):
		default:
			v.SetStr(placeholder)
		}
	}
}

func unlessEmpty(text, placeholder string) string {
	if text == "" {
		return ""
	}
	return placeholder
}
