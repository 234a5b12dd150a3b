package e2e

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// sampledTrace is a trace of calls of gpt-4o-mini that are alike.
type sampledTrace struct {
	name   string
	calls  int
	tokens int64 // of output, each call
	failed bool
	kept   bool // where nothing is kept of the rest
}

// sampledTraces are priced at 0.60 USD per million tokens. The example's limits are 0.10 USD for a call and 0.50 for a trace.
func sampledTraces() []sampledTrace {
	return []sampledTrace{
		{name: "one call at the limit of a call", calls: 1, tokens: 166_667, kept: true},
		{name: "one call just below it", calls: 1, tokens: 166_666},
		{name: "many cheap calls at the limit of a trace", calls: 20, tokens: 41_667, kept: true},
		{name: "many cheap calls just below it", calls: 20, tokens: 41_666},
		{name: "a cheap call that failed", calls: 1, tokens: 10, failed: true, kept: true},
	}
}

const sampledTracesCost = (166_667 + 166_666 + 20*41_667 + 20*41_666 + 10) * 0.60 / 1e6

// spansOfTraces returns the traces, each with a root that is no call.
func spansOfTraces(traces []sampledTrace) ptrace.Traces {
	start := time.Date(2025, 4, 1, 12, 0, 0, 0, time.UTC)
	all := ptrace.NewTraces()
	spans := all.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for i, trace := range traces {
		for j := range trace.calls + 1 {
			span := spans.AppendEmpty()
			span.SetTraceID(pcommon.TraceID{0: 1, 15: byte(i)})
			span.SetSpanID(pcommon.SpanID{0: 1, 7: byte(j)})
			span.SetName(trace.name)
			span.SetStartTimestamp(pcommon.NewTimestampFromTime(start.Add(time.Duration(j) * time.Second)))
			span.SetEndTimestamp(pcommon.NewTimestampFromTime(start.Add(time.Duration(j+1) * time.Second)))
			if j == 0 {
				continue
			}
			span.SetParentSpanID(pcommon.SpanID{0: 1})
			span.Attributes().PutStr("gen_ai.operation.name", "chat")
			span.Attributes().PutStr("gen_ai.provider.name", "openai")
			span.Attributes().PutStr("gen_ai.request.model", "gpt-4o-mini")
			span.Attributes().PutInt("gen_ai.usage.output_tokens", trace.tokens)
			if trace.failed {
				span.Status().SetCode(ptrace.StatusCodeError)
			}
		}
	}
	return all
}

// TestSamplingKeepsWhatIsExpensive runs examples/sampling.yaml on top of examples/metrics.yaml, once with nothing kept of what
// no policy asks for, and once with all of it.
func TestSamplingKeepsWhatIsExpensive(t *testing.T) {
	for percentage, restIsKept := range map[string]bool{"0": false, "100": true} {
		t.Run(percentage+" percent of the rest", func(t *testing.T) {
			t.Setenv("SAMPLING_PERCENTAGE", percentage)
			sink := startBackend(t)
			c := startExample(t, "metrics.yaml", sink.address, "--config", examplePath("sampling.yaml"),
				"--set=processors::groupbytrace::wait_duration=200ms")
			server := startVictoriaMetrics(t, c)
			c.post(t, "/v1/traces", tracesJSON(t, spansOfTraces(sampledTraces())))
			server.becomes(t, map[string]float64{"{}": sampledTracesCost}, "sum(genai_cost_usd_total)")
			c.stop(t) // decides about what waits still, and sends it

			for _, trace := range sampledTraces() {
				want := 0
				if trace.kept || restIsKept {
					want = trace.calls + 1
				}
				assert.Equal(t, want, sink.received(trace.name), "spans of: %s", trace.name)
			}
			require.NotContains(t, c.log(t), "Exporting failed")
		})
	}
}
