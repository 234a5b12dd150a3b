package e2e

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// pricedCall is one span and what it must cost.
type pricedCall struct {
	name       string
	start      time.Time
	attributes map[string]any
	kind       string
	cost       float64 // in USD, worked out by hand; 0: none
	reason     string  // why there is no cost; "" with a cost, and where the span is no call
}

// pricedCalls: the arithmetic stands beside each, in USD per million tokens as the provider's price page had it then.
func pricedCalls() []pricedCall {
	spring2025 := time.Date(2025, 4, 1, 12, 0, 0, 0, time.UTC)
	return []pricedCall{
		{
			// 86 x 0.15 + 1920 x 0.075 + 300 x 0.60; the example of github.com/BerriAI/litellm/issues/6215
			name: "OpenTelemetry: cached input at its own price", start: spring2025, kind: "generation", cost: 0.0003369,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.usage.input_tokens": 2006, "gen_ai.usage.cache_read.input_tokens": 1920, "gen_ai.usage.output_tokens": 300,
			},
		},
		{
			name: "OpenInference: the same call", start: spring2025, kind: "generation", cost: 0.0003369,
			attributes: map[string]any{
				"openinference.span.kind": "LLM", "llm.provider": "openai", "llm.model_name": "gpt-4o-mini",
				"llm.token_count.prompt": 2006, "llm.token_count.prompt_details.cache_read": 1920, "llm.token_count.completion": 300,
			},
		},
		{
			name: "OpenLLMetry: the same call", start: spring2025, kind: "generation", cost: 0.0003369,
			attributes: map[string]any{
				"llm.request.type": "chat", "gen_ai.system": "OpenAI", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.usage.prompt_tokens": 2006, "gen_ai.usage.cache_read_input_tokens": 1920, "gen_ai.usage.completion_tokens": 300,
			},
		},
		{
			// 3 x 3 + 12304 x 3.75 + 550 x 15; github.com/BerriAI/litellm/issues/9812
			name: "a cache write at its own price", start: spring2025, kind: "generation", cost: 0.054399,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-3-7-sonnet-20250219",
				"gen_ai.usage.input_tokens": 12307, "gen_ai.usage.cache_creation.input_tokens": 12304, "gen_ai.usage.output_tokens": 550,
			},
		},
		{
			// 200000 x 1.25 + 1000 x 10
			name: "the last token before a price step", start: spring2025.AddDate(0, 6, 0), kind: "generation", cost: 0.26,
			attributes: map[string]any{
				"gen_ai.operation.name": "generate_content", "gen_ai.provider.name": "gcp.gemini", "gen_ai.request.model": "gemini-2.5-pro",
				"gen_ai.usage.input_tokens": 200_000, "gen_ai.usage.output_tokens": 1000,
			},
		},
		{
			// 200001 x 2.50 + 1000 x 15: the step is for the whole call
			name: "the first token after a price step", start: spring2025.AddDate(0, 6, 0), kind: "generation", cost: 0.5150025,
			attributes: map[string]any{
				"gen_ai.operation.name": "generate_content", "gen_ai.provider.name": "gcp.gemini", "gen_ai.request.model": "gemini-2.5-pro",
				"gen_ai.usage.input_tokens": 200_001, "gen_ai.usage.output_tokens": 1000,
			},
		},
		{
			// 1 x 10 + 1 x 40, per million; the price fell on 2025-06-10
			name: "the price of the day: before a change", kind: "generation", cost: 50,
			start: time.Date(2025, 6, 9, 23, 59, 59, 0, time.UTC),
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "o3",
				"gen_ai.usage.input_tokens": 1_000_000, "gen_ai.usage.output_tokens": 1_000_000,
			},
		},
		{
			// 1 x 2 + 1 x 8
			name: "the price of the day: after it", kind: "generation", cost: 10,
			start: time.Date(2025, 6, 10, 0, 0, 0, 0, time.UTC),
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "o3",
				"gen_ai.usage.input_tokens": 1_000_000, "gen_ai.usage.output_tokens": 1_000_000,
			},
		},
		{
			// 17 x 0.05 + 482 x 0.40, reasoning being part of the output; github.com/BerriAI/litellm/issues/18599
			name: "reasoning is not charged twice", start: spring2025.AddDate(0, 8, 0), kind: "generation", cost: 0.00019365,
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.response.model": "gpt-5-nano",
				"gen_ai.usage.input_tokens": 17, "gen_ai.usage.output_tokens": 482, "gen_ai.usage.reasoning.output_tokens": 448,
			},
		},
		{
			// 1000 x 0.02
			name: "an embedding", start: spring2025, kind: "embedding", cost: 0.00002,
			attributes: map[string]any{
				"gen_ai.operation.name": "embeddings", "gen_ai.provider.name": "openai", "gen_ai.request.model": "text-embedding-3-small",
				"gen_ai.usage.input_tokens": 1000,
			},
		},
		{
			name: "a model that no table knows", start: spring2025, kind: "generation", reason: "unknown_model",
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "contoso-support-7b",
				"gen_ai.usage.input_tokens": 10, "gen_ai.usage.output_tokens": 10,
			},
		},
		{
			name: "a call that reports no usage", start: spring2025, kind: "generation", reason: "no_usage",
			attributes: map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
			},
		},
		{
			name: "an agent that repeats its calls' usage", start: spring2025, kind: "agent",
			attributes: map[string]any{
				"gen_ai.operation.name": "invoke_agent", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.usage.input_tokens": 2006, "gen_ai.usage.output_tokens": 300,
			},
		},
		{
			name: "a tool", start: spring2025, kind: "tool",
			attributes: map[string]any{"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "search"},
		},
	}
}

// TestCostsAreThoseWorkedOutByHand compares doubles for equality: the nearest double to the exact sum is what is promised.
func TestCostsAreThoseWorkedOutByHand(t *testing.T) {
	t.Parallel()
	calls := pricedCalls()
	traces := ptrace.NewTraces()
	spans := traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for i, call := range calls {
		span := spans.AppendEmpty()
		span.SetTraceID(pcommon.TraceID{15: 1})
		span.SetSpanID(pcommon.SpanID{7: byte(i + 1)})
		span.SetName("call")
		span.SetStartTimestamp(pcommon.NewTimestampFromTime(call.start))
		span.SetEndTimestamp(pcommon.NewTimestampFromTime(call.start.Add(time.Second)))
		require.NoError(t, span.Attributes().FromRaw(call.attributes))
	}
	c := startCollector(t, "{}")
	c.sendTraces(t, traces)
	c.stop(t)

	for _, written := range c.writtenTraces(t, processedTraces) {
		got := spansOf(written)
		require.Len(t, got, len(calls))
		for i, call := range calls {
			attributes := got[i].Attributes().AsRaw()
			assert.Equal(t, call.kind, attributes["genai.kind"], "%s: genai.kind", call.name)
			if call.cost == 0 {
				assert.NotContains(t, attributes, "genai.cost.total", call.name)
			} else {
				assert.Equal(t, call.cost, attributes["genai.cost.total"], "%s: genai.cost.total", call.name)
				assert.Equal(t, "table", attributes["genai.cost.source"], "%s: genai.cost.source", call.name)
			}
			if call.reason == "" {
				assert.NotContains(t, attributes, "genai.cost.unpriced_reason", call.name)
			} else {
				assert.Equal(t, call.reason, attributes["genai.cost.unpriced_reason"], "%s: genai.cost.unpriced_reason", call.name)
			}
		}
	}
}
