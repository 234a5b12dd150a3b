package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestReplaced(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		as   attrs
		key  string
		want bool
	}{
		"a renamed count":                   {attrs{"llm.token_count.prompt": 7}, "llm.token_count.prompt", true},
		"a renamed count that came as text": {attrs{"llm.token_count.prompt": "7"}, "llm.token_count.prompt", true},
		"an older name of the conventions":  {attrs{"gen_ai.system": "OpenAI"}, "gen_ai.system", true},
		"another name for the same":         {attrs{"gen_ai.usage.input_tokens": 7, "gen_ai.usage.prompt_tokens": 7}, "gen_ai.usage.prompt_tokens", true},
		"another spelling of the provider":  {attrs{"gen_ai.provider.name": "azure.ai.openai", "llm.provider": "azure"}, "llm.provider", true},
		"a renamed flag":                    {attrs{"llm.is_streaming": "True", "llm.request.model": "m", "llm.request.type": "chat"}, "llm.is_streaming", true},
		"a shared key where its dialect shows": {
			attrs{"openinference.span.kind": "TOOL", "tool.name": "search"}, "tool.name", true,
		},
		"near miss: the conventions' own name":        {attrs{"gen_ai.usage.input_tokens": 7}, "gen_ai.usage.input_tokens", false},
		"near miss: another name for something else":  {attrs{"gen_ai.usage.input_tokens": 7, "gen_ai.usage.prompt_tokens": 8}, "gen_ai.usage.prompt_tokens", false},
		"near miss: a key that decides the kind":      {attrs{"openinference.span.kind": "LLM"}, "openinference.span.kind", false},
		"near miss: a key whose presence decides it":  {attrs{"reranker.model_name": "m"}, "reranker.model_name", false},
		"near miss: content":                          {attrs{"llm.input_messages.0.message.content": "hi", "llm.model_name": "m"}, "llm.input_messages.0.message.content", false},
		"near miss: a field that no profile names":    {attrs{"llm.token_count.prompt": 7, "llm.token_count.total": 9}, "llm.token_count.total", false},
		"near miss: what could not be read":           {attrs{"llm.token_count.prompt": "many", "llm.model_name": "m"}, "llm.token_count.prompt", false},
		"near miss: a framework in a provider's name": {attrs{"gen_ai.system": "langchain", "gen_ai.operation.name": "chat"}, "gen_ai.system", false},
		"near miss: a shared key of someone else":     {attrs{"gen_ai.operation.name": "execute_tool", "tool.name": "search"}, "tool.name", false},
		"near miss: a key that only marks":            {attrs{"llm.invocation_parameters": "{}", "llm.token_count.prompt": 7}, "llm.invocation_parameters", false},
		"near miss: an unknown key":                   {attrs{"gen_ai.operation.name": "chat", "http.method": "GET"}, "http.method", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := compiled(t)
			span := ptrace.NewSpan()
			require.NoError(t, span.Attributes().FromRaw(tc.as))
			c := &Call{}
			v.Span(Scope{}, span, c)
			value, ok := span.Attributes().Get(tc.key)
			require.True(t, ok)
			_, replaced := v.Replaced(c, tc.key, value)
			assert.Equal(t, tc.want, replaced)
		})
	}
}

func TestAFieldWithoutANameInTheProfileReplacesNothing(t *testing.T) {
	t.Parallel()
	v, err := Compile(All(), V1_36)
	require.NoError(t, err)
	as := attrs{"llm.token_count.prompt": 7, "llm.token_count.prompt_details.cache_read": 3}
	span := ptrace.NewSpan()
	require.NoError(t, span.Attributes().FromRaw(as))
	c := &Call{}
	v.Span(Scope{}, span, c)
	for key, want := range map[string]bool{"llm.token_count.prompt": true, "llm.token_count.prompt_details.cache_read": false} {
		value, _ := span.Attributes().Get(key)
		_, replaced := v.Replaced(c, key, value)
		assert.Equal(t, want, replaced, key)
	}
}
