package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// exampleCollector is a collector that runs a file of examples/ as it stands there.
type exampleCollector struct {
	*collector
	prometheus string // host:port of the metrics that it makes of spans
	telemetry  string // host:port of its own metrics
}

// startExample runs an example that exports to the given OTLP/gRPC backend (host:port), on free ports and with arguments
// beside --config, and returns when it is healthy.
func startExample(t *testing.T, file, backend string, arguments ...string) *exampleCollector {
	t.Helper()
	var example *exampleCollector
	startAny(t, func() *collector {
		example = launchExample(t, file, backend, arguments)
		return example.collector
	})
	return example
}

func launchExample(t *testing.T, file, backend string, arguments []string) *exampleCollector {
	t.Helper()
	ports := freePorts(t, 5)
	c := &collector{
		folder:  t.TempDir(),
		grpc:    "127.0.0.1:" + ports[0],
		http:    "http://127.0.0.1:" + ports[1],
		health:  "http://127.0.0.1:" + ports[2],
		metrics: "http://127.0.0.1:" + ports[4] + "/metrics",
	}
	c.process = exec.Command(binary(t), append([]string{"--config", examplePath(file)}, arguments...)...)
	c.process.Env = append(os.Environ(),
		"GRPC_PORT="+ports[0], "HTTP_PORT="+ports[1], "HEALTH_PORT="+ports[2], "METRICS_PORT="+ports[3], "TELEMETRY_PORT="+ports[4],
		"BACKEND="+backend, "BACKEND_INSECURE=true")
	c.ended = startProcess(t, c.process, filepath.Join(c.folder, "collector.log"))
	return &exampleCollector{collector: c, prometheus: "127.0.0.1:" + ports[3], telemetry: "127.0.0.1:" + ports[4]}
}

func examplePath(file string) string {
	return filepath.Join("..", "examples", file)
}

// pseudonymKey returns the path of a file that holds a key.
func pseudonymKey(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "pseudonym.key")
	require.NoError(t, os.WriteFile(file, []byte("no secret: for the tests of examples"), 0o600))
	return file
}

// examples are the ways in which the documentation runs the files in examples/: each with the files beneath it.
var examples = map[string][]string{
	"kafka-agent.yaml":      {"kafka-agent.yaml"},
	"kafka-gateway.yaml":    {"kafka-gateway.yaml"},
	"kafka-traces.yaml":     {"kafka-gateway.yaml", "kafka-traces.yaml"},
	"lanes.yaml":            {"lanes.yaml"},
	"metrics.yaml":          {"metrics.yaml"},
	"sampling.yaml":         {"metrics.yaml", "sampling.yaml"},
	"two-tier-agent.yaml":   {"two-tier-agent.yaml"},
	"two-tier-gateway.yaml": {"two-tier-gateway.yaml"},
}

// TestExamplesAreValid: the collector accepts every example as it stands, with nothing set in the environment but the file of a key.
func TestExamplesAreValid(t *testing.T) {
	t.Parallel()
	for file, configs := range examples {
		arguments := []string{"validate"}
		for _, config := range configs {
			arguments = append(arguments, "--config", examplePath(config))
		}
		process := exec.Command(binary(t), arguments...)
		process.Env = append(os.Environ(), "PSEUDONYM_KEY_FILE="+pseudonymKey(t))
		output, err := process.CombinedOutput()
		assert.NoError(t, err, "%s: %s", file, output)
	}
	files, err := filepath.Glob(examplePath("*"))
	require.NoError(t, err)
	assert.Len(t, files, len(examples)+1, "examples, and alerts.yaml, which the rule engine tests")
}
