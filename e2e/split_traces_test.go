package e2e

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

// A splitTrace is a trace of five spans of two services, whose spans come in two parts. What its spans are depends on each
// other: the wrapper of a call counts only where the call isn't seen, and every second agent only where its calls have no usage.
type splitTrace int

const spansOfSplitTrace = 5

// splitTraces returns count traces from the first one on. Their ids are spread as random ones are.
func splitTraces(first, count int) (traces []splitTrace) {
	for i := range count {
		traces = append(traces, splitTrace(first+i))
	}
	return traces
}

func (s splitTrace) id() (id pcommon.TraceID) {
	hash := sha256.Sum256(fmt.Append(nil, int(s)))
	copy(id[:], hash[:])
	return id
}

func (s splitTrace) spanID(index int) (id pcommon.SpanID) {
	copy(id[:], fmt.Sprintf("%08d", int(s)*spansOfSplitTrace+index))
	return id
}

// part is which of the two parts of a trace.
type part int

const (
	early part = iota // the root, the agent and a call
	late              // the call's wrapper, and a tool
)

// request returns one part of each trace.
func request(t *testing.T, traces []splitTrace, which part) ptrace.Traces {
	t.Helper()
	all := ptrace.NewTraces()
	resource := all.ResourceSpans().AppendEmpty()
	resource.Resource().Attributes().PutStr("service.name", fmt.Sprintf("service-%d", which))
	spans := resource.ScopeSpans().AppendEmpty().Spans()
	for _, s := range traces {
		if which == early {
			s.add(t, spans, 0, -1, "POST /ask", map[string]any{"http.request.method": "POST"})
			s.add(t, spans, 1, 0, "invoke_agent support", map[string]any{
				"gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "support", "gen_ai.provider.name": "openai",
				"gen_ai.request.model": "gpt-4o-mini", "gen_ai.usage.input_tokens": 900, "gen_ai.usage.output_tokens": 90,
			})
			s.add(t, spans, 3, 2, "chat gpt-4o-mini", s.call("chat"))
			continue
		}
		s.add(t, spans, 2, 1, "call_llm", s.call("call_llm"))
		s.add(t, spans, 4, 1, "execute_tool search", map[string]any{"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "search"})
	}
	return all
}

// call returns the attributes of a call of a model; in every second trace calls report no usage.
func (s splitTrace) call(operation string) map[string]any {
	attributes := map[string]any{
		"gen_ai.operation.name": operation, "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
		"gen_ai.input.messages": `[{"role":"user","parts":[{"type":"text","content":"write to jane.canary@example.com"}]}]`,
	}
	if s%2 == 0 {
		attributes["gen_ai.usage.input_tokens"] = 800 + int(s)
		attributes["gen_ai.usage.output_tokens"] = 80
	}
	return attributes
}

// add appends a span, the earlier in the trace the longer it lasts; parent is an index, or -1.
func (s splitTrace) add(t *testing.T, spans ptrace.SpanSlice, index, parent int, name string, attributes map[string]any) {
	t.Helper()
	start := time.Date(2025, 4, 1, 12, 0, 0, 0, time.UTC).Add(time.Duration(s) * time.Minute)
	span := spans.AppendEmpty()
	span.SetTraceID(s.id())
	span.SetSpanID(s.spanID(index))
	if parent >= 0 {
		span.SetParentSpanID(s.spanID(parent))
	}
	span.SetName(name)
	span.SetStartTimestamp(pcommon.NewTimestampFromTime(start.Add(time.Duration(index) * time.Second)))
	span.SetEndTimestamp(pcommon.NewTimestampFromTime(start.Add(time.Duration(20-index) * time.Second)))
	require.NoError(t, span.Attributes().FromRaw(attributes))
}

// sendParts sends a part of each trace, ten traces at a time to each collector in turn.
func sendParts(t *testing.T, to []*replica, traces []splitTrace, which part) {
	t.Helper()
	const together = 10
	for i := 0; i < len(traces); i += together {
		client := ptraceotlp.NewGRPCClient(to[(i/together+int(which))%len(to)].dial(t))
		some := request(t, traces[i:min(i+together, len(traces))], which)
		_, err := client.Export(context.Background(), ptraceotlp.NewExportRequestFromTraces(some))
		require.NoError(t, err)
	}
}

// sendWhole sends both parts of each trace. Where there are several collectors, a trace's parts go to two of them.
func sendWhole(t *testing.T, to []*replica, traces []splitTrace) {
	t.Helper()
	sendParts(t, to, traces, early)
	sendParts(t, to, traces, late)
}

// deliveries are the attributes of each span, as JSON, once for each time that it was delivered.
type deliveries map[pcommon.SpanID][]string

func (d *destination) deliveries(t *testing.T) deliveries {
	t.Helper()
	d.mutex.Lock()
	defer d.mutex.Unlock()
	all := deliveries{}
	for _, traces := range d.traces {
		for _, span := range spansOf(traces) {
			attributes, err := json.Marshal(span.Attributes().AsRaw()) // keys are sorted
			require.NoError(t, err)
			all[span.SpanID()] = append(all[span.SpanID()], string(attributes))
		}
	}
	return all
}

// doubles returns how often a span came again.
func (all deliveries) doubles() (count int) {
	for _, each := range all {
		count += len(each) - 1
	}
	return count
}

// waitFor returns when at least so many different spans were delivered.
func (d *destination) waitFor(t *testing.T, spans int) deliveries {
	t.Helper()
	var all deliveries
	require.Eventually(t, func() bool { all = d.deliveries(t); return len(all) >= spans }, patience, 50*time.Millisecond,
		"waited for %d spans", spans)
	return all
}

// waitForTraces returns when every span of the traces was delivered.
func (d *destination) waitForTraces(t *testing.T, traces []splitTrace) {
	t.Helper()
	require.Eventually(t, func() bool {
		all := d.deliveries(t)
		for _, s := range traces {
			for index := range spansOfSplitTrace {
				if len(all[s.spanID(index)]) == 0 {
					return false
				}
			}
		}
		return true
	}, patience, 50*time.Millisecond, "waited for %d whole traces", len(traces))
}

// differing returns the traces of which a span never came with the attributes that it has on one machine.
func (all deliveries) differing(oneMachine deliveries, traces []splitTrace) (differing []splitTrace) {
	for _, s := range traces {
		for index := range spansOfSplitTrace {
			if id := s.spanID(index); !hasDelivery(all[id], oneMachine[id][0]) {
				differing = append(differing, s)
				break
			}
		}
	}
	return differing
}

func hasDelivery(each []string, want string) bool {
	for _, attributes := range each {
		if attributes == want {
			return true
		}
	}
	return false
}

// onOneMachine returns what a single gateway makes of the traces, and requires that it depends on whole traces.
func onOneMachine(t *testing.T, traces []splitTrace) deliveries {
	t.Helper()
	backend := startDestination(t)
	gateway := startReplica(t, append(backendIs(backend), "TRACE_WAIT=2s"), examplePath("two-tier-gateway.yaml"))
	sendWhole(t, []*replica{gateway}, traces)
	all := backend.waitFor(t, len(traces)*spansOfSplitTrace)
	drainAndStop(t, gateway)
	require.Zero(t, all.doubles())
	roles := map[string]int{}
	for _, each := range all {
		for _, role := range []string{"own", "aggregate", "duplicate"} {
			if strings.Contains(each[0], `"genai.usage.role":"`+role+`"`) {
				roles[role]++
			}
		}
		if strings.Contains(each[0], `"genai.trace.cost"`) {
			roles["root"]++
		}
		require.NotContains(t, each[0], "jane.canary")
	}
	// Of every second trace the call counts, of the others the agent.
	require.Equal(t, map[string]int{"own": len(traces), "aggregate": len(traces) / 2, "duplicate": len(traces) / 2, "root": len(traces)}, roles)
	return all
}

func backendIs(d *destination) []string {
	return []string{"BACKEND=" + d.address, "BACKEND_INSECURE=true"}
}
