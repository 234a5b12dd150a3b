package e2e

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// TestPlantedValuesLeaveNoTrace sends every canary in every place over every way in. The pipeline without genai is the
// control: it must show each of them, or the test could not fail.
func TestPlantedValuesLeaveNoTrace(t *testing.T) {
	t.Parallel()
	traces, plantedSpans := plantedTraces()
	logs, plantedRecords := plantedLogs()
	c := startCollector(t, "{}")
	c.sendTraces(t, traces)
	c.sendLogs(t, logs)
	metrics := c.ownMetrics(t)
	c.stop(t)

	for _, written := range c.writtenTraces(t, plainTraces) {
		checkShown(t, spanBytes(t, written), plantedSpans)
	}
	for _, written := range c.writtenTraces(t, processedTraces) {
		checkRedacted(t, spanBytes(t, written), plantedSpans)
	}
	for _, written := range c.writtenLogs(t, plainLogs) {
		checkShown(t, recordBytes(t, written), plantedRecords)
	}
	for _, written := range c.writtenLogs(t, processedLogs) {
		checkRedacted(t, recordBytes(t, written), plantedRecords)
	}

	// Whatever the parsed spans say: no byte of what left, was logged or counted may hold a core.
	for name, content := range map[string][]byte{
		processedTraces: readFile(t, c, processedTraces),
		processedLogs:   readFile(t, c, processedLogs),
		"own log":       []byte(c.log(t)),
		"own metrics":   []byte(metrics),
	} {
		var held []string
		for _, p := range slices.Concat(plantedSpans, plantedRecords) {
			if holdsAny(content, p.cores) {
				held = append(held, p.String())
			}
		}
		checkNone(t, held, name+" holds")
	}
}

// TestIdentity: who used the model is kept or dropped as configured, and is no finding; what a person is called is one.
func TestIdentity(t *testing.T) {
	t.Parallel()
	const user, person = "canary.user@example.com", "Canary Personname"
	traces := ptrace.NewTraces()
	span := newGenerationSpan(traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans())
	for _, key := range []string{"user.id", "enduser.id", "session.id", "gen_ai.conversation.id"} {
		span.Attributes().PutStr(key, user)
	}
	span.Attributes().PutStr("user.full_name", person)
	span.Attributes().PutStr("user.email", "not an address but "+person)

	for name, tc := range map[string]struct {
		configuration string
		kept          bool
	}{
		"identity is kept by default":            {"{}", true},
		"identity is kept when asked for":        {"{redaction: {identity: keep}}", true},
		"identity: drop leaves none of its keys": {"{redaction: {identity: drop}}", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := startCollector(t, tc.configuration)
			c.sendTraces(t, traces)
			c.stop(t)
			assert.Contains(t, string(readFile(t, c, plainTraces)), person)
			assert.NotContains(t, string(readFile(t, c, processedTraces)), person)
			want := 0
			if tc.kept {
				want = 4 * 3 // keys, each over three ways in
			}
			assert.Equal(t, want, strings.Count(string(readFile(t, c, processedTraces)), user))
		})
	}
}

// TestScopeAll: resources, scopes and spans that have nothing to do with GenAI are redacted only when asked for.
func TestScopeAll(t *testing.T) {
	t.Parallel()
	const core = "jane.canary"
	const text = "write to " + core + "@example.com"
	traces := ptrace.NewTraces()
	resource := traces.ResourceSpans().AppendEmpty()
	resource.Resource().Attributes().PutStr("deployment.owner", text)
	scope := resource.ScopeSpans().AppendEmpty()
	scope.Scope().Attributes().PutStr("owner", text)
	span := scope.Spans().AppendEmpty()
	span.SetName("GET /users")
	span.Attributes().PutStr("http.request.method", "GET")
	span.Attributes().PutStr("url.query", text)

	for name, tc := range map[string]struct {
		configuration string
		want          int
	}{
		"by default they stay as they are":    {"{}", 3 * 3},
		"scope: all leaves none of the three": {"{redaction: {scope: all}}", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := startCollector(t, tc.configuration)
			c.sendTraces(t, traces)
			c.stop(t)
			assert.Equal(t, tc.want, strings.Count(string(readFile(t, c, processedTraces)), core))
		})
	}
}

// checkShown fails for every planted value that its item does not show in any form.
func checkShown(t *testing.T, items [][]byte, plantings []planting) {
	t.Helper()
	require.Len(t, items, len(plantings))
	var missing []string
	for i, p := range plantings {
		if !holdsAny(items[i], p.cores) {
			missing = append(missing, p.String())
		}
	}
	checkNone(t, missing, "the control does not show")
}

// checkRedacted fails for every planted value that its item still shows, or that went without its placeholder.
func checkRedacted(t *testing.T, items [][]byte, plantings []planting) {
	t.Helper()
	require.Len(t, items, len(plantings))
	var leaked, unmarked []string
	for i, p := range plantings {
		if holdsAny(items[i], p.cores) {
			leaked = append(leaked, p.String())
		} else if !bytes.Contains(items[i], []byte("<"+p.canary.entity+">")) {
			unmarked = append(unmarked, p.String())
		}
	}
	checkNone(t, leaked, "leaked")
	checkNone(t, unmarked, "gone, but without the placeholder of its entity")
}

// checkNone fails with the first of the texts and their number.
func checkNone(t *testing.T, texts []string, what string) {
	t.Helper()
	if len(texts) > 0 {
		t.Errorf("%s: %d\n\t%s", what, len(texts), strings.Join(texts[:min(len(texts), 20)], "\n\t"))
	}
}

func holdsAny(content []byte, texts []string) bool {
	for _, text := range texts {
		if bytes.Contains(content, []byte(text)) {
			return true
		}
	}
	return false
}

// spanBytes returns each span in both encodings: protobuf shows bytes values as they are, JSON shows numbers as digits.
func spanBytes(t *testing.T, traces ptrace.Traces) [][]byte {
	t.Helper()
	var items [][]byte
	for _, span := range spansOf(traces) {
		single := ptrace.NewTraces()
		span.CopyTo(single.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty())
		binary, err := (&ptrace.ProtoMarshaler{}).MarshalTraces(single)
		require.NoError(t, err)
		items = append(items, fmt.Appendf(binary, "\n%s", tracesJSON(t, single)))
	}
	return items
}

// recordBytes does for log records what spanBytes does for spans.
func recordBytes(t *testing.T, logs plog.Logs) [][]byte {
	t.Helper()
	var items [][]byte
	for _, record := range recordsOf(logs) {
		single := plog.NewLogs()
		record.CopyTo(single.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty())
		binary, err := (&plog.ProtoMarshaler{}).MarshalLogs(single)
		require.NoError(t, err)
		items = append(items, fmt.Appendf(binary, "\n%s", logsJSON(t, single)))
	}
	return items
}

func readFile(t *testing.T, c *collector, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(c.folder, name))
	require.NoError(t, err)
	return content
}
