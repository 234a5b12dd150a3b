package costcalc

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Tiers, batches, speeds and places that were charged as if they were none, or one that was asked for as if it had been served.
func TestReportsOfFacets(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for _, r := range []struct {
		report
		facets Facets
	}{
		{report{
			"defog-ai/defog#303: flex at the standard price", "2026-09-15", "openai", "gpt-5-mini",
			counts{InputTokens: 2000, CacheReadTokens: 1000, OutputTokens: 500}, 1_275_000_000,
			Cost{Input: 1000 * 125_000, CacheRead: 1000 * 12_500, Output: 500 * 1_000_000, Total: 637_500_000},
		}, Facets{ServiceTier: "flex"}},
		{report{
			"langfuse/langfuse#13780: priority at the standard price", "2026-05-21", "openai", "gpt-5.4",
			counts{InputTokens: 1000, OutputTokens: 1000}, 1000*2_500_000 + 1000*15_000_000,
			Cost{Input: 1000 * 5_000_000, Output: 1000 * 30_000_000, Total: 35_000_000_000},
		}, Facets{ServiceTier: "priority"}},
		{report{
			"langchain-ai/langchain#40666: cache writes of a priority call at both prices", "2026-09-19", "openai", "gpt-5.6-sol",
			counts{InputTokens: 2304, CacheReadTokens: 256, CacheWriteTokens: 1024, OutputTokens: 50}, 2048*8_000_000 + 256*800_000 + 1024*10_000_000 + 50*40_000_000,
			Cost{Input: 1024 * 8_000_000, CacheRead: 256 * 800_000, CacheWrite: 1024 * 10_000_000, Output: 50 * 40_000_000, Total: 20_636_800_000},
		}, Facets{ServiceTier: "priority"}},
		{report{
			"BerriAI/litellm#37724: flex at the standard price, on Vertex AI", "2026-08-20", "gcp.vertex_ai", "gemini-3.5-flash",
			counts{InputTokens: 7, OutputTokens: 205}, 1_855_500_000,
			Cost{Input: 7 * 750_000, Output: 205 * 4_500_000, Total: 927_750_000},
		}, Facets{ServiceTier: "flex"}},
		{report{
			"BerriAI/litellm#38421: flex of a smaller model", "2026-08-26", "gcp.vertex_ai", "gemini-3.5-flash-lite",
			counts{InputTokens: 4061, OutputTokens: 25}, 1_280_800_000,
			Cost{Input: 4061 * 150_000, Output: 25 * 1_250_000, Total: 640_400_000},
		}, Facets{ServiceTier: "flex"}},
		{report{
			"BerriAI/litellm#39861: a long prompt in a batch at the price of a short one", "2026-09-05", "openai", "gpt-5.4",
			counts{InputTokens: 300_000, CacheReadTokens: 100_000, OutputTokens: 1000}, 300_000*1_250_000 + 1000*7_500_000,
			Cost{Input: 200_000 * 2_500_000, CacheRead: 100_000 * 250_000, Output: 1000 * 11_250_000, Total: 536_250_000_000},
		}, Facets{Batch: true}},
		{report{
			"BerriAI/litellm#34526, #38378: a fast call's cached tokens at the standard price", "2026-08-26", "anthropic", "claude-opus-5",
			counts{InputTokens: 6034, CacheReadTokens: 6034}, 6034 * 500_000,
			Cost{CacheRead: 6034 * 1_000_000, Total: 6_034_000_000},
		}, Facets{Speed: "fast"}},
		{report{
			"BerriAI/litellm#38378: fast was asked for, standard was served", "2026-08-26", "anthropic", "claude-opus-4-6",
			counts{InputTokens: 1000, OutputTokens: 1000}, 6 * (1000*5_000_000 + 1000*25_000_000),
			Cost{Input: 1000 * 5_000_000, Output: 1000 * 25_000_000, Total: 30_000_000_000},
		}, Facets{Speed: "standard"}},
		{report{
			"pydantic/genai-prices#429: a place that costs a tenth more of every kind", "2026-06-27", "anthropic", "claude-sonnet-4-6",
			counts{InputTokens: 1000, CacheReadTokens: 500, CacheWriteTokens: 100, OutputTokens: 100}, 3_225_000_000,
			Cost{Input: 400 * 3_300_000, CacheRead: 500 * 330_000, CacheWrite: 100 * 4_125_000, Output: 100 * 16_500_000, Total: 3_547_500_000},
		}, Facets{Geo: "us"}},
		{report{
			"pydantic/genai-prices#429: a batch halves every kind", "2026-06-27", "anthropic", "claude-sonnet-4-6",
			counts{InputTokens: 1000, CacheReadTokens: 500, CacheWriteTokens: 100, OutputTokens: 100}, 3_225_000_000,
			Cost{Input: 400 * 1_500_000, CacheRead: 500 * 150_000, CacheWrite: 100 * 1_875_000, Output: 100 * 7_500_000, Total: 1_612_500_000},
		}, Facets{ServiceTier: "batch"}},
	} {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			got, reason := table.Price(Call{Provider: r.provider, ResponseModel: r.model, Time: day(t, r.at), Facets: r.facets, Usage: r.counts.usage()})
			require.Empty(t, reason)
			assert.Equal(t, r.want, amounts(got))
			assert.NotEqual(t, r.saw, got.Total)
		})
	}
}
