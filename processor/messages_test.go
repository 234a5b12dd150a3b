package processor

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/message"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// attrs are a span's attributes.
type attrs = map[string]any

// moved runs one span through a processor without redaction and returns it.
func moved(t testing.TB, s Settings, in attrs, events ...func(ptrace.SpanEvent)) ptrace.Span {
	t.Helper()
	p, _ := newProcessor(t, s)
	td := ptrace.NewTraces()
	span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	require.NoError(t, span.Attributes().FromRaw(in))
	for _, fill := range events {
		fill(span.Events().AppendEmpty())
	}
	_, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	return span
}

// slotsAndRest parts a span's attributes into the conventions' slots and those that came in and are still there.
func slotsAndRest(span ptrace.Span, in attrs) (filled, rest attrs) {
	filled, rest = attrs{}, attrs{}
	own := map[string]bool{}
	for slot := dialect.InputMessages; slot < dialect.NumSlots; slot++ {
		own[slot.Key()] = true
	}
	for key, v := range span.Attributes().All() {
		switch _, came := in[key]; {
		case own[key]:
			filled[key] = v.AsRaw()
		case came:
			rest[key] = v.AsRaw()
		}
	}
	return filled, rest
}

const (
	in  = "gen_ai.input.messages"
	out = "gen_ai.output.messages"
)

func user(text string) string {
	return `[{"role":"user","parts":[{"type":"text","content":"` + text + `"}]}]`
}

func assistant(text string) string {
	return `[{"role":"assistant","parts":[{"type":"text","content":"` + text + `"}],"finish_reason":""}]`
}

func TestMessagesAreMoved(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		in, slots, rest attrs
	}{
		"flattened messages": {
			attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.role": "user", "llm.input_messages.0.message.content": "hi", "llm.output_messages.0.message.content": "ho"},
			attrs{in: user("hi"), out: assistant("ho")}, attrs{"openinference.span.kind": "LLM"},
		},
		"indexes out of order, with gaps": {
			attrs{"llm.request.type": "chat", "gen_ai.prompt.7.content": "b", "gen_ai.prompt.7.role": "user", "gen_ai.prompt.0.content": "a", "gen_ai.prompt.0.role": "system"},
			attrs{in: `[{"role":"system","parts":[{"type":"text","content":"a"}]},{"role":"user","parts":[{"type":"text","content":"b"}]}]`}, attrs{"llm.request.type": "chat"},
		},
		"messages without parts in the conventions' own slot are brought into shape": {
			attrs{"gen_ai.operation.name": "chat", in: `[{"role":"user","content":"hi"}]`}, attrs{in: user("hi")}, attrs{"gen_ai.operation.name": "chat"},
		},
		"messages in shape stay, to the byte": {
			attrs{"gen_ai.operation.name": "chat", in: `[ {"parts": [{"content": "hi", "type": "text"}], "role": "user"} ]`},
			attrs{in: `[ {"parts": [{"content": "hi", "type": "text"}], "role": "user"} ]`}, attrs{"gen_ai.operation.name": "chat"},
		},
		"structured messages in shape stay structured": {
			attrs{"gen_ai.operation.name": "chat", in: []any{attrs{"role": "user", "parts": []any{attrs{"type": "text", "content": "hi"}}}}},
			attrs{in: []any{attrs{"role": "user", "parts": []any{attrs{"type": "text", "content": "hi"}}}}}, attrs{"gen_ai.operation.name": "chat"},
		},
		"double-encoded messages": {
			attrs{"gen_ai.operation.name": "chat", in: `"[{\"role\":\"user\",\"content\":\"hi\"}]"`}, attrs{in: user("hi")}, attrs{"gen_ai.operation.name": "chat"},
		},
		"what is no message in the slot blocks it, and nothing else is lost": {
			attrs{"openinference.span.kind": "LLM", in: `{"question":"hi"}`, "llm.input_messages.0.message.content": "hi"}, attrs{in: `{"question":"hi"}`},
			attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.content": "hi"},
		},
		"an empty slot is filled": {
			attrs{"openinference.span.kind": "LLM", in: `[]`, "llm.input_messages.0.message.content": "hi"}, attrs{in: user("hi")}, attrs{"openinference.span.kind": "LLM"},
		},
		"what is said twice goes, what is beside it stays": {
			attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.content": "hi", "input.value": `{"model":"m","messages":[{"role":"user","content":"hi"}]}`, "output.value": "unheard"},
			attrs{in: user("hi")}, attrs{"openinference.span.kind": "LLM", "input.value": `{"model":"m"}`, "output.value": "unheard"},
		},
		"what a second place says beyond the first stays": {
			attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.content": "hi", "input.value": `[{"role":"user","content":"hi, and more"}]`},
			attrs{in: user("hi")}, attrs{"openinference.span.kind": "LLM", "input.value": `[{"role":"user","content":"hi, and more"}]`},
		},
		"a structured request loses only its messages": {
			attrs{"openinference.span.kind": "LLM", "input.value": attrs{"model": "m", "messages": []any{attrs{"role": "user", "content": "hi"}}}},
			attrs{in: user("hi")}, attrs{"openinference.span.kind": "LLM", "input.value": attrs{"model": "m"}},
		},
		"a system prompt that is the first message, too, is written once": {
			attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.role": "system", "llm.input_messages.0.message.content": "be kind", "input.value": `{"model":"m","system":"be kind","messages":[]}`},
			attrs{in: `[{"role":"system","parts":[{"type":"text","content":"be kind"}]}]`}, attrs{"openinference.span.kind": "LLM", "input.value": `{"model":"m","messages":[]}`},
		},
		"a tool's arguments and result": {
			attrs{"openinference.span.kind": "TOOL", "input.value": `{"city": "Paris"}`, "output.value": "rainy"},
			attrs{"gen_ai.tool.call.arguments": `{"city":"Paris"}`, "gen_ai.tool.call.result": "rainy"}, attrs{"openinference.span.kind": "TOOL"},
		},
		"a text is no tool's arguments": {
			attrs{"openinference.span.kind": "TOOL", "input.value": "Paris"}, attrs{}, attrs{"openinference.span.kind": "TOOL", "input.value": "Paris"},
		},
		"a retriever's query and documents": {
			attrs{"openinference.span.kind": "RETRIEVER", "input.value": "where?", "retrieval.documents.0.document.content": "there", "retrieval.documents.0.document.score": 0.5},
			attrs{"gen_ai.retrieval.query.text": "where?", "gen_ai.retrieval.documents": `[{"score":0.5,"content":"there"}]`}, attrs{"openinference.span.kind": "RETRIEVER"},
		},
		"the input of an entity is none of a model": {
			attrs{"traceloop.span.kind": "workflow", "traceloop.entity.input": `{"inputs":{"question":"hi"},"kwargs":{}}`}, attrs{},
			attrs{"traceloop.span.kind": "workflow", "traceloop.entity.input": `{"inputs":{"question":"hi"},"kwargs":{}}`},
		},
		"a text as a chain's input is none": {
			attrs{"openinference.span.kind": "CHAIN", "input.value": "hi"}, attrs{}, attrs{"openinference.span.kind": "CHAIN", "input.value": "hi"},
		},
		"a step has no slot for messages": {
			attrs{"gen_ai.operation.name": "execute_task", "gen_ai.prompt.0.content": "hi"}, attrs{}, attrs{"gen_ai.operation.name": "execute_task", "gen_ai.prompt.0.content": "hi"},
		},
		"no kind, no slot": {
			attrs{"http.request.method": "POST", "input.value": `[{"role":"user","content":"hi"}]`}, attrs{}, attrs{"http.request.method": "POST", "input.value": `[{"role":"user","content":"hi"}]`},
		},
		"parts of one answer in several attributes": {
			attrs{"ai.operationId": "ai.generateText.doGenerate", "ai.response.text": "ho", "ai.response.toolCalls": `[{"toolCallId":"t1","toolName":"f","input":{"a":1}}]`},
			attrs{out: `[{"role":"assistant","parts":[{"type":"text","content":"ho"},{"type":"tool_call","id":"t1","name":"f","arguments":{"a":1}}],"finish_reason":""}]`}, attrs{"ai.operationId": "ai.generateText.doGenerate"},
		},
		"a span's finish reason, where the message has none": {
			attrs{"openinference.span.kind": "LLM", "llm.finish_reason": "stop", "llm.output_messages.0.message.content": "ho"},
			attrs{out: strings.Replace(assistant("ho"), `""`, `"stop"`, 1)}, attrs{"openinference.span.kind": "LLM", "llm.finish_reason": "stop"},
		},
		"messages deeper than redaction reads stay": {
			attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.tool_calls.0.tool_call.function.arguments": strings.Repeat("[", 64) + strings.Repeat("]", 64)}, attrs{},
			attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.tool_calls.0.tool_call.function.arguments": strings.Repeat("[", 64) + strings.Repeat("]", 64)},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			span := moved(t, Settings{Messages: MoveMessages}, tc.in)
			filled, rest := slotsAndRest(span, tc.in)
			assert.Equal(t, tc.slots, filled)
			assert.Equal(t, tc.rest, rest)

			copied := moved(t, Settings{Messages: CopyMessages}, tc.in)
			filled, rest = slotsAndRest(copied, tc.in)
			assert.Equal(t, tc.slots, filled, "copy fills the same")
			for key, v := range tc.in {
				if _, isSlot := filled[key]; !isSlot {
					assert.Equal(t, v, rest[key], "copy leaves %s", key)
				}
			}

			left := moved(t, Settings{}, tc.in)
			for key, v := range tc.in {
				got, ok := left.Attributes().Get(key)
				require.True(t, ok)
				if key != "gen_ai.operation.name" {
					assert.Equal(t, v, got.AsRaw(), "leave leaves %s", key)
				}
			}
		})
	}
}

// event makes a span event at a time.
func event(at pcommon.Timestamp, name string, raw attrs) func(ptrace.SpanEvent) {
	return func(e ptrace.SpanEvent) {
		e.SetTimestamp(at)
		e.SetName(name)
		_ = e.Attributes().FromRaw(raw)
	}
}

func TestEventsAreMoved(t *testing.T) {
	t.Parallel()
	chat := attrs{"gen_ai.operation.name": "chat", "gen_ai.request.model": "m"}
	for name, tc := range map[string]struct {
		in     attrs
		events []func(ptrace.SpanEvent)
		slots  attrs
		left   map[string]attrs
	}{
		"messages, one an event, by time": {chat, []func(ptrace.SpanEvent){
			event(3, "gen_ai.choice", attrs{"index": 0, "finish_reason": "stop", "message": `{"role":"assistant","content":"ho"}`}),
			event(2, "gen_ai.user.message", attrs{"content": "hi", "gen_ai.system": "openai"}),
			event(1, "gen_ai.system.message", attrs{"content": "be kind"}),
		}, attrs{in: `[{"role":"system","parts":[{"type":"text","content":"be kind"}]},{"role":"user","parts":[{"type":"text","content":"hi"}]}]`, out: strings.Replace(assistant("ho"), `""`, `"stop"`, 1)}, map[string]attrs{}},
		"blocks of Bedrock in Strands' events": {chat, []func(ptrace.SpanEvent){
			event(1, "gen_ai.user.message", attrs{"content": `[{"text":"hi"}]`}),
			event(2, "gen_ai.assistant.message", attrs{"content": `[{"toolUse":{"toolUseId":"t1","name":"f","input":{}}}]`}),
			event(3, "gen_ai.tool.message", attrs{"content": `[{"toolResult":{"toolUseId":"t1","content":[{"text":"42"}]}}]`}),
			event(4, "gen_ai.choice", attrs{"message": `[{"text":"ho"}]`, "finish_reason": "end_turn"}),
		}, attrs{in: `[{"role":"user","parts":[{"type":"text","content":"hi"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"t1","name":"f","arguments":{}}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"t1","response":[{"text":"42"}]}]}]`,
			out: strings.Replace(assistant("ho"), `""`, `"end_turn"`, 1)}, map[string]attrs{}},
		"a whole message in one attribute": {chat, []func(ptrace.SpanEvent){
			event(1, "gen_ai.user.message", attrs{"gen_ai.event.content": `{"role":"user","content":"hi"}`}),
		}, attrs{in: user("hi")}, map[string]attrs{}},
		"texts of prompt and completion": {chat, []func(ptrace.SpanEvent){
			event(1, "gen_ai.content.prompt", attrs{"gen_ai.prompt": "hi"}), event(2, "gen_ai.content.completion", attrs{"gen_ai.completion": `{"answer":42}`}),
		}, attrs{in: user("hi"), out: assistant(`{\"answer\":42}`)}, map[string]attrs{}},
		"input in one event's details, output in another's": {chat, []func(ptrace.SpanEvent){
			event(1, "gen_ai.client.inference.operation.details", attrs{in: user("hi")}),
			event(2, "gen_ai.client.inference.operation.details", attrs{out: `[{"role":"assistant","content":"ho"}]`, "gen_ai.response.id": "r"}),
		}, attrs{in: user("hi"), out: assistant("ho")}, map[string]attrs{"gen_ai.client.inference.operation.details": {"gen_ai.response.id": "r"}}},
		"the slot's own content comes first, and the same in events goes": {attrs{"gen_ai.operation.name": "chat", in: user("hi")}, []func(ptrace.SpanEvent){
			event(1, "gen_ai.user.message", attrs{"content": "hi"}),
		}, attrs{in: user("hi")}, map[string]attrs{}},
		"other content in events stays": {attrs{"gen_ai.operation.name": "chat", in: user("hi")}, []func(ptrace.SpanEvent){
			event(1, "gen_ai.user.message", attrs{"content": "something else"}),
		}, attrs{in: user("hi")}, map[string]attrs{"gen_ai.user.message": {"content": "something else"}}},
		"a tool's events": {attrs{"gen_ai.operation.name": "execute_tool"}, []func(ptrace.SpanEvent){
			event(1, "gen_ai.tool.message", attrs{"role": "tool", "content": `{"city":"Paris"}`, "id": "t1"}),
			event(2, "gen_ai.choice", attrs{"message": `[{"text":"rainy"}]`}),
		}, attrs{"gen_ai.tool.call.arguments": `{"city":"Paris"}`, "gen_ai.tool.call.result": `[{"text":"rainy"}]`}, map[string]attrs{"gen_ai.tool.message": {"role": "tool", "id": "t1"}}},
		"an event without content stays": {chat, []func(ptrace.SpanEvent){
			event(1, "gen_ai.content.prompt", attrs{}), event(2, "exception", attrs{"exception.message": "boom"}),
		}, attrs{}, map[string]attrs{"gen_ai.content.prompt": {}, "exception": {"exception.message": "boom"}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			span := moved(t, Settings{Messages: MoveMessages}, tc.in, tc.events...)
			filled, _ := slotsAndRest(span, tc.in)
			assert.Equal(t, tc.slots, filled)
			left := map[string]attrs{}
			for _, e := range span.Events().All() {
				left[e.Name()] = e.Attributes().AsRaw()
			}
			assert.Equal(t, tc.left, left)

			copied := moved(t, Settings{Messages: CopyMessages}, tc.in, tc.events...)
			assert.Equal(t, len(tc.events), copied.Events().Len())
		})
	}
}

func TestMessagesOverTheCapsStay(t *testing.T) {
	t.Parallel()
	many := attrs{"openinference.span.kind": "LLM"}
	for i := range message.MaxItems + 5 {
		many["llm.input_messages."+strconv.Itoa(i)+".message.content"] = "hi " + strconv.Itoa(i)
	}
	span := moved(t, Settings{Messages: MoveMessages}, many)
	v, ok := span.Attributes().Get(in)
	require.True(t, ok)
	assert.Equal(t, message.MaxItems, strings.Count(v.Str(), `"role"`))
	_, rest := slotsAndRest(span, many)
	assert.Len(t, rest, 1+5, "the kind, and the messages over the cap")

	large := attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.content": strings.Repeat("x", 900), "llm.input_messages.1.message.content": strings.Repeat("y", 900)}
	span = moved(t, Settings{Messages: MoveMessages, Redaction: &redact.Settings{Text: redaction.Settings{MaxValueBytes: 1000}}}, large)
	filled, rest := slotsAndRest(span, large)
	assert.Empty(t, filled, "redaction would replace the whole")
	assert.Equal(t, large, rest)
}

func TestMessagesOfTheNewestConventionsNeedNoFinishReason(t *testing.T) {
	t.Parallel()
	given := attrs{"openinference.span.kind": "LLM", "llm.output_messages.0.message.content": "ho"}
	filled, _ := slotsAndRest(moved(t, Settings{Messages: MoveMessages, Profile: dialect.Latest}, given), given)
	assert.Equal(t, attrs{out: `[{"role":"assistant","parts":[{"type":"text","content":"ho"}]}]`}, filled)
}

// Redaction comes last: what was moved is redacted like what was left.
func TestMovedMessagesAreRedacted(t *testing.T) {
	t.Parallel()
	given := attrs{"openinference.span.kind": "LLM", "llm.input_messages.0.message.content": "I'm ann@example.com"}
	filled, rest := slotsAndRest(moved(t, Settings{Messages: MoveMessages, Redaction: &redact.Settings{}}, given), given)
	assert.Equal(t, attrs{in: user("I'm <EMAIL>")}, filled)
	assert.Equal(t, attrs{"openinference.span.kind": "LLM"}, rest)
}
