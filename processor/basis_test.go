package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestTheFirstRuleThatFitsSaysHowACallIsPaidFor(t *testing.T) {
	t.Parallel()
	app := seenAt{"shop", "opentelemetry.instrumentation.openai", ptrace.SpanKindClient}
	answered := joined(chat, map[string]any{"gen_ai.response.model": "gpt-4o-mini-2024-07-18"})
	tier := func(asked, served string) map[string]any {
		return joined(chat, map[string]any{"openai.request.service_tier": asked, "openai.response.service_tier": served})
	}
	prepaid := func(w Where) []BasisRule { return []BasisRule{{w, basisPrepaid}} }
	for _, tc := range []struct {
		name  string
		rules []BasisRule
		attrs map[string]any
		want  any
	}{
		{"no rules: metered", nil, chat, "metered"},
		{"service", prepaid(Where{Service: "shop"}), chat, "prepaid"},
		{"everything", prepaid(Where{Service: "*"}), chat, "prepaid"},
		{"provider", prepaid(Where{Provider: "openai"}), chat, "prepaid"},
		{"provider as it is written, not as it came", prepaid(Where{Provider: "aws.bedrock"}), joined(chat, map[string]any{"gen_ai.provider.name": "AWS", "gen_ai.request.model": "anthropic.claude-sonnet-4-5-20250929-v1:0"}), "prepaid"},
		{"model that was asked for", prepaid(Where{Model: "gpt-4o-mini"}), answered, "prepaid"},
		{"model that answered", prepaid(Where{Model: "gpt-4o-mini-2024*"}), answered, "prepaid"},
		{"service tier that was asked for", prepaid(Where{ServiceTier: "flex"}), joined(chat, map[string]any{"openai.request.service_tier": "flex"}), "prepaid"},
		{"service tier that served", prepaid(Where{ServiceTier: "scale"}), tier("auto", "scale"), "prepaid"},
		{"the first that fits", []BasisRule{{Where{Service: "other"}, basisFree}, {Where{Service: "shop"}, basisSubscription}, {Where{Service: "*"}, basisPrepaid}}, chat, "subscription"},
		{"metered, as an exception from the next rule", []BasisRule{{Where{Provider: "openai"}, basisMetered}, {Where{Service: "*"}, basisFree}}, chat, "metered"},

		{"near miss: a tier that was only asked for", prepaid(Where{ServiceTier: "auto"}), tier("auto", "default"), "metered"},
		{"near miss: a model that only begins so", prepaid(Where{Model: "gpt-4o"}), chat, "metered"},
		{"near miss: one condition of two", prepaid(Where{Model: "gpt-4o-mini", Provider: "azure*"}), chat, "metered"},
		{"near miss: what is not priced is on no basis", prepaid(Where{Service: "*"}), joined(chat, noTokens), nil},
		{"near miss: a container is not priced", prepaid(Where{Service: "*"}), agentUsed, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Basis = tc.rules
			standard, _ := newProcessor(t, s)
			s.Full = true
			full, _ := newProcessor(t, s)
			for _, p := range []*Processor{full, standard} {
				td, err := p.Traces(context.Background(), spanAt(t, app, tc.attrs))
				require.NoError(t, err)
				got := oneSpan(td).Attributes().AsRaw()
				if p == standard && tc.want == basisMetered {
					assert.NotContains(t, got, attrCostBasis, "the standard detail leaves out what everyone expects")
					continue
				}
				assert.Equal(t, tc.want, got[attrCostBasis])
				assert.Equal(t, tc.want != nil, got[attrCostTotal] != nil)
			}
		})
	}
}

func TestABasisThatArrivesIsReplacedOrRemoved(t *testing.T) {
	t.Parallel()
	arrived := map[string]any{attrKind: "generation", attrCostTotal: 9.0, attrCostSource: "table", attrCostBasis: "free"}
	for name, tc := range map[string]struct {
		rules []BasisRule
		attrs map[string]any
		want  any
	}{
		"metered":      {nil, chat, nil},
		"another":      {[]BasisRule{{Where{Service: "*"}, basisPrepaid}}, chat, "prepaid"},
		"without cost": {[]BasisRule{{Where{Service: "*"}, basisPrepaid}}, joined(chat, noTokens), nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Basis = tc.rules
			p, _ := newProcessor(t, s)
			td, err := p.Traces(context.Background(), tracesOf(t, joined(tc.attrs, arrived)))
			require.NoError(t, err)
			assert.Equal(t, tc.want, oneSpan(td).Attributes().AsRaw()[attrCostBasis])
		})
	}
}

// A sum over two bases would be on no invoice, and other backends add up what they get.
func TestOnlyMeteredCostsAreSummedAndTold(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.WholeTraces = true
	s.Emit = []string{"flat_cost"}
	s.Basis = []BasisRule{{Where{Model: "gpt-4o-mini"}, basisSubscription}}
	p, _ := newProcessor(t, s)
	metered := joined(chat, map[string]any{"gen_ai.request.model": "gpt-4o"})
	td := run(t, p, traceOf(t, testSpan{1, 0, 0, 90, httpSpan}, testSpan{2, 1, 1, 40, joined(chat, idA)}, testSpan{3, 1, 41, 80, joined(metered, idB)}))
	costs, emitted := attributeOf(td, attrCostTotal), attributeOf(td, "gen_ai.usage.cost")
	assert.Contains(t, costs, uint64(2))
	assert.Equal(t, map[uint64]any{3: costs[3]}, emitted)
	assert.Equal(t, map[uint64]any{1: costs[3]}, attributeOf(td, attrTraceCost))
	assert.Equal(t, map[uint64]any{1: int64(2000)}, attributeOf(td, attrTraceInputTokens), "tokens are of any basis")
}
