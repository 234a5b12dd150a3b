package message

// The conventions' schemas allow properties of one's own everywhere, so that what is checked here is what they require.

// AreMessages reports whether a tree is a list of messages in the conventions' shape already.
func AreMessages(n Node) bool {
	if n.Type != Array {
		return false
	}
	for _, m := range n.Items {
		if m.Get("role").Type != String || !AreParts(m.Get("parts")) {
			return false
		}
	}
	return true
}

// AreParts reports whether a tree is a list of parts in the conventions' shape, as system instructions are.
func AreParts(n Node) bool {
	if n.Type != Array {
		return false
	}
	for _, part := range n.Items {
		if part.Type != Object || part.Get("type").Type != String || !hasRequired(part) {
			return false
		}
	}
	return true
}

func hasRequired(part Node) bool {
	isText := func(key string) bool { return part.Get(key).Type == String }
	switch part.Get("type").Text {
	case "text", "reasoning":
		return isText("content")
	case "tool_call":
		return isText("name") && !part.has("function")
	case "tool_call_response":
		return part.has("response") || part.has("result") // until 2025 it was the result
	case "blob":
		return isText("content") && isText("modality")
	case "file":
		return isText("file_id") && isText("modality")
	case "uri":
		return isText("uri") && isText("modality")
	case "server_tool_call":
		return isText("name") && part.Get("server_tool_call").Get("type").Type == String
	case "server_tool_call_response":
		return part.Get("server_tool_call_response").Get("type").Type == String
	default:
		return readerOf(part) == nil // another shape's word for one of these is not the conventions'
	}
}

// AreTools reports whether a tree is a list of tool definitions in the conventions' shape.
func AreTools(n Node) bool {
	for _, tool := range n.Items {
		if tool.Get("type").Type != String || tool.Get("name").Type != String {
			return false
		}
	}
	return n.Type == Array
}

// AreDocuments reports whether a tree is a list of retrieved documents in the conventions' shape.
func AreDocuments(n Node) bool {
	for _, document := range n.Items {
		id, score := document.Get("id").Type, document.Get("score").Type
		if document.Type != Object || id != String && id != Null || score != Number && score != Null {
			return false
		}
	}
	return n.Type == Array
}
