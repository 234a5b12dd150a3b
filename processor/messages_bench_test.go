package processor

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// BenchmarkMessages moves the flattened messages of 64 OpenInference spans, 8 messages of 600 bytes each. The floor is what a collector does
// with the batch in any case: read it and write it.
//
//	go test ./processor -run '^$' -bench Messages -benchtime 200x
func BenchmarkMessages(b *testing.B) {
	wire := flattenedBatch(b)
	var unmarshaler ptrace.ProtoUnmarshaler
	var marshaler ptrace.ProtoMarshaler
	b.Run("floor", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			td, err := unmarshaler.UnmarshalTraces(wire)
			require.NoError(b, err)
			_, err = marshaler.MarshalTraces(td)
			require.NoError(b, err)
		}
	})
	for name, mode := range map[string]MessagesMode{"leave": LeaveMessages, "copy": CopyMessages, "move": MoveMessages} {
		b.Run("messages="+name, func(b *testing.B) {
			p, _ := newProcessor(b, Settings{Messages: mode})
			original, err := unmarshaler.UnmarshalTraces(wire)
			require.NoError(b, err)
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				td := ptrace.NewTraces()
				original.CopyTo(td)
				b.StartTimer()
				_, err := p.Traces(context.Background(), td)
				require.NoError(b, err)
			}
		})
	}
}

// Where messages are left, or nothing is to be normalised, there is no stage that could cost anything.
func TestLeavingMessagesHasNoStage(t *testing.T) {
	t.Parallel()
	for _, s := range []Settings{{}, {Messages: MoveMessages, KeepAsIs: true}} {
		p, _ := newProcessor(t, s)
		require.Nil(t, p.mover)
	}
	p, _ := newProcessor(t, Settings{Messages: CopyMessages})
	require.NotNil(t, p.mover)
}

func flattenedBatch(t testing.TB) []byte {
	t.Helper()
	td := ptrace.NewTraces()
	spans := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for range 64 {
		a := spans.AppendEmpty().Attributes()
		a.PutStr("openinference.span.kind", "LLM")
		a.PutStr("llm.model_name", "gpt-4o-mini")
		a.PutInt("llm.token_count.prompt", 1200)
		for i := range 7 {
			key := fmt.Sprintf("llm.input_messages.%d.message.", i)
			a.PutStr(key+"role", "user")
			a.PutStr(key+"content", strings.Repeat("words of a long message ", 25))
		}
		a.PutStr("llm.output_messages.0.message.role", "assistant")
		a.PutStr("llm.output_messages.0.message.tool_calls.0.tool_call.function.name", "find")
		a.PutStr("llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments", `{"query":"`+strings.Repeat("x", 500)+`"}`)
	}
	var marshaler ptrace.ProtoMarshaler
	wire, err := marshaler.MarshalTraces(td)
	require.NoError(t, err)
	return wire
}
