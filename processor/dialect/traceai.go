package dialect

// traceAI is the vocabulary of FutureAGI's traceAI in its generations (fi.* with OpenInference's names, later gen_ai.*), that of Alibaba's
// LoongSuite, which has gen_ai.span.kind in common with it, and the tool.*, rag.retriever.* and app.* keys of hand-written spans that
// FutureAGI's pages recommend.
func traceAI() Dialect {
	return Dialect{
		Name: "traceai",
		Source: "future-agi/traceAI python/fi_instrumentation/fi_types.py and docs/OTEL_GENAI_SEMANTIC_CONVENTIONS.md (2026-08), " +
			"alibaba/loongsuite-semantic-conventions (2026-08), futureagi.com/blog on spans and traces (2026)",
		Kinds: []KindKey{
			{Key: "gen_ai.span.kind", Tier: ExplicitKind, Values: traceAIKinds, Else: weak(Step)},
			{Key: "fi.span.kind", Tier: ExplicitKind, Values: traceAIKinds, Else: weak(Step)},
		},
		Structure: []StructureKey{
			{"tool.arguments", strong(Tool)},
			{"tool.return_value", strong(Tool)},
			{"rag.retriever.", strong(Retrieval)},
			{"gen_ai.retrieval.query", strong(Retrieval)},
			{"gen_ai.reranker.", strong(Rerank)},
		},
		Messages: []string{"fi.llm.output"},
		Marks:    []string{"fi.", "gen_ai.simulator.", "gen_ai.voice."},
		Contents: []ContentKey{
			{Key: "tool.arguments", Slot: ToolArguments, Shared: true},
			{Key: "tool.return_value", Slot: ToolResult, Text: true, Shared: true},
			{Key: "rag.retriever.chunks", Slot: RetrievalDocuments},
			{Key: "gen_ai.retrieval.query", Slot: RetrievalQuery, Text: true},
			{Key: "retrieval.documents", Slot: RetrievalDocuments, Shared: true},
			{Key: "fi.raw_input", Slot: InputMessages, Blob: true},
			{Key: "fi.raw_output", Slot: OutputMessages, Blob: true},
		},
		Fields: []FieldKey{
			{Key: "gen_ai.reranker.model", Field: RequestModel},
			{Key: "llm.model", Field: RequestModel},
			{Key: "llm.response_model", Field: ResponseModel},
			{Key: "gen_ai.usage.input_tokens.cache_read", Field: CacheReadTokens},
			{Key: "gen_ai.usage.input_tokens.cache_write", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.input_tokens.audio", Field: InputAudioTokens},
			{Key: "gen_ai.usage.output_tokens.reasoning", Field: ReasoningTokens},
			{Key: "gen_ai.usage.output_tokens.audio", Field: OutputAudioTokens},
			{Key: "gen_ai.cost.total", Field: ReportedCost},
			{Key: "gen_ai.voice.latency.ttfb_ms", Field: TimeToFirstChunk, PerUnit: 1000},
			{Key: "gen_ai.guardrail.name", Field: GuardrailName},
			{Key: "gen_ai.guardrail.result", Field: GuardrailVerdict},
			{Key: "gen_ai.prompt.template.name", Field: PromptName},
			{Key: "gen_ai.prompt.template.version", Field: PromptVersion},
			{Key: "app.prompt.version", Field: PromptVersion},
			{Key: "fi.tool_name", Field: ToolName},
			{Key: "tool.name", Field: ToolName, Shared: true},
			{Key: "rag.retriever.top_k", Field: RetrievalTopK},
			{Key: "gen_ai.session.id", Field: ConversationID},
			{Key: "fi.session.id", Field: ConversationID},
			{Key: "session.id", Field: ConversationID, Shared: true},
			{Key: "gen_ai.user.id", Field: UserID},
			{Key: "fi.user.id", Field: UserID},
			{Key: "tag.tags", Field: Tags, Shared: true},
		},
	}
}

var traceAIKinds = map[string]Verdict{
	"llm": strong(Generation), "embedding": strong(Embedding), "reranker": strong(Rerank), "retriever": strong(Retrieval),
	"tool": strong(Tool), "agent": strong(Agent), "guardrail": strong(Guardrail), "evaluator": strong(Evaluator),
	"a2a_client": strong(Agent), "a2a_server": strong(Agent), "vector_db": weak(Retrieval), // may also be a write
	"chain": weak(Workflow), "conversation": weak(Workflow), "entry": weak(Workflow), // the application's door
	"task": weak(Step), "step": strong(Step), "unknown": weak(Step),
}
