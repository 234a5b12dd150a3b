package processor

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// FuzzTraces states what holds for any traces whatever, each law with its own message. Its seeds are the golden cases.
func FuzzTraces(f *testing.F) {
	inputs, err := filepath.Glob(filepath.Join("..", "testdata", "golden", "*", "*", "in.json"))
	require.NoError(f, err)
	require.NotEmpty(f, inputs)
	for _, input := range inputs {
		text, err := os.ReadFile(input)
		require.NoError(f, err)
		f.Add(text)
	}
	enforcing := everything(f)
	enforcing.Full = true
	p, _ := newProcessor(f, enforcing)
	watching := everything(f)
	watching.Redaction.Mode = redact.Monitor
	watching.KeepAsIs, watching.Prices = true, nil
	monitor, _ := newProcessor(f, watching)

	f.Fuzz(func(t *testing.T, text []byte) {
		const maxBytes = 64 << 10
		if len(text) > maxBytes {
			return
		}
		var unmarshaler ptrace.JSONUnmarshaler
		td, err := unmarshaler.UnmarshalTraces(text)
		if err != nil {
			return
		}
		ctx := context.Background()
		original := ptrace.NewTraces()
		td.CopyTo(original)

		out, err := p.Traces(ctx, td)
		require.NoError(t, err, "processing never fails a batch")
		require.Equal(t, original.SpanCount(), out.SpanCount(), "no span is lost, none is added")

		first := ptrace.NewTraces()
		out.CopyTo(first)
		again, err := p.Traces(ctx, out)
		require.NoError(t, err)
		require.True(t, equalTraces(t, first, again), "a second pass changes nothing")

		seen := ptrace.NewTraces()
		original.CopyTo(seen)
		seen, err = monitor.Traces(ctx, seen)
		require.NoError(t, err)
		removeKinds(seen)
		removeKinds(original)
		require.True(t, equalTraces(t, original, seen), "monitoring changes nothing but genai.kind")
	})
}

// FuzzSpan states that a second pass changes nothing, over spans made of keys that the pipeline knows: of three bytes of the input two choose
// a key and one a value.
func FuzzSpan(f *testing.F) {
	keys, values := knownKeys(), awkwardValues()
	choose := func(key, value int) []byte { return []byte{byte(key >> 8), byte(key), byte(value)} }
	for i := range keys {
		j := i % len(values)
		f.Add(choose(i, j), "", i%2 == 0)
		f.Add(slices.Concat(choose(i, 3), choose(40, 4), choose(7, 5)), "openinference.instrumentation.bedrock", i%2 == 1)
		f.Add(slices.Concat(choose(i, j), choose(0, 18)), "", false) // beside an upstream kind
		f.Add(slices.Concat(choose(i, 26), choose(8, 16)), "", true) // an address where a name belongs
	}
	s := everything(f)
	standard, _ := newProcessor(f, s)
	s.Full = true
	s.Owners = []Owner{
		{"user", []OwnerSource{{Span: "user.id"}, {Call: "user"}, {Call: "api_key"}}},
		{"model", []OwnerSource{{Call: "inference_profile"}, {Span: "gen_ai.request.model", Lookup: true}, {Span: "model"}, {Value: "none"}}},
	}
	s.Basis = []BasisRule{{Where{Model: "gpt-*"}, basisSubscription}}
	full, _ := newProcessor(f, s)
	full.SetOwnerMap(OwnerMap{"gpt-4o-mini": {"model": "small"}, "a@example.com": {"model": "odd"}})
	s.KeepReported = true
	keeping, _ := newProcessor(f, s)
	s.KeepReported = false
	s.Emit = []string{"flat_cost"}
	table, err := costcalc.Default()
	require.NoError(f, err)
	s.Prices, err = table.With(costcalc.Overrides{Entries: []costcalc.Entry{
		{Match: costcalc.Match{Equals: "gpt-4o-mini"}, Currency: "EUR", Prices: map[string]costcalc.TieredPrice{"input_mtok": {Base: "0.333333"}}},
		{Match: costcalc.Match{Any: true}, SameAs: "openai/gpt-4o", Multiplier: "0.333333"},
	}})
	require.NoError(f, err)
	own, _ := newProcessor(f, s)

	f.Fuzz(func(t *testing.T, choices []byte, scope string, server bool) {
		const maxChoices = 96
		if len(choices) > maxChoices {
			return
		}
		for _, p := range []*Processor{standard, full, keeping, own} {
			td := ptrace.NewTraces()
			scopeSpans := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty()
			scopeSpans.Scope().SetName(scope)
			span := scopeSpans.Spans().AppendEmpty()
			span.SetKind(ptrace.SpanKindClient)
			if server {
				span.SetKind(ptrace.SpanKindServer)
			}
			for i := 0; i+2 < len(choices); i += 3 {
				key := int(choices[i])<<8 | int(choices[i+1])
				v := span.Attributes().PutEmpty(keys[key%len(keys)])
				require.NoError(t, v.FromRaw(values[int(choices[i+2])%len(values)]))
			}
			once, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			first := ptrace.NewTraces()
			once.CopyTo(first)
			twice, err := p.Traces(context.Background(), once)
			require.NoError(t, err)
			require.True(t, equalTraces(t, first, twice), "a second pass changes nothing")
		}
	})
}

// knownKeys are all keys that the dialects read, and those of our own; but for a total that nobody wrote of a cost: what equals it is taken for
// ours, as an emitted cost that comes back is, and no longer once the true one stands there.
func knownKeys() []string {
	keys := []string{attrKind, attrUsageRole, attrInputConvention, attrUnpricedReason, attrRedactionCount, attrKindRule, attrDialect}
	for _, d := range dialect.All() {
		for _, k := range d.Kinds {
			keys = append(keys, k.Key)
		}
		for _, f := range d.Fields {
			keys = append(keys, f.Key)
		}
		for _, s := range d.Structure {
			keys = append(keys, s.Key+"x")
		}
		keys = append(append(keys, d.OddKeys...), d.SharedOddKeys...)
	}
	return keys
}

func awkwardValues() []any {
	return []any{
		int64(0), int64(1), int64(12304), int64(math.MaxInt64), int64(-7), 3.0, 0.5, math.NaN(), math.Inf(1), true, "", "12", "12.5", "LLM", "chain", "TOOL", "chat", "execute_tool", "workflow",
		"invoke_agent", "fetch_response", "openai", "AWS", "langchain", "gpt-4o-mini", "claude-sonnet-4-5", "a@example.com", `["stop"]`, "stop, length", "own", "exclusive", "generation",
		[]any{"stop"}, []any{int64(1)}, map[string]any{"content": "a@example.com"}, []byte("a@example.com"), nil, "provider", "USD", 0.00007, "0.035199999999999995",
		`{"cost":0.25,"is_byok":false,"cost_details":{"upstream_inference_cost":0.25},"service_tier":"flex","server_tool_use":{"web_search_requests":2}}`,
		`{"response_cost":0.5,"cache_key":null}`, `{"openrouter":{"usage":{"cost":0.25}},"google":{"usageMetadata":{"trafficType":"ON_DEMAND_FLEX"}}}`,
	}
}

// equalTraces compares by OTLP/JSON, so that a failure prints nothing of what the input held.
func equalTraces(t *testing.T, a, b ptrace.Traces) bool {
	t.Helper()
	var marshaler ptrace.JSONMarshaler
	left, err := marshaler.MarshalTraces(a)
	require.NoError(t, err)
	right, err := marshaler.MarshalTraces(b)
	require.NoError(t, err)
	return string(left) == string(right)
}

func removeKinds(td ptrace.Traces) {
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				span.Attributes().Remove(attrKind)
			}
		}
	}
}
