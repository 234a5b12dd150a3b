package redact

import "github.com/otel-genai/genaiprocessor/processor/dialect"

// identityKeys is the closed list of attribute keys that say who or which conversation a span or log record is for, with who writes
// them. `identity: keep` leaves their values unread, so that spend per user and per conversation survives; `identity: drop` removes the
// attribute, `identity: pseudonym` replaces its value. Alike on spans, events, links, log records, resources and scopes; a key of the same
// name inside a value is content.
//
// Not here: user.email, user.name and user.full_name, which are content; langsmith.trace.session_id, which is a project; thread.id, which
// in the semantic conventions is a thread of the operating system.
var identityKeys = map[string]string{
	"user.id":                  fromGeneralSemconv,
	"user.hash":                fromGeneralSemconv,
	"enduser.id":               fromGeneralSemconv,
	"enduser.pseudo.id":        fromGeneralSemconv,
	"session.id":               fromGeneralSemconv,
	"session.previous_id":      fromGeneralSemconv,
	"gen_ai.conversation.id":   fromSemconv,
	"gen_ai.user.id":           "hand-written spans",
	"gen_ai.session.id":        "hand-written spans",
	"gen_ai.user":              fromOpenLLMetry,
	"gen_ai.request.user":      "OpenLIT",
	"llm.user":                 "OpenLLMetry, LiteLLM",
	"langfuse.user.id":         fromLangfuse,
	"langfuse.session.id":      fromLangfuse,
	"mlflow.trace.user":        fromMLflow,
	"mlflow.trace.session":     fromMLflow,
	"fi.user.id":               "traceAI, older SDKs",
	"fi.session.id":            "traceAI, older SDKs",
	"app.user_id_hash":         "hand-written spans",
	"langwatch.user.id":        "LangWatch",
	"langwatch.customer.id":    "LangWatch",
	"langwatch.thread.id":      "LangWatch",
	"mastra.metadata.userId":   fromMastra,
	"mastra.metadata.threadId": fromMastra,

	"traceloop.association.properties.user_id":         fromOpenLLMetry,
	"traceloop.association.properties.customer_id":     fromOpenLLMetry,
	"traceloop.association.properties.session_id":      fromOpenLLMetry,
	"traceloop.association.properties.conversation_id": fromOpenLLMetry,
	"traceloop.association.properties.thread_id":       fromOpenLLMetry,
	"lmnr.association.properties.user_id":              "Laminar",
	"lmnr.association.properties.session_id":           "Laminar",
	"ai.telemetry.metadata.userId":                     fromVercelAI,
	"ai.telemetry.metadata.sessionId":                  fromVercelAI,
	"ai.settings.context.userId":                       fromVercelAI,
	"ai.settings.context.sessionId":                    fromVercelAI,
	"genkit:sessionId":                                 "Genkit",
	"langsmith.metadata.user_id":                       "LangSmith",
	"langsmith.metadata.session_id":                    "LangSmith",
	"langsmith.metadata.conversation_id":               "LangSmith",
	"langsmith.metadata.thread_id":                     "LangSmith",
	"gcp.vertex.agent.session_id":                      "Google ADK",
	"copilot_chat.chat_session_id":                     "GitHub Copilot",
	"copilot_chat.session_id":                          "GitHub Copilot",
	"conversation.id":                                  "Codex",
	"user.account_id":                                  "Claude Code, Codex",
	"user.account_uuid":                                "Claude Code",
	"respan.customer_params.customer_identifier":       "Respan",
	"respan.threads.thread_identifier":                 "Respan",
	"keywordsai.customer_params.customer_identifier":   "Respan, as KeywordsAI",
	"keywordsai.threads.thread_identifier":             "Respan, as KeywordsAI",
	"metadata.user_api_key_user_id":                    "LiteLLM",
	"metadata.user_api_key_end_user_id":                "LiteLLM",
	"litellm.end_user.id":                              "LiteLLM, its second OpenTelemetry integration",
	"litellm.metadata.user_api_key_user_id":            "LiteLLM, its second OpenTelemetry integration",
	"litellm.metadata.user_api_key_end_user_id":        "LiteLLM, its second OpenTelemetry integration",
	"trace.metadata.openrouter.creator_user_id":        "OpenRouter",
	"_ml_obs.session_id":                               "Datadog LLM Observability",
	"lk.pii.participant_identity":                      "LiveKit agents",
}

// IdentityKeysOf are the keys from which dialects read a user or a conversation; nil where there are none.
func IdentityKeysOf(dialects []dialect.Dialect) map[string]bool {
	var keys map[string]bool
	for _, d := range dialects {
		for _, f := range d.Fields {
			if f.Path != "" || f.Field != dialect.UserID && f.Field != dialect.ConversationID {
				continue
			}
			if keys == nil {
				keys = map[string]bool{}
			}
			keys[f.Key] = true
		}
	}
	return keys
}

// identifierKeys is the closed list of attribute keys whose values are made by machines to name a call, a span or a resource. A run of
// digits in them is no card and no phone number, so that detectors of bare digits are off; everything else is still found, since whoever
// writes the attribute may write anything into it. No patterns here: a pattern would let content through.
var identifierKeys = map[string]string{
	"gen_ai.response.id":                  fromSemconv,
	"gen_ai.request.previous_response.id": fromSemconv,
	"gen_ai.tool.call.id":                 fromSemconv,
	"gen_ai.agent.id":                     fromSemconv,
	"gen_ai.data_source.id":               fromSemconv,
	"gen_ai.memory.store.id":              fromSemconv,
	"gen_ai.memory.record.id":             fromSemconv,
	"gen_ai.evaluation.target_span_id":    "traceAI",
	"genai.charge_id":                     "this processor",
	"gen_ai.request.seed":                 fromSemconv, // any 64-bit number
	"gen_ai.openai.request.seed":          "semantic conventions up to 1.27",
	"mcp.session.id":                      fromSemconv,
	"mcp.request.id":                      fromOpenLLMetry,
	"jsonrpc.request.id":                  fromGeneralSemconv,
	"rpc.jsonrpc.request_id":              fromGeneralSemconv,
	"ai.response.id":                      fromVercelAI,
	"ai.toolCall.id":                      fromVercelAI,
	"tool.id":                             fromOpenInference,
	"langsmith.trace.id":                  "LangSmith",
	"langsmith.trace.session_id":          "LangSmith",
	"langsmith.span.id":                   "LangSmith",
	"langsmith.span.parent_id":            "LangSmith",
	"langsmith.span.dotted_order":         "LangSmith",
	"langsmith.reference_example_id":      "LangSmith",
	"langsmith.metadata.run_id":           "LangSmith",
	"mlflow.traceRequestId":               fromMLflow,
	"gcp.vertex.agent.invocation_id":      "Google ADK",
	"gcp.vertex.agent.event_id":           "Google ADK",
	"respan.entity.log_id":                "Respan",
	"respan.entity.log_parent_id":         "Respan",
	"respan.entity.log_root_id":           "Respan",
	"mastra.metadata.runId":               fromMastra,
	"gen_ai.agent.call.id":                "Pydantic AI",
	"gen_ai.task.id":                      "OpenLLMetry: LangGraph",
	"tool_call.id":                        fromOpenInference,
	"response_id":                         "Logfire",
	"tool_use_id":                         "Claude Code",
	"agent_id":                            "Claude Code",
	"parent_agent_id":                     "Claude Code",
	"turn.id":                             "Codex",
	"call_id":                             "Codex",
	"prompt.id":                           "Claude Code",
	"thread.id":                           "Codex; a thread of the operating system in the semantic conventions",

	"request_id":                        "logs and spans of many SDKs",
	"request.id":                        "logs and spans of many SDKs",
	"http.request_id":                   "logs and spans of many SDKs",
	"run_id":                            "logs and spans of many frameworks",
	"thread_id":                         "logs and spans of many frameworks",
	"trace_id":                          "logs with trace context",
	"span_id":                           "logs with trace context",
	"parent_id":                         "logs with trace context",
	"trace.id":                          "Elastic Common Schema",
	"span.id":                           "Elastic Common Schema",
	"traceId":                           "logs with trace context",
	"spanId":                            "logs with trace context",
	"aws.request_id":                    fromGeneralSemconv,
	"aws.extended_request_id":           fromGeneralSemconv,
	"faas.invocation_id":                fromGeneralSemconv,
	"messaging.message.id":              fromGeneralSemconv,
	"messaging.message.conversation_id": fromGeneralSemconv,
	"cloud.account.id":                  fromGeneralSemconv,
	"container.id":                      fromGeneralSemconv,
	"host.id":                           fromGeneralSemconv,
	"k8s.pod.uid":                       fromGeneralSemconv,
	"service.instance.id":               fromGeneralSemconv,
}

const fromGeneralSemconv = "OpenTelemetry semantic conventions"
