package processor

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

func TestFacetsOfACall(t *testing.T) {
	t.Parallel()
	const asked, served, own = "openai.request.service_tier", "openai.response.service_tier", "gen_ai.usage.service_tier"
	for name, tc := range map[string]struct {
		attrs map[string]any
		want  costcalc.Facets
	}{
		"none":                        {nil, costcalc.Facets{}},
		"the tier that served it":     {map[string]any{asked: "priority", served: "Default"}, costcalc.Facets{ServiceTier: "default"}},
		"the tier up to v1.36":        {map[string]any{"gen_ai.openai.response.service_tier": "flex"}, costcalc.Facets{ServiceTier: "flex"}},
		"in another provider's words": {map[string]any{own: "priority"}, costcalc.Facets{ServiceTier: "priority"}},
		"the tier asked for where nothing else tells": {map[string]any{asked: "flex"}, costcalc.Facets{ServiceTier: "flex"}},
		"auto asks for nothing":                       {map[string]any{asked: "auto"}, costcalc.Facets{}},
		"auto is no answer either":                    {map[string]any{served: "auto", asked: "flex"}, costcalc.Facets{ServiceTier: "flex"}},
		"a batch by its tier":                         {map[string]any{own: "batch"}, costcalc.Facets{ServiceTier: "batch", Batch: true}},
		"Vertex AI on demand":                         {map[string]any{own: "ON_DEMAND"}, costcalc.Facets{ServiceTier: "standard"}},
		"Vertex AI with priority":                     {map[string]any{own: "ON_DEMAND_PRIORITY"}, costcalc.Facets{ServiceTier: "priority"}},
		"Vertex AI with flex":                         {map[string]any{own: "ON_DEMAND_FLEX"}, costcalc.Facets{ServiceTier: "flex"}},
		"Vertex AI of provisioned throughput":         {map[string]any{own: "PROVISIONED_THROUGHPUT"}, costcalc.Facets{ServiceTier: "provisioned_throughput"}},
		"Vertex AI without saying":                    {map[string]any{own: "TRAFFIC_TYPE_UNSPECIFIED", asked: "flex"}, costcalc.Facets{ServiceTier: "flex"}},
		"speed and place": {
			map[string]any{"gen_ai.usage.input_tokens": 1, "gen_ai.usage.raw": `{"speed":"FAST","inference_geo":"US"}`},
			costcalc.Facets{Speed: "fast", Geo: "us"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := readSpan(t, "", ptrace.SpanKindClient, tokens{}.attrs(tc.attrs))
			assert.Equal(t, tc.want, facetsOf(c))
		})
	}
}

// TestEveryCountThatHasAPriceIsPriced compares calls that differ in one count or facet only.
func TestEveryCountThatHasAPriceIsPriced(t *testing.T) {
	t.Parallel()
	claude := map[string]any{"gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-6", "gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 500}
	for name, tc := range map[string]struct {
		more map[string]any
		want float64
	}{
		"a call of Claude":         {nil, 0.0105},
		"with three web searches":  {map[string]any{"gen_ai.usage.raw": `{"server_tool_use":{"web_search_requests":3}}`}, 0.0405},
		"a model of images":        {map[string]any{"gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-image-1", "gen_ai.usage.input_tokens": 1050, "gen_ai.usage.image.input_tokens": 1000, "gen_ai.usage.output_tokens": 4160, "gen_ai.usage.image.output_tokens": 4160}, 0.17665},
		"a model in the flex tier": {map[string]any{"gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-5", "openai.response.service_tier": "flex", "gen_ai.usage.input_tokens": 1_000_000, "gen_ai.usage.output_tokens": 1_000_000}, 5.625},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			as := map[string]any{"gen_ai.operation.name": "chat"}
			for _, m := range []map[string]any{claude, tc.more} {
				for key, value := range m {
					as[key] = value
				}
			}
			assert.Equal(t, tc.want, processSpan(t, everything(t), false, as)[attrCostTotal])
		})
	}
}
