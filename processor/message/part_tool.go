package message

import "strings"

// toolCallPart reads a call that the model asks for, in the shapes of OpenAI, Anthropic, Bedrock, Gemini, Vercel, LangChain and OpenLLMetry.
func toolCallPart(dst []Node, f *fields) []Node {
	if f.node.Get("tool_call").Type == Object || f.node.Get("function").Type == Object {
		f = fieldsOf(merge(f.node, "tool_call", "function"))
	}
	f.dropKind()
	var part Node
	part.putText("type", "tool_call")
	takeCallID(f, &part)
	part.putText("name", f.takeText("name", "toolName", "tool_name", "function_name"))
	if arguments := f.take("arguments", "args", "input", "parameters"); arguments.Type != Null {
		part.put("arguments", opened(arguments))
	}
	f.keep(&part)
	return append(dst, part)
}

// takeCallID writes the id that a call and its response share. OpenAI's responses have an id of the item beside it.
func takeCallID(f *fields, part *Node) {
	id := f.takeText("call_id", "tool_call_id", "tool_use_id", "toolCallId", "toolUseId", "ref", "id")
	if id != "" {
		part.putText("id", id)
	}
	if item := f.takeText("id"); item != "" && item != id {
		part.putText("item_id", item)
	}
}

// opened returns the array or object that a text holds as JSON, else the value as it is.
func opened(n Node) Node {
	if n.Type == String {
		if inner, ok := ParseDeep(n.Text); ok {
			return inner
		}
	}
	return n
}

// toolResponsePart reads the answer to a call.
func toolResponsePart(dst []Node, f *fields) []Node {
	f.dropKind()
	var part Node
	part.putText("type", "tool_call_response")
	takeCallID(f, &part)
	part.put("response", f.take("response", "result", "output", "content"))
	f.keep(&part)
	return append(dst, part)
}

// serverCallPart reads a call that the provider answers itself, such as a web search.
func serverCallPart(dst []Node, f *fields) []Node {
	kind := strings.TrimSuffix(f.node.Get("type").Text, "_call")
	f.dropKind()
	var part, call Node
	part.putText("type", "server_tool_call")
	takeCallID(f, &part)
	name := f.takeText("name")
	if name == "" {
		name = kind
	}
	if kind == "server_tool_use" || kind == "mcp_tool_use" {
		kind = name
	}
	part.putText("name", name)
	call.putText("type", kind)
	f.keep(&call)
	part.put("server_tool_call", call)
	return append(dst, part)
}

func serverResponsePart(dst []Node, f *fields) []Node {
	var part, response Node
	part.putText("type", "server_tool_call_response")
	response.putText("type", strings.TrimSuffix(f.node.Get("type").Text, "_tool_result"))
	f.dropKind()
	takeCallID(f, &part)
	f.keep(&response)
	part.put("server_tool_call_response", response)
	return append(dst, part)
}
