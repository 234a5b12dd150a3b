package dialect

import "strings"

// openInference is the vocabulary of Arize's OpenInference, which Phoenix and Arize AX read and many frameworks write.
func openInference() Dialect {
	return Dialect{
		Name:   "openinference",
		Source: "Arize-ai/openinference python/openinference-semantic-conventions and spec/ (2026-08)",
		Scopes: []string{"openinference."},
		Kinds: []KindKey{{
			Key:  "openinference.span.kind",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"llm": strong(Generation), "embedding": strong(Embedding), "reranker": strong(Rerank), "retriever": strong(Retrieval),
				"tool": strong(Tool), "agent": strong(Agent), "guardrail": strong(Guardrail), "evaluator": strong(Evaluator),
				"chain": weak(Workflow), "prompt": weak(Step), "unknown": weak(Step),
			},
			Else:    weak(Step),
			Renamed: map[string]string{"chain": "invoke_agent", "prompt": "text_completion"},
		}},
		Structure: []StructureKey{
			{"retrieval.documents.", strong(Retrieval)},
			{"reranker.", strong(Rerank)},
			{"embedding.embeddings.", strong(Embedding)},
		},
		Messages: []string{"llm.input_messages.", "llm.output_messages.", "llm.prompts.", "llm.choices."},
		Marks:    []string{"openinference.", "llm.token_count.", "llm.tools.", "llm.invocation_parameters"},
		Contents: []ContentKey{
			{Key: "llm.input_messages.", Slot: InputMessages},
			{Key: "llm.output_messages.", Slot: OutputMessages},
			{Key: "llm.prompts.", Slot: InputMessages},
			{Key: "llm.choices.", Slot: OutputMessages},
			{Key: "llm.tools.", Slot: ToolDefinitions},
			{Key: "retrieval.documents.", Slot: RetrievalDocuments},
			{Key: "input.value", Slot: InputMessages, Blob: true},
			{Key: "input.value", Slot: ToolArguments},
			{Key: "input.value", Slot: RetrievalQuery, Text: true},
			{Key: "output.value", Slot: OutputMessages, Blob: true},
			{Key: "output.value", Slot: ToolResult, Text: true},
			{Key: "output.value", Slot: RetrievalDocuments, Blob: true},
		},
		Fields: []FieldKey{
			{Key: "llm.provider", Field: Provider},
			{Key: "llm.system", Field: Provider},
			{Key: "llm.request.model_name", Field: RequestModel},
			{Key: "llm.response.model_name", Field: ResponseModel},
			{Key: "llm.model_name", Field: RequestModel},
			{Key: "embedding.model_name", Field: RequestModel},
			{Key: "reranker.model_name", Field: RequestModel},
			{Key: "llm.finish_reason", Field: FinishReasons},
			{Key: "llm.token_count.prompt", Field: InputTokens},
			{Key: "llm.token_count.completion", Field: OutputTokens},
			{Key: "llm.token_count.total", Field: TotalTokens},
			{Key: "llm.token_count.prompt_details.cache_read", Field: CacheReadTokens},
			{Key: "llm.token_count.prompt_details.cache_write", Field: CacheWriteTokens},
			{Key: "llm.token_count.prompt_details.audio", Field: InputAudioTokens},
			{Key: "llm.token_count.completion_details.reasoning", Field: ReasoningTokens},
			{Key: "llm.token_count.completion_details.audio", Field: OutputAudioTokens},
			{Key: "llm.cost.total", Field: ReportedCost},
			{Key: "tool.name", Field: ToolName, Shared: true},
			{Key: "tool.description", Field: ToolDescription, Shared: true},
			{Key: "agent.name", Field: AgentName, Shared: true},
			{Key: "session.id", Field: ConversationID, Shared: true}, // on a page view it is a browser session
			{Key: "user.id", Field: UserID, Shared: true},
			{Key: "tag.tags", Field: Tags, Shared: true},
		},
		// Anthropic's own counts, passed on as they come (measured on published spans: 3 in, 13,216 read from cache).
		ExclusiveScopes: []string{
			"openinference.instrumentation.bedrock", "openinference.instrumentation.claude_agent_sdk", "@arizeai/openinference-instrumentation-bedrock",
		},
		OddKeys: []string{"llm.invocation_parameters"},
		Finish:  readRequestedTier,
	}
}

// readRequestedTier reads the tier that OpenAI was asked for. Other providers' tiers have the same name among the parameters, and no
// attribute in the conventions.
func readRequestedTier(c *Call) {
	raw, ok := c.oddAsIs("llm.invocation_parameters")
	if !ok || CanonicalProvider(c.Text(Provider)) != "openai" || !strings.Contains(raw.AsString(), "service_tier") {
		return
	}
	c.fill(RequestServiceTier, raw, "service_tier")
}
