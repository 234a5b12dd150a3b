package processor

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// What a policy for content takes away is taken once the span is understood and priced, under every name that it has by then.
func TestContentIsGovernedAndCounted(t *testing.T) {
	t.Parallel()
	picture := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("\x89PNG7\x1a\x00\xfe", 30)))
	call := map[string]any{
		"openinference.span.kind": "LLM", "llm.model_name": "gpt-4o-2024-08-06", "llm.provider": "openai",
		"llm.token_count.prompt": 120, "llm.token_count.completion": 30,
		"llm.input_messages.0.message.role": "system", "llm.input_messages.0.message.content": "Be kind.",
		"llm.input_messages.1.message.role": "user", "llm.input_messages.1.message.content": "data:image/png;base64," + picture,
		"llm.output_messages.0.message.role": "assistant", "llm.output_messages.0.message.content": strings.Repeat("Yes. ", 20),
	}
	policies := redaction.ContentPolicies{
		redaction.SystemContent: {Action: redaction.DropContent}, redaction.OutputContent: {Action: redaction.TruncateContent, Bytes: 4},
	}
	for _, mode := range []redact.Mode{redact.Enforce, redact.Monitor} {
		plain := everything(t)
		plain.Full = true
		p, _ := newProcessor(t, plain)
		out, err := p.Traces(context.Background(), tracesOf(t, call))
		require.NoError(t, err)
		kept := oneSpan(out).Attributes().AsRaw()

		s := everything(t)
		s.Full, s.Messages = true, CopyMessages
		s.Redaction = &redact.Settings{Mode: mode, Text: redaction.Settings{Content: policies}}
		p, tel := newProcessor(t, s)
		out, err = p.Traces(context.Background(), tracesOf(t, call))
		require.NoError(t, err)
		got := oneSpan(out).Attributes().AsRaw()
		dropped, truncated := "keep", "keep"
		if mode == redact.Enforce {
			dropped, truncated = "drop", "truncate"
			assert.NotContains(t, got, "llm.input_messages.0.message.content")
			assert.Equal(t, "Yes.…[genai: 100 bytes]", got["llm.output_messages.0.message.content"])
			assert.EqualValues(t, 2*len(picture), got["genai.redaction.skipped_bytes"], "in both places")
			for key, v := range got {
				if text, ok := v.(string); ok {
					assert.NotContains(t, text, "Be kind.", key)
					assert.NotContains(t, text, "Yes. ", key)
				}
			}
		} else {
			assert.Equal(t, "Be kind.", got["llm.input_messages.0.message.content"])
		}
		survived := 0
		for key, v := range kept {
			if strings.HasPrefix(key, "genai.cost.") || strings.HasPrefix(key, "gen_ai.usage.") || strings.HasPrefix(key, "gen_ai.request.") || key == "genai.kind" {
				assert.Equal(t, v, got[key], key)
				survived++
			}
		}
		assert.Greater(t, survived, 5)
		assert.EqualValues(t, 2, counter(t, tel, "processor_genai_content", map[string]string{"kind": "system", "action": dropped}))
		assert.EqualValues(t, 2, counter(t, tel, "processor_genai_content", map[string]string{"kind": "output", "action": truncated}))
		assert.EqualValues(t, 2*len(picture), counter(t, tel, "processor_genai_skipped", map[string]string{"reason": "media"}))

		again := everything(t)
		again.Full, again.Messages, again.Redaction = true, CopyMessages, s.Redaction
		p, _ = newProcessor(t, again)
		before := oneSpan(out).Attributes().AsRaw()
		out, err = p.Traces(context.Background(), out)
		require.NoError(t, err)
		assert.Equal(t, before, oneSpan(out).Attributes().AsRaw(), "a second processor of the same configuration")
	}
}
