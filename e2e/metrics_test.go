package e2e

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

// sendWave sends batches of one, two and three copies of each call, so many rounds of them, over several connections at the
// same time. It returns how many copies it sent.
func sendWave(t *testing.T, c *exampleCollector, calls []countedCall, rounds int) (copies int) {
	t.Helper()
	const senders = 8
	var traces []ptraceotlp.ExportRequest
	var logs []plogotlp.ExportRequest
	for size := 1; size <= 3; size++ {
		traces = append(traces, ptraceotlp.NewExportRequestFromTraces(callsAsTraces(t, calls, size)))
		logs = append(logs, plogotlp.NewExportRequestFromLogs(callsAsLogs(t, calls, size)))
		copies += senders * rounds * size
	}
	var group sync.WaitGroup
	for range senders {
		connection := c.dial(t)
		group.Go(func() {
			for range rounds {
				for i := range traces {
					_, err := ptraceotlp.NewGRPCClient(connection).Export(context.Background(), traces[i])
					assert.NoError(t, err)
					_, err = plogotlp.NewGRPCClient(connection).Export(context.Background(), logs[i])
					assert.NoError(t, err)
				}
			}
		})
	}
	group.Wait()
	return copies
}

// TestMetricsAddUpToTheSpans runs examples/metrics.yaml as it stands, with a server that scrapes it. Between waves of calls it
// waits until the server has the sum, so that every counter is scraped at many heights.
func TestMetricsAddUpToTheSpans(t *testing.T) {
	t.Parallel()
	calls := countedCalls()
	sink := startBackend(t)
	prices := filepath.Join(t.TempDir(), "prices.yaml")
	require.NoError(t, os.WriteFile(prices, []byte(euroPrices), 0o600))
	c := startExample(t, "metrics.yaml", sink.address,
		"--set=processors::genai::cost::logs=["+recordScope+"]", "--set=processors::genai::cost::prices_file="+prices)
	server := startVictoriaMetrics(t, c)

	copies := 0
	for _, rounds := range []int{3, 1, 2, 1} {
		copies += sendWave(t, c, calls, rounds)
		checkSums(t, server, calls, float64(copies))
	}
	checkNeverDown(t, server)
	checkAlertsSelect(t, server)
	checkDocumentedQueries(t, server)
	for _, call := range calls {
		if !call.record {
			require.Eventually(t, func() bool { return sink.received(call.name) == copies }, patience, 20*time.Millisecond,
				"the traces go on to the backend: %s", call.name)
		}
	}
	c.stop(t)
}

// checkSums waits until the server knows all costs that so many copies of the calls make, and compares all else then.
func checkSums(t *testing.T, server *victoriaMetrics, calls []countedCall, copies float64) {
	t.Helper()
	costs := map[string]float64{}
	tokens := map[string]float64{}
	var count float64
	for _, call := range calls {
		if call.labels != "" {
			costs[call.labels] += call.cost * copies
		}
		tokens[`{gen_ai_token_type="input"}`] += call.input * copies
		tokens[`{gen_ai_token_type="output"}`] += call.output * copies
		count += call.calls * copies
	}
	server.becomes(t, costs, "sum without (instance) (genai_cost_usd_total)")
	server.becomes(t, tokens, "sum by (gen_ai_token_type) (gen_ai_client_token_usage_sum)")
	one := func(value float64) map[string]float64 { return map[string]float64{"{}": value} }
	server.becomes(t, one(1920*copies), "sum(genai_usage_cache_read_input_tokens_total)")
	server.becomes(t, one(12304*copies), "sum(genai_usage_cache_creation_input_tokens_total)")
	server.becomes(t, one(count), "sum(gen_ai_client_operation_duration_seconds_count)")
	server.becomes(t, one(count*callSeconds), "sum(gen_ai_client_operation_duration_seconds_sum)")
}

// becomes waits until the values that the server has for an expression are those expected, but for the rounding of sums of
// doubles. It fails with the last values seen.
func (v *victoriaMetrics) becomes(t *testing.T, expected map[string]float64, expression string) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for {
		got := v.query(t, expression)
		if nearlyEqual(expected, got) {
			return
		}
		if time.Now().After(deadline) {
			require.Equal(t, expected, got, expression)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func nearlyEqual(expected, got map[string]float64) bool {
	const relative = 1e-12
	for key, want := range expected {
		value, ok := got[key]
		if !ok || value < want*(1-relative) || value > want*(1+relative) {
			return false
		}
	}
	return len(expected) == len(got)
}

// checkNeverDown looks at every sample that was scraped of every counter.
func checkNeverDown(t *testing.T, server *victoriaMetrics) {
	t.Helper()
	for _, metric := range []string{
		"genai_cost_usd_total", "gen_ai_client_token_usage_sum", "gen_ai_client_token_usage_count",
		"genai_usage_cache_read_input_tokens_total", "gen_ai_client_operation_duration_seconds_sum",
	} {
		heights := 0
		for series, values := range server.samples(t, metric) {
			for i := range values[1:] {
				if values[i+1] != values[i] {
					heights++
				}
				require.GreaterOrEqual(t, values[i+1], values[i], "%s%s, sample %d", metric, series, i+1)
			}
		}
		require.GreaterOrEqual(t, heights, 3, "%s was seen to grow", metric)
	}
}
