package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

const may2026 = "-at=2026-05-12"

// goldenPrices are calls of "genai prices" and the files that hold what they
// come to.
var goldenPrices = map[string][]string{
	"find-of-all-providers":       {"find", may2026, "gpt-4o-mini"},
	"find-tiers-and-variants":     {"find", "gpt-5.4", "-provider", "openai", may2026},
	"find-dates":                  {"find", "-provider", "anthropic", "claude-sonnet-4-6@20260301", may2026},
	"find-hours":                  {"find", "-provider", "deepseek", "-at", "2026-11-20T02:00:00Z", "deepseek-v4-flash"},
	"find-own":                    {"find", "-prices", "testdata/prices/own.yaml", may2026, "gpt-4o-mini"},
	"find-own-of-any-provider":    {"find", "-prices", "testdata/prices/own.yaml", may2026, "tiny-llm"},
	"find-own-that-holds-not":     {"find", "-prices", "testdata/prices/own.yaml", "-provider=openai", may2026, "o4-mini"},
	"find-without-a-provider":     {"find", may2026, "kimi-k2-instruct"},
	"find-misspelt":               {"find", may2026, "gpt-4o-minny"},
	"find-a-part-of-a-name":       {"find", may2026, "-provider", "groq", "llama-3.3-70b"},
	"find-self-hosted":            {"find", may2026, "-provider", "ollama", "llama3"},
	"find-json":                   {"find", "-json", "-prices=testdata/prices/own.yaml", "-provider=openai", may2026, "gpt-4o-mini"},
	"find-unknown-json":           {"find", "-json", "-provider=openai", may2026, "gpt-4o-minny"},
	"explain-cached":              {"explain", "-provider", "openai", "-model", "gpt-4o-mini-2024-07-18", "-input", "2006", "-cache-read", "1920", "-output", "300", may2026},
	"explain-contract-batch-fees": {"explain", "-prices", "testdata/prices/own.yaml", "-provider", "openai", "-model", "gpt-4o-mini", "-input", "2006", "-cache-read", "1920", "-output", "300", "-unit", "web_searches=3", "-batch", may2026},
	"explain-passed-over":         {"explain", "-prices", "testdata/prices/own.yaml", "-provider", "openai", "-model", "gpt-4o-mini", "-input", "1000", "-at", "2026-01-31"},
	"explain-tier-in-euros":       {"explain", "-prices", "testdata/prices/own.yaml", "-provider", "contoso", "-model", "house-7b", "-input", "300000", "-output", "10", "-service-tier", "gold", may2026},
	"explain-service-tier":        {"explain", "-provider", "openai", "-model", "gpt-5.4", "-input", "300000", "-output", "10", "-service-tier", "flex", "-server", "eu.api.openai.com", may2026},
	"explain-places-and-speed":    {"explain", "-provider", "anthropic", "-model", "claude-opus-4-8", "-input", "1000", "-cache-write", "400", "-output", "10", "-speed", "fast", "-geo", "us", "-at", "2026-11-01"},
	"explain-host":                {"explain", "-provider", "openai", "-server", "api.groq.com", "-model", "openai/gpt-oss-120b", "-input", "5", may2026},
	"explain-alias":               {"explain", "-config", "testdata/prices/two-processors.yaml", "-processor", "genai/billing", "-provider", "our-gateway", "-model", "o3", "-output", "5", may2026},
	"explain-no-provider":         {"explain", "-model", "o3", "-output", "5", may2026},
	"explain-free":                {"explain", "-config", "testdata/prices/collector.yaml", "-provider", "nobody", "-model", "tiny-llm", "-output", "5", may2026},
	"explain-hours":               {"explain", "-provider", "openai", "-model", "whisper-1", "-unit", "audio_milliseconds=60000", may2026},
	"explain-unit-in-short":       {"explain", "-provider", "anthropic", "-model", "claude-sonnet-4-5", "-input", "1000", "-cache-write", "800", "-unit", "cache_write_1h=500", may2026},
	"explain-unknown":             {"explain", "-provider", "openai", "-model", "gpt-4o-minny", "-input", "5", may2026},
	"explain-unit-unpriced":       {"explain", "-provider", "openai", "-model", "gpt-4", "-unit", "audio_milliseconds=5", may2026},
	"explain-no-usage":            {"explain", "-provider", "openai", "-model", "gpt-4", may2026},
	"explain-json":                {"explain", "-json", "-prices", "testdata/prices/own.yaml", "-provider", "contoso", "-model", "house-7b", "-input", "300000", "-output", "10", may2026},
	"validate-good":               {"validate", "testdata/prices/own.yaml", may2026},
	"validate-misspelt-providers": {"validate", "testdata/prices/slips.yaml", may2026},
	"validate-wrong":              {"validate", "testdata/prices/wrong.yaml"},
	"validate-two-errors":         {"validate", "testdata/prices/two-errors.yaml"},
	"diff-with-built-in":          {"diff", "-prices", "testdata/prices/own.yaml", may2026},
	"diff-of-configuration":       {"diff", "-config", "testdata/prices/collector.yaml", may2026},
	"diff-json":                   {"diff", "-json", "-prices", "testdata/prices/newer.yaml", may2026},
	"diff-of-files":               {"diff", "testdata/prices/own.yaml", "testdata/prices/newer.yaml", may2026},
	"diff-of-files-json":          {"diff", "-json", "testdata/prices/own.yaml", "testdata/prices/newer.yaml", may2026},
	"diff-of-the-same-file":       {"diff", "testdata/prices/own.yaml", "testdata/prices/own.yaml", may2026},
}

func TestPricesOfEachGoldenCase(t *testing.T) {
	t.Parallel()
	for name, args := range goldenPrices {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := call(t, "", append([]string{"prices"}, args...)...)
			text := fmt.Sprintf("$ genai prices %s\n%s", strings.Join(args, " "), got.out)
			if got.err != "" {
				text += "---- errors\n" + got.err
			}
			if got.code != exitOK {
				text += fmt.Sprintf("---- exit code %d\n", got.code)
			}
			checkGolden(t, filepath.Join("testdata", "prices", name+".txt"), text)
		})
	}
	files, err := filepath.Glob("testdata/prices/*.txt")
	if err != nil || len(files) != len(goldenPrices) {
		t.Errorf("found %d golden files (%v), want %d", len(files), err, len(goldenPrices))
	}
}

func TestPricesSayWhatIsWrong(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	huge := write("huge.yaml", strings.Repeat("#\n", 5<<20))
	absent := filepath.Join(dir, "absent.yaml")
	const two = "testdata/prices/two-processors.yaml"
	tests := []struct {
		name string
		args []string
		code int
		err  string // the first line of the errors
	}{
		{"no verb", nil, exitUsage, "genai prices looks prices up."},
		{"an unknown verb", []string{"fnid"}, exitUsage, `genai prices: unknown verb "fnid"`},
		{"no model", []string{"find"}, exitUsage, "genai prices find: expected one MODEL, found 0"},
		{"two models", []string{"find", "a", "b"}, exitUsage, "genai prices find: expected one MODEL, found 2"},
		{"no time", []string{"find", "-at", "today", "a"}, exitUsage, `invalid value "today" for flag -at: expected a day such as 2026-01-31 or a time such as 2026-01-31T16:00:00Z`},
		{"more than flags", []string{"explain", "gpt-4"}, exitUsage, `genai prices explain: expected flags only, found "gpt-4"`},
		{"no count", []string{"explain", "-input", "many"}, exitUsage, `invalid value "many" for flag -input: expected a whole number`},
		{"no unit's count", []string{"explain", "-unit", "web_searches"}, exitUsage, `invalid value "web_searches" for flag -unit: expected a whole number`},
		{"no such unit", []string{"explain", "-unit", "cache=3"}, exitUsage, `invalid value "cache=3" for flag -unit: expected one of ` + strings.Join(unitNames(), ", ")},
		{"no file", []string{"validate"}, exitUsage, "genai prices validate: expected one FILE, found 0"},
		{"an absent file", []string{"validate", absent}, exitFailed, "genai prices: " + absent + ": a file that can be read is expected: no such file or directory"},
		{"a directory", []string{"validate", dir}, exitFailed, "genai prices: " + dir + ": a regular file is expected, found a directory"},
		{"a huge file", []string{"find", "-prices", huge, "a"}, exitFailed, "genai prices: " + huge + ": at most 8388608 bytes are expected, found more"},
		{"an empty file", []string{"diff", "-prices", write("empty.yaml", "")}, exitFailed, "genai prices: " + filepath.Join(dir, "empty.yaml") + ": content is expected, found none"},
		{"one file", []string{"diff", "a"}, exitUsage, "genai prices diff: expected either -prices or -config, or two files OLD and NEW"},
		{"no files", []string{"diff"}, exitUsage, "genai prices diff: expected either -prices or -config, or two files OLD and NEW"},
		{"files and a flag", []string{"diff", "-prices", "a", "b", "c"}, exitUsage, "genai prices diff: expected either -prices or -config, or two files OLD and NEW"},
		{"an absent new file", []string{"diff", "testdata/prices/own.yaml", absent}, exitFailed, "genai prices: " + absent + ": a file that can be read is expected: no such file or directory"},
		{"an absent configuration", []string{"find", "-config", absent, "a"}, exitFailed, "genai prices: " + absent + ": no such file or directory"},
		{"a directory as configuration", []string{"find", "-config", dir, "a"}, exitFailed, "genai prices: " + dir + ": is a directory"},
		{"a huge configuration", []string{"find", "-config", huge, "a"}, exitFailed, "genai prices: " + huge + ": expected at most 8388608 bytes, found more"},
		{"a configuration that is none", []string{"find", "-config", write("text.yaml", "hello"), "a"}, exitFailed, "genai prices: " + filepath.Join(dir, "text.yaml") + ": expected a collector's configuration, found YAML that is none"},
		{"no processor", []string{"find", "-config", write("none.yaml", "processors: {genaix: {}}"), "a"}, exitFailed, "genai prices: " + filepath.Join(dir, "none.yaml") + ": processors: expected one of the type genai, found none"},
		{"several processors", []string{"find", "-config", two, "a"}, exitFailed, "genai prices: " + two + ": processors: expected one of the type genai, found genai, genai/billing: choose with -processor"},
		{"another processor", []string{"find", "-config", two, "-processor", "genai/x", "a"}, exitFailed, "genai prices: " + two + ": processors: expected genai/x, found none of that id"},
		{"a reference", []string{"find", "-config", two, "-processor", "genai", "a"}, exitFailed, "genai prices: " + two + ": processors::genai::cost::prices_file: expected values as they are, found ${...}, which only a collector expands"},
		{"a section that is none", []string{"find", "-config", write("five.yaml", "processors: {genai: {cost: 5}}"), "a"}, exitFailed, "genai prices: " + filepath.Join(dir, "five.yaml") + ": processors::genai::cost: expected a map, found another value"},
		{"an unknown key", []string{"find", "-config", write("key.yaml", "processors: {genai: {cost: {price: 5}}}"), "a"}, exitFailed, "genai prices: " + filepath.Join(dir, "key.yaml") + ": processors::genai::cost: decoding failed due to the following error(s): it has invalid keys: price"},
		{"a wrong entry", []string{"find", "-config", write("entry.yaml", "processors: {genai: {cost: {prices: [{match: {equals: a}}]}}}"), "a"}, exitFailed, "genai prices: " + filepath.Join(dir, "entry.yaml") + ": processors::genai::cost::prices[0]: expected either prices or same_as; prices: {} means free"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := call(t, "", append([]string{"prices"}, tt.args...)...)
			first, _, _ := strings.Cut(got.err, "\n")
			if got.code != tt.code || first != tt.err || got.out != "" {
				t.Errorf("exit code %d, want %d\nerrors: %s\nwant:   %s\noutput: %s", got.code, tt.code, first, tt.err, got.out)
			}
		})
	}
}

func TestAPriceFileTakesThePlaceOfTheConfigurationsOwn(t *testing.T) {
	t.Parallel()
	got := call(t, "", "prices", "find", "-config", "testdata/prices/two-processors.yaml", "-processor", "genai", "-prices", "testdata/prices/own.yaml", may2026, "tiny-llm")
	if got.code != exitOK || !strings.Contains(got.out, "after those of testdata/prices/two-processors.yaml and testdata/prices/own.yaml\n") {
		t.Errorf("exit code %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestPricesOfNow(t *testing.T) {
	t.Parallel()
	if got := call(t, "", "prices", "find", "-provider", "openai", "gpt-4o-mini"); got.code != exitOK || got.err != "" {
		t.Errorf("exit code %d, errors %q", got.code, got.err)
	}
}

func TestPricesHelp(t *testing.T) {
	t.Parallel()
	if got := call(t, "", "prices", "help"); got.code != exitOK || !strings.Contains(got.out, "genai prices validate ") {
		t.Errorf("exit code %d, output %q", got.code, got.out)
	}
	for _, v := range pricesVerbs() {
		if got := call(t, "", "prices", v.name, "-h"); got.code != exitOK || !strings.HasPrefix(got.err, "Usage: genai prices "+v.name+" ") || !strings.Contains(got.err, "  -at ") {
			t.Errorf("%s -h: exit code %d, errors %q", v.name, got.code, got.err)
		}
	}
}

func TestEveryFlagAndReasonHasItsWords(t *testing.T) {
	t.Parallel()
	names := costcalc.Flags(1<<31 - 1).Names()
	if len(names) == 0 || len(names) != len(flagWords) {
		t.Errorf("%d flags have words, want %d", len(flagWords), len(names))
	}
	for _, name := range names {
		if flagWords[name] == "" {
			t.Errorf("%s has no words", name)
		}
	}
	for _, r := range []costcalc.Reason{
		costcalc.ReasonNoUsage, costcalc.ReasonInvalidUsage, costcalc.ReasonNoModel, costcalc.ReasonUnknownModel, costcalc.ReasonAmbiguousProvider,
		costcalc.ReasonFineTune, costcalc.ReasonSelfHosted, costcalc.ReasonUnitUnpriced,
	} {
		if reasonWords(r) == "" {
			t.Errorf("%s has no words", r)
		}
	}
}

func TestEveryUnitHasItsQuantity(t *testing.T) {
	t.Parallel()
	for _, u := range costcalc.Units() {
		if quantityOf(u.PriceKey()).per == "" {
			t.Errorf("%s: how much is %s the price of?", u, u.PriceKey())
		}
	}
}

func TestPercentages(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ before, after, want string }{
		{"2", "1", " (-50 %)"}, {"1", "1.1", " (+10 %)"}, {"3", "4", " (+33.3 %)"}, {"3", "1", " (-66.7 %)"}, {"0", "1", ""}, {"1", "1.0", ""}, {"1", "0", " (-100 %)"},
	} {
		if got := percentText(tt.before, tt.after); got != tt.want {
			t.Errorf("%s -> %s: %q, want %q", tt.before, tt.after, got, tt.want)
		}
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "", 3}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"o3", "o3", 0}} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// An entry for calls of a kind is compared with what such calls cost then, not
// with prices that begin later.
func TestPricesForACallOfAKind(t *testing.T) {
	t.Parallel()
	table, err := costcalc.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		day, provider, model, when string
		key, want                  string
	}{
		{"2026-12-31", "google", "gemini-3.6-flash", "", "input_mtok", "0.75"},
		{"2026-12-31", "google", "gemini-3.6-flash", "service_tier: flex", "input_mtok", "0.375"},
		{"2027-01-01", "google", "gemini-3.6-flash", "service_tier: flex", "input_mtok", "0.75"},
		{"2026-12-31", "openai", "gpt-4o-mini", "batch: true", "input_mtok", "0.075"},
		{"2026-12-31", "openai", "gpt-4o-mini", "batch: true", "web_searches_kcount", "10"},
		{"2026-12-31", "openai", "gpt-4o-mini", "batch: true", "requests_kcount", "none"},
	} {
		at, err := time.Parse(time.DateOnly, tt.day)
		if err != nil {
			t.Fatal(err)
		}
		list, _ := table.Listings(costcalc.Call{Provider: tt.provider, RequestModel: tt.model, Time: at})
		s := sheetOf(&list[0], tt.when, at)
		if got := s.text(tt.key); got != tt.want {
			t.Errorf("%s, %s of %s where %q: %s, want %s", tt.day, tt.key, tt.model, tt.when, got, tt.want)
		}
	}
}
