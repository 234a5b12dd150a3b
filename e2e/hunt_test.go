package e2e

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

// huntedActions are what may become of a finding; keep is none of them.
func huntedActions() map[string]string {
	key := letters(40)
	policy := func(action string) string {
		return fmt.Sprintf("{redaction: {packs: [all], action: %s, pseudonym: {key: %s}}}", action, key)
	}
	return map[string]string{
		"replace":        policy("replace"),
		"pseudonym":      policy("pseudonym"),
		"mask":           policy("mask"),
		"drop_value":     policy("drop_value"),
		"drop_attribute": policy("drop_attribute"),
	}
}

// TestLeakHunt plants every canary of every pack in every place and every encoding, for each action, and looks for it in every byte that
// leaves the collector.
func TestLeakHunt(t *testing.T) {
	t.Parallel()
	combinations := 0
	for action, policy := range huntedActions() {
		c := startCollector(t, policy)
		spans, records := sendHunted(t, c)
		metrics := c.ownMetrics(t)
		c.stop(t)
		combinations += len(spans) + len(records)

		var leaked []string
		for i, item := range spansWritten(t, c) {
			if holdsAny(item, spans[i].cores) {
				leaked = append(leaked, spans[i].String())
			}
		}
		for i, item := range recordsWritten(t, c) {
			if holdsAny(item, records[i].cores) {
				leaked = append(leaked, records[i].String())
			}
		}
		checkNone(t, leaked, action+": leaked")
		for name, content := range map[string][]byte{"own log": []byte(c.log(t)), "own metrics": []byte(metrics)} {
			for _, canary := range packCanaries() {
				if bytes.Contains(content, []byte(canary.core)) {
					t.Errorf("%s: the %s holds %s", action, name, canary.name)
				}
			}
		}
	}
	t.Logf("%d combinations of canary, place, encoding and action", combinations)
}

// huntBatch is the number of items in a request: a message of gRPC holds 4 MiB.
const huntBatch = 1000

// sendHunted sends all plantings and returns what was planted in the order of the items.
func sendHunted(t *testing.T, c *collector) (spans, records []planting) {
	t.Helper()
	connection := c.dial(t)
	toTraces, toLogs := ptraceotlp.NewGRPCClient(connection), plogotlp.NewGRPCClient(connection)
	requests := 0
	traces := ptrace.NewTraces()
	flushTraces := func() {
		_, err := toTraces.Export(context.Background(), ptraceotlp.NewExportRequestFromTraces(traces))
		require.NoError(t, err)
		requests++
		traces = ptrace.NewTraces()
	}
	for _, planted := range hunted() {
		if planted.onSpan == nil {
			continue
		}
		if traces.ResourceSpans().Len() == 0 {
			traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty()
		}
		items := traces.ResourceSpans().At(0).ScopeSpans().At(0).Spans()
		planted.onSpan(newGenerationSpan(items), planted.text)
		spans = append(spans, planted.planting)
		if items.Len() == huntBatch {
			flushTraces()
		}
	}
	flushTraces()
	c.waitForLines(t, processedTraces, requests)

	requests = 0
	logs := plog.NewLogs()
	flushLogs := func() {
		_, err := toLogs.Export(context.Background(), plogotlp.NewExportRequestFromLogs(logs))
		require.NoError(t, err)
		requests++
		logs = plog.NewLogs()
	}
	for _, planted := range hunted() {
		if planted.onRecord == nil {
			continue
		}
		if logs.ResourceLogs().Len() == 0 {
			logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty()
		}
		items := logs.ResourceLogs().At(0).ScopeLogs().At(0).LogRecords()
		planted.onRecord(newMessageRecord(items), planted.text)
		records = append(records, planted.planting)
		if items.Len() == huntBatch {
			flushLogs()
		}
	}
	flushLogs()
	c.waitForLines(t, processedLogs, requests)
	return spans, records
}

// hunt is one canary in one place and one encoding.
type hunt struct {
	planting
	text     string
	onSpan   func(s ptrace.Span, text string)
	onRecord func(r plog.LogRecord, text string)
}

// hunted returns all of them. Each must show its core before it is sent, or the test could not fail.
func hunted() (all []hunt) {
	for _, c := range packCanaries() {
		for _, e := range encodings() {
			all = append(all, huntedValues(c, e, valuePlaces)...)
			for _, p := range spanPlaces {
				all = append(all, newHunt(c, e, p.name, p.put, nil))
			}
			for _, p := range recordPlaces {
				all = append(all, newHunt(c, e, p.name, nil, p.put))
			}
		}
	}
	for _, e := range encodings() {
		all = append(all, huntedValues(secretCanary(), e, secretPlaces)...)
	}
	return all
}

// huntedValues has c in each of places, in values of a span and in the body of a record.
func huntedValues(c canary, e encoding, places []place[pcommon.Value]) (all []hunt) {
	for _, p := range places {
		all = append(all,
			newHunt(c, e, "content, "+p.name, func(s ptrace.Span, text string) {
				putValue(s.Attributes(), "gen_ai.input.messages", p, text)
			}, nil),
			newHunt(c, e, "an unknown attribute, "+p.name, func(s ptrace.Span, text string) { putValue(s.Attributes(), "app.remark", p, text) }, nil),
			newHunt(c, e, "the body, "+p.name, nil, func(r plog.LogRecord, text string) { p.put(r.Body(), text) }))
	}
	return all
}

func newHunt(c canary, e encoding, place string, onSpan func(ptrace.Span, string), onRecord func(plog.LogRecord, string)) hunt {
	text := e.write(c.text)
	if !strings.Contains(text, e.encode(c.core)) {
		panic(c.name + " is not shown " + e.name)
	}
	return hunt{planting{c, place + ", " + e.name, e.forms(c.core)}, text, onSpan, onRecord}
}

func putValue(m pcommon.Map, key string, p place[pcommon.Value], text string) {
	value := pcommon.NewValueEmpty()
	p.put(value, text)
	value.MoveTo(m.PutEmpty(key))
}

func spansWritten(t *testing.T, c *collector) [][]byte {
	t.Helper()
	var items [][]byte
	for _, written := range c.writtenTraces(t, processedTraces) {
		items = append(items, spanBytes(t, written)...)
	}
	return items
}

func recordsWritten(t *testing.T, c *collector) [][]byte {
	t.Helper()
	var items [][]byte
	for _, written := range c.writtenLogs(t, processedLogs) {
		items = append(items, recordBytes(t, written)...)
	}
	return items
}
