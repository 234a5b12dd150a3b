package processor

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// costOf returns the sum of the costs on spans in 1e-12 dollars, as a backend adds them up, and their numbers.
func costOf(spans map[uint64]map[string]any) (pico int64, priced []uint64) {
	for id := range uint64(len(spans)) + 1 {
		if cost, ok := spans[id][attrCostTotal].(float64); ok {
			pico += int64(math.Round(cost * 1e12))
			priced = append(priced, id)
		}
	}
	return pico, priced
}

// Frameworks write the usage of all calls on the agent that made them once more, and some that of all its runs so far. What a backend adds
// up over the spans of a trace is what the calls cost, whether whole traces are looked at or not.
func TestReportsOfTracesThatCountTwice(t *testing.T) {
	t.Parallel()
	usage := func(operation, provider, model string, input, output int) map[string]any {
		return map[string]any{
			"gen_ai.operation.name": operation, "gen_ai.provider.name": provider, "gen_ai.request.model": model,
			"gen_ai.usage.input_tokens": input, "gen_ai.usage.output_tokens": output,
		}
	}
	strands := func(operation string, input, output int) map[string]any {
		return joined(usage(operation, "strands-agents", "us.anthropic.claude-sonnet-4-20250514-v1:0", input, output),
			map[string]any{"gen_ai.provider.name": nil, "gen_ai.system": "strands-agents", "gen_ai.usage.total_tokens": input + output})
	}
	aiSDK := func(operation string, input, output int) map[string]any {
		return usage(operation, "openai", "gpt-5.5", input, output)
	}
	cycle := map[string]any{"gen_ai.operation.name": "execute_event_loop_cycle", "gen_ai.system": "strands-agents", "event_loop.cycle_id": "c"}
	for _, tc := range []struct {
		name   string
		spans  []testSpan
		want   int64 // 1e-12 dollars
		priced []uint64
	}{
		{
			// The model is that of #1267.
			"strands-agents/harness-sdk#3602, #1267: an agent with the usage of its two calls", []testSpan{
				{1, 0, 0, 100, strands("invoke_agent", 300, 30)},
				{2, 1, 1, 40, cycle}, {3, 2, 2, 30, strands("chat", 100, 10)}, {4, 2, 31, 39, toolOf},
				{5, 1, 41, 90, cycle}, {6, 5, 42, 80, strands("chat", 200, 20)},
			}, 300*3_000_000 + 30*15_000_000, []uint64{3, 6},
		},
		{
			"strands-agents/harness-sdk#2010: an agent with the usage of its whole session", []testSpan{
				{1, 0, 0, 10, strands("invoke_agent", 100_000, 100)}, {2, 1, 1, 9, strands("chat", 100_000, 100)},
				{3, 0, 20, 30, strands("invoke_agent", 200_000, 200)}, {4, 3, 21, 29, strands("chat", 100_000, 100)},
				{5, 0, 40, 50, strands("invoke_agent", 300_000, 300)}, {6, 5, 41, 49, strands("chat", 100_000, 100)},
			}, 300_000*3_000_000 + 300*15_000_000, []uint64{2, 4, 6},
		},
		{
			// 0.19052 dollars were shown of 0.09526, which are GPT-5.5's prices; how the calls share the tokens isn't told.
			"langfuse/langfuse#14754: the AI SDK's agent with the usage of its steps", []testSpan{
				{1, 0, 0, 100, aiSDK("invoke_agent", 14_426, 771)},
				{2, 1, 1, 50, aiSDK("agent_step", 4426, 300)}, {3, 2, 2, 49, aiSDK("chat", 4426, 300)},
				{4, 1, 51, 99, aiSDK("agent_step", 10_000, 471)}, {5, 4, 52, 98, aiSDK("chat", 10_000, 471)},
			}, 95_260_000_000, []uint64{3, 5},
		},
		{
			"braintrustdata/braintrust-sdk-javascript#1377: the AI SDK's function with the usage of its call", []testSpan{
				{1, 0, 0, 100, map[string]any{"ai.operationId": "ai.generateText", "ai.model.provider": "openai.chat", "ai.model.id": "gpt-5.5", "ai.usage.inputTokens": 1000, "ai.usage.outputTokens": 100}},
				{2, 1, 1, 99, map[string]any{"ai.operationId": "ai.generateText.doGenerate", "ai.model.provider": "openai.chat", "ai.model.id": "gpt-5.5", "ai.usage.inputTokens": 1000, "ai.usage.outputTokens": 100}},
			}, 1000*5_000_000 + 100*30_000_000, []uint64{2},
		},
		{
			// The cost is the whole run's, the tokens are not: neither is a call's.
			"langfuse/langfuse#13807: an agent whose tokens are those of its last turn", []testSpan{
				{1, 0, 0, 100, map[string]any{
					"openinference.span.kind": "AGENT", "llm.model_name": "claude-sonnet-4-5", "llm.token_count.prompt": 10, "llm.token_count.completion": 500, "llm.cost.total": 0.5,
				}},
				{2, 1, 1, 99, map[string]any{"openinference.span.kind": "LLM", "llm.provider": "anthropic", "llm.model_name": "claude-sonnet-4-5", "llm.token_count.prompt": 1000, "llm.token_count.completion": 500}},
			}, 1000*3_000_000 + 500*15_000_000, []uint64{2},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			alone, _ := newProcessor(t, everything(t))
			for mode, p := range map[string]*Processor{"span by span": alone, "whole traces": wholeTraces(t)} {
				spans := run(t, p, traceOf(t, tc.spans...))
				got, priced := costOf(spans)
				assert.Equal(t, tc.want, got, mode)
				assert.Equal(t, tc.priced, priced, mode)
				for id, span := range spans {
					if reason, ok := span[attrUnpricedReason]; ok {
						t.Errorf("%s: span %d has no cost because of %v", mode, id, reason)
					}
				}
			}
		})
	}
}
