package e2e

import (
	"bytes"
	"context"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// destination is an OTLP/gRPC server that keeps what it was sent. It is safe for concurrent use.
type destination struct {
	ptraceotlp.UnimplementedGRPCServer
	address string // host:port

	mutex    sync.Mutex
	refusing bool
	traces   []ptrace.Traces
	logs     []plog.Logs
}

func startDestination(t testing.TB) *destination {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	d := &destination{address: listener.Addr().String()}
	server := grpc.NewServer(grpc.MaxRecvMsgSize(64 << 20))
	ptraceotlp.RegisterGRPCServer(server, d)
	plogotlp.RegisterGRPCServer(server, &destinationOfLogs{to: d})
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return d
}

func (d *destination) Export(_ context.Context, request ptraceotlp.ExportRequest) (ptraceotlp.ExportResponse, error) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.refusing {
		return ptraceotlp.NewExportResponse(), status.Error(codes.Unavailable, "told to refuse")
	}
	d.traces = append(d.traces, request.Traces())
	return ptraceotlp.NewExportResponse(), nil
}

// refuse says whether spans are refused from now on, as by a server that is overloaded.
func (d *destination) refuse(refusing bool) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.refusing = refusing
}

// destinationOfLogs is a destination for its log records.
type destinationOfLogs struct {
	plogotlp.UnimplementedGRPCServer
	to *destination
}

func (d *destinationOfLogs) Export(_ context.Context, request plogotlp.ExportRequest) (plogotlp.ExportResponse, error) {
	d.to.mutex.Lock()
	defer d.to.mutex.Unlock()
	d.to.logs = append(d.to.logs, request.Logs())
	return plogotlp.NewExportResponse(), nil
}

// lane is what came out of one lane: one batch of each signal.
type lane struct {
	traces ptrace.Traces
	logs   plog.Logs
}

func (d *destination) lane(t *testing.T) lane {
	t.Helper()
	d.mutex.Lock()
	defer d.mutex.Unlock()
	require.Len(t, d.traces, 1)
	require.Len(t, d.logs, 1)
	return lane{d.traces[0], d.logs[0]}
}

// bytes returns all of a lane in both encodings.
func (l lane) bytes(t *testing.T) []byte {
	t.Helper()
	return bytes.Join(append(spanBytes(t, l.traces), recordBytes(t, l.logs)...), nil)
}

// runLanes sends one batch of each signal through examples/lanes.yaml as it stands, and returns what its three lanes gave.
func runLanes(t *testing.T, traces ptrace.Traces, logs plog.Logs) (archive, vendor, metadata lane) {
	t.Helper()
	toVendor, toMetadata := startDestination(t), startDestination(t)
	file := filepath.Join(t.TempDir(), "archive.jsonl")
	t.Setenv("PSEUDONYM_KEY_FILE", pseudonymKey(t))
	t.Setenv("METADATA_BACKEND", toMetadata.address)
	t.Setenv("ARCHIVE", file)
	c := startExample(t, "lanes.yaml", toVendor.address)
	connection := c.dial(t)
	_, err := ptraceotlp.NewGRPCClient(connection).Export(context.Background(), ptraceotlp.NewExportRequestFromTraces(traces))
	require.NoError(t, err)
	_, err = plogotlp.NewGRPCClient(connection).Export(context.Background(), plogotlp.NewExportRequestFromLogs(logs))
	require.NoError(t, err)
	c.stop(t) // sends what waits still
	require.NotContains(t, c.log(t), "Exporting failed")

	c.folder = filepath.Dir(file)
	lines := c.lines(t, filepath.Base(file))
	require.Len(t, lines, 2)
	for _, line := range lines {
		if bytes.HasPrefix(line, []byte(`{"resourceSpans"`)) {
			archive.traces, err = (&ptrace.JSONUnmarshaler{}).UnmarshalTraces(line)
		} else {
			archive.logs, err = (&plog.JSONUnmarshaler{}).UnmarshalLogs(line)
		}
		require.NoError(t, err)
	}
	return archive, toVendor.lane(t), toMetadata.lane(t)
}

// TestLanes: the archive has every planted value as it was sent, in values that are bytes and lists too, though the other lanes
// change their copies of the same batch; the vendor has none of them, and the third lane not even what stood around them.
func TestLanes(t *testing.T) {
	traces, plantedSpans := plantedTraces()
	logs, plantedRecords := plantedLogs()
	archive, vendor, metadata := runLanes(t, traces, logs)

	kinds := kindsOf(archive.traces)
	require.Contains(t, kinds, "generation")
	require.Equal(t, kinds, kindsOf(vendor.traces), "each lane has what the enrichment found")
	require.Equal(t, kinds, kindsOf(metadata.traces), "each lane has what the enrichment found")
	checkSame(t, spanBytes(t, traces), spanBytes(t, withoutAdditions(archive.traces, traces)), plantedSpans)
	checkSame(t, recordBytes(t, logs), recordBytes(t, withoutAddedToRecords(archive.logs, logs)), plantedRecords)
	checkRedacted(t, spanBytes(t, vendor.traces), plantedSpans)
	checkRedacted(t, recordBytes(t, vendor.logs), plantedRecords)

	var held []string
	content := metadata.bytes(t)
	for _, p := range append(plantedSpans, plantedRecords...) {
		if holdsAny(content, p.cores) {
			held = append(held, p.String())
		}
	}
	checkNone(t, held, "the lane without content holds")
}

func kindsOf(traces ptrace.Traces) (kinds []string) {
	for _, span := range spansOf(traces) {
		kind, _ := span.Attributes().Get("genai.kind")
		kinds = append(kinds, kind.Str())
	}
	return kinds
}

// withoutAdditions removes the attributes that spans of sent don't have.
func withoutAdditions(got, sent ptrace.Traces) ptrace.Traces {
	before := spansOf(sent)
	for i, span := range spansOf(got) {
		keepKeysOf(span.Attributes(), before[i].Attributes())
	}
	return got
}

func withoutAddedToRecords(got, sent plog.Logs) plog.Logs {
	before := recordsOf(sent)
	for i, record := range recordsOf(got) {
		keepKeysOf(record.Attributes(), before[i].Attributes())
	}
	return got
}

func keepKeysOf(m, of pcommon.Map) {
	m.RemoveIf(func(key string, _ pcommon.Value) bool {
		_, sent := of.Get(key)
		return !sent
	})
}

// TestLanesShareWhatTheEnrichmentFound: one price, one kind, in all lanes; who used the model is told by the archive
// alone, and by the same pseudonym in the others.
func TestLanesShareWhatTheEnrichmentFound(t *testing.T) {
	const user, words = "canary-user-17", "canary words that are no finding"
	traces := ptrace.NewTraces()
	span := newGenerationSpan(traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans())
	span.Attributes().PutStr("gen_ai.request.model", "gpt-4o-mini")
	span.Attributes().PutInt("gen_ai.usage.input_tokens", 1000)
	span.Attributes().PutInt("gen_ai.usage.output_tokens", 100)
	span.Attributes().PutStr("user.id", user)
	span.Attributes().PutStr("gen_ai.input.messages", message(words))
	span.Attributes().PutStr("gen_ai.output.messages", message("jane.canary@example.com"))
	span.Events().AppendEmpty().Attributes().PutStr("gen_ai.prompt", words)
	logs := plog.NewLogs()
	record := newMessageRecord(logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords())
	record.Attributes().PutStr("user.id", user)
	record.Body().SetStr(message(words + " jane.canary@example.com"))
	archive, vendor, metadata := runLanes(t, traces, logs)

	var pseudonyms []string
	for _, l := range []lane{vendor, metadata} {
		ofSpan, _ := spansOf(l.traces)[0].Attributes().Get("user.id")
		ofRecord, _ := recordsOf(l.logs)[0].Attributes().Get("user.id")
		pseudonyms = append(pseudonyms, ofSpan.Str(), ofRecord.Str())
	}
	require.Regexp(t, "^<IDENTITY_[a-z]+_[a-z]+>$", pseudonyms[0])
	require.Equal(t, slices.Repeat(pseudonyms[:1], 4), pseudonyms)

	for name, tc := range map[string]struct {
		lane        lane
		user, words bool
	}{
		"archive":  {archive, true, true},
		"vendor":   {vendor, false, true},
		"metadata": {metadata, false, false},
	} {
		attrs := spansOf(tc.lane.traces)[0].Attributes()
		cost, _ := attrs.Get("genai.cost.total")
		assert.InDelta(t, 0.00021, cost.Double(), 1e-12, name)
		tokens, _ := attrs.Get("gen_ai.usage.input_tokens")
		assert.EqualValues(t, 1000, tokens.Int(), name)
		content := string(tc.lane.bytes(t))
		assert.Equal(t, tc.user, strings.Contains(content, user), "%s: the user", name)
		assert.Equal(t, tc.words, strings.Contains(content, words), "%s: words", name)
		assert.Equal(t, tc.words && tc.user, strings.Contains(content, "jane.canary"), "%s: the address", name)
	}
}
