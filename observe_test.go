package genaiprocessor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

type findingsByPlace map[string]int

func (findingsByPlace) Item(processor.Item) {}

func (f findingsByPlace) Done(place string, counted *redact.Outcome) {
	if n := counted.Tally.Total(); n > 0 {
		f[place] += n
	}
}

// What is reported is the telemetry as it came: whatever else the configuration says, nothing is moved or written before it is looked at.
func TestObserveChangesNothingAndTellsWhatWouldBeRedacted(t *testing.T) {
	t.Parallel()
	cfg := createDefaultConfig().(*Config)
	cfg.Redaction.Enabled = false
	cfg.Normalize.Messages, cfg.Normalize.Originals, cfg.Normalize.Emit = messagesMove, originalsRemove, []string{"langfuse"}
	cfg.Trace.Enabled = true
	require.NoError(t, cfg.Validate())
	found := findingsByPlace{}
	p, err := cfg.Observe(found)
	require.NoError(t, err)

	td := ptrace.NewTraces()
	attrs := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty().Attributes()
	attrs.PutStr("openinference.span.kind", "LLM")
	attrs.PutStr("llm.model_name", "gpt-4o")
	attrs.PutInt("llm.token_count.prompt", 10)
	attrs.PutStr("llm.input_messages.0.message.content", "I am canary.bird@example.com")
	want := attrs.AsRaw()
	want["genai.kind"] = "generation"
	td, err = p.Traces(context.Background(), td)
	require.NoError(t, err)
	assert.Equal(t, want, td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes().AsRaw())
	assert.Equal(t, findingsByPlace{"llm.input_messages.N.message.content": 1}, found)
	assert.False(t, cfg.Redaction.Enabled, "the configuration is left as it is")
}

func TestObserveNamesTheKeyOfAnError(t *testing.T) {
	t.Parallel()
	cfg := createDefaultConfig().(*Config)
	cfg.Redaction.Pseudonym.KeyFile = t.TempDir() + "/absent"
	_, err := cfg.Observe(findingsByPlace{})
	assert.ErrorContains(t, err, "redaction::pseudonym::key_file: ")
}
