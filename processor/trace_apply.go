package processor

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// traceSums are the sums over the spans of one trace whose usage is their own.
type traceSums struct {
	root          int // the span that gets them, or none
	tokens        tokenCounts
	cost          costcalc.Pico // metered only
	used, charged bool          // something was added to tokens, to cost
}

// waitingRoot is a root that is processed when the sums of its trace are known.
type waitingRoot struct {
	at    int
	scope dialect.Scope
	from  origin
	span  ptrace.Span
}

// postpone goes to the next span of the batch and reports whether it is left for later.
func (t *traces) postpone(scope dialect.Scope, from *origin, span ptrace.Span) bool {
	if t == nil {
		return false
	}
	t.at++
	trace := t.spans[t.at].trace
	if trace == none || t.sums[trace].root != t.at {
		return false
	}
	t.roots = append(t.roots, waitingRoot{t.at, scope, *from, span})
	return true
}

// postponed processes the roots.
func (p *Processor) postponed(s *scratch) {
	if s.traces == nil {
		return
	}
	for _, root := range s.traces.roots {
		s.traces.at, s.from = root.at, root.from
		p.span(root.scope, root.span, s)
	}
}

// apply gives the span what was decided for it.
func (t *traces) apply(c *dialect.Call, e *enrichment) {
	if t == nil {
		return
	}
	s := &t.spans[t.at]
	e.told = s.told
	switch {
	case e.role == "":
	case s.told:
		e.role = roleDuplicate
	default:
		e.role = s.role
	}
	if s.agent.name != "" && c.Kind != dialect.Agent && !c.Has(dialect.AgentName) {
		c.SetText(dialect.AgentName, s.agent.name)
	}
	if s.workflow != "" && c.Kind != dialect.Workflow && !c.Has(dialect.WorkflowName) {
		c.SetText(dialect.WorkflowName, s.workflow)
	}
}

// add adds a span to the sums of its trace, where its usage is its own.
func (t *traces) add(e *enrichment) {
	if t == nil || e.role != roleOwn || t.spans[t.at].trace == none {
		return
	}
	s := &t.spans[t.at]
	sums := &t.sums[s.trace]
	if s.tokens.any() {
		sums.used = true
		sums.tokens.input = addCounts(sums.tokens.input, s.tokens.input)
		sums.tokens.output = addCounts(sums.tokens.output, s.tokens.output)
	}
	if e.summable() {
		sums.charged = true
		sums.cost = costcalc.Pico(addCounts(int64(sums.cost), int64(e.cost.Total)))
	}
}

// writeSums writes the sums on the root of a trace and removes from every other span what stands in their place.
func (t *traces) writeSums(attrs pcommon.Map) {
	if t == nil {
		return
	}
	var sums traceSums
	if trace := t.spans[t.at].trace; trace != none && t.sums[trace].root == t.at {
		sums = t.sums[trace]
	}
	attrs.RemoveIf(func(key string, _ pcommon.Value) bool {
		switch key {
		case attrTraceInputTokens, attrTraceOutputTokens:
			return !sums.used
		case attrTraceCost:
			return !sums.charged
		default:
			return strings.HasPrefix(key, tracePrefix)
		}
	})
	if sums.used {
		attrs.PutInt(attrTraceInputTokens, sums.tokens.input)
		attrs.PutInt(attrTraceOutputTokens, sums.tokens.output)
	}
	if sums.charged {
		attrs.PutDouble(attrTraceCost, sums.cost.Float64())
	}
}
