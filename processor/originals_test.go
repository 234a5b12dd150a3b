package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOriginals(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		emit   []string
		as     map[string]any
		gone   []string
		stayed []string
	}{
		"renamed numbers go, the kind and content stay": {
			as:     map[string]any{"openinference.span.kind": "LLM", "llm.model_name": "m", "llm.token_count.prompt": 7, "llm.input_messages.0.message.content": "hi"},
			gone:   []string{"llm.model_name", "llm.token_count.prompt"},
			stayed: []string{"openinference.span.kind", "llm.input_messages.0.message.content", "gen_ai.request.model", "gen_ai.usage.input_tokens"},
		},
		"a count that was converted goes with what it was counted from": {
			as:     map[string]any{"gen_ai.system": "anthropic", "gen_ai.request.model": "claude-x", "gen_ai.usage.prompt_tokens": 3, "gen_ai.usage.cache_read_input_tokens": 900},
			gone:   []string{"gen_ai.system", "gen_ai.usage.prompt_tokens", "gen_ai.usage.cache_read_input_tokens"},
			stayed: []string{"gen_ai.usage.input_tokens", "gen_ai.usage.cache_read.input_tokens"},
		},
		"near miss: an output of 0 tokens, which no embedding has, was not written": {
			as:     map[string]any{"openinference.span.kind": "EMBEDDING", "llm.token_count.prompt": 7, "llm.token_count.completion": 0},
			gone:   []string{"llm.token_count.prompt"},
			stayed: []string{"llm.token_count.completion"},
		},
		"near miss: what another backend is to read stays": {
			emit:   []string{"openinference"},
			as:     map[string]any{"openinference.span.kind": "LLM", "llm.model_name": "m", "llm.token_count.prompt": 7, "llm.usage.prompt_tokens": 7},
			gone:   []string{"llm.usage.prompt_tokens"},
			stayed: []string{"llm.model_name", "llm.token_count.prompt"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := everything(t)
			s.RemoveOriginals, s.Emit = true, tc.emit
			p, _ := newProcessor(t, s)
			td, err := p.Traces(context.Background(), tracesOf(t, tc.as))
			require.NoError(t, err)
			got := oneSpan(td).Attributes().AsRaw()
			for _, key := range tc.gone {
				assert.NotContains(t, got, key)
			}
			for _, key := range tc.stayed {
				assert.Contains(t, got, key)
			}
		})
	}
}
