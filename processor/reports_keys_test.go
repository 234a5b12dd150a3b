package processor

import "testing"

func TestReportsOfKeysThatNobodyRead(t *testing.T) {
	t.Parallel()
	call := func(more map[string]any) map[string]any {
		return joined(map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 200}, more)
	}
	claude := func(more map[string]any) map[string]any {
		return call(joined(map[string]any{"gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5"}, more))
	}
	checkReports(t, []reportedSpan{
		{
			"vercel/ai#6082: thoughts told only in the provider's metadata", "ai", "ai.generateText.doGenerate", map[string]any{
				"ai.operationId": "ai.generateText.doGenerate", "ai.model.provider": "google.generative-ai", "ai.model.id": "gemini-2.5-pro", "ai.usage.promptTokens": 7477, "ai.usage.completionTokens": 2060,
				"ai.response.providerMetadata": `{"google":{"usageMetadata":{"promptTokenCount":7477,"candidatesTokenCount":2060,"thoughtsTokenCount":1939,"totalTokenCount":11476}}}`,
			}, generation(7477, 3999, 0.04933625),
		},
		{
			"vercel/ai#6082: the same since v6, whose output holds them", "ai", "ai.generateText.doGenerate", map[string]any{
				"ai.operationId": "ai.generateText.doGenerate", "ai.model.provider": "google.generative-ai", "ai.model.id": "gemini-2.5-pro", "ai.usage.inputTokens": 7477, "ai.usage.outputTokens": 3999,
				"ai.response.providerMetadata": `{"google":{"usageMetadata":{"promptTokenCount":7477,"candidatesTokenCount":2060,"thoughtsTokenCount":1939,"totalTokenCount":11476}}}`,
			}, generation(7477, 3999, 0.04933625),
		},
		// 500 of 1000 tokens cached
		{"getsentry/sentry#111989: Sentry's name for cached tokens", "", "chat", claude(map[string]any{"gen_ai.usage.input_tokens.cached": 500, "gen_ai.usage.input_tokens.cache_write": 100}), generation(1000, 200, 0.004725)},
		{"anthropics/claude-code#50776: the name that is asked for there", "", "chat", claude(map[string]any{"gen_ai.usage.cached_tokens": 500}), generation(1000, 200, 0.00465)},
		{"comet-ml/opik#6969: the Responses API's name", "", "chat", claude(map[string]any{"gen_ai.usage.input_tokens_details.cached_tokens": 500}), generation(1000, 200, 0.00465)},
		{"langfuse/langfuse#12306: Anthropic's names among the details", "pydantic-ai", "chat", claude(map[string]any{"gen_ai.usage.details.cache_read_input_tokens": 500, "gen_ai.usage.details.cache_creation_input_tokens": 100}), generation(1000, 200, 0.004725)},
		{
			"langfuse/langfuse#10592: the wrapper's own usage, whose total tells that input holds cached tokens", "langfuse-sdk", "OpenAI-generation", map[string]any{
				"langfuse.observation.type": "generation", "langfuse.observation.model.name": "openai/gpt-5", "langfuse.observation.usage_details": `{"input":17903,"output":100,"total":18003,"input_cached_tokens":17817}`,
			}, generation(17_903, 100, 0.003334625),
		},
		{
			"langfuse/langfuse#10592: the same since it was mended", "langfuse-sdk", "OpenAI-generation", map[string]any{
				"langfuse.observation.type": "generation", "langfuse.observation.model.name": "openai/gpt-5", "langfuse.observation.usage_details": `{"input":86,"output":100,"total":18003,"input_cached_tokens":17817}`,
			}, generation(17_903, 100, 0.003334625),
		},
	})
}
