package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestCodexConversationsAreTexts(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name string
		as   attrs
		want string
	}{
		{"a thread of Codex is the conversation", attrs{"thread.id": "0199-a"}, "0199-a"},
		{"a thread of the operating system is none", attrs{"thread.id": 12}, ""},
		{"nor is its number as text", attrs{"thread.id": "12"}, ""},
		{"the conversation goes before the thread", attrs{"thread.id": 12, "conversation.id": "0199-b"}, "0199-b"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, read(t, "codex_cli_rs", "session_task.turn", ptrace.SpanKindInternal, tc.as).Text(ConversationID))
		})
	}
}

func TestAResponseThatAsksForAToolIsNotItsCall(t *testing.T) {
	t.Parallel()
	as := attrs{"tool_name": "shell", "gen_ai.usage.input_tokens": 9}
	assert.Empty(t, read(t, "codex_cli_rs", "handle_responses", ptrace.SpanKindInternal, as).Text(ToolName))
	assert.Equal(t, "shell", read(t, "codex_cli_rs", "handle_tool_call", ptrace.SpanKindInternal, attrs{"tool_name": "shell"}).Text(ToolName))
}

func TestARecordIsKnownByTheNameInItsAttributesWhereAnotherLoggerFilledTheField(t *testing.T) {
	t.Parallel()
	v := compiled(t)
	record := plog.NewLogRecord()
	record.SetEventName("event src/events.rs:1")
	require.NoError(t, record.Attributes().FromRaw(map[string]any{"event.name": "codex.sse_event", "event.kind": "response.completed", "input_token_count": "7"}))
	var c Call
	v.Record(v.Scope("tracing"), record, &c)
	assert.Equal(t, Generation, c.Kind)
	tokens, _ := c.Int(InputTokens)
	assert.Equal(t, int64(7), tokens)
}
