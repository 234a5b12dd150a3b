package processor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatIsNotReadIsCountedByReason(t *testing.T) {
	t.Parallel()
	p, tel := newProcessor(t, everything(t))
	_, err := p.Traces(context.Background(), tracesOf(t, map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.provider.name": "openai",
		"gen_ai.usage.input_tokens": int64(12), "gen_ai.usage.output_tokens": int64(3), "user.id": "jane",
		"gen_ai.input.messages": []byte{0x89, 0xff, 0xfe, 0xfd, 0, 1, 2, 3},
	}))
	require.NoError(t, err)
	for reason, want := range map[string]int{
		"binary":   8,
		"identity": len("jane"),
		"usage":    8 * 3, // tokens in and out, and the cost that the processor has written
		"media":    0,
	} {
		assert.EqualValues(t, want, counter(t, tel, "processor_genai_skipped", map[string]string{"reason": reason}), reason)
	}
}
