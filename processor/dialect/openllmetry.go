package dialect

// openLLMetry is the vocabulary of Traceloop's OpenLLMetry in its three generations: llm.*, gen_ai.* with indexed prompts, and today's.
// What it shares with OpenTelemetry's names is in that dialect.
func openLLMetry() Dialect {
	return Dialect{
		Name:   "openllmetry",
		Source: "traceloop/openllmetry packages/opentelemetry-semantic-conventions-ai 0.62.1 (2026-06-28) and before",
		Kinds: []KindKey{
			{Key: "llm.request.type", Tier: RequestType, Values: map[string]Verdict{
				"chat": strong(Generation), "completion": strong(Generation), "rerank": strong(Rerank), "embedding": strong(Embedding),
			}},
			{Key: "traceloop.span.kind", Tier: RequestType, Values: map[string]Verdict{
				"workflow": strong(Workflow), "agent": strong(Agent), "tool": strong(Tool), "task": weak(Step),
			}, Suffix: true /* "TraceloopSpanKindValues.TASK" too */, Else: weak(Step), Renamed: map[string]string{"task": "invoke_agent"}},
		},
		Operations: map[string]Op{
			"execute_task":       {"", strong(Step)},
			"llm_request":        {"chat", strong(Generation)},
			"vector_db_retrieve": {"retrieval", strong(Retrieval)},
			"handoff":            {"", strong(Tool)},
			"realtime":           {"", strong(Generation)},
		},
		Structure: []StructureKey{
			{"db.vector.query.", strong(Retrieval)},
		},
		Messages: []string{"gen_ai.prompt.", "gen_ai.completion.", "llm.prompts", "llm.completions", "llm.request.functions."},
		Marks:    []string{"traceloop.", "llm.usage.", "llm.is_streaming"},
		Contents: []ContentKey{
			{Key: "gen_ai.prompt.", Slot: InputMessages},
			{Key: "gen_ai.completion.", Slot: OutputMessages},
			{Key: "llm.prompts.", Slot: InputMessages},
			{Key: "llm.completions.", Slot: OutputMessages},
			{Key: "llm.request.functions.", Slot: ToolDefinitions},
			{Key: "traceloop.entity.input", Slot: InputMessages, Blob: true},
			{Key: "traceloop.entity.input", Slot: ToolArguments},
			{Key: "traceloop.entity.output", Slot: OutputMessages, Blob: true},
			{Key: "traceloop.entity.output", Slot: ToolResult, Text: true},
		},
		Fields: []FieldKey{
			{Key: "llm.vendor", Field: Provider},
			{Key: "llm.request.model", Field: RequestModel},
			{Key: "llm.response.model", Field: ResponseModel},
			{Key: "llm.request.max_tokens", Field: MaxTokens},
			{Key: "llm.temperature", Field: Temperature},
			{Key: "llm.top_p", Field: TopP},
			{Key: "llm.frequency_penalty", Field: FrequencyPenalty},
			{Key: "llm.presence_penalty", Field: PresencePenalty},
			{Key: "llm.is_streaming", Field: Stream},
			{Key: "gen_ai.is_streaming", Field: Stream},
			{Key: "gen_ai.completion.0.finish_reason", Field: FinishReasons},
			{Key: "gen_ai.response.stop_reason", Field: FinishReasons},
			{Key: "llm.response.finish_reason", Field: FinishReasons},
			{Key: "llm.response.stop_reason", Field: FinishReasons},
			{Key: "llm.usage.prompt_tokens", Field: InputTokens},
			{Key: "llm.usage.completion_tokens", Field: OutputTokens},
			{Key: "llm.usage.total_tokens", Field: TotalTokens},
			{Key: "llm.usage.cache_read_input_tokens", Field: CacheReadTokens},
			{Key: "llm.usage.cache_creation_input_tokens", Field: CacheWriteTokens},
			{Key: "llm.usage.reasoning_tokens", Field: ReasoningTokens},
			{Key: "traceloop.association.properties.session_id", Field: ConversationID},
			{Key: "traceloop.association.properties.user_id", Field: UserID},
			{Key: "gen_ai.user", Field: UserID},
			{Key: "llm.user", Field: UserID},
			{Key: "traceloop.workflow.name", Field: WorkflowName},
			{Key: "traceloop.prompt.key", Field: PromptName},
			{Key: "traceloop.entity.name", Field: EntityName},
		},
		// The total of its Bedrock package leaves the cache out too, so it proves nothing (openllmetry#4449).
		ExclusiveScopes: []string{"opentelemetry.instrumentation.bedrock"},
		Finish:          nameEntity,
	}
}

// nameEntity gives traceloop.entity.name its place: what it names is what the span stands for.
func nameEntity(c *Call) {
	var field Field
	switch c.Kind {
	case Tool:
		field = ToolName
	case Agent:
		field = AgentName
	case Workflow:
		field = WorkflowName
	default:
		return
	}
	if name := c.Text(EntityName); name != "" && !c.Has(field) {
		c.SetText(field, name)
	}
}
