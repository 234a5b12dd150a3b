package e2e

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

// housePrice is a price file in which a million input tokens of one model cost so many dollars.
func housePrice(usd int) string {
	return "prices:\n- match: {equals: house-llm}\n  prices: {input_mtok: \"" + strconv.Itoa(usd) + "\"}\n"
}

// houseCall is one call of that model with a million tokens.
func houseCall(t *testing.T) ptrace.Traces {
	t.Helper()
	traces := ptrace.NewTraces()
	span := traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	span.SetTraceID(pcommon.TraceID{1})
	span.SetSpanID(pcommon.SpanID{1})
	span.SetStartTimestamp(pcommon.NewTimestampFromTime(time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)))
	require.NoError(t, span.Attributes().FromRaw(map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "contoso", "gen_ai.request.model": "house-llm", "gen_ai.usage.input_tokens": 1_000_000,
	}))
	return traces
}

// TestPricesChangeWhileSpansFlow mounts a price file as Kubernetes does, behind a symlink that is swapped, and changes it under load: to
// another price, to what is none, to nothing, to too much, to a directory. Every span that was sent comes out, each with a price of one of
// the good files, the newer never followed by an older.
func TestPricesChangeWhileSpansFlow(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file := filepath.Join(folder, "prices.yaml")
	versions := 0
	swap := func(content string) { // a new file, then the symlink to it
		versions++
		target := filepath.Join(folder, "version-"+strconv.Itoa(versions))
		if content == "" {
			require.NoError(t, os.Mkdir(target, 0o700))
		} else {
			require.NoError(t, os.WriteFile(target, []byte(content), 0o600))
		}
		link := filepath.Join(folder, "link")
		require.NoError(t, os.Symlink(target, link))
		require.NoError(t, os.Rename(link, file))
	}
	swap(housePrice(1))
	c := startCollector(t, "{cost: {prices_file: '"+file+"', reload_interval: 1s}}")
	client := ptraceotlp.NewGRPCClient(c.dial(t))
	sent := 0
	// until sends calls one after the other until a condition holds.
	until := func(what string, holds func() bool) {
		for deadline := time.Now().Add(patience); !holds(); {
			require.True(t, time.Now().Before(deadline), "waited for %s", what)
			for range 20 {
				_, err := client.Export(context.Background(), ptraceotlp.NewExportRequestFromTraces(houseCall(t)))
				require.NoError(t, err)
				sent++
			}
		}
	}
	priced := func(usd int) func() bool {
		text := []byte(`"genai.cost.total","value":{"doubleValue":` + strconv.Itoa(usd) + `}`)
		return func() bool {
			content, _ := os.ReadFile(filepath.Join(c.folder, processedTraces))
			return bytes.Contains(content, text)
		}
	}
	reloads := regexp.MustCompile(`^otelcol_processor_genai_reloads\{file="prices",outcome="failed"\} (\d+)$`)
	failed := func() int {
		for _, line := range strings.Split(c.ownMetrics(t), "\n") {
			if m := reloads.FindStringSubmatch(line); m != nil {
				n, err := strconv.Atoi(m[1])
				require.NoError(t, err)
				return n
			}
		}
		return 0
	}

	until("the first price", priced(1))
	swap(housePrice(2))
	until("the second price", priced(2))
	for _, bad := range []struct{ name, content string }{
		{"half of a file", housePrice(9)[:30]},
		{"a wrong entry", housePrice(9) + "- match: {equals: b}\n  prices: {input_mtok: 5}\n"},
		{"a directory", ""},
		{"more than a price file may have", strings.Repeat("#", 9<<20)},
	} {
		before := failed()
		swap(bad.content)
		until(bad.name, func() bool { return failed() > before })
	}
	before := failed()
	require.NoError(t, os.Remove(file))
	until("the loss of the file to be noticed", func() bool { return failed() > before })
	swap(housePrice(3))
	until("the third price", priced(3))
	assert.Contains(t, c.ownMetrics(t), "otelcol_processor_genai_prices_age")
	c.stop(t)

	last, got := 0.0, 0
	for _, traces := range c.writtenTraces(t, processedTraces) {
		for _, span := range spansOf(traces) {
			got++
			cost, ok := span.Attributes().Get("genai.cost.total")
			require.True(t, ok, "a span without a cost")
			require.Contains(t, []float64{1, 2, 3}, cost.Double())
			require.GreaterOrEqual(t, cost.Double(), last, "a newer price was followed by an older")
			last = cost.Double()
		}
	}
	assert.Equal(t, sent, got)
	assert.NotContains(t, c.log(t), "panic")
	assert.Contains(t, c.log(t), "what it said before still holds")
	assert.NotContains(t, c.log(t), "house-llm", "no content of the file is logged")
}

// TestABadPriceFileRefusesTheStart: `validate` finds it before anything runs, and names the key and the entry.
func TestABadPriceFileRefusesTheStart(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "prices.yaml")
	for content, want := range map[string]string{
		"": "no such file",
		"[{match: {equals: a}, prices: {input_mtok: 0.5}}]": "prices[0]: prices: input_mtok: a number in quotes",
	} {
		if content != "" {
			require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
		}
		output, err := validate(t, "{cost: {prices_file: '"+file+"'}}")
		require.Error(t, err)
		assert.Contains(t, output, "cost::prices_file: "+file+": ")
		assert.Contains(t, output, want)
		_ = os.Remove(file)
	}
}
