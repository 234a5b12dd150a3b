package processor

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// cleanSubject is an ordinary call to a model and its log record, without a finding.
func cleanSubject() subject {
	s := newSubject()
	for _, m := range []pcommon.Map{s.span().Attributes(), s.span().Events().At(0).Attributes(), s.record().Attributes()} {
		m.PutStr("gen_ai.operation.name", "chat")
		m.PutStr("gen_ai.request.model", "gpt-4o-2024-08-06")
		m.PutStr("gen_ai.response.id", "chatcmpl-9f2c")
		m.PutStr("user.id", "u-1")
		m.PutInt("gen_ai.usage.input_tokens", 123456)
		m.PutInt("http.response.status_code", 200)
		m.PutInt("server.port", 443)
		m.PutInt("start", 1732147200000)
		m.PutDouble("gen_ai.request.temperature", 0.7)
		m.PutDouble("total", 1732147200)
		m.PutStr("gen_ai.input.messages", `[{"role":"user","parts":[{"type":"text","content":"`+strings.Repeat("What is new? ", 100)+`"}]}]`)
		parts := m.PutEmptySlice("gen_ai.output.messages").AppendEmpty().SetEmptyMap()
		parts.PutStr("role", "assistant")
		parts.PutEmptySlice("parts").AppendEmpty().SetEmptyMap().PutStr("content", "Nothing, at 3 of 4.")
	}
	s.record().Body().SetStr("a plain line")
	return s
}

func TestCleanDataIsLeftAlone(t *testing.T) {
	t.Parallel()
	s := cleanSubject()
	before := s.bytes(t)
	assert.Equal(t, outcome{}, *s.redact(mustRedactor(t, RedactionSettings{})))
	assert.Equal(t, before, s.bytes(t))
}

// TestAPanicClosesAll breaks the redactor, since no data known breaks it.
func TestAPanicClosesAll(t *testing.T) {
	t.Parallel()
	for _, mode := range []RedactionMode{Enforce, Monitor} {
		s := newSubject()
		s.span().SetName(canaryEmail)
		s.span().Status().SetMessage(canaryEmail)
		s.record().Body().SetStr(canaryEmail)
		for _, attributes := range attributeMaps {
			m := attributes(s)
			m.PutStr("app.note", canaryEmail)
			m.PutStr(canaryEmail, "x")
			m.PutInt("gen_ai.usage.input_tokens", 12)
			m.PutStr("user.id", "u-1")
			m.PutInt("card", canaryCard)
			m.PutBool("stream", true)
		}
		before := s.bytes(t)
		broken := &redactor{enforce: mode == Enforce}

		o := s.redact(broken)

		assert.Equal(t, 4, o.tally.Failures(), "resource, scope, span, record")
		if mode == Monitor {
			assert.Equal(t, before, s.bytes(t))
			continue
		}
		assert.NotContains(t, s.bytes(t), canaryEmail)
		for place, attributes := range attributeMaps {
			assert.Equal(t, map[string]any{
				"app.note": "<REDACTED>", "gen_ai.usage.input_tokens": int64(12), "user.id": "u-1", "card": "<REDACTED>", "stream": true,
			}, attributes(s).AsRaw(), place)
		}
		assert.Equal(t, "<REDACTED>", s.span().Name())
		assert.Equal(t, "<REDACTED>", s.record().Body().Str())
	}
}

// Laws, for any telemetry that the collector reads: no panic leaves; monitoring counts what enforcing replaces, and changes nothing; what
// is redacted is clean.
func FuzzRedactingSpans(f *testing.F) {
	for _, build := range []func() subject{newSubject, cleanSubject, canarySubject} {
		text, err := (&ptrace.JSONMarshaler{}).MarshalTraces(build().traces)
		require.NoError(f, err)
		f.Add(text)
	}
	enforce, monitor := mustRedactor(f, RedactionSettings{}), mustRedactor(f, RedactionSettings{Mode: Monitor})
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		td, err := (&ptrace.JSONUnmarshaler{}).UnmarshalTraces(text)
		if err != nil {
			t.Skip()
		}
		first, err := (&ptrace.ProtoMarshaler{}).MarshalTraces(td)
		require.NoError(t, err)

		monitored := redactSpans(monitor, td)
		second, err := (&ptrace.ProtoMarshaler{}).MarshalTraces(td)
		require.NoError(t, err)
		if string(first) != string(second) {
			t.Error("monitoring changed something")
		}
		enforced := redactSpans(enforce, td)
		if monitored != enforced {
			t.Errorf("monitored %v, enforced %v", monitored, enforced)
		}
		again := redactSpans(enforce, td)
		if again.tally.Total() != 0 || again.tally.Failures() != 0 {
			t.Errorf("redacted spans have findings: %v", again)
		}
	})
}

func redactSpans(r *redactor, td ptrace.Traces) outcome {
	var o outcome
	for _, rs := range td.ResourceSpans().All() {
		r.attributes(rs.Resource().Attributes(), &o)
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				r.span(span, &o)
			}
		}
	}
	return o
}

func canarySubject() subject {
	s := newSubject()
	for _, attributes := range attributeMaps {
		for _, c := range canaries {
			c.put(attributes(s).PutEmpty(c.name))
		}
	}
	return s
}

// go test -run '^$' -bench RedactCleanSpan ./processor
func BenchmarkRedactCleanSpan(b *testing.B) {
	s := cleanSubject()
	r := mustRedactor(b, RedactionSettings{})
	o := &outcome{}
	b.ReportAllocs()
	for b.Loop() {
		r.span(s.span(), o)
	}
	if o.tally.Total() != 0 {
		b.Fatal("a clean span has findings")
	}
}

func TestAnEmptyRecordStaysEmpty(t *testing.T) {
	t.Parallel()
	lr := plog.NewLogRecord()
	var o outcome
	mustRedactor(t, RedactionSettings{}).logRecord(lr, &o)
	assert.Equal(t, pcommon.ValueTypeEmpty, lr.Body().Type())
	assert.Equal(t, outcome{}, o)
}
