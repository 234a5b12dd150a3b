package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// recordScope is the instrumentation scope of the log records that are the only record of a call.
const recordScope = "com.example.coding_agent"

const euroPrices = `[{match: {equals: contoso-in-euros}, provider: openai, currency: EUR, prices: {input_mtok: "1"}}]`

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
			name: "a cost in another currency is in no sum of dollars", service: "assistant", input: 1000, calls: 1,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "contoso-in-euros",
				"gen_ai.usage.input_tokens": 1000,
			},
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
