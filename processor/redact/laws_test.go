package redact

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"

	"github.com/otel-genai/genaiprocessor/redaction"
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
	assert.Equal(t, Outcome{}, *s.redact(mustRedactor(t, Settings{})))
	assert.Equal(t, before, s.bytes(t))
}

// TestAPanicClosesAll breaks the redactor, since no data known breaks it.
func TestAPanicClosesAll(t *testing.T) {
	t.Parallel()
	for _, mode := range []Mode{Enforce, Monitor} {
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
		broken := &Redactor{enforce: mode == Enforce}

		o := s.redact(broken)

		assert.Equal(t, 4, o.Tally.Failures(), "resource, scope, span, record")
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

// Laws, for any key, text and number in any place: no panic leaves; monitoring counts what enforcing replaces, and changes nothing; what
// is redacted is clean.
func FuzzRedacting(f *testing.F) {
	for _, c := range structured {
		f.Add("app.note", c.json, int64(0))
	}
	for key := range identityKeys {
		f.Add(key, canaryEmail, int64(1))
	}
	f.Add(canaryEmail, "gr\xfc\xdfe von "+canaryEmail, int64(canaryCard))
	f.Add("gen_ai.usage.input_tokens", "4111 1111 1111 1111", int64(canaryCard))
	f.Add("password", "<PASSWORD>", int64(7))
	f.Add("user.id", pseudonymOfUser, int64(42))
	var enforcing, monitoring []*Redactor
	for _, name := range redaction.ActionNames() {
		s := pseudonymous()
		s.Text.Action, _ = redaction.ActionByName(name)
		enforcing = append(enforcing, mustRedactor(f, s))
		s.Mode = Monitor
		monitoring = append(monitoring, mustRedactor(f, s))
	}
	for _, key := range []string{"gen_ai.input.messages", "gen_ai.prompt.0.content", "pydantic_ai.all_messages", "system_prompt"} {
		f.Add(key, talk(), int64(3))
		f.Add(key, talk()[:70], int64(3))
	}
	cuts, replaces := Settings{}, Settings{}
	for _, kind := range saidKinds {
		cuts.Text.Content[kind] = redaction.ContentPolicy{Action: redaction.TruncateContent, Bytes: 12}
		replaces.Text.Content[kind] = saidPolicies[int(kind)%2]
	}
	replaces.Text.Content[input] = redaction.ContentPolicy{}
	for _, s := range []Settings{cuts, replaces} {
		enforcing = append(enforcing, mustRedactor(f, s))
		s.Mode = Monitor
		monitoring = append(monitoring, mustRedactor(f, s))
	}
	f.Fuzz(func(t *testing.T, key, text string, number int64) {
		if len(key)+len(text) > 4096 {
			t.Skip("too long to be worth the time")
		}
		for i, enforce := range enforcing {
			s := everywhere(key, text, number)
			before := s.bytes(t)
			monitored := s.redact(monitoring[i])
			if s.bytes(t) != before {
				t.Error("monitoring changed something")
			}
			if enforced := s.redact(enforce); *enforced != *monitored {
				t.Errorf("monitored %v, enforced %v", *monitored, *enforced)
			}
			if again := s.redact(enforce); again.Tally.Total()+again.Tally.Failures()+again.Pseudonymised != 0 {
				t.Errorf("what is redacted has findings: %v", *again)
			}
		}
	})
}

// everywhere is a subject with the text and the number in values of all types, under the key, in every place.
func everywhere(key, text string, number int64) subject {
	s := newSubject()
	fill := func(m pcommon.Map) {
		m.PutStr(key, text)
		m.PutInt("n", number)
		inner := m.PutEmptyMap("meta")
		inner.PutStr(key, text)
		inner.PutStr(text, key)
		inner.PutEmptyMap("number").PutInt(key, number)
		inner.PutEmptyMap("double").PutDouble(key, float64(number))
		list := inner.PutEmptySlice("list")
		list.AppendEmpty().SetStr(text)
		list.AppendEmpty().SetEmptyBytes().FromRaw([]byte(text))
		list.AppendEmpty().SetEmptyMap().PutStr(key, text)
	}
	fill(s.resource())
	fill(s.span().Attributes())
	fill(s.span().Events().At(0).Attributes())
	s.span().SetName(text)
	s.span().Status().SetMessage(text)
	s.record().SetSeverityText(text)
	fill(s.record().Body().SetEmptyMap())
	return s
}

// go test -run '^$' -bench RedactCleanSpan ./processor
func BenchmarkRedactCleanSpan(b *testing.B) {
	s := cleanSubject()
	r := mustRedactor(b, Settings{})
	o := &Outcome{}
	b.ReportAllocs()
	for b.Loop() {
		r.Span(s.span(), o)
	}
	if o.Tally.Total() != 0 {
		b.Fatal("a clean span has findings")
	}
}

func TestAnEmptyRecordStaysEmpty(t *testing.T) {
	t.Parallel()
	lr := plog.NewLogRecord()
	var o Outcome
	mustRedactor(t, Settings{}).Record(lr, &o)
	assert.Equal(t, pcommon.ValueTypeEmpty, lr.Body().Type())
	assert.Equal(t, Outcome{}, o)
}
