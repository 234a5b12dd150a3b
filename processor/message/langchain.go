package message

import (
	"slices"
	"strings"
)

// LangChain writes its objects in three ways: serialised with their class ({"lc": 1, "id": [… "HumanMessage"], "kwargs": {…}}), as
// {"type": "human", "data": {…}}, and as their fields with a "type" for the role (langchain-core, load/serializable.py and messages/).

// langChainTypes are the roles of its types and classes, in lower case.
var langChainTypes = map[string]string{
	"human": "user", "ai": "assistant", "system": "system", "tool": "tool", "function": "tool", "developer": "developer",
	"humanmessage": "user", "aimessage": "assistant", "systemmessage": "system", "toolmessage": "tool", "functionmessage": "tool",
	"humanmessagechunk": "user", "aimessagechunk": "assistant", "systemmessagechunk": "system", "toolmessagechunk": "tool",
}

func langChainRole(kind string) (string, bool) {
	role, ok := langChainTypes[strings.ToLower(kind)]
	return role, ok
}

// langChain returns the fields of a serialised message with its role among them; other values as they are.
func langChain(n Node) Node {
	kind, inner := n.Get("type").Text, n.Get("data")
	if n.Get("lc").Type == Number && kind == "constructor" {
		kind, inner = className(n.Get("id")), n.Get("kwargs")
	}
	if inner.Type != Object || n.has("role") || len(n.Keys) > maxMembers || len(inner.Keys) > maxMembers {
		return n
	}
	role, ok := langChainRole(kind)
	if !ok && kind != "chat" && kind != "ChatMessage" {
		return n
	}
	var m Node
	if ok {
		m.putText("role", role)
	}
	if inner.has("role") {
		m = Node{}
	}
	for i, key := range inner.Keys {
		if key == "type" && ok && inner.Items[i].Type == String {
			continue // says the role once more
		}
		m.put(key, inner.Items[i])
	}
	return hoisted(m)
}

// spoken reads a message that is one text; LangChain puts who speaks before it (get_buffer_string in langchain-core, messages/utils.py).
func (r reader) spoken(text string) (role, said string) {
	if who, said, ok := strings.Cut(text, ": "); ok {
		switch who {
		case "Human", "AI", "System", "Tool", "Function":
			role, _ := knownRole(who)
			return role, said
		}
	}
	return r.role, text
}

// className is the last step of the path of a class, "" where it is none.
func className(path Node) string {
	for _, step := range path.Items {
		if step.Type != String || strings.ContainsAny(step.Text, " \n") {
			return ""
		}
	}
	if len(path.Items) == 0 {
		return ""
	}
	return path.Items[len(path.Items)-1].Text
}

// hoisted moves a message's additional_kwargs, where older versions keep the calls of tools, up to its own members.
func hoisted(m Node) Node {
	more := m.Get("additional_kwargs")
	if more.Type != Object {
		return m
	}
	if calls := m.Get("tool_calls"); calls.says() {
		return m
	}
	var up Node
	for i, key := range m.Keys {
		if key != "additional_kwargs" && !(m.Items[i].Type == Array && !m.Items[i].says()) {
			up.put(key, m.Items[i])
		}
	}
	var kept Node
	for i, key := range more.Keys {
		if slices.Contains([]string{"tool_calls", "function_call", "reasoning_content", "refusal"}, key) && !up.has(key) {
			up.put(key, more.Items[i])
		} else {
			kept.put(key, more.Items[i])
		}
	}
	if kept.says() {
		up.put("additional_kwargs", kept)
	}
	return up
}
