package processor

import "github.com/otel-genai/genaiprocessor/processor/dialect"

// sigNozBackend is what SigNoz's AI Observability reads: names of the conventions v1.41, whatever version is written otherwise, its own
// name for the time to the first token, in seconds, and what its own pricing processor writes.
func sigNozBackend() backend {
	return backend{
		name: "signoz",
		source: "https://signoz.io/docs/ai-observability-telemetry-requirements (2026-10), " +
			"SigNoz/signoz pkg/types/aiobservabilitytypes (2026-08), SigNoz/signoz-otel-collector processor/signozllmpricingprocessor (2026-08)",
		keys: []ingestKey{
			{key: "gen_ai.provider.name", put: canonicalProvider},
			{key: "gen_ai.usage.cache_read.input_tokens", put: field(dialect.CacheReadTokens)},
			{key: "gen_ai.usage.cache_creation.input_tokens", put: field(dialect.CacheWriteTokens)},
			{key: "gen_ai.server.ttft", put: unlessThere(field(dialect.TimeToFirstChunk))},
			{key: "_signoz.gen_ai.cost_input", put: usd(costUncached)},
			{key: "_signoz.gen_ai.cost_output", put: usd(costOutput)},
			{key: "_signoz.gen_ai.cost_cache_read", put: usdUnlessZero(costCacheRead)},
			{key: "_signoz.gen_ai.cost_cache_write", put: usdUnlessZero(costCacheWrite)},
			{key: "_signoz.gen_ai.total_cost", put: usdTotal},
		},
	}
}

func canonicalProvider(w *emission, key string) {
	if name := dialect.CanonicalProvider(w.call.Text(dialect.Provider)); name != "" {
		w.attrs.PutStr(key, name)
	}
}
