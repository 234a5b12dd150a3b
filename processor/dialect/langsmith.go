package dialect

import "go.opentelemetry.io/collector/pdata/pcommon"

// langSmith is the vocabulary of LangSmith's OpenTelemetry export. Its gen_ai.operation.name is wrong for retrievers (embeddings) and
// prompts (chat), so the run type holds; its session is a project, so the conversation is in the metadata.
func langSmith() Dialect {
	return Dialect{
		Name:   "langsmith",
		Source: "langchain-ai/langsmith-sdk python/langsmith/_internal/otel/_otel_exporter.py (2026-08)",
		Scopes: []string{"langsmith"},
		Kinds: []KindKey{{
			Key:  "langsmith.span.kind",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"llm": strong(Generation), "tool": strong(Tool), "retriever": strong(Retrieval), "embedding": strong(Embedding),
				"prompt": strong(Step), "parser": strong(Step), "chain": weak(Workflow),
			},
			Else: weak(Step),
		}},
		Operations: map[string]Op{
			"chain":  {"invoke_workflow", weak(Workflow)},
			"parser": {"", strong(Step)},
		},
		Marks: []string{"langsmith."},
		Contents: []ContentKey{
			{Key: "gen_ai.prompt", Slot: ToolArguments, Shared: true},
			{Key: "gen_ai.prompt", Slot: RetrievalQuery, Shared: true},
			{Key: "gen_ai.completion", Slot: ToolResult, Shared: true},
			{Key: "gen_ai.completion", Slot: RetrievalDocuments, Blob: true, Shared: true},
		},
		Fields: []FieldKey{
			{Key: "langsmith.metadata.ls_provider", Field: Provider},
			{Key: "langsmith.metadata.ls_model_name", Field: RequestModel},
			{Key: "langsmith.metadata.ls_temperature", Field: Temperature},
			{Key: "langsmith.metadata.ls_max_tokens", Field: MaxTokens},
			{Key: "langsmith.request.streaming", Field: Stream},
			{Key: "langsmith.metadata.thread_id", Field: ConversationID},
			{Key: "langsmith.metadata.session_id", Field: ConversationID},
			{Key: "langsmith.metadata.conversation_id", Field: ConversationID},
			{Key: "langsmith.metadata.user_id", Field: UserID},
			{Key: "langsmith.span.tags", Field: Tags},
			{Key: "langsmith.usage_metadata", Field: InputTokens, Path: "input_tokens"},
			{Key: "langsmith.usage_metadata", Field: OutputTokens, Path: "output_tokens"},
			{Key: "langsmith.usage_metadata", Field: TotalTokens, Path: "total_tokens"},
			{Key: "langsmith.usage_metadata", Field: CacheReadTokens, Path: "input_token_details.cache_read"},
			{Key: "langsmith.usage_metadata", Field: CacheWriteTokens, Path: "input_token_details.cache_creation"},
			{Key: "langsmith.usage_metadata", Field: ReasoningTokens, Path: "output_token_details.reasoning"},
			{Key: "langsmith.usage_metadata", Field: CacheWrite5mTokens, Path: "input_token_details.ephemeral_5m_input_tokens"},
			{Key: "langsmith.usage_metadata", Field: CacheWrite1hTokens, Path: "input_token_details.ephemeral_1h_input_tokens"},
			{Key: "langsmith.usage_metadata", Field: ReportedCost, Path: "total_cost"},
			// Written as Python's str of a dict.
			{Key: "gen_ai.usage.input_token_details", Field: CacheReadTokens, Path: "cache_read"},
			{Key: "gen_ai.usage.input_token_details", Field: CacheWriteTokens, Path: "cache_creation"},
			{Key: "gen_ai.usage.input_token_details", Field: CacheWrite5mTokens, Path: "ephemeral_5m_input_tokens"},
			{Key: "gen_ai.usage.input_token_details", Field: CacheWrite1hTokens, Path: "ephemeral_1h_input_tokens"},
			{Key: "gen_ai.usage.input_token_details", Field: InputAudioTokens, Path: "audio"},
			{Key: "gen_ai.usage.output_token_details", Field: ReasoningTokens, Path: "reasoning"},
			{Key: "gen_ai.usage.output_token_details", Field: OutputAudioTokens, Path: "audio"},
		},
		OddKeys: []string{"langsmith.usage_metadata", "gen_ai.usage.input_token_details", "gen_ai.usage.output_token_details"},
		Finish:  readLangChainTier,
	}
}

// langChainTiers are the tiers that LangChain's OpenAI package puts before the names of the details of such calls, instead of saying them:
// langchain_openai/chat_models/base.py, _create_usage_metadata (2026-08).
var langChainTiers = [...]string{"priority", "flex"}

func readLangChainTier(c *Call) {
	if details, ok := c.Odd("gen_ai.usage.input_token_details"); ok {
		readTierDetails(c, details, "", "_cache_read", CacheReadTokens)
	}
	if details, ok := c.Odd("gen_ai.usage.output_token_details"); ok {
		readTierDetails(c, details, "", "_reasoning", ReasoningTokens)
	}
	if usage, ok := c.Odd("langsmith.usage_metadata"); ok {
		readTierDetails(c, usage, "input_token_details.", "_cache_read", CacheReadTokens)
		readTierDetails(c, usage, "output_token_details.", "_reasoning", ReasoningTokens)
	}
}

func readTierDetails(c *Call, details pcommon.Value, path, suffix string, f Field) {
	for _, tier := range langChainTiers {
		if _, ok := atPath(details, path+tier); !ok {
			continue
		}
		c.fill(f, details, path+tier+suffix)
		if !c.Has(ResponseServiceTier) {
			c.SetText(ResponseServiceTier, tier)
		}
	}
}
