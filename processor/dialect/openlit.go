package dialect

// openLIT is what OpenLIT's SDKs write beside OpenTelemetry's names.
func openLIT() Dialect {
	return Dialect{
		Name:   "openlit",
		Source: "openlit/openlit sdk/python/src/openlit/semcov/__init__.py (2026-08-03)",
		Scopes: []string{"openlit"},
		Kinds: []KindKey{
			// The operation "vectordb" is any request to a vector store; this says which.
			{Key: "db.operation.name", Tier: VendorOperation, Shared: true, Values: vectorReads},
			{Key: "db.operation", Tier: VendorOperation, Shared: true, Values: vectorReads},
		},
		// Not here: image, audio, translate, speech_to_text, text_to_speech. With a model they are generations as any unknown operation is.
		Operations: map[string]Op{
			"vectordb":               {"", weak(Other)},
			"framework":              {"invoke_workflow", strong(Workflow)},
			"model_request":          {"chat", strong(Generation)},
			"user_prompt_processing": {"", strong(Step)},
			"tool_coordination":      {"", strong(Step)},
			"memory":                 {"", strong(Memory)},
			"crawl":                  {"", strong(Tool)},
			"scrape":                 {"", strong(Tool)},
			"extract":                {"", strong(Tool)},
		},
		Structure: []StructureKey{
			{"guard.verdict", strong(Guardrail)},
			{"guard.validator", strong(Guardrail)},
			{"evals.verdict", strong(Evaluator)},
			{"evals.score", strong(Evaluator)},
			{"gen_ai.eval.", strong(Evaluator)},
		},
		Marks: []string{"gen_ai.sdk.version", "gen_ai.application_name", "gen_ai.agent.actual_output"},
		Contents: []ContentKey{
			{Key: "gen_ai.tool.args", Slot: ToolArguments},
			{Key: "gen_ai.tool.input", Slot: ToolArguments},
			{Key: "gen_ai.tool.output", Slot: ToolResult, Text: true},
			{Key: "gen_ai.retrieval.query", Slot: RetrievalQuery, Text: true},
		},
		Fields: []FieldKey{
			{Key: "gen_ai.token.usage.input", Field: InputTokens},
			{Key: "gen_ai.token.usage.output", Field: OutputTokens},
			{Key: "gen_ai.token.usage.total", Field: TotalTokens},
			{Key: "gen_ai.usage.prompt_tokens_details.cache_creation_tokens", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.prompt_tokens_details.audio_tokens", Field: InputAudioTokens},
			{Key: "gen_ai.usage.completion_tokens_details.reasoning_tokens", Field: ReasoningTokens},
			{Key: "gen_ai.usage.completion_tokens_details.audio_tokens", Field: OutputAudioTokens},
			{Key: "gen_ai.token.cost.total", Field: ReportedCost},
			{Key: "gen_ai.server.time_to_first_token", Field: TimeToFirstChunk, Shared: true}, // seconds; others write milliseconds
			{Key: "gen_ai.request.user", Field: UserID},
			{Key: "gen_ai.request.embedding_dimension", Field: EmbeddingDimensions},
			{Key: "gen_ai.request.service_tier", Field: RequestServiceTier},
			{Key: "gen_ai.response.service_tier", Field: ResponseServiceTier},
			{Key: "gen_ai.response.system_fingerprint", Field: SystemFingerprint},
			{Key: "guard.verdict", Field: GuardrailVerdict},
			{Key: "guard.validator", Field: GuardrailName},
			{Key: "evals.verdict", Field: EvaluationLabel},
			{Key: "evals.validator", Field: EvaluationName},
			{Key: "evals.score", Field: EvaluationScore},
		},
	}
}

// vectorReads are the requests to a vector store that retrieve; those that write are not retrievals.
var vectorReads = map[string]Verdict{
	"query": strong(Retrieval), "search": strong(Retrieval), "get": strong(Retrieval), "select": strong(Retrieval), "peek": strong(Retrieval),
}
