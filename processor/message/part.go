package message

import "strings"

// A part of a message is told by its "type", as in OpenAI's, Anthropic's, Vercel's and the conventions' own shape, or by its one telling key,
// as in Bedrock's, Gemini's and Genkit's.

// partReader appends the conventions' parts that the fields of one part make.
type partReader func(dst []Node, f *fields) []Node

// typedParts says how parts are read by their "type".
var typedParts = map[string]partReader{
	"text":             textPart,
	"input_text":       textPart, // OpenAI responses
	"output_text":      textPart,
	"text_delta":       textPart,
	"reasoning":        reasoningPart,
	"thinking":         reasoningPart, // Anthropic
	"reasoning_text":   reasoningPart,
	"summary_text":     reasoningPart,
	"tool_call":        toolCallPart,
	"tool_use":         toolCallPart, // Anthropic
	"tool-call":        toolCallPart, // Vercel
	"toolCall":         toolCallPart,
	"function_call":    toolCallPart, // OpenAI responses
	"function":         toolCallPart, // OpenAI chat
	"custom_tool_call": toolCallPart,

	"tool_call_response":      toolResponsePart,
	"tool_result":             toolResponsePart, // Anthropic
	"tool-result":             toolResponsePart, // Vercel
	"function_call_output":    toolResponsePart, // OpenAI responses
	"custom_tool_call_output": toolResponsePart,

	"server_tool_use":       serverCallPart, // Anthropic
	"mcp_tool_use":          serverCallPart,
	"web_search_call":       serverCallPart, // OpenAI responses, and those below
	"file_search_call":      serverCallPart,
	"code_interpreter_call": serverCallPart,
	"computer_call":         serverCallPart,
	"image_generation_call": serverCallPart,
	"local_shell_call":      serverCallPart,
	"mcp_call":              serverCallPart,

	"web_search_tool_result":                 serverResponsePart, // Anthropic, and those below
	"web_fetch_tool_result":                  serverResponsePart,
	"code_execution_tool_result":             serverResponsePart,
	"bash_code_execution_tool_result":        serverResponsePart,
	"text_editor_code_execution_tool_result": serverResponsePart,
	"mcp_tool_result":                        serverResponsePart,

	"blob":        mediaPart(""),
	"uri":         mediaPart(""),
	"file":        mediaPart(""),
	"image_url":   mediaPart("image"), // OpenAI chat
	"input_image": mediaPart("image"), // OpenAI responses
	"image":       mediaPart("image"), // Anthropic, Vercel, OpenInference
	"input_audio": mediaPart("audio"),
	"audio":       mediaPart("audio"),
	"video":       mediaPart("video"),
	"input_file":  mediaPart("document"),
	"document":    mediaPart("document"),
	"media":       mediaPart(""), // LangChain's Gemini
}

// untypedParts says how parts are read by a key, first come first served.
var untypedParts = []struct {
	key  string
	read partReader
}{
	{"message_content", nil}, // OpenInference: around a typed part
	{"tool_call", nested("tool_call", toolCallPart)},
	{"toolUse", nested("toolUse", toolCallPart)},           // Bedrock
	{"toolResult", nested("toolResult", toolResponsePart)}, // Bedrock
	{"functionCall", nested("functionCall", toolCallPart)}, // Gemini
	{"function_call", nested("function_call", toolCallPart)},
	{"functionResponse", nested("functionResponse", toolResponsePart)},
	{"function_response", nested("function_response", toolResponsePart)},
	{"toolRequest", nested("toolRequest", toolCallPart)}, // Genkit
	{"toolResponse", nested("toolResponse", toolResponsePart)},
	{"reasoningContent", nested("reasoningContent", reasoningPart)}, // Bedrock
	{"reasoning", reasoningPart},                                    // Genkit
	{"inlineData", mediaPart("")},                                   // Gemini
	{"inline_data", mediaPart("")},
	{"fileData", mediaPart("")},
	{"file_data", mediaPart("")},
	{"media", mediaPart("")},      // Genkit
	{"image", mediaPart("image")}, // Bedrock
	{"document", mediaPart("document")},
	{"video", mediaPart("video")},
	{"audio", mediaPart("audio")},
	{"text", textOrThought},
}

// appendPart appends what one part becomes; a part of a kind that nobody knows is kept as it is under the conventions' generic part. It never
// fails: a message is not given up for one odd part.
func appendPart(dst []Node, n Node) []Node {
	switch n.Type {
	case Null:
		return dst
	case Object:
	default:
		return append(dst, plainText(n))
	}
	if len(n.Keys) > maxMembers {
		return append(dst, genericPart(n))
	}
	if inner := n.Get("message_content"); inner.Type == Object && len(n.Keys) == 1 {
		n = inner
	}
	f := fieldsOf(n)
	if read := readerOf(n); read != nil {
		return read(dst, f)
	}
	return append(dst, genericPart(n))
}

// readerOf returns how a part is read, nil if nobody knows it.
func readerOf(n Node) partReader {
	if kind := n.Get("type"); kind.Type == String {
		return typedParts[kind.Text]
	}
	for _, u := range untypedParts {
		if u.read != nil && n.Get(u.key).Type != Null {
			return u.read
		}
	}
	return nil
}

// dropKind marks the "type" of a part as read where it is a word: the part is of that kind. A text that stands there is kept.
func (f *fields) dropKind() {
	if kind := f.node.Get("type"); kind.Type == String && !strings.ContainsAny(kind.Text, " \t\n") {
		f.drop("type")
	}
}

// isPart reports whether an object is a part of a known kind and nothing else: a list of such is the content of a message.
func isPart(n Node) bool {
	if inner := n.Get("message_content"); inner.Type == Object && len(n.Keys) == 1 {
		n = inner
	}
	if n.Type != Object || len(n.Keys) > maxMembers || n.has("role") {
		return false
	}
	if kind := n.Get("type"); kind.Type == String {
		return readerOf(n) != nil
	}
	const telling = 2 // the key, and something beside it as Gemini's thoughtSignature
	return len(n.Keys) <= telling && readerOf(n) != nil && n.Get("score").Type == Null
}

func genericPart(n Node) Node {
	if n.Get("type").Type == String {
		return n
	}
	var part Node
	part.putText("type", "unknown")
	for i, key := range n.Keys {
		if key == "type" {
			key = "type_"
		}
		part.put(key, n.Items[i])
	}
	return part
}

// plainText makes a text part of a value that stands where a text is expected.
func plainText(n Node) (part Node) {
	part.putText("type", "text")
	part.put("content", asText(n))
	return part
}

// asText makes a String of any value: what is no text becomes its JSON.
func asText(n Node) Node {
	switch n.Type {
	case String:
		return n
	case Null:
		return Text("")
	default:
		return Text(n.JSON())
	}
}

func textPart(dst []Node, f *fields) []Node {
	f.dropKind()
	content := f.take("content", "text", "value")
	if inner := content.Get("value"); inner.Type == String { // OpenAI assistants
		content = inner
	}
	part := plainText(content)
	f.keep(&part)
	return append(dst, part)
}

// textOrThought reads Gemini's and Bedrock's text; Gemini marks reasoning by "thought".
func textOrThought(dst []Node, f *fields) []Node {
	if f.node.Get("thought").Text == "true" {
		f.drop("thought")
		return reasoningPart(dst, f)
	}
	return textPart(dst, f)
}

// reasoningPart also reads OpenAI's summaries, of which each is a part.
func reasoningPart(dst []Node, f *fields) []Node {
	if inner := f.node.Get("reasoningText"); inner.Type == Object { // Bedrock
		f = fieldsOf(merge(f.node, "reasoningText"))
	}
	f.dropKind()
	content := f.take("content", "thinking", "reasoning", "text", "summary")
	texts := []Node{content}
	if content.Type == Array {
		if texts = textsOf(content); texts == nil {
			texts = []Node{content}
		}
	}
	for i, text := range texts {
		var part Node
		part.putText("type", "reasoning")
		part.put("content", asText(text))
		if i == 0 {
			f.keep(&part)
		}
		dst = append(dst, part)
	}
	return dst
}

// textsOf returns the texts of a list that holds nothing else, plain or as {type, text}; nil otherwise.
func textsOf(list Node) (texts []Node) {
	for _, item := range list.Items {
		switch text := item.Get("text"); {
		case item.Type == String:
			texts = append(texts, item)
		case text.Type == String && len(item.Keys) <= 2:
			texts = append(texts, text)
		default:
			return nil
		}
	}
	return texts
}

// nested reads the object under a key as the part and keeps what stands beside it.
func nested(key string, read partReader) partReader {
	return func(dst []Node, f *fields) []Node {
		if f.node.Get(key).Type != Object {
			return append(dst, genericPart(f.node))
		}
		return read(dst, fieldsOf(merge(f.node, key)))
	}
}
