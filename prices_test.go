package genaiprocessor

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor/processortest"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
)

// houseCall is one span of a model that only prices of one's own can have a price for: a million input tokens.
func houseCall() ptrace.Traces {
	td := ptrace.NewTraces()
	span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	span.SetStartTimestamp(1_779_000_000_000_000_000)
	_ = span.Attributes().FromRaw(map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "contoso", "gen_ai.request.model": "house-llm", "gen_ai.usage.input_tokens": 1_000_000,
	})
	return td
}

// priced returns the attributes that the one span of houseCall comes out with.
func priced(t *testing.T, in *instance) map[string]any {
	t.Helper()
	td, err := in.processor.Traces(context.Background(), houseCall())
	require.NoError(t, err)
	return td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes().AsRaw()
}

// housePrices is a price file in which a million input tokens of the house's model cost so much.
func housePrices(price string) string {
	return "prices:\n  - {match: {equals: house-llm}, prices: {input_mtok: \"" + price + "\"}}\n"
}

// writePrices puts content at a path at once, as an editor or a ConfigMap does.
func writePrices(t *testing.T, path, content string) {
	t.Helper()
	require.NoError(t, os.WriteFile(path+".new", []byte(content), 0o600))
	require.NoError(t, os.Rename(path+".new", path))
}

func TestPricesOfTheConfigurationComeBeforeThoseOfTheFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "prices.yaml")
	writePrices(t, path, housePrices("7"))
	cfg := createDefaultConfig().(*Config)
	cfg.Detail = detailFull
	cfg.Cost.PricesFile = path
	got := priced(t, newTestInstance(t, cfg))
	assert.Equal(t, 7.0, got["genai.cost.total"])
	assert.Equal(t, "override", got["genai.cost.source"])
	assert.Equal(t, "equals house-llm", got["genai.cost.model"])
	assert.Equal(t, "contoso", got["genai.cost.provider"])
	assert.Regexp(t, "^override:[0-9a-f]{12}$", got["genai.cost.table_version"])

	cfg.Cost.Prices = []PriceConfig{{
		Name: "contract 17", Match: PriceMatchConfig{Equals: "house-llm"}, Prices: map[string]any{"input_mtok": "5"}, Currency: "EUR",
	}}
	cfg.Detail = detailStandard
	cfg.Normalize.Emit = []string{"flat_cost"}
	got = priced(t, newTestInstance(t, cfg))
	assert.Equal(t, 5.0, got["genai.cost.total"])
	assert.Equal(t, "EUR", got["genai.cost.currency"], "a currency that isn't USD is always told")
	assert.NotContains(t, got, "gen_ai.usage.cost", "and its amounts stand in no attribute of others, which take them for USD")
}

func TestANewPriceFileIsUsedWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "prices.yaml")
	writePrices(t, path, housePrices("7"))
	cfg := createDefaultConfig().(*Config)
	cfg.Cost.PricesFile = path
	in := newTestInstance(t, cfg)
	require.Len(t, in.files, 1)
	for _, step := range []struct {
		name, content string
		want          float64
	}{
		{"another price", housePrices("8"), 8},
		{"no YAML", "prices: [", 8},
		{"one wrong entry among right ones", housePrices("9") + "  - {match: {equals: b}, prices: {input_mtok: 5}}\n", 8},
		{"half of it", housePrices("9")[:40], 8},
		{"nothing", "", 8},
		{"another key", "price_list: []", 8},
		{"a list alone", strings.TrimPrefix(housePrices("10"), "prices:\n"), 10},
	} {
		writePrices(t, path, step.content)
		in.files[0].poll()
		assert.Equal(t, step.want, priced(t, in)["genai.cost.total"], step.name)
	}
	require.NoError(t, os.Remove(path))
	in.files[0].poll()
	assert.Equal(t, 10.0, priced(t, in)["genai.cost.total"], "vanished")
	writePrices(t, path, "prices: []")
	in.files[0].poll()
	assert.NotContains(t, priced(t, in), "genai.cost.total", "an empty list is one")
}

func TestABadPriceFileRefusesTheStart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, tc := range map[string]struct{ content, want string }{
		"missing":        {"", "a file that can be read is expected: no such file or directory"},
		"no YAML":        {"prices: [", "YAML is expected, found a mistake in it at or after line 1"},
		"a key twice":    {"prices: []\nproviders: {}\nprices: []", "YAML is expected, found a mistake in it at or after line 3"},
		"a text":         {"hello", "prices, or a list of them, are expected, found none"},
		"only a comment": {"# soon", "prices, or a list of them, are expected, found none"},
		"unknown key":    {"prices: []\nfees: []", "decoding failed due to the following error(s): the file has invalid keys: fees"},
		"unknown inside": {"prices: [{match: {equal: a}, prices: {}}]", "decoding failed due to the following error(s): 'prices[0].match' has invalid keys: equal"},
		"no quotes":      {"[{match: {equals: a}, prices: {input_mtok: 0.15}}]", `prices[0]: prices: input_mtok: a number in quotes such as "0.15" is expected, found one without quotes`},
		"two faults": {"[{match: {equals: a}}, {match: {}, prices: {}}]", "prices[0]: expected either prices or same_as; prices: {} means free; " +
			"prices[1]: match: expected one of equals, starts_with, ends_with, contains, glob, regex and any, found 0"},
		"half a token": {`[{match: {equals: a}, prices: {input_mtok: {base: "1", tiers: [{start: 1.5, price: "2"}]}}}]`, "prices[0]: prices: input_mtok: tiers[0]: start: a whole number of tokens is expected, found another value"},
		"no threshold": {`[{match: {equals: a}, prices: {input_mtok: {base: "1", tiers: [{price: "2"}]}}}]`, "prices[0]: prices: input_mtok: tiers[0]: start: a whole number of tokens is expected, found another value"},
		"too deep": {"[{match: {any: " + strings.Repeat("[{any: ", 8) + "true" + strings.Repeat("}]", 8) + "}, prices: {}}]",
			"prices[0]: match: any: at most 8 levels of conditions are expected, found more"},
		"unknown provider": {"providers: {a: b}", `providers: a: expected the id of a provider in the price table, found "b"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".yaml")
			if tc.content != "" {
				require.NoError(t, os.WriteFile(path, []byte(tc.content), 0o600))
			}
			cfg := createDefaultConfig().(*Config)
			cfg.Cost.PricesFile = path
			_, err := NewFactory().CreateTraces(context.Background(), processortest.NewNopSettings(metadata.Type), cfg, consumertest.NewNop())
			assert.EqualError(t, err, "cost::prices_file: "+path+": "+tc.want)
		})
	}
}

func TestToolsGetTheSamePrices(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "prices.yaml")
	writePrices(t, path, housePrices("7"))
	c := CostConfig{PricesFile: path}
	table, err := c.PriceTable()
	require.NoError(t, err)
	var usage costcalc.Usage
	usage.Set(costcalc.InputTokens, 1)
	got, _ := table.Price(costcalc.Call{RequestModel: "house-llm", Usage: usage})
	assert.EqualValues(t, 7_000_000, got.Total)

	writePrices(t, path, "prices: 5")
	_, err = c.PriceTable()
	assert.EqualError(t, err, "prices_file: "+path+": decoding failed due to the following error(s): 'prices' source data must be an array or slice, got int")
	c = CostConfig{Providers: map[string]string{"a": "b"}}
	_, err = c.PriceTable()
	assert.EqualError(t, err, `providers: a: expected the id of a provider in the price table, found "b"`)
}

func TestTheFileSaysWhatItsPricesAreIn(t *testing.T) {
	t.Parallel()
	embedded, err := costcalc.Default()
	require.NoError(t, err)
	table, err := withPricesFile(embedded, []byte(`
currency: EUR
providers: {my-gateway: openai}
prices:
  - {match: {equals: a}, prices: {input_mtok: "1"}}
  - {match: {equals: b}, prices: {input_mtok: "1"}, currency: GBP}
  - {match: {equals: c}, same_as: openai/gpt-4o}
`))
	require.NoError(t, err)
	var usage costcalc.Usage
	usage.Set(costcalc.InputTokens, 1)
	for model, want := range map[string]string{"a": "EUR", "b": "GBP", "c": "USD"} {
		got, reason := table.Price(costcalc.Call{Provider: "my-gateway", ResponseModel: model, Usage: usage})
		assert.Empty(t, reason)
		assert.Equal(t, want, got.Currency, model)
		assert.Equal(t, "openai", got.Provider, model)
	}
}

// A span's provider is looked up by the name that the conventions have for it.
func TestAliasesHoldWhateverASpanCallsTheProvider(t *testing.T) {
	t.Parallel()
	for alias, system := range map[string]string{
		"vertex_ai": "vertex_ai", "xai": "x-ai", "bedrock": "aws.bedrock", "AWS": "bedrock", "azure_openai": "az.ai.openai", "my-gateway": "My-Gateway",
	} {
		cfg := createDefaultConfig().(*Config)
		cfg.Cost.Providers = map[string]string{alias: "groq"}
		in := newTestInstance(t, cfg)
		td := ptrace.NewTraces()
		span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
		require.NoError(t, span.Attributes().FromRaw(map[string]any{
			"gen_ai.operation.name": "chat", "gen_ai.system": system, "gen_ai.request.model": "llama-3.1-8b-instant", "gen_ai.usage.input_tokens": 1_000_000,
		}))
		_, err := in.processor.Traces(context.Background(), td)
		require.NoError(t, err)
		assert.Equal(t, 0.05, span.Attributes().AsRaw()["genai.cost.total"], alias)
	}
	for want, providers := range map[string]map[string]string{
		"": {"vertex_ai": "google", "gcp.vertex_ai": "groq", "xai": "x-ai", "x-ai": "x-ai"}, // the plain name comes first
		"providers: litellm: the name of a provider or of a gateway of yours is expected, found that of a framework, or none": {"litellm": "openai"},
		"providers: bedrock: the same provider as for aws is expected, since both are aws.bedrock":                            {"aws": "aws", "bedrock": "anthropic"},
	} {
		_, err := (&CostConfig{Providers: providers}).PriceTable()
		if want == "" {
			assert.NoError(t, err)
			continue
		}
		assert.EqualError(t, err, want)
	}
}

// Batches are priced by several goroutines while the file changes from one good content to another over and over, bad ones between
// them. No span is lost, and each has a price of one table with that table's version.
func TestPricesChangeUnderLoad(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "prices.yaml")
	writePrices(t, path, housePrices("1"))
	cfg := createDefaultConfig().(*Config)
	cfg.Detail = detailFull
	cfg.Cost.PricesFile = path
	in := newTestInstance(t, cfg)
	versions := map[string]any{}
	for _, price := range []string{"2", "1"} {
		writePrices(t, path, housePrices(price))
		in.files[0].poll()
		versions[price] = priced(t, in)["genai.cost.table_version"]
	}
	require.NotEqual(t, versions["1"], versions["2"])

	const workers, batches = 4, 300
	var wg sync.WaitGroup
	var spans atomic.Int64
	for range workers {
		wg.Go(func() {
			for range batches {
				td, err := in.processor.Traces(context.Background(), houseCall())
				if err != nil {
					t.Error(err)
					return
				}
				spans.Add(int64(td.SpanCount()))
				got := td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes().AsRaw()
				if got["genai.cost.table_version"] != versions[fmt.Sprint(got["genai.cost.total"])] {
					t.Errorf("a cost of %v from the table %v", got["genai.cost.total"], got["genai.cost.table_version"])
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { wg.Wait(); close(done) }()
	for i := 0; ; i++ {
		select {
		case <-done:
			assert.EqualValues(t, workers*batches, spans.Load())
			return
		default:
			writePrices(t, path, []string{housePrices("1"), "prices: [", housePrices("2"), ""}[i%4])
			in.files[0].poll()
		}
	}
}

func TestTheAgeOfThePriceFileIsAMetric(t *testing.T) {
	t.Parallel()
	tel := componenttest.NewTelemetry()
	t.Cleanup(func() { _ = tel.Shutdown(context.Background()) })
	path := filepath.Join(t.TempDir(), "prices.yaml")
	writePrices(t, path, housePrices("1"))
	set := processortest.NewNopSettings(metadata.Type)
	set.TelemetrySettings = tel.NewTelemetrySettings()
	cfg := createDefaultConfig().(*Config)
	cfg.Cost.PricesFile = path
	in, err := factory{embeddedPrices: costcalc.Default}.build(set, cfg)
	require.NoError(t, err)
	t.Cleanup(func() { _ = in.shutdown(context.Background()) })
	in.files[0].now = func() time.Time { return time.Unix(0, in.files[0].readAt.Load()).Add(90 * time.Second) }
	age, err := tel.GetMetric("otelcol_processor_genai_prices_age")
	require.NoError(t, err)
	assert.Contains(t, fmt.Sprintf("%+v", age.Data), "Value:90 ")
}
