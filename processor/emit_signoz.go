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
			{"gen_ai.provider.name", canonicalProvider},
			{"gen_ai.usage.cache_read.input_tokens", field(dialect.CacheReadTokens)},
			{"gen_ai.usage.cache_creation.input_tokens", field(dialect.CacheWriteTokens)},
			{"gen_ai.server.ttft", field(dialect.TimeToFirstChunk)},
			{"_signoz.gen_ai.cost_input", usd(costUncached)},
			{"_signoz.gen_ai.cost_output", usd(costOutput)},
			{"_signoz.gen_ai.cost_cache_read", usdUnlessZero(costCacheRead)},
			{"_signoz.gen_ai.cost_cache_write", usdUnlessZero(costCacheWrite)},
			{"_signoz.gen_ai.total_cost", usd(costTotal)},
		},
	}
}

func canonicalProvider(w *emission, key string) {
	if name := dialect.CanonicalProvider(w.call.Text(dialect.Provider)); name != "" {
		w.attrs.PutStr(key, name)
	}
}
