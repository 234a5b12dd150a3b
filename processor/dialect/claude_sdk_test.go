package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestWhatTheClaudeAPICountsIsTheServedSide(t *testing.T) {
	t.Parallel()
	chat := attrs{"gen_ai.operation.name": "chat", "gen_ai.request.model": "m", "gen_ai.usage.input_tokens": 9}
	assert.Equal(t, "server_side", read(t, "com.anthropic.claude-platform", "chat m", ptrace.SpanKindInternal, chat).Role)
	assert.Empty(t, read(t, "com.anthropic.sdk.python", "anthropic.messages.create", ptrace.SpanKindClient, chat).Role)
	assert.Empty(t, read(t, "com.anthropic.claude-platform", "anthropic.tool_use x", ptrace.SpanKindInternal, attrs{}).Role, "a tool counts no tokens")
}
