package processor

import (
	"context"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// testSpan is one span of a trace: its number, its parent's (0 for none) and when it ran. Ids are made of the numbers.
type testSpan struct {
	id, parent, start, end uint64
	attrs                  map[string]any
}

// traceOf puts the spans into one trace.
func traceOf(t testing.TB, spans ...testSpan) ptrace.Traces {
	t.Helper()
	td := ptrace.NewTraces()
	addTrace(t, td, 1, spans...)
	return td
}

// addTrace adds a trace with a number, 0 for spans without a trace id.
func addTrace(t testing.TB, td ptrace.Traces, trace uint64, spans ...testSpan) {
	t.Helper()
	list := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for _, s := range spans {
		span := list.AppendEmpty()
		var traceID pcommon.TraceID
		binary.BigEndian.PutUint64(traceID[8:], trace)
		span.SetTraceID(traceID)
		span.SetSpanID(spanID(s.id))
		span.SetParentSpanID(spanID(s.parent))
		span.SetStartTimestamp(pcommon.Timestamp(s.start))
		span.SetEndTimestamp(pcommon.Timestamp(s.end))
		require.NoError(t, span.Attributes().FromRaw(s.attrs))
	}
}

func spanID(n uint64) (id pcommon.SpanID) {
	binary.BigEndian.PutUint64(id[:], n)
	return id
}

func wholeTraces(t testing.TB) *Processor {
	t.Helper()
	s := everything(t)
	s.WholeTraces = true
	p, _ := newProcessor(t, s)
	return p
}

// run processes and returns the attributes of the spans by their numbers.
func run(t testing.TB, p *Processor, td ptrace.Traces) map[uint64]map[string]any {
	t.Helper()
	td, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	found := map[uint64]map[string]any{}
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				id := span.SpanID()
				found[binary.BigEndian.Uint64(id[:])] = span.Attributes().AsRaw()
			}
		}
	}
	return found
}

// attributeOf returns one attribute of all spans that have it.
func attributeOf(spans map[uint64]map[string]any, key string) map[uint64]any {
	found := map[uint64]any{}
	for id, attrs := range spans {
		if v, ok := attrs[key]; ok {
			found[id] = v
		}
	}
	return found
}

var (
	chat = map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
		"gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 100,
	}
	idA, idB = map[string]any{"gen_ai.response.id": "a"}, map[string]any{"gen_ai.response.id": "b"}
	embed    = map[string]any{
		"gen_ai.operation.name": "embeddings", "gen_ai.provider.name": "openai", "gen_ai.request.model": "text-embedding-3-small", "gen_ai.usage.input_tokens": 50,
	}
	noInput   = map[string]any{"gen_ai.usage.input_tokens": nil}
	noOutput  = map[string]any{"gen_ai.usage.output_tokens": nil}
	noTokens  = map[string]any{"gen_ai.usage.input_tokens": nil, "gen_ai.usage.output_tokens": nil}
	noModel   = map[string]any{"gen_ai.request.model": nil}
	cached    = map[string]any{"gen_ai.usage.cache_read.input_tokens": 800, "gen_ai.usage.reasoning.output_tokens": 5}
	toolOf    = map[string]any{"gen_ai.operation.name": "execute_tool"}
	agentOf   = map[string]any{"gen_ai.operation.name": "invoke_agent"}
	agentUsed = joined(chat, agentOf)
)

// joined joins attributes; nil takes one away.
func joined(attrs ...map[string]any) map[string]any {
	all := map[string]any{}
	for _, m := range attrs {
		for key, v := range m {
			if all[key] = v; v == nil {
				delete(all, key)
			}
		}
	}
	return all
}

func TestOfSpansOfOneCallOneCounts(t *testing.T) {
	t.Parallel()
	const own, duplicate = roleOwn, roleDuplicate
	for _, tc := range []struct {
		name         string
		outer, inner map[string]any
		want         map[uint64]any
	}{
		{"same response id", joined(chat, idA), joined(chat, idA), map[uint64]any{1: duplicate, 2: own}},
		{"same response id, tokens counted otherwise", joined(chat, idA, map[string]any{"gen_ai.usage.input_tokens": 900}), joined(chat, idA), map[uint64]any{1: duplicate, 2: own}},
		{"same response id and no model", joined(chat, idA, noModel), joined(chat, idA, noModel), map[uint64]any{1: duplicate, 2: own}},
		{"no response id, same model and tokens", chat, chat, map[uint64]any{1: duplicate, 2: own}},
		{"one response id, same model and tokens", chat, joined(chat, idA), map[uint64]any{1: duplicate, 2: own}},
		{"model with its gateway's prefix", joined(chat, map[string]any{"gen_ai.request.model": "OpenAI/gpt-4o-mini"}), chat, map[uint64]any{1: duplicate, 2: own}},
		{"model asked for that the inner one also asked for, and another that answered", chat, joined(chat, map[string]any{"gen_ai.response.model": "gpt-4o-mini-2024-07-18"}), map[uint64]any{1: duplicate, 2: own}},
		{"embeddings", embed, embed, map[uint64]any{1: duplicate, 2: own}},
		{"outer one without output tokens", joined(chat, noOutput), chat, map[uint64]any{1: duplicate, 2: own}},
		{"inner one without output tokens: the outer one knows more", chat, joined(chat, noOutput), map[uint64]any{1: own, 2: duplicate}},
		{"inner one without tokens: the outer one has the only ones", chat, joined(chat, noTokens), map[uint64]any{1: own}},
		{"inner one with tokens of 0, as emitters write of streams", chat, joined(chat, map[string]any{"gen_ai.usage.input_tokens": 0, "gen_ai.usage.output_tokens": 0}), map[uint64]any{1: own, 2: duplicate}},
		{"inner one without the outer one's cache and reasoning: the outer one knows more", joined(chat, cached), chat, map[uint64]any{1: own, 2: duplicate}},
		{"inner one with as many details as the outer one", joined(chat, cached), joined(chat, cached), map[uint64]any{1: duplicate, 2: own}},
		{"inner one without output tokens, outer one without the inner one's cache", chat, joined(chat, cached, noOutput), map[uint64]any{1: own, 2: duplicate}},
		{"outer one without tokens has no role", joined(chat, noTokens), chat, map[uint64]any{2: own}},

		{"near miss: response ids that differ", joined(chat, idA), joined(chat, idB), map[uint64]any{1: own, 2: own}},
		{"near miss: same tokens and no model", joined(chat, noModel), joined(chat, noModel), map[uint64]any{1: own, 2: own}},
		{"near miss: same tokens, the model on one side only", joined(chat, noModel), chat, map[uint64]any{1: own, 2: own}},
		{"near miss: same tokens of another model", joined(chat, map[string]any{"gen_ai.request.model": "gpt-4o"}), chat, map[uint64]any{1: own, 2: own}},
		{"near miss: same model and input, other output", joined(chat, map[string]any{"gen_ai.usage.output_tokens": 99}), chat, map[uint64]any{1: own, 2: own}},
		{"near miss: input on one side, output on the other, nothing in common", joined(chat, noOutput), joined(chat, noInput), map[uint64]any{1: own, 2: own}},
		{"near miss: a rerank with the numbers of an embedding", joined(embed, map[string]any{"gen_ai.operation.name": "rerank"}), embed, map[uint64]any{1: own, 2: own}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			spans := run(t, wholeTraces(t), traceOf(t, testSpan{1, 0, 10, 90, tc.outer}, testSpan{2, 1, 20, 80, tc.inner}))
			assert.Equal(t, tc.want, attributeOf(spans, attrUsageRole))
			for id, role := range tc.want {
				if role == duplicate {
					assert.NotContains(t, spans[id], attrCostTotal)
					assert.NotContains(t, spans[id], attrUnpricedReason)
				}
			}
		})
	}
}

func TestOnlyTheWrappersInnermostCallCounts(t *testing.T) {
	t.Parallel()
	const own, duplicate = roleOwn, roleDuplicate
	for _, tc := range []struct {
		name  string
		spans []testSpan
		want  map[uint64]any
	}{
		{"four deep, spans of others between", []testSpan{
			{1, 0, 0, 90, chat}, {2, 1, 1, 89, httpSpan}, {3, 2, 2, 88, chat}, {4, 3, 3, 87, chat}, {5, 4, 3, 87, toolOf}, {6, 5, 4, 80, joined(chat, idA)},
		}, map[uint64]any{1: duplicate, 3: duplicate, 4: duplicate, 6: own}},
		{"children before their parents in the batch", []testSpan{{3, 2, 2, 8, chat}, {2, 1, 1, 9, chat}, {1, 0, 0, 10, chat}}, map[uint64]any{1: duplicate, 2: duplicate, 3: own}},
		{"two calls below: the wrapper has the last one's id, and both count", []testSpan{
			{1, 0, 0, 90, joined(chat, idB, map[string]any{"gen_ai.usage.input_tokens": 2000})}, {2, 1, 1, 40, joined(chat, idA)}, {3, 1, 41, 80, joined(chat, idB)},
		}, map[uint64]any{1: duplicate, 2: own, 3: own}},
		{"first attempt failed without tokens", []testSpan{{1, 0, 0, 90, chat}, {2, 1, 1, 40, joined(chat, noTokens)}, {3, 1, 41, 80, chat}}, map[uint64]any{1: duplicate, 3: own}},
		{"near miss: siblings never tell of one call, whatever they share", []testSpan{{1, 0, 0, 90, httpSpan}, {2, 1, 1, 40, joined(chat, idA)}, {3, 1, 1, 40, joined(chat, idA)}}, map[uint64]any{2: own, 3: own}},
		{"near miss: below, but it began after the other one's end", []testSpan{{1, 0, 0, 40, joined(chat, idA)}, {2, 1, 50, 60, joined(chat, idA)}}, map[uint64]any{1: own, 2: own}},
		{"near miss: below, but it ended later", []testSpan{{1, 0, 0, 40, chat}, {2, 1, 10, 41, chat}}, map[uint64]any{1: own, 2: own}},
		{"near miss: the parent is not in the batch", []testSpan{{1, 0, 0, 90, chat}, {3, 2, 1, 40, chat}}, map[uint64]any{1: own, 3: own}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, attributeOf(run(t, wholeTraces(t), traceOf(t, tc.spans...)), attrUsageRole))
		})
	}
}

func TestTheServedSideBelowAClientIsNoWrappedCall(t *testing.T) {
	t.Parallel()
	td := traceOf(t, testSpan{1, 0, 0, 90, joined(chat, idA)}, testSpan{2, 1, 1, 80, joined(chat, idA)})
	td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(1).SetKind(ptrace.SpanKindServer)
	assert.Equal(t, map[uint64]any{1: roleOwn, 2: roleServerSide}, attributeOf(run(t, wholeTraces(t), td), attrUsageRole))
}

func TestAWrapperWithoutUsageNeedsNoReason(t *testing.T) {
	t.Parallel()
	spans := run(t, wholeTraces(t), traceOf(t, testSpan{1, 0, 0, 90, joined(chat, noTokens)}, testSpan{2, 1, 1, 80, chat}))
	assert.Empty(t, attributeOf(spans, attrUnpricedReason))
	spans = run(t, wholeTraces(t), traceOf(t, testSpan{1, 0, 0, 90, joined(chat, noTokens)}, testSpan{2, 1, 1, 80, joined(chat, noTokens)}))
	assert.Equal(t, map[uint64]any{2: "no_usage"}, attributeOf(spans, attrUnpricedReason), "of a call that nobody counted one span says so")
}

func TestAnAgentCountsWhereNoCallBelowDoes(t *testing.T) {
	t.Parallel()
	const own, aggregate = roleOwn, roleAggregate
	workflow := map[string]any{"gen_ai.operation.name": "invoke_workflow"}
	for _, tc := range []struct {
		name   string
		spans  []testSpan
		roles  map[uint64]any
		priced []uint64
	}{
		{"alone", []testSpan{{1, 0, 0, 90, agentUsed}}, map[uint64]any{1: own}, []uint64{1}},
		{"over calls without usage", []testSpan{{1, 0, 0, 90, agentUsed}, {2, 1, 1, 80, joined(chat, noTokens)}}, map[uint64]any{1: own}, []uint64{1}},
		{"over calls with counts of 0", []testSpan{{1, 0, 0, 90, agentUsed}, {2, 1, 1, 80, joined(chat, map[string]any{"gen_ai.usage.input_tokens": 0, "gen_ai.usage.output_tokens": 0})}}, map[uint64]any{1: own, 2: own}, []uint64{1}},
		{"workflow", []testSpan{{1, 0, 0, 90, joined(chat, workflow)}}, map[uint64]any{1: own}, []uint64{1}},
		{"without a model it counts and has no price", []testSpan{{1, 0, 0, 90, joined(agentUsed, noModel)}}, map[uint64]any{1: own}, nil},
		{"with a model that nobody knows it counts and has no price", []testSpan{{1, 0, 0, 90, joined(agentUsed, map[string]any{"gen_ai.request.model": "nobodys-model"})}}, map[uint64]any{1: own}, nil},
		{"the innermost of a chain", []testSpan{{1, 0, 0, 90, agentUsed}, {2, 1, 1, 80, joined(chat, workflow)}, {3, 2, 2, 70, agentUsed}, {4, 3, 3, 60, toolOf}}, map[uint64]any{1: aggregate, 2: aggregate, 3: own}, []uint64{3}},
		{"two agents beside each other below one", []testSpan{{1, 0, 0, 90, agentUsed}, {2, 1, 1, 40, agentUsed}, {3, 1, 41, 80, agentUsed}}, map[uint64]any{1: aggregate, 2: own, 3: own}, []uint64{2, 3}},

		{"near miss: a call far below has usage", []testSpan{{1, 0, 0, 90, agentUsed}, {2, 1, 1, 80, toolOf}, {3, 2, 2, 70, httpSpan}, {4, 3, 3, 60, chat}}, map[uint64]any{1: aggregate, 4: own}, []uint64{4}},
		{"near miss: one call of two has usage", []testSpan{{1, 0, 0, 90, agentUsed}, {2, 1, 1, 40, joined(chat, noTokens)}, {3, 1, 41, 80, chat}}, map[uint64]any{1: aggregate, 3: own}, []uint64{3}},
		{"near miss: a tool with usage stays what repeats its calls", []testSpan{{1, 0, 0, 90, joined(chat, toolOf)}}, map[uint64]any{1: aggregate}, nil},
		{"near miss: the calls with usage are in another branch", []testSpan{{1, 0, 0, 90, httpSpan}, {2, 1, 1, 40, agentUsed}, {3, 1, 41, 80, chat}}, map[uint64]any{2: own, 3: own}, []uint64{2, 3}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			spans := run(t, wholeTraces(t), traceOf(t, tc.spans...))
			assert.Equal(t, tc.roles, attributeOf(spans, attrUsageRole))
			costs := attributeOf(spans, attrCostTotal)
			assert.Len(t, costs, len(tc.priced))
			for _, id := range tc.priced {
				assert.Contains(t, costs, id)
			}
			for id := range attributeOf(spans, attrUnpricedReason) {
				assert.Equal(t, "chat", spans[id]["gen_ai.operation.name"], "an agent makes no call and needs no reason")
			}
		})
	}
}

func TestChildrenInheritTheNearestNames(t *testing.T) {
	t.Parallel()
	const agentKey, workflowKey = "gen_ai.agent.name", "gen_ai.workflow.name"
	named := func(attrs map[string]any, name string) map[string]any {
		return joined(attrs, map[string]any{agentKey: name})
	}
	agentID := func(id string) map[string]any { return map[string]any{"gen_ai.agent.id": id} }
	flow := map[string]any{"gen_ai.operation.name": "invoke_workflow", workflowKey: "orders"}
	for _, tc := range []struct {
		name      string
		spans     []testSpan
		agents    map[uint64]any
		workflows map[uint64]any
	}{
		{"the nearest agent's, through spans of others, which get none", []testSpan{
			{1, 0, 0, 90, flow}, {2, 1, 1, 80, named(agentOf, "planner")}, {3, 2, 2, 70, httpSpan}, {4, 3, 3, 60, named(agentOf, "searcher")}, {5, 4, 4, 50, chat}, {6, 2, 61, 70, toolOf},
		}, map[uint64]any{2: "planner", 4: "searcher", 5: "searcher", 6: "planner"}, map[uint64]any{1: "orders", 2: "orders", 4: "orders", 5: "orders", 6: "orders"}},
		{"what a span says itself stays", []testSpan{{1, 0, 0, 90, named(agentOf, "planner")}, {2, 1, 1, 80, named(chat, "critic")}}, map[uint64]any{1: "planner", 2: "critic"}, map[uint64]any{}},
		{"an agent without a name is not called by another's, the calls below it are", []testSpan{
			{1, 0, 0, 90, named(agentOf, "planner")}, {2, 1, 1, 80, agentOf}, {3, 2, 2, 70, chat},
		}, map[uint64]any{1: "planner", 3: "planner"}, map[uint64]any{}},
		{"an agent known by another id is another agent", []testSpan{
			{1, 0, 0, 90, joined(named(agentOf, "planner"), agentID("p"))}, {2, 1, 1, 80, joined(chat, agentID("q"))}, {3, 2, 2, 70, toolOf}, {4, 1, 1, 80, joined(chat, agentID("p"))},
		}, map[uint64]any{1: "planner", 4: "planner"}, map[uint64]any{}},
		{"nothing comes from a span that is not in the batch", []testSpan{{3, 2, 2, 70, chat}, {1, 0, 0, 90, named(agentOf, "planner")}}, map[uint64]any{1: "planner"}, map[uint64]any{}},
		{"nothing goes up or to the side", []testSpan{{1, 0, 0, 90, chat}, {2, 1, 1, 80, named(toolOf, "planner")}, {3, 1, 1, 80, toolOf}}, map[uint64]any{2: "planner"}, map[uint64]any{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			spans := run(t, wholeTraces(t), traceOf(t, tc.spans...))
			assert.Equal(t, tc.agents, attributeOf(spans, agentKey))
			assert.Equal(t, tc.workflows, attributeOf(spans, workflowKey))
		})
	}
}
