package e2e

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

// recordScope is the instrumentation scope of the log records that are the only record of a call.
const recordScope = "com.example.coding_agent"

// countedCall is a call and what a copy of it adds to the metrics.
type countedCall struct {
	name       string
	service    string // name, or namespace/name
	record     bool   // a log record instead of a span
	attributes map[string]any
	labels     string  // of its cost, as labelText writes them; "": it has none
	cost       float64 // US dollars, worked out by hand
	input      float64 // tokens that count
	output     float64
	calls      float64 // calls of a model that count
}

const callSeconds = 1.5 // what each of the spans takes

// countedCalls: the arithmetic stands beside each, in USD per million tokens as the provider's price page had it in April 2025.
func countedCalls() []countedCall {
	return []countedCall{
		{
			// 86 x 0.15 + 1920 x 0.075 + 300 x 0.60
			name: "a chat with cached input, of one team", service: "assistant", cost: 0.0003369, input: 2006, output: 300, calls: 1,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.response.model": "gpt-4o-mini-2024-07-18", "genai.owner.team": "search", "genai.owner.cost_center": "4711",
				"gen_ai.usage.input_tokens": 2006, "gen_ai.usage.cache_read.input_tokens": 1920, "gen_ai.usage.output_tokens": 300,
			},
			labels: `{gen_ai_operation_name="chat",gen_ai_provider_name="openai",gen_ai_request_model="gpt-4o-mini",` +
				`gen_ai_response_model="gpt-4o-mini-2024-07-18",genai_cost_basis="metered",genai_owner_cost_center="4711",` +
				`genai_owner_team="search",genai_signal="traces",job="assistant"}`,
		},
		{
			// 3 x 3 + 12304 x 3.75 + 550 x 15
			name: "a chat of another team, without the response's model", service: "assistant", cost: 0.054399, input: 12307, output: 550, calls: 1,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-3-7-sonnet-20250219",
				"genai.owner.team":          "support",
				"gen_ai.usage.input_tokens": 12307, "gen_ai.usage.cache_creation.input_tokens": 12304, "gen_ai.usage.output_tokens": 550,
			},
			labels: `{gen_ai_operation_name="chat",gen_ai_provider_name="anthropic",gen_ai_request_model="claude-3-7-sonnet-20250219",` +
				`genai_cost_basis="metered",genai_owner_team="support",genai_signal="traces",job="assistant"}`,
		},
		{
			// 1000 x 0.02
			name: "an embedding without an owner", service: "shop/indexer", cost: 0.00002, input: 1000, calls: 1,
			attributes: map[string]any{
				"gen_ai.operation.name": "embeddings", "gen_ai.provider.name": "openai", "gen_ai.request.model": "text-embedding-3-small",
				"gen_ai.usage.input_tokens": 1000,
			},
			labels: `{gen_ai_operation_name="embeddings",gen_ai_provider_name="openai",gen_ai_request_model="text-embedding-3-small",` +
				`genai_cost_basis="metered",genai_signal="traces",job="shop/indexer"}`,
		},
		{
			// 100 x 0.15 + 10 x 0.60
			name: "a log record that is the only record of a call", service: "laptop", record: true, cost: 0.000021, input: 100, output: 10,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.usage.input_tokens": 100, "gen_ai.usage.output_tokens": 10,
			},
			labels: `{gen_ai_operation_name="chat",gen_ai_provider_name="openai",gen_ai_request_model="gpt-4o-mini",` +
				`genai_cost_basis="metered",genai_signal="logs",job="laptop"}`,
		},
		{
			name: "a call on a subscription, as an earlier genai left it", service: "assistant", cost: 0.25,
			attributes: map[string]any{"genai.cost.total": 0.25, "genai.cost.basis": "subscription"},
			labels:     `{genai_cost_basis="subscription",genai_signal="traces",job="assistant"}`,
		},
		{
			name: "a cost in another currency is in no sum of dollars", service: "assistant",
			attributes: map[string]any{"genai.cost.total": 5.0, "genai.cost.currency": "EUR"},
		},
		{
			name: "nor is a negative one, or the counter would go down", service: "assistant",
			attributes: map[string]any{"genai.cost.total": -5.0},
		},
		{
			name: "an agent that repeats its calls' usage", service: "assistant",
			attributes: map[string]any{
				"gen_ai.operation.name": "invoke_agent", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.usage.input_tokens": 2006, "gen_ai.usage.output_tokens": 300,
			},
		},
		{
			name: "a model without a price has tokens and no cost", service: "assistant", input: 10, output: 20, calls: 1,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "contoso-support-7b",
				"gen_ai.usage.input_tokens": 10, "gen_ai.usage.output_tokens": 20,
			},
		},
	}
}

// callsAsTraces returns so many copies of each call that is a span.
func callsAsTraces(t *testing.T, calls []countedCall, copies int) ptrace.Traces {
	t.Helper()
	start := time.Date(2025, 4, 1, 12, 0, 0, 0, time.UTC)
	traces := ptrace.NewTraces()
	for i, call := range calls {
		if call.record {
			continue
		}
		resource := traces.ResourceSpans().AppendEmpty()
		putService(resource.Resource(), call.service)
		spans := resource.ScopeSpans().AppendEmpty().Spans()
		for j := range copies {
			span := spans.AppendEmpty()
			span.SetTraceID(pcommon.TraceID{14: byte(i + 1), 15: byte(j)})
			span.SetSpanID(pcommon.SpanID{6: byte(i + 1), 7: byte(j)})
			span.SetName(call.name)
			span.SetStartTimestamp(pcommon.NewTimestampFromTime(start))
			span.SetEndTimestamp(pcommon.NewTimestampFromTime(start.Add(callSeconds * 1000 * time.Millisecond)))
			require.NoError(t, span.Attributes().FromRaw(call.attributes))
		}
	}
	return traces
}

// callsAsLogs returns so many copies of each call that is a log record.
func callsAsLogs(t *testing.T, calls []countedCall, copies int) plog.Logs {
	t.Helper()
	logs := plog.NewLogs()
	for _, call := range calls {
		if !call.record {
			continue
		}
		resource := logs.ResourceLogs().AppendEmpty()
		putService(resource.Resource(), call.service)
		scope := resource.ScopeLogs().AppendEmpty()
		scope.Scope().SetName(recordScope)
		for range copies {
			record := scope.LogRecords().AppendEmpty()
			record.SetTimestamp(pcommon.NewTimestampFromTime(time.Date(2025, 4, 1, 12, 0, 0, 0, time.UTC)))
			require.NoError(t, record.Attributes().FromRaw(call.attributes))
		}
	}
	return logs
}

func putService(resource pcommon.Resource, service string) {
	if namespace, name, found := strings.Cut(service, "/"); found {
		resource.Attributes().PutStr("service.namespace", namespace)
		service = name
	}
	resource.Attributes().PutStr("service.name", service)
}

// sendWave sends batches of one, two and three copies of each call, so many rounds of them, over several connections at the
// same time. It returns how many copies it sent.
func sendWave(t *testing.T, c *exampleCollector, calls []countedCall, rounds int) (copies int) {
	t.Helper()
	const senders = 8
	var traces []ptraceotlp.ExportRequest
	var logs []plogotlp.ExportRequest
	for size := 1; size <= 3; size++ {
		traces = append(traces, ptraceotlp.NewExportRequestFromTraces(callsAsTraces(t, calls, size)))
		logs = append(logs, plogotlp.NewExportRequestFromLogs(callsAsLogs(t, calls, size)))
		copies += senders * rounds * size
	}
	var group sync.WaitGroup
	for range senders {
		connection := c.dial(t)
		group.Go(func() {
			for range rounds {
				for i := range traces {
					_, err := ptraceotlp.NewGRPCClient(connection).Export(context.Background(), traces[i])
					assert.NoError(t, err)
					_, err = plogotlp.NewGRPCClient(connection).Export(context.Background(), logs[i])
					assert.NoError(t, err)
				}
			}
		})
	}
	group.Wait()
	return copies
}

// TestMetricsAddUpToTheSpans runs examples/metrics.yaml as it stands, with a server that scrapes it. Between waves of calls it
// waits until the server has the sum, so that every counter is scraped at many heights.
func TestMetricsAddUpToTheSpans(t *testing.T) {
	t.Parallel()
	calls := countedCalls()
	sink := startBackend(t)
	c := startExample(t, "metrics.yaml", sink.address, "--set=processors::genai::cost::logs=["+recordScope+"]")
	server := startVictoriaMetrics(t, c)

	copies := 0
	for _, rounds := range []int{3, 1, 2, 1} {
		copies += sendWave(t, c, calls, rounds)
		checkSums(t, server, calls, float64(copies))
	}
	checkNeverDown(t, server)
	checkAlertsSelect(t, server)
	checkDocumentedQueries(t, server)
	for _, call := range calls {
		if !call.record {
			require.Eventually(t, func() bool { return sink.received(call.name) == copies }, patience, 20*time.Millisecond,
				"the traces go on to the backend: %s", call.name)
		}
	}
	c.stop(t)
}

// checkSums waits until the server knows all costs that so many copies of the calls make, and compares all else then.
func checkSums(t *testing.T, server *victoriaMetrics, calls []countedCall, copies float64) {
	t.Helper()
	costs := map[string]float64{}
	tokens := map[string]float64{}
	var count float64
	for _, call := range calls {
		if call.labels != "" {
			costs[call.labels] += call.cost * copies
		}
		tokens[`{gen_ai_token_type="input"}`] += call.input * copies
		tokens[`{gen_ai_token_type="output"}`] += call.output * copies
		count += call.calls * copies
	}
	server.becomes(t, costs, "sum without (instance) (genai_cost_usd_total)")
	server.becomes(t, tokens, "sum by (gen_ai_token_type) (gen_ai_client_token_usage_sum)")
	one := func(value float64) map[string]float64 { return map[string]float64{"{}": value} }
	server.becomes(t, one(1920*copies), "sum(genai_usage_cache_read_input_tokens_total)")
	server.becomes(t, one(12304*copies), "sum(genai_usage_cache_creation_input_tokens_total)")
	server.becomes(t, one(count), "sum(gen_ai_client_operation_duration_seconds_count)")
	server.becomes(t, one(count*callSeconds), "sum(gen_ai_client_operation_duration_seconds_sum)")
}

// becomes waits until the values that the server has for an expression are those expected, but for the rounding of sums of
// doubles. It fails with the last values seen.
func (v *victoriaMetrics) becomes(t *testing.T, expected map[string]float64, expression string) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for {
		got := v.query(t, expression)
		if nearlyEqual(expected, got) {
			return
		}
		if time.Now().After(deadline) {
			require.Equal(t, expected, got, expression)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func nearlyEqual(expected, got map[string]float64) bool {
	const relative = 1e-12
	for key, want := range expected {
		value, ok := got[key]
		if !ok || value < want*(1-relative) || value > want*(1+relative) {
			return false
		}
	}
	return len(expected) == len(got)
}

// checkNeverDown looks at every sample that was scraped of every counter.
func checkNeverDown(t *testing.T, server *victoriaMetrics) {
	t.Helper()
	for _, metric := range []string{
		"genai_cost_usd_total", "gen_ai_client_token_usage_sum", "gen_ai_client_token_usage_count",
		"genai_usage_cache_read_input_tokens_total", "gen_ai_client_operation_duration_seconds_sum",
	} {
		heights := 0
		for series, values := range server.samples(t, metric) {
			for i := range values[1:] {
				if values[i+1] != values[i] {
					heights++
				}
				require.GreaterOrEqual(t, values[i+1], values[i], "%s%s, sample %d", metric, series, i+1)
			}
		}
		require.GreaterOrEqual(t, heights, 3, "%s was seen to grow", metric)
	}
}
