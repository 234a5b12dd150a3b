package costcalc

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// late is after every price change that the table knows of and that has come to pass.
var late = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)

// The figures are those of the providers' price lists; prices/overlay.json has the sources.
func TestEmbeddedTablePricesFacets(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	const million = 1_000_000
	whole := counts{InputTokens: million, OutputTokens: million}
	short := counts{InputTokens: 100_000, OutputTokens: 100_000}
	for name, tc := range map[string]struct {
		provider, server, model string
		facets                  Facets
		at                      time.Time
		usage                   counts
		want                    float64 // US dollars
		flags                   Flags
	}{
		"gpt-5":                               {"openai", "", "gpt-5", Facets{}, late, whole, 11.25, 0},
		"gpt-5 flex":                          {"openai", "", "gpt-5", Facets{ServiceTier: "flex"}, late, whole, 5.625, FlagFacetPrice},
		"gpt-5 priority":                      {"openai", "", "gpt-5-2025-08-07", Facets{ServiceTier: "priority"}, late, whole, 22.5, FlagFacetPrice},
		"gpt-5 fast, cached":                  {"openai", "", "gpt-5", Facets{ServiceTier: "fast"}, late, counts{InputTokens: million, CacheReadTokens: million}, 0.25, FlagFacetPrice},
		"gpt-5-nano has no priority":          {"openai", "", "gpt-5-nano", Facets{ServiceTier: "priority"}, late, whole, 0.45, FlagUnknownFacet},
		"gpt-4o priority":                     {"openai", "", "gpt-4o-2024-11-20", Facets{ServiceTier: "priority"}, late, whole, 21.25, FlagFacetPrice},
		"gpt-4o of May priority":              {"openai", "", "gpt-4o-2024-05-13", Facets{ServiceTier: "priority"}, late, whole, 35, FlagFacetPrice},
		"gpt-4o on Azure":                     {"azure", "", "gpt-4o", Facets{ServiceTier: "priority"}, late, whole, 12.5, FlagUnknownFacet},
		"o3 flex":                             {"openai", "", "o3", Facets{ServiceTier: "flex"}, late, whole, 5, FlagFacetPrice},
		"o3 flex before the price fell":       {"openai", "", "o3", Facets{ServiceTier: "flex"}, time.Date(2025, 6, 9, 23, 59, 59, 0, time.UTC), whole, 50, FlagUnknownFacet},
		"gpt-5.4":                             {"openai", "", "gpt-5.4", Facets{ServiceTier: "default"}, late, short, 1.75, 0},
		"gpt-5.4 flex":                        {"openai", "", "gpt-5.4", Facets{ServiceTier: "flex"}, late, short, 0.875, FlagFacetPrice},
		"gpt-5.4 priority":                    {"openai", "", "gpt-5.4", Facets{ServiceTier: "priority"}, late, short, 3.5, FlagFacetPrice},
		"gpt-5.4 flex, long":                  {"openai", "", "gpt-5.4", Facets{ServiceTier: "flex"}, late, whole, 13.75, FlagFacetPrice},
		"gpt-5.4 priority excludes long":      {"openai", "", "gpt-5.4", Facets{ServiceTier: "priority"}, late, whole, 27.5, FlagUnknownFacet},
		"gpt-5.4 priority, long by cached":    {"openai", "", "gpt-5.4", Facets{ServiceTier: "priority"}, late, counts{CacheReadTokens: million}, 0.5, FlagUnknownFacet},
		"gpt-5.4 batch":                       {"openai", "", "gpt-5.4", Facets{Batch: true}, late, short, 0.875, FlagFacetPrice},
		"gpt-5.4 in the EU":                   {"openai", "eu.api.openai.com", "gpt-5.4", Facets{}, late, short, 1.925, FlagFacetPrice},
		"gpt-5.4 flex in the EU":              {"openai", "eu.api.openai.com", "gpt-5.4", Facets{ServiceTier: "flex"}, late, short, 0.9625, FlagFacetPrice},
		"gpt-4o in the EU costs no more":      {"openai", "eu.api.openai.com", "gpt-4o", Facets{}, late, whole, 12.5, 0},
		"gpt-5.6-sol fast, long":              {"openai", "", "gpt-5.6-sol", Facets{ServiceTier: "fast"}, late, whole, 76, FlagFacetPrice},
		"gpt-5.6-sol fast before August 21st": {"openai", "", "gpt-5.6-sol", Facets{ServiceTier: "fast"}, time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC), short, 3.5, FlagUnknownFacet},
		"gpt-6-sol fast, as long as it goes":  {"openai", "", "gpt-6-sol", Facets{ServiceTier: "fast"}, late, counts{InputTokens: 272_000}, 1.088, FlagFacetPrice},
		"gpt-6-sol fast, longer":              {"openai", "", "gpt-6-sol", Facets{ServiceTier: "fast"}, late, counts{InputTokens: 272_001}, 1.088004, FlagUnknownFacet},
		"Opus 5":                              {"anthropic", "", "claude-opus-5", Facets{Speed: "standard"}, late, whole, 30, 0},
		"Opus 5 fast":                         {"anthropic", "", "claude-opus-5", Facets{Speed: "fast"}, late, whole, 60, FlagFacetPrice},
		"Opus 5 fast, written to the cache":   {"anthropic", "", "claude-opus-5", Facets{Speed: "fast"}, late, counts{InputTokens: million, CacheWriteTokens: million, CacheWrite1hTokens: million}, 20, FlagFacetPrice},
		"Opus 5 fast in the US":               {"anthropic", "", "claude-opus-5", Facets{Speed: "fast", Geo: "us"}, late, whole, 66, FlagFacetPrice},
		"Opus 4.6 fast, long, in February":    {"anthropic", "", "claude-opus-4-6", Facets{Speed: "fast"}, time.Date(2026, 2, 20, 0, 0, 0, 0, time.UTC), whole, 285, FlagFacetPrice},
		"Opus 4.6 fast, long, since March":    {"anthropic", "", "claude-opus-4-6", Facets{Speed: "fast"}, late, whole, 180, FlagFacetPrice},
		"Sonnet 4.6 has no fast speed":        {"anthropic", "", "claude-sonnet-4-6", Facets{Speed: "fast"}, late, whole, 18, FlagUnknownFacet},
		"Sonnet 4.6 in the US, cached":        {"anthropic", "", "claude-sonnet-4-6", Facets{Geo: "us"}, late, counts{InputTokens: million, CacheReadTokens: million}, 0.33, FlagFacetPrice},
		"Sonnet 4.6 batch with a search":      {"anthropic", "", "claude-sonnet-4-6", Facets{Batch: true}, late, counts{InputTokens: million, WebSearches: 1000}, 11.5, FlagFacetPrice},
		"Sonnet 4.6 regional on Vertex AI":    {"", "us-east5-aiplatform.googleapis.com", "claude-sonnet-4-6", Facets{}, late, whole, 19.8, FlagFacetPrice},
		"Sonnet 4.6 global on Vertex AI":      {"", "aiplatform.googleapis.com", "claude-sonnet-4-6", Facets{}, late, whole, 18, 0},
		"Haiku 4.5 regional, borrowed":        {"", "europe-west1-aiplatform.googleapis.com", "claude-haiku-4-5", Facets{}, late, whole, 6.6, FlagFacetPrice},
		"Sonnet 4 regional costs no more":     {"", "us-east5-aiplatform.googleapis.com", "claude-sonnet-4@20250514", Facets{}, late, whole, 18, 0},
		"Gemini regional is not known":        {"", "us-central1-aiplatform.googleapis.com", "gemini-2.5-flash", Facets{}, late, whole, 2.8, 0},
		"Gemini batch, of which half cached":  {"google", "", "gemini-2.5-flash", Facets{Batch: true}, late, counts{InputTokens: 2 * million, CacheReadTokens: million, OutputTokens: million}, 0.15 + 0.03 + 1.25, FlagFacetPrice},
		"Gemini flex, long":                   {"google", "", "gemini-2.5-pro", Facets{ServiceTier: "flex"}, late, whole, 8.75, FlagFacetPrice},
		"Gemini flex after the offer":         {"google", "", "gemini-3.6-flash", Facets{ServiceTier: "FLEX"}, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), whole, 4.5, FlagFacetPrice},
		"Gemini priority has no price here":   {"google", "", "gemini-2.5-pro", Facets{ServiceTier: "priority"}, late, short, 1.125, FlagUnknownFacet},
		"Grok in the US":                      {"", "us.api.x.ai", "grok-4.6", Facets{}, late, short, 0.88, FlagFacetPrice},
		"Grok in us-east-1":                   {"", "us-east-1.api.x.ai", "grok-4.6", Facets{}, late, short, 0.8, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, reason := table.Price(Call{
				Provider: tc.provider, ServerAddress: tc.server, ResponseModel: tc.model, Time: tc.at, Facets: tc.facets, Usage: tc.usage.usage(),
			})
			require.Empty(t, reason)
			assert.InDelta(t, tc.want, got.Total.Float64(), 1e-12)
			assert.Equal(t, tc.flags.String(), (got.Flags & (FlagFacetPrice | FlagUnknownFacet)).String())
		})
	}
}

// Every variant is reachable, is on the expected side of the standard price and asks for values in the form that calls have.
func TestEmbeddedTableHasVariantsThatHold(t *testing.T) {
	t.Parallel()
	table, found := defaultTable(t), 0
	for _, p := range table.providers {
		for i := range p.models {
			m := &p.models[i]
			for j := range m.variants {
				found++
				checkConditions(t, p.id+"/"+m.id, m.variants[j].when)
				checkVariant(t, table, p.id, m.id, &m.variants[j])
			}
		}
	}
	assert.GreaterOrEqual(t, found, 70)
}

// checkVariant prices the same short call with and without each combination of one condition's values.
func checkVariant(t *testing.T, table *Table, provider, model string, v *variant) {
	t.Helper()
	require.Len(t, v.when, 1, "%s/%s: this test knows variants of one facet", provider, model)
	at := late
	if v.from.After(at) {
		at = v.from
	}
	for _, value := range v.when[0].values {
		call := Call{Provider: provider, ResponseModel: model, Time: at, Usage: counts{InputTokens: 1000, OutputTokens: 1000}.usage()}
		standard, reason := table.Price(call)
		require.Empty(t, reason, "%s/%s", provider, model)
		call.Facets = facetsOf(t, v.when[0].facet, value)
		special, reason := table.Price(call)
		require.Empty(t, reason, "%s/%s", provider, model)
		assert.Equal(t, model, special.Model)
		assert.Equal(t, FlagFacetPrice, special.Flags&(FlagFacetPrice|FlagUnknownFacet), "%s/%s: %s", provider, model, value)
		if dear := value == "priority" || value == "fast"; dear {
			assert.Greater(t, special.Total, standard.Total, "%s/%s: %s", provider, model, value)
		} else {
			assert.Less(t, special.Total, standard.Total, "%s/%s: %s", provider, model, value)
		}
	}
}

func facetsOf(t *testing.T, f facet, value string) (facets Facets) {
	t.Helper()
	switch f {
	case facetServiceTier:
		facets.ServiceTier = value
	case facetSpeed:
		facets.Speed = value
	case facetBatch:
		facets.Batch = value == "true"
	default:
		t.Fatalf("no variant of the table is by %s", facetNames[f])
	}
	return facets
}

// checkConditions refuses values that no call can have.
func checkConditions(t *testing.T, what string, when conditions) {
	t.Helper()
	for i := range when {
		c := &when[i]
		for _, value := range c.values {
			assert.Equal(t, normalise(value), value, "%s: %s", what, facetNames[c.facet])
			assert.NotContains(t, standardValues[c.facet], value, "%s: %s is the standard price", what, value)
			if c.facet == facetBatch {
				assert.Equal(t, "true", value, what)
			}
		}
	}
}

// Every multiplier is for some entry, of the provider's own or of one that it falls back to, and for no absurd factor.
func TestEmbeddedTableHasMultipliersThatHold(t *testing.T) {
	t.Parallel()
	found := 0
	for _, p := range defaultTable(t).providers {
		for i := range p.multipliers {
			found++
			m := &p.multipliers[i]
			checkConditions(t, p.id, m.when)
			assert.NotEqual(t, one, m.ratio, p.id)
			assert.LessOrEqual(t, m.ratio.numerator, 2*m.ratio.denominator, p.id)
			assert.GreaterOrEqual(t, 2*m.ratio.numerator, m.ratio.denominator, p.id)
			checkClauseHolds(t, p, m.models)
		}
	}
	assert.GreaterOrEqual(t, found, 6)
}

// checkClauseHolds refuses a clause of which a part is for no entry: a typing error would go unnoticed.
func checkClauseHolds(t *testing.T, p *provider, c clause) {
	t.Helper()
	if c.operator == opNever {
		return // for all entries
	}
	if c.operator == opOr {
		for _, part := range c.operands {
			checkClauseHolds(t, p, part)
		}
		return
	}
	holds := false
	for _, seller := range append([]*provider{p}, p.fallback...) {
		for i := range seller.models {
			holds = holds || c.matches(strings.ToLower(seller.models[i].id))
		}
	}
	assert.True(t, holds, "%s: no entry for %q", p.id, c.text)
}
