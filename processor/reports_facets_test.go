package processor

import "testing"

// Reports of calls that cost another price than the standard one, as spans say so.
func TestReportsOfTiersSpeedsAndPlaces(t *testing.T) {
	t.Parallel()
	checkReports(t, []reportedSpan{
		{"defog-ai/defog#303: flex", "", "chat", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-5-mini",
			"openai.request.service_tier": "auto", "openai.response.service_tier": "flex", "gen_ai.usage.input_tokens": 2000,
			"gen_ai.usage.cache_read.input_tokens": 1000, "gen_ai.usage.output_tokens": 500}, generation(2000, 500, 0.0006375)},
		{"defog-ai/defog#303: flex was asked for, default was served", "", "chat", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-5-mini",
			"openai.request.service_tier": "flex", "openai.response.service_tier": "default", "gen_ai.usage.input_tokens": 2000,
			"gen_ai.usage.cache_read.input_tokens": 1000, "gen_ai.usage.output_tokens": 500}, generation(2000, 500, 0.001275)},
		{"langfuse/langfuse#13780: priority", "", "chat", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-5.4",
			"openai.response.service_tier": "priority", "gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 1000}, generation(1000, 1000, 0.035)},
		{"BerriAI/litellm#37724: flex by Vertex AI's traffic type", "ai", "ai.generateText.doGenerate", map[string]any{"ai.operationId": "ai.generateText.doGenerate",
			"ai.model.provider": "google.vertex.chat", "ai.model.id": "gemini-3.5-flash", "ai.usage.inputTokens": 7, "ai.usage.outputTokens": 205,
			"ai.response.providerMetadata": `{"google":{"usageMetadata":{"trafficType":"ON_DEMAND_FLEX"}}}`}, generation(7, 205, 0.00092775)},
		{"BerriAI/litellm#38378: fast, served fast, cached", "ai", "ai.generateText.doGenerate", map[string]any{"ai.operationId": "ai.generateText.doGenerate",
			"ai.model.provider": "anthropic.messages", "ai.model.id": "claude-opus-5", "ai.usage.inputTokens": 0, "ai.usage.outputTokens": 0, "ai.usage.cachedInputTokens": 6034,
			"ai.response.providerMetadata": `{"anthropic":{"usage":{"input_tokens":0,"speed":"fast"}}}`}, generation(6034, 0, 0.006034)},
		{"BerriAI/litellm#38378: fast asked for, standard served", "com.anthropic.claude_code.tracing", "claude_code.llm_request", map[string]any{"span.type": "llm_request",
			"gen_ai.system": "anthropic", "model": "claude-opus-4-6", "speed": "normal", "input_tokens": 1000, "output_tokens": 1000}, generation(1000, 1000, 0.03)},
		{"pydantic/genai-prices#429: a place", "ai", "ai.generateText.doGenerate", map[string]any{"ai.operationId": "ai.generateText.doGenerate",
			"ai.model.provider": "anthropic.messages", "ai.model.id": "claude-sonnet-4-6", "ai.usage.inputTokens": 1000, "ai.usage.outputTokens": 100,
			"ai.response.providerMetadata": `{"anthropic":{"usage":{"input_tokens":1000,"inference_geo":"us"}}}`}, generation(1000, 100, 0.00495)},
	})
}
