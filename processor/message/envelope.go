package message

// An envelope is a request to a model or its response, with the messages in one of its members: {"model": …, "messages": […]}.

// requestKeys are the members that hold a request's messages, responseKeys those with a response's.
var (
	requestKeys  = []string{"messages", "contents", "input", "prompt"}
	responseKeys = []string{"choices", "candidates", "generations", "replies", "output"}
)

// textKeys are members of a response that are its text.
var textKeys = []string{"combined_chunk_content", "completion", "text"}

// systemKeys are members of a request that are its system instructions.
var systemKeys = []string{"system", "instructions", "system_instruction", "systemInstruction", "system_instructions"}

// innerKeys are members of an envelope that are envelopes themselves.
var innerKeys = []string{"request", "body", "config"}

// envelope reads the members of a request or response. Requests are found inside of responses too, where some keep a copy.
func (r reader) envelope(n Node, of Direction, depth int) (pieces []Piece) {
	const maxEnvelopes = 2
	if n.Type != Object || len(n.Keys) > maxMembers || depth > maxEnvelopes {
		return nil
	}
	if value := n.Get("value"); value.Type != Null && len(n.Keys) == 2 { // LangWatch
		return r.typedValue(n, value, of)
	}
	if of == Output {
		pieces = r.response(n)
	} else {
		pieces = r.request(n)
	}
	for _, key := range innerKeys {
		direction := Input
		if key == "body" {
			direction = of
		}
		inner := reader{role: "user", strict: r.strict}
		if direction == Output {
			inner.role = "assistant"
		}
		for _, piece := range inner.envelope(n.Get(key), direction, depth+1) {
			for i := range piece.Paths {
				piece.Paths[i] = append([]string{key}, piece.Paths[i]...)
			}
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// typedValue reads a value that stands beside its type.
func (r reader) typedValue(n, value Node, of Direction) []Piece {
	switch kind := n.Get("type").Text; {
	case kind == "chat_messages":
		pieces := r.member(n, "value", of)
		for i := range pieces {
			pieces[i].Paths = append(pieces[i].Paths, []string{"type"})
		}
		return pieces
	case kind == "text" && value.Type == String && value.Text != "":
		return []Piece{r.piece(of, textMessage(r.role, value), [][]string{{"value"}, {"type"}})}
	default:
		return nil
	}
}

// piece is one message read from a place.
func (r reader) piece(of Direction, m Node, paths [][]string) Piece {
	if of == Output {
		return Piece{Of: OutputMessages, List: List([]Node{m}), Paths: paths}
	}
	return Piece{Of: InputMessages, List: List([]Node{m}), Paths: paths}
}

// member reads the messages of one member.
func (r reader) member(n Node, key string, of Direction) []Piece {
	r.strict = r.strict && (key == "input" || key == "output") // the others' names say what they hold
	value := opened(n.Get(key))
	list, ok := r.list(value)
	if !ok && value.Type == Object {
		var messages []Node
		messages, ok = r.entry(value)
		list = List(messages)
	}
	if !ok {
		return nil
	}
	piece := r.piece(of, Node{}, [][]string{{key}})
	piece.List = list
	return []Piece{piece}
}

func (r reader) request(n Node) (pieces []Piece) {
	for _, key := range requestKeys {
		if found := r.member(n, key, Input); found != nil {
			pieces = append(pieces, found...)
		} else if isPromptText(n, key) {
			pieces = append(pieces, r.piece(Input, textMessage(r.role, n.Get(key)), [][]string{{key}}))
		}
	}
	if len(pieces) == 0 {
		if m, paths, ok := r.single(n); ok {
			return []Piece{r.piece(Input, m, paths)}
		}
	}
	_, config := n.first("system_instruction", "systemInstruction") // Gemini's, in a member of its own
	if len(pieces) > 0 || config != "" || n.has("model") || n.has("contents") || n.has("messages") {
		pieces = append(pieces, setting(n)...)
	}
	return pieces
}

// isPromptText reports whether a member is a prompt in plain text. An "input" is one only beside the model it is for: everything has inputs.
func isPromptText(n Node, key string) bool {
	text := n.Get(key)
	if text.Type != String || IsAbsent(text.Text) {
		return false
	}
	return key == "prompt" || key == "input" && n.has("model")
}

func (r reader) response(n Node) (pieces []Piece) {
	for _, key := range responseKeys {
		pieces = append(pieces, r.member(n, key, Output)...)
	}
	if m, paths, ok := r.single(n); ok {
		pieces = append(pieces, r.piece(Output, m, paths))
	}
	for _, key := range textKeys {
		if text := n.Get(key); text.Type == String && text.Text != "" {
			pieces = append(pieces, r.piece(Output, textMessage(r.role, text), [][]string{{key}}))
		}
	}
	if len(pieces) == 0 {
		return nil
	}
	return append(pieces, r.requestInside(n)...)
}

// requestInside is for responses that repeat their request: the messages, instructions and tools that were sent.
func (r reader) requestInside(n Node) (pieces []Piece) {
	if n.Get("messages").Type == Array {
		pieces = reader{role: "user", strict: r.strict}.member(n, "messages", Input)
	}
	return append(pieces, setting(n)...)
}

// setting reads what a request says beside its messages.
func setting(n Node) (pieces []Piece) {
	if system, key := n.first(systemKeys...); key != "" {
		if parts, ok := ReadSystem(system); ok {
			pieces = append(pieces, Piece{Of: SystemInstructions, List: parts, Paths: [][]string{{key}}})
		}
	}
	if tools, key := n.first("tools", "functions"); key != "" {
		if list, ok := ReadTools(tools); ok {
			pieces = append(pieces, Piece{Of: ToolDefinitions, List: list, Paths: [][]string{{key}}})
		}
	}
	return pieces
}

// messageKeys are the members of a response that is a message itself.
var messageKeys = []string{
	"role", "content", "parts", "message", "tool_calls", "function_call", "refusal", "audio", "reasoning", "reasoning_content", "thinking", "tool_call_id", "name",
}

// single reads a response that is a message, or is around one, and holds other things as well (Anthropic's, Gemini's by Google ADK).
func (r reader) single(n Node) (m Node, paths [][]string, ok bool) {
	var core Node
	for i, key := range n.Keys {
		for _, own := range messageKeys {
			if key == own && n.Items[i].Type != Null {
				core.put(key, n.Items[i])
				paths = append(paths, []string{key})
			}
		}
	}
	if _, key := core.first("message", "content", "parts", "tool_calls", "function_call"); key == "" {
		return m, nil, false
	}
	messages, ok := r.entry(core)
	if !ok || len(messages) != 1 {
		return m, nil, false
	}
	m = messages[0]
	if reason, key := n.first("finish_reason", "finishReason", "stop_reason", "stopReason"); key != "" && reason.Type == String && !m.has("finish_reason") {
		m.put("finish_reason", reason)
	}
	return m, paths, true
}
