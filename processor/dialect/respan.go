package dialect

// respan is the vocabulary of Respan's SDKs, once KeywordsAI, which write it beside OpenLLMetry's.
func respan() Dialect {
	return Dialect{
		Name:   "respan",
		Source: "respanai/respan python-sdks/respan-sdk/src/respan_sdk/constants/{span_attributes,llm_logging}.py (2026-08); Keywords-AI/keywordsai",
		Scopes: []string{"respan.", "keywordsai."},
		Kinds: []KindKey{
			{Key: "respan.entity.log_type", Tier: ExplicitKind, Values: respanLogTypes, Else: weak(Step)},
			{Key: "keywordsai.entity.log_type", Tier: ExplicitKind, Values: respanLogTypes, Else: weak(Step)},
		},
		Marks: []string{"respan.", "keywordsai."},
		Fields: []FieldKey{
			{Key: "respan.customer_params.customer_identifier", Field: UserID},
			{Key: "keywordsai.customer_params.customer_identifier", Field: UserID},
			{Key: "respan.threads.thread_identifier", Field: ConversationID},
			{Key: "keywordsai.threads.thread_identifier", Field: ConversationID},
			{Key: "respan.metadata.agent_name", Field: AgentName},
			{Key: "respan.metadata.guardrail_name", Field: GuardrailName},
		},
	}
}

var respanLogTypes = map[string]Verdict{
	"text": strong(Generation), "chat": strong(Generation), "completion": strong(Generation), "response": strong(Generation),
	"generation": strong(Generation), "llm": strong(Generation), "model": strong(Generation), "transcription": strong(Generation),
	"speech": strong(Generation), "embedding": strong(Embedding), "workflow": strong(Workflow), "trace": strong(Workflow),
	"task": strong(Step), "step": strong(Step), "tool": strong(Tool), "function": strong(Tool), "handoff": strong(Tool),
	"agent": strong(Agent), "guardrail": strong(Guardrail), "score": strong(Evaluator),
}
