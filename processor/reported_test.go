package processor

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// processSpan runs one span through a processor, a second time too, which must change nothing, and returns its attributes.
func processSpan(t *testing.T, s Settings, failed bool, attrs map[string]any) map[string]any {
	t.Helper()
	p, _ := newProcessor(t, s)
	td := ptrace.NewTraces()
	span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	span.SetKind(ptrace.SpanKindClient)
	span.SetStartTimestamp(1_775_000_000_000_000_000)
	if failed {
		span.Status().SetCode(ptrace.StatusCodeError)
	}
	require.NoError(t, span.Attributes().FromRaw(attrs))
	once, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	first := ptrace.NewTraces()
	once.CopyTo(first)
	twice, err := p.Traces(context.Background(), once)
	require.NoError(t, err)
	require.True(t, equalTraces(t, first, twice), "a second pass changes nothing")
	return first.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes().AsRaw()
}

// priced is a call that costs $0.00006 by the table.
func priced(more map[string]any) map[string]any {
	as := map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
		"gen_ai.usage.input_tokens": 200, "gen_ai.usage.output_tokens": 50,
	}
	for key, value := range more {
		if as[key] = value; value == nil {
			delete(as, key)
		}
	}
	return as
}

const pricedUSD = 0.00006

func TestWhoseFigureIsTheCost(t *testing.T) {
	t.Parallel()
	const recompute, keep = false, true
	received := func(amount any) map[string]any {
		return map[string]any{"gen_ai.usage.cost.amount": amount, "gen_ai.usage.cost.source": "provider"}
	}
	unknownModel := map[string]any{"gen_ai.request.model": "model-that-no-one-sells", "gen_ai.usage.cost": 0.5}
	for name, tc := range map[string]struct {
		keep     bool
		more     map[string]any
		total    any
		source   any
		reported any
		flags    any
	}{
		"ours by default":                           {recompute, map[string]any{"gen_ai.usage.cost": 0.00007}, pricedUSD, "table", 0.00007, []any{"reported_differs"}},
		"the emitter's where it is wanted":          {keep, map[string]any{"gen_ai.usage.cost": 0.00007}, 0.00007, "reported", 0.00007, []any{"reported_differs"}},
		"within 1 % they agree":                     {recompute, map[string]any{"gen_ai.usage.cost": 0.0000605}, pricedUSD, "table", 0.0000605, nil},
		"as text":                                   {keep, map[string]any{"gen_ai.usage.cost": "0.00007"}, 0.00007, "reported", 0.00007, []any{"reported_differs"}},
		"from who bills":                            {recompute, received(0.00007), 0.00007, "reported", 0.00007, []any{"reported_differs"}},
		"from who bills before the emitter's":       {keep, beside(received(0.00007), "gen_ai.usage.cost", 0.9), 0.00007, "reported", 0.00007, []any{"reported_differs"}},
		"from who bills, equal to an inbound total": {recompute, beside(received(0.00007), attrCostTotal, 0.00007), 0.00007, "reported", 0.00007, []any{"reported_differs"}},
		"a figure with noise of binary floats":      {keep, map[string]any{"gen_ai.usage.cost": 0.035199999999999995}, 0.0352, "reported", 0.0352, []any{"reported_differs"}},
		"for a model without a price":               {keep, unknownModel, 0.5, "reported", 0.5, nil},
		"not by default":                            {recompute, unknownModel, nil, nil, 0.5, nil},
		"0 is not known":                            {keep, map[string]any{"gen_ai.usage.cost": 0.0}, pricedUSD, "table", 0.0, nil},
		"0 from who bills is not known":             {recompute, received(0.0), pricedUSD, "table", 0.0, nil},
		"negative is none":                          {keep, map[string]any{"gen_ai.usage.cost": -1.0}, pricedUSD, "table", nil, nil},
		"negative from who bills is none":           {recompute, received(-1.0), pricedUSD, "table", nil, nil},
		"not a number is none":                      {keep, map[string]any{"gen_ai.usage.cost": math.NaN()}, pricedUSD, "table", nil, nil},
		"unreadable is none":                        {keep, map[string]any{"gen_ai.usage.cost": "$0.5"}, pricedUSD, "table", nil, nil},
		"absurd is none":                            {keep, map[string]any{"gen_ai.usage.cost": 1e9}, pricedUSD, "table", 1e9, nil},
		"one that equals the inbound total is ours": {keep, map[string]any{"gen_ai.usage.cost": pricedUSD, attrCostTotal: pricedUSD, attrCostSource: "table"}, pricedUSD, "table", nil, nil},
		"unless that was the emitter's":             {keep, map[string]any{"gen_ai.usage.cost": 0.5, attrCostTotal: 0.5, attrCostSource: "reported"}, 0.5, "reported", 0.5, []any{"reported_differs"}},
		"an agent's is the sum of a session":        {keep, map[string]any{"gen_ai.operation.name": "invoke_agent", "gen_ai.usage.cost": 0.5}, nil, nil, 0.5, nil},
		"of an answer that was fetched once more":   {keep, map[string]any{"gen_ai.operation.name": "fetch_response", "gen_ai.usage.cost": 0.5}, nil, nil, 0.5, nil},
		"for a call that counts no tokens":          {recompute, beside(received(0.04), "gen_ai.usage.input_tokens", nil, "gen_ai.usage.output_tokens", nil), 0.04, "reported", 0.04, nil},
		"for a count that can't be read":            {recompute, beside(received(0.04), "gen_ai.usage.input_tokens", "1,000"), 0.04, "reported", 0.04, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Full, s.KeepReported = true, tc.keep
			out := processSpan(t, s, false, priced(tc.more))
			assert.Equal(t, tc.total, out[attrCostTotal])
			assert.Equal(t, tc.source, out[attrCostSource])
			assert.Equal(t, tc.reported, out[attrCostReported])
			assert.Equal(t, tc.flags, out[attrCostFlags])
			for _, part := range []string{attrCostInput, attrCostCacheRead, attrCostCacheWrite, attrCostOutput, attrCostOther, attrCostProvider, attrCostModel, attrCostTableVersion} {
				_, has := out[part]
				assert.Equal(t, tc.source == "table", has, part)
			}
			assert.Equal(t, tc.total == nil && out[attrKind] == "generation", out[attrUnpricedReason] != nil, "a reason or a cost")
		})
	}
}

func beside(m map[string]any, pairs ...any) map[string]any {
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

func TestPartsOfOursDoNotStayBesideTheEmittersFigure(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Full, s.KeepReported = true, true
	out := processSpan(t, s, false, priced(map[string]any{
		"gen_ai.usage.cost": 0.5, attrCostTotal: 0.1, attrCostInput: 0.1, attrCostModel: "x", attrCostFlags: []any{"inferred_total"},
	}))
	assert.NotContains(t, out, attrCostInput)
	assert.NotContains(t, out, attrCostModel)
	assert.Equal(t, []any{"reported_differs"}, out[attrCostFlags])
	assert.Equal(t, "USD", out[attrCostCurrency])
}

func TestAPriceOfTheUsersOwnIsBelievedBeforeWhoBills(t *testing.T) {
	t.Parallel()
	s := everything(t)
	table, err := costcalc.Default()
	require.NoError(t, err)
	s.Prices, err = table.With(costcalc.Overrides{Entries: []costcalc.Entry{
		{Match: costcalc.Match{Equals: "gpt-4o-mini"}, Prices: map[string]costcalc.TieredPrice{"input_mtok": {Base: "1"}}},
	}})
	require.NoError(t, err)
	span := priced(map[string]any{"gen_ai.usage.cost.amount": 0.9, "gen_ai.usage.cost.source": "provider"})
	got := processSpan(t, s, false, span)
	assert.Equal(t, 0.0002, got[attrCostTotal])
	assert.Equal(t, "override", got[attrCostSource])
	s.KeepReported = true
	got = processSpan(t, s, false, span)
	assert.Equal(t, 0.9, got[attrCostTotal])
	assert.Equal(t, "reported", got[attrCostSource])
}

func TestWhereAFigureIsNotTheCost(t *testing.T) {
	t.Parallel()
	received := map[string]any{"gen_ai.usage.cost.amount": 0.5, "gen_ai.usage.cost.source": "provider"}
	s := everything(t)
	s.Charge = []ChargeRule{{}}
	out := processSpan(t, s, false, priced(received))
	assert.NotContains(t, out, attrCostTotal, "another party is charged")
	assert.Equal(t, "not_charged", out[attrUnpricedReason])

	// In whole traces an agent may have a cost of its own, but its figure is the sum of its calls.
	c := readSpan(t, "", ptrace.SpanKindInternal, priced(beside(received, "gen_ai.operation.name", "invoke_agent")))
	e := enrichment{role: roleOwn, priceable: true, cost: costcalc.Cost{Total: 1, Currency: costcalc.USD}}
	(&Processor{keepReported: true}).weighReported(c, &e)
	assert.False(t, e.fromEmitter)
	assert.True(t, e.hasReported)
}

func TestAFlagStaysWhereOurFigureTakesThePlaceOfTheEmitters(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Full, s.Emit = true, []string{"flat_cost"}
	out := processSpan(t, s, false, priced(map[string]any{"gen_ai.usage.cost": 0.5}))
	assert.Equal(t, pricedUSD, out["gen_ai.usage.cost"])
	assert.Equal(t, 0.5, out[attrCostReported])
	assert.Equal(t, []any{"reported_differs"}, out[attrCostFlags])
}

func TestAFailedCallWithUsageHasACost(t *testing.T) {
	t.Parallel()
	out := processSpan(t, everything(t), true, priced(nil))
	assert.Equal(t, pricedUSD, out[attrCostTotal])
	out = processSpan(t, everything(t), true, priced(map[string]any{"gen_ai.usage.input_tokens": nil, "gen_ai.usage.output_tokens": nil}))
	assert.NotContains(t, out, attrCostTotal, "near miss: without usage it cost nothing")
	assert.NotContains(t, out, attrUnpricedReason)
}

func TestTheEmittersFigureInOtherBackends(t *testing.T) {
	t.Parallel()
	emitting := func(names ...string) Settings {
		s := everything(t)
		s.Emit = names
		return s
	}
	billed := map[string]any{"gen_ai.usage.raw": `{"cost":0.25,"is_byok":false}`}
	out := processSpan(t, emitting("semconv_cost"), false, priced(billed))
	assert.Equal(t, 0.25, out["gen_ai.usage.cost.amount"])
	assert.Equal(t, "provider", out["gen_ai.usage.cost.source"])
	assert.Equal(t, "USD", out["gen_ai.usage.cost.currency"])

	kept := emitting("semconv_cost")
	kept.KeepReported = true
	out = processSpan(t, kept, false, priced(map[string]any{"gen_ai.usage.cost_total": 0.25}))
	assert.Equal(t, 0.25, out["gen_ai.usage.cost.amount"])
	assert.Equal(t, "local", out["gen_ai.usage.cost.source"])

	out = processSpan(t, emitting("openinference", "signoz", "langfuse", "logfire", "flat_cost"), false, priced(billed))
	for _, key := range []string{"llm.cost.total", "_signoz.gen_ai.total_cost", "operation.cost", "gen_ai.usage.cost"} {
		assert.Equal(t, 0.25, out[key], key)
	}
	assert.Equal(t, `{"total":0.25}`, out["langfuse.observation.cost_details"])
	for _, key := range []string{"llm.cost.prompt", "llm.cost.completion", "_signoz.gen_ai.cost_input", "_signoz.gen_ai.cost_output"} {
		assert.NotContains(t, out, key, "a figure has no parts")
	}
}

func TestFiguresAreRoundedOnce(t *testing.T) {
	t.Parallel()
	for _, usd := range []float64{0.00491, 0.0000033, 0.1, 0.3, 12.345678901234, 1999.999999999999, 1e-12} {
		assert.Equal(t, usd, picoOf(usd).Float64())
	}
	for _, usd := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1), 2e6, 1e-13} {
		assert.Zero(t, picoOf(usd))
	}
}
