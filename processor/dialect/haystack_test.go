package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestUsageInTheOutputsOfHaystack(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, component, output string
		input                   int64
		exclusive               bool
	}{
		{"a chat generator", "OpenAIChatGenerator", `{"replies":[{"meta":{"usage":{"prompt_tokens":7}}}]}`, 7, false},
		{"a chat generator of an older version", "OpenAIChatGenerator", `{"replies":[{"_meta":{"usage":{"prompt_tokens":7}}}]}`, 7, false},
		{"a generator of plain text", "OpenAIGenerator", `{"replies":["hi"],"meta":[{"usage":{"prompt_tokens":7}}]}`, 7, false},
		{"an embedder", "OpenAITextEmbedder", `{"embedding":[0.1],"meta":{"usage":{"prompt_tokens":7}}}`, 7, false},
		{"Anthropic's cache stands beside its input", "AnthropicChatGenerator", `{"replies":[{"meta":{"usage":{"prompt_tokens":7,"cache_read_input_tokens":3}}}]}`, 7, true},
		{"near miss: a component that calls no model passes the usage on", "OutputAdapter", `{"replies":[{"meta":{"usage":{"prompt_tokens":7}}}]}`, 0, false},
		{"near miss: no content tracing, no usage", "OpenAIChatGenerator", "", 0, false},
		{"near miss: an output cut short", "OpenAIChatGenerator", `{"replies":[{"meta":{"usage":{"prompt_tokens":7`, 0, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := read(t, "", "haystack.component.run", ptrace.SpanKindInternal, attrs{"haystack.component.type": tc.component, "haystack.component.output": tc.output})
			input, _ := c.Int(InputTokens)
			assert.Equal(t, tc.input, input)
			assert.Equal(t, tc.exclusive, c.ExclusiveScope)
		})
	}
}
