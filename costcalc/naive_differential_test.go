package costcalc

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// compareNaive says how the engine's answer differs from the twin's; nothing where it doesn't.
func compareNaive(got Cost, reason Reason, want naiveBill) string {
	if want.reason != (reason != "") {
		return fmt.Sprintf("a call has a price or none: the engine says %q, the twin that it has none: %t", reason, want.reason)
	}
	if want.reason {
		return ""
	}
	if got.Override != want.override || got.Model != want.model || got.Provider != want.provider || got.Currency != want.currency {
		return fmt.Sprintf("the same entry prices a call: %s/%s in %s (own: %t), the twin %s/%s in %s (own: %t)",
			got.Provider, got.Model, got.Currency, got.Override, want.provider, want.model, want.currency, want.override)
	}
	if got.Flags.Has(FlagSaturated) != want.huge {
		return fmt.Sprintf("what doesn't fit is flagged: %t, the twin %t", got.Flags.Has(FlagSaturated), want.huge)
	}
	if flags := got.Flags &^ FlagSaturated; flags != want.flags {
		return fmt.Sprintf("flags are those that the page explains: %s, the twin %s", flags, want.flags)
	}
	for p, amount := range []Pico{partInput: got.Input, partCacheRead: got.CacheRead, partCacheWrite: got.CacheWrite, partOutput: got.Output, partOther: got.Other} {
		if !want.huge && want.parts[p].Cmp(big.NewRat(int64(amount), 1)) != 0 {
			return fmt.Sprintf("part %d is its buckets' sum, multiplied and rounded once: %d, the twin %s", p, amount, want.parts[p].RatString())
		}
	}
	if !want.huge && want.total.Cmp(big.NewRat(int64(got.Total), 1)) != 0 {
		return fmt.Sprintf("the total is the sum of the parts: %d, the twin %s", got.Total, want.total.RatString())
	}
	return ""
}

// describe says which call it was, for the message of a failed test.
func describe(c Call) string {
	text := fmt.Sprintf("%s/%s (asked for: %s) at %s, facets %+v:", c.Provider, c.ResponseModel, c.RequestModel, c.Time.UTC().Format(time.RFC3339), c.Facets)
	for unit := range requests {
		if n, ok := c.Usage.Get(unit); ok {
			text += fmt.Sprintf(" %s=%d", unit, n)
		}
	}
	return text
}

// naiveFacetSets are the combinations of facets that a call may have, known and unknown.
var naiveFacetSets = []Facets{
	{}, {ServiceTier: "flex"}, {ServiceTier: "priority"}, {ServiceTier: " Fast"}, {ServiceTier: "default", Speed: "standard", Geo: "global"},
	{ServiceTier: "platinum"}, {Speed: "fast"}, {Speed: "FAST", Geo: "us"}, {Speed: "slow"}, {Geo: "US"}, {Geo: "eu"}, {Batch: true},
	{Batch: true, Geo: "us"}, {Batch: true, Speed: "fast", Geo: "us"}, {Batch: true, ServiceTier: "flex"}, {ServiceTier: "Batch"}, {Region: "us"}, {Region: "eu", ServiceTier: "flex"},
	{Region: "eu", Batch: true}, {Region: "global"}, {Region: "us-east5"}, {Region: "us-east5", Batch: true}, {Region: "mars", ServiceTier: "priority"},
}

// randomUsage returns the counts of a call whose prompt is n tokens long.
func randomUsage(r *rand.Rand, n int64) counts {
	upTo := func(n int64) int64 { return r.Int64N(n + 1) }
	switch r.IntN(9) {
	case 0:
		return counts{InputTokens: n}
	case 7: // whatever
		c := counts{}
		for unit := range requests {
			if r.IntN(3) == 0 {
				c[unit] = upTo(n)
			}
		}
		return c
	case 1:
		return counts{InputTokens: n, CacheReadTokens: upTo(n), OutputTokens: upTo(5000)}
	case 2:
		read := upTo(n)
		write := upTo(n - read)
		return counts{InputTokens: n, CacheReadTokens: read, CacheWriteTokens: write, CacheWrite1hTokens: upTo(write), OutputTokens: 301, WebSearches: upTo(3)}
	case 3:
		return counts{CacheReadTokens: n, CacheWrite1hTokens: 7, OutputTokens: upTo(9)}
	case 4: // contradictory
		return counts{InputTokens: n / 2, CacheReadTokens: n/2 + upTo(n), CacheWriteTokens: upTo(3), CacheWrite5mTokens: upTo(3), CacheWrite1hTokens: upTo(3)}
	case 5:
		audio := upTo(n)
		return counts{InputTokens: n, InputAudioTokens: audio, CacheReadTokens: upTo(n), OutputTokens: 800, OutputAudioTokens: upTo(900)}
	case 6:
		image := upTo(n)
		read := upTo(image)
		return counts{InputTokens: n, InputImageTokens: image, CacheReadTokens: read + upTo(n-image), CacheImageReadTokens: read, OutputTokens: 80, OutputImageTokens: upTo(80), StorageSearches: upTo(2)}
	}
	return counts{InputTokens: n, OutputTokens: n, ReasoningTokens: upTo(n), AudioMilliseconds: upTo(99_999), InputAudioMilliseconds: upTo(120_000)}
}

// naiveBounds returns the lengths and times at which prices of a model change, as its entry in the file has them.
func naiveBounds(value any) (lengths []int64, times []time.Time) {
	switch v := value.(type) {
	case []any:
		for _, inner := range v {
			l, t := naiveBounds(inner)
			lengths, times = append(lengths, l...), append(times, t...)
		}
	case object:
		for key, inner := range v {
			switch key {
			case "start", "max_input_tokens":
				lengths = append(lengths, number(v, key))
			case "from":
				times = append(times, naiveTime(inner.(string)))
			default:
				l, t := naiveBounds(inner)
				lengths, times = append(lengths, l...), append(times, t...)
			}
		}
	}
	return lengths, times
}

// naiveSells returns the entries by which a provider's calls are priced: its own, and those of providers that it falls back to.
func naiveSells(twin *naiveTable, provider object) []any {
	models := slices.Clone(list(provider, "models"))
	for _, id := range list(provider, "fallback") {
		models = append(models, list(twin.provider(id.(string)), "models")...)
	}
	return models
}

// naiveCalls returns calls of a model with all combinations of facets, around each length and each time at which its prices change. Of
// what has no prices by facet it returns a call for each combination.
func naiveCalls(r *rand.Rand, provider, model object) (calls []Call) {
	lengths, times := []int64{1000, 350_000}, []time.Time{late}
	boundLengths, boundTimes := naiveBounds(model)
	for around := int64(-1); around <= 1; around++ {
		for _, length := range boundLengths {
			if !slices.Contains(lengths, length+around) {
				lengths = append(lengths, length+around)
			}
		}
		for _, at := range boundTimes {
			times = append(times, at.Add(time.Duration(around)*time.Second))
		}
	}
	for _, facets := range naiveFacetSets {
		n := 1
		if list(model, "variants") != nil {
			n = len(lengths) + len(times)
		}
		for i := range n {
			length, at := lengths[r.IntN(len(lengths))], times[r.IntN(len(times))]
			if i < len(lengths) && n > 1 {
				length = lengths[i]
			} else if n > 1 {
				at = times[i-len(lengths)]
			}
			calls = append(calls, Call{Provider: str(provider, "id"), ResponseModel: str(model, "id"), Time: at, Facets: facets, Usage: randomUsage(r, length).usage()})
		}
	}
	return calls
}

// Every entry that has a variant, or that a multiplier may be for, costs what docs/cost.md says: with every combination of facets, around
// every length and time at which a price changes. So does a sample of all other entries.
func TestTableAgainstNaiveTwin(t *testing.T) {
	t.Parallel()
	table, twin := defaultTable(t), newNaiveTable(t)
	r := rand.New(rand.NewPCG(4, 2026))
	compared, special := 0, 0
	for _, p := range twin.providers {
		p := p.(object)
		for _, m := range naiveSells(twin, p) {
			m := m.(object)
			for _, c := range naiveCalls(r, p, m) {
				if list(m, "variants") == nil && list(p, "multipliers") == nil && r.IntN(30) > 0 {
					continue
				}
				got, reason := table.Price(c)
				if got.Flags&(FlagDateNormalised|FlagRouteSuffix) != 0 {
					continue // the twin knows no other forms of names
				}
				compared++
				if got.Flags.Has(FlagFacetPrice) {
					special++
				}
				if difference := compareNaive(got, reason, newNaiveOwn(twin, Overrides{}).price(c)); difference != "" {
					t.Errorf("%s\n%s", describe(c), difference)
				}
			}
		}
	}
	require.Greater(t, compared, 10_000)
	require.Greater(t, special, 3000)
}
