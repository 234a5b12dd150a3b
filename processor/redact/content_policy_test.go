package redact

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/redaction"
)

const referenceTemplate = "s3://bucket/{trace_id}/{span_id}/{kind}"

// said is a text of each kind, in no other.
func said(kind redaction.ContentKind) string {
	return "What was said as " + kind.String() + ", in a few words."
}

var saidKinds = []redaction.ContentKind{input, output, system, tools, documents}

// talk is what a model was asked, as JSON.
func talk() string {
	return `[{"role":"system","parts":[{"type":"text","content":"` + said(system) + `"}]},{"role":"user","parts":[{"type":"text","content":"` + said(input) +
		`"},{"type":"document","text":"` + said(documents) + `"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":{"a":["` + said(tools) + `"]}}]}]`
}

func structuredTalk(v pcommon.Value) {
	var raw any
	if err := json.Unmarshal([]byte(talk()), &raw); err != nil {
		panic(err)
	}
	if err := v.FromRaw(raw); err != nil {
		panic(err)
	}
}

// bothSides has documents within the message of a user: they go with it.
const bothSides = "both sides"

// talkPlaces are the shapes in which content comes, each with the kind of the whole.
var talkPlaces = []struct {
	name  string
	whole redaction.ContentKind
	holds []redaction.ContentKind
	fill  func(subject)
}{
	{"a JSON string", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) { s.span().Attributes().PutStr("gen_ai.input.messages", talk()) }},
	{"a JSON string in a JSON string", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) {
		b, _ := json.Marshal(talk())
		s.span().Attributes().PutStr("gen_ai.input.messages", string(b))
	}},
	{"JSON in JSON", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) {
		b, _ := json.Marshal(map[string]string{"input": talk()})
		s.span().Attributes().PutStr("langfuse.observation.input", string(b))
	}},
	{"maps and arrays", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) { structuredTalk(s.span().Attributes().PutEmpty("gen_ai.input.messages")) }},
	{"a map with JSON", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) {
		s.span().Attributes().PutEmptyMap("app.prompt").PutStr("messages", talk())
	}},
	{"a map that is no content with a key that is", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) {
		structuredTalk(s.span().Attributes().PutEmptyMap("app").PutEmptySlice("list").AppendEmpty().SetEmptyMap().PutEmpty("prompt"))
	}},
	{"bytes", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) {
		s.span().Attributes().PutEmptyBytes("gen_ai.input.messages").FromRaw([]byte(talk()))
	}},
	{bothSides, noKind, []redaction.ContentKind{input, output, system, tools, documents}, func(s subject) {
		s.span().Attributes().PutStr("pydantic_ai.all_messages", talk()[:len(talk())-1]+`,{"role":"assistant","parts":[{"type":"text","content":"`+said(output)+`"}]}]`)
	}},
	{"the body of an answer", output, []redaction.ContentKind{output, tools}, func(s subject) {
		s.span().Attributes().PutStr("http.response.body", `{"choices":[{"message":{"role":"assistant","content":"`+said(output)+`","tool_calls":[{"function":{"arguments":"`+said(tools)+`"}}]}}]}`)
	}},
	{"keys of OpenInference", noKind, saidKinds, func(s subject) {
		m := s.span().Attributes()
		m.PutStr("llm.input_messages.0.message.role", "system")
		m.PutStr("llm.input_messages.0.message.content", said(system))
		m.PutStr("llm.input_messages.1.message.role", "user")
		m.PutStr("llm.input_messages.1.message.contents.0.message_content.text", said(input))
		m.PutStr("llm.input_messages.2.message.role", "tool")
		m.PutStr("llm.input_messages.2.message.content", said(tools))
		m.PutStr("llm.output_messages.0.message.role", "assistant")
		m.PutStr("llm.output_messages.0.message.content", said(output))
		m.PutStr("llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments", `{"a":"`+said(tools)+`"}`)
		m.PutStr("retrieval.documents.0.document.content", said(documents))
	}},
	{"keys of OpenLLMetry", noKind, []redaction.ContentKind{input, output, system, tools}, func(s subject) {
		m := s.span().Attributes()
		m.PutStr("gen_ai.prompt.0.role", "system")
		m.PutStr("gen_ai.prompt.0.content", said(system))
		m.PutStr("gen_ai.prompt.1.role", "user")
		m.PutStr("gen_ai.prompt.1.content", said(input))
		m.PutStr("gen_ai.completion.0.role", "assistant")
		m.PutStr("gen_ai.completion.0.content", said(output))
		m.PutStr("gen_ai.completion.0.tool_calls.0.arguments", said(tools))
		m.PutStr("llm.request.functions.0.description", said(tools))
	}},
	{"single keys", noKind, saidKinds, func(s subject) {
		m := s.span().Attributes()
		m.PutStr("gen_ai.system_instructions", said(system))
		m.PutStr("input.value", said(input))
		m.PutStr("output.value", said(output))
		m.PutStr("gen_ai.tool.call.result", said(tools))
		m.PutStr("gen_ai.retrieval.documents", `[{"content":"`+said(documents)+`"}]`)
	}},
	{"events", noKind, []redaction.ContentKind{input, output, system, tools}, func(s subject) {
		for name, kind := range map[string]redaction.ContentKind{"gen_ai.user.message": input, "gen_ai.system.message": system, "gen_ai.tool.message": tools} {
			e := s.span().Events().AppendEmpty()
			e.SetName(name)
			e.Attributes().PutStr("content", said(kind))
			e.Attributes().PutStr("role", "x")
		}
		choice := s.span().Events().At(0)
		choice.Attributes().PutStr("message", `{"role":"assistant","content":"`+said(output)+`"}`)
		choice.Attributes().PutStr("tool_calls", `[{"function":{"arguments":"`+said(tools)+`"}}]`)
	}},
	{"the body of a log record that is a message", output, []redaction.ContentKind{output, tools}, func(s subject) {
		s.record().SetEventName("gen_ai.choice")
		message := s.record().Body().SetEmptyMap().PutEmptyMap("message")
		message.PutStr("role", "assistant")
		message.PutStr("content", said(output))
		message.PutEmptySlice("tool_calls").AppendEmpty().SetEmptyMap().PutStr("arguments", said(tools))
	}},
	{"the body of a log record that an attribute tells", input, []redaction.ContentKind{input}, func(s subject) {
		s.record().Attributes().PutStr("event.name", "gen_ai.user.message")
		s.record().Body().SetStr(said(input))
	}},
	{"a key in the body of a log record", input, []redaction.ContentKind{input, system, tools, documents}, func(s subject) {
		structuredTalk(s.record().Body().SetEmptyMap().PutEmpty("gen_ai.input.messages"))
	}},
}

var saidPolicies = []redaction.ContentPolicy{
	{Action: redaction.DropContent}, {Action: redaction.ReferenceContent, Reference: referenceTemplate}, {Action: redaction.TruncateContent, Bytes: 8},
	{Action: redaction.HashContent},
}

// withPolicy are settings with a key and the policy for a kind.
func withPolicy(kind redaction.ContentKind, policy redaction.ContentPolicy) Settings {
	s := Settings{Text: redaction.Settings{Pseudonym: redaction.PseudonymSettings{Key: testKey, KeyID: "k1"}}}
	s.Text.Content[kind] = policy
	return s
}

// call puts what must survive beside content.
func call(s subject) map[string]any {
	kept := map[string]any{
		"gen_ai.request.model": "gpt-4o-2024-08-06", "gen_ai.usage.input_tokens": int64(12), "genai.cost.total": 0.125, "genai.cost.source": "table",
		"gen_ai.operation.name": "chat", "gen_ai.prompt.name": "greeting", "langfuse.trace.metadata.plan": "trial", "app.prompts": int64(3),
		"gen_ai.completion.7.finish_reason": "stop",
	}
	s.span().SetTraceID([16]byte{1})
	s.span().SetSpanID([8]byte{2})
	for key, v := range kept {
		_ = s.span().Attributes().PutEmpty(key).FromRaw(v)
	}
	return kept
}

func TestContentFollowsThePolicyOfItsKind(t *testing.T) {
	t.Parallel()
	for _, place := range talkPlaces {
		for _, kind := range saidKinds {
			for _, policy := range saidPolicies {
				t.Run(fmt.Sprint(place.name, "/", kind, "/", policy.Action), func(t *testing.T) {
					t.Parallel()
					settings := withPolicy(kind, policy)
					r := mustRedactor(t, settings)
					s := newSubject()
					kept := call(s)
					place.fill(s)
					before := s.bytes(t)

					settings.Mode = Monitor
					monitored := s.redact(mustRedactor(t, settings))
					require.Equal(t, before, s.bytes(t), "monitoring")
					o := s.redact(r)
					assert.Equal(t, *o, *monitored, "monitoring counts alike")

					after := s.bytes(t)
					does := 0
					for _, k := range place.holds {
						gone := k == kind || place.whole == kind && policy.Action >= redaction.ReferenceContent ||
							place.name == bothSides && k == documents && kind == input && policy.Action >= redaction.ReferenceContent
						assert.Equal(t, gone, !strings.Contains(after, said(k)), "what was said as %s", k)
						if k == kind || place.whole == kind {
							does++
						}
					}
					assert.Equal(t, does > 0, o.Tally.Content(kind, policy.Action) > 0)
					for key, v := range kept {
						left, ok := s.span().Attributes().Get(key)
						assert.True(t, ok && left.AsRaw() == v, key)
					}
					for _, v := range s.span().Attributes().All() {
						if v.Type() == pcommon.ValueTypeStr && strings.HasPrefix(v.Str(), "[") {
							assert.True(t, json.Valid([]byte(v.Str())), "JSON")
						}
					}
					assert.Equal(t, Outcome{}, *s.redact(r), "a second time")
					assert.Equal(t, after, s.bytes(t), "a second time")
				})
			}
		}
	}
}

func TestContentOfEachActionInItsPlace(t *testing.T) {
	t.Parallel()
	engine, err := redaction.New(withPolicy(input, redaction.ContentPolicy{}).Text)
	require.NoError(t, err)
	entity, _ := redaction.EntityByName("CONTENT")
	hashed := func(content string) string { return engine.Pseudonym(entity, []byte(content)) }
	const address = "s3://bucket/01000000000000000000000000000000/0200000000000000/input"
	for _, c := range []struct {
		policy     redaction.ContentPolicy
		attributes map[string]any
		body       any
	}{
		{redaction.ContentPolicy{Action: redaction.DropContent}, map[string]any{"gen_ai.prompt.0.role": "user", "n": int64(1)}, nil},
		{redaction.ContentPolicy{Action: redaction.ReferenceContent, Reference: referenceTemplate},
			map[string]any{"gen_ai.prompt.0.role": "user", "gen_ai.prompt.0.content": address, "prompt": address, "n": int64(1)}, address},
		{redaction.ContentPolicy{Action: redaction.HashContent}, map[string]any{"gen_ai.prompt.0.role": "user",
			"gen_ai.prompt.0.content": hashed("Hello"), "prompt": hashed(`{"a":"Hello"}`), "n": int64(1)}, hashed(`{"content":"Hello","role":"assistant"}`)},
		{redaction.ContentPolicy{Action: redaction.TruncateContent, Bytes: 4},
			map[string]any{"gen_ai.prompt.0.role": "user", "gen_ai.prompt.0.content": "Hell…[genai: 5 bytes]", "prompt": map[string]any{"a": "Hell…[genai: 5 bytes]"}, "n": int64(1)},
			map[string]any{"content": "Hell…[genai: 5 bytes]", "role": "assistant"}},
	} {
		s := newSubject()
		for _, record := range []pcommon.Map{s.span().Attributes(), s.record().Attributes()} {
			record.PutStr("gen_ai.prompt.0.role", "user")
			record.PutStr("gen_ai.prompt.0.content", "Hello")
			record.PutEmptyMap("prompt").PutStr("a", "Hello")
			record.PutInt("n", 1)
		}
		s.span().SetTraceID([16]byte{1})
		s.span().SetSpanID([8]byte{2})
		s.record().SetTraceID([16]byte{1})
		s.record().SetSpanID([8]byte{2})
		s.record().SetEventName("gen_ai.user.message")
		require.NoError(t, s.record().Body().FromRaw(map[string]any{"content": "Hello", "role": "assistant"}))
		settings := withPolicy(input, c.policy)
		s.redact(mustRedactor(t, settings))
		assert.Equal(t, c.attributes, s.span().Attributes().AsRaw(), c.policy.Action)
		assert.Equal(t, c.attributes, s.record().Attributes().AsRaw(), c.policy.Action)
		assert.Equal(t, c.body, s.record().Body().AsRaw(), c.policy.Action)
	}
}

// What becomes of messages is the same for maps and arrays and for the JSON of them.
func TestContentOfStructuredValuesIsLikeThatOfTheirJSON(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		talk(), `{"a":` + talk() + `,"tools":[1,"x"],"system":"` + said(system) + `","n":1.5}`,
		`[{"role":"system","a":1.5,"b":true,"c":null,"d":{"e":1},"f":[],"g":"","id":"x"}]`,
		`{"type":"image","source":{"type":"base64","data":"iVBO"},"url":"data:image/png;base64,iVBO","image":"https://x.example/a.png"}`,
		`{"role":"user","content":[{"type":"text","text":"{\"role\":\"system\",\"content\":\"x y z u v w\"}"}]}`,
		`[{"type":"tool-call","args":{"type":"image","data":"abcdefgh"}},{"lc":1,"kwargs":{"type":"system","content":"abcdefghijkl"}}]`,
		`{"role":"user","content":"{\"tools\":[{\"name"}`,
	} {
		for _, whole := range []redaction.ContentKind{input, mixed} {
			for _, kind := range append(saidKinds, redaction.MediaContent) {
				for _, policy := range saidPolicies {
					if kind == redaction.MediaContent && policy.Action == redaction.TruncateContent || kind == whole {
						continue
					}
					settings := withPolicy(kind, policy)
					r := mustRedactor(t, settings)
					s := newSubject()
					key := map[redaction.ContentKind]string{input: "gen_ai.input.messages", mixed: "events"}[whole]
					s.span().Attributes().PutStr(key, text)
					var raw any
					require.NoError(t, json.Unmarshal([]byte(text), &raw))
					require.NoError(t, s.span().Events().At(0).Attributes().PutEmpty("gen_ai.input.messages").FromRaw(raw))
					if whole == mixed {
						s.span().Events().At(0).SetName("x")
						s.span().Events().At(0).Attributes().Clear()
						require.NoError(t, s.span().Events().At(0).Attributes().PutEmpty("events").FromRaw(raw))
					}
					s.redact(r)
					if policy.Action == redaction.HashContent {
						assert.Equal(t, *s.redact(r), Outcome{}, "a second time")
						continue // the hash is of what stands there: spaces and the order of keys in JSON
					}
					left, _ := s.span().Attributes().Get(key)
					structured, _ := s.span().Events().At(0).Attributes().Get(key)
					assert.JSONEq(t, left.Str(), structured.AsString(), "%s %s %s: %s", whole, kind, policy.Action, text)
				}
			}
		}
	}
}

func TestMediaThatAreBytes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		policy redaction.ContentPolicy
		want   any
	}{
		{redaction.ContentPolicy{}, []byte{0, 0xff, 0xfe}},
		{redaction.ContentPolicy{Action: redaction.DropContent}, "<MEDIA>"},
		{redaction.ContentPolicy{Action: redaction.ReferenceContent, Reference: "s3://{trace_id}{span_id}{attribute}"}, "s3://000000000000000000000000000000000000000000000000app.picture"},
	} {
		settings := withPolicy(redaction.MediaContent, c.policy)
		r := mustRedactor(t, settings)
		s := newSubject()
		s.span().Attributes().PutEmptyBytes("app.picture").FromRaw([]byte{0, 0xff, 0xfe})
		part := s.span().Attributes().PutEmptySlice("gen_ai.input.messages").AppendEmpty().SetEmptyMap()
		part.PutStr("type", "blob")
		part.PutEmptyBytes("content").FromRaw([]byte("\x00\xff\xfe"))
		o := s.redact(r)
		assert.Equal(t, c.want, s.span().Attributes().AsRaw()["app.picture"])
		left, _ := part.Get("content")
		assert.Equal(t, c.policy.Action == redaction.KeepContent, left.Type() == pcommon.ValueTypeBytes)
		if c.policy.Action == redaction.KeepContent {
			assert.Equal(t, 6, o.SkippedBinaryBytes)
			continue
		}
		assert.Zero(t, o.SkippedBinaryBytes)
		assert.Equal(t, 2, o.Tally.Content(redaction.MediaContent, c.policy.Action))
		assert.Equal(t, Outcome{}, *s.redact(r), "a second time")
	}
}

func TestContentKeysOfCustomDialects(t *testing.T) {
	t.Parallel()
	keys := ContentKeysOf([]dialect.Dialect{{Contents: []dialect.ContentKey{
		{Key: "acme.said", Slot: dialect.InputMessages}, {Key: "acme.said", Slot: dialect.ToolArguments}, {Key: "acme.rules", Slot: dialect.SystemInstructions},
	}}})
	assert.Equal(t, map[string]redaction.ContentKind{"acme.said": input, "acme.rules": system}, keys)
	assert.Nil(t, ContentKeysOf(nil))
	settings := Settings{ContentKeys: keys}
	settings.Text.Content[system].Action = redaction.DropContent
	r := mustRedactor(t, settings)
	s := newSubject()
	s.span().Attributes().PutStr("acme.said", `[{"role":"system","content":"x"},{"role":"user","content":"y"}]`)
	s.span().Attributes().PutStr("acme.rules", "x")
	s.redact(r)
	assert.Equal(t, map[string]any{"acme.said": `[{"role":"system","content":""},{"role":"user","content":"y"}]`}, s.span().Attributes().AsRaw())
	_, ok := r.Copied("acme.rules", "x")
	assert.False(t, ok, "no copy under another key")
	_, ok = r.Copied("app.note", "x")
	assert.True(t, ok)
}

// What says no roles follows the stricter policy.
func TestTextOfBothSidesIsDroppedWithEither(t *testing.T) {
	t.Parallel()
	for _, kind := range []redaction.ContentKind{input, output} {
		r := mustRedactor(t, withPolicy(kind, redaction.ContentPolicy{Action: redaction.DropContent}))
		s := newSubject()
		s.span().Attributes().PutStr("app.chat_history", "What? That.")
		o := s.redact(r)
		assert.Zero(t, s.span().Attributes().Len())
		assert.Equal(t, 1, o.Tally.Content(kind, redaction.DropContent))
	}
}

func TestKindsOfKeys(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]redaction.ContentKind{
		"gen_ai.input.messages": input, "gen_ai.output.messages": output, "llm.output_messages.0.message.content": output, "app.messages": input,
		"app.output_messages": output, "systemPrompt": system, "app.prompt": input, "ai.prompt.tools": tools, "ai.prompt.messages": input,
		"http.response.body": output, "gen_ai.headers": noKind, "gen_ai.request.model": noKind, "events": mixed, "": noKind,
	} {
		kind, _ := contentMatcher.kind(key)
		assert.Equal(t, want, kind, key)
	}
}
