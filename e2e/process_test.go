package e2e

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestItStartsAndStopsWithoutInput: SIGTERM to a collector that never saw a span ends it with status 0; stop requires it.
func TestItStartsAndStopsWithoutInput(t *testing.T) {
	t.Parallel()
	c := startCollector(t, "{}")
	c.stop(t)
	assert.NotContains(t, c.log(t), `"level":"error"`)
	assert.NotContains(t, c.log(t), "panic")
}

// TestItCountsWhatItDid looks for the processor's own metrics where an operator would.
func TestItCountsWhatItDid(t *testing.T) {
	t.Parallel()
	traces, _ := plantedTraces()
	c := startCollector(t, "{}")
	c.sendTraces(t, traces)
	metrics := c.ownMetrics(t)
	c.stop(t)
	for _, name := range []string{
		"otelcol_processor_genai_seen", "otelcol_processor_genai_redacted", "otelcol_processor_genai_unpriced",
		"otelcol_processor_genai_unrecognised_content", "otelcol_processor_incoming_items",
	} {
		assert.Contains(t, metrics, name)
	}
	assert.Contains(t, metrics, `entity="EMAIL"`)
	assert.Contains(t, metrics, `kind="generation"`)
}

// TestItRefusesAKeyThatItDoesNotKnow: a misspelt key stops the start and is named.
func TestItRefusesAKeyThatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	output, err := validate(t, "{redactoin: {mode: monitor}}")
	require.Error(t, err)
	assert.Contains(t, output, "redactoin")
}

// TestTheBuildHasItsComponents: what the documentation tells users to put around genai is in the build.
func TestTheBuildHasItsComponents(t *testing.T) {
	t.Parallel()
	output, err := exec.Command(binary(t), "components").CombinedOutput()
	require.NoError(t, err)
	for _, name := range []string{
		"otlp", "otlp_json_file", "genai", "memory_limiter", "batch", "groupbytrace", "tail_sampling", "delta_to_cumulative",
		"file", "debug", "nop", "otlp_grpc", "otlp_http", "prometheus", "forward", "signal_to_metrics", "health_check",
		"load_balancing", "kafka", "file_storage",
	} {
		assert.Contains(t, strings.Fields(string(output)), name)
	}
}

// validate runs the collector's own check of a configuration, without starting it.
func validate(t *testing.T, genai string) (output string, err error) {
	t.Helper()
	config := "yaml:{receivers: {otlp: {protocols: {grpc: {}}}}, processors: {genai: " + genai + "}, exporters: {nop: {}}, " +
		"service: {pipelines: {traces: {receivers: [otlp], processors: [genai], exporters: [nop]}}}}"
	combined, err := exec.Command(binary(t), "validate", "--config", config).CombinedOutput()
	return string(combined), err
}
