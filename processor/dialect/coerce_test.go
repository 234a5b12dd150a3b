package dialect

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestTokenCountsInEveryType(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		value   any
		want    int64
		has     bool
		changed bool
	}{
		"an int is as it should be":                {int64(12), 12, true, false},
		"zero is a count":                          {int64(0), 0, true, false},
		"a string of digits (Mastra)":              {"1200", 1200, true, true},
		"a string with a fraction of nothing":      {"12.0", 12, true, true},
		"a whole double":                           {12.0, 12, true, true},
		"a negative count is left to the price":    {int64(-1), -1, true, false},
		"near miss: a double with a fraction":      {12.5, 0, false, false},
		"near miss: a double beyond exact ints":    {1e17, 0, false, false},
		"near miss: not a number":                  {math.NaN(), 0, false, false},
		"near miss: infinity":                      {math.Inf(1), 0, false, false},
		"near miss: words":                         {"many", 0, false, false},
		"near miss: an empty string":               {"", 0, false, false},
		"near miss: a boolean":                     {true, 0, false, false},
		"near miss: an object of counts (PostHog)": {map[string]any{"total": 3}, 0, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := read(t, "", "span", ptrace.SpanKindClient, attrs{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": tc.value})
			n, has := c.Int(InputTokens)
			assert.Equal(t, tc.has, has)
			assert.Equal(t, tc.want, n)
			assert.Equal(t, tc.changed, c.Changed(InputTokens))
		})
	}
}

func TestFinishReasonsInEveryShape(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		value   any
		want    []string
		changed bool
	}{
		"a list is as it should be":        {[]any{"stop", "length"}, []string{"stop", "length"}, false},
		"one string":                       {"stop", []string{"stop"}, true},
		"a comma-separated list":           {"stop, length", []string{"stop", "length"}, true},
		"a JSON array":                     {`["stop"]`, []string{"stop"}, true},
		"near miss: a list of numbers":     {[]any{int64(1)}, nil, false},
		"near miss: an empty list":         {[]any{}, nil, false},
		"near miss: an empty string":       {"", nil, false},
		"near miss: a number":              {int64(2), nil, false},
		"a broken JSON array is one value": {`["stop"`, []string{`["stop"`}, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := read(t, "", "span", ptrace.SpanKindClient, attrs{"gen_ai.operation.name": "chat", "gen_ai.response.finish_reasons": tc.value})
			assert.Equal(t, tc.want, c.Texts(FinishReasons))
			assert.Equal(t, tc.changed, c.Changed(FinishReasons))
		})
	}
}

func TestListsThatAreNone(t *testing.T) {
	t.Parallel()
	c := read(t, "", "span", ptrace.SpanKindClient, attrs{"gen_ai.operation.name": "chat", "gen_ai.response.finish_reasons": strings.Repeat("a,", 3000),
		"gen_ai.request.stop_sequences": ", and"})
	assert.False(t, c.Has(FinishReasons), "a list of megabytes is none")
	assert.Equal(t, []string{", and"}, c.Texts(StopSequences), "a comma can be what stops")
}

func TestStreamFlagInEveryType(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		value any
		has   bool
		want  bool
	}{
		"a boolean":               {true, true, true},
		"Python's True (LiteLLM)": {"True", true, true},
		"Python's False":          {"False", true, false},
		"near miss: a word":       {"maybe", false, false},
		"near miss: a list":       {[]any{true}, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := read(t, "", "span", ptrace.SpanKindClient, attrs{"gen_ai.operation.name": "chat", "llm.is_streaming": tc.value})
			assert.Equal(t, tc.has, c.Has(Stream))
			assert.Equal(t, tc.want, c.Bool(Stream))
		})
	}
}

func TestNumbersOfTheRequest(t *testing.T) {
	t.Parallel()
	c := read(t, "", "span", ptrace.SpanKindClient, attrs{
		"gen_ai.operation.name": "chat", "gen_ai.request.temperature": int64(1), "gen_ai.request.top_p": "0.5", "gen_ai.request.top_k": []any{},
	})
	d, ok := c.Double(Temperature)
	assert.True(t, ok)
	assert.InDelta(t, 1.0, d, 0)
	d, ok = c.Double(TopP)
	assert.True(t, ok)
	assert.InDelta(t, 0.5, d, 0)
	assert.False(t, c.Has(TopK))
}

func TestTextsThatAreNumbers(t *testing.T) {
	t.Parallel()
	c := read(t, "", "span", ptrace.SpanKindClient, attrs{"gen_ai.operation.name": "chat", "gen_ai.conversation.id": int64(42), "gen_ai.request.model": []any{"m"}})
	assert.Equal(t, "42", c.Text(ConversationID))
	assert.True(t, c.Changed(ConversationID))
	assert.False(t, c.Has(RequestModel), "a list is no model")
}

func TestTheConventionsOwnKeyWinsInAnyOrder(t *testing.T) {
	t.Parallel()
	for _, order := range [][]string{
		{"gen_ai.usage.input_tokens", "llm.token_count.prompt", "llm.usage.prompt_tokens"},
		{"llm.usage.prompt_tokens", "llm.token_count.prompt", "gen_ai.usage.input_tokens"},
	} {
		span := ptrace.NewSpan()
		for i, key := range order {
			span.Attributes().PutInt(key, int64(100+i))
			if key == "gen_ai.usage.input_tokens" {
				span.Attributes().PutInt(key, 7)
			}
		}
		v := compiled(t)
		var c Call
		v.Span(v.Scope(""), span, &c)
		n, _ := c.Int(InputTokens)
		assert.EqualValues(t, 7, n)
		assert.False(t, c.Changed(InputTokens))
	}
}

func TestAnUnreadableValueGivesWayToTheNextKey(t *testing.T) {
	t.Parallel()
	c := read(t, "", "span", ptrace.SpanKindClient, attrs{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": "many", "llm.usage.prompt_tokens": int64(9)})
	n, _ := c.Int(InputTokens)
	assert.EqualValues(t, 9, n)
	assert.True(t, c.Changed(InputTokens))
}

func TestSharedKeysAreReadOnlyWhereTheirDialectShows(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		scope string
		attrs attrs
		want  string
	}{
		"by a key of OpenInference":          {"", attrs{"openinference.span.kind": "LLM", "session.id": "s1"}, "s1"},
		"by its scope":                       {"openinference.instrumentation.x", attrs{"gen_ai.operation.name": "chat", "session.id": "s1"}, "s1"},
		"near miss: OpenTelemetry's session": {"", attrs{"gen_ai.operation.name": "chat", "session.id": "s1"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, read(t, tc.scope, "span", ptrace.SpanKindClient, tc.attrs).Text(ConversationID))
		})
	}
}

func TestEventsSayWhatTheSpanDoesNot(t *testing.T) {
	t.Parallel()
	span := ptrace.NewSpan()
	span.Attributes().PutStr("gen_ai.operation.name", "chat")
	span.Attributes().PutStr("gen_ai.request.model", "of the span")
	details := span.Events().AppendEmpty()
	details.SetName("gen_ai.client.inference.operation.details")
	require.NoError(t, details.Attributes().FromRaw(attrs{"gen_ai.request.model": "of the event", "gen_ai.response.model": "of the event"}))
	choice := span.Events().AppendEmpty()
	choice.SetName("gen_ai.choice")
	choice.Attributes().PutStr("finish_reason", "stop")
	v := compiled(t)
	var c Call
	v.Span(v.Scope(""), span, &c)
	assert.Equal(t, "of the span", c.Text(RequestModel))
	assert.Equal(t, "of the event", c.Text(ResponseModel))
	assert.True(t, c.Changed(ResponseModel), "the span itself does not have it")
	assert.Equal(t, []string{"stop"}, c.Texts(FinishReasons))
}
