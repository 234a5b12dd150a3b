package costcalc

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Prices of made-up entries, in pico-dollars per unit, chosen so that a sum shows what it is made of.
var (
	textPrices  = map[Unit]Pico{InputTokens: 1000, CacheReadTokens: 100, CacheWriteTokens: 1250, CacheWrite1hTokens: 2000, OutputTokens: 5000}
	audioPrices = map[Unit]Pico{
		InputTokens: 1000, CacheReadTokens: 100, InputAudioTokens: 10_000, CacheAudioReadTokens: 700,
		InputImageTokens: 3000, CacheImageReadTokens: 300, OutputTokens: 5000, OutputAudioTokens: 50_000,
	}
)

func ratesOf(tb testing.TB, prices map[Unit]Pico) *rates {
	tb.Helper()
	bases := make(map[Unit]rate)
	for unit, price := range prices {
		bases[unit] = rate{base: price}
	}
	r, err := newRates(bases)
	require.NoError(tb, err)
	return &r
}

func TestCountsThatContradictEachOther(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		prices map[Unit]Pico
		counts counts
		want   Cost // provider and model aside
	}{
		"agreeing counts need no flag": {
			textPrices, counts{InputTokens: 100, CacheReadTokens: 60, CacheWriteTokens: 40, CacheWrite1hTokens: 40, OutputTokens: 1},
			Cost{CacheRead: 60 * 100, CacheWrite: 40 * 2000, Output: 5000, Total: 91_000},
		},
		"more read from the cache than there was input": {
			textPrices, counts{InputTokens: 100, CacheReadTokens: 200},
			Cost{CacheRead: 200 * 100, Total: 20_000, Flags: FlagClampedCache},
		},
		"more read from and written to the cache than there was input": {
			textPrices, counts{InputTokens: 100, CacheReadTokens: 60, CacheWriteTokens: 60},
			Cost{CacheRead: 60 * 100, CacheWrite: 60 * 1250, Total: 81_000, Flags: FlagClampedCache},
		},
		"more written for an hour than written": {
			textPrices, counts{InputTokens: 1000, CacheWriteTokens: 100, CacheWrite1hTokens: 150},
			Cost{Input: 850 * 1000, CacheWrite: 150 * 2000, Total: 1_150_000, Flags: FlagClampedCache},
		},
		"written for an hour, but no count of what was written": {
			textPrices, counts{InputTokens: 1000, CacheWrite1hTokens: 100},
			Cost{Input: 900 * 1000, CacheWrite: 100 * 2000, Total: 1_100_000, Flags: FlagInferredTotal},
		},
		"written for an hour and for five minutes, but no count of what was written": {
			textPrices, counts{InputTokens: 1000, CacheWrite1hTokens: 100, CacheWrite5mTokens: 50},
			Cost{Input: 850 * 1000, CacheWrite: 100*2000 + 50*1250, Total: 1_112_500, Flags: FlagInferredTotal},
		},
		"only a count of cached tokens": {
			textPrices, counts{CacheReadTokens: 200},
			Cost{CacheRead: 200 * 100, Total: 20_000, Flags: FlagInferredTotal},
		},
		"cached sound and nothing else": {
			audioPrices, counts{CacheAudioReadTokens: 10},
			Cost{CacheRead: 10 * 700, Total: 7000, Flags: FlagInferredTotal},
		},
		"cached tokens fit into the text beside the sound": {
			audioPrices, counts{InputTokens: 1000, InputAudioTokens: 600, CacheReadTokens: 400},
			Cost{Input: 600 * 10_000, CacheRead: 400 * 100, Total: 6_040_000, Flags: FlagAssumedOverlap},
		},
		"cached tokens don't fit into the text beside the sound": {
			audioPrices, counts{InputTokens: 1000, InputAudioTokens: 900, CacheReadTokens: 300},
			Cost{Input: 700 * 10_000, CacheRead: 100*100 + 200*700, Total: 7_150_000, Flags: FlagAssumedOverlap},
		},
		"cached tokens don't fit into text and sound beside the images": {
			audioPrices, counts{InputTokens: 1000, InputAudioTokens: 100, InputImageTokens: 800, CacheReadTokens: 500},
			Cost{Input: 500 * 3000, CacheRead: 100*100 + 100*700 + 300*300, Total: 1_670_000, Flags: FlagAssumedOverlap},
		},
		"more sound than input, of which some is cached": {
			audioPrices, counts{InputTokens: 100, InputAudioTokens: 200, CacheReadTokens: 10, CacheAudioReadTokens: 10},
			Cost{Input: 190 * 10_000, CacheRead: 10 * 700, Total: 1_907_000, Flags: FlagClampedParts},
		},
		"more cached text than input, and sound beside it": {
			audioPrices, counts{InputTokens: 100, InputAudioTokens: 50, CacheReadTokens: 200, CacheAudioReadTokens: 0},
			Cost{Input: 50 * 10_000, CacheRead: 200 * 100, Total: 520_000, Flags: FlagClampedCache | FlagClampedParts},
		},
		"cached images are no room for cached sound": {
			map[Unit]Pico{InputTokens: 1000, CacheReadTokens: 100, InputAudioTokens: 10_000, CacheAudioReadTokens: 700},
			counts{InputTokens: 500, CacheReadTokens: 500, InputAudioTokens: 300, CacheImageReadTokens: 100},
			Cost{CacheRead: 200*100 + 300*700, Total: 230_000, Flags: FlagAssumedOverlap | FlagPriceParentUnit},
		},
		"more sound than answer": {
			audioPrices, counts{OutputTokens: 5, OutputAudioTokens: 10},
			Cost{Output: 10 * 50_000, Total: 500_000, Flags: FlagClampedParts},
		},
		"more reasoning than answer, where reasoning has no price": {
			textPrices, counts{OutputTokens: 5, ReasoningTokens: 10},
			Cost{Output: 5 * 5000, Total: 25_000},
		},
		"only a count of reasoning": {
			textPrices, counts{InputTokens: 1, ReasoningTokens: 10},
			Cost{Input: 1000, Output: 10 * 5000, Total: 51_000, Flags: FlagInferredTotal},
		},
		"a unit without a price costs what includes it": {
			map[Unit]Pico{InputTokens: 1000}, counts{InputTokens: 10, CacheReadTokens: 5},
			Cost{Input: 10 * 1000, Total: 10_000, Flags: FlagPriceParentUnit},
		},
		"cache writes for five minutes are the usual ones": {
			textPrices, counts{InputTokens: 10, CacheWriteTokens: 5, CacheWrite5mTokens: 5},
			Cost{Input: 5 * 1000, CacheWrite: 5 * 1250, Total: 11_250},
		},
		"cache writes for five minutes have no price at all": {
			map[Unit]Pico{InputTokens: 1000}, counts{InputTokens: 10, CacheWrite5mTokens: 5},
			Cost{Input: 10 * 1000, Total: 10_000, Flags: FlagPriceParentUnit},
		},
		"output without a price adds nothing": {
			map[Unit]Pico{InputTokens: 1000}, counts{InputTokens: 10, OutputTokens: 7},
			Cost{Input: 10 * 1000, Total: 10_000, Flags: FlagUnpricedOutput},
		},
		"no output is no unpriced output": {
			map[Unit]Pico{InputTokens: 1000}, counts{InputTokens: 10, OutputTokens: 0},
			Cost{Input: 10 * 1000, Total: 10_000},
		},
		"a search without a price adds nothing": {
			textPrices, counts{InputTokens: 10, WebSearches: 2},
			Cost{Input: 10 * 1000, Total: 10_000, Flags: FlagUnpricedUnit},
		},
		"an entry without prices is free": {
			nil, counts{InputTokens: 10, OutputTokens: 7}, Cost{},
		},
		"prices of 0 are free": {
			map[Unit]Pico{InputTokens: 0, OutputTokens: 0}, counts{InputTokens: 10, OutputTokens: 7}, Cost{},
		},
		"nothing used costs the fee for a request": {
			map[Unit]Pico{InputTokens: 1000, requests: 7}, counts{InputTokens: 0}, Cost{Other: 7, Total: 7},
		},
		"an amount that doesn't fit": {
			map[Unit]Pico{InputTokens: 600_000_000, OutputTokens: 1}, counts{InputTokens: maxCount, OutputTokens: 3},
			Cost{Input: maxPico, Output: 3, Total: maxPico, Flags: FlagSaturated},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, ok := ratesOf(t, tc.prices).cost(tc.counts.usage())
			require.True(t, ok)
			assert.Equal(t, tc.want, got, "flags %s, want %s", got.Flags, tc.want.Flags)
		})
	}
}

func TestUsageWithoutAnyPrice(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		prices map[Unit]Pico
		counts counts
	}{
		"only output, only input has a price":      {map[Unit]Pico{InputTokens: 1000}, counts{OutputTokens: 7}},
		"tokens, only hours have a price":          {map[Unit]Pico{AudioMilliseconds: 1000}, counts{InputTokens: 7, OutputTokens: 7}},
		"hours, only tokens and requests have one": {map[Unit]Pico{InputTokens: 1000, requests: 5}, counts{AudioMilliseconds: 7}},
		"tokens of sound, only hours have one":     {map[Unit]Pico{AudioMilliseconds: 1}, counts{InputAudioTokens: 7}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, ok := ratesOf(t, tc.prices).cost(tc.counts.usage())
			assert.False(t, ok)
		})
	}
}

// The tier is chosen by what the parts hold where that is more than the count of input tokens.
func TestTheTierFollowsTheInputThatIsCharged(t *testing.T) {
	t.Parallel()
	r, err := newRates(map[Unit]rate{
		InputTokens:     {base: 10, tiers: []tier{{above: 100, price: 20}, {above: 200, price: 30}}},
		CacheReadTokens: {base: 1},
		OutputTokens:    {base: 50, tiers: []tier{{above: 100, price: 70}}},
	})
	require.NoError(t, err)
	for name, tc := range map[string]struct {
		counts counts
		want   Pico
	}{
		"at the threshold":                      {counts{InputTokens: 100, OutputTokens: 1}, 100*10 + 50},
		"above it":                              {counts{InputTokens: 101, OutputTokens: 1}, 101*20 + 70},
		"at the next":                           {counts{InputTokens: 200, OutputTokens: 1}, 200*20 + 70},
		"above the next":                        {counts{InputTokens: 201, OutputTokens: 1}, 201*30 + 70},
		"above it by cached tokens":             {counts{InputTokens: 101, CacheReadTokens: 101, OutputTokens: 1}, 101 + 70},
		"above it by more cached than input":    {counts{InputTokens: 5, CacheReadTokens: 101, OutputTokens: 1}, 101 + 70},
		"above it by cached tokens, no total":   {counts{CacheReadTokens: 101, OutputTokens: 1}, 101 + 70},
		"below it however long the answer":      {counts{InputTokens: 1, OutputTokens: 1000}, 10 + 50_000},
		"no input at all":                       {counts{OutputTokens: 1}, 50},
		"a finer unit that has no price adds 0": {counts{InputTokens: 100, CacheWriteTokens: 100}, 1000},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, ok := r.cost(tc.counts.usage())
			require.True(t, ok)
			assert.Equal(t, tc.want, got.Total)
		})
	}
}

func TestTheTierFollowsInputThatHasNoPrice(t *testing.T) {
	t.Parallel()
	r, err := newRates(map[Unit]rate{OutputTokens: {base: 50, tiers: []tier{{above: 100, price: 70}}}})
	require.NoError(t, err)
	for name, tc := range map[string]struct {
		counts counts
		want   Pico
	}{
		"below":                      {counts{InputTokens: 100, OutputTokens: 1}, 50},
		"above":                      {counts{InputTokens: 101, OutputTokens: 1}, 70},
		"above by its parts":         {counts{CacheReadTokens: 60, CacheWriteTokens: 41, OutputTokens: 1}, 70},
		"below by its parts":         {counts{CacheReadTokens: 60, CacheWriteTokens: 40, OutputTokens: 1}, 50},
		"below as it says of itself": {counts{InputTokens: 100, CacheReadTokens: 101, OutputTokens: 1}, 50},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, ok := r.cost(tc.counts.usage())
			require.True(t, ok)
			assert.Equal(t, Cost{Output: tc.want, Total: tc.want, Flags: FlagUnpricedUnit}, got)
		})
	}
}

// The algorithm takes units in reverse order of their constants and relies on finding the finer ones first.
func TestEveryUnitComesAfterThoseThatIncludeIt(t *testing.T) {
	t.Parallel()
	keys := make(map[string]bool)
	for u := range unitCount {
		info := units[u]
		assert.NotEmpty(t, info.name)
		assert.NotContains(t, keys, info.priceKey)
		keys[info.priceKey] = true
		assert.NotZero(t, info.scale.quantity, info.name)
		assert.Zero(t, info.within>>u, info.name)
		assert.Zero(t, info.costs&^info.within, info.name)
		for v := range unitCount {
			if info.within.has(v) {
				assert.Zero(t, units[v].within&^info.within, "%s lies within all that %s lies within", u, v)
			}
		}
	}
	assert.Equal(t, "unknown_unit", unitCount.String())
}
