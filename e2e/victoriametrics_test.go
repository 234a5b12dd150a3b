package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// victoriaMetrics is a running server that speaks Prometheus' query language and scrapes one collector.
type victoriaMetrics struct {
	url string
}

// scrapeConfiguration has verbs for the metrics made of spans and for the collector's own. honor_labels keeps the service in
// the label job, where the collector puts it.
const scrapeConfiguration = `
global: {scrape_interval: 100ms, scrape_timeout: 100ms}
scrape_configs:
  - {job_name: genai, honor_labels: true, static_configs: [{targets: [%q]}]}
  - {job_name: otelcol, honor_labels: true, static_configs: [{targets: [%q]}]}
`

// startVictoriaMetrics starts a server with an empty store that scrapes the collector, and returns when it answers.
func startVictoriaMetrics(t *testing.T, c *exampleCollector) *victoriaMetrics {
	t.Helper()
	for range 3 {
		folder := t.TempDir()
		scrapes := filepath.Join(folder, "scrapes.yaml")
		require.NoError(t, os.WriteFile(scrapes, fmt.Appendf(nil, scrapeConfiguration, c.prometheus, c.telemetry), 0o600))
		address := "127.0.0.1:" + freePorts(t, 1)[0]
		ended := startProcess(t, exec.Command(built(t, "victoria-metrics"),
			"-storageDataPath="+filepath.Join(folder, "data"),
			"-httpListenAddr="+address,
			"-promscrape.config="+scrapes,
			"-search.latencyOffset=0s",
			"-search.disableCache",
			"-memory.allowedBytes=128MB",
		), filepath.Join(folder, "victoriametrics.log"))
		v := &victoriaMetrics{url: "http://" + address}
		if v.answers(t, ended) {
			return v
		}
	}
	t.Fatal("three times VictoriaMetrics ended while it started")
	return nil
}

// answers polls the server; false means that the process ended instead.
func (v *victoriaMetrics) answers(t *testing.T, ended chan struct{}) bool {
	t.Helper()
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		select {
		case <-ended:
			return false
		case <-time.After(20 * time.Millisecond):
		}
		response, err := http.Get(v.url + "/health")
		if err != nil {
			continue
		}
		_ = response.Body.Close()
		if response.StatusCode == http.StatusOK {
			return true
		}
	}
	t.Fatalf("VictoriaMetrics does not answer after %s", patience)
	return false
}

// query evaluates an expression now. The keys of the result are the labels but __name__, as {a="b",c="d"} in their order.
func (v *victoriaMetrics) query(t *testing.T, expression string) map[string]float64 {
	t.Helper()
	flushed, err := http.Get(v.url + "/internal/force_flush") // what was scraped is found at once, not after seconds
	require.NoError(t, err)
	_ = flushed.Body.Close()
	response, err := http.Get(v.url + "/api/v1/query?" + url.Values{"query": {expression}}.Encode())
	require.NoError(t, err)
	defer response.Body.Close()
	require.Equal(t, http.StatusOK, response.StatusCode, expression)
	var answer struct {
		Data struct {
			Result []struct {
				Metric map[string]string
				Value  [2]any // seconds, value as text
			}
		}
	}
	require.NoError(t, json.NewDecoder(response.Body).Decode(&answer))
	values := map[string]float64{}
	for _, series := range answer.Data.Result {
		value, err := strconv.ParseFloat(series.Value[1].(string), 64)
		require.NoError(t, err)
		values[labelText(series.Metric)] = value
	}
	return values
}

// samples returns every sample that was scraped of a metric, series by series in the order of time.
func (v *victoriaMetrics) samples(t *testing.T, metric string) map[string][]float64 {
	t.Helper()
	response, err := http.Get(v.url + "/api/v1/export?" + url.Values{"match[]": {metric}}.Encode())
	require.NoError(t, err)
	defer response.Body.Close()
	require.Equal(t, http.StatusOK, response.StatusCode)
	samples := map[string][]float64{}
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var series struct {
			Metric map[string]string
			Values []*float64 // nil: a scrape took too long and has no value
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &series))
		key := labelText(series.Metric)
		for _, value := range series.Values {
			if value != nil {
				samples[key] = append(samples[key], *value)
			}
		}
	}
	require.NoError(t, lines.Err())
	return samples
}

func labelText(labels map[string]string) string {
	var parts []string
	for name, value := range labels {
		if name != "__name__" {
			parts = append(parts, fmt.Sprintf("%s=%q", name, value))
		}
	}
	sort.Strings(parts)
	return "{" + strings.Join(parts, ",") + "}"
}
