package processor

// contentKey is one pattern for keys that carry what people and models say to each other.
//
// The pattern is one of three, and nothing else is a wildcard:
//
//	gen_ai.input.messages    exactly this key
//	llm.input_messages.*     this beginning, and at least one more byte
//	gen_ai.prompt.#          this beginning, and then a digit (an index)
//	*.prompt                 these last words: "prompt", "app.prompt", "user_prompt", "userPrompt"; never "prompted"
//
// Between the words of a "*." pattern stand '.', '_', '-', ':' or '/', or nothing before a capital letter; case is ignored there.
type contentKey struct {
	pattern string
	source  string // who writes it, or why it is content
}

// contentKeys is the closed list of keys whose presence puts a span or a log record into the default scope of redaction, whether a
// dialect recognised it or not. It may be generous: a key too many costs a scan, a key too few leaks a prompt. What it leaves out on
// purpose stands in its test, each with a reason.
var contentKeys = []contentKey{
	{"gen_ai.system_instructions", fromSemconv},
	{"gen_ai.tool.definitions", fromSemconv},
	{"gen_ai.tool.call.arguments", fromSemconv},
	{"gen_ai.tool.call.result", fromSemconv},
	{"gen_ai.retrieval.query.text", fromSemconv},
	{"gen_ai.prompt.variable.*", fromSemconv},
	{"gen_ai.evaluation.explanation", fromSemconv},
	{"gen_ai.event.content", "Semantic Kernel: body of a legacy message event"},
	{"gen_ai.prompt.#", "semantic conventions up to 1.27, OpenLLMetry: messages by index"},
	{"gen_ai.completion.#", "semantic conventions up to 1.27, OpenLLMetry: messages by index"},
	{"gen_ai.tool.args", "OpenLIT"},
	{"gen_ai.tool.input", "OpenLIT"},
	{"gen_ai.tool.output", "OpenLIT"},
	{"gen_ai.input.images", "traceAI"},
	{"gen_ai.prompt.template.variables", "traceAI"},
	{"gen_ai.retrieval.query", "traceAI, OpenLIT"},
	{"gen_ai.reranker.query", "traceAI"},
	{"gen_ai.reranker.input_documents", "traceAI"},
	{"gen_ai.reranker.output_documents", "traceAI"},
	{"gen_ai.guardrail.modified_output", "traceAI"},
	{"gen_ai.headers", "OpenLLMetry: request headers of a model call, with its key"},
	{"mcp.request.argument", "OpenLLMetry: MCP"},
	{"mcp.response.value", "OpenLLMetry: MCP"},

	{"llm.input_messages.*", fromOpenInference},
	{"llm.output_messages.*", fromOpenInference},
	{"llm.prompts.*", fromOpenInference},
	{"llm.choices.*", fromOpenInference},
	{"llm.tools.*", fromOpenInference},
	{"llm.function_call", fromOpenInference},
	{"llm.prompt_template.template", fromOpenInference},
	{"llm.prompt_template.variables", fromOpenInference},
	{"retrieval.documents.*", fromOpenInference},
	{"reranker.query", fromOpenInference},
	{"reranker.input_documents.*", fromOpenInference},
	{"reranker.output_documents.*", fromOpenInference},
	{"embedding.text", fromOpenInference},
	{"embedding.embeddings.*", fromOpenInference},
	{"tool.parameters", fromOpenInference},
	{"document.content", fromOpenInference},

	{"traceloop.entity.input", fromOpenLLMetry},
	{"traceloop.entity.output", fromOpenLLMetry},
	{"traceloop.prompt.template", fromOpenLLMetry},
	{"traceloop.prompt.template_variables", fromOpenLLMetry},
	{"llm.request.functions.*", fromOpenLLMetry},
	{"llm.headers", "OpenLLMetry: request headers of a model call, with its key"},

	{"ai.prompt.*", fromVercelAI},
	{"ai.response.text", fromVercelAI},
	{"ai.response.reasoning", fromVercelAI},
	{"ai.response.toolCalls", fromVercelAI},
	{"ai.response.object", fromVercelAI},
	{"ai.response.files", fromVercelAI},
	{"ai.result.text", "Vercel AI SDK before 4.0"},
	{"ai.result.toolCalls", "Vercel AI SDK before 4.0"},
	{"ai.result.object", "Vercel AI SDK before 4.0"},
	{"ai.toolCall.args", fromVercelAI},
	{"ai.toolCall.result", fromVercelAI},
	{"ai.value", "Vercel AI SDK: text to embed"},
	{"ai.values", "Vercel AI SDK: texts to embed"},
	{"ai.documents", "Vercel AI SDK: texts to rerank"},
	{"ai.request.headers.*", "Vercel AI SDK: request headers of a model call, with its key"},

	{"langfuse.observation.input", fromLangfuse},
	{"langfuse.observation.output", fromLangfuse},
	{"langfuse.observation.metadata", fromLangfuse},
	{"langfuse.observation.metadata.*", fromLangfuse},
	{"langfuse.trace.input", fromLangfuse},
	{"langfuse.trace.output", fromLangfuse},
	{"langfuse.trace.metadata", fromLangfuse},
	{"langfuse.trace.metadata.*", fromLangfuse},

	{"langsmith.request.headers", "LangSmith: request headers of a model call, with its key"},
	{"mlflow.spanInputs", fromMLflow},
	{"mlflow.spanOutputs", fromMLflow},
	{"mlflow.chat.tools", fromMLflow},
	{"fi.input_value", "traceAI, older SDKs"},
	{"fi.raw_input", "traceAI, older SDKs"},
	{"fi.raw_output", "traceAI, older SDKs"},
	{"fi.llm.output", "traceAI, older SDKs"},
	{"raw.input", "traceAI, older SDKs"},
	{"raw.output", "traceAI, older SDKs"},
	{"fi.tool_parameters", "traceAI, older SDKs"},
	{"pydantic_ai.all_messages", "Pydantic AI"},
	{"all_messages_events", "Pydantic AI, older"},
	{"final_result", "Pydantic AI: answer of an agent run"},
	{"events", "Pydantic AI and Logfire version 1: messages as one JSON array"},
	{"request_data", "Logfire: request to a model"},
	{"response_data", "Logfire: response of a model"},
	{"raw_input", "Logfire: input of an OpenAI Agents run"},
	{"request", "Logfire: MCP request"},
	{"response", "Logfire: MCP response"},
	{"gcp.vertex.agent.llm_request", "Google ADK"},
	{"gcp.vertex.agent.llm_response", "Google ADK"},
	{"gcp.vertex.agent.tool_call_args", "Google ADK"},
	{"gcp.vertex.agent.tool_response", "Google ADK"},
	{"gcp.vertex.agent.data", "Google ADK"},
	{"genkit:input", "Genkit"},
	{"genkit:output", "Genkit"},
	{"haystack.component.input", fromHaystack},
	{"haystack.component.output", fromHaystack},
	{"haystack.pipeline.input_data", fromHaystack},
	{"haystack.pipeline.output_data", fromHaystack},
	{"haystack.agent.input", fromHaystack},
	{"haystack.agent.output", fromHaystack},
	{"haystack.agent.step.input", fromHaystack},
	{"haystack.agent.step.llm.input", fromHaystack},
	{"haystack.agent.step.llm.output", fromHaystack},
	{"haystack.agent.step.tool.input", fromHaystack},
	{"haystack.agent.step.tool.output", fromHaystack},
	{"mastra.agent_run.input", fromMastra},
	{"mastra.agent_run.output", fromMastra},
	{"mastra.model_generation.input", fromMastra},
	{"mastra.model_generation.output", fromMastra},
	{"mastra.model_step.input", fromMastra},
	{"mastra.model_step.output", fromMastra},
	{"mastra.tool_call.input", fromMastra},
	{"mastra.tool_call.output", fromMastra},
	{"mastra.mcp_tool_call.input", fromMastra},
	{"mastra.mcp_tool_call.output", fromMastra},
	{"mastra.workflow_run.input", fromMastra},
	{"mastra.workflow_run.output", fromMastra},
	{"mastra.workflow_step.input", fromMastra},
	{"mastra.workflow_step.output", fromMastra},
	{"mastra.processor_run.input", fromMastra},
	{"mastra.processor_run.output", fromMastra},
	{"lk.input_text", "LiveKit agents"},
	{"lk.user_transcript", "LiveKit agents"},
	{"lk.chat_ctx", "LiveKit agents"},
	{"lk.response.text", "LiveKit agents"},
	{"lk.function_tool.arguments", "LiveKit agents"},
	{"lk.function_tool.output", "LiveKit agents"},
	{"lk.user_input", "LiveKit agents"},
	{"lk.instructions", "LiveKit agents"},
	{"lk.pii.input_text", "LiveKit agents"},
	{"lk.pii.user_transcript", "LiveKit agents"},
	{"lk.pii.user_input", "LiveKit agents"},
	{"lk.pii.instructions", "LiveKit agents"},
	{"lk.pii.chat_ctx", "LiveKit agents"},
	{"lk.pii.response.*", "LiveKit agents"},
	{"lk.pii.function_tool.*", "LiveKit agents"},
	{"lk.pii.amd.transcript", "LiveKit agents"},
	{"flue.turn.input", "Flue"},
	{"flue.turn.output", "Flue"},
	{"flue.tool.arguments", "Flue"},
	{"flue.tool.result", "Flue"},
	{"flue.tool.call.arguments", "Flue"},
	{"flue.tool.call.result", "Flue"},
	{"flue.task.result", "Flue"},
	{"flue.operation.result", "Flue"},
	{"flue.workflow.payload", "Flue"},
	{"flue.workflow.result", "Flue"},
	{"langwatch.input", "LangWatch"},
	{"langwatch.output", "LangWatch"},
	{"langwatch.rag.contexts", "LangWatch"},
	{"langwatch.rag_contexts", "LangWatch"},
	{"langwatch.contexts", "LangWatch"},
	{"langwatch.prompt.variables", "LangWatch"},
	{"lmnr.span.input", "Laminar"},
	{"lmnr.span.output", "Laminar"},
	{"full_command", "Claude Code: command line of a tool"},
	{"response.model_output", "Claude Code"},
	{"system_prompt_preview", "Claude Code"},
	{"tool_parameters", "Claude Code: what a tool was called with, in a log record"},
	{"function_args", "Gemini CLI: what a tool was called with, in a log record"},
	{"request_text", "Gemini CLI, log records"},
	{"response_text", "Gemini CLI, log records"},
	{"input-json", "Gemini CLI"},
	{"output-json", "Gemini CLI"},
	{"copilot_chat.user_request", "GitHub Copilot"},
	{"github.copilot.tool.parameters.*", "GitHub Copilot"},
	{"rag.retriever.chunks", "hand-written RAG spans"},
	{"tool.return_value", "hand-written tool spans"},

	{"input", "hand-written spans; read as content by Langfuse"},
	{"output", "hand-written spans; read as content by Langfuse"},
	{"message", "hand-written chat spans and events; as a log body's field it names any log line: see genericBodyKey"},
	{"*.prompt", fromUsers},
	{"*.prompts", fromUsers},
	{"*.completion", fromUsers},
	{"*.completions", fromUsers},
	{"*.messages", fromUsers},
	{"*.user.message", fromUsers},
	{"*.assistant.message", fromUsers},
	{"*.system.message", fromUsers},
	{"*.chat.message", fromUsers},
	{"*.input.message", fromUsers},
	{"*.output.message", fromUsers},
	{"*.message.content", fromUsers},
	{"*.chat.history", fromUsers},
	{"*.conversation.history", fromUsers},
	{"*.system.instruction", fromUsers},
	{"*.system.instructions", fromUsers},
	{"*.user.input", fromUsers},
	{"*.user.query", fromUsers},
	{"*.input.value", "OpenInference, and copies of its spelling"},
	{"*.output.value", "OpenInference, and copies of its spelling"},
	{"*.llm.input", fromUsers},
	{"*.llm.output", fromUsers},
	{"*.llm.request", fromUsers},
	{"*.llm.response", fromUsers},
	{"*.model.input", fromUsers},
	{"*.model.output", fromUsers},
	{"*.generated.text", fromUsers},
	{"*.tool.args", fromUsers},
	{"*.tool.arguments", "Pydantic AI (tool_arguments), and hand-written tool spans"},
	{"*.tool.input", "Claude Code (tool_input), and hand-written tool spans"},
	{"*.tool.output", fromUsers},
	{"*.tool.response", "Pydantic AI (tool_response), and hand-written tool spans"},
	{"*.tool.result", "Strands (tool.result), and hand-written tool spans"},
	{"*.retrieval.documents", "semantic conventions, traceAI"},
	{"*.retrieval.query", fromUsers},
	{"*.retrieved.documents", fromUsers},
	{"*.retrieved.chunks", fromUsers},
	{"*.new.context", "Claude Code (new_context)"},
	{"*.result.document", "OpenLLMetry (db.query.result.document): vector store results, as span events"},
	{"*.request.body", "HTTP client and server spans that capture bodies: calls to a model among them"},
	{"*.response.body", "HTTP client and server spans that capture bodies: calls to a model among them"},
	{"*.request.body.content", "Elastic Common Schema"},
	{"*.response.body.content", "Elastic Common Schema"},
	{"*.request.body.text", fromUsers},
	{"*.response.body.text", fromUsers},
}

// Sources that many keys share. The dialects' own pages are named beside their tables in package dialect.
const (
	fromSemconv       = "OpenTelemetry GenAI semantic conventions"
	fromOpenInference = "OpenInference"
	fromOpenLLMetry   = "OpenLLMetry"
	fromVercelAI      = "Vercel AI SDK"
	fromLangfuse      = "Langfuse SDK"
	fromMLflow        = "MLflow"
	fromHaystack      = "Haystack"
	fromMastra        = "Mastra"
	fromUsers         = "a name that hand-written spans give to content"
)

// contentEvents is the closed list of span event and log event names that say the event itself is a message, whatever its fields are
// called ("content", "body", "message").
var contentEvents = map[string]string{
	"gen_ai.system.message":                     "semantic conventions 1.28 to 1.36",
	"gen_ai.user.message":                       "semantic conventions 1.28 to 1.36",
	"gen_ai.assistant.message":                  "semantic conventions 1.28 to 1.36",
	"gen_ai.tool.message":                       "semantic conventions 1.28 to 1.36",
	"gen_ai.choice":                             "semantic conventions 1.28 to 1.36",
	"gen_ai.content.prompt":                     "semantic conventions up to 1.27",
	"gen_ai.content.completion":                 "semantic conventions up to 1.27",
	"gen_ai.client.inference.operation.details": fromSemconv,
	"gen_ai.evaluation.result":                  fromSemconv,
	"llm.content.completion.chunk":              fromOpenLLMetry,
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
