package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestRawUsageOfLogfire(t *testing.T) {
	t.Parallel()
	const anthropic = `{"input_tokens":1000,"output_tokens":50,"cache_read_input_tokens":600,"cache_creation_input_tokens":100}`
	for _, tc := range []struct {
		name      string
		input     any
		raw       any
		cacheRead int64
		exclusive bool
	}{
		{"Anthropic's own input count leaves the cache out", 1000, anthropic, 600, true},
		{"a sum has been made of it already", 1700, anthropic, 600, false},
		{"OpenAI's prompt includes the cache", 1000, `{"prompt_tokens":1000,"prompt_tokens_details":{"cached_tokens":400}}`, 400, false},
		{"and so does its Responses API's input", 1000, `{"input_tokens":1000,"input_tokens_details":{"cached_tokens":400}}`, 400, false},
		{"a structured object is read like its text", 1000, attrs{"input_tokens": 1000, "cache_read_input_tokens": 600}, 600, true},
		{"near miss: Anthropic without a cache", 1000, `{"input_tokens":1000,"cache_read_input_tokens":null}`, 0, false},
		{"near miss: usage in the raw object alone is not taken", nil, anthropic, 0, false},
		{"near miss: text that is no JSON", 1000, "Usage(input_tokens=1000)", 0, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			as := attrs{"gen_ai.operation.name": "chat"}
			as["gen_ai.usage.raw"] = tc.raw
			if structured, ok := tc.raw.(attrs); ok {
				as["gen_ai.usage.raw"] = map[string]any(structured)
			}
			if tc.input != nil {
				as["gen_ai.usage.input_tokens"] = tc.input
			}
			c := read(t, "logfire.anthropic", "Message with {request_data[model]!r}", ptrace.SpanKindInternal, as)
			cacheRead, _ := c.Int(CacheReadTokens)
			assert.Equal(t, tc.cacheRead, cacheRead)
			assert.Equal(t, tc.exclusive, c.ExclusiveScope)
		})
	}
}

func TestUsageOfACallIsNoRollUp(t *testing.T) {
	t.Parallel()
	as := attrs{"gen_ai.operation.name": "chat", "usage": `{"input_tokens":7,"output_tokens":2}`}
	c := read(t, "logfire.openai_agents", "Responses API with {gen_ai.request.model!r}", ptrace.SpanKindInternal, as)
	input, _ := c.Int(InputTokens)
	assert.EqualValues(t, 7, input, "an older version wrote it nowhere else")
	assert.False(t, c.Has(RollUpInputTokens))

	elsewhere := read(t, "my.scope", "chat", ptrace.SpanKindInternal, as)
	assert.False(t, elsewhere.Has(InputTokens), "usage is a word of everybody's")
}
