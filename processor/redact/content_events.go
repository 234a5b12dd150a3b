package redact

import "github.com/otel-genai/genaiprocessor/redaction"

// contentEvents is the closed list of span event and log event names that say the event itself is a message, whatever its fields are
// called ("content", "body", "message"). The answers of earlier turns are events of their own, and input.
var contentEvents = map[string]contentEvent{
	"gen_ai.system.message":                     {system, fromEvents},
	"gen_ai.user.message":                       {input, fromEvents},
	"gen_ai.assistant.message":                  {input, fromEvents},
	"gen_ai.tool.message":                       {tools, fromEvents},
	"gen_ai.choice":                             {output, fromEvents},
	"gen_ai.content.prompt":                     {input, "semantic conventions up to 1.27"},
	"gen_ai.content.completion":                 {output, "semantic conventions up to 1.27"},
	"gen_ai.client.inference.operation.details": {noKind, fromSemconv},
	"gen_ai.evaluation.result":                  {noKind, fromSemconv},
	"llm.content.completion.chunk":              {output, fromOpenLLMetry},
}

const fromEvents = "semantic conventions 1.28 to 1.36"

type contentEvent struct {
	kind   redaction.ContentKind
	source string
}

// genericBodyKey says that a log body's field of this name is no sign of GenAI content: structured logs of every kind have it.
func genericBodyKey(key string) bool {
	switch key {
	case "message", "events", "request", "response":
		return true
	default:
		return false
	}
}
