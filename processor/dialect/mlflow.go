package dialect

// mlflow is the vocabulary of MLflow Tracing. All its values are JSON text: "\"LLM\"".
func mlflow() Dialect {
	return Dialect{
		Name:   "mlflow",
		Source: "mlflow/mlflow mlflow/tracing/constant.py and SpanType in mlflow/entities/span.py (2026-08)",
		Scopes: []string{"mlflow"},
		Quoted: true,
		Kinds: []KindKey{{
			Key:  "mlflow.spanType",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"llm": strong(Generation), "chat_model": strong(Generation), "embedding": strong(Embedding), "reranker": strong(Rerank),
				"retriever": strong(Retrieval), "tool": strong(Tool), "agent": strong(Agent), "workflow": strong(Workflow), "parser": strong(Step),
				"memory": strong(Memory), "guardrail": strong(Guardrail), "evaluator": strong(Evaluator),
				"chain": weak(Workflow), "task": weak(Step), "unknown": weak(Step),
			},
			Else: weak(Step), // users make up their own
		}},
		Marks: []string{"mlflow."},
		Contents: []ContentKey{
			{Key: "mlflow.spanInputs", Slot: InputMessages, Blob: true},
			{Key: "mlflow.spanInputs", Slot: ToolArguments},
			{Key: "mlflow.spanInputs", Slot: RetrievalQuery, Text: true},
			{Key: "mlflow.spanOutputs", Slot: OutputMessages, Blob: true},
			{Key: "mlflow.spanOutputs", Slot: ToolResult, Text: true},
			{Key: "mlflow.spanOutputs", Slot: RetrievalDocuments, Blob: true},
			{Key: "mlflow.chat.tools", Slot: ToolDefinitions},
		},
		Fields: []FieldKey{
			{Key: "mlflow.llm.model", Field: RequestModel},
			{Key: "mlflow.llm.provider", Field: Provider},
			{Key: "mlflow.chat.tokenUsage", Field: InputTokens, Path: "input_tokens"},
			{Key: "mlflow.chat.tokenUsage", Field: OutputTokens, Path: "output_tokens"},
			{Key: "mlflow.chat.tokenUsage", Field: TotalTokens, Path: "total_tokens"},
			{Key: "mlflow.chat.tokenUsage", Field: CacheReadTokens, Path: "cache_read_input_tokens"},
			{Key: "mlflow.chat.tokenUsage", Field: CacheWriteTokens, Path: "cache_creation_input_tokens"},
			{Key: "mlflow.llm.cost", Field: ReportedCost, Path: "total_cost"},
			{Key: "mlflow.trace.tokenUsage", Field: RollUpInputTokens, Path: "input_tokens"}, // on the root: the whole trace's
			{Key: "mlflow.trace.tokenUsage", Field: RollUpOutputTokens, Path: "output_tokens"},
			{Key: "mlflow.trace.session", Field: ConversationID},
			{Key: "mlflow.trace.user", Field: UserID},
			{Key: "mlflow.linkedPrompts", Field: PromptName, Path: "0.name"},
			{Key: "mlflow.linkedPrompts", Field: PromptVersion, Path: "0.version"},
			{Key: "mlflow.spanFunctionName", Field: EntityName},
		},
		Finish: func(c *Call) {
			// Of a tool it is the tool; an agent's is any Python function.
			if name := c.Text(EntityName); name != "" && c.Kind == Tool && !c.Has(ToolName) {
				c.SetText(ToolName, name)
			}
		},
	}
}
