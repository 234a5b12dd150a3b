package main

import (
	"strings"
	"testing"

	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// What the sample says and no output may. Secrets are put together here, so
// that no scanner of the sources takes them for real.
var (
	canaryEmail = "canary.bird@example.com"
	canaryCard  = "4111111111111111" // the test number of Visa
	canaryKey   = strings.Join([]string{"sk", "ant", "api03", strings.Repeat("aB3dE5fG7h", 9) + "QQAA"}, "-")
	canaryTerm  = "bluebird"
	canaries    = []string{"canary", "bird", canaryCard, canaryKey, "hello", "u-42", "badline"}
)

func marshalTraces(t *testing.T, td ptrace.Traces) string {
	t.Helper()
	line, err := (&ptrace.JSONMarshaler{}).MarshalTraces(td)
	if err != nil {
		t.Fatal(err)
	}
	return string(line) + "\n"
}

func marshalLogs(t *testing.T, ld plog.Logs) string {
	t.Helper()
	line, err := (&plog.JSONMarshaler{}).MarshalLogs(ld)
	if err != nil {
		t.Fatal(err)
	}
	return string(line) + "\n"
}

// scanSample is traces and logs with every kind of place and finding.
func scanSample(t *testing.T) string {
	t.Helper()
	return marshalTraces(t, knownTraces()) + marshalTraces(t, unknownTraces()) + "\n" + marshalLogs(t, sampleLogs())
}

// knownTraces is spans of two dialects and one that is not GenAI.
func knownTraces() ptrace.Traces {
	td := ptrace.NewTraces()
	rs := td.ResourceSpans().AppendEmpty()
	rs.Resource().Attributes().PutStr("service.name", "support-agent")
	rs.Resource().Attributes().PutStr("owner", canaryEmail)
	spans := rs.ScopeSpans().AppendEmpty().Spans()

	chat := spans.AppendEmpty()
	chat.SetName("chat for " + canaryEmail)
	attrs := chat.Attributes()
	attrs.PutStr("gen_ai.operation.name", "chat")
	attrs.PutStr("gen_ai.input.messages", `[{"role":"user","parts":[{"type":"text","content":"hello, I am `+canaryEmail+` and `+canaryEmail+`"}]}]`)
	attrs.PutStr("gen_ai.output.messages", `[{"role":"assistant","parts":[{"type":"text","content":"hello, how can I help you?"}]}]`)
	attrs.PutStr("gen_ai.input.images", "data:image/png;base64,"+strings.Repeat("iVBORw0KGgoAAAANSUhEUg", 8))
	attrs.PutStr("user.id", "u-42")
	attrs.PutInt("card.number", 4111111111111111)
	attrs.PutStr("mail of "+canaryEmail, "hello")
	attrs.PutEmptyBytes("gen_ai.input.blob").FromRaw([]byte{0xff, 0xfe, 0x80, 0x81})
	event := chat.Events().AppendEmpty()
	event.SetName("exception")
	event.Attributes().PutStr("exception.message", "no such user: "+canaryEmail)
	chat.Links().AppendEmpty().Attributes().PutStr("note", canaryEmail)

	llm := spans.AppendEmpty()
	llm.SetName("llm")
	llm.Attributes().PutStr("openinference.span.kind", "LLM")
	for _, i := range []string{"0", "1", "12"} {
		llm.Attributes().PutStr("llm.input_messages."+i+".message.content", "key "+canaryKey)
	}
	request := spans.AppendEmpty()
	request.SetName("GET /")
	request.Attributes().PutStr("customer", canaryEmail)
	return td
}

// unknownTraces is content that no dialect knows, of a service whose name isn't
// to be shown.
func unknownTraces() ptrace.Traces {
	td := ptrace.NewTraces()
	rs := td.ResourceSpans().AppendEmpty()
	rs.Resource().Attributes().PutStr("service.name", "agent of "+canaryEmail)
	span := rs.ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	span.SetName("step")
	span.Attributes().PutStr("my.prompt", "hello "+canaryEmail+", says "+canaryTerm)
	span.Attributes().PutStr(canaryEmail+".prompt", "hello")
	span.Attributes().PutStr("session.a1b2c3.completion", "hello")
	deep := span.Attributes().PutEmptyMap("state")
	for range 70 {
		deep = deep.PutEmptyMap("state")
	}
	deep.PutStr("end", canaryEmail)
	return td
}

func sampleLogs() plog.Logs {
	ld := plog.NewLogs()
	records := ld.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords()
	choice := records.AppendEmpty()
	choice.SetEventName("gen_ai.choice")
	choice.Attributes().PutStr("gen_ai.system", "openai")
	message := choice.Body().SetEmptyMap().PutEmptyMap("message")
	message.PutStr("content", "hello "+canaryEmail)
	prompt := records.AppendEmpty()
	prompt.Attributes().PutStr("prompt", "hello")
	plain := records.AppendEmpty()
	plain.Body().SetStr("card " + canaryCard)
	return ld
}
