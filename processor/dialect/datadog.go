package dialect

// datadog is what Datadog's tracers leave of LLM Observability on ordinary spans, and contrib's datadogreceiver passes on. LLM
// Observability's own format never reaches a collector.
func datadog() Dialect {
	return Dialect{
		Name:   "datadog",
		Source: "DataDog/dd-trace-py ddtrace/llmobs/_constants.py (2026-08)",
		Kinds: []KindKey{{
			Key:  "_dd.llmobs.span_kind",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"llm": strong(Generation), "embedding": strong(Embedding), "retrieval": strong(Retrieval), "tool": strong(Tool),
				"agent": strong(Agent), "workflow": strong(Workflow), "task": weak(Step),
			},
			Else: weak(Step),
		}},
		Marks: []string{"_dd.llmobs.", "_ml_obs."},
		Fields: []FieldKey{
			{Key: "_dd.llmobs.model_name", Field: RequestModel},
			{Key: "_dd.llmobs.model_provider", Field: Provider},
			{Key: "_dd.llmobs.input_tokens", Field: InputTokens},
			{Key: "_dd.llmobs.output_tokens", Field: OutputTokens},
			{Key: "_dd.llmobs.total_tokens", Field: TotalTokens},
			{Key: "_dd.llmobs.cache_read_input_tokens", Field: CacheReadTokens},
			{Key: "_dd.llmobs.cache_write_input_tokens", Field: CacheWriteTokens},
			{Key: "_ml_obs.session_id", Field: ConversationID},
		},
	}
}
