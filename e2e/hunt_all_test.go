package e2e

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

// outerPlaces are those that only `scope: all` is about.
var outerPlaces = []place[ptrace.ResourceSpans]{
	{"a resource attribute", func(r ptrace.ResourceSpans, text string) { r.Resource().Attributes().PutStr("deployment.note", text) }},
	{"a key of a resource", func(r ptrace.ResourceSpans, text string) { r.Resource().Attributes().PutStr(text, "x") }},
	{"a scope attribute", func(r ptrace.ResourceSpans, text string) {
		r.ScopeSpans().At(0).Scope().Attributes().PutStr("note", text)
	}},
	{"the name of a scope", func(r ptrace.ResourceSpans, text string) { r.ScopeSpans().At(0).Scope().SetName(text) }},
	{"the version of a scope", func(r ptrace.ResourceSpans, text string) { r.ScopeSpans().At(0).Scope().SetVersion(text) }},
	{"an attribute of a span without GenAI", func(r ptrace.ResourceSpans, text string) { firstSpan(r).Attributes().PutStr("url.full", text) }},
	{"the name of a span without GenAI", func(r ptrace.ResourceSpans, text string) { firstSpan(r).SetName(text) }},
	{"an event of a span without GenAI", func(r ptrace.ResourceSpans, text string) {
		firstSpan(r).Events().AppendEmpty().Attributes().PutStr("exception.message", text)
	}},
	{"the trace state of a span", func(r ptrace.ResourceSpans, text string) { firstSpan(r).TraceState().FromRaw(member(text)) }},
	{"the trace state of a link", func(r ptrace.ResourceSpans, text string) {
		firstSpan(r).Links().AppendEmpty().TraceState().FromRaw(member(text))
	}},
}

func firstSpan(r ptrace.ResourceSpans) ptrace.Span { return r.ScopeSpans().At(0).Spans().At(0) }

// member returns text as a member of a trace state, among others, without the signs that would end it.
func member(text string) string {
	return "a=1,note=" + strings.NewReplacer(",", ";", "\n", " ").Replace(text) + ",b=2"
}

// TestLeakHuntScopeAll plants every canary where only `scope: all` looks.
func TestLeakHuntScopeAll(t *testing.T) {
	t.Parallel()
	traces := ptrace.NewTraces()
	var plantings []planting
	for _, c := range packCanaries() {
		for _, p := range outerPlaces {
			if strings.Contains(p.name, "trace state") && (c.comma || c.lines || strings.ContainsAny(c.core, ",\n")) {
				continue // no member holds such a sign
			}
			r := traces.ResourceSpans().AppendEmpty()
			span := r.ScopeSpans().AppendEmpty().Spans().AppendEmpty()
			span.SetName("GET /")
			span.Attributes().PutStr("http.request.method", "GET")
			p.put(r, c.text)
			plantings = append(plantings, planting{c, p.name, c.forms()})
		}
	}
	for i, item := range resourcesOf(t, traces) {
		if !holdsAny(item, plantings[i].cores) {
			t.Errorf("%s is not shown", plantings[i])
		}
	}

	c := startCollector(t, "{redaction: {packs: [all], scope: all}}")
	_, err := ptraceotlp.NewGRPCClient(c.dial(t)).Export(context.Background(), ptraceotlp.NewExportRequestFromTraces(traces))
	require.NoError(t, err)
	c.waitForLines(t, processedTraces, 1)
	metrics := c.ownMetrics(t)
	c.stop(t)

	var leaked []string
	for i, item := range resourcesOf(t, c.writtenTraces(t, processedTraces)[0]) {
		if holdsAny(item, plantings[i].cores) {
			leaked = append(leaked, plantings[i].String())
		}
	}
	checkNone(t, leaked, "leaked")
	for _, p := range plantings {
		if bytes.Contains([]byte(c.log(t)+metrics), []byte(p.canary.core)) {
			t.Errorf("the own log or metrics hold %s", p)
		}
	}
	t.Logf("%d combinations of canary and place", len(plantings))
}

// resourcesOf returns each resource with all below it, as JSON.
func resourcesOf(t *testing.T, traces ptrace.Traces) [][]byte {
	t.Helper()
	var items [][]byte
	for _, r := range traces.ResourceSpans().All() {
		single := ptrace.NewTraces()
		r.CopyTo(single.ResourceSpans().AppendEmpty())
		items = append(items, tracesJSON(t, single))
	}
	return items
}
