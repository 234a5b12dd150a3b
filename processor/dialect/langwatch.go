package dialect

// langWatch is the vocabulary of LangWatch's SDKs. TypeScript wraps its values ({"type": "json", "value": …}) and writes camel case,
// Python and Go write them bare and in snake case.
func langWatch() Dialect {
	return Dialect{
		Name:   "langwatch",
		Source: "langwatch/langwatch typescript-sdk/src/observability-sdk/{semconv/attributes,span/types}.ts and python-sdk/src/langwatch/attributes.py (2026-08)",
		Scopes: []string{"langwatch"},
		Kinds: []KindKey{{
			Key:  "langwatch.span.type",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"llm": strong(Generation), "tool": strong(Tool), "agent": strong(Agent), "rag": strong(Retrieval),
				"guardrail": strong(Guardrail), "evaluation": strong(Evaluator), "workflow": strong(Workflow), "chain": weak(Workflow),
			},
			Else: weak(Step),
		}},
		Structure: []StructureKey{
			{"langwatch.contexts", strong(Retrieval)},
			{"langwatch.rag_contexts", strong(Retrieval)},
			{"langwatch.rag.contexts", strong(Retrieval)},
		},
		Marks: []string{"langwatch."},
		Contents: []ContentKey{
			{Key: "langwatch.input", Slot: InputMessages, Blob: true},
			{Key: "langwatch.output", Slot: OutputMessages, Blob: true},
		},
		Fields: []FieldKey{
			{Key: "langwatch.metrics", Field: InputTokens, Path: "value.promptTokens"},
			{Key: "langwatch.metrics", Field: InputTokens, Path: "prompt_tokens"},
			{Key: "langwatch.metrics", Field: OutputTokens, Path: "value.completionTokens"},
			{Key: "langwatch.metrics", Field: OutputTokens, Path: "completion_tokens"},
			{Key: "langwatch.metrics", Field: ReasoningTokens, Path: "reasoning_tokens"},
			{Key: "langwatch.metrics", Field: ReportedCost, Path: "value.cost"},
			{Key: "langwatch.metrics", Field: ReportedCost, Path: "cost"},
			{Key: "langwatch.span.cost", Field: ReportedCost},
			{Key: "langwatch.metrics", Field: TimeToFirstChunk, Path: "first_token_ms", PerUnit: 1000},
			{Key: "langwatch.timestamps", Field: TimeToFirstChunk, Path: "first_token_at", SinceStart: true},
			{Key: "langwatch.timestamps", Field: TimeToFirstChunk, Path: "value.first_token_at", SinceStart: true},
			{Key: "langwatch.timestamps.first_token_at", Field: TimeToFirstChunk, SinceStart: true},
			{Key: "langwatch.gen_ai.streaming", Field: Stream},
			{Key: "langwatch.thread.id", Field: ConversationID},
			{Key: "langwatch.user.id", Field: UserID},
			{Key: "langwatch.labels", Field: Tags},
			{Key: "langwatch.prompt.handle", Field: PromptName},
			{Key: "langwatch.prompt.id", Field: PromptName},
			{Key: "langwatch.prompt.version.number", Field: PromptVersion},
		},
	}
}
