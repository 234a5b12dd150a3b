package costcalc

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func instant(text string) time.Time {
	at, _ := parseBound(text)
	return at
}

// prices makes the prices of a listing.
func prices(pairs ...any) (list []UnitPrice) {
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, UnitPrice{pairs[i].(Unit), TieredPrice{Base: pairs[i+1].(string)}})
	}
	return list
}

func TestListingsOfTheTable(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	c := Call{Provider: "gcp.gemini", RequestModel: "models/gemini-3.6-flash", Time: instant("2026-12-31"), Facets: Facets{ServiceTier: "flex"}}
	got, reason := table.Listings(c)
	require.Empty(t, reason)
	new2027 := instant("2027-01-01")
	flex, batch := "service_tier: flex", "batch: true"
	standard := prices(InputTokens, "0.75", CacheReadTokens, "0.075", OutputTokens, "3.75")
	half, whole := prices(InputTokens, "0.375", OutputTokens, "1.875"), prices(InputTokens, "0.75", OutputTokens, "3.75")
	assert.Equal(t, []Listing{{
		Entry: "google/gemini-3.6-flash", Provider: "google", Currency: USD, Chosen: true,
		Prices: []PriceList{
			{Holds: true, Prices: standard},
			{From: new2027, Prices: prices(InputTokens, "1.5", CacheReadTokens, "0.15", OutputTokens, "7.5")},
			{When: batch, Prices: half},
			{When: batch, From: new2027, Prices: whole},
			{When: flex, Holds: true, Prices: half},
			{When: flex, From: new2027, Prices: whole},
		},
	}}, got)

	c.Time = new2027
	got, _ = table.Listings(c)
	holds := make([]bool, 0, 6)
	for _, l := range got[0].Prices {
		holds = append(holds, l.Holds)
	}
	assert.Equal(t, []bool{false, true, false, false, false, true}, holds)

	got, _ = table.Listings(Call{Provider: "openai", RequestModel: "gpt-5.4", Time: in2026})
	require.Len(t, got, 1)
	assert.Equal(t, UnitPrice{InputTokens, TieredPrice{Base: "2.5", Tiers: []PriceTier{{Start: 271_999, Price: "5"}}}}, got[0].Prices[0].Prices[0])
	assert.Equal(t, PriceList{
		When: "service_tier: priority or fast", MaxInputTokens: 271_999, Prices: prices(InputTokens, "5", CacheReadTokens, "0.5", OutputTokens, "30"),
	}, got[0].Prices[2])
	assert.Equal(t, []Multiplier{{"1/2", "batch: true", false}, {"11/10", "region: us or eu or au or in or jp", false}}, got[0].Multipliers)

	got, _ = table.Listings(Call{Provider: "deepseek", RequestModel: "deepseek-v4-flash", Time: instant("2026-11-20T02:00:00Z")})
	assert.Equal(t, "01:00-04:00 UTC", got[0].Prices[2].Hours)
	assert.True(t, got[0].Prices[2].Holds)
}

func TestListingsOfModelsThatAnotherProviderPrices(t *testing.T) {
	t.Parallel()
	got, reason := defaultTable(t).Listings(Call{Provider: "azure", RequestModel: "claude-opus-4-8-20260901", Time: in2026})
	require.Empty(t, reason)
	require.Len(t, got, 1)
	assert.Equal(t, "anthropic/claude-opus-4-8", got[0].Entry)
	assert.Equal(t, "azure", got[0].Provider)
	assert.Len(t, got[0].Prices, 1, "variants don't hold with others who sell it")
}

func TestNoListings(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		call Call
		want Reason
	}{
		"unknown model": {Call{Provider: "openai", RequestModel: "gpt-99"}, ReasonUnknownModel},
		"self-hosted":   {Call{Provider: "ollama", RequestModel: "llama3"}, ReasonSelfHosted},
		"no model":      {Call{Provider: "openai"}, ReasonNoModel},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, reason := defaultTable(t).Listings(tc.call)
			assert.Empty(t, got)
			assert.Equal(t, tc.want, reason)
		})
	}
}

func TestListingsOfTheUsersEntries(t *testing.T) {
	t.Parallel()
	table := withEntries(t,
		Entry{Match: Match{Any: true}, Provider: "openai", Prices: flat("input_mtok", "9"), When: When{ServiceTier: []string{"flex"}, Weekdays: []string{"mon", "tue"}}},
		Entry{Name: "contract", Match: Match{AnyOf: []Match{{Equals: "o3"}, {Glob: "o4*"}}}, SameAs: "openai/gpt-4.1-nano", Multiplier: "0.85", From: "2026-02-01", To: "2026-03-01"},
		Entry{Match: Match{Equals: "O3"}, Provider: "azure", Currency: "EUR", Prices: map[string]TieredPrice{}},
	)
	flex := Listing{
		Entry: "any", Provider: "openai", Override: true, Match: "any", Currency: USD, When: "service_tier: flex, mon or tue UTC",
		Prices: []PriceList{{Holds: true, Prices: prices(InputTokens, "9")}},
	}
	contract := Listing{
		Entry: "contract", Borrowed: "openai/gpt-4.1-nano", Override: true, Index: 1, Match: "equals o3 or glob o4*", Names: []string{"o3"}, Currency: USD,
		From: instant("2026-02-01"), To: instant("2026-03-01"),
	}
	free := Listing{Entry: "equals O3", Provider: "azure", Override: true, Index: 2, Match: "equals O3", Names: []string{"o3"}, Currency: "EUR", Prices: []PriceList{{Holds: true}}}

	entries := table.Entries(in2026)
	require.Len(t, entries, 3)
	assert.Equal(t, flex, entries[0])
	assert.Equal(t, free, entries[2])
	assert.Equal(t, Multiplier{"17/20", "multiplier of the entry", true}, entries[1].Multipliers[len(entries[1].Multipliers)-1])
	assert.Equal(t, UnitPrice{InputTokens, TieredPrice{Base: "0.1"}}, entries[1].Prices[0].Prices[0])
	entries[1].Prices, entries[1].Multipliers = nil, nil
	assert.Equal(t, contract, entries[1])

	for name, tc := range map[string]struct {
		call   Call
		want   []string
		chosen int
	}{
		"none of them holds":            {Call{Provider: "openai", RequestModel: "o3", Time: in2026}, []string{"any", "contract", "openai/o3"}, 2},
		"a date":                        {Call{Provider: "openai", RequestModel: "o3", Time: instant("2026-02-01")}, []string{"any", "contract", "openai/o3"}, 1},
		"exact ones are asked first":    {Call{Provider: "azure", RequestModel: "o4-mini", ResponseModel: "o3", Time: instant("2026-02-01")}, []string{"equals O3", "contract", "azure/o3-2025-04-16"}, 0},
		"without an entry of the table": {Call{Provider: "nobody", RequestModel: "o4x", Time: instant("2026-02-01")}, []string{"contract"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, reason := table.Listings(tc.call)
			assert.Empty(t, reason)
			var names []string
			for i, l := range got {
				names = append(names, l.Entry)
				assert.Equal(t, i == tc.chosen, l.Chosen, l.Entry)
			}
			assert.Equal(t, tc.want, names)
		})
	}
	got, reason := table.Listings(Call{Provider: "nobody", RequestModel: "o4x", Time: in2026})
	assert.Len(t, got, 1)
	assert.Equal(t, ReasonUnknownModel, reason, "it is listed, but doesn't hold")
}

// The entry that listings call chosen is the one that prices the call, and its prices are the table's.
func TestListingsAgreeWithThePricesOfEveryModel(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	providers := table.Providers()
	require.Len(t, providers, len(table.providers))
	for i, id := range providers {
		models := table.Models(id)
		require.Len(t, models, len(table.providers[i].models))
		for _, model := range models {
			c := Call{Provider: id, RequestModel: model, Time: in2026, Usage: counts{InputTokens: 1, OutputTokens: 1}.usage()}
			list, reason := table.Listings(c)
			x := table.Explain(c)
			if x.Entry == "" {
				assert.Equal(t, x.Reason, reason)
				continue
			}
			require.Len(t, list, 1)
			require.True(t, list[0].Chosen)
			require.Equal(t, x.Entry, list[0].Entry)
			for _, l := range list[0].Prices {
				if l.Holds {
					require.Equal(t, x.From, l.From, x.Entry)
				}
			}
		}
	}
	assert.Nil(t, table.Models("nobody"))
}

func TestPricesAreWrittenAsTheyAreRead(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		p        Pico
		exponent int
		want     string
	}{
		{0, 6, "0"}, {1, 6, "0.000001"}, {150_000, 6, "0.15"}, {10_000_000, 6, "10"}, {100_000_000_000, 9, "100"},
		{360_000_000_000, 12, "0.36"}, {maxPico, 12, "9223372.036854775807"},
	} {
		assert.Equal(t, tc.want, tc.p.decimal(tc.exponent))
	}
	for _, p := range defaultTable(t).providers {
		for i := range p.models {
			for _, dated := range p.models[i].prices {
				for _, r := range dated.rates.units {
					text := r.text()
					again, err := text.compile(units[r.unit].scale.exponent)
					require.NoError(t, err)
					require.Equal(t, rate{base: r.base, tiers: r.tiers}, again)
				}
			}
		}
	}
}

func TestUnitsThatCallsReport(t *testing.T) {
	t.Parallel()
	list := Units()
	assert.Len(t, list, int(requests))
	assert.NotContains(t, list, requests)
	assert.Equal(t, "cache_read_mtok", CacheReadTokens.PriceKey())
	assert.Equal(t, "unknown_unit", unitCount.PriceKey())
}

func TestWindowsAreWrittenAsOneReadsThem(t *testing.T) {
	t.Parallel()
	for want, w := range map[string]When{
		"":                               {ServiceTier: []string{"flex"}},
		"16:30-00:30 UTC":                {TimeOfDay: "16:30-0:30"},
		"sun or sat UTC":                 {Weekdays: []string{"sun", "sat"}},
		"mon, 09:00-17:00 Asia/Shanghai": {Weekdays: []string{"mon"}, TimeOfDay: "09:00-17:00", TZ: "Asia/Shanghai"},
	} {
		_, at, err := w.compile()
		require.NoError(t, err)
		assert.Equal(t, want, at.text())
	}
}
