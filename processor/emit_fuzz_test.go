package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// FuzzEmit states that a second pass changes nothing whatever is written for other backends and whichever originals are removed, over spans
// made of the keys of one dialect beside those of the conventions and of our own: one byte of the input chooses a key, the next a value.
func FuzzEmit(f *testing.F) {
	values, dialects := awkwardValues(), dialect.All()
	for i := range dialects {
		for j := i % 7; j < len(keysOf(dialects[i])); j += 7 { // enough to begin with
			f.Add([]byte{byte(j), byte(i + j), byte(j + 1), 1, byte(2 * j), 2}, "langfuse-sdk", byte(i+j), byte(i))
		}
	}
	prices, err := defaultPrices()
	require.NoError(f, err)
	var processors []*Processor
	for _, profile := range []dialect.Profile{dialect.V1_41, dialect.V1_36, dialect.Latest} {
		for _, names := range [][]string{{"openinference", "langfuse", "logfire", "signoz", "flat_cost"}, {"semconv_cost", "langfuse"}} {
			for _, keep := range []bool{false, true} {
				s := Settings{KeepReported: keep, Prices: prices, Full: profile == dialect.V1_36, Profile: profile, Emit: names, RemoveOriginals: true}
				p, _ := newProcessor(f, s)
				processors = append(processors, p)
			}
		}
	}
	f.Fuzz(func(t *testing.T, choices []byte, scope string, which, whose byte) {
		const maxChoices = 64
		if len(choices) > maxChoices {
			return
		}
		p, keys := processors[int(which)%len(processors)], keysOf(dialects[int(whose)%len(dialects)])
		td := ptrace.NewTraces()
		scopeSpans := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty()
		scopeSpans.Scope().SetName(scope)
		span := scopeSpans.Spans().AppendEmpty()
		span.SetStartTimestamp(1_775_000_000_123_456_789)
		for i := 0; i+1 < len(choices); i += 2 {
			v := span.Attributes().PutEmpty(keys[int(choices[i])%len(keys)])
			require.NoError(t, v.FromRaw(values[int(choices[i+1])%len(values)]))
		}
		if p.keepReported { // a total that nobody wrote of a cost makes the emitter's figure ours only until it is gone
			span.Attributes().Remove(attrCostTotal)
		}
		once, err := p.Traces(context.Background(), td)
		require.NoError(t, err)
		first := ptrace.NewTraces()
		once.CopyTo(first)
		twice, err := p.Traces(context.Background(), once)
		require.NoError(t, err)
		require.True(t, equalTraces(t, first, twice), "a second pass changes nothing")
	})
}

// keysOf are the keys of a dialect, those of the conventions, and some of our own.
func keysOf(d dialect.Dialect) []string {
	keys := []string{attrKind, attrUsageRole, attrCostTotal, attrInputConvention}
	for _, of := range []dialect.Dialect{d, dialect.All()[0]} {
		for _, k := range of.Kinds {
			keys = append(keys, k.Key)
		}
		for _, f := range of.Fields {
			keys = append(keys, f.Key)
		}
		for _, s := range of.Structure {
			keys = append(keys, s.Key+"x")
		}
		keys = append(append(keys, of.OddKeys...), of.SharedOddKeys...)
	}
	return keys
}
