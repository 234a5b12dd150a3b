package genaiprocessor

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor/processortest"
)

// afterMigration is the configuration that the page shows in the place of one of contrib's processor.
func afterMigration(t *testing.T) *Config {
	t.Helper()
	_, section, found := strings.Cut(page(t, migrationPage), "\nAfter:\n")
	require.True(t, found)
	return exampleConfig(t, strings.ReplaceAll(yamlBlocks(section)[0], keyOnPages, keyOfTests))
}

const (
	migratedMail   = "bob@example.com"
	migratedCard   = "4111111111111111"
	migratedID     = "EMP-004217"
	migratedPhrase = "hunter2"
)

// spanToMigrate has something in each place and type in which contrib's processor leaves it, or breaks what is around it.
func spanToMigrate() ptrace.Traces {
	td := ptrace.NewTraces()
	rs := td.ResourceSpans().AppendEmpty()
	rs.Resource().Attributes().PutStr("service.owner", migratedMail)
	ss := rs.ScopeSpans().AppendEmpty()
	ss.Scope().Attributes().PutStr("contact", migratedMail)
	span := ss.Spans().AppendEmpty()
	span.SetName("chat with " + migratedMail)
	span.Status().SetMessage("no such account: " + migratedID)
	a := span.Attributes()
	a.PutStr("gen_ai.operation.name", "chat")
	a.PutInt("gen_ai.usage.input_tokens", 2006)
	a.PutInt("gen_ai.usage.output_tokens", 300)
	a.PutStr("gen_ai.input.messages", `[{"role":"user","parts":[{"type":"text","content":"`+migratedID+
		`: mail bob\u0040example.com"}]}, {"n": 1.50, "card": `+migratedCard+`}]`)
	a.PutStr("gen_ai.tool.call.arguments", `{"body":"{\"to\":\"`+migratedMail+`\",\"password\":\"`+migratedPhrase+`\"}"}`)
	a.PutInt("card", 4111111111111111)
	a.PutStr(migratedMail, "as a key")
	a.PutEmptyBytes("raw").FromRaw([]byte(`{"to":"` + migratedMail + `"}`))
	a.PutEmptySlice("to").AppendEmpty().SetStr(migratedMail)
	payload := a.PutEmptyMap("payload")
	payload.PutStr("content", migratedMail)
	payload.PutInt("n", 1)
	a.PutStr("support", "help@support.example.com and "+migratedMail)
	a.PutStr("wide", "bob＠example.com")
	event := span.Events().AppendEmpty()
	event.SetName("mail to " + migratedMail)
	event.Attributes().PutStr("exception.message", "refused: "+migratedMail)
	span.Links().AppendEmpty().Attributes().PutStr("to", migratedMail)
	return td
}

func TestMigrationExampleLeavesNothing(t *testing.T) {
	t.Parallel()
	ctx, factory, sink := context.Background(), NewFactory(), new(consumertest.TracesSink)
	genai, err := factory.CreateTraces(ctx, processortest.NewNopSettings(factory.Type()), afterMigration(t), sink)
	require.NoError(t, err)
	require.NoError(t, genai.Start(ctx, componenttest.NewNopHost()))
	require.NoError(t, genai.ConsumeTraces(ctx, spanToMigrate()))
	require.NoError(t, genai.Shutdown(ctx))

	out := sink.AllTraces()[0]
	span := out.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0)
	a := span.Attributes()
	raw, found := a.Get("raw")
	require.True(t, found)
	text, err := (&ptrace.JSONMarshaler{}).MarshalTraces(out)
	require.NoError(t, err)
	// OTLP in JSON has bytes as base64, and "<" and "&" as escapes.
	everything := string(text) + string(raw.Bytes().AsRaw()) + raw.Str()
	for _, secret := range []string{migratedMail, "bob", migratedCard, migratedID, migratedPhrase} {
		assert.NotContains(t, everything, secret)
	}
	assert.Contains(t, everything, "help@support.example.com", "what is allowed stays")

	for _, key := range []string{"gen_ai.input.messages", "gen_ai.tool.call.arguments"} {
		v, _ := a.Get(key)
		assert.True(t, json.Valid([]byte(v.Str())), key)
	}
	messages, _ := a.Get("gen_ai.input.messages")
	assert.Contains(t, messages.Str(), `{"n": 1.50, "card": "<CREDIT_CARD_k1_`, "what is no finding stays as it was written")
	// What was replaced in: eight attributes of the span, one of its event, one of its link. Its name, its status and keys are none.
	for key, want := range map[string]int64{
		"gen_ai.usage.input_tokens": 2006, "gen_ai.usage.output_tokens": 300, "redaction.masked.count": 10,
	} {
		v, _ := a.Get(key)
		assert.Equal(t, want, v.Int(), key)
	}
	for key, want := range map[string]pcommon.ValueType{"to": pcommon.ValueTypeSlice, "payload": pcommon.ValueTypeMap} {
		v, _ := a.Get(key)
		assert.Equal(t, want, v.Type(), key)
	}
}
