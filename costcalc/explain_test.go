package costcalc

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExplanations(t *testing.T) {
	t.Parallel()
	table := withEntries(t,
		Entry{Name: "contract 17", Match: Match{Equals: "my-gpt"}, Provider: "azure", SameAs: "anthropic/claude-sonnet-4-6", Multiplier: "0.85"},
	)
	usage := counts{InputTokens: 1100, CacheReadTokens: 100, OutputTokens: 50, WebSearches: 1}.usage()
	lines := []Line{
		{InputTokens, 1000, 3_000_000, 1, -1, 3_000_000_000},
		{CacheReadTokens, 100, 300_000, 1, -1, 30_000_000},
		{OutputTokens, 50, 15_000_000, 1, -1, 750_000_000},
		{WebSearches, 1, 10_000_000_000, 1, -1, 10_000_000_000},
	}
	for name, tc := range map[string]struct {
		call Call
		want Explanation // but for its cost
	}{
		"an entry of the user's that borrows": {
			Call{Provider: "azure", RequestModel: "my-gpt", Time: in2026, Usage: usage, Facets: Facets{Batch: true}},
			Explanation{
				Entry: "contract 17", Borrowed: "anthropic/claude-sonnet-4-6", From: time.Date(2026, 3, 13, 0, 0, 0, 0, time.UTC), Lines: lines,
				Multipliers: []Multiplier{{"1/2", "batch: true", false}, {"17/20", "multiplier of the entry", true}},
			},
		},
		"an entry that the provider falls back to": {
			Call{Provider: "azure", RequestModel: "claude-sonnet-4-6", Time: in2026, Usage: usage},
			Explanation{Entry: "anthropic/claude-sonnet-4-6", From: time.Date(2026, 3, 13, 0, 0, 0, 0, time.UTC), Lines: lines},
		},
		"a tier of the length": {
			Call{Provider: "google", RequestModel: "gemini-2.5-pro", Time: in2026, Usage: counts{InputTokens: 200_001}.usage()},
			Explanation{Entry: "google/gemini-2.5-pro", Lines: []Line{{InputTokens, 200_001, 2_500_000, 1, 200_000, 500_002_500_000}}},
		},
		"a service tier": {
			Call{Provider: "openai", RequestModel: "gpt-5", Time: in2026, Usage: counts{OutputTokens: 2}.usage(), Facets: Facets{ServiceTier: "flex"}},
			Explanation{Entry: "openai/gpt-5", Variant: "service_tier: flex", Lines: []Line{{OutputTokens, 2, 5_000_000, 1, -1, 10_000_000}}},
		},
		"no price": {
			Call{Provider: "openai", RequestModel: "gpt-99", Usage: usage}, Explanation{Reason: ReasonUnknownModel},
		},
		"no price for the unit": {
			Call{Provider: "openai", RequestModel: "gpt-4", Usage: counts{AudioMilliseconds: 1}.usage()}, Explanation{Reason: ReasonUnitUnpriced, Entry: "openai/gpt-4"},
		},
		"no usage": {Call{Provider: "openai", RequestModel: "gpt-4"}, Explanation{Reason: ReasonNoUsage}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := table.Explain(tc.call)
			cost, reason := table.Price(tc.call)
			assert.Equal(t, cost, got.Cost)
			assert.Equal(t, reason, got.Reason)
			got.Cost = Cost{}
			assert.Equal(t, tc.want, got)
		})
	}
}

// Whatever is asked, the lines and multipliers of an explanation lead to the total of the price.
func TestExplanationsAddUpToTheReferenceVectors(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	forEachVector(t, "testdata/vectors.jsonl.gz", func(v *vector) {
		got := table.Explain(v.call(t))
		var total Pico
		for _, line := range got.Lines {
			total += line.Amount
		}
		require.Empty(t, got.Multipliers)
		if !got.Cost.Flags.Has(FlagSaturated) {
			require.Equal(t, got.Cost.Total, total, "%s %s", v.Provider, v.Model)
		}
	})
}
