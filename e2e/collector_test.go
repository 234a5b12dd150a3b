package e2e

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// patience is how long anything may take before it counts as hanging. It measures nothing.
const patience = 60 * time.Second

// collector is one running otelcol-genai with two pipelines a signal behind the same receivers: one with genai in it and
// one with no processor at all. Each pipeline writes to a file of its own.
type collector struct {
	folder   string // everything it reads and writes
	grpc     string // host:port of the OTLP/gRPC receiver
	http     string // base URL of the OTLP/HTTP receiver
	health   string
	metrics  string // URL of its own metrics
	process  *exec.Cmd
	ended    chan struct{} // closed when the process has ended
	finished bool
}

// The pipelines by the names of their output files.
const (
	processedTraces = "traces-genai.jsonl"
	plainTraces     = "traces-plain.jsonl"
	processedLogs   = "logs-genai.jsonl"
	plainLogs       = "logs-plain.jsonl"
)

// configuration has verbs for: gRPC endpoint, HTTP endpoint, folder, health endpoint, metrics port, the genai processor's
// own configuration as flow YAML.
const configuration = `
receivers:
  otlp:
    protocols:
      grpc: {endpoint: %[1]s}
      http: {endpoint: %[2]s}
  otlp_json_file:
    include: ['%[3]s/in-*.jsonl']
    start_at: beginning
    include_file_name: false # else it adds an attribute
    poll_interval: 50ms
processors:
  genai: %[6]s
exporters:
  file/traces-genai: {path: '%[3]s/traces-genai.jsonl', flush_interval: 50ms}
  file/traces-plain: {path: '%[3]s/traces-plain.jsonl', flush_interval: 50ms}
  file/logs-genai: {path: '%[3]s/logs-genai.jsonl', flush_interval: 50ms}
  file/logs-plain: {path: '%[3]s/logs-plain.jsonl', flush_interval: 50ms}
extensions:
  health_check: {endpoint: %[4]s}
service:
  extensions: [health_check]
  telemetry:
    logs: {level: debug, encoding: json, sampling: {enabled: false}}
    metrics:
      level: detailed
      readers: [{pull: {exporter: {prometheus: {host: 127.0.0.1, port: %[5]s}}}}]
  pipelines:
    traces/genai: {receivers: [otlp, otlp_json_file], processors: [genai], exporters: [file/traces-genai]}
    traces/plain: {receivers: [otlp, otlp_json_file], exporters: [file/traces-plain]}
    logs/genai: {receivers: [otlp, otlp_json_file], processors: [genai], exporters: [file/logs-genai]}
    logs/plain: {receivers: [otlp, otlp_json_file], exporters: [file/logs-plain]}
`

// startCollector runs a collector whose genai processor has the given configuration, flow YAML such as `{}`, and returns
// when it is healthy.
func startCollector(t testing.TB, genai string) *collector {
	t.Helper()
	return startAny(t, func() *collector { return launch(t, genai) })
}

// startAny returns what launch started, when it is healthy. Between choosing a free port and binding it another process may
// take it: then the collector ends, and we choose again.
func startAny(t testing.TB, launch func() *collector) *collector {
	t.Helper()
	for range 3 {
		c := launch()
		if c.becomesHealthy(t) {
			return c
		}
		if !strings.Contains(c.log(t), "address already in use") {
			t.Fatalf("the collector did not become healthy; the end of its log:\n%s", c.logTail(t))
		}
	}
	t.Fatal("three times a chosen port was taken by another process")
	return nil
}

func launch(t testing.TB, genai string) *collector {
	t.Helper()
	ports := freePorts(t, 4)
	c := &collector{
		folder:  t.TempDir(),
		grpc:    "127.0.0.1:" + ports[0],
		http:    "http://127.0.0.1:" + ports[1],
		health:  "http://127.0.0.1:" + ports[2],
		metrics: "http://127.0.0.1:" + ports[3] + "/metrics",
	}
	config := fmt.Sprintf(configuration, c.grpc, "127.0.0.1:"+ports[1], c.folder, "127.0.0.1:"+ports[2], ports[3], genai)
	configFile := filepath.Join(c.folder, "config.yaml")
	require.NoError(t, os.WriteFile(configFile, []byte(config), 0o600))
	c.process = exec.Command(binary(t), "--config", configFile)
	c.ended = startProcess(t, c.process, filepath.Join(c.folder, "collector.log"))
	return c
}

// startProcess starts a program whose output goes to a file, and kills it at the end of the test. The channel is closed when
// it has ended.
func startProcess(t testing.TB, process *exec.Cmd, logName string) (ended chan struct{}) {
	t.Helper()
	logFile, err := os.Create(logName)
	require.NoError(t, err)
	process.Stdout, process.Stderr = logFile, logFile
	require.NoError(t, process.Start())
	ended = make(chan struct{})
	go func() {
		_ = process.Wait() // its outcome is in ProcessState
		_ = logFile.Close()
		close(ended)
	}()
	t.Cleanup(func() {
		_ = process.Process.Kill()
		<-ended
	})
	return ended
}

// binary returns the collector's absolute path.
func binary(t testing.TB) string {
	t.Helper()
	name := os.Getenv("GENAI_COLLECTOR")
	if name == "" {
		return built(t, "otelcol-genai")
	}
	name, err := filepath.Abs(name)
	require.NoError(t, err)
	return name
}

// built returns the absolute path of a program in _build.
func built(t testing.TB, program string) string {
	t.Helper()
	name, err := filepath.Abs(filepath.Join("..", "_build", program))
	require.NoError(t, err)
	if _, err := os.Stat(name); err != nil {
		t.Fatalf("no %s in _build: `internal/tools/test.sh build e2e` builds all that these tests need", program)
	}
	return name
}

// freePorts returns distinct TCP ports of the loopback interface that were free a moment ago.
func freePorts(t testing.TB, count int) []string {
	t.Helper()
	var ports []string
	for range count {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		defer listener.Close() // all at the end, so that no port is given twice
		_, port, err := net.SplitHostPort(listener.Addr().String())
		require.NoError(t, err)
		ports = append(ports, port)
	}
	return ports
}

// becomesHealthy polls the health check; false means that the process ended instead.
func (c *collector) becomesHealthy(t testing.TB) bool {
	t.Helper()
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		select {
		case <-c.ended:
			return false
		case <-time.After(20 * time.Millisecond):
		}
		response, err := http.Get(c.health)
		if err != nil {
			continue
		}
		_ = response.Body.Close()
		if response.StatusCode == http.StatusOK {
			return true
		}
	}
	t.Fatalf("the collector is not healthy after %s", patience)
	return false
}

// stop ends the collector by SIGTERM, as an orchestrator does, and requires exit status 0. All that was accepted is
// in the output files then.
func (c *collector) stop(t testing.TB) {
	t.Helper()
	if c.finished {
		return
	}
	c.finished = true
	require.NoError(t, c.process.Process.Signal(syscall.SIGTERM))
	select {
	case <-c.ended:
	case <-time.After(patience):
		t.Fatalf("the collector still runs %s after SIGTERM", patience)
	}
	require.Equal(t, 0, c.process.ProcessState.ExitCode(), "exit status after SIGTERM")
}

// lines returns the lines of an output file so far; none if it does not exist.
func (c *collector) lines(t testing.TB, name string) [][]byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(c.folder, name))
	if os.IsNotExist(err) {
		return nil
	}
	require.NoError(t, err)
	content = bytes.TrimSuffix(content, []byte("\n"))
	if len(content) == 0 {
		return nil
	}
	return bytes.Split(content, []byte("\n"))
}

// waitForLines returns when the file has at least so many lines; what the file receiver reads arrives unasked.
func (c *collector) waitForLines(t testing.TB, name string, count int) {
	t.Helper()
	require.Eventually(t, func() bool { return len(c.lines(t, name)) >= count }, patience, 20*time.Millisecond,
		"%s: waited for %d lines", name, count)
}

func (c *collector) log(t testing.TB) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(c.folder, "collector.log"))
	require.NoError(t, err)
	return string(content)
}

func (c *collector) logTail(t testing.TB) string {
	t.Helper()
	lines := strings.Split(c.log(t), "\n")
	return strings.Join(lines[max(0, len(lines)-20):], "\n")
}
