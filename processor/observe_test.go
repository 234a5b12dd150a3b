package processor

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// notebook writes down what an observer is told.
type notebook struct{ lines []string }

func (n *notebook) Item(i Item) {
	if i.Policy.Name(redaction.Identity) != "IDENTITY" {
		n.lines = append(n.lines, "no policy")
	}
	n.lines = append(n.lines, fmt.Sprintf("item %d of %q: %s %s %v", i.Type, i.Service, i.Kind, i.Dialect, i.Content))
}

func (n *notebook) Done(place string, counted *redact.Outcome) {
	n.lines = append(n.lines, fmt.Sprintf("%s: found %d, failed %d", place, counted.Tally.Total(), counted.Tally.Failures()))
}

func observedTraces(service string) (ptrace.Traces, ptrace.ScopeSpans) {
	td := ptrace.NewTraces()
	rs := td.ResourceSpans().AppendEmpty()
	rs.Resource().Attributes().PutStr("service.name", service)
	return td, rs.ScopeSpans().AppendEmpty()
}

func TestAnObserverIsToldOfEachItemThatRedactionLooksAt(t *testing.T) {
	t.Parallel()
	const canary = "canary.bird@example.com"
	td, ss := observedTraces("shop")
	td.ResourceSpans().At(0).Resource().Attributes().PutStr("owner", canary)
	ss.Scope().SetName(canary)
	known := ss.Spans().AppendEmpty()
	known.Attributes().PutStr("gen_ai.operation.name", "chat")
	known.Attributes().PutStr("gen_ai.input.messages", canary)
	unknown := ss.Spans().AppendEmpty()
	unknown.Attributes().PutStr("my.prompt", canary+" "+canary)
	unknown.Attributes().PutStr(canary+".prompt", "hello")
	unknown.Attributes().PutStr("acme.prompt", "hello")
	ss.Spans().AppendEmpty().SetName("GET /")

	ld := plog.NewLogs()
	record := ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty()
	record.Attributes().PutStr("prompt", canary)

	const ofKnown = `item 0 of "shop": generation opentelemetry []`
	const ofUnknown = `item 0 of "shop":   [my.prompt (other key)]`
	for name, tc := range map[string]struct {
		all  bool
		want []string
	}{
		"GenAI and content": {false, []string{
			ofKnown, "gen_ai.input.messages: found 1, failed 0",
			ofUnknown, "my.prompt: found 2, failed 0", "(other key): found 1, failed 0", "(other key): found 1, failed 0",
			`item 1 of "":   [prompt]`, "prompt: found 1, failed 0",
		}},
		"everything": {true, []string{
			`item 2 of "shop":   []`, "owner: found 1, failed 0", `item 3 of "shop":   []`, `item 3 of "shop":   []`, "(name): found 1, failed 0",
			ofKnown, "gen_ai.input.messages: found 1, failed 0",
			ofUnknown, "my.prompt: found 2, failed 0", "(other key): found 1, failed 0", "(other key): found 1, failed 0",
			`item 0 of "shop":   []`,
			`item 2 of "":   []`, `item 3 of "":   []`, `item 3 of "":   []`, `item 1 of "":   [prompt]`, "prompt: found 1, failed 0",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var n notebook
			p, _ := newProcessor(t, Settings{RedactAll: tc.all, Observer: &n, KeepAsIs: true, Redaction: &redact.Settings{
				Mode: redact.Monitor, Text: redaction.Settings{Deny: []redaction.Deny{{Term: "acme"}}},
			}})
			traces, logs := ptrace.NewTraces(), plog.NewLogs()
			td.CopyTo(traces)
			ld.CopyTo(logs)
			_, err := p.Traces(context.Background(), traces)
			require.NoError(t, err)
			_, err = p.Logs(context.Background(), logs)
			require.NoError(t, err)
			assert.Equal(t, tc.want, n.lines)
		})
	}
}

func TestAnObserverIsToldNoServiceThatMayBeContent(t *testing.T) {
	t.Parallel()
	for service, want := range map[string]string{
		"shop":                     "shop",
		"Order service (EU)":       "Order service (EU)",
		"canary.bird@example.com":  hiddenService,
		"acme shop":                hiddenService,
		"":                         "",
		strings.Repeat("shop", 25): hiddenService,
	} {
		var n notebook
		p, _ := newProcessor(t, Settings{Observer: &n, Redaction: &redact.Settings{
			Text: redaction.Settings{Packs: []string{"network"}, Deny: []redaction.Deny{{Term: "acme"}}},
		}})
		td, ss := observedTraces(service)
		ss.Spans().AppendEmpty().Attributes().PutStr("prompt", "hello")
		_, err := p.Traces(context.Background(), td)
		require.NoError(t, err)
		assert.Equal(t, []string{fmt.Sprintf("item 0 of %q:   [prompt]", want)}, n.lines)
	}
}
