package processor

import (
	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// The parts of a cost that backends have attributes for, in USD.
func costUncached(c *costcalc.Cost) costcalc.Pico   { return c.Input }
func costCacheRead(c *costcalc.Cost) costcalc.Pico  { return c.CacheRead }
func costCacheWrite(c *costcalc.Cost) costcalc.Pico { return c.CacheWrite }
func costOutput(c *costcalc.Cost) costcalc.Pico     { return c.Output }

// costAllInput is the largest amount where the parts, each of which may be that, have no sum that fits.
func costAllInput(c *costcalc.Cost) costcalc.Pico {
	return costcalc.Pico(addCounts(int64(c.Input), addCounts(int64(c.CacheRead), int64(c.CacheWrite))))
}

// usdTotal writes the cost where there is one.
func usdTotal(w *emission, key string) {
	if w.cost != nil {
		w.attrs.PutDouble(key, w.cost.Total.Float64())
	}
}

// usd writes a part of the cost where there is a cost that has parts.
func usd(part func(*costcalc.Cost) costcalc.Pico) func(*emission, string) {
	return func(w *emission, key string) {
		if w.cost != nil && !w.whole {
			w.attrs.PutDouble(key, part(w.cost).Float64())
		}
	}
}

// usdUnlessZero writes a part of the cost where it costs anything.
func usdUnlessZero(part func(*costcalc.Cost) costcalc.Pico) func(*emission, string) {
	return func(w *emission, key string) {
		if w.cost != nil && part(w.cost) != 0 {
			w.attrs.PutDouble(key, part(w.cost).Float64())
		}
	}
}

// flatCostBackend is the one attribute that most backends read a cost from: Langfuse, Laminar, OpenLIT, SigNoz's dashboards.
func flatCostBackend() backend {
	return backend{
		name:   "flat_cost",
		source: "openlit/openlit sdk/python/src/openlit/semcov/__init__.py (2026-08-03), langfuse/langfuse packages/shared/src/server/otel/OtelIngestionProcessor.ts (2026-08)",
		keys:   []ingestKey{{key: "gen_ai.usage.cost", put: usdTotal}},
	}
}

// semconvCostBackend is the cost as proposed for the conventions; `provider` says that it was received from who bills, `local` that it was
// computed.
func semconvCostBackend() backend {
	return backend{
		name:   "semconv_cost",
		source: "open-telemetry/semantic-conventions-genai pull request 443 (2026-08-09, open)",
		keys: []ingestKey{
			{key: semconvCostSource, put: unlessReceived(semconvSource)},
			{key: "gen_ai.usage.cost.amount", put: unlessReceived(usdTotal)},
			{key: "gen_ai.usage.cost.currency", put: unlessReceived(func(w *emission, key string) { w.attrs.PutStr(key, costcalc.USD) })},
		},
	}
}

const semconvCostSource = "gen_ai.usage.cost.source"

// unlessReceived writes a cost where there is one, unless the span has one that was received from the provider.
func unlessReceived(put func(*emission, string)) func(*emission, string) {
	return func(w *emission, key string) {
		if w.cost == nil {
			return
		}
		if source, ok := w.attrs.Get(semconvCostSource); ok && source.AsString() == semconvProvider && !w.billed {
			return
		}
		put(w, key)
	}
}

const semconvProvider = "provider"

func semconvSource(w *emission, key string) {
	source := "local"
	if w.billed {
		source = semconvProvider
	}
	w.attrs.PutStr(key, source)
}

// logfireBackend is what Logfire shows beside the conventions.
func logfireBackend() backend {
	return backend{
		name:   "logfire",
		source: "pydantic/logfire logfire/_internal/constants.py and tests/otel_integrations/test_openai.py (2026-08), pydantic/pydantic-ai pydantic_ai_slim/pydantic_ai/models/instrumented.py (2026-08)",
		keys: []ingestKey{
			{key: "operation.cost", put: usdTotal},
			{key: "logfire.tags", put: unlessThere(field(dialect.Tags))},
		},
	}
}
