package main

import (
	"encoding/json"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// sampleFolder is the sample that `make run` plays.
const sampleFolder = "../../testdata/quickstart"

var sampleFiles = []string{"support-agent.json", "knowledge-base.json", "billing-assistant.json", "logs.json"}

// expected is what the sample's expected.json says of it.
type expected struct {
	TraceID    string `json:"trace_id"`
	Spans      int    `json:"spans"`
	LogRecords int    `json:"log_records"`
	Planted    []struct{ Value, Entity string }
	Findings   map[string]int
	Kept       []struct{ Value string }
	Kinds      map[string]string
	Ordinary   []string
	Prices     map[string]map[string]string `json:"prices_per_million_tokens_usd"`
	Costs      []expectedCost
	Unpriced   []expectedCost // without a cost
	Totals     struct {
		InputTokens  int64 `json:"own_input_tokens"`
		OutputTokens int64 `json:"own_output_tokens"`
		USD          string
	}
}

type expectedCost struct {
	SpanID           string `json:"span_id"`
	Model            string
	InputTokens      int64 `json:"input_tokens"`
	CacheReadTokens  int64 `json:"cache_read_tokens"`
	CacheWriteTokens int64 `json:"cache_write_tokens"`
	OutputTokens     int64 `json:"output_tokens"`
	USD              string
}

func readExpected(t *testing.T) expected {
	t.Helper()
	var want expected
	if err := json.Unmarshal([]byte(readSample(t, "expected.json")), &want); err != nil {
		t.Fatal(err)
	}
	return want
}

func readSample(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(sampleFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// sampleSpans returns the names of the sample's spans by span id, and counts
// its log records.
func sampleSpans(t *testing.T, traceID string) (spans map[string]string, logRecords int) {
	t.Helper()
	spans = map[string]string{}
	for _, name := range sampleFiles {
		p, err := decode([]byte(readSample(t, name)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if p.signal == signalLogs {
			logRecords += p.items()
			checkLogTraces(t, p.logs, traceID)
			continue
		}
		collectSpans(t, p.traces, traceID, spans)
	}
	return spans, logRecords
}

func collectSpans(t *testing.T, traces ptrace.Traces, traceID string, into map[string]string) {
	t.Helper()
	for _, resource := range traces.ResourceSpans().All() {
		for _, scope := range resource.ScopeSpans().All() {
			for _, span := range scope.Spans().All() {
				id := span.SpanID().String()
				if _, again := into[id]; again || span.TraceID().String() != traceID {
					t.Errorf("span %s occurs twice or is not of the trace %s", id, traceID)
				}
				into[id] = span.Name()
			}
		}
	}
}

func checkLogTraces(t *testing.T, logs plog.Logs, traceID string) {
	t.Helper()
	for _, resource := range logs.ResourceLogs().All() {
		for _, scope := range resource.ScopeLogs().All() {
			for _, entry := range scope.LogRecords().All() {
				if entry.TraceID().String() != traceID {
					t.Errorf("a log record is not of the trace %s", traceID)
				}
			}
		}
	}
}

func TestSampleHoldsWhatIsExpectedOfIt(t *testing.T) {
	t.Parallel()
	want := readExpected(t)
	spans, logRecords := sampleSpans(t, want.TraceID)
	if len(spans) != want.Spans || logRecords != want.LogRecords {
		t.Errorf("the sample holds %d spans and %d log records, want %d and %d", len(spans), logRecords, want.Spans, want.LogRecords)
	}
	for id := range want.Kinds {
		if _, ok := spans[id]; !ok {
			t.Errorf("kinds: the sample has no span %s", id)
		}
	}
	for _, id := range want.Ordinary {
		if _, ok := spans[id]; !ok || want.Kinds[id] != "" {
			t.Errorf("ordinary: the sample has no span %s, or it has a kind", id)
		}
	}
	if len(want.Kinds)+len(want.Ordinary) != want.Spans {
		t.Errorf("%d spans have a kind and %d are ordinary, want %d in total", len(want.Kinds), len(want.Ordinary), want.Spans)
	}
	all := ""
	for _, name := range sampleFiles {
		all += readSample(t, name)
	}
	occurrences := map[string]int{}
	for _, value := range want.Planted {
		n := strings.Count(all, value.Value)
		if n == 0 {
			t.Errorf("planted: the sample does not hold %q", value.Value)
		}
		occurrences[value.Entity] += n
	}
	// No planted value is part of another, and none is on an ordinary span.
	if !maps.Equal(occurrences, want.Findings) {
		t.Errorf("findings: the sample holds %v, want %v", occurrences, want.Findings)
	}
	for _, value := range want.Kept {
		if !strings.Contains(all, value.Value) {
			t.Errorf("kept: the sample does not hold %q", value.Value)
		}
	}
}

// The costs are worked out again here, in exact fractions, from the prices and
// token counts that stand beside them.
func TestSampleCostsAreRight(t *testing.T) {
	t.Parallel()
	want := readExpected(t)
	sum := new(big.Rat)
	var inputTokens, outputTokens int64
	for _, c := range append(want.Costs, want.Unpriced...) {
		inputTokens += c.InputTokens
		outputTokens += c.OutputTokens
		if want.Kinds[c.SpanID] == "" {
			t.Errorf("span %s has a cost or none, but no kind", c.SpanID)
		}
	}
	if inputTokens != want.Totals.InputTokens || outputTokens != want.Totals.OutputTokens {
		t.Errorf("all calls take %d tokens in and %d out, want %d and %d", inputTokens, outputTokens, want.Totals.InputTokens, want.Totals.OutputTokens)
	}
	for _, c := range want.Costs {
		prices := want.Prices[c.Model]
		got := new(big.Rat)
		for bucket, tokens := range map[string]int64{
			"input":       c.InputTokens - c.CacheReadTokens - c.CacheWriteTokens,
			"cache_read":  c.CacheReadTokens,
			"cache_write": c.CacheWriteTokens,
			"output":      c.OutputTokens,
		} {
			if tokens == 0 {
				continue
			}
			got.Add(got, new(big.Rat).Mul(rational(t, prices[bucket]), big.NewRat(tokens, 1_000_000)))
		}
		if got.Cmp(rational(t, c.USD)) != 0 {
			t.Errorf("span %s costs %s USD, want %s", c.SpanID, got.FloatString(12), c.USD)
		}
		sum.Add(sum, got)
	}
	if sum.Cmp(rational(t, want.Totals.USD)) != 0 {
		t.Errorf("all calls cost %s USD, want %s", sum.FloatString(12), want.Totals.USD)
	}
}

func rational(t *testing.T, decimal string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(decimal)
	if !ok {
		t.Fatalf("%q is no decimal number", decimal)
	}
	return r
}

func TestSampleHoldsNoKeyThatAScannerTakesForReal(t *testing.T) {
	t.Parallel()
	for _, name := range sampleFiles {
		content := readSample(t, name)
		for _, prefix := range []string{"sk-", "ghp_", "AKIA", "xoxb-", "eyJ", "-----BEGIN"} {
			if strings.Contains(content, prefix) {
				t.Errorf("%s holds %q, which secret scanners look for", name, prefix)
			}
		}
	}
	if !strings.Contains(readSample(t, "support-agent.json"), fakeKeyMarker) {
		t.Errorf("support-agent.json holds no %s", fakeKeyMarker)
	}
}
