package e2e

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// TestTheOtherPipelineGetsItsInputUnchanged: both pipelines hang on the same receivers, and genai changes what it gets.
func TestTheOtherPipelineGetsItsInputUnchanged(t *testing.T) {
	t.Parallel()
	traces, plantedSpans := plantedTraces()
	logs, plantedRecords := plantedLogs()
	c := startCollector(t, "{}")
	c.sendTraces(t, traces)
	c.sendLogs(t, logs)
	c.stop(t)

	for _, written := range c.writtenTraces(t, plainTraces) {
		checkSame(t, spanBytes(t, traces), spanBytes(t, written), plantedSpans)
	}
	for _, written := range c.writtenLogs(t, plainLogs) {
		checkSame(t, recordBytes(t, logs), recordBytes(t, written), plantedRecords)
	}
	// The items are the same; so must be the bytes around them.
	for i, line := range c.lines(t, plainTraces) {
		assert.True(t, string(tracesJSON(t, traces)) == string(line), "traces, line %d: not the bytes that were sent", i+1)
	}
	for i, line := range c.lines(t, plainLogs) {
		assert.True(t, string(logsJSON(t, logs)) == string(line), "logs, line %d: not the bytes that were sent", i+1)
	}
}

// TestWhatIsNotGenAIPassesUnchanged sends ordinary spans and records, some with an address in them, among GenAI ones.
func TestWhatIsNotGenAIPassesUnchanged(t *testing.T) {
	t.Parallel()
	traces := ptrace.NewTraces()
	resource := traces.ResourceSpans().AppendEmpty()
	resource.Resource().Attributes().PutStr("service.name", "shop")
	resource.Resource().Attributes().PutStr("contact", "jane.canary@example.com")
	resource.SetSchemaUrl("https://opentelemetry.io/schemas/1.36.0")
	spans := resource.ScopeSpans().AppendEmpty().Spans()
	for _, attributes := range []map[string]any{
		{"http.request.method": "GET", "url.full": "https://example.com/u?mail=jane.canary@example.com", "http.response.status_code": 200},
		{"db.system.name": "postgresql", "db.query.text": "SELECT * FROM users WHERE mail = 'jane.canary@example.com'"},
		{"messaging.message.id": "m-1", "messaging.message.body.size": 10, "http.request.body.size": 4111111111111111},
		{"nested": map[string]any{"list": []any{1, 2.5, true, "x", nil}}, "empty": "", "raw": []byte{0, 255}},
	} {
		span := newGenerationSpan(spans)
		span.SetName("an ordinary span")
		span.SetKind(ptrace.SpanKindServer)
		require.NoError(t, span.Attributes().FromRaw(attributes))
		span.Events().AppendEmpty().Attributes().PutStr("exception.message", "no user jane.canary@example.com")
		span.Links().AppendEmpty().SetTraceID(pcommon.TraceID{15: 2})
	}
	ordinary := spans.Len()
	newGenerationSpan(spans).Attributes().PutStr("gen_ai.input.messages", "jane.canary@example.com")

	logs := plog.NewLogs()
	records := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords()
	record := records.AppendEmpty()
	record.SetSeverityText("INFO")
	record.Body().SetStr("user jane.canary@example.com logged in")
	record.Attributes().PutInt("attempt", 3)

	c := startCollector(t, "{}")
	c.sendTraces(t, traces)
	c.sendLogs(t, logs)
	c.stop(t)

	sent := spanBytes(t, traces)
	for _, written := range c.writtenTraces(t, processedTraces) {
		got := spanBytes(t, written)
		require.Len(t, got, len(sent))
		assert.Equal(t, sent[:ordinary], got[:ordinary])
		assert.NotEqual(t, sent[ordinary], got[ordinary], "the GenAI span among them went unseen")
		gotResource := written.ResourceSpans().At(0)
		assert.Equal(t, resource.Resource().Attributes().AsRaw(), gotResource.Resource().Attributes().AsRaw())
		assert.Equal(t, resource.SchemaUrl(), gotResource.SchemaUrl())
	}
	for _, line := range c.lines(t, processedLogs) {
		assert.Equal(t, string(logsJSON(t, logs)), string(line))
	}
}

// TestASecondPassChangesNothing sends a collector's own output through it again.
func TestASecondPassChangesNothing(t *testing.T) {
	t.Parallel()
	traces, plantedSpans := plantedTraces()
	first := startCollector(t, "{}")
	first.sendTraces(t, traces)
	first.stop(t)
	once := first.writtenTraces(t, processedTraces)[0]
	require.NotEqual(t, spanBytes(t, traces)[0], spanBytes(t, once)[0], "the first pass changed nothing")

	second := startCollector(t, "{}")
	second.sendTraces(t, once)
	second.stop(t)
	for _, written := range second.writtenTraces(t, processedTraces) {
		checkSame(t, spanBytes(t, once), spanBytes(t, written), plantedSpans)
	}
}

// checkSame fails for every item that differs, by the name of what was planted on it.
func checkSame(t *testing.T, want, got [][]byte, plantings []planting) {
	t.Helper()
	require.Len(t, got, len(want))
	var changed []string
	for i := range want {
		if !bytes.Equal(want[i], got[i]) {
			changed = append(changed, plantings[i].String())
		}
	}
	checkNone(t, changed, "changed")
}
