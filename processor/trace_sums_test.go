package processor

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// sumsOf are the sums that spans carry, by their numbers: input tokens, output tokens, cost.
func sumsOf(spans map[uint64]map[string]any) map[uint64][3]any {
	found := map[uint64][3]any{}
	for id, attrs := range spans {
		sums := [3]any{attrs[attrTraceInputTokens], attrs[attrTraceOutputTokens], attrs[attrTraceCost]}
		if sums != [3]any{} {
			found[id] = sums
		}
	}
	return found
}

// chatCost is what chat costs: 1000 tokens in at 0.15 USD and 100 out at 0.60 USD a million.
const chatCost = 1000*0.15e-6 + 100*0.60e-6

func TestTheRootHasTheSumsOfItsTrace(t *testing.T) {
	t.Parallel()
	unknown := map[string]any{"gen_ai.request.model": "nobodys-model"}
	stale := map[string]any{attrTraceCost: 7.5, attrTraceInputTokens: 7, attrTraceOutputTokens: 7, "genai.trace.other": "x"}
	one := [3]any{int64(1000), int64(100), chatCost}
	for _, tc := range []struct {
		name  string
		spans []testSpan
		want  map[uint64][3]any
	}{
		{"over calls of their own, on a root that is not GenAI", []testSpan{
			{1, 0, 0, 90, httpSpan}, {2, 1, 1, 80, agentUsed}, {3, 2, 2, 40, chat}, {4, 3, 3, 30, chat}, {5, 2, 41, 80, chat},
		}, map[uint64][3]any{1: {int64(2000), int64(200), 2 * chatCost}}},
		{"an agent's that counts", []testSpan{{1, 0, 0, 90, agentUsed}}, map[uint64][3]any{1: one}},
		{"a call without a price adds its tokens", []testSpan{{1, 0, 0, 90, httpSpan}, {2, 1, 1, 40, chat}, {3, 1, 41, 80, joined(chat, unknown)}}, map[uint64][3]any{1: {int64(2000), int64(200), chatCost}}},
		{"no cost where nothing has a price", []testSpan{{1, 0, 0, 90, joined(chat, unknown)}}, map[uint64][3]any{1: {int64(1000), int64(100), nil}}},
		{"nothing where nothing has usage", []testSpan{{1, 0, 0, 90, httpSpan}, {2, 1, 1, 80, joined(chat, noTokens)}}, map[uint64][3]any{}},
		{"a root whose parent is elsewhere", []testSpan{{2, 1, 0, 90, httpSpan}, {3, 2, 1, 80, chat}}, map[uint64][3]any{2: one}},
		{"of several roots the one without a parent", []testSpan{{2, 9, 0, 90, chat}, {1, 0, 50, 60, httpSpan}}, map[uint64][3]any{1: one}},
		{"of several without a parent the earliest", []testSpan{{1, 0, 50, 60, httpSpan}, {2, 0, 10, 20, chat}}, map[uint64][3]any{2: one}},
		{"of several with a parent elsewhere the earliest", []testSpan{{1, 8, 50, 60, httpSpan}, {2, 9, 10, 20, chat}}, map[uint64][3]any{2: one}},
		{"of several at once the first", []testSpan{{1, 0, 10, 60, httpSpan}, {2, 0, 10, 20, chat}}, map[uint64][3]any{1: one}},
		{"sums that arrive are replaced on the root and removed elsewhere", []testSpan{
			{1, 0, 0, 90, joined(httpSpan, stale)}, {2, 1, 1, 80, joined(chat, stale)}, {3, 1, 1, 80, joined(httpSpan, stale)},
		}, map[uint64][3]any{1: one}},
		{"sums that arrive for a trace without usage are removed", []testSpan{{1, 0, 0, 90, joined(httpSpan, stale)}}, map[uint64][3]any{}},
		{"counts that overflow stop at the largest", []testSpan{
			{1, 0, 0, 90, joined(chat, idA, map[string]any{"gen_ai.usage.input_tokens": math.MaxInt64})}, {2, 1, 1, 80, joined(chat, idB)},
		}, map[uint64][3]any{1: {int64(math.MaxInt64), int64(200), chatCost}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			spans := run(t, wholeTraces(t), traceOf(t, tc.spans...))
			assert.Equal(t, tc.want, sumsOf(spans))
			assert.Empty(t, attributeOf(spans, "genai.trace.other"))
		})
	}
}

func TestTracesOfOneBatchAreSummedApart(t *testing.T) {
	t.Parallel()
	td := ptrace.NewTraces()
	addTrace(t, td, 1, testSpan{1, 0, 0, 90, httpSpan}, testSpan{2, 1, 1, 80, chat})
	addTrace(t, td, 2, testSpan{3, 0, 0, 90, httpSpan}, testSpan{4, 1, 1, 80, chat}) // the parent's id is of the other trace
	addTrace(t, td, 1, testSpan{5, 2, 1, 80, chat})                                  // another resource's span of the first trace
	addTrace(t, td, 0, testSpan{6, 0, 0, 90, chat}, testSpan{7, 6, 1, 80, chat})     // no trace id: no trace
	spans := run(t, wholeTraces(t), td)
	one := [3]any{int64(1000), int64(100), chatCost}
	assert.Equal(t, map[uint64][3]any{1: one, 3: one}, sumsOf(spans))
	assert.Equal(t, map[uint64]any{2: roleDuplicate, 4: roleOwn, 5: roleOwn, 6: roleOwn, 7: roleOwn}, attributeOf(spans, attrUsageRole))
}

func TestSumsAreWrittenWithoutPricesAndWithoutNormalising(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.WholeTraces, s.Prices, s.KeepAsIs = true, nil, true
	p, _ := newProcessor(t, s)
	spans := run(t, p, traceOf(t, testSpan{1, 0, 0, 90, joined(httpSpan, map[string]any{attrTraceCost: 1.0})}, testSpan{2, 1, 1, 80, chat}))
	assert.Equal(t, map[uint64][3]any{1: {int64(1000), int64(100), nil}}, sumsOf(spans))
}

func TestWithoutTheModeNothingIsDecidedAcrossSpans(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	spans := run(t, p, traceOf(t,
		testSpan{1, 0, 0, 90, joined(agentUsed, map[string]any{"gen_ai.agent.name": "planner", attrTraceCost: 1.0})}, testSpan{2, 1, 1, 80, chat}, testSpan{3, 2, 2, 70, chat}))
	assert.Equal(t, map[uint64]any{1: roleAggregate, 2: roleOwn, 3: roleOwn}, attributeOf(spans, attrUsageRole))
	assert.Equal(t, map[uint64]any{1: "planner"}, attributeOf(spans, "gen_ai.agent.name"))
	assert.Equal(t, map[uint64][3]any{1: {nil, nil, 1.0}}, sumsOf(spans), "sums of a processor before this one stay")
}

func TestUntrustedAttributesDecideNothing(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.WholeTraces, s.DropUpstream = true, true
	p, _ := newProcessor(t, s)
	forged := map[string]any{"genai.usage.role": "duplicate", "genai.kind": "tool", "genai.usage.input_convention": "inclusive"}
	spans := run(t, p, traceOf(t, testSpan{1, 0, 0, 90, joined(chat, forged)}, testSpan{2, 1, 1, 80, joined(chat, forged)}))
	assert.Equal(t, map[uint64]any{1: roleDuplicate, 2: roleOwn}, attributeOf(spans, attrUsageRole))
}

func TestOddTreesEnd(t *testing.T) {
	t.Parallel()
	const own, duplicate = roleOwn, roleDuplicate
	for _, tc := range []struct {
		name  string
		spans []testSpan
		want  map[uint64]any
	}{
		{"its own parent", []testSpan{{1, 1, 0, 90, chat}, {2, 1, 1, 80, chat}}, map[uint64]any{1: duplicate, 2: own}},
		{"each other's parents: decided alone, and so is what is below", []testSpan{{1, 2, 0, 90, chat}, {2, 1, 0, 90, chat}, {3, 2, 1, 80, chat}}, map[uint64]any{1: own, 2: own, 3: own}},
		{"a circle of three beside a root", []testSpan{{1, 3, 0, 90, chat}, {2, 1, 0, 90, chat}, {3, 2, 0, 90, chat}, {4, 0, 0, 90, chat}, {5, 4, 1, 80, chat}}, map[uint64]any{1: own, 2: own, 3: own, 4: duplicate, 5: own}},
		{"no ids", []testSpan{{0, 0, 0, 90, chat}, {0, 0, 0, 90, chat}}, map[uint64]any{0: own}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, attributeOf(run(t, wholeTraces(t), traceOf(t, tc.spans...)), attrUsageRole))
		})
	}
}

func TestSumsStandOnceThoughSpansShareAnID(t *testing.T) {
	t.Parallel()
	td := traceOf(t, testSpan{1, 0, 0, 90, chat}, testSpan{1, 0, 0, 90, chat}, testSpan{2, 1, 1, 80, httpSpan})
	_, err := wholeTraces(t).Traces(context.Background(), td)
	require.NoError(t, err)
	roots := 0
	for _, span := range td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().All() {
		if v, ok := span.Attributes().Get(attrTraceInputTokens); ok {
			roots++
			assert.EqualValues(t, 2000, v.Int(), "each was a call")
		}
	}
	assert.Equal(t, 1, roots)
}

func TestATraceOfAHundredThousandSpansEnds(t *testing.T) {
	t.Parallel()
	const count = 100_000
	s := everything(t)
	s.WholeTraces, s.Redaction = true, nil
	p, _ := newProcessor(t, s)
	chain, star := make([]testSpan, count), make([]testSpan, count)
	for i := range uint64(count) {
		chain[i] = testSpan{i + 1, i, i, 2*count - i, chat}
		star[i] = testSpan{i + 1, min(i, 1), i, i + 1, joined(chat, idA)}
	}
	spans := run(t, p, traceOf(t, chain...))
	assert.Equal(t, [3]any{int64(1000), int64(100), chatCost}, sumsOf(spans)[1], "of a chain the innermost counts")
	assert.Equal(t, roleOwn, spans[count][attrUsageRole])
	spans = run(t, p, traceOf(t, star...))
	assert.Equal(t, int64(count*1000), spans[1][attrTraceInputTokens], "children that overlap nothing are calls of their own")
}

// Not parallel: it counts allocations.
func TestTheModeAllocatesNothingWhereItIsOff(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector makes pools forget, so allocations can't be counted")
	}
	p, _ := newProcessor(t, everything(t))
	td := tracesOf(t, httpSpan, httpSpan)
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = p.Traces(context.Background(), td) }))
}
