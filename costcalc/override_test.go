package costcalc

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// flat is the prices of an entry by key, without tiers.
func flat(prices ...string) map[string]TieredPrice {
	m := map[string]TieredPrice{}
	for i := 0; i < len(prices); i += 2 {
		m[prices[i]] = TieredPrice{Base: prices[i+1]}
	}
	return m
}

func withEntries(tb testing.TB, entries ...Entry) *Table {
	tb.Helper()
	table, err := defaultTable(tb).With(Overrides{Entries: entries, Providers: map[string]string{"My-Gateway": "openai"}})
	require.NoError(tb, err)
	return table
}

func TestOwnPricesComeFirst(t *testing.T) {
	t.Parallel()
	table := withEntries(t,
		Entry{Name: "contract", Match: Match{Any: true}, Provider: "groq", Prices: flat("input_mtok", "9")},
		Entry{Match: Match{StartsWith: "gpt-4o"}, Provider: "OpenAI", Prices: flat("input_mtok", "7")},
		Entry{Match: Match{Equals: "GPT-4o-mini"}, Prices: flat("input_mtok", "5"), Currency: "EUR"},
		Entry{Match: Match{Equals: "my-deployment"}, Provider: "azure.ai.openai", SameAs: "openai/gpt-4o", Multiplier: "0.85"},
		Entry{Match: Match{StartsWith: "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/"}, SameAs: "aws/eu.anthropic.claude-sonnet-4-5-20250929-v1:0"},
		Entry{Match: Match{Glob: "llama3.1*"}, Provider: "ollama", Prices: map[string]TieredPrice{}},
		Entry{Match: Match{EndsWith: "-internal"}, Prices: flat("input_mtok", "1")},
		Entry{Match: Match{AnyOf: []Match{{Contains: "house"}, {Regex: "^h[0-9]+$"}}}, Prices: flat("input_mtok", "3")},
		Entry{Match: Match{Regex: "^Team-[A-Z]+$"}, Prices: flat("input_mtok", "4")},
		Entry{Match: Match{Equals: "ft:gpt-4.1:acme::x"}, Prices: flat("input_mtok", "8")},
	)
	for name, tc := range map[string]struct {
		call  Call
		want  Pico // of a million input tokens
		model string
	}{
		"an exact name before a pattern that stands before it": {Call{Provider: "openai", ResponseModel: "gpt-4o-mini"}, 5e12, "equals GPT-4o-mini"},
		"a pattern":                                  {Call{Provider: "openai", ResponseModel: "gpt-4o-2024-08-06"}, 7e12, "starts_with gpt-4o"},
		"a pattern, of another provider":             {Call{Provider: "azure", ResponseModel: "gpt-4o"}, 2_500_000_000_000, "gpt-4o"},
		"by an alias of the user's":                  {Call{Provider: "my-gateway", ResponseModel: "gpt-4o"}, 7e12, "starts_with gpt-4o"},
		"an alias of the user's, on a private host":  {Call{Provider: "my-gateway", ServerAddress: "10.0.0.7", ResponseModel: "o3"}, 2e12, "o3"},
		"a whole provider":                           {Call{Provider: "groq", ResponseModel: "whatever"}, 9e12, "contract"},
		"the host says who it is":                    {Call{Provider: "openai", ServerAddress: "api.groq.com", ResponseModel: "gpt-4o"}, 9e12, "contract"},
		"a provider told from the model's name":      {Call{ResponseModel: "gpt-4o-2024-08-06"}, 7e12, "starts_with gpt-4o"},
		"a provider on a host of one's own":          {Call{Provider: "openai", ServerAddress: "llm.internal", ResponseModel: "gpt-4o"}, 7e12, "starts_with gpt-4o"},
		"a borrowed price with a discount":           {Call{Provider: "azure.ai.openai", RequestModel: "my-deployment", ResponseModel: "gpt-4o-2024-08-06"}, 2_125_000_000_000, "equals my-deployment"},
		"the full name of a resource":                {Call{Provider: "aws.bedrock", RequestModel: "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc"}, 3_300_000_000_000, "starts_with arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/"},
		"a name behind a path":                       {Call{ResponseModel: "models/tuned-internal"}, 1e12, "ends_with -internal"},
		"explicitly free":                            {Call{Provider: "ollama", RequestModel: "llama3.1:8b"}, 0, "glob llama3.1*"},
		"one of several conditions":                  {Call{Provider: "contoso", RequestModel: "h17"}, 3e12, "contains house or regex ^h[0-9]+$"},
		"a pattern in capitals":                      {Call{Provider: "contoso", RequestModel: "team-Blue"}, 4e12, "regex ^Team-[A-Z]+$"},
		"a fine-tuned model":                         {Call{Provider: "openai", ResponseModel: "ft:gpt-4.1:acme::x"}, 8e12, "equals ft:gpt-4.1:acme::x"},
		"what no entry is for is in the table still": {Call{Provider: "openai", ResponseModel: "o3"}, 2e12, "o3"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tc.call.Time = in2026
			tc.call.Usage = counts{InputTokens: 1e6}.usage()
			got, reason := table.Price(tc.call)
			require.Empty(t, reason)
			assert.Equal(t, tc.want, got.Total)
			assert.Equal(t, tc.model, got.Model)
			assert.Equal(t, got.Override, got.TableVersion != "0.1.8")
		})
	}
	for name, call := range map[string]Call{
		"a name that resembles a glob":            {Provider: "ollama", RequestModel: "my-llama3.1:8b"},
		"a free model at another host of one's":   {Provider: "vllm", RequestModel: "llama3.1:8b"},
		"a profile of an account that isn't told": {Provider: "aws", RequestModel: "arn:aws:bedrock:eu-west-1:999999999999:application-inference-profile/abc"},
	} {
		call.Usage = counts{InputTokens: 1e6}.usage()
		_, reason := table.Price(call)
		assert.NotEmpty(t, reason, name)
	}
}

func TestOwnPricesDependOnTimeAndFacets(t *testing.T) {
	t.Parallel()
	match := Match{Equals: "contoso-llm"}
	table := withEntries(t,
		Entry{Name: "flex", Match: match, When: When{ServiceTier: []string{"Flex", "economy"}}, Prices: flat("input_mtok", "1")},
		Entry{Name: "night", Match: match, When: When{TimeOfDay: "16:30-00:30", TZ: "UTC"}, To: "2026-02-01", Prices: flat("input_mtok", "2")},
		Entry{Name: "weekend", Match: match, When: When{Weekdays: []string{"sat", "Sun"}, TZ: "Asia/Shanghai"}, Prices: flat("input_mtok", "3")},
		Entry{Name: "2025", Match: match, From: "2025-01-01T01:00:00Z", To: "2026-01-01T01:00:00Z", Prices: flat("input_mtok", "4")},
		Entry{Name: "2026", Match: match, From: "2026-01-01T01:00:00Z", Prices: flat("input_mtok", "5")},
		Entry{Name: "standard", Match: Match{Equals: "other"}, When: When{ServiceTier: []string{"default"}}, Prices: flat("input_mtok", "6")},
		Entry{Name: "flex gemini", Match: Match{Equals: "gemini-2.5-flash"}, When: When{ServiceTier: []string{"flex"}}, SameAs: "google/gemini-2.5-flash", Multiplier: "2"},
		Entry{Name: "batch", Match: Match{Equals: "gpt-4o"}, When: When{Batch: true}, SameAs: "openai/gpt-4o", Multiplier: "0.4"},
	)
	for name, tc := range map[string]struct {
		model  string
		at     string
		facets Facets
		want   string
	}{
		"before all":                            {"contoso-llm", "2024-12-30T12:00:00Z", Facets{}, "unknown_model"},
		"from is inclusive":                     {"contoso-llm", "2025-01-01T01:00:00Z", Facets{}, "2025"},
		"to is exclusive":                       {"contoso-llm", "2026-01-01T01:00:00Z", Facets{}, "2026"},
		"an hour of the day":                    {"contoso-llm", "2025-06-02T16:30:00Z", Facets{}, "night"},
		"the hour after":                        {"contoso-llm", "2025-06-02T00:30:00Z", Facets{}, "2025"},
		"the last second before to":             {"contoso-llm", "2026-01-01T00:59:59Z", Facets{}, "2025"},
		"hours end with the entry":              {"contoso-llm", "2026-02-02T17:00:00Z", Facets{}, "2026"},
		"a day in that zone":                    {"contoso-llm", "2026-03-06T16:00:00Z", Facets{}, "weekend"},
		"not yet that day in that zone":         {"contoso-llm", "2026-03-06T15:59:59Z", Facets{}, "2026"},
		"a facet":                               {"contoso-llm", "2026-03-06T15:59:59Z", Facets{ServiceTier: "flex"}, "flex"},
		"another value of it":                   {"contoso-llm", "2026-03-06T15:59:59Z", Facets{ServiceTier: "ECONOMY"}, "flex"},
		"a facet without an entry":              {"contoso-llm", "2026-03-06T15:59:59Z", Facets{ServiceTier: "priority"}, "2026 unknown_facet"},
		"the standard tier, reported":           {"other", "2026-03-06T15:59:59Z", Facets{ServiceTier: "default"}, "standard"},
		"the standard tier, unreported":         {"other", "2026-03-06T15:59:59Z", Facets{}, "standard"},
		"not the standard tier":                 {"other", "2026-03-06T15:59:59Z", Facets{ServiceTier: "flex"}, "unknown_model"},
		"another facet keeps the table's price": {"gemini-2.5-flash", "2026-03-06T15:59:59Z", Facets{ServiceTier: "flex", Batch: true}, "flex gemini"},
		"the table's rule is not put on it":     {"gpt-4o", "2026-03-06T15:59:59Z", Facets{Batch: true}, "batch"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at, err := time.Parse(time.RFC3339, tc.at)
			require.NoError(t, err)
			got, reason := table.Price(Call{Provider: "contoso-ai", ResponseModel: tc.model, Time: at, Facets: tc.facets, Usage: counts{InputTokens: 1e6}.usage()})
			text := got.Model + string(reason)
			if got.Flags.Has(FlagUnknownFacet) {
				text += " unknown_facet"
			}
			assert.Equal(t, tc.want, text)
			if want, ok := map[string]Pico{"batch": 1e12, "flex gemini": 300_000_000_000}[tc.want]; ok {
				assert.Equal(t, want, got.Total)
			}
		})
	}
}

func TestFacetsOfOwnPrices(t *testing.T) {
	t.Parallel()
	table := withEntries(t,
		Entry{Match: Match{Equals: "tiers"}, When: When{ServiceTier: []string{"default", "flex"}}, Prices: flat("input_mtok", "1")},
		Entry{Match: Match{Equals: "places"}, When: When{Region: []string{"eu"}}, Prices: flat("input_mtok", "1")},
		Entry{Match: Match{Equals: "openai's"}, SameAs: "openai/gpt-4o"},
		Entry{Match: Match{Equals: "azure's"}, SameAs: "azure/gpt-4o"},
	)
	for name, tc := range map[string]struct {
		model  string
		facets Facets
		want   Pico // of a million input tokens
		flags  Flags
	}{
		"a tier":                             {"tiers", Facets{ServiceTier: "flex"}, 1e12, FlagFacetPrice},
		"the standard tier":                  {"tiers", Facets{ServiceTier: "default"}, 1e12, 0},
		"no tier":                            {"tiers", Facets{}, 1e12, 0},
		"no tier, but a speed":               {"tiers", Facets{Speed: "fast"}, 1e12, FlagUnknownFacet},
		"a region":                           {"places", Facets{Region: "EU"}, 1e12, FlagFacetPrice},
		"a borrowed tier":                    {"openai's", Facets{ServiceTier: "priority"}, 4_250_000_000_000, FlagFacetPrice},
		"what is borrowed twice has no tier": {"azure's", Facets{ServiceTier: "priority"}, 2_500_000_000_000, FlagUnknownFacet},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, reason := table.Price(Call{Provider: "contoso", ResponseModel: tc.model, Time: in2026, Facets: tc.facets, Usage: counts{InputTokens: 1e6}.usage()})
			require.Empty(t, reason)
			assert.Equal(t, tc.want, got.Total)
			assert.Equal(t, tc.flags, got.Flags, got.Flags)
		})
	}
}

func TestLaterTablesComeAfterEarlierOnes(t *testing.T) {
	t.Parallel()
	first := withEntries(t, Entry{Match: Match{StartsWith: "a"}, Prices: flat("input_mtok", "1")})
	second, err := first.With(Overrides{Entries: []Entry{
		{Match: Match{StartsWith: "a"}, Prices: flat("input_mtok", "2")},
		{Match: Match{Equals: "ab"}, Prices: flat("input_mtok", "3")},
	}})
	require.NoError(t, err)
	price := func(table *Table, model string) (Pico, string) {
		got, _ := table.Price(Call{ResponseModel: model, Usage: counts{InputTokens: 1}.usage()})
		return got.Total, got.TableVersion
	}
	one, version := price(second, "ac")
	assert.EqualValues(t, 1e6, one)
	three, _ := price(second, "ab")
	assert.EqualValues(t, 3e6, three, "an exact name comes before patterns of earlier tables")
	gone, firstVersion := price(first, "ab")
	assert.EqualValues(t, 1e6, gone, "the earlier table stays as it was")
	assert.Regexp(t, "^override:[0-9a-f]{12}$", version)
	assert.NotEqual(t, firstVersion, version)
}

func TestOwnPricesWithAFaultAreRefused(t *testing.T) {
	t.Parallel()
	match := Match{Equals: "m"}
	one := flat("input_mtok", "1")
	for name, tc := range map[string]struct {
		entries []Entry
		want    string
	}{
		"no match":          {[]Entry{{Prices: one}}, "prices[0]: match: expected one of equals, starts_with, ends_with, contains, glob, regex and any, found 0"},
		"two matches":       {[]Entry{{Match: Match{Equals: "a", Any: true}, Prices: one}}, "prices[0]: match: expected one of equals, starts_with, ends_with, contains, glob, regex and any, found 2"},
		"look-ahead":        {[]Entry{{Match: Match{Regex: "(?!a)"}, Prices: one}}, "prices[0]: match: regex: expected a pattern of RE2: error parsing regexp: invalid or unsupported Perl syntax: `(?!`"},
		"a long pattern":    {[]Entry{{Match: Match{Glob: strings.Repeat("a", 1025)}, Prices: one}}, "prices[0]: match: glob: expected at most 1024 bytes, found 1025"},
		"only space":        {[]Entry{{Match: Match{StartsWith: " "}, Prices: one}}, "prices[0]: match: starts_with: expected text, found only space"},
		"a closed group":    {[]Entry{{Match: Match{Regex: "a)(b"}, Prices: one}}, "prices[0]: match: regex: expected a pattern of RE2: error parsing regexp: unexpected ): `a)(b`"},
		"a fault inside":    {[]Entry{{Match: Match{AnyOf: []Match{{Equals: "a"}, {}}}, Prices: one}}, "prices[0]: match: any[1]: expected one of equals, starts_with, ends_with, contains, glob, regex and any, found 0"},
		"no price":          {[]Entry{{Match: match}}, "prices[0]: expected either prices or same_as; prices: {} means free"},
		"both":              {[]Entry{{Match: match, Prices: one, SameAs: "openai/gpt-4o"}}, "prices[0]: expected either prices or same_as; prices: {} means free"},
		"unknown price key": {[]Entry{{Match: match, Prices: flat("input_ktok", "1")}}, `prices[0]: prices: expected price keys such as input_mtok and output_mtok, found "input_ktok"`},
		"negative price":    {[]Entry{{Match: match, Prices: flat("input_mtok", "-1")}}, "prices[0]: prices: input_mtok: " + errPrice.Error()},
		"a price per token": {[]Entry{{Match: match, Prices: flat("input_mtok", "0.00000015")}}, "prices[0]: prices: input_mtok: expected at most 6 decimals, found more; the price is that of a million tokens"},
		"a fine price in a tier": {[]Entry{{Match: match, Prices: map[string]TieredPrice{"audio_hours": {Base: "1", Tiers: []PriceTier{{Start: 5, Price: "0.0000000000001"}}}}}},
			"prices[0]: prices: audio_hours: expected at most 12 decimals, found more; the price is that of an hour"},
		"a fine fee":           {[]Entry{{Match: match, Prices: flat("requests_kcount", "0.0000000001")}}, "prices[0]: prices: requests_kcount: expected at most 9 decimals, found more; the price is that of a thousand"},
		"coarser unit missing": {[]Entry{{Match: match, Prices: flat("cache_read_mtok", "1")}}, "prices[0]: prices: cache_read_mtok needs a price for input_mtok"},
		"descending tiers": {[]Entry{{Match: match, Prices: map[string]TieredPrice{"input_mtok": {Base: "1", Tiers: []PriceTier{{Start: 5, Price: "2"}, {Start: 5, Price: "3"}}}}}},
			"prices[0]: prices: input_mtok: tiers must have ascending starts, none negative"},
		"unknown lender":          {[]Entry{{Match: match, SameAs: "nobody/gpt-4o"}}, `prices[0]: same_as: expected a model of the price table such as openai/gpt-4o, found "nobody/gpt-4o"`},
		"unknown model to borrow": {[]Entry{{Match: match, SameAs: "openai/gpt-99"}}, `prices[0]: same_as: expected a model of the price table such as openai/gpt-4o, found "openai/gpt-99"`},
		"borrowed in euros":       {[]Entry{{Match: match, SameAs: "openai/gpt-4o", Currency: "EUR"}}, "prices[0]: same_as: expected no currency but USD beside it, found EUR"},
		"currency":                {[]Entry{{Match: match, Prices: one, Currency: "euro"}}, `prices[0]: currency: expected an ISO 4217 code such as EUR, found "euro"`},
		"multiplier":              {[]Entry{{Match: match, Prices: one, Multiplier: "15%"}}, "prices[0]: multiplier: " + errMultiplier.Error()},
		"from":                    {[]Entry{{Match: match, Prices: one, From: "1.1.2026"}}, `prices[0]: from: expected a day such as 2026-01-31 or a time such as 2026-01-31T16:00:00Z, found "1.1.2026"`},
		"to":                      {[]Entry{{Match: match, Prices: one, To: "2026-02-30"}}, `prices[0]: to: expected a day such as 2026-01-31 or a time such as 2026-01-31T16:00:00Z, found "2026-02-30"`},
		"to before from":          {[]Entry{{Match: match, Prices: one, From: "2026-01-02", To: "2026-01-02"}}, "prices[0]: to: expected a time after from, found another"},
		"empty facet":             {[]Entry{{Match: match, Prices: one, When: When{Speed: []string{" "}}}}, "prices[0]: when: speed: expected values, found an empty one"},
		"batch as a tier":         {[]Entry{{Match: match, Prices: one, When: When{ServiceTier: []string{"flex", "Batch"}}}}, "prices[0]: when: service_tier: expected batch: true in its place, found batch"},
		"time of day":             {[]Entry{{Match: match, Prices: one, When: When{TimeOfDay: "16:30"}}}, `prices[0]: when: time_of_day: expected a part of the day such as 16:30-00:30, found "16:30"`},
		"no time of day":          {[]Entry{{Match: match, Prices: one, When: When{TimeOfDay: "16:30-16:30"}}}, `prices[0]: when: time_of_day: expected a part of the day such as 16:30-00:30, found "16:30-16:30"`},
		"weekdays":                {[]Entry{{Match: match, Prices: one, When: When{Weekdays: []string{"monday"}}}}, `prices[0]: when: weekdays: expected days such as mon, tue, wed, thu, fri, found "monday"`},
		"zone alone":              {[]Entry{{Match: match, Prices: one, When: When{TZ: "Europe/Berlin"}}}, "prices[0]: when: tz: expected time_of_day or weekdays beside it, found neither"},
		"zone":                    {[]Entry{{Match: match, Prices: one, When: When{TimeOfDay: "01:00-02:00", TZ: "Mars"}}}, `prices[0]: when: tz: expected the name of a time zone that this machine knows, such as Asia/Shanghai, found "Mars"`},
		"overlapping dates": {[]Entry{{Match: match, Prices: one, To: "2026-03-01"}, {Match: match, Prices: one, From: "2026-02-01"}},
			"prices[1]: expected from and to that don't overlap with those of prices[0], which is for the same calls"},
		"never reached": {[]Entry{{Match: match, Prices: one}, {Match: match, Prices: one, When: When{Batch: true}}},
			"prices[1]: expected it before prices[0], which takes all of its calls"},
		"never reached, in other letters": {[]Entry{{Match: Match{Equals: "M"}, Prices: one}, {Match: match, Prices: one}},
			"prices[1]: expected from and to that don't overlap with those of prices[0], which is for the same calls"},
		"never reached, by another name of the provider": {[]Entry{{Match: match, Provider: "aws.bedrock", Prices: one}, {Match: match, Provider: "bedrock", Prices: one}},
			"prices[1]: expected from and to that don't overlap with those of prices[0], which is for the same calls"},
		"never reached, after one for any provider": {[]Entry{{Match: match, Prices: one}, {Match: match, Provider: "aws", Prices: one}},
			"prices[1]: expected it before prices[0], which takes all of its calls"},
		"never reached, after one for any model": {[]Entry{{Match: Match{Any: true}, Prices: one}, {Match: Match{StartsWith: "m"}, Provider: "aws", Prices: one}},
			"prices[1]: expected it before prices[0], which takes all of its calls"},
		"never reached, after one of the same batch": {[]Entry{{Match: Match{Any: true}, When: When{Batch: true}, Prices: one}, {Match: Match{Glob: "m*"}, When: When{Batch: true}, From: "2026-01-01", Prices: one}},
			"prices[1]: expected it before prices[0], which takes all of its calls"},
		"too many": {make([]Entry, maxEntries+1), "prices: expected at most 20000 entries, found 20001"},
		"two faults": {[]Entry{{Prices: one}, {Match: match}}, "prices[0]: match: expected one of equals, starts_with, ends_with, contains, glob, regex and any, found 0\n" +
			"prices[1]: expected either prices or same_as; prices: {} means free"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := defaultTable(t).With(Overrides{Entries: tc.entries})
			assert.EqualError(t, err, tc.want)
		})
	}
	_, err := defaultTable(t).With(Overrides{Providers: map[string]string{"my-gateway": "open-ai"}})
	assert.EqualError(t, err, `providers: my-gateway: expected the id of a provider in the price table, found "open-ai"`)
	for name, entries := range map[string][]Entry{
		"dates that touch":               {{Match: match, Prices: one, To: "2026-03-01"}, {Match: match, Prices: one, From: "2026-03-01"}},
		"a facet comes first":            {{Match: match, Prices: one, When: When{Batch: true}}, {Match: match, Prices: one}},
		"another provider":               {{Match: match, Prices: one, Provider: "a"}, {Match: match, Prices: one, Provider: "b"}},
		"an exact name after all models": {{Match: Match{Any: true}, Prices: one}, {Match: match, Prices: one}},
		"any provider after one":         {{Match: match, Provider: "aws", Prices: one}, {Match: match, Prices: one}},
		"all models from a day on":       {{Match: Match{Any: true}, From: "2026-03-01", Prices: one}, {Match: Match{StartsWith: "m"}, Prices: one}},
		"all models of a batch":          {{Match: Match{Any: true}, When: When{Batch: true}, Prices: one}, {Match: Match{StartsWith: "m"}, Prices: one}},
		"a pattern of a like text":       {{Match: Match{Regex: "m"}, Prices: one}, {Match: Match{Glob: "m"}, Prices: one}, {Match: Match{Contains: "m"}, Prices: one}},
		"only a part is covered":         {{Match: match, Prices: one, To: "2026-03-01"}, {Match: match, Prices: one, When: When{Batch: true}}},
	} {
		_, err := defaultTable(t).With(Overrides{Entries: entries})
		assert.NoError(t, err, name)
	}
}

func TestOwnPricesAllocateNothingWhenWarm(t *testing.T) {
	table := withEntries(t, Entry{Match: Match{StartsWith: "gpt-4o"}, SameAs: "openai/gpt-4o", Multiplier: "0.85"})
	c := warmCall()
	c.Facets = Facets{ServiceTier: "flex", Batch: true, Geo: "us"}
	table.Price(c)
	assert.Zero(t, testing.AllocsPerRun(100, func() { table.Price(c) }))
}
