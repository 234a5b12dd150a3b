package processor

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

func TestForeignSpans(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	for name, tc := range map[string]struct {
		attributes   map[string]any
		scope, event string
		details      map[string]any // attributes of the event
		want         bool
	}{
		"nothing":                               {want: true},
		"HTTP":                                  {attributes: httpSpan, want: true},
		"what others name so, too":              {attributes: map[string]any{"model": "T", "server.address": "a", "agent.name": "a"}, want: true},
		"a key that only looks alike":           {attributes: map[string]any{"gen_a.system": "x", "llm": "x", "ai": "x"}, want: true},
		"a count below a word of content":       {attributes: map[string]any{"prompt.id": "7", "db.query.text": "SELECT"}, want: true},
		"an exception":                          {event: "exception", details: map[string]any{"exception.message": "no"}, want: true},
		"a key of a dialect":                    {attributes: map[string]any{"gen_ai.request.model": "m"}},
		"a key of two letters below its prefix": {attributes: map[string]any{"fi.x": 1}},
		"one of ours":                           {attributes: map[string]any{"genai.kind": "tool"}},
		"content under a user's key":            {attributes: map[string]any{"my_prompt": "x"}},
		"content in capitals":                   {attributes: map[string]any{"LLM_PROMPT": "x"}},
		"a map":                                 {attributes: map[string]any{"payload": map[string]any{"prompt": "x"}}},
		"an array":                              {attributes: map[string]any{"payload": []any{"x"}}},
		"the name of an event":                  {attributes: map[string]any{"event.name": "gen_ai.choice"}},
		"an event of the conventions":           {event: "gen_ai.choice"},
		"an event of a dialect":                 {event: "llm.content.completion.chunk"},
		"content on any event":                  {event: "log", details: map[string]any{"completion": "x"}},
		"a scope of a dialect":                  {scope: "openinference.instrumentation.openai"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			span := ptrace.NewSpan()
			require.NoError(t, span.Attributes().FromRaw(tc.attributes))
			if tc.event != "" {
				event := span.Events().AppendEmpty()
				event.SetName(tc.event)
				require.NoError(t, event.Attributes().FromRaw(tc.details))
			}
			scope := p.vocabulary.Scope(tc.scope)
			assert.Equal(t, tc.want, p.foreigners.span(scope, span), "span")

			record := plog.NewLogRecord()
			span.Attributes().CopyTo(record.Attributes())
			if tc.event != "" {
				record.SetEventName(tc.event)
				require.NoError(t, record.Attributes().FromRaw(tc.details))
			}
			assert.Equal(t, tc.want, p.foreigners.record(scope, record), "record")
			require.NoError(t, record.Body().FromRaw(map[string]any{"prompt": "x"}))
			assert.False(t, p.foreigners.record(scope, record), "record with content in its body")
		})
	}
}

// TestForeignersAreStrangersToTheirNaiveTwin takes each attribute and each event of all golden spans by itself.
func TestForeignersAreStrangersToTheirNaiveTwin(t *testing.T) {
	t.Parallel()
	p, _ := newProcessor(t, everything(t))
	inputs, err := filepath.Glob(filepath.Join("..", "testdata", "golden", "*", "*", "in.json"))
	require.NoError(t, err)
	foreign, all := 0, 0
	check := func(span ptrace.Span) {
		all++
		if checkForeigner(t, p, span) {
			foreign++
		}
	}
	for _, input := range inputs {
		text, err := os.ReadFile(input)
		require.NoError(t, err)
		var unmarshaler ptrace.JSONUnmarshaler
		td, err := unmarshaler.UnmarshalTraces(text)
		if err != nil {
			continue // of log records
		}
		for _, rs := range td.ResourceSpans().All() {
			for _, ss := range rs.ScopeSpans().All() {
				for _, span := range ss.Spans().All() {
					for key, value := range span.Attributes().All() {
						one := ptrace.NewSpan()
						value.CopyTo(one.Attributes().PutEmpty(key))
						check(one)
					}
					for _, event := range span.Events().All() {
						one := ptrace.NewSpan()
						event.CopyTo(one.Events().AppendEmpty())
						check(one)
					}
				}
			}
		}
	}
	assert.Greater(t, foreign, 100, "many keys are of general use")
	assert.Greater(t, all-foreign, 1000)
}

// checkForeigner checks that a span that is passed over by its keys says nothing to those who read all of it, either.
func checkForeigner(t *testing.T, p *Processor, span ptrace.Span) (foreign bool) {
	t.Helper()
	foreign = p.foreigners.span(dialect.Scope{}, span)
	if !foreign {
		return false
	}
	var c dialect.Call
	p.vocabulary.Span(dialect.Scope{}, span, &c)
	if c.Kind != dialect.NoKind || c.Shows() || c.Upstream.Any || redact.SpanHasContent(span) {
		t.Errorf("passed over, but read as %s, shows %v, has content %v", c.Kind, c.Shows(), redact.SpanHasContent(span))
	}
	return true
}

// FuzzForeigners makes a span of lines: keys, each with its value behind "=", those behind a line ":name" of an event.
func FuzzForeigners(f *testing.F) {
	for _, o := range ordinarySpans() {
		var b strings.Builder
		for key := range o.attributes {
			b.WriteString(key + "=x\n")
		}
		b.WriteString(":" + o.event + "\n")
		for key := range o.details {
			b.WriteString(key + "=x\n")
		}
		f.Add(b.String())
	}
	for _, text := range []string{"gen_ai.system=openai", "model=x\ninput_tokens=3", ":gen_ai.choice\ncontent=x", "fi.x=y", "LLM_PROMPT=x\nuser.id=1", "event.name=gen_ai.choice"} {
		f.Add(text)
	}
	p, _ := newProcessor(f, everything(f))
	f.Fuzz(func(t *testing.T, text string) {
		span := ptrace.NewSpan()
		attrs := span.Attributes()
		for line := range strings.SplitSeq(text, "\n") {
			if name, ok := strings.CutPrefix(line, ":"); ok {
				event := span.Events().AppendEmpty()
				event.SetName(name)
				attrs = event.Attributes()
				continue
			}
			key, value, _ := strings.Cut(line, "=")
			attrs.PutStr(key, value)
		}
		checkForeigner(t, p, span)
	})
}

// A span that can't even be looked at is read, fails there and is counted.
func TestAForeignerIsReadWhereLookingFails(t *testing.T) {
	t.Parallel()
	var none *foreigners
	span := ptrace.NewSpan()
	span.Attributes().PutStr("whatever", "x")
	assert.False(t, none.span(dialect.Scope{}, span))
	record := plog.NewLogRecord()
	record.Attributes().PutStr("whatever", "x")
	assert.False(t, none.record(dialect.Scope{}, record))
}

// Of any value but a map or an array, both are invalid: the foreigners' shortcut to their types.
func TestValuesOfOtherTypesAreInvalidMapsAndArrays(t *testing.T) {
	t.Parallel()
	for name, of := range map[string]any{"nothing": nil, "text": "x", "no text": "", "int": 0, "double": 1.5, "bool": true, "bytes": []byte("x")} {
		value := pcommon.NewValueEmpty()
		require.NoError(t, value.FromRaw(of))
		assert.Equal(t, pcommon.Map{}, value.Map(), name)
		assert.Equal(t, pcommon.Slice{}, value.Slice(), name)
	}
	assert.NotEqual(t, pcommon.Map{}, pcommon.NewValueMap().Map())
	assert.NotEqual(t, pcommon.Slice{}, pcommon.NewValueSlice().Slice())
}

// The scope "all" looks through foreigners too, and counts none of them as GenAI.
func TestForeignersAreRedactedWhereAllIs(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.RedactAll, s.Full = true, true
	p, tel := newProcessor(t, s)
	td := tracesOf(t, chat, map[string]any{"note": "to a@example.com"})
	_, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	note := td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(1).Attributes().AsRaw()
	assert.Equal(t, "to <EMAIL>", note["note"])
	assert.Equal(t, int64(1), note[attrRedactionCount], "nothing of the span before")
	assert.Equal(t, int64(1), counter(t, tel, "processor_genai_seen", nil))
	assert.Equal(t, int64(0), counter(t, tel, "processor_genai_unrecognised_content", nil))
}
