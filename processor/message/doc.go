// Package message brings what people and models say to each other to the shape of the OpenTelemetry GenAI conventions, whatever
// provider's or framework's shape it comes in: messages with roles and parts, system instructions, tool definitions, documents.
//
// It is pure: trees go in and come out, nothing is kept. A [Node] is one JSON value; [Parse], [FromValue] and [Flat] make it from the
// three ways in which spans carry content. [ReadMessages] and its sisters turn a tree into the conventions' shape or say that it has none:
// what is no message is never made one. Nothing that was said is lost on the way; what has no place of its own in the shape stays a property
// of its message or part, which the conventions' schemas allow.
//
// The schemas are gen-ai-input-messages.json, gen-ai-output-messages.json, gen-ai-system-instructions.json, gen-ai-tool-definitions.json and
// gen-ai-retrieval-documents.json of open-telemetry/semantic-conventions-genai, model/gen-ai (2026-08), which accept what v1.41 accepts.
package message
