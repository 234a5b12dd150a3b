package processor

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
)

// reportedSpan is a span as the instrumentation of a public bug report writes it. Reports are named owner/repository#number, and the name
// says what went wrong. Where a report names no model, the model is one of ours.
type reportedSpan struct {
	name        string
	scope, span string
	attrs       map[string]any
	want        outcome
}

// outcome is what must stand on a span that comes out; nil for what must not.
type outcome struct {
	kind, role, input, output, total, reason any
}

func outcomeOf(attrs map[string]any) outcome {
	return outcome{
		attrs[attrKind], attrs[attrUsageRole], attrs["gen_ai.usage.input_tokens"], attrs["gen_ai.usage.output_tokens"], attrs[attrCostTotal], attrs[attrUnpricedReason],
	}
}

func generation(input, output int64, total float64) outcome {
	return outcome{kind: "generation", role: roleOwn, input: input, output: output, total: total}
}

func checkReports(t *testing.T, reports []reportedSpan) {
	t.Helper()
	p, _ := newProcessor(t, everything(t))
	for _, r := range reports {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			td := tracesOf(t, r.attrs)
			td.ResourceSpans().At(0).ScopeSpans().At(0).Scope().SetName(r.scope)
			span := oneSpan(td)
			span.SetName(r.span)
			span.SetStartTimestamp(pcommon.NewTimestampFromTime(time.Date(2026, 9, 20, 12, 0, 0, 0, time.UTC)))
			out, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			assert.Equal(t, r.want, outcomeOf(oneSpan(out).Attributes().AsRaw()))
		})
	}
}

func TestReportsOfInputThatLeavesCachedTokensOut(t *testing.T) {
	t.Parallel()
	checkReports(t, []reportedSpan{
		{
			"Arize-ai/phoenix#10036: shown 0.20 dollars", "openinference.instrumentation.langchain", "ChatBedrockConverse", map[string]any{
				"openinference.span.kind": "LLM", "llm.provider": "amazon_bedrock", "llm.model_name": "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
				"llm.token_count.prompt": 3, "llm.token_count.completion": 12, "llm.token_count.total": 13_256,
				"llm.token_count.prompt_details.cache_read": 13_216, "llm.token_count.prompt_details.cache_write": 25,
			}, generation(13_244, 12, 0.004672305),
		},
		{
			"Arize-ai/phoenix#10783: shown 0.13 dollars for the answer alone", "openinference.instrumentation.langchain", "ChatBedrockConverse", map[string]any{
				"openinference.span.kind": "LLM", "llm.provider": "amazon_bedrock", "llm.model_name": "global.anthropic.claude-sonnet-4-5-20250929-v1:0",
				"llm.token_count.prompt": 3, "llm.token_count.completion": 442, "llm.token_count.total": 8712,
				"llm.token_count.prompt_details.cache_read": 7917, "llm.token_count.prompt_details.cache_write": 350,
			}, generation(8270, 442, 0.0103266),
		},
		{
			"BerriAI/litellm#9812: shown 0.091311 dollars, the console says 0.05439", "", "chat claude-3-7-sonnet-20250219", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-3-7-sonnet-20250219",
				"gen_ai.usage.input_tokens": 3, "gen_ai.usage.cache_creation.input_tokens": 12_304, "gen_ai.usage.cache_read.input_tokens": 0, "gen_ai.usage.output_tokens": 550,
			}, generation(12_307, 550, 0.054399),
		},
		{
			"Portkey-AI/gateway#1211: 368 tokens of 10,904", "", "chat", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "aws.bedrock", "gen_ai.request.model": "us.anthropic.claude-sonnet-4-20250514-v1:0",
				"gen_ai.usage.input_tokens": 368, "gen_ai.usage.cache_read.input_tokens": 10_536, "gen_ai.usage.output_tokens": 19, "gen_ai.usage.total_tokens": 10_923,
			}, generation(10_904, 19, 0.0045498),
		},
		{
			"langfuse/langfuse#13724: fewer cached tokens than input, so only the total tells", "", "chat", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "aws.bedrock", "gen_ai.request.model": "us.anthropic.claude-sonnet-4-20250514-v1:0",
				"gen_ai.usage.input_tokens": 5000, "gen_ai.usage.cache_read.input_tokens": 1000, "gen_ai.usage.output_tokens": 100, "gen_ai.usage.total_tokens": 6100,
			}, generation(6000, 100, 0.0168),
		},
		{
			"traceloop/openllmetry#4449: 12 tokens of 1012, and a total of 52", "opentelemetry.instrumentation.bedrock", "bedrock.converse", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "aws.bedrock", "gen_ai.request.model": "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
				"gen_ai.usage.input_tokens": 12, "gen_ai.usage.cache_read_input_tokens": 1000, "gen_ai.usage.output_tokens": 40, "gen_ai.usage.total_tokens": 52,
			}, generation(1012, 40, 0.0010296),
		},
		{
			"traceloop/openllmetry#4449: fewer cached tokens than input, which only the instrumentation tells", "opentelemetry.instrumentation.bedrock", "bedrock.converse", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "aws.bedrock", "gen_ai.request.model": "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
				"gen_ai.usage.input_tokens": 900, "gen_ai.usage.cache_read_input_tokens": 400, "gen_ai.usage.output_tokens": 5, "gen_ai.usage.total_tokens": 905,
			}, generation(1300, 5, 0.0031845),
		},
		{
			"thoughtbot/opentelemetry-instrumentation-ruby_llm#38: 25 tokens of 100, clamped to 0", "OpenTelemetry::Instrumentation::RubyLLM", "chat gpt-4o-mini", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.usage.input_tokens": 25, "gen_ai.usage.cache_read.input_tokens": 75, "gen_ai.usage.output_tokens": 10,
			}, generation(100, 10, 0.000015375),
		},
		{
			"getsentry/sentry#111989: input that would be negative (dust-tt/dust#20989's counts)", "", "chat", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
				"gen_ai.usage.input_tokens": 2, "gen_ai.usage.cache_read.input_tokens": 9842, "gen_ai.usage.output_tokens": 1,
			}, generation(9844, 1, 0.0029736),
		},
		{
			"anthropics/claude-code#50776: no tokens shown at all", "com.anthropic.claude_code.tracing", "claude_code.llm_request", map[string]any{
				"span.type": "llm_request", "gen_ai.system": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5", "model": "claude-sonnet-4-5",
				"input_tokens": 5, "output_tokens": 400, "cache_read_tokens": 128_955, "cache_creation_tokens": 1253,
			}, generation(130_213, 400, 0.04940025),
		},
		{
			"langfuse/langfuse#9482: the AI SDK's cached tokens, before v6 (PostHog/posthog-js#3022's counts)", "ai", "ai.streamText.doStream", map[string]any{
				"ai.operationId": "ai.streamText.doStream", "ai.model.provider": "anthropic.messages", "ai.model.id": "claude-sonnet-4-5",
				"ai.usage.inputTokens": 5, "ai.usage.outputTokens": 139, "ai.usage.cachedInputTokens": 17_399,
				"ai.response.providerMetadata": `{"anthropic":{"usage":{"input_tokens":5},"cacheCreationInputTokens":4157}}`,
			}, generation(21_561, 139, 0.02290845),
		},
	})
}

func TestReportsOfInputThatHoldsCachedTokens(t *testing.T) {
	t.Parallel()
	checkReports(t, []reportedSpan{
		{
			"langfuse/langfuse#12306: shown 260,421 tokens", "pydantic-ai", "chat claude-sonnet-4-5", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.system": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
				"gen_ai.usage.input_tokens": 130_213, "gen_ai.usage.cache_read_tokens": 128_955, "gen_ai.usage.cache_write_tokens": 1253, "gen_ai.usage.output_tokens": 400,
			}, generation(130_213, 400, 0.04940025),
		},
		{
			"langfuse/langfuse#10592: shown 35,720 tokens", "", "chat openai/gpt-5-mini", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "server.address": "openrouter.ai", "gen_ai.request.model": "openai/gpt-5",
				"gen_ai.usage.input_tokens": 17_903, "gen_ai.usage.cache_read.input_tokens": 17_817, "gen_ai.usage.output_tokens": 100,
			}, generation(17_903, 100, 0.003334625),
		},
		{
			"BerriAI/litellm#6215: charged 0.000625 dollars", "litellm", "litellm_request", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o-mini",
				"gen_ai.usage.input_tokens": 2006, "gen_ai.usage.prompt_tokens_details.cached_tokens": 1920, "gen_ai.usage.output_tokens": 300, "gen_ai.usage.total_tokens": 2306,
			}, generation(2006, 300, 0.0003369),
		},
		{
			"PostHog/posthog-js#2829, #3022: shown 0.0875765 dollars", "ai", "ai.streamText.doStream", map[string]any{
				"ai.operationId": "ai.streamText.doStream", "ai.model.provider": "anthropic.messages", "ai.model.id": "claude-sonnet-4-5",
				"ai.usage.inputTokens": 21_561, "ai.usage.outputTokens": 139, "ai.usage.totalTokens": 21_700, "ai.usage.inputTokenDetails.noCacheTokens": 5,
				"ai.usage.inputTokenDetails.cacheReadTokens": 17_399, "ai.usage.inputTokenDetails.cacheWriteTokens": 4157,
			}, generation(21_561, 139, 0.02290845),
		},
		{
			"Arize-ai/openinference#3016: cached tokens added to Gemini's prompt once more", "openinference.instrumentation.google_genai", "GenerateContent", map[string]any{
				"openinference.span.kind": "LLM", "llm.provider": "google", "llm.model_name": "gemini-2.5-pro",
				"llm.token_count.prompt": 30, "llm.token_count.completion": 100, "llm.token_count.total": 130, "llm.token_count.prompt_details.cache_read": 20,
			}, generation(30, 100, 0.001015),
		},
		{
			"langfuse/langfuse#13988: cached tokens told only in the response", "gcp.vertex.agent", "call_llm", map[string]any{
				"gen_ai.system": "gcp.vertex.agent", "gen_ai.request.model": "anthropic/claude-sonnet-4-5", "gen_ai.usage.input_tokens": 10_000, "gen_ai.usage.output_tokens": 100,
				"gcp.vertex.agent.llm_response": `{"usage_metadata":{"prompt_token_count":10000,"cached_content_token_count":9000,"candidates_token_count":100,"total_token_count":10100}}`,
			}, generation(10_000, 100, 0.0072),
		},
		{
			"getsentry/relay#6090: cache writes at both prices", "", "chat", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
				"gen_ai.usage.input_tokens": 100, "gen_ai.usage.cache_read.input_tokens": 20, "gen_ai.usage.cache_creation.input_tokens": 30, "gen_ai.usage.output_tokens": 10,
			}, generation(100, 10, 0.0004185),
		},
	})
}

func TestReportsOfOutputAndReasoning(t *testing.T) {
	t.Parallel()
	const adk = "gcp.vertex.agent"
	checkReports(t, []reportedSpan{
		{
			"vercel/ai#6082: 1939 thoughts left out of the answer", "ai", "ai.generateText.doGenerate", map[string]any{
				"ai.operationId": "ai.generateText.doGenerate", "ai.model.provider": "google.generative-ai", "ai.model.id": "gemini-2.5-pro",
				"ai.usage.inputTokens": 7477, "ai.usage.outputTokens": 2060, "ai.usage.reasoningTokens": 1939, "ai.usage.totalTokens": 11_476,
			}, generation(7477, 3999, 0.04933625),
		},
		{
			"vercel/ai#12425: more reasoning than answer, and a total without it", "ai", "ai.generateText.doGenerate", map[string]any{
				"ai.operationId": "ai.generateText.doGenerate", "ai.model.provider": "xai.chat", "ai.model.id": "grok-3-mini",
				"ai.usage.inputTokens": 12, "ai.usage.outputTokens": 2, "ai.usage.reasoningTokens": 317, "ai.usage.totalTokens": 14,
			}, generation(12, 319, 0.0001631),
		},
		{
			"PostHog/posthog#71065: shown 0.0001102 dollars", "ai", "ai.generateText.doGenerate", map[string]any{
				"ai.operationId": "ai.generateText.doGenerate", "ai.model.provider": "google.generative-ai", "ai.model.id": "gemini-2.5-flash",
				"ai.usage.inputTokens": 9, "ai.usage.outputTokens": 22, "ai.usage.outputTokenDetails.reasoningTokens": 21, "ai.usage.totalTokens": 31,
			}, generation(9, 22, 0.0000577),
		},
		{
			"Wei-Shaw/sub2api#5771: charged 0.0162631 dollars, xAI billed 0.0232856", "", "chat grok-4.20", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.provider.name": "x_ai", "gen_ai.request.model": "grok-4.20", "gen_ai.usage.input_tokens": 10_120,
				"gen_ai.usage.output_tokens": 1499, "gen_ai.usage.total_tokens": 14_428, "gen_ai.usage.cache_read.input_tokens": 128, "gen_ai.usage.reasoning.output_tokens": 2809,
			}, generation(10_120, 4308, 0.0232856),
		},
		{
			"langfuse/langfuse#12531: shown 0.011076 dollars", "", "generate_content gemini-3-pro-preview", map[string]any{
				"gen_ai.operation.name": "generate_content", "gen_ai.provider.name": "gcp.gemini", "gen_ai.request.model": "gemini-3-pro-preview",
				"gen_ai.usage.input_tokens": 324, "gen_ai.usage.output_tokens": 1364, "gen_ai.usage.reasoning.output_tokens": 495, "gen_ai.usage.total_tokens": 2183,
			}, generation(324, 1859, 0.022956),
		},
		{
			"BerriAI/litellm#18599: only the reasoning charged", "litellm", "litellm_request", map[string]any{
				"gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-5-nano", "gen_ai.response.model": "gpt-5-nano-2025-08-07",
				"gen_ai.usage.input_tokens": 17, "gen_ai.usage.output_tokens": 482, "gen_ai.usage.reasoning_tokens": 448, "gen_ai.usage.total_tokens": 499,
			}, generation(17, 482, 0.00019365),
		},
		{
			"Arize-ai/openinference#3177: shown 6709 tokens of answer, thoughts twice", adk, "call_llm", map[string]any{
				"gen_ai.system": adk, "gen_ai.request.model": "gemini-2.5-flash",
				"gcp.vertex.agent.llm_response": `{"usage_metadata":{"prompt_token_count":341,"candidates_token_count":3362,"thoughts_token_count":3347,"total_token_count":3703}}`,
			}, generation(341, 3362, 0.0085073),
		},
		{
			"mozilla-ai/any-llm#1290: the same shape, but thoughts apart", adk, "call_llm", map[string]any{
				"gen_ai.system": adk, "gen_ai.request.model": "gemini-2.5-flash",
				"gcp.vertex.agent.llm_response": `{"usage_metadata":{"prompt_token_count":20,"candidates_token_count":198,"thoughts_token_count":405,"total_token_count":623}}`,
			}, generation(20, 603, 0.0015135),
		},
	})
}

// unpriced is a call with usage but without a price.
func unpriced(reason string) outcome {
	return outcome{kind: "generation", role: roleOwn, input: int64(1000), output: int64(200), reason: reason}
}

// Costs of 0 that were no zero, and costs that were made up.
func TestReportsOfSilentZerosAndMadeUpCosts(t *testing.T) {
	t.Parallel()
	call := func(more map[string]any) map[string]any {
		return joined(map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 200}, more)
	}
	const profile = "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abcdef123456"
	checkReports(t, []reportedSpan{
		{"comet-ml/opik#7772: Cerebras by its host", "", "chat", call(map[string]any{"gen_ai.system": "api.cerebras.ai", "gen_ai.request.model": "llama-3.3-70b"}), generation(1000, 200, 0.00109)},
		{"comet-ml/opik#7772: xAI by its host", "", "chat", call(map[string]any{"gen_ai.system": "api.x.ai", "gen_ai.request.model": "grok-4.3"}), generation(1000, 200, 0.00175)},
		{"comet-ml/opik#7772: DeepSeek by its host", "", "chat", call(map[string]any{"gen_ai.system": "api.deepseek.com", "gen_ai.request.model": "deepseek-v4-flash"}), generation(1000, 200, 0.000352)},
		{"comet-ml/opik#7772: Groq by its host", "", "chat", call(map[string]any{"gen_ai.system": "api.groq.com", "gen_ai.request.model": "openai/gpt-oss-120b"}), generation(1000, 200, 0.00027)},
		{"comet-ml/opik#7772: OpenAI's client at another host", "", "chat", call(map[string]any{"gen_ai.system": "openai", "server.address": "api.cerebras.ai", "gen_ai.request.model": "llama-3.3-70b"}), generation(1000, 200, 0.00109)},
		{"comet-ml/opik#6451: GPT-5.4", "", "chat", call(map[string]any{"gen_ai.system": "openai", "gen_ai.request.model": "gpt-5.4"}), generation(1000, 200, 0.0055)},
		{"langfuse/langfuse#13325: a system profile has a price", "", "chat", call(map[string]any{"gen_ai.system": "aws.bedrock", "gen_ai.request.model": "eu.anthropic.claude-sonnet-4-6"}), generation(1000, 200, 0.0066)},
		{"langfuse/langfuse#13325: an application's own profile names no model", "", "chat", call(map[string]any{"gen_ai.system": "aws.bedrock", "gen_ai.request.model": profile}), unpriced("unknown_model")},
		{"BerriAI/litellm#9028: a deployment's own name", "", "chat", call(map[string]any{"gen_ai.system": "azure", "gen_ai.request.model": "contoso-reasoner"}), unpriced("unknown_model")},
		{"OpenHands/OpenHands#9158: a local model at a cloud's price", "", "chat", call(map[string]any{"gen_ai.system": "ollama", "gen_ai.request.model": "llama3.3:70b"}), unpriced("self_hosted")},
		{"OpenHands/OpenHands#9158: a local server behind OpenAI's client", "", "chat", call(map[string]any{"gen_ai.system": "openai", "server.address": "localhost", "gen_ai.request.model": "openai/gpt-oss-120b"}), unpriced("self_hosted")},
		{"langfuse/langfuse#3794: one's own server behind a proxy", "litellm", "litellm_request", call(map[string]any{"gen_ai.system": "openai", "server.address": "http://qwen25-72b-inst:8000/", "gen_ai.request.model": "qwen25-72b-inst"}), unpriced("self_hosted")},
		{"griffinwork40/agent-afk#865: a model that is free has a cost, and it is 0", "", "chat", call(map[string]any{"gen_ai.system": "openrouter", "gen_ai.request.model": "meta-llama/llama-3.3-70b-instruct:free"}), generation(1000, 200, 0)},
		{"archestra-ai/archestra#6912: no price is no 50 dollars a million", "", "chat", call(map[string]any{"gen_ai.system": "aws.bedrock", "gen_ai.request.model": "acme.house-model-v1:0"}), unpriced("unknown_model")},
	})
}

// A call is priced by when it was made, not by when it arrives: OpenAI's o3 cost 10 and 40 dollars a million until 2025-06-09.
func TestLateSpansHaveThePricesOfTheirTime(t *testing.T) {
	t.Parallel()
	before, after := pcommon.Timestamp(1_749_513_599_000_000_000), pcommon.Timestamp(1_749_513_600_000_000_000)
	call := map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "o3", "gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 1000,
	}
	p, _ := newProcessor(t, everything(t))
	for name, tc := range map[string]struct {
		start, end pcommon.Timestamp
		want       float64
	}{
		"before the price fell":                {before, before, 0.05},
		"begun before it fell, ended after it": {before, after, 0.05},
		"after it fell":                        {after, after, 0.01},
		"without a start, ended before":        {0, before, 0.05},
		"without a start, ended after":         {0, after, 0.01},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			td := tracesOf(t, call)
			oneSpan(td).SetStartTimestamp(tc.start)
			oneSpan(td).SetEndTimestamp(tc.end)
			out, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			assert.Equal(t, tc.want, oneSpan(out).Attributes().AsRaw()[attrCostTotal])
		})
	}
}
