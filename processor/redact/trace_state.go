package redact

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// TraceStates redacts the trace states of s and of its links: of a list (W3C Trace Context, section 3.3, 2021-11-23) the members with a
// finding are removed, whatever the action of its entity unless that is to keep it, and the others stay as they are. It fails closed, as
// Span does: after a panic, no trace state is left.
func (r *Redactor) TraceStates(s ptrace.Span, o *Outcome) {
	defer func() {
		if recover() != nil {
			r.engine.Fail(redaction.FailPanic, &o.Tally)
			r.closeTraceStates(s)
		}
	}()
	r.traceState(s.TraceState(), o)
	for i := range s.Links().Len() {
		r.traceState(s.Links().At(i).TraceState(), o)
	}
	r.tell(Site{Part: TraceStates}, o)
}

func (r *Redactor) closeTraceStates(s ptrace.Span) {
	if !r.enforce {
		return
	}
	s.TraceState().FromRaw("")
	for i := range s.Links().Len() {
		s.Links().At(i).TraceState().FromRaw("")
	}
}

func (r *Redactor) traceState(state pcommon.TraceState, o *Outcome) {
	raw := state.AsRaw()
	if raw == "" {
		return
	}
	var left []string
	removed := false
	for member := range strings.SplitSeq(raw, ",") {
		if _, found := r.engine.Text(member, redaction.Place{}, &o.Tally); found {
			removed = true
			continue
		}
		left = append(left, member)
	}
	// What is no list of members may hold something across its commas.
	rest := strings.Join(left, ",")
	if _, found := r.engine.Text(rest, redaction.Place{}, &o.Tally); found {
		removed, rest = true, ""
	}
	if removed && r.enforce {
		state.FromRaw(strings.TrimSpace(rest))
	}
}
