package message

import "strings"

// roles are the conventions' words for what providers and frameworks call who speaks; other roles stay as they are.
var roles = map[string]string{
	"system": "system", "developer": "developer", "user": "user", "assistant": "assistant", "tool": "tool",
	"human": "user", "ai": "assistant", "model": "assistant", "bot": "assistant", "function": "tool",
}

func knownRole(role string) (string, bool) {
	known, ok := roles[strings.ToLower(role)]
	return known, ok
}

// reader reads messages for one purpose.
type reader struct {
	// role is that of a message which says none.
	role string
	// strict takes for a message only what can't be anything else.
	strict bool
}

// contentKeys are members of which a message has at least one.
var contentKeys = []string{
	"content", "parts", "contents", "tool_calls", "function_call", "reasoning_content", "reasoning", "refusal", "_content", "toolCalls", "function_call_name",
}

// message reads an object with a role. ok is false for what is no message.
func (r reader) message(n Node) (m Node, ok bool) {
	n = langChain(n)
	if n.Type != Object || len(n.Keys) > maxMembers {
		return m, false
	}
	f := fieldsOf(n)
	role := f.takeText("role", "_role")
	if inner := n.Get("content"); role == "" && (inner.has("role") || inner.has("parts")) {
		return m, false // around a message
	}
	if role == "" {
		if role = roleOfType(n); role != "" {
			f.drop("type")
		}
	}
	known, isKnown := knownRole(role)
	if _, key := n.first(contentKeys...); key == "" && (r.strict || !isKnown || !isSilent(n)) || r.strict && !isKnown {
		return m, false
	}
	switch {
	case isKnown:
		role = known
	case role == "":
		role = r.role
	}
	return r.build(f, role), true
}

// isSilent reports whether an object is a message in which nothing is said, such as an answer that was cut off.
func isSilent(n Node) bool {
	for i, key := range n.Keys {
		switch key {
		case "role", "_role", "type", "name", "finish_reason", "index", "event.name", "content", "id":
		default:
			if n.Items[i].says() {
				return false
			}
		}
	}
	return true
}

// roleOfType reads the role that stands under another name: LangChain's "type", and the name of an event with a message.
func roleOfType(n Node) string {
	kind := n.Get("type").Text
	if role, ok := langChainRole(kind); ok && n.Get("content").Type != Null {
		return role
	}
	name, isMessage := strings.CutSuffix(n.Get("event.name").Text, ".message")
	if role, ok := strings.CutPrefix(name, "gen_ai."); ok && isMessage {
		return role
	}
	return ""
}

// build puts the message together: who speaks, what, and whatever else was there.
func (r reader) build(f *fields, role string) (m Node) {
	m.putText("role", role)
	if f.node.Get("type").Text == "message" { // OpenAI responses, Anthropic
		f.drop("type")
	}
	if name := f.takeText("name"); name != "" {
		m.putText("name", name)
	}
	var parts []Node
	if thoughts := f.take("reasoning_content", "reasoning"); thoughts.says() {
		var wrapped Node
		wrapped.put("content", thoughts)
		parts = reasoningPart(parts, fieldsOf(wrapped))
	}
	parts = r.contents(parts, f, role)
	parts = calls(parts, f)
	if refusal := f.takeText("refusal"); refusal != "" {
		var part Node
		part.putText("type", "refusal")
		part.putText("content", refusal)
		parts = append(parts, part)
	}
	if audio := f.node.Get("audio"); audio.Type == Object {
		f.drop("audio")
		parts = mediaPart("audio")(parts, fieldsOf(audio))
	}
	m.put("parts", List(parts))
	if reason := f.takeText("finish_reason", "finishReason", "stop_reason", "stopReason"); reason != "" {
		m.putText("finish_reason", reason)
	}
	if isMessageEvent(f.node.Get("event.name").Text) {
		f.drop("event.name")
	}
	f.keep(&m)
	return m
}

// isMessageEvent reports whether name is that of an event of the conventions with a message in it (v1.36.0, gen-ai events). It says no more
// than the role.
func isMessageEvent(name string) bool {
	switch name {
	case "gen_ai.system.message", "gen_ai.user.message", "gen_ai.assistant.message", "gen_ai.tool.message", "gen_ai.choice":
		return true
	}
	return false
}

// contents appends what a message says. That of a tool's message which names its call is the response to the call.
func (r reader) contents(parts []Node, f *fields, role string) []Node {
	content := f.node.Get("content")
	id, key := f.node.first("tool_call_id", "toolCallId", "id")
	if role == "tool" || key == "tool_call_id" { // OpenInference's Bedrock answers as the user
		if isAnswer(content, id, key) {
			var response Node
			f.drop(key, "content")
			if id.Type == String {
				response.put("id", id)
			}
			response.put("response", content)
			parts = toolResponsePart(parts, fieldsOf(response))
		}
	}
	for {
		content := f.take("parts", "contents", "_content", "content")
		if content.Type == Null {
			return parts
		}
		if len(parts) > 0 && Said(content, parts) {
			continue // OpenInference says it as content and as contents
		}
		parts = appendContent(parts, content)
	}
}

// isAnswer reports whether a tool's message is one response: a text, or anything under the id of the call; not a list that holds responses.
func isAnswer(content, id Node, idKey string) bool {
	if content.Type == String {
		list, ok := ParseDeep(content.Text)
		return id.Type == String || !ok || !allParts(list)
	}
	return id.Type == String && idKey != "id" && content.says()
}

// appendContent appends the parts of one content: a text, a part, a list of either, or such a list as JSON text.
func appendContent(parts []Node, content Node) []Node {
	switch content.Type {
	case String:
		if list, ok := ParseDeep(content.Text); ok && list.Type == Array && allParts(list) {
			return appendContent(parts, list)
		}
		if content.Text == "" {
			return parts
		}
		return append(parts, plainText(content))
	case Array:
		for _, item := range content.Items {
			parts = appendPart(parts, item)
		}
		return parts
	case Object:
		if inner := content.Get("parts"); inner.Type == Array && len(content.Keys) == 1 { // Gemini, inside of an event
			return appendContent(parts, inner)
		}
		return appendPart(parts, content)
	default:
		return append(parts, plainText(content))
	}
}

// allParts reports whether a list is the content of a message: not empty, and every element a part of a known kind.
func allParts(list Node) bool {
	for _, item := range list.Items {
		if !isPart(item) {
			return false
		}
	}
	return len(list.Items) > 0
}

// calls appends the calls of tools that a message holds beside its content.
func calls(parts []Node, f *fields) []Node {
	list := opened(f.take("tool_calls", "toolCalls"))
	if list.Type != Array && list.Type != Null {
		list = List([]Node{list})
	}
	for _, call := range list.Items {
		if call.Type != Object || len(call.Keys) > maxMembers {
			parts = appendPart(parts, call)
			continue
		}
		parts = toolCallPart(parts, fieldsOf(call))
	}
	if call := f.node.Get("function_call"); call.Type == Object { // OpenAI before tools
		f.drop("function_call")
		parts = toolCallPart(parts, fieldsOf(call))
	}
	if name := f.takeText("function_call_name"); name != "" { // OpenInference
		var call Node
		call.putText("name", name)
		call.put("arguments", f.take("function_call_arguments_json"))
		parts = toolCallPart(parts, fieldsOf(call))
	}
	return parts
}
