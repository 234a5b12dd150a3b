package processor

import (
	"context"
	"math"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

func newProcessor(t testing.TB, s Settings) (*Processor, *componenttest.Telemetry) {
	t.Helper()
	tel := componenttest.NewTelemetry()
	t.Cleanup(func() { _ = tel.Shutdown(context.Background()) })
	builder, err := metadata.NewTelemetryBuilder(tel.NewTelemetrySettings())
	require.NoError(t, err)
	t.Cleanup(builder.Shutdown)
	p, err := New(s, builder)
	require.NoError(t, err)
	return p, tel
}

func everything(t testing.TB) Settings {
	t.Helper()
	prices, err := costcalc.Default()
	require.NoError(t, err)
	return Settings{Prices: prices, Redaction: &redact.Settings{}}
}

// counter returns the sum of one of the processor's metrics over all points that have the given attributes.
func counter(t *testing.T, tel *componenttest.Telemetry, name string, want map[string]string) int64 {
	t.Helper()
	var collected metricdata.ResourceMetrics
	require.NoError(t, tel.Reader.Collect(context.Background(), &collected))
	var sum int64
	for _, scope := range collected.ScopeMetrics {
		for _, m := range scope.Metrics {
			if m.Name != "otelcol_"+name {
				continue
			}
			for _, point := range m.Data.(metricdata.Sum[int64]).DataPoints {
				if hasAttributes(point.Attributes, want) {
					sum += point.Value
				}
			}
		}
	}
	return sum
}

func hasAttributes(set attribute.Set, want map[string]string) bool {
	for key, value := range want {
		if got, _ := set.Value(attribute.Key(key)); got.String() != value {
			return false
		}
	}
	return true
}

func oneSpan(td ptrace.Traces) ptrace.Span {
	return td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0)
}

func tracesOf(t testing.TB, spans ...map[string]any) ptrace.Traces {
	t.Helper()
	td := ptrace.NewTraces()
	list := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for _, attrs := range spans {
		span := list.AppendEmpty()
		span.SetName("span")
		span.SetStartTimestamp(1_779_000_000_000_000_000)
		require.NoError(t, span.Attributes().FromRaw(attrs))
	}
	return td
}

// httpSpan is an ordinary span of a web service, with what instrumentations write on it.
var httpSpan = map[string]any{
	"http.request.method": "GET", "http.response.status_code": 200, "url.full": "https://example.com/orders/17", "url.path": "/orders/17",
	"url.scheme": "https", "server.address": "example.com", "server.port": 443, "user_agent.original": "curl/8", "network.peer.address": "192.0.2.1",
	"network.protocol.version": "1.1", "user.id": "u-17", "session.id": "s-4", "thread.id": 7,
}

func TestRedactionRunsThoughEnrichmentPanics(t *testing.T) {
	t.Parallel()
	p, tel := newProcessor(t, everything(t))
	p.vocabulary, p.foreigners = nil, nil // every read panics
	td := ptrace.NewTraces()
	spans := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for range 3 {
		spans.AppendEmpty().Attributes().PutStr("whatever", "mail a@example.com")
	}
	s := p.scratch.Get().(*scratch)
	s.counts.reset(signalTraces)
	p.govern(pcommon.NewMap(), s)
	for _, span := range spans.All() {
		p.span(dialect.Scope{}, span, s)
	}
	p.telemetry.record(context.Background(), &s.counts)

	assert.Equal(t, 3, spans.Len())
	for _, span := range spans.All() {
		got, _ := span.Attributes().Get("whatever")
		assert.Equal(t, "mail <EMAIL>", got.Str())
	}
	assert.EqualValues(t, 3, counter(t, tel, "processor_genai_failed", map[string]string{"stage": "enrich", "reason": "panic"}))
	assert.EqualValues(t, 3, counter(t, tel, "processor_genai_redacted", map[string]string{"entity": "EMAIL", "action": "replace", "signal": "traces"}))
}

func TestContentThatNobodyRecognisesIsRedactedAndCounted(t *testing.T) {
	t.Parallel()
	p, tel := newProcessor(t, everything(t))
	td := tracesOf(t, map[string]any{"my.framework.prompt": "write to a@example.com"})
	out, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	assert.Equal(t, map[string]any{"my.framework.prompt": "write to <EMAIL>", "genai.redaction.count": int64(1)}, oneSpan(out).Attributes().AsRaw())
	assert.EqualValues(t, 1, counter(t, tel, "processor_genai_unrecognised_content", map[string]string{"signal": "traces"}))
}

func TestStagesCanBeSwitchedOff(t *testing.T) {
	t.Parallel()
	call := map[string]any{"gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o-mini",
		"gen_ai.usage.prompt_tokens": int64(2006), "gen_ai.input.messages": "to a@example.com"}
	for name, tc := range map[string]struct {
		change func(*Settings)
		gone   []string
		there  []string
	}{
		"everything": {func(*Settings) {}, nil, []string{"genai.kind", "genai.cost.total", "genai.usage.role", "gen_ai.usage.input_tokens", "genai.redaction.count"}},
		"without prices": {func(s *Settings) { s.Prices = nil }, []string{"genai.cost.total", "genai.cost.source", "genai.cost.unpriced_reason"},
			[]string{"genai.kind", "gen_ai.usage.input_tokens", "genai.redaction.count"}},
		"without redaction": {func(s *Settings) { s.Redaction = nil }, []string{"genai.redaction.count"}, []string{"genai.kind", "genai.cost.total"}},
		"without normalisation": {func(s *Settings) { s.KeepAsIs = true }, []string{"gen_ai.usage.input_tokens", "gen_ai.provider.name", "genai.usage.role"},
			[]string{"genai.kind", "genai.cost.total", "genai.redaction.count"}},
		"without the dialect": {func(s *Settings) { s.DisabledDialects = []string{"opentelemetry"} }, []string{"genai.kind", "genai.cost.total"},
			[]string{"genai.redaction.count"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			tc.change(&s)
			p, _ := newProcessor(t, s)
			out, err := p.Traces(context.Background(), tracesOf(t, call))
			require.NoError(t, err)
			got := oneSpan(out).Attributes().AsRaw()
			for _, key := range tc.gone {
				assert.NotContains(t, got, key)
			}
			for _, key := range tc.there {
				assert.Contains(t, got, key)
			}
		})
	}
}

func TestAForgedCostDoesNotSurvive(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	out, err := p.Traces(context.Background(), tracesOf(t, map[string]any{
		"gen_ai.operation.name": "invoke_agent", "gen_ai.usage.input_tokens": int64(5),
		"genai.cost.total": 99.5, "genai.cost.source": "table", "genai.cost.unpriced_reason": "no_model", "genai.cost.input": 99.5,
	}))
	require.NoError(t, err)
	for key := range oneSpan(out).Attributes().AsRaw() {
		assert.NotContains(t, key, "genai.cost.")
	}
}

func TestACallOfNoTokensHasNoCostRatherThanNone(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	out, err := p.Traces(context.Background(), tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai",
		"gen_ai.request.model": "gpt-4o-mini", "gen_ai.usage.input_tokens": int64(0), "gen_ai.usage.output_tokens": int64(0)}))
	require.NoError(t, err)
	got := oneSpan(out).Attributes().AsRaw()
	assert.NotContains(t, got, "genai.cost.total")
	assert.Equal(t, "no_usage", got["genai.cost.unpriced_reason"])
}

func TestMonitoringCountsIdentityAsKept(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.Redaction = &redact.Settings{Mode: redact.Monitor, Identity: redact.DropIdentity}
	p, tel := newProcessor(t, s)
	out, err := p.Traces(context.Background(), tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "user.id": "u-1"}))
	require.NoError(t, err)
	assert.Contains(t, oneSpan(out).Attributes().AsRaw(), "user.id")
	assert.EqualValues(t, 1, counter(t, tel, "processor_genai_redacted", map[string]string{"entity": "IDENTITY", "action": "keep"}))
}

func TestFindingsAreCountedByWhatWasDoneWithThem(t *testing.T) {
	t.Parallel()
	mask, keep, drop := redaction.Mask, redaction.Keep, redaction.DropAttribute
	s := everything(t)
	s.Redaction = &redact.Settings{Identity: redact.PseudonymIdentity, Text: redaction.Settings{
		Action:    redaction.Pseudonym,
		Pseudonym: redaction.PseudonymSettings{Key: []byte("no secret: for the tests of pseudonyms")},
		Entities:  map[string]redaction.EntitySettings{"CREDIT_CARD": {Action: &mask}, "PHONE": {Action: &keep}, "IBAN": {Action: &drop}},
		Rules:     []redaction.Rule{{Name: "BADGE", Regex: "badge-[0-9]{4}", Literal: "badge-", MaxLength: 10}},
	}}
	attrs := map[string]any{
		"gen_ai.operation.name": "chat", "user.id": "u-1", "session.id": "s-1", "iban": "DE89370400440532013000",
		"note": "alice@example.com, 4111111111111111, +44 20 7946 0958, badge-0042",
	}
	for mode, want := range map[redact.Mode]map[string]string{
		redact.Enforce: {"EMAIL": "pseudonym", "CREDIT_CARD": "mask", "PHONE": "keep", "IBAN": "drop_attribute", "BADGE": "pseudonym"},
		redact.Monitor: {"EMAIL": "keep", "CREDIT_CARD": "keep", "PHONE": "keep", "IBAN": "keep", "BADGE": "keep"},
	} {
		s.Redaction.Mode = mode
		p, tel := newProcessor(t, s)
		_, err := p.Traces(context.Background(), tracesOf(t, attrs))
		require.NoError(t, err)
		for entity, action := range want {
			assert.EqualValues(t, 1, counter(t, tel, "processor_genai_redacted", map[string]string{"entity": entity, "action": action}), entity)
		}
		action := map[redact.Mode]string{redact.Enforce: "pseudonym", redact.Monitor: "keep"}[mode]
		assert.EqualValues(t, 2, counter(t, tel, "processor_genai_redacted", map[string]string{"entity": "IDENTITY", "action": action}))
		assert.EqualValues(t, 7, counter(t, tel, "processor_genai_redacted", nil))
	}
}

func TestUpstreamThatIsNotTrustedIsRemovedEverywhere(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.DropUpstream = true
	p, _ := newProcessor(t, s)
	td := tracesOf(t, map[string]any{"genai.cost.total": 99.5})
	rs := td.ResourceSpans().At(0)
	event := oneSpan(td).Events().AppendEmpty()
	for _, attrs := range []pcommon.Map{rs.Resource().Attributes(), rs.ScopeSpans().At(0).Scope().Attributes(), event.Attributes()} {
		attrs.PutDouble("genai.cost.total", 99.5)
		attrs.PutStr("kept", "yes")
	}
	out, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	rs = out.ResourceSpans().At(0)
	for _, attrs := range []pcommon.Map{rs.Resource().Attributes(), rs.ScopeSpans().At(0).Scope().Attributes(), oneSpan(out).Events().At(0).Attributes()} {
		assert.Equal(t, map[string]any{"kept": "yes"}, attrs.AsRaw())
	}
	assert.Zero(t, oneSpan(out).Attributes().Len())
}

func TestWhatShowsADialectIsRedactedThoughItsKindIsUnknown(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	for name, attrs := range map[string]map[string]any{
		"a call that failed before it had usage": {"gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o"},
		"a tool's definition":                    {"gen_ai.tool.type": "function"},
		"OpenInference's model":                  {"llm.model_name": "gpt-4o"},
		"Traceloop's properties":                 {"traceloop.association.properties.note": "x"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			td := tracesOf(t, attrs)
			oneSpan(td).Status().SetMessage("no mailbox a@example.com")
			out, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			assert.Equal(t, "no mailbox <EMAIL>", oneSpan(out).Status().Message())
		})
	}
}

func TestContextThatTravelsPutsNothingIntoScope(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	td := tracesOf(t, map[string]any{"http.request.method": "GET", "gen_ai.conversation.id": "c", "gen_ai.agent.name": "a", "url.full": "https://example.com/?q=a@example.com"})
	want := ptrace.NewTraces()
	td.CopyTo(want)
	out, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	assert.Equal(t, want, out)
}

func TestForgedKindsChangeNoPrice(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	call := func(operation, kind string) map[string]any {
		return map[string]any{"gen_ai.operation.name": operation, "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
			"gen_ai.usage.input_tokens": int64(1000), "gen_ai.usage.output_tokens": int64(1000), "genai.kind": kind}
	}
	for _, forged := range []string{"embedding", "tool", "agent", "other"} {
		out, err := p.Traces(context.Background(), tracesOf(t, call("chat", forged)))
		require.NoError(t, err)
		got := oneSpan(out).Attributes().AsRaw()
		assert.Equal(t, []any{"generation", "chat", 0.0125}, []any{got["genai.kind"], got["gen_ai.operation.name"], got["genai.cost.total"]}, forged)
	}
	out, err := p.Traces(context.Background(), tracesOf(t, call("invoke_agent", "generation")))
	require.NoError(t, err)
	got := oneSpan(out).Attributes().AsRaw()
	assert.Equal(t, []any{"agent", "aggregate", nil}, []any{got["genai.kind"], got["genai.usage.role"], got["genai.cost.total"]})
}

func TestHalfAUsageIsNotPriced(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	for _, input := range []any{"1,000", 10.5, "0x10p0", "1_000"} {
		out, err := p.Traces(context.Background(), tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai",
			"gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": input, "gen_ai.usage.output_tokens": int64(10)}))
		require.NoError(t, err)
		got := oneSpan(out).Attributes().AsRaw()
		assert.Equal(t, []any{"invalid_usage", nil}, []any{got["genai.cost.unpriced_reason"], got["genai.cost.total"]}, input)
		assert.Equal(t, input, got["gen_ai.usage.input_tokens"])
	}
}

func TestAForgedCountOfFindingsDoesNotOverflow(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	for before, want := range map[int64]int64{math.MaxInt64: math.MaxInt64, -7: 1, 4: 5} {
		out, err := p.Traces(context.Background(), tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "note": "a@example.com", "genai.redaction.count": before}))
		require.NoError(t, err)
		assert.Equal(t, want, oneSpan(out).Attributes().AsRaw()["genai.redaction.count"])
	}
}

func TestAllDialectsCanBeDisabled(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.DisabledDialects = dialect.Names()
	p, tel := newProcessor(t, s)
	_, err := p.Traces(context.Background(), tracesOf(t, map[string]any{"genai.kind": "generation"}))
	require.NoError(t, err)
	assert.Zero(t, counter(t, tel, "processor_genai_failed", nil))
}

func TestTheNameOfAScopeIsRedactedInScopeAll(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.RedactAll = true
	p, _ := newProcessor(t, s)
	td := tracesOf(t, map[string]any{})
	scope := td.ResourceSpans().At(0).ScopeSpans().At(0).Scope()
	scope.SetName("tracer of a@example.com")
	scope.SetVersion("b@example.com")
	_, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	assert.Equal(t, []string{"tracer of <EMAIL>", "<EMAIL>"}, []string{scope.Name(), scope.Version()})
}

func TestTraceStatesAreRedactedInScopeAll(t *testing.T) {
	t.Parallel()
	for redactAll, want := range map[bool]string{true: "a=1", false: "a=1,u=a@example.com"} {
		s := everything(t)
		s.RedactAll = redactAll
		p, _ := newProcessor(t, s)
		td := tracesOf(t, httpSpan, map[string]any{"gen_ai.operation.name": "chat"})
		spans := td.ResourceSpans().At(0).ScopeSpans().At(0).Spans()
		for _, span := range spans.All() {
			span.TraceState().FromRaw("a=1,u=a@example.com")
		}
		_, err := p.Traces(context.Background(), td)
		require.NoError(t, err)
		for _, span := range spans.All() {
			assert.Equal(t, want, span.TraceState().AsRaw())
		}
	}
}

func TestNothingOfABatchIsKept(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	s := p.scratch.Get().(*scratch)
	span := oneSpan(tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.response.finish_reasons": []any{"stop"}, "user.id": "u"}))
	p.span(p.vocabulary.Scope(""), span, s)
	p.release(s)
	assert.Empty(t, s.call.Text(dialect.RequestModel))
	assert.Nil(t, s.call.Texts(dialect.FinishReasons))
}

func TestManyBatchesAtOnce(t *testing.T) {
	t.Parallel()
	p, tel := newProcessor(t, everything(t))
	const workers, rounds = 16, 20
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for range rounds {
				td := tracesOf(t, httpSpan, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
					"gen_ai.usage.input_tokens": int64(2006), "gen_ai.input.messages": `[{"role":"user","parts":[{"type":"text","content":"a@example.com"}]}]`})
				out, err := p.Traces(context.Background(), td)
				assert.NoError(t, err)
				assert.Equal(t, 2, out.SpanCount())
			}
		})
	}
	wg.Wait()
	assert.EqualValues(t, workers*rounds, counter(t, tel, "processor_genai_redacted", map[string]string{"entity": "EMAIL"}))
}

func TestLogsAreClassifiedAndRedactedButNotPriced(t *testing.T) {
	t.Parallel()
	p, tel := newProcessor(t, everything(t))
	ld := plog.NewLogs()
	records := ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords()
	message := records.AppendEmpty()
	message.SetEventName("gen_ai.user.message")
	require.NoError(t, message.Body().FromRaw(map[string]any{"content": "I am a@example.com"}))
	details := records.AppendEmpty()
	details.SetEventName("gen_ai.client.inference.operation.details")
	require.NoError(t, details.Attributes().FromRaw(map[string]any{"gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o-mini", "gen_ai.provider.name": "openai",
		"gen_ai.usage.input_tokens": int64(10)}))
	plain := records.AppendEmpty()
	plain.Body().SetStr("login of a@example.com")

	out, err := p.Logs(context.Background(), ld)
	require.NoError(t, err)
	got := out.ResourceLogs().At(0).ScopeLogs().At(0).LogRecords()
	assert.Equal(t, map[string]any{"content": "I am <EMAIL>"}, got.At(0).Body().Map().AsRaw())
	assert.Equal(t, map[string]any{"genai.kind": "generation", "genai.redaction.count": int64(1)}, got.At(0).Attributes().AsRaw())
	assert.Equal(t, "duplicate", got.At(1).Attributes().AsRaw()["genai.usage.role"], "the span of the call has its usage")
	assert.NotContains(t, got.At(1).Attributes().AsRaw(), "genai.cost.total")
	assert.Equal(t, "login of a@example.com", got.At(2).Body().Str(), "an ordinary log line is out of scope")
	assert.EqualValues(t, 2, counter(t, tel, "processor_genai_seen", map[string]string{"signal": "logs", "kind": "generation"}))
	assert.Zero(t, counter(t, tel, "processor_genai_unpriced", nil))
}

func TestNewRefusesABadPolicy(t *testing.T) {
	t.Parallel()
	_, err := New(Settings{Redaction: &redact.Settings{Mode: 9}}, nil)
	assert.EqualError(t, err, "mode: expected enforce or monitor, found number 9")
}
