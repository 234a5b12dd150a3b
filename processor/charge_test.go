package processor

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// seenAt is where a test span comes from.
type seenAt struct {
	service, scope string
	kind           ptrace.SpanKind
}

func spanAt(t testing.TB, at seenAt, attrs map[string]any) ptrace.Traces {
	t.Helper()
	td := tracesOf(t, attrs)
	rs := td.ResourceSpans().At(0)
	rs.Resource().Attributes().PutStr(attrServiceName, at.service)
	rs.ScopeSpans().At(0).Scope().SetName(at.scope)
	rs.ScopeSpans().At(0).Spans().At(0).SetKind(at.kind)
	return td
}

func TestTheFirstRuleThatFitsSaysWhoIsCharged(t *testing.T) {
	t.Parallel()
	const own, duplicate, served = roleOwn, roleDuplicate, roleServerSide
	app := seenAt{"shop", "opentelemetry.instrumentation.openai", ptrace.SpanKindClient}
	proxy := seenAt{"litellm-proxy", "litellm", ptrace.SpanKindInternal}
	server := seenAt{"vllm", "vllm.llm_engine", ptrace.SpanKindServer}
	no := func(r ChargeRule) ChargeRule { r.Charged = false; return r }
	yes := func(r ChargeRule) ChargeRule { r.Charged = true; return r }
	for _, tc := range []struct {
		name    string
		rules   []ChargeRule
		at      seenAt
		attrs   map[string]any
		role    any
		charged bool
		reason  any
	}{
		{"no rules: charged", nil, app, chat, own, true, nil},
		{"service in full", []ChargeRule{no(ChargeRule{Where: Where{Service: "shop"}})}, app, chat, duplicate, false, "not_charged"},
		{"beginning of a service", []ChargeRule{no(ChargeRule{Where: Where{Service: "litellm*"}})}, proxy, chat, duplicate, false, "not_charged"},
		{"every service", []ChargeRule{no(ChargeRule{Where: Where{Service: "*"}})}, app, chat, duplicate, false, "not_charged"},
		{"scope", []ChargeRule{no(ChargeRule{Where: Where{Scope: "opentelemetry.instrumentation.*"}})}, app, chat, duplicate, false, "not_charged"},
		{"dialect", []ChargeRule{no(ChargeRule{Where: Where{Dialect: "litellm"}})}, proxy, chat, duplicate, false, "not_charged"},
		{"span kind", []ChargeRule{no(ChargeRule{Where: Where{SpanKind: "client"}})}, app, chat, duplicate, false, "not_charged"},
		{"signal", []ChargeRule{no(ChargeRule{Where: Where{Signal: "traces"}})}, app, chat, duplicate, false, "not_charged"},
		{"all conditions of one rule", []ChargeRule{no(ChargeRule{Where: Where{Service: "shop", Scope: "opentelemetry.*", SpanKind: "client", Signal: "traces"}})}, app, chat, duplicate, false, "not_charged"},
		{"without usage it says who is charged, not that there is none", []ChargeRule{no(ChargeRule{Where: Where{Service: "shop"}})}, app, joined(chat, noTokens), nil, false, "not_charged"},
		{"the served side, where a rule charges it", []ChargeRule{yes(ChargeRule{Where: Where{SpanKind: "server"}})}, server, chat, own, true, nil},
		{"the first rule that fits, not the last", []ChargeRule{yes(ChargeRule{Where: Where{Service: "shop"}}), no(ChargeRule{Where: Where{Service: "*"}})}, app, chat, own, true, nil},
		{"and the last where the first does not fit", []ChargeRule{yes(ChargeRule{Where: Where{Service: "shop"}}), no(ChargeRule{Where: Where{Service: "*"}})}, proxy, chat, duplicate, false, "not_charged"},

		{"near miss: a service that only begins so", []ChargeRule{no(ChargeRule{Where: Where{Service: "sho"}})}, app, chat, own, true, nil},
		{"near miss: a service in capitals", []ChargeRule{no(ChargeRule{Where: Where{Service: "Shop"}})}, app, chat, own, true, nil},
		{"near miss: one condition of two", []ChargeRule{no(ChargeRule{Where: Where{Service: "shop", SpanKind: "server"}})}, app, chat, own, true, nil},
		{"near miss: a rule for logs", []ChargeRule{no(ChargeRule{Where: Where{Signal: "logs"}})}, app, chat, own, true, nil},
		{"near miss: the served side without a rule", nil, server, chat, served, false, nil},
		{"near miss: what a container repeats is not charged by a rule either", []ChargeRule{yes(ChargeRule{Where: Where{Service: "shop"}})}, app, agentUsed, roleAggregate, false, nil},
		{"near miss: an agent that is not charged needs no reason", []ChargeRule{no(ChargeRule{Where: Where{Service: "shop"}})}, app, agentUsed, roleAggregate, false, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.Charge = tc.rules
			p, tel := newProcessor(t, s)
			td, err := p.Traces(context.Background(), spanAt(t, tc.at, tc.attrs))
			require.NoError(t, err)
			got := oneSpan(td).Attributes().AsRaw()
			assert.Equal(t, tc.role, got[attrUsageRole])
			assert.Equal(t, tc.reason, got[attrUnpricedReason])
			assert.Equal(t, tc.charged, got[attrCostTotal] != nil)
			if tc.reason != nil {
				assert.EqualValues(t, 1, counter(t, tel, "processor_genai_unpriced", map[string]string{"reason": "not_charged"}))
			}
		})
	}
}

func TestAFailedCallThatIsNotChargedNeedsNoReason(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Charge = []ChargeRule{{Where: Where{Service: "shop"}}}
	p, _ := newProcessor(t, s)
	td := spanAt(t, seenAt{service: "shop"}, joined(chat, noTokens))
	oneSpan(td).Status().SetCode(ptrace.StatusCodeError)
	td, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	assert.NotContains(t, oneSpan(td).Attributes().AsRaw(), attrUnpricedReason)
}

func TestACostThatArrivesGoesWhereNothingIsCharged(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Charge = []ChargeRule{{Where: Where{Service: "shop"}}}
	p, _ := newProcessor(t, s)
	td, err := p.Traces(context.Background(), spanAt(t, seenAt{service: "shop"}, joined(chat, map[string]any{attrKind: "generation", attrCostTotal: 9.0, attrCostSource: "table"})))
	require.NoError(t, err)
	got := oneSpan(td).Attributes().AsRaw()
	assert.NotContains(t, got, attrCostTotal)
	assert.NotContains(t, got, attrCostSource)
}

func TestRulesComeBeforeWholeTraces(t *testing.T) {
	t.Parallel()
	const (
		own, duplicate, aggregate = roleOwn, roleDuplicate, roleAggregate
		client, internal, server  = ptrace.SpanKindClient, ptrace.SpanKindInternal, ptrace.SpanKindServer
	)
	notInternal := ChargeRule{Where: Where{SpanKind: "internal"}}
	for _, tc := range []struct {
		name         string
		rule         ChargeRule
		outer, inner map[string]any
		kinds        [2]ptrace.SpanKind
		want         map[uint64]any
	}{
		{"the outer span counts where the inner is not charged", notInternal, chat, chat, [2]ptrace.SpanKind{client, internal}, map[uint64]any{1: own, 2: duplicate}},
		{"an agent does not count for calls that are not charged", notInternal, agentUsed, chat, [2]ptrace.SpanKind{client, internal}, map[uint64]any{1: aggregate, 2: duplicate}},
		{"an agent that is not charged does not count", notInternal, httpSpan, agentUsed, [2]ptrace.SpanKind{server, internal}, map[uint64]any{2: aggregate}},
		{"an agent counts where only the served side has usage", notInternal, agentUsed, chat, [2]ptrace.SpanKind{client, server}, map[uint64]any{1: own, 2: roleServerSide}},
		{"the served side counts where a rule charges it", ChargeRule{Where: Where{SpanKind: "server"}, Charged: true}, chat, chat, [2]ptrace.SpanKind{client, server}, map[uint64]any{1: duplicate, 2: own}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.WholeTraces, s.Charge = true, []ChargeRule{tc.rule}
			p, _ := newProcessor(t, s)
			td := traceOf(t, testSpan{1, 0, 0, 90, tc.outer}, testSpan{2, 1, 1, 80, tc.inner})
			for i, span := range td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().All() {
				span.SetKind(tc.kinds[i])
			}
			assert.Equal(t, tc.want, attributeOf(run(t, p, td), attrUsageRole))
		})
	}
}

func TestEverySpanKindHasItsName(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"internal", "server", "client", "producer", "consumer"}, SpanKinds())
	assert.Equal(t, []string{"traces", "logs"}, Signals())
}

func TestRecordsArePricedOnlyInTheScopesThatAreNamed(t *testing.T) {
	t.Parallel()
	const scope = "com.example.agent.events"
	record := joined(chat, map[string]any{"event.name": "gen_ai.client.inference.operation.details"})
	for _, tc := range []struct {
		name   string
		scopes []string
		rules  []ChargeRule
		attrs  map[string]any
		priced bool
		reason any
	}{
		{"scope in full", []string{"other", scope}, nil, record, true, nil},
		{"beginning of a scope", []string{"com.example.*"}, nil, record, true, nil},
		{"a reason where the model is unknown", []string{scope}, nil, joined(record, map[string]any{"gen_ai.request.model": "nobodys-model"}), false, "unknown_model"},
		{"rules hold for records too", []string{scope}, []ChargeRule{{Where: Where{Signal: "logs"}}}, record, false, "not_charged"},

		{"near miss: no scope is named", nil, nil, record, false, nil},
		{"near miss: another scope", []string{"com.example.agent"}, nil, record, false, nil},
		{"near miss: a record without usage is no call", []string{scope}, nil, joined(record, noTokens), false, nil},
		{"rules for spans do not", []string{scope}, []ChargeRule{{Where: Where{SpanKind: "internal"}}, {Where: Where{Signal: "traces"}}}, record, true, nil},
		{"near miss: a record that is not charged and not priced anyway", nil, []ChargeRule{{Where: Where{Signal: "logs"}}}, record, false, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.PricedLogs, s.Charge = tc.scopes, tc.rules
			p, _ := newProcessor(t, s)
			ld := plog.NewLogs()
			sl := ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty()
			sl.Scope().SetName(scope)
			require.NoError(t, sl.LogRecords().AppendEmpty().Attributes().FromRaw(tc.attrs))
			_, err := p.Logs(context.Background(), ld)
			require.NoError(t, err)
			got := sl.LogRecords().At(0).Attributes().AsRaw()
			assert.Equal(t, tc.priced, got[attrCostTotal] != nil)
			assert.Equal(t, tc.reason, got[attrUnpricedReason])
		})
	}
}

func TestARecordIsPricedByItsTimestampElseWhenItWasSeen(t *testing.T) {
	t.Parallel()
	made, seen := time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	record := plog.NewLogRecord()
	assert.Equal(t, time.Unix(0, 0).UTC(), recordTime(record))
	record.SetObservedTimestamp(pcommon.NewTimestampFromTime(seen))
	assert.Equal(t, seen, recordTime(record))
	record.SetTimestamp(pcommon.NewTimestampFromTime(made))
	assert.Equal(t, made, recordTime(record))
}
