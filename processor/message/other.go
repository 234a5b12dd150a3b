package message

// ReadSystem reads system instructions: a text, parts, or a message of them. ok is false for what is none.
func ReadSystem(n Node) (parts Node, ok bool) {
	n = opened(n)
	switch n.Type {
	case String:
		text := unquote(n.Text)
		return List([]Node{plainText(Text(text))}), !IsAbsent(text)
	case Object:
		if m, isMessage := (reader{role: "system"}).message(n); isMessage {
			return m.Get("parts"), len(m.Get("parts").Items) > 0
		}
		if isPart(n) {
			return List(appendPart(nil, n)), true
		}
	case Array:
		for _, item := range n.Items {
			inner, ok := ReadSystem(item)
			if !ok {
				return Node{}, false
			}
			parts.Items = append(parts.Items, inner.Items...)
		}
		parts.Type = Array
		return parts, len(parts.Items) > 0
	}
	return Node{}, false
}

// ReadTools reads the definitions of tools in OpenAI's, Anthropic's, Bedrock's, Gemini's, Vercel's and OpenInference's shapes.
func ReadTools(n Node) (list Node, ok bool) {
	n = opened(n)
	if n.Type == Object {
		n = List([]Node{n})
	}
	list.Type = Array
	for _, item := range n.Items {
		item = opened(item)
		inner, several := item.first("function_declarations", "functionDeclarations")
		if several != "" && inner.Type == Array && len(item.Keys) == 1 { // Gemini
			more, ok := ReadTools(inner)
			if !ok {
				return list, false
			}
			list.Items = append(list.Items, more.Items...)
			continue
		}
		tool, ok := readTool(item)
		if !ok {
			return list, false
		}
		list.Items = append(list.Items, tool)
	}
	return list, len(list.Items) > 0
}

func readTool(n Node) (tool Node, ok bool) {
	n = merge(n, "tool")
	if inner := opened(n.Get("json_schema")); inner.Type == Object && len(n.Keys) == 1 { // OpenInference
		n = inner
	}
	if n.Type != Object || len(n.Keys) > maxMembers {
		return tool, false
	}
	f := fieldsOf(merge(n, "function", "toolSpec"))
	kind, name := f.takeText("type"), f.takeText("name", "toolName")
	parameters := f.take("parameters", "input_schema", "inputSchema", "parametersJsonSchema", "parameters_json_schema")
	if inner := parameters.Get("json"); inner.Type == Object && len(parameters.Keys) == 1 { // Bedrock
		parameters = inner
	}
	switch {
	case name == "" && (kind == "" || kind == "object" || kind == "function"): // a mere JSON schema
		return tool, false
	case name == "":
		name = kind // OpenAI's own tools: {"type": "web_search"}
	case kind == "":
		kind = "function"
	}
	tool.putText("type", kind)
	tool.putText("name", name)
	if description := f.takeText("description"); description != "" {
		tool.putText("description", description)
	}
	if parameters = opened(parameters); parameters.Type != Null {
		tool.put("parameters", parameters)
	}
	f.keep(&tool)
	return tool, true
}

// ReadDocuments reads retrieved documents: a list of texts or objects with a text, or such a list under "documents".
func ReadDocuments(n Node) (list Node, paths [][]string, ok bool) {
	n = opened(n)
	path := []string(nil)
	if inner := opened(n.Get("documents")); inner.Type == Array {
		n, path = inner, []string{"documents"}
	}
	list.Type = Array
	for _, item := range n.Items {
		document, ok := readDocument(item)
		if !ok || n.Type != Array {
			return list, nil, false
		}
		list.Items = append(list.Items, document)
	}
	return list, [][]string{path}, len(list.Items) > 0
}

func readDocument(n Node) (document Node, ok bool) {
	n = opened(n)
	if n.Type == String && n.Text != "" {
		document.put("content", n)
		return document, true
	}
	if inner := n.Get("kwargs"); n.Get("lc").Type == Number && className(n.Get("id")) == "Document" { // LangChain
		n = inner
	}
	if inner := n.Get("document"); inner.Type == Object {
		n = merge(n, "document")
	}
	if n.Type != Object || len(n.Keys) > maxMembers {
		return document, false
	}
	f := fieldsOf(n)
	content := f.take("content", "text", "page_content", "pageContent", "chunk_text")
	id, score := f.take("id", "document_id"), asNumber(f.take("score"))
	if id.Type != String && id.Type != Number && id.Type != Null || score.Type != Number && score.Type != Null || content.Type == Null && id.Type == Null {
		return document, false
	}
	if id.Type != Null {
		document.putText("id", id.Text)
	}
	if score.Type != Null {
		document.put("score", score)
	}
	if content.Type != Null {
		document.put("content", content)
	}
	f.keep(&document)
	return document, true
}

// asNumber reads a number that stands as a text.
func asNumber(n Node) Node {
	if n.Type == String {
		if number, ok := Parse(n.Text); ok && number.Type == Number {
			return number
		}
	}
	return n
}

// ReadQuery reads what is looked for: a text, or an object with it.
func ReadQuery(n Node) (text string, paths [][]string, ok bool) {
	if n = opened(n); n.Type == String {
		if text = unquote(n.Text); IsAbsent(text) {
			return "", nil, false
		}
		return text, [][]string{nil}, true
	}
	query, key := n.first("query", "question", "query_text", "search_query")
	if query.Type != String || IsAbsent(query.Text) {
		return "", nil, false
	}
	return query.Text, [][]string{{key}}, true
}
