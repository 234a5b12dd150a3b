package processor

import (
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// Whole-trace mode takes two passes over a batch. The first reads every span and decides by descent what no span says alone: which of
// several spans of one call counts, which agent or workflow counts where no call does, and whose names calls inherit. The second takes each
// span through the usual stages with that decision, the roots last, when the sums of their traces are known. It changes nothing that the
// first pass read, so both find the same.

// traces is what is known of the traces of one batch. A nil traces decides nothing: the mode is off.
type traces struct {
	spans []tracedSpan // in the order of the batch
	sums  []traceSums  // one for each trace
	at    int          // the span that is being processed
	roots []waitingRoot
}

// tracedSpan is what the decision needs of one span, and the decision.
type tracedSpan struct {
	trace, parent int // indexes into sums and spans, or none
	orphan        bool
	start, end    pcommon.Timestamp

	kind       dialect.Kind
	role       string
	notCharged bool
	tokens     tokenCounts
	responseID string
	models     [2]string // asked for, answered
	agent      agentName
	workflow   string

	above   [3]int // nearest span above of each kind that calls a model, or none
	told    bool   // another span of the same call counts
	carries bool   // a call with usage stands below, or is it
}

// none is no index.
const none = -1

// agentName is an agent as a span names it, by either or both.
type agentName struct{ name, id string }

// tokenCounts are the tokens of a span, 0 where there are none. details counts the finer counts that it has: cached, of reasoning, of audio.
type tokenCounts struct {
	input, output int64
	details       int
}

func (k tokenCounts) any() bool { return k.input > 0 || k.output > 0 }

// survey reads all spans of the batch and decides. It returns nil where the mode is off, or fails.
func (p *Processor) survey(td ptrace.Traces, s *scratch) (t *traces) {
	if !p.wholeTraces {
		return nil
	}
	defer func() {
		if recover() != nil {
			s.counts.enrichPanics++
			t = nil
		}
	}()
	t = &traces{spans: make([]tracedSpan, 0, td.SpanCount()), at: none}
	tree := newTree(td.SpanCount())
	for _, rs := range td.ResourceSpans().All() {
		resource := p.vocabulary.Resource(rs.Resource().Attributes())
		s.from = p.originOf(rs.Resource().Attributes(), signalTraces)
		for _, ss := range rs.ScopeSpans().All() {
			scope := p.vocabulary.Scope(ss.Scope().Name()).Within(resource)
			s.from.scope = ss.Scope().Name()
			for _, span := range ss.Spans().All() {
				p.distrust(span)
				t.spans = append(t.spans, p.surveySpan(scope, span, s))
				tree.add(span)
			}
		}
	}
	t.sums = tree.link(t.spans)
	decide(t.spans)
	return t
}

// surveySpan reads one span as the second pass will. One on which it fails takes no part.
func (p *Processor) surveySpan(scope dialect.Scope, span ptrace.Span, s *scratch) (t tracedSpan) {
	t = tracedSpan{orphan: span.ParentSpanID().IsEmpty(), start: span.StartTimestamp(), end: span.EndTimestamp()}
	defer func() { _ = recover() }() // the second pass counts it
	c := &s.call
	c.Reset()
	p.vocabulary.Span(scope, span, c)
	if c.Kind == dialect.NoKind {
		return t
	}
	s.from.spanKind = span.Kind()
	e := p.judge(c, &s.from)
	t.kind, t.role, t.notCharged = c.Kind, e.role, e.notCharged
	t.tokens = tokensOf(c)
	t.responseID = c.Text(dialect.ResponseID)
	t.models = [2]string{modelName(c.Text(dialect.RequestModel)), modelName(c.Text(dialect.ResponseModel))}
	t.agent = agentName{c.Text(dialect.AgentName), c.Text(dialect.AgentID)}
	t.workflow = c.Text(dialect.WorkflowName)
	return t
}

func tokensOf(c *dialect.Call) (k tokenCounts) {
	input, _ := c.Int(dialect.InputTokens)
	output, _ := c.Int(dialect.OutputTokens)
	k = tokenCounts{input: max(input, 0), output: max(output, 0)}
	for _, f := range [...]dialect.Field{
		dialect.CacheReadTokens, dialect.CacheWriteTokens, dialect.ReasoningTokens, dialect.InputAudioTokens, dialect.OutputAudioTokens,
	} {
		if n, ok := c.Int(f); ok && n > 0 {
			k.details++
		}
	}
	return k
}
