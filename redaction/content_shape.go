package redaction

import (
	"strings"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// MessageKind returns the kind of a map in content of kind k, from the texts under its "role" and its "type" ("" where it has none): of a
// message with the role "system", of a part of the type "tool_call" or "image". What is neither stays of kind k, as do media where they are
// not replaced: they have no length to be cut to, so that the policy of what they stand in holds.
func (e *Engine) MessageKind(k ContentKind, role, typ string, cuts bool) ContentKind {
	kind := messageKind(k, role, typ)
	if kind == MediaContent && (cuts || !e.content[MediaContent].Action.replaces()) {
		return k
	}
	return kind
}

func messageKind(k ContentKind, role, typ string) ContentKind {
	if k == NoContent || k == MediaContent {
		return k
	}
	typeKind, roleKind := typeKinds[strings.ToLower(typ)], roleKinds[strings.ToLower(role)] // Spring AI has "SYSTEM"
	for _, kind := range [...]ContentKind{typeKind, roleKind} {
		if kind == NoContent || roleKind == SystemContent && kind != roleKind || isInside(k, kind) {
			continue
		}
		return within(k, kind)
	}
	return k
}

// MemberKind returns the kind of what stands under key in a map of kind k, as the bodies of the providers' requests and answers name it.
func MemberKind(k ContentKind, key string) ContentKind {
	if k != InputContent && k != OutputContent && k != MixedContent {
		return k
	}
	if kind, ok := memberKinds[key]; ok {
		return kind
	}
	return k
}

// isInside reports whether kind is told by something inside of content of kind k that says nothing new there: the roles of messages
// that a tool was called with.
func isInside(k, kind ContentKind) bool {
	return kind != MediaContent && (k == SystemContent || k == ToolsContent || k == DocumentsContent)
}

// within returns the kind of a message of a user or a model in content of kind k: among input, the answers of a model are history.
func within(k, kind ContentKind) ContentKind {
	if (kind == InputContent || kind == OutputContent) && k != MixedContent {
		return k
	}
	return kind
}

var roleKinds = map[string]ContentKind{
	"system": SystemContent, "developer": SystemContent,
	"tool": ToolsContent, "function": ToolsContent,
	"user": InputContent, "human": InputContent,
	"assistant": OutputContent, "model": OutputContent, "ai": OutputContent,
}

// typeKinds are the types of parts and messages: of the semantic conventions, of OpenAI's, Anthropic's and Google's APIs, of LangChain, the
// Vercel AI SDK and Pydantic AI.
var typeKinds = map[string]ContentKind{
	"system": SystemContent, "developer": SystemContent, "system-prompt": SystemContent,
	"tool_call": ToolsContent, "tool_call_response": ToolsContent, "tool_use": ToolsContent, "tool_result": ToolsContent,
	"tool-call": ToolsContent, "tool-result": ToolsContent, "tool-return": ToolsContent, "tool_response": ToolsContent,
	"server_tool_call": ToolsContent, "server_tool_call_response": ToolsContent, "server_tool_use": ToolsContent, "mcp_call": ToolsContent,
	"function": ToolsContent, "function_call": ToolsContent, "function_call_output": ToolsContent, "tool": ToolsContent,
	"document": DocumentsContent,
	"human":    InputContent, "user-prompt": InputContent,
	"ai":   OutputContent,
	"blob": MediaContent, "image": MediaContent, "image_url": MediaContent, "input_image": MediaContent, "audio": MediaContent,
	"input_audio": MediaContent, "video": MediaContent, "file": MediaContent, "input_file": MediaContent, "inline_data": MediaContent,
	"image_generation_call": MediaContent,
}

var memberKinds = map[string]ContentKind{
	"system": SystemContent, "instructions": SystemContent, "system_instruction": SystemContent, "system_instructions": SystemContent,
	"systemInstruction": SystemContent, "system_prompt": SystemContent, "systemPrompt": SystemContent,
	"tools": ToolsContent, "tool_calls": ToolsContent, "toolCalls": ToolsContent, "tool_call": ToolsContent, "tool_definitions": ToolsContent,
	"tool_results": ToolsContent, "toolResults": ToolsContent, "toolUse": ToolsContent, "toolResult": ToolsContent,
	"functions": ToolsContent, "function_call": ToolsContent, "functionCall": ToolsContent, "function_response": ToolsContent,
	"functionResponse": ToolsContent,
	"documents":        DocumentsContent, "retrieved_documents": DocumentsContent,
}

// Names of the members that tell the kind of a message or a part: the first its role, the others its type.
const (
	roleMember     = "role"
	typeMember     = "type"
	partKindMember = "part_kind"
)

// TellsKind reports whether MessageKind asks for the text under key, of size bytes, as a role or as a type.
func TellsKind(key string, size int) (isRole, isType bool) {
	if size > maxLabel {
		return false, false
	}
	return key == roleMember, key == typeMember || key == partKindMember
}

// maxLabel is the length in bytes above which the text under a label of a message is content, whatever its key says.
const maxLabel = 64

// IsLabel reports whether what stands under key in a message of kind k, a number or a text of size bytes, says what the message is rather
// than what is said in it. Labels stay where the content beside them goes. The name of a tool is one, that of who speaks is none.
func IsLabel(k ContentKind, key string, size int) bool {
	if size > maxLabel {
		return false
	}
	switch key {
	case "name":
		return k == ToolsContent
	case "role", "type", "id", "index", "part_kind", "event.name", "finish_reason", "finishReason", "stop_reason", "modality", "mime_type",
		"media_type", "mimeType", "mediaType", "tool_call_id", "toolCallId", "tool_use_id", "call_id", "model":
		return true
	}
	return false
}

// IsMedia reports whether the text under key in a part of kind MediaContent is the payload, and no address of it.
func IsMedia(key, text string) bool {
	const scheme = "data:"
	isDataURI := len(text) >= len(scheme) && text[:len(scheme)] == scheme
	switch key {
	case "url", "uri", "image_url", "file_url":
		return isDataURI
	}
	return detect.IsMediaKey(key) && (isDataURI || !isAddress(text))
}

// isAddress reports whether text begins with the scheme of a URL.
func isAddress(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c == ':':
			return i > 1 && len(text) > i+2 && text[i+1] == '/' && text[i+2] == '/'
		case !isLetterOrDigit(c) || i > 10:
			return false
		}
	}
	return false
}
