package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestStrandsPassesOnTheCountsOfItsProvider(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name  string
		model string
		want  bool
	}{
		{"Claude called directly leaves cached tokens out", "claude-haiku-4-5", true},
		{"Claude on Bedrock too", "us.anthropic.claude-haiku-4-5-20251001-v1:0", true},
		{"a Bedrock ARN is looked into", "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0", true},
		{"LiteLLM has counted them in already", "anthropic/claude-haiku-4-5", false},
		{"OpenAI counts them in", "gpt-4o", false},
		{"no model, no claim", "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := read(t, "strands.telemetry.tracer", "chat", ptrace.SpanKindInternal,
				attrs{"gen_ai.operation.name": "chat", "gen_ai.request.model": tc.model, "gen_ai.usage.input_tokens": 1})
			assert.Equal(t, tc.want, c.ExclusiveScope)
		})
	}
}

func TestTheFirstTokenComesInMillisecondsFromStrandsOnly(t *testing.T) {
	t.Parallel()
	as := attrs{"gen_ai.operation.name": "chat", "gen_ai.request.model": "m", "gen_ai.server.time_to_first_token": 420}
	seconds, ok := read(t, "strands.telemetry.tracer", "chat", ptrace.SpanKindInternal, as).Double(TimeToFirstChunk)
	assert.True(t, ok)
	assert.InDelta(t, 0.42, seconds, 0)
	_, ok = read(t, "com.example.app", "chat", ptrace.SpanKindInternal, as).Double(TimeToFirstChunk)
	assert.False(t, ok, "of an unknown instrumentation the unit is unknown")
}
