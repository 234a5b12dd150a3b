package costcalc

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// oneOf returns one of several values.
func oneOf[T any](r *rand.Rand, values ...T) T { return values[r.IntN(len(values))] }

// naiveNames are names of models that calls and entries are about: of the table, of nobody, alike, in several spellings.
var naiveNames = []string{
	"gpt-5", "gpt-5.4", "gpt-4o", "gpt-4o-mini", "o3", "claude-sonnet-4-5", "claude-opus-5", "gemini-2.5-flash", "gemini-2.5-pro", "grok-4.6",
	"contoso-llm", "contoso-llm-large", "Contoso-LLM", "models/contoso-llm", " llama3.1:8b", "llama3", "x",
}

// naiveProviders are names of providers: ids, aliases, a user's alias, nobody's.
var naiveProviders = []string{"openai", "anthropic", "google", "x-ai", "xai", "azure", "gcp.vertex_ai", "my-gateway", "My-Gateway", "contoso", "OLLAMA"}

// randomMatch returns a condition that many of the names fulfil.
func randomMatch(r *rand.Rand, levels int) Match {
	name := lower(oneOf(r, naiveNames...))
	cut := 1 + r.IntN(len(name))
	switch r.IntN(9) {
	case 0, 1:
		return Match{Equals: oneOf(r, naiveNames...)}
	case 2:
		return Match{StartsWith: name[:cut]}
	case 3:
		return Match{EndsWith: name[cut-1:]}
	case 4:
		return Match{Contains: name[cut/2 : cut]}
	case 5:
		return Match{Glob: oneOf(r, name[:cut]+"*", "*"+name[cut-1:], name[:cut-1]+"?"+name[cut:], name+"?", "*.*")}
	case 6:
		return Match{Regex: oneOf(r, "^gpt-[45]", "llm$", "[0-9]", "GPT", "^contoso")}
	case 7:
		if levels > 0 {
			return Match{AnyOf: []Match{randomMatch(r, levels-1), randomMatch(r, levels-1)}}
		}
	}
	return Match{Any: true}
}

// randomWhen returns conditions on facets and on the time of day, often none.
func randomWhen(r *rand.Rand) (w When) {
	switch r.IntN(9) {
	case 0:
		w.ServiceTier = oneOf(r, []string{"flex"}, []string{"Priority", "fast"}, []string{"default"}, []string{"standard", "flex"})
	case 1:
		w.Speed = oneOf(r, []string{"fast"}, []string{"normal", "slow"})
	case 2:
		w.Geo = oneOf(r, []string{"us"}, []string{"global"}, []string{"US", "EU"})
	case 3:
		w.Region = oneOf(r, []string{"us"}, []string{"eu", "us-east5"})
	case 4:
		w.Batch = true
	case 5, 7:
		w.TimeOfDay = oneOf(r, "16:30-00:30", "00:00-12:00", "08:00-08:01")
		w.TZ = oneOf(r, "", "", "Asia/Shanghai", "America/New_York")
	case 6:
		w.Weekdays = oneOf(r, []string{"sat", "Sun"}, []string{"mon", "tue", "wed", "thu", "fri"}, []string{"fri"})
		w.TZ = oneOf(r, "", "Asia/Kathmandu", "Pacific/Auckland")
		w.TimeOfDay = oneOf(r, "", "22:00-06:00")
	}
	if r.IntN(6) == 0 {
		w.Batch = true
	}
	return w
}

// randomPrices returns an entry's own prices, whose units are complete in the way that prices have to be.
func randomPrices(r *rand.Rand) map[string]TieredPrice {
	price := func(decimals int) TieredPrice {
		text := func() string {
			return strconv.Itoa(r.IntN(50)) + "." + strconv.Itoa(100_000 + r.IntN(900_000))[:1+r.IntN(decimals)]
		}
		p := TieredPrice{Base: text()}
		if r.IntN(3) == 0 {
			p.Tiers = []PriceTier{{Start: 999, Price: text()}, {Start: 200_000, Price: text()}}[:1+r.IntN(2)]
		}
		return p
	}
	prices := map[string]TieredPrice{}
	for _, keys := range [][]string{
		{"input_mtok"}, {"input_mtok", "output_mtok"}, {"input_mtok", "cache_read_mtok", "cache_write_mtok"}, {"input_mtok", "cache_write_mtok", "cache_write_1h_mtok"},
		{"input_mtok", "cache_write_mtok", "cache_write_5m_mtok"}, {"output_mtok", "output_reasoning_mtok"}, {"output_mtok"}, {"web_searches_kcount"}, {"requests_kcount"},
		{"audio_hours"}, {"audio_hours", "input_audio_hours"}, {"input_document_kpages", "input_annotated_document_kpages"}, {"storage_searches_kcount"},
		{"input_mtok", "cache_read_mtok", "input_audio_mtok", "cache_audio_read_mtok"}, {"input_mtok", "input_image_mtok"}, {"output_mtok", "output_audio_mtok"},
	} {
		if r.IntN(4) == 0 {
			for _, key := range keys {
				prices[key] = price(6)
			}
		}
	}
	return prices
}

// naiveDays are times around which prices of the entries, of the table and of clocks change.
var naiveDays = []string{
	"2025-06-10T00:00:00Z", "2026-01-01T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-06T16:00:00Z", "2026-10-25T01:00:00Z", "2026-11-20T23:00:00Z", "2026-11-01T06:30:00Z",
	"2026-02-01T12:34:56Z", "2026-02-10T16:30:00Z", "2026-02-11T00:30:00Z", "2026-07-01T12:00:00Z", "2026-07-01T08:01:00Z", "2026-07-03T22:00:00Z",
}

// randomEntry returns an entry that most often is valid.
func randomEntry(r *rand.Rand, index int) Entry {
	e := Entry{Name: "entry " + strconv.Itoa(index), Match: randomMatch(r, 2), When: randomWhen(r)}
	if r.IntN(2) == 0 {
		e.Provider = oneOf(r, naiveProviders...)
	}
	if r.IntN(3) == 0 {
		e.From = oneOf(r, "2025-06-10", "2026-01-01", "2026-03-06T17:00:00+01:00", "2026-02-01T12:34:56Z")
	}
	if r.IntN(4) == 0 {
		e.To = oneOf(r, "2026-01-01", "2026-03-29T01:00:00Z", "2026-11-21")
	}
	if r.IntN(2) == 0 {
		e.Multiplier = oneOf(r, "0.85", "1.1", "0.333333", "1000", "0.000001", "0.5")
	}
	if r.IntN(2) == 0 {
		e.SameAs = oneOf(r, "openai/gpt-5", "openai/gpt-5.4", "openai/o3", "anthropic/claude-opus-5", "Google/gemini-2.5-pro", "google/gemini-2.5-flash",
			"x-ai/grok-4.6", "deepseek/deepseek-v4-flash", "perplexity/sonar-pro", "openai/gpt-4o-realtime-preview", "azure/gpt-4o")
		return e
	}
	e.Prices = randomPrices(r)
	e.Currency = oneOf(r, "", "", "EUR", "USD")
	return e
}

// randomTable returns a table with a user's entries and its twin. Entries that the table refuses are left out: an overlap of dates, say.
func randomTable(t *testing.T, r *rand.Rand, table *Table, twin *naiveTable) (*Table, *naiveOwn) {
	t.Helper()
	o := Overrides{Providers: map[string]string{"my-gateway": "openai"}}
	for i := range 12 {
		with := o
		with.Entries = append(with.Entries[:len(with.Entries):len(with.Entries)], randomEntry(r, i))
		if _, err := table.With(with); err == nil {
			o = with
		}
	}
	with, err := table.With(o)
	require.NoError(t, err)
	return with, newNaiveOwn(twin, o)
}

// A user's entries come first, in the order and under the conditions that docs/cost.md says, at their prices or at borrowed ones.
func TestOwnPricesAgainstNaiveTwin(t *testing.T) {
	t.Parallel()
	table, twin := defaultTable(t), newNaiveTable(t)
	r := rand.New(rand.NewPCG(5, 2026))
	entries, own := 0, 0
	for range 80 {
		with, naive := randomTable(t, r, table, twin)
		entries += len(naive.entries)
		for range 80 {
			c := Call{
				Provider: oneOf(r, naiveProviders...), ResponseModel: oneOf(r, append(naiveNames, "")...), RequestModel: oneOf(r, append(naiveNames, "", "")...),
				Facets: oneOf(r, naiveFacetSets...), Usage: randomUsage(r, oneOf[int64](r, 0, 999, 1000, 200_000, 200_001, 271_999, 272_000)).usage(),
				Time: naiveTime(oneOf(r, naiveDays...)).Add(time.Duration(r.IntN(3)-1) * time.Second),
			}
			if r.IntN(2) == 0 {
				c.Time = c.Time.Add(time.Duration(r.IntN(7*24*60)) * time.Minute)
			}
			got, reason := with.Price(c)
			if got.Override {
				own++
			}
			if difference := compareNaive(got, reason, naive.price(c)); difference != "" {
				t.Errorf("%s\n%s", describe(c), difference)
			}
		}
	}
	require.Greater(t, entries, 600)
	require.Greater(t, own, 2000)
}
