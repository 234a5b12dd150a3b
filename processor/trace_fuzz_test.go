package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// FuzzWholeTraces states what holds for any trees of spans: four bytes of the input make one span, which say its trace and parent, its
// interval, and what it is.
func FuzzWholeTraces(f *testing.F) {
	f.Add([]byte{0, 0, 0x09, 0, 0, 1, 0x18, 1, 0, 2, 0x27, 2})    // a wrapper, its wrapper and the call
	f.Add([]byte{0, 0, 0x09, 5, 0, 1, 0x18, 6, 0, 2, 0x27, 9})    // an agent over calls without usage
	f.Add([]byte{0, 2, 0x09, 0, 0, 1, 0x18, 1, 1, 1, 0x27, 2})    // a circle
	f.Add([]byte{0, 9, 0x09, 4, 0, 9, 0x18, 8, 0, 9, 0x27, 1})    // parents elsewhere
	f.Add([]byte{0, 1, 0x09, 7, 2, 2, 0x18, 10, 3, 3, 0x27, 11})  // parents of themselves, other traces
	f.Add([]byte{0, 0, 0x90, 12, 0, 1, 0x18, 13, 0, 2, 0x27, 14}) // an end before the start
	whole := wholeTraces(f)
	s := everything(f)
	s.WholeTraces, s.Full, s.DropUpstream = true, true, false
	full, _ := newProcessor(f, s)

	f.Fuzz(func(t *testing.T, choices []byte) {
		const maxBytes = 4 * 200
		if len(choices) > maxBytes {
			return
		}
		for _, p := range []*Processor{whole, full} {
			td := treeOf(t, choices)
			count := td.SpanCount()
			td, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			require.Equal(t, count, td.SpanCount(), "no span is lost, none is added")

			own, all, roots, sums := countTokens(td)
			require.LessOrEqual(t, own, all, "what counts is never more than all there is")
			require.Equal(t, own, sums, "the sums on the roots are those over the spans that count")
			require.LessOrEqual(t, roots, numTestTraces, "a trace has its sums once")

			first := ptrace.NewTraces()
			td.CopyTo(first)
			again, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			require.True(t, equalTraces(t, first, again), "a second pass changes nothing")
		}
	})
}

const numTestTraces = 3

// treeOf makes the spans of the input. Those on a circle have no root to be summed on, so they get none with usage.
func treeOf(t testing.TB, choices []byte) ptrace.Traces {
	kinds := []map[string]any{
		chat, joined(chat, idA), joined(chat, idB), joined(chat, noTokens), joined(chat, noModel), agentUsed, agentOf, toolOf, httpSpan, embed,
		joined(chat, noOutput), joined(chat, noInput), joined(agentUsed, map[string]any{"gen_ai.agent.name": "planner"}), joined(toolOf, map[string]any{"gen_ai.agent.id": "q"}),
		joined(chat, map[string]any{"gen_ai.response.model": "gpt-4o", attrTraceInputTokens: 7}),
	}
	td := ptrace.NewTraces()
	parents := map[uint64]uint64{}
	for i := 0; i+4 <= len(choices); i += 4 {
		id := uint64(i/4 + 1)
		trace := 1 + uint64(choices[i])%numTestTraces
		parent := uint64(choices[i+1])
		if onCircle(parents, id, parent) {
			parent = 0
		}
		parents[id] = parent
		span := testSpan{id: id, parent: parent, start: uint64(choices[i+2] >> 4), end: uint64(choices[i+2] & 0xf), attrs: kinds[int(choices[i+3])%len(kinds)]}
		addTrace(t, td, trace, span)
	}
	return td
}

// onCircle reports whether a span would be above itself.
func onCircle(parents map[uint64]uint64, id, parent uint64) bool {
	for at := parent; at != 0; at = parents[at] {
		if at == id {
			return true
		}
	}
	return false
}

// countTokens adds up the tokens of spans whose usage is their own, those of all spans with a role, and the sums on roots.
func countTokens(td ptrace.Traces) (own, all int64, roots int, sums int64) {
	number := func(attrs pcommon.Map, key string) int64 {
		if v, ok := attrs.Get(key); ok {
			return v.Int()
		}
		return 0
	}
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				attrs := span.Attributes()
				if role, ok := attrs.Get(attrUsageRole); ok {
					tokens := number(attrs, "gen_ai.usage.input_tokens") + number(attrs, "gen_ai.usage.output_tokens")
					all += tokens
					if role.Str() == roleOwn {
						own += tokens
					}
				}
				if _, ok := attrs.Get(attrTraceInputTokens); ok {
					roots++
					sums += number(attrs, attrTraceInputTokens) + number(attrs, attrTraceOutputTokens)
				}
			}
		}
	}
	return own, all, roots, sums
}
