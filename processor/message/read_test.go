package message

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reading is one tree and what is to be found in it, as {"input": …, "output": …, "system": …, "tools": …, "rest": …}; {} for nothing.
type reading struct {
	in   string
	of   Direction
	form Form
	want string
}

// messageShapes are lists of messages in the shapes of providers and frameworks.
var messageShapes = map[string]reading{
	"the conventions' own shape stays as it is": {in: `[{"role":"user","parts":[{"type":"text","content":"hi"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"f","arguments":{"a":1}}]},
		{"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":{"b":2}}]}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"f","arguments":{"a":1}}]},
		{"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":{"b":2}}]}]}`},
	"OpenAI chat with tool calls": {in: `[{"role":"system","content":"be kind"},{"role":"user","content":"weather?"},
		{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Paris\"}"}}]},
		{"role":"tool","tool_call_id":"call_1","content":"rainy"}]`,
		want: `{"input":[{"role":"system","parts":[{"type":"text","content":"be kind"}]},{"role":"user","parts":[{"type":"text","content":"weather?"}]},
		{"role":"assistant","parts":[{"type":"tool_call","id":"call_1","name":"weather","arguments":{"city":"Paris"}}]},
		{"role":"tool","parts":[{"type":"tool_call_response","id":"call_1","response":"rainy"}]}]}`},
	"OpenAI chat with a picture": {in: `[{"role":"user","content":[{"type":"text","text":"what?"},{"type":"image_url","image_url":{"url":"https://example.com/a.png","detail":"low"}},
		{"type":"image_url","image_url":{"url":"data:image/png;base64,aGk="}}]}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"what?"},{"type":"uri","modality":"image","uri":"https://example.com/a.png","detail":"low"},
		{"type":"blob","mime_type":"image/png","modality":"image","content":"aGk="}]}]}`},
	"OpenAI chat with sound": {in: `[{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"aGk=","format":"wav"}}]}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"blob","mime_type":"wav","modality":"audio","content":"aGk="}]}]}`},
	"OpenAI's function call before there were tools": {of: Output, in: `[{"role":"assistant","function_call":{"name":"f","arguments":"{}"}}]`,
		want: `{"output":[{"role":"assistant","parts":[{"type":"tool_call","name":"f","arguments":{}}]}]}`},
	"OpenAI responses' items": {in: `[{"role":"user","content":[{"type":"input_text","text":"hi"}]},{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"thinking"}]},
		{"type":"function_call","id":"fc_1","call_id":"call_1","name":"f","arguments":"{\"a\":1}"},{"type":"function_call_output","call_id":"call_1","output":"done"},
		{"type":"web_search_call","id":"ws_1","status":"completed"}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]},{"role":"assistant","parts":[{"type":"reasoning","content":"thinking","id":"rs_1"}]},
		{"role":"assistant","parts":[{"type":"tool_call","id":"call_1","item_id":"fc_1","name":"f","arguments":{"a":1}}]},
		{"role":"tool","parts":[{"type":"tool_call_response","id":"call_1","response":"done"}]},
		{"role":"assistant","parts":[{"type":"server_tool_call","id":"ws_1","name":"web_search","server_tool_call":{"type":"web_search","status":"completed"}}]}]}`},
	"Anthropic's blocks": {in: `[{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s1"},{"type":"text","text":"let me see"},{"type":"tool_use","id":"t1","name":"f","input":{"a":1}}]},
		{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"42"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"aGk="}}]}]`,
		want: `{"input":[{"role":"assistant","parts":[{"type":"reasoning","content":"hm","signature":"s1"},{"type":"text","content":"let me see"},{"type":"tool_call","id":"t1","name":"f","arguments":{"a":1}}]},
		{"role":"user","parts":[{"type":"tool_call_response","id":"t1","response":"42"},{"type":"blob","mime_type":"image/png","modality":"image","content":"aGk="}]}]}`},
	"Anthropic's server tools": {of: Output, in: `[{"role":"assistant","content":[{"type":"server_tool_use","id":"s1","name":"web_search","input":{"query":"q"}},{"type":"web_search_tool_result","tool_use_id":"s1","content":[{"url":"https://example.com"}]}]}]`,
		want: `{"output":[{"role":"assistant","parts":[{"type":"server_tool_call","id":"s1","name":"web_search","server_tool_call":{"type":"web_search","input":{"query":"q"}}},
		{"type":"server_tool_call_response","id":"s1","server_tool_call_response":{"type":"web_search","content":[{"url":"https://example.com"}]}}]}]}`},
	"Bedrock Converse's blocks": {in: `[{"role":"user","content":[{"text":"hi"},{"document":{"name":"d","format":"pdf","source":{"bytes":"aGk="}}}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"f","input":{"a":1}}}]},
		{"role":"user","content":[{"toolResult":{"toolUseId":"t1","status":"success","content":[{"text":"42"}]}}]},{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"hm","signature":"s"}}}]}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"},{"type":"blob","mime_type":"pdf","modality":"document","content":"aGk=","name":"d"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"t1","name":"f","arguments":{"a":1}}]},
		{"role":"user","parts":[{"type":"tool_call_response","id":"t1","response":[{"text":"42"}],"status":"success"}]},{"role":"assistant","parts":[{"type":"reasoning","content":"hm","signature":"s"}]}]}`},
	"Gemini's contents": {in: `[{"role":"user","parts":[{"text":"hi"},{"inlineData":{"mimeType":"image/png","data":"aGk="}},{"fileData":{"fileUri":"gs://b/a.pdf","mimeType":"application/pdf"}}]},
		{"role":"model","parts":[{"text":"hm","thought":true},{"functionCall":{"name":"f","args":{"a":1}}}]},{"role":"user","parts":[{"functionResponse":{"name":"f","response":{"b":2}}}]}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"},{"type":"blob","mime_type":"image/png","modality":"image","content":"aGk="},{"type":"uri","mime_type":"application/pdf","modality":"document","uri":"gs://b/a.pdf"}]},
		{"role":"assistant","parts":[{"type":"reasoning","content":"hm"},{"type":"tool_call","name":"f","arguments":{"a":1}}]},{"role":"user","parts":[{"type":"tool_call_response","response":{"b":2},"name":"f"}]}]}`},
	"Vercel's ModelMessages": {in: `[{"role":"user","content":[{"type":"text","text":"hi"},{"type":"image","image":"https://example.com/a.png"},{"type":"file","data":"aGk=","mediaType":"application/pdf","filename":"a.pdf"}]},
		{"role":"assistant","content":[{"type":"reasoning","text":"hm"},{"type":"tool-call","toolCallId":"t1","toolName":"f","input":{"a":1}}]},
		{"role":"tool","content":[{"type":"tool-result","toolCallId":"t1","toolName":"f","output":{"type":"json","value":{"b":2}}}]}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"},{"type":"uri","modality":"image","uri":"https://example.com/a.png"},{"type":"blob","mime_type":"application/pdf","modality":"document","content":"aGk=","filename":"a.pdf"}]},
		{"role":"assistant","parts":[{"type":"reasoning","content":"hm"},{"type":"tool_call","id":"t1","name":"f","arguments":{"a":1}}]},
		{"role":"tool","parts":[{"type":"tool_call_response","id":"t1","response":{"type":"json","value":{"b":2}},"toolName":"f"}]}]}`},
	"LangChain's serialised messages in a batch of one": {in: `[[{"lc":1,"type":"constructor","id":["langchain","schema","messages","HumanMessage"],"kwargs":{"content":"hi","type":"human"}},
		{"lc":1,"type":"constructor","id":["langchain","schema","messages","AIMessage"],"kwargs":{"content":"","additional_kwargs":{"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},"tool_calls":[]}}]]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"f","arguments":{}}]}]}`},
	"LangChain's messages as fields": {in: `[{"type":"human","content":"hi"},{"type":"ai","data":{"content":"ho","type":"ai","tool_calls":[{"name":"f","args":{"a":1},"id":"c1","type":"tool_call"}]}}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]},{"role":"assistant","parts":[{"type":"text","content":"ho"},{"type":"tool_call","id":"c1","name":"f","arguments":{"a":1}}]}]}`},
	"OpenInference's steps": {in: `[{"message":{"role":"user","contents":[{"message_content":{"type":"text","text":"hi"}},{"message_content":{"type":"image","image":{"image":{"url":"https://example.com/a.png"}}}}]}},
		{"message":{"role":"assistant","content":"ho","contents":[{"message_content":{"type":"text","text":"ho"}}],"tool_calls":[{"tool_call":{"id":"c1","function":{"name":"f","arguments":"{\"a\":1}"}}}]}}]`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"},{"type":"uri","modality":"image","uri":"https://example.com/a.png"}]},
		{"role":"assistant","parts":[{"type":"text","content":"ho"},{"type":"tool_call","id":"c1","name":"f","arguments":{"a":1}}]}]}`},
	"OpenInference's texts before there were chats": {of: Output, in: `[{"completion":{"text":"ho"}}]`, want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}]}]}`},
	"OpenLLMetry's flat tool calls":                 {in: `[{"role":"assistant","finish_reason":"tool_calls","tool_calls":[{"id":"c1","name":"f","arguments":"{\"a\":1}"}]}]`, want: `{"input":[{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"f","arguments":{"a":1}}],"finish_reason":"tool_calls"}]}`},
	"content that is a list of parts as JSON text":  {in: `[{"role":"user","content":"[{\"type\":\"text\",\"text\":\"hi\"}]"}]`, want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}]}`},
	"content that is other JSON stays a text":       {in: `[{"role":"user","content":"[1,2]"}]`, want: `{"input":[{"role":"user","parts":[{"type":"text","content":"[1,2]"}]}]}`},
	"an event of another name":                      {in: `[{"event.name":"gen_ai.x y.message","content":"hi","role":"user"}]`, want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}],"event.name":"gen_ai.x y.message"}]}`},
	"events in one attribute":                       {in: `[{"event.name":"gen_ai.user.message","content":"hi","role":"user"},{"event.name":"gen_ai.choice","index":0,"message":{"role":"assistant","content":"ho"},"finish_reason":"stop"}]`, want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]},{"role":"assistant","parts":[{"type":"text","content":"ho"}],"finish_reason":"stop"}]}`},
	"a list of blocks is one message":               {of: Output, in: `[{"text":"one"},{"toolUse":{"toolUseId":"t1","name":"f","input":{}}}]`, want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"one"},{"type":"tool_call","id":"t1","name":"f","arguments":{}}]}]}`},
	"a part of a kind that nobody knows is kept":    {in: `[{"role":"user","content":[{"type":"hologram","data":"x"},{"odd":1}]}]`, want: `{"input":[{"role":"user","parts":[{"type":"hologram","data":"x"},{"type":"unknown","odd":1}]}]}`},
	"what has no place of its own is kept":          {in: `[{"role":"user","name":"ann","content":"hi","cache_control":{"type":"ephemeral"}}]`, want: `{"input":[{"role":"user","name":"ann","parts":[{"type":"text","content":"hi"}],"cache_control":{"type":"ephemeral"}}]}`},
	"numbers keep their digits":                     {in: `[{"role":"assistant","tool_calls":[{"name":"f","arguments":"{\"n\":12345678901234567890.10}"}]}]`, want: `{"input":[{"role":"assistant","parts":[{"type":"tool_call","name":"f","arguments":{"n":12345678901234567890.10}}]}]}`},
	"a message that is no list":                     {of: Output, in: `{"role":"model","parts":[{"text":"ho"}]}`, want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}]}]}`},
	"not everything is a message":                   {in: `[{"role":"user","content":"hi"},{"id":7}]`, want: `{}`},
	"LangChain's messages as texts":                 {in: `[["System: be kind","Human: hi: there","AI: ho"]]`, want: `{"input":[{"role":"system","parts":[{"type":"text","content":"be kind"}]},{"role":"user","parts":[{"type":"text","content":"hi: there"}]},{"role":"assistant","parts":[{"type":"text","content":"ho"}]}]}`},
	"a type that is a text and no kind is kept":     {in: `[{"role":"assistant","tool_calls":[{"type":"as it were","name":"f"}]}]`, want: `{"input":[{"role":"assistant","parts":[{"type":"tool_call","name":"f","type_":"as it were"}]}]}`},
	"a number":      {in: `42`, want: `{}`},
	"an empty list": {in: `[]`, want: `{}`},
}

// blobs are requests and responses, and what only looks like one.
var blobs = map[string]reading{
	"a request of OpenAI chat": {form: Blob, in: `{"model":"m","temperature":0.5,"messages":[{"role":"user","content":"hi"}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}]}`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}],"tools":[{"type":"function","name":"f","parameters":{"type":"object"}}],"rest":{"model":"m","temperature":0.5}}`},
	"a request of Anthropic with a system prompt": {form: Blob, in: `{"model":"m","system":[{"type":"text","text":"be kind"}],"messages":[{"role":"user","content":"hi"}]}`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}],"system":[{"type":"text","content":"be kind"}],"rest":{"model":"m"}}`},
	"a request of Gemini by Google ADK": {form: Blob, in: `{"model":"m","config":{"system_instruction":"be kind","temperature":1,"tools":[{"function_declarations":[{"name":"f"}]}]},"contents":[{"role":"user","parts":[{"text":"hi"}]}]}`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}],"system":[{"type":"text","content":"be kind"}],"tools":[{"type":"function","name":"f"}],"rest":{"model":"m","config":{"temperature":1}}}`},
	"a request of OpenAI responses in plain text": {form: Blob, in: `{"model":"m","instructions":"be kind","input":"hi"}`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}],"system":[{"type":"text","content":"be kind"}],"rest":{"model":"m"}}`},
	"a prompt of Vercel":         {form: Blob, in: `{"system":"be kind","prompt":"hi"}`, want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}],"system":[{"type":"text","content":"be kind"}]}`},
	"a request within a request": {form: Blob, in: `{"request":{"input":[{"role":"user","content":"hi","type":"message"}]}}`, want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}]}`},
	"a response of OpenAI chat": {of: Output, form: Blob, in: `{"id":"x","choices":[{"index":0,"message":{"role":"assistant","content":"ho","refusal":null},"finish_reason":"stop","logprobs":null}],"usage":{"total_tokens":3}}`,
		want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}],"finish_reason":"stop"}],"rest":{"id":"x","usage":{"total_tokens":3}}}`},
	"a response of OpenAI completions": {of: Output, form: Blob, in: `{"choices":[{"index":0,"text":"ho","finish_reason":"stop"}]}`, want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}],"finish_reason":"stop"}]}`},
	"a response of Anthropic": {of: Output, form: Blob, in: `{"id":"msg","type":"message","role":"assistant","content":[{"type":"text","text":"ho"}],"stop_reason":"end_turn","usage":{"input_tokens":1}}`,
		want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}],"finish_reason":"end_turn"}],"rest":{"id":"msg","type":"message","stop_reason":"end_turn","usage":{"input_tokens":1}}}`},
	"a response of Bedrock": {of: Output, form: Blob, in: `{"output":{"message":{"role":"assistant","content":[{"text":"ho"}]}},"stopReason":"end_turn"}`, want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}]}],"rest":{"stopReason":"end_turn"}}`},
	"a response of Gemini": {of: Output, form: Blob, in: `{"candidates":[{"content":{"role":"model","parts":[{"text":"ho"}]},"finishReason":"STOP","index":0}],"usageMetadata":{"totalTokenCount":3}}`,
		want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}],"finish_reason":"STOP"}],"rest":{"usageMetadata":{"totalTokenCount":3}}}`},
	"a response of Gemini by Google ADK": {of: Output, form: Blob, in: `{"content":{"parts":[{"text":"ho"}],"role":"model"},"finish_reason":"STOP","usage_metadata":{"total_token_count":3}}`,
		want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}],"finish_reason":"STOP"}],"rest":{"finish_reason":"STOP","usage_metadata":{"total_token_count":3}}}`},
	"a result of LangChain": {of: Output, form: Blob, in: `{"generations":[[{"text":"ho","type":"ChatGeneration","message":{"lc":1,"type":"constructor","id":["langchain","AIMessage"],"kwargs":{"content":"ho"}}}]],"llm_output":null}`,
		want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}]}]}`},
	"a response of Genkit with its request": {of: Output, form: Blob, in: `{"message":{"role":"model","content":[{"text":"ho"}]},"request":{"messages":[{"role":"user","content":[{"text":"hi"}]}],"config":{}},"usage":{"inputTokens":1}}`,
		want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}],"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}]}],"rest":{"usage":{"inputTokens":1}}}`},
	"chat messages of LangWatch":  {form: Blob, in: `{"type":"chat_messages","value":[{"role":"user","content":"hi"}]}`, want: `{"input":[{"role":"user","parts":[{"type":"text","content":"hi"}]}]}`},
	"replies of Haystack":         {of: Output, form: Blob, in: `{"replies":[{"_role":"assistant","_content":[{"text":"ho"}],"_meta":{"model":"m"}}]}`, want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}],"_meta":{"model":"m"}}]}`},
	"a stream's text, by Logfire": {of: Output, form: Blob, in: `{"combined_chunk_content":"ho","chunk_count":2}`, want: `{"output":[{"role":"assistant","parts":[{"type":"text","content":"ho"}]}],"rest":{"chunk_count":2}}`},

	"the input of a function, by OpenLLMetry, is none":     {form: Blob, in: `{"args":[],"kwargs":{"messages_count":3}}`, want: `{}`},
	"the input of a chain, by OpenLLMetry, is none":        {form: Blob, in: `{"inputs":{"question":"hi"},"tags":[],"metadata":{},"kwargs":{}}`, want: `{}`},
	"the input of a chain, by LangSmith, is none":          {form: Blob, in: `{"question":"hi"}`, want: `{}`},
	"any input is none without the model it is for":        {form: Blob, in: `{"input":"hi"}`, want: `{}`},
	"the inputs of a function, by MLflow, are none":        {form: Blob, in: `{"city":"Paris","role":"mayor"}`, want: `{}`},
	"a user of an account is none":                         {form: Blob, in: `{"role":"admin","content":"everything"}`, want: `{}`},
	"a list of users is none":                              {form: Blob, in: `[{"role":"admin","name":"ann"}]`, want: `{}`},
	"documents are none":                                   {form: Blob, in: `[{"text":"hi","score":0.5,"id":"d"}]`, want: `{}`},
	"the body of a web request is none":                    {form: Blob, in: `{"user":"ann","text":"hi","items":[{"id":1}]}`, want: `{}`},
	"numbers of messages are none":                         {form: Blob, in: `{"messages":3}`, want: `{}`},
	"messages that were taken out by the emitter are none": {form: Blob, in: `{"messages":"[sanitized]"}`, want: `{}`},
}

func TestReadMessages(t *testing.T) {
	t.Parallel()
	for _, table := range []map[string]reading{messageShapes, blobs} {
		for name, tc := range table {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				n, ok := Parse(tc.in)
				require.True(t, ok)
				assert.JSONEq(t, tc.want, found(n, ReadMessages(n, tc.of, tc.form)))
			})
		}
	}
}

// found writes pieces and the rest in the form of reading.want.
func found(n Node, pieces []Piece) string {
	names := map[Of]string{InputMessages: "input", OutputMessages: "output", SystemInstructions: "system", ToolDefinitions: "tools"}
	var all Node
	all.Type = Object
	var paths [][]string
	for _, p := range pieces {
		all.put(names[p.Of], p.List)
		paths = append(paths, p.Paths...)
	}
	if rest, some := n.Without(paths); some && len(pieces) > 0 {
		all.put("rest", rest)
	}
	return all.JSON()
}

func TestReadText(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		text, want string
	}{
		"a text":                              {"hi", `[{"role":"user","parts":[{"type":"text","content":"hi"}]}]`},
		"a text in a JSON string":             {`"hi"`, `[{"role":"user","parts":[{"type":"text","content":"hi"}]}]`},
		"nothing":                             {" ", ""},
		"what redaction left of a text":       {"<REDACTED>", ""},
		"what an emitter writes for no text":  {"<not serializable>", ""},
		"an empty object":                     {"{}", ""},
		"a text that only begins like a mark": {"<B> is bold", `[{"role":"user","parts":[{"type":"text","content":"<B> is bold"}]}]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list, ok := ReadText(tc.text, Input)
			require.Equal(t, tc.want != "", ok)
			if ok {
				assert.JSONEq(t, tc.want, list.JSON())
			}
		})
	}
}

// FuzzReadMessages states what holds of any JSON. Its seeds are the tables above.
func FuzzReadMessages(f *testing.F) {
	for _, table := range []map[string]reading{messageShapes, blobs} {
		for _, tc := range table {
			f.Add(tc.in, tc.of == Output, tc.form == Blob)
		}
	}
	f.Fuzz(func(t *testing.T, text string, output, blob bool) {
		n, ok := Parse(text)
		if !ok {
			return
		}
		of, form := Input, Messages
		if output {
			of = Output
		}
		if blob {
			form = Blob
		}
		pieces := ReadMessages(n, of, form)
		var paths [][]string
		said := map[string]struct{}{}
		for _, p := range pieces {
			checkSchema(t, p)
			if p.Of <= OutputMessages && !AreMessages(p.List) {
				again := ReadMessages(p.List, of, Messages)
				require.Len(t, again, 1, "messages are messages")
				require.JSONEq(t, p.List.JSON(), again[0].List.JSON(), "what was read is in shape, or reads as itself")
			}
			paths = append(paths, p.Paths...)
			p.List.Leaves(func(leaf string) { said[leaf] = struct{}{} })
		}
		if len(pieces) == 0 {
			return
		}
		rest, _ := n.Without(paths)
		rest.Leaves(func(leaf string) { said[leaf] = struct{}{} })
		n.Leaves(func(leaf string) {
			_, withoutSpeaker, _ := strings.Cut(leaf, ": ")
			if _, ok := said[withoutSpeaker]; isSaying(leaf) && !ok {
				require.Contains(t, said, leaf, "nothing that was said is lost")
			}
		})
	})
}

// isSaying tells what people say from words that only structure it, which may be brought to the conventions' words: it has a space in it.
func isSaying(leaf string) bool {
	if _, said, ok := strings.Cut(leaf, ": "); ok { // who speaks may stand before it
		leaf = said
	}
	return strings.Contains(leaf, " ") && !strings.HasPrefix(leaf, "data:")
}

// checkSchema is what the conventions' JSON schemas require, written from them alone.
func checkSchema(t *testing.T, p Piece) {
	t.Helper()
	var list []map[string]any
	require.NoError(t, json.Unmarshal([]byte(p.List.JSON()), &list), "a list of objects")
	for _, item := range list {
		switch p.Of {
		case InputMessages, OutputMessages:
			require.IsType(t, "", item["role"])
			require.IsType(t, []any{}, item["parts"])
			for _, part := range item["parts"].([]any) {
				checkPart(t, part)
			}
		case SystemInstructions:
			checkPart(t, item)
		case ToolDefinitions:
			require.IsType(t, "", item["type"])
			require.IsType(t, "", item["name"])
		}
	}
}

func checkPart(t *testing.T, v any) {
	t.Helper()
	part, ok := v.(map[string]any)
	require.True(t, ok, "a part is an object")
	kind, ok := part["type"].(string)
	require.True(t, ok, "a part has a type")
	required := map[string][]string{
		"text": {"content"}, "reasoning": {"content"}, "tool_call": {"name"}, "blob": {"content", "modality"}, "file": {"file_id", "modality"},
		"uri": {"uri", "modality"}, "server_tool_call": {"name"},
	}
	if len(part) > maxMembers { // too large to be read, kept as it came
		return
	}
	for _, key := range required[kind] {
		if _, isText := part[key].(string); !isText && !isGeneric(kind) {
			require.IsType(t, "", part[key], "%s of %s", key, kind)
		}
	}
	if kind == "tool_call_response" {
		require.Contains(t, part, "response")
	}
}

// isGeneric says whose kind of part may be a word of the conventions without being theirs: a picture that is nowhere.
func isGeneric(kind string) bool { return kind == "blob" || kind == "file" || kind == "uri" }
