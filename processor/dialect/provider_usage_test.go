package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestWhatProvidersSayBesideTokens reads tiers, speeds, searches and modalities where each instrumentation puts its provider's usage.
func TestWhatProvidersSayBesideTokens(t *testing.T) {
	t.Parallel()
	anthropicAnswer := `{"input_tokens":5,"cache_creation":{"ephemeral_5m_input_tokens":3,"ephemeral_1h_input_tokens":4},` +
		`"server_tool_use":{"web_search_requests":2},"service_tier":"priority","speed":"fast","inference_geo":"us"}`
	type texts map[Field]string
	type counts map[Field]int64
	anthropicTexts := texts{ServiceTier: "priority", Speed: "fast", InferenceGeo: "us"}
	anthropicCounts := counts{WebSearches: 2, CacheWrite5mTokens: 3, CacheWrite1hTokens: 4}
	for name, tc := range map[string]struct {
		scope, span string
		attrs       attrs
		texts       texts
		counts      counts
	}{
		"the AI SDK with Anthropic": {
			"ai", "ai.generateText.doGenerate",
			attrs{"ai.operationId": "ai.generateText.doGenerate", "ai.model.id": "m", "ai.response.providerMetadata": `{"anthropic":{"usage":` + anthropicAnswer + `}}`},
			anthropicTexts, anthropicCounts,
		},
		"Genkit with Anthropic": {
			"genkit-tracer", "m", attrs{"genkit:metadata:subtype": "model", "genkit:output": `{"custom":{"usage":` + anthropicAnswer + `}}`},
			anthropicTexts, anthropicCounts,
		},
		"Logfire with Anthropic": {
			"logfire.anthropic", "x", attrs{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 5, "gen_ai.usage.raw": anthropicAnswer},
			anthropicTexts, anthropicCounts,
		},
		"the AI SDK with OpenAI": {
			"ai", "ai.generateText.doGenerate",
			attrs{"ai.operationId": "ai.generateText.doGenerate", "ai.response.providerMetadata": `{"openai":{"serviceTier":"flex"}}`},
			texts{ResponseServiceTier: "flex"}, nil,
		},
		"the AI SDK with Vertex AI": {
			"ai", "ai.generateText.doGenerate",
			attrs{"ai.operationId": "ai.generateText.doGenerate", "ai.response.providerMetadata": `{"google":{"usageMetadata":{"trafficType":"ON_DEMAND_PRIORITY",` +
				`"promptTokensDetails":[{"modality":"TEXT","tokenCount":1},{"modality":"IMAGE","tokenCount":258},{"modality":"VIDEO","tokenCount":9}],` +
				`"candidatesTokensDetails":[{"modality":"AUDIO","tokenCount":7}],"cacheTokensDetails":[{"modality":"IMAGE","tokenCount":6},{"modality":"VIDEO","tokenCount":2}]}}}`},
			texts{ServiceTier: "ON_DEMAND_PRIORITY"}, counts{InputImageTokens: 258, InputVideoTokens: 9, OutputAudioTokens: 7, CacheImageReadTokens: 6},
		},
		"Google's ADK": {
			"gcp.vertex.agent", "call_llm",
			attrs{
				"gen_ai.system": "gcp.vertex.agent", "gen_ai.request.model": "gemini-2.5-flash",
				"gcp.vertex.agent.llm_response": `{"usage_metadata":{"traffic_type":"ON_DEMAND_FLEX","prompt_tokens_details":[{"modality":"AUDIO","token_count":30}]}}`,
			},
			texts{ServiceTier: "ON_DEMAND_FLEX"}, counts{InputAudioTokens: 30},
		},
		"Pydantic AI with Google": {
			"pydantic-ai", "x",
			attrs{"gen_ai.operation.name": "chat", "gen_ai.usage.details.image_prompt_tokens": 258, "gen_ai.usage.details.image_candidates_tokens": 1290, "gen_ai.usage.details.audio_cache_tokens": 4},
			nil, counts{InputImageTokens: 258, OutputImageTokens: 1290, CacheAudioReadTokens: 4},
		},
		"a request of Claude Code":       {"com.anthropic.claude_code", "claude_code.llm_request", attrs{"model": "m", "speed": "normal"}, texts{Speed: "standard"}, nil},
		"a fast one":                     {"com.anthropic.claude_code", "claude_code.llm_request", attrs{"model": "m", "speed": "fast"}, texts{Speed: "fast"}, nil},
		"near miss: someone's own speed": {"", "x", attrs{"gen_ai.operation.name": "chat", "speed": "fast"}, texts{Speed: ""}, nil},
		"LangChain's tier before the names of the details": {
			"langsmith", "x",
			attrs{"langsmith.span.kind": "llm", "langsmith.usage_metadata": `{"input_tokens":100,"output_tokens":20,"input_token_details":{"flex_cache_read":40,"flex":60},"output_token_details":{"flex_reasoning":15,"flex":5}}`},
			texts{ResponseServiceTier: "flex"}, counts{CacheReadTokens: 40, ReasoningTokens: 15},
		},
		"the same as Python writes it": {
			"langsmith", "x",
			attrs{"langsmith.span.kind": "llm", "gen_ai.usage.input_token_details": "{'priority_cache_read': 40, 'priority': 60}"},
			texts{ResponseServiceTier: "priority"}, counts{CacheReadTokens: 40},
		},
		"LangChain's cache by time to live": {
			"langsmith", "x",
			attrs{"langsmith.span.kind": "llm", "langsmith.usage_metadata": `{"input_token_details":{"cache_creation":0,"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":20}}`},
			nil, counts{CacheWriteTokens: 0, CacheWrite5mTokens: 10, CacheWrite1hTokens: 20},
		},
		"the tier that OpenAI was asked for": {
			"openinference.instrumentation.openai", "x",
			attrs{"openinference.span.kind": "LLM", "llm.system": "openai", "llm.invocation_parameters": `{"model":"gpt-5","service_tier":"flex"}`},
			texts{RequestServiceTier: "flex"}, nil,
		},
		"near miss: the tier that another provider was asked for": {
			"openinference.instrumentation.anthropic", "x",
			attrs{"openinference.span.kind": "LLM", "llm.system": "anthropic", "llm.invocation_parameters": `{"service_tier":"standard_only"}`},
			texts{RequestServiceTier: ""}, nil,
		},
		"images in the newest conventions": {
			"", "x", attrs{"gen_ai.operation.name": "chat", "gen_ai.usage.image.input_tokens": 3, "gen_ai.usage.image.output_tokens": 4, "gen_ai.usage.audio.cache_read.input_tokens": 5, "gen_ai.usage.image.cache_read.input_tokens": 6},
			nil, counts{InputImageTokens: 3, OutputImageTokens: 4, CacheAudioReadTokens: 5, CacheImageReadTokens: 6},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := readNamed(t, compiled(t), tc.scope, tc.span, tc.attrs)
			for f, want := range tc.texts {
				assert.Equal(t, want, c.Text(f), f.Name())
			}
			for f, want := range tc.counts {
				n, ok := c.Int(f)
				assert.True(t, ok, f.Name())
				assert.Equal(t, want, n, f.Name())
			}
		})
	}
}

func TestWhoSaysWhatACallCost(t *testing.T) {
	t.Parallel()
	const none = -1
	vercel := func(metadata string) attrs {
		return attrs{"ai.operationId": "ai.generateText.doGenerate", "ai.response.providerMetadata": metadata}
	}
	raw := func(usage string) attrs {
		return attrs{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 5, "gen_ai.usage.raw": usage}
	}
	proxy := func(hidden string) attrs {
		return attrs{"llm.request.type": "acompletion", "metadata.user_api_key_hash": "88dc28d0", "hidden_params": hidden}
	}
	proposed := func(source, currency string) attrs {
		as := attrs{"gen_ai.operation.name": "chat", "gen_ai.usage.cost.amount": 0.5}
		if source != "" {
			as["gen_ai.usage.cost.source"] = source
		}
		if currency != "" {
			as["gen_ai.usage.cost.currency"] = currency
		}
		return as
	}
	for name, tc := range map[string]struct {
		scope            string
		attrs            attrs
		billed, reported float64
		role             string
	}{
		"OpenRouter bills":                              {"ai", vercel(`{"openrouter":{"usage":{"cost":0.25,"costDetails":{"upstreamInferenceCost":0}}}}`), 0.25, none, ""},
		"OpenRouter repeats what its provider took":     {"logfire.openai", raw(`{"cost":0.0033789,"is_byok":false,"cost_details":{"upstream_inference_cost":0.0033789}}`), 0.0033789, none, ""},
		"OpenRouter bills a fee for a key of one's own": {"logfire.openai", raw(`{"cost":0.01,"is_byok":true,"cost_details":{"upstream_inference_cost":0.2}}`), none, 0.01, ""},
		"a fee told by the greater cost upstream":       {"ai", vercel(`{"openrouter":{"usage":{"cost":0.01,"costDetails":{"upstreamInferenceCost":0.2}}}}`), none, 0.01, ""},
		"xAI bills in ticks (litellm#37407)":            {"logfire.openai", raw(`{"cost_in_usd_ticks":49100000}`), 0.00491, none, ""},
		"xAI through the AI SDK":                        {"ai", vercel(`{"xai":{"costInUsdTicks":49100000}}`), 0.00491, none, ""},
		"Vercel's gateway bills, in a text":             {"ai", vercel(`{"gateway":{"cost":"0.000016926"}}`), 0.000016926, none, ""},
		"a proxy of LiteLLM bills":                      {"litellm", proxy(`{"response_cost":0.00031,"cache_key":null}`), 0.00031, 0.00031, ""},
		"LiteLLM in the application only knows prices":  {"litellm", attrs{"llm.request.type": "acompletion", "hidden_params": `{"response_cost":0.00031}`}, none, 0.00031, ""},
		"LiteLLM's own cache charges nobody":            {"litellm", proxy(`{"response_cost":0.00031,"cache_key":"3f1"}`), none, 0.00031, "duplicate"},
		"the same by its flag":                          {"litellm", proxy(`{"response_cost":0.00031,"cache_hit":"True"}`), none, 0.00031, "duplicate"},
		"near miss: no hit, by its flag":                {"litellm", proxy(`{"response_cost":0.00031,"cache_hit":false,"cache_key":"3f1"}`), 0.00031, 0.00031, ""},
		"the proposed attributes, from the provider":    {"", proposed("provider", "USD"), 0.5, none, ""},
		"without a currency":                            {"", proposed("provider", ""), 0.5, none, ""},
		"computed on the spot":                          {"", proposed("local", "USD"), none, 0.5, ""},
		"of a source that is not said":                  {"", proposed("", "USD"), none, 0.5, ""},
		"near miss: in another currency":                {"", proposed("provider", "EUR"), none, none, ""},
		"near miss: someone's hidden parameters":        {"", attrs{"gen_ai.operation.name": "chat", "hidden_params": `{"response_cost":1,"cache_key":"x"}`}, none, none, ""},
		"near miss: a session's total (Claude Code)":    {"com.anthropic.claude_code", attrs{"span.type": "llm_request", "total_cost_usd": 12.5}, none, none, ""},
		"near miss: a whole trace's cost (MLflow)":      {"mlflow", attrs{"mlflow.spanType": `"LLM"`, "mlflow.trace.cost": `{"total_cost": 3}`}, none, none, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := readNamed(t, compiled(t), tc.scope, "x", tc.attrs)
			assert.NotEqual(t, NoKind, c.Kind)
			for f, want := range map[Field]float64{BilledCost: tc.billed, ReportedCost: tc.reported} {
				d, ok := c.Double(f)
				assert.Equal(t, want != none, ok, f.Name())
				if ok {
					assert.Equal(t, want, d, f.Name())
				}
			}
			assert.Equal(t, tc.role, c.Role)
		})
	}
}
