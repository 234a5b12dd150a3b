package message

import (
	"slices"
	"strings"
)

// Direction is which side of a model call a tree is from.
type Direction uint8

// The directions.
const (
	Input Direction = iota
	Output
)

// Form says how sure it is, before it is read, that a tree holds messages.
type Form uint8

// The forms.
const (
	// Messages is a place for nothing but messages: all of the tree must become messages.
	Messages Form = iota
	// Blob is a place for anything: a request or a response, or what is neither. Messages are looked for in it; the rest stays apart.
	Blob
)

// Of says what a [Piece] is.
type Of uint8

// What a piece is.
const (
	InputMessages Of = iota
	OutputMessages
	SystemInstructions
	ToolDefinitions
)

// Piece is what was read at one place of a tree: an Array in the conventions' shape.
type Piece struct {
	Of   Of
	List Node
	// Paths lead to what the piece was made of, for [Node.Without].
	Paths [][]string
}

// ReadMessages finds the messages, the system instructions and the tool definitions in a tree. It returns nothing for what holds no messages.
func ReadMessages(n Node, of Direction, form Form) []Piece {
	r := reader{role: "user", strict: form == Blob}
	piece := Piece{Of: InputMessages, Paths: [][]string{nil}}
	if of == Output {
		r.role, piece.Of = "assistant", OutputMessages
	}
	if list, ok := r.list(n); ok {
		piece.List = list
		return []Piece{piece}
	}
	if n.Type != Object || len(n.Keys) > maxMembers {
		return nil
	}
	if form == Messages {
		if m, ok := r.entry(n); ok {
			piece.List = List(m)
			return []Piece{piece}
		}
	}
	return r.envelope(n, of, 0)
}

// ReadText makes a message of a text that stands where messages are expected; ok is false for texts that stand for nothing.
func ReadText(text string, of Direction) (list Node, ok bool) {
	role := "user"
	if of == Output {
		role = "assistant"
	}
	if text = unquote(text); IsAbsent(text) {
		return list, false
	}
	return List([]Node{textMessage(role, Text(text))}), true
}

// IsAbsent reports whether a text stands for one that is not there: what emitters write in its place, and what redaction left of it.
func IsAbsent(text string) bool {
	switch text = strings.TrimSpace(text); text {
	case "", "{}", "[]", "null", "None", "N/A", "<not serializable>", "<not specified>":
		return true
	}
	name, opens := strings.CutPrefix(text, "<")
	name, closes := strings.CutSuffix(name, ">")
	return opens && closes && name != "" && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == ""
}

func textMessage(role string, text Node) (m Node) {
	m.putText("role", role)
	m.put("parts", List([]Node{plainText(text)}))
	return m
}

// list reads a list of messages, of OpenAI's items, or of the parts of one message. All elements must be such.
func (r reader) list(n Node) (list Node, ok bool) {
	if n.Type != Array || len(n.Items) == 0 {
		return list, false
	}
	if first := n.Items[0]; len(n.Items) == 1 && first.Type == Array { // LangChain: a batch of one
		return r.list(first)
	}
	if allParts(n) && !slices.ContainsFunc(n.Items, isItem) {
		var m Node
		m.putText("role", r.role)
		m.put("parts", List(appendContent(nil, n)))
		return List([]Node{m}), true
	}
	for _, item := range n.Items {
		messages, ok := r.entry(item)
		if !ok {
			return list, false
		}
		list.Items = append(list.Items, messages...)
	}
	list.Type = Array
	return list, true
}

// isItem reports whether an object stands beside messages in a list of OpenAI's responses.
func isItem(n Node) bool {
	_, ok := itemRoles[n.Get("type").Text]
	return ok && n.Type == Object && !n.has("role")
}

// itemRoles are who speaks in the items of OpenAI's responses that are no messages.
var itemRoles = map[string]string{
	"function_call": "assistant", "custom_tool_call": "assistant", "function_call_output": "tool", "custom_tool_call_output": "tool", "reasoning": "assistant",
	"web_search_call": "assistant", "file_search_call": "assistant", "code_interpreter_call": "assistant", "computer_call": "assistant",
	"image_generation_call": "assistant", "local_shell_call": "assistant", "mcp_call": "assistant",
}

// entry reads one element of a list of messages.
func (r reader) entry(n Node) ([]Node, bool) {
	if n.Type == String && !r.strict {
		role, text := r.spoken(n.Text)
		return []Node{textMessage(role, Text(text))}, n.Text != ""
	}
	if n.Type != Object || len(n.Keys) > maxMembers {
		return nil, false
	}
	if isItem(n) {
		var m Node
		m.putText("role", itemRoles[n.Get("type").Text])
		m.put("parts", List(appendPart(nil, n)))
		return []Node{m}, true
	}
	if m, ok := r.message(n); ok {
		return []Node{m}, true
	}
	return r.choice(n)
}

// choice reads a message with what was said about it: one of OpenAI's choices, Gemini's candidates or LangChain's generations, or
// OpenInference's step around a message.
func (r reader) choice(n Node) ([]Node, bool) {
	for _, wrapper := range []string{"prompt", "completion"} { // OpenInference
		if inner := n.Get(wrapper).Get("text"); inner.Type == String && len(n.Keys) == 1 {
			return []Node{textMessage(r.role, inner)}, true
		}
	}
	if n.Get("lc").Type == Number && n.Get("kwargs").Type == Object { // LangChain: a serialised generation
		if inner := n.Get("kwargs"); inner.has("message") {
			return r.choice(inner)
		}
	}
	f := fieldsOf(n)
	said := opened(f.take("message", "content"))
	if said.Type != Object {
		return r.textChoice(n)
	}
	loose := reader{role: r.role}
	m, ok := loose.message(said)
	if !ok {
		return nil, false
	}
	if reason := f.takeText("finish_reason", "finishReason"); reason != "" && !m.has("finish_reason") {
		m.putText("finish_reason", reason)
	}
	f.drop("index")
	if n.Get("event.name").Text == "gen_ai.choice" {
		f.drop("event.name")
	}
	if kind := n.Get("type").Text; kind == "ChatGeneration" || kind == "ChatGenerationChunk" { // LangChain says it twice
		f.drop("type")
		if Said(n.Get("text"), []Node{m}) {
			f.drop("text")
		}
	}
	f.keep(&m)
	return []Node{m}, true
}

// textChoice reads a choice that is a text, as before there were chats, and a message's event whose message is a text.
func (r reader) textChoice(n Node) ([]Node, bool) {
	f := fieldsOf(n)
	said := f.take("message", "text")
	_, key := n.first("finish_reason", "finishReason", "index")
	if said.Type == Null || said.Type == Object || r.strict && (key == "" || said.Type != String) {
		return nil, false
	}
	var m Node
	m.putText("role", r.role)
	m.put("parts", List(appendContent(nil, said)))
	if reason := f.takeText("finish_reason", "finishReason"); reason != "" {
		m.putText("finish_reason", reason)
	}
	f.drop("index")
	f.keep(&m)
	return []Node{m}, true
}
