package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// langfuseUsage is what a span with these usage_details counts: input, cache read, cache write, output and reasoning tokens.
func langfuseUsage(t *testing.T, as attrs) (counts [5]int64, exclusive bool) {
	t.Helper()
	as["langfuse.observation.type"] = "generation"
	c := read(t, "langfuse-sdk", "x", ptrace.SpanKindInternal, as)
	for i, f := range []Field{InputTokens, CacheReadTokens, CacheWriteTokens, OutputTokens, ReasoningTokens} {
		counts[i], _ = c.Int(f)
	}
	return counts, c.ExclusiveScope
}

func TestLangfuseUsage(t *testing.T) {
	t.Parallel()
	const key = "langfuse.observation.usage_details"
	for name, tc := range map[string]struct {
		attrs     attrs
		want      [5]int64
		exclusive bool
	}{
		"plain":                        {attrs{key: `{"input":10,"output":2,"total":12}`}, [5]int64{10, 0, 0, 2, 0}, false},
		"as a structured value":        {attrs{key: map[string]any{"input": 10, "output": 2}}, [5]int64{10, 0, 0, 2, 0}, false},
		"buckets beside input":         {attrs{key: `{"input":10,"input_cached_tokens":90,"input_audio":5,"output":2,"output_reasoning_tokens":3}`}, [5]int64{15, 90, 0, 5, 3}, true},
		"LangChain's names":            {attrs{key: `{"input":10,"input_cache_read":90,"input_cache_creation":50,"output":2,"output_reasoning":3}`}, [5]int64{10, 90, 50, 5, 3}, true},
		"all of the input cached":      {attrs{key: `{"input_cache_read":90,"output":2}`}, [5]int64{0, 90, 0, 2, 0}, true},
		"OpenAI's, details included":   {attrs{key: `{"prompt_tokens":100,"completion_tokens":5,"total_tokens":105,"prompt_tokens_details":{"cached_tokens":90}}`}, [5]int64{100, 90, 0, 5, 0}, false},
		"OpenAI's without details":     {attrs{key: `{"prompt_tokens":100,"completion_tokens":5,"total_tokens":105}`}, [5]int64{100, 0, 0, 5, 0}, false},
		"beside the same counts":       {attrs{key: `{"input":10,"input_cached_tokens":90,"output":2}`, "gen_ai.usage.input_tokens": 100, "gen_ai.usage.output_tokens": 2}, [5]int64{100, 90, 0, 2, 0}, false},
		"beside the count of buckets":  {attrs{key: `{"input":10,"input_cached_tokens":90,"output":2}`, "gen_ai.usage.input_tokens": 10}, [5]int64{10, 90, 0, 2, 0}, true},
		"near miss: beside other ones": {attrs{key: `{"input":10,"input_cached_tokens":90,"output":2}`, "gen_ai.usage.input_tokens": 77}, [5]int64{77, 0, 0, 0, 0}, false},
		"near miss: negative counts":   {attrs{key: `{"input":-10,"output":2}`}, [5]int64{0, 0, 0, 2, 0}, false},
		"near miss: counts as prose":   {attrs{key: `{"input":"ten","output":2}`}, [5]int64{0, 0, 0, 2, 0}, false},
		"near miss: other names":       {attrs{key: `{"requests":3,"total":12,"seconds":1}`}, [5]int64{}, false},
		"near miss: a list":            {attrs{key: `[1,2]`}, [5]int64{}, false},
		"near miss: cut short":         {attrs{key: `{"input":10,`}, [5]int64{}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, exclusive := langfuseUsage(t, tc.attrs)
			assert.Equal(t, tc.want, got)
			assert.Equal(t, tc.exclusive, exclusive)
		})
	}
}

func TestOtherNamesOfUsageAreNoUsage(t *testing.T) {
	t.Parallel()
	c := read(t, "langfuse-sdk", "x", ptrace.SpanKindInternal, attrs{"langfuse.observation.usage_details": `{"requests":3}`})
	assert.False(t, c.Has(InputTokens) || c.Has(OutputTokens), "absent is not 0")
}
