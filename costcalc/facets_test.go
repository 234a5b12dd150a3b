package costcalc

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tableOf compiles a table of one provider p, with one model m whose input costs 2 and output 10 per million tokens. more stands in the
// provider, variants in the model.
func tableOf(tb testing.TB, more, variants string) (*Table, error) {
	tb.Helper()
	const text = `{"providers": [
		{"id": "p", "api_pattern": "https://(eu\\.)?api\\.openai\\.com", MORE "models": [
			{"id": "m", "match": {"equals": "m"}, VARIANTS "prices": [
				{"prices": {"input_mtok": {"base": "2", "tiers": [{"start": 1000, "price": "4"}]}, "cache_read_mtok": "0.2", "output_mtok": "10", "web_searches_kcount": "10"}},
				{"from": "2026-07-01", "prices": {"input_mtok": "1", "cache_read_mtok": "0.1", "output_mtok": "10", "web_searches_kcount": "10"}}
			]}
		]},
		{"id": "q", "api_pattern": "x", "fallback": ["p"], "models": []}
	]}`
	var file fileTable
	require.NoError(tb, decodeStrict(strings.NewReader(strings.NewReplacer("MORE", more, "VARIANTS", variants).Replace(text)), &file))
	return file.compile()
}

var (
	june   = time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC)
	august = time.Date(2026, 8, 15, 12, 0, 0, 0, time.UTC)
)

func TestPricesOfFacets(t *testing.T) {
	t.Parallel()
	table, err := tableOf(t, `"multipliers": [
		{"when": {"batch": ["true"]}, "multiplier": "0.5"},
		{"when": {"geo": ["us"]}, "models": {"starts_with": "m"}, "multiplier": "1.1"},
		{"when": {"geo": ["us"]}, "models": {"equals": "n"}, "multiplier": "100"},
		{"when": {"region": {"not": ["global", "us"]}}, "multiplier": "1.1"}
	],`, `"variants": [
		{"when": {"service_tier": ["priority", "fast"]}, "max_input_tokens": 1000, "prices": {"input_mtok": "5"}},
		{"when": {"service_tier": ["flex"]}, "from": "2026-07-01", "prices": {"input_mtok": "0.5", "output_mtok": "4"}},
		{"when": {"service_tier": ["priority"], "batch": ["true"]}, "prices": {"input_mtok": "7"}}
	],`)
	require.NoError(t, err)
	const million = 1_000_000
	for name, tc := range map[string]struct {
		facets   Facets
		server   string
		provider string // p unless given
		at       time.Time
		input    int64
		want     Pico // of input, 100 tokens of output and one search
		flags    Flags
	}{
		"no facet":                            {Facets{}, "", "", june, 100, 200*million + 1000*million + 10_000*million, 0},
		"the tier that everyone has":          {Facets{ServiceTier: "DEFAULT"}, "", "", june, 100, 11_200 * million, 0},
		"a tier that was left to the server":  {Facets{ServiceTier: "auto"}, "", "", june, 100, 11_200 * million, 0},
		"a tier with a price of its own":      {Facets{ServiceTier: "Priority"}, "", "", june, 100, 11_500 * million, FlagFacetPrice},
		"another word for it":                 {Facets{ServiceTier: "fast"}, "", "", june, 100, 11_500 * million, FlagFacetPrice},
		"a tier that a long prompt has not":   {Facets{ServiceTier: "priority"}, "", "", june, 1001, 4*1001*million + 11_000*million, FlagUnknownFacet},
		"a tier before it was offered":        {Facets{ServiceTier: "flex"}, "", "", june, 100, 11_200 * million, FlagUnknownFacet},
		"a tier from that day on":             {Facets{ServiceTier: "flex"}, "", "", august, 100, 50*million + 400*million + 10_000*million, FlagFacetPrice},
		"a tier nobody knows":                 {Facets{ServiceTier: "platinum"}, "", "", june, 100, 11_200 * million, FlagUnknownFacet},
		"a batch, whose fees are not halved":  {Facets{Batch: true}, "", "", june, 100, 600*million + 10_000*million, FlagFacetPrice},
		"a batch, said as a tier":             {Facets{ServiceTier: "batch"}, "", "", june, 100, 10_600 * million, FlagFacetPrice},
		"the last of two that hold":           {Facets{ServiceTier: "priority", Batch: true}, "", "", june, 100, 11_700 * million, FlagFacetPrice},
		"a place":                             {Facets{Geo: "us"}, "", "", june, 100, 1320*million + 10_000*million, FlagFacetPrice},
		"a place that costs nothing":          {Facets{Geo: "global"}, "", "", june, 100, 11_200 * million, 0},
		"a place that no rule has":            {Facets{Geo: "eu"}, "", "", june, 100, 11_200 * million, FlagUnknownFacet},
		"multipliers stack":                   {Facets{Geo: "us", Batch: true}, "", "", june, 100, 660*million + 10_000*million, FlagFacetPrice},
		"one facet priced and one not":        {Facets{Geo: "us", Speed: "fast"}, "", "", june, 100, 11_320 * million, FlagFacetPrice | FlagUnknownFacet},
		"a region":                            {Facets{Region: "EU"}, "", "", june, 100, 11_320 * million, FlagFacetPrice},
		"a region told from the host":         {Facets{}, "eu.api.openai.com", "", june, 100, 11_320 * million, FlagFacetPrice},
		"a region that the rule leaves out":   {Facets{Region: "us"}, "", "", june, 100, 11_200 * million, 0},
		"a provider that only borrows prices": {Facets{ServiceTier: "priority"}, "", "q", june, 100, 11_200 * million, FlagUnknownFacet},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if tc.provider == "" {
				tc.provider = "p"
			}
			got, reason := table.Price(Call{
				Provider: tc.provider, ServerAddress: tc.server, ResponseModel: "m", Time: tc.at, Facets: tc.facets,
				Usage: counts{InputTokens: tc.input, OutputTokens: 100, WebSearches: 1}.usage(),
			})
			require.Empty(t, reason)
			assert.Equal(t, tc.want, got.Total)
			assert.Equal(t, tc.flags.String(), got.Flags.String())
			assert.Equal(t, got.Total, got.Input+got.CacheRead+got.CacheWrite+got.Output+got.Other)
		})
	}
}

func TestVariantsWithAFaultAreRefused(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ more, variants, want string }{
		"no condition":      {"", `"variants": [{"when": {}, "prices": {"input_mtok": "1"}}],`, "provider p: model m: variants: when: expected at least one condition"},
		"unknown facet":     {"", `"variants": [{"when": {"colour": ["red"]}, "prices": {"input_mtok": "1"}}],`, `provider p: model m: variants: when: expected one of service_tier, speed, batch, geo, region; found "colour"`},
		"no value":          {"", `"variants": [{"when": {"speed": []}, "prices": {"input_mtok": "1"}}],`, "provider p: model m: variants: when: speed: expected at least one value"},
		"no price":          {"", `"variants": [{"when": {"speed": ["fast"]}}],`, "provider p: model m: variants: prices: expected at least one price"},
		"unknown price":     {"", `"variants": [{"when": {"speed": ["fast"]}, "prices": {"x": "1"}}],`, `provider p: model m: variants: prices: expected price keys such as input_mtok and output_mtok, found "x"`},
		"units don't fit":   {"", `"variants": [{"when": {"speed": ["fast"]}, "prices": {"cache_audio_read_mtok": "1"}}],`, "provider p: model m: variants: prices: cache_audio_read_mtok needs a price for input_audio_mtok"},
		"bad date":          {"", `"variants": [{"when": {"speed": ["fast"]}, "from": "x", "prices": {"input_mtok": "1"}}],`, `provider p: model m: variants: from: expected a date such as 2026-01-31, found "x"`},
		"negative bound":    {"", `"variants": [{"when": {"speed": ["fast"]}, "max_input_tokens": -1, "prices": {"input_mtok": "1"}}],`, "provider p: model m: variants: max_input_tokens: expected a count, found a negative number"},
		"bad multiplier":    {`"multipliers": [{"when": {"speed": ["fast"]}, "multiplier": "-1"}],`, "", "provider p: multipliers: multiplier: " + errMultiplier.Error()},
		"no multiplier":     {`"multipliers": [{"when": {"speed": ["fast"]}}],`, "", "provider p: multipliers: multiplier: " + errMultiplier.Error()},
		"multiplier of all": {`"multipliers": [{"when": {}, "multiplier": "2"}],`, "", "provider p: multipliers: when: expected at least one condition"},
		"bad models":        {`"multipliers": [{"when": {"speed": {"not": ["x"]}}, "models": {"x": "y"}, "multiplier": "2"}],`, "", `provider p: multipliers: models: expected one of equals, starts_with, ends_with, contains, regex, or, and, not; found "x"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := tableOf(t, tc.more, tc.variants)
			assert.EqualError(t, err, tc.want)
		})
	}
}

func TestRegionsOfHosts(t *testing.T) {
	t.Parallel()
	for server, want := range map[string]string{
		"":                                            "",
		"api.openai.com":                              "",
		"eu.api.openai.com":                           "eu",
		"https://EU.api.openai.com:443/v1":            "eu",
		"a.b.api.openai.com":                          "",
		"eu.api.openai.com.example.com":               "",
		"us-east-1.api.x.ai":                          "us-east-1",
		"api.x.ai":                                    "",
		"aiplatform.googleapis.com":                   "global",
		"us-east5-aiplatform.googleapis.com":          "us-east5",
		"aiplatform.eu.rep.googleapis.com":            "eu",
		"a.aiplatform.eu.rep.googleapis.com":          "",
		"aiplatform.rep.googleapis.com":               "",
		"generativelanguage.googleapis.com":           "",
		"bedrock-runtime.eu-west-1.amazonaws.com":     "eu-west-1",
		"s3.eu-west-1.amazonaws.com":                  "",
		"bedrock-runtime.eu-west-1.amazonaws.com.org": "",
	} {
		assert.Equal(t, want, regionOf(server), server)
	}
}
