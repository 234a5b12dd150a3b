package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/client"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// authenticated is what an authenticator knows of a client.
type authenticated map[string]any

func (a authenticated) GetAttribute(name string) any {
	if name == "panics" {
		panic("a defect of an authenticator")
	}
	return a[name]
}

func (authenticated) GetAttributeNames() []string { return nil }

func contextOf(auth client.AuthData, metadata map[string][]string) context.Context {
	return client.NewContext(context.Background(), client.Info{Auth: auth, Metadata: client.NewMetadata(metadata)})
}

// replacing is a policy that is seen by its placeholder.
func replacing(placeholder string) redact.Settings {
	return redact.Settings{Text: redaction.Settings{Placeholder: placeholder}}
}

// withPolicies has a policy of each source; the base drops the attribute, so that the strictest does.
func withPolicies(t testing.TB) Settings {
	t.Helper()
	s := everything(t)
	s.Full = true
	s.Redaction = &redact.Settings{Text: redaction.Settings{Action: redaction.DropAttribute}}
	s.Policies = []Policy{
		{Name: "acme", Source: FromClientAuth, Key: "tenant", Values: []string{"acme", "acme-eu"}, Redaction: replacing("[acme {entity}]")},
		{Name: "header", Source: FromClientMetadata, Key: "X-Tenant", Values: []string{"one", "two"}, Redaction: replacing("[header {entity}]")},
		{Name: "team", Source: FromResource, Key: "team", Values: []string{"a"}, Redaction: replacing("[team {entity}]")},
		{Name: "rest", Source: FromClientAuth, Key: "panics", Values: []string{"x"}, Redaction: redact.Settings{Mode: redact.Monitor}},
	}
	return s
}

func TestTheFirstPolicyThatMatchesHolds(t *testing.T) {
	t.Parallel()
	const strictest = "" // the attribute is gone
	for name, tc := range map[string]struct {
		ctx      context.Context
		resource map[string]any
		want     string
		policy   string
	}{
		"of the authenticated client":           {contextOf(authenticated{"tenant": "acme"}, nil), nil, "[acme EMAIL]", "acme"},
		"of another value":                      {contextOf(authenticated{"tenant": "acme-eu"}, nil), nil, "[acme EMAIL]", "acme"},
		"of several texts, all among the value": {contextOf(authenticated{"tenant": []string{"acme", "acme-eu"}}, nil), nil, "[acme EMAIL]", "acme"},
		"of several texts, one of them not":     {contextOf(authenticated{"tenant": []string{"acme", "other"}}, nil), nil, strictest, "strictest"},
		"of no text":                            {contextOf(authenticated{"tenant": []string{}}, nil), nil, strictest, "strictest"},
		"of a number":                           {contextOf(authenticated{"tenant": 7}, nil), nil, strictest, "strictest"},
		"in other case":                         {contextOf(authenticated{"tenant": "ACME"}, nil), nil, strictest, "strictest"},
		"of a client with no attribute":         {contextOf(authenticated{}, nil), nil, strictest, "strictest"},
		"metadata is not authentication":        {contextOf(nil, map[string][]string{"tenant": {"acme"}}), nil, strictest, "strictest"},
		"nobody is known":                       {context.Background(), nil, strictest, "strictest"},
		"by metadata, whatever the case of key": {contextOf(nil, map[string][]string{"x-tenant": {"two"}}), nil, "[header EMAIL]", "header"},
		"by metadata twice":                     {contextOf(nil, map[string][]string{"x-tenant": {"two", "one"}}), nil, "[header EMAIL]", "header"},
		"by metadata beside the client's own":   {contextOf(nil, map[string][]string{"x-tenant": {"two", "evil"}}), nil, strictest, "strictest"},
		"by the resource":                       {context.Background(), map[string]any{"team": "a"}, "[team EMAIL]", "team"},
		"by the resource, another":              {context.Background(), map[string]any{"team": "b"}, strictest, "strictest"},
		"by the resource, no text":              {context.Background(), map[string]any{"team": []any{"a"}}, strictest, "strictest"},
		"the first of two":                      {contextOf(authenticated{"tenant": "acme"}, nil), map[string]any{"team": "a"}, "[acme EMAIL]", "acme"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, tel := newProcessor(t, withPolicies(t))
			td := tracesOf(t, map[string]any{"gen_ai.operation.name": "chat", "note": "a@example.com"})
			ld := plog.NewLogs()
			rl := ld.ResourceLogs().AppendEmpty()
			record := rl.ScopeLogs().AppendEmpty().LogRecords().AppendEmpty()
			require.NoError(t, record.Attributes().FromRaw(map[string]any{"gen_ai.operation.name": "chat", "note": "a@example.com"}))
			require.NoError(t, td.ResourceSpans().At(0).Resource().Attributes().FromRaw(tc.resource))
			require.NoError(t, rl.Resource().Attributes().FromRaw(tc.resource))

			_, err := p.Traces(tc.ctx, td)
			require.NoError(t, err)
			_, err = p.Logs(tc.ctx, ld)
			require.NoError(t, err)
			for signal, attrs := range map[string]pcommon.Map{"traces": oneSpan(td).Attributes(), "logs": record.Attributes()} {
				note, kept := attrs.Get("note")
				assert.Equal(t, tc.want != strictest, kept)
				applied, _ := attrs.Get(attrRedactionPolicy)
				if kept {
					assert.Equal(t, tc.want, note.Str())
				}
				assert.Regexp(t, "^"+tc.policy+":[a-z]{16}$", applied.Str())
				assert.EqualValues(t, 1, counter(t, tel, "processor_genai_governed", map[string]string{"policy": tc.policy, "signal": signal}))
			}
			assert.EqualValues(t, 2, counter(t, tel, "processor_genai_governed", nil))
		})
	}
}

func TestResourcesOfABatchHaveTheirOwnPolicies(t *testing.T) {
	t.Parallel()
	for mode, whole := range map[string]bool{"each span alone": false, "whole traces, roots last": true} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			s := withPolicies(t)
			s.WholeTraces, s.RedactAll = whole, true
			s.Policies[2].Redaction.Mode = redact.Monitor
			p, tel := newProcessor(t, s)
			td := ptrace.NewTraces()
			for i, team := range []string{"a", "other", "a"} {
				rs := td.ResourceSpans().AppendEmpty()
				rs.Resource().Attributes().PutStr("team", team)
				rs.Resource().Attributes().PutStr("contact", "a@example.com")
				span := rs.ScopeSpans().AppendEmpty().Spans().AppendEmpty()
				span.SetTraceID(pcommon.TraceID{1})
				span.SetSpanID(pcommon.SpanID{byte(i + 1)})
				if i > 0 {
					span.SetParentSpanID(pcommon.SpanID{byte(i)})
				}
				span.Attributes().PutStr("gen_ai.operation.name", "chat")
				span.Attributes().PutStr("note", "a@example.com")
			}
			_, err := p.Traces(context.Background(), td)
			require.NoError(t, err)
			for i, kept := range []bool{true, false, true} {
				rs := td.ResourceSpans().At(i)
				_, hasNote := rs.ScopeSpans().At(0).Spans().At(0).Attributes().Get("note")
				_, hasContact := rs.Resource().Attributes().Get("contact")
				assert.Equal(t, kept, hasNote)
				assert.Equal(t, kept, hasContact)
			}
			assert.EqualValues(t, 2, counter(t, tel, "processor_genai_governed", map[string]string{"policy": "team"}))
			assert.EqualValues(t, 1, counter(t, tel, "processor_genai_governed", map[string]string{"policy": "strictest"}))
			assert.EqualValues(t, 4, counter(t, tel, "processor_genai_redacted", map[string]string{"action": "keep"}), "monitored")
			assert.EqualValues(t, 6, counter(t, tel, "processor_genai_redacted", nil))
		})
	}
}

func TestTheAppliedPolicyIsTheSameForTheSameSettings(t *testing.T) {
	t.Parallel()
	applied := func(change func(*Settings)) string {
		s := everything(t)
		s.Full = true
		change(&s)
		p, _ := newProcessor(t, s)
		td := tracesOf(t, map[string]any{"gen_ai.operation.name": "chat"})
		_, err := p.Traces(context.Background(), td)
		require.NoError(t, err)
		v, _ := oneSpan(td).Attributes().Get(attrRedactionPolicy)
		return v.Str()
	}
	nothing := func(*Settings) {}
	assert.Equal(t, applied(nothing), applied(nothing))
	assert.Regexp(t, "^[a-z]{16}$", applied(nothing), "no name where no policies are configured")
	assert.NotEqual(t, applied(nothing), applied(func(s *Settings) { s.RedactAll = true }))
	assert.NotEqual(t, applied(nothing), applied(func(s *Settings) { s.Redaction.Text.Packs = []string{"uk"} }))
	assert.Empty(t, applied(func(s *Settings) { s.Redaction.Mode = redact.Monitor }), "nothing was done")
	assert.Empty(t, applied(func(s *Settings) { s.Full = false }))
}

// Not parallel: it counts allocations.
func TestChoosingAPolicyAllocatesNothing(t *testing.T) {
	p, _ := newProcessor(t, withPolicies(t))
	ctx := contextOf(authenticated{"tenant": "acme"}, nil)
	resource := pcommon.NewMap()
	resource.PutStr("team", "a")
	var texts []clientText
	var chosen *policy
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		texts = p.policies.ofClient(ctx, texts[:0])
		chosen = p.policies.choose(resource, texts)
	}))
	assert.Equal(t, "acme", chosen.name)
	texts = p.policies.ofClient(context.Background(), texts[:0])
	assert.Zero(t, testing.AllocsPerRun(100, func() { _ = p.policies.choose(resource, texts) }))
}

func TestAPolicyThatIsNoneIsRefused(t *testing.T) {
	t.Parallel()
	s := withPolicies(t)
	s.Policies[1].Redaction.Text.Packs = []string{"mars"}
	_, err := New(s, nil)
	require.ErrorContains(t, err, "packs[")
	s = withPolicies(t)
	s.Policies[1].Redaction.Mode = 9
	_, err = New(s, nil)
	require.EqualError(t, err, "policies[1]: mode: expected enforce or monitor, found number 9")
}
