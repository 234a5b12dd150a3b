package processor

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

func readSpan(t *testing.T, scope string, kind ptrace.SpanKind, attrs map[string]any) *dialect.Call {
	t.Helper()
	v, err := dialect.Compile(dialect.All(), dialect.V1_41)
	require.NoError(t, err)
	span := ptrace.NewSpan()
	span.SetKind(kind)
	require.NoError(t, span.Attributes().FromRaw(attrs))
	c := &dialect.Call{}
	v.Span(v.Scope(scope), span, c)
	return c
}

func TestUsageRole(t *testing.T) {
	t.Parallel()
	const client, server, internal = ptrace.SpanKindClient, ptrace.SpanKindServer, ptrace.SpanKindInternal
	for _, tc := range []struct {
		name  string
		kind  ptrace.SpanKind
		attrs map[string]any
		want  string
	}{
		{"a client's chat is its own", client, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1}, roleOwn},
		{"an embedding is its own", internal, map[string]any{"gen_ai.operation.name": "embeddings", "gen_ai.usage.input_tokens": 1}, roleOwn},
		{"an agent repeats its calls", internal, map[string]any{"gen_ai.operation.name": "invoke_agent", "gen_ai.usage.input_tokens": 1}, roleAggregate},
		{"a workflow repeats its calls", internal, map[string]any{"traceloop.span.kind": "workflow", "llm.usage.prompt_tokens": 1}, roleAggregate},
		{"the server of a call that the client reports", server, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1}, roleServerSide},
		{"a fetched response was paid for before", client, map[string]any{"gen_ai.operation.name": "fetch_response", "gen_ai.usage.input_tokens": 1}, roleDuplicate},
		{"usage of the spans below under its own name is theirs", internal, map[string]any{"gen_ai.operation.name": "invoke_agent", "gen_ai.aggregated_usage.input_tokens": 1}, roleAggregate},
		{"a call's own usage beside that of its trace is its own", internal, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1, "gen_ai.aggregated_usage.input_tokens": 1}, roleOwn},
		{"without usage there is no role", client, map[string]any{"gen_ai.operation.name": "chat"}, ""},
		{"an upstream role can't keep a call from being priced", client, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1, "genai.usage.role": "duplicate"}, roleOwn},
		{"an upstream kind can't either", client, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1, "genai.kind": "tool"}, roleOwn},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, usageRole(readSpan(t, "", tc.kind, tc.attrs)))
		})
	}
}

func TestEveryUnitIsReadFromAField(t *testing.T) {
	t.Parallel()
	// No instrumentation is known that tells of these (2026-11); the price table has prices for them.
	read := map[costcalc.Unit]bool{costcalc.InputAnnotatedDocumentPages: true, costcalc.InputTextMessages: true}
	for _, p := range pricedFields {
		assert.False(t, read[p.unit], "%s is read twice", p.unit)
		read[p.unit] = true
	}
	for _, unit := range costcalc.Units() {
		assert.True(t, read[unit], "%s has no field in pricedFields", unit)
	}
}
