package e2e

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

// sendTraces gives the collector the traces once over each of its three ways in, and returns when both pipelines have
// written all of them. OTLP/JSON is what goes over HTTP and into the file; gRPC carries protobuf.
func (c *collector) sendTraces(t *testing.T, traces ptrace.Traces) {
	t.Helper()
	document := tracesJSON(t, traces)
	c.post(t, "/v1/traces", document)
	client := ptraceotlp.NewGRPCClient(c.dial(t))
	_, err := client.Export(context.Background(), ptraceotlp.NewExportRequestFromTraces(traces))
	require.NoError(t, err)
	c.drop(t, "in-traces.jsonl", document)
	c.waitForLines(t, plainTraces, 3)
	c.waitForLines(t, processedTraces, 3)
}

// sendLogs does for log records what sendTraces does for spans.
func (c *collector) sendLogs(t *testing.T, logs plog.Logs) {
	t.Helper()
	document := logsJSON(t, logs)
	c.post(t, "/v1/logs", document)
	client := plogotlp.NewGRPCClient(c.dial(t))
	_, err := client.Export(context.Background(), plogotlp.NewExportRequestFromLogs(logs))
	require.NoError(t, err)
	c.drop(t, "in-logs.jsonl", document)
	c.waitForLines(t, plainLogs, 3)
	c.waitForLines(t, processedLogs, 3)
}

func (c *collector) dial(t testing.TB) *grpc.ClientConn {
	t.Helper()
	connection, err := grpc.NewClient(c.grpc, grpc.WithTransportCredentials(insecure.NewCredentials()))
	require.NoError(t, err)
	t.Cleanup(func() { _ = connection.Close() })
	return connection
}

func (c *collector) post(t *testing.T, path string, document []byte) {
	t.Helper()
	response, err := http.Post(c.http+path, "application/json", bytes.NewReader(document))
	require.NoError(t, err)
	defer response.Body.Close()
	require.Equal(t, http.StatusOK, response.StatusCode, path)
}

// drop puts one line into a file that the collector watches. The file appears with its content, never half written.
func (c *collector) drop(t *testing.T, name string, document []byte) {
	t.Helper()
	hidden := filepath.Join(c.folder, "."+name)
	require.NoError(t, os.WriteFile(hidden, append(bytes.Clone(document), '\n'), 0o600))
	require.NoError(t, os.Rename(hidden, filepath.Join(c.folder, name)))
}

// ownMetrics returns what the collector says about itself in the Prometheus text format.
func (c *collector) ownMetrics(t testing.TB) string {
	t.Helper()
	response, err := http.Get(c.metrics)
	require.NoError(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return string(text)
}

func tracesJSON(t *testing.T, traces ptrace.Traces) []byte {
	t.Helper()
	document, err := (&ptrace.JSONMarshaler{}).MarshalTraces(traces)
	require.NoError(t, err)
	return document
}

func logsJSON(t *testing.T, logs plog.Logs) []byte {
	t.Helper()
	document, err := (&plog.JSONMarshaler{}).MarshalLogs(logs)
	require.NoError(t, err)
	return document
}

// writtenTraces parses an output file, one element a line.
func (c *collector) writtenTraces(t *testing.T, name string) []ptrace.Traces {
	t.Helper()
	var written []ptrace.Traces
	for _, line := range c.lines(t, name) {
		traces, err := (&ptrace.JSONUnmarshaler{}).UnmarshalTraces(line)
		require.NoError(t, err)
		written = append(written, traces)
	}
	return written
}

// writtenLogs parses an output file, one element a line.
func (c *collector) writtenLogs(t *testing.T, name string) []plog.Logs {
	t.Helper()
	var written []plog.Logs
	for _, line := range c.lines(t, name) {
		logs, err := (&plog.JSONUnmarshaler{}).UnmarshalLogs(line)
		require.NoError(t, err)
		written = append(written, logs)
	}
	return written
}

// spansOf returns all spans in their order.
func spansOf(traces ptrace.Traces) []ptrace.Span {
	var spans []ptrace.Span
	for _, resource := range traces.ResourceSpans().All() {
		for _, scope := range resource.ScopeSpans().All() {
			for _, span := range scope.Spans().All() {
				spans = append(spans, span)
			}
		}
	}
	return spans
}

// recordsOf returns all log records in their order.
func recordsOf(logs plog.Logs) []plog.LogRecord {
	var records []plog.LogRecord
	for _, resource := range logs.ResourceLogs().All() {
		for _, scope := range resource.ScopeLogs().All() {
			for _, record := range scope.LogRecords().All() {
				records = append(records, record)
			}
		}
	}
	return records
}
