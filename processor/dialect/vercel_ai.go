package dialect

import "go.opentelemetry.io/collector/pdata/pcommon"

// vercelAI is the vocabulary of Vercel's AI SDK in both generations: the legacy ai.* attributes, which embedders re-scope and rename
// (opencode, Sentry) so that ai.operationId decides and not the scope, and since v7 OpenTelemetry's names in the scope gen_ai.
func vercelAI() Dialect {
	return Dialect{
		Name:        "vercel_ai",
		Source:      "vercel/ai packages/otel/src/{legacy-open-telemetry,open-telemetry,supplemental-attributes}.ts (2026-08), packages/ai v3 to v6",
		ExactScopes: []string{"ai", "gen_ai", "opencode"},
		Kinds: []KindKey{
			// Endings, because opencode and others leave out "ai.". What does not end in do* calls one or many that do.
			{Key: "ai.operationId", Tier: VendorOperation, Suffix: true, Values: vercelOperations},
			{Key: "operation.name", Tier: VendorOperation, Suffix: true, FirstWord: true, Shared: true, Values: vercelOperations},
		},
		Operations: map[string]Op{"agent_step": {"", strong(Step)}},
		Names: []NameKind{
			{"ai.generateText", strong(Workflow)}, {"ai.generateText.doGenerate", strong(Generation)},
			{"ai.streamText", strong(Workflow)}, {"ai.streamText.doStream", strong(Generation)},
			{"ai.generateObject", strong(Workflow)}, {"ai.generateObject.doGenerate", strong(Generation)},
			{"ai.streamObject", strong(Workflow)}, {"ai.streamObject.doStream", strong(Generation)},
			{"ai.embed", strong(Workflow)}, {"ai.embed.doEmbed", strong(Embedding)}, {"ai.embedMany.doEmbed", strong(Embedding)},
			{"ai.rerank", strong(Workflow)}, {"ai.rerank.doRerank", strong(Rerank)},
			{"ai.toolCall", strong(Tool)},
		},
		Structure: []StructureKey{{"ai.toolCall.", strong(Tool)}},
		Messages: []string{
			"ai.prompt", "ai.prompt.messages", "ai.response.text", "ai.response.toolCalls", "ai.response.object", "ai.response.reasoning",
			"ai.result.text", "ai.result.toolCalls", "ai.result.object", // before v4
		},
		Marks: []string{"ai.usage.", "ai.response.", "ai.settings.", "ai.telemetry.", "ai.request.headers.", "ai.prompt."},
		Events: []Event{{Name: "ai.stream.firstChunk", Fields: []FieldKey{
			{Key: "ai.stream.msToFirstChunk", Field: TimeToFirstChunk, PerUnit: 1000},
			{Key: "ai.response.msToFirstChunk", Field: TimeToFirstChunk, PerUnit: 1000},
		}}},
		Contents: []ContentKey{
			{Key: "ai.prompt.messages", Slot: InputMessages},
			{Key: "ai.prompt", Slot: InputMessages, Blob: true, Text: true},
			{Key: "ai.prompt.tools", Slot: ToolDefinitions},
			{Key: "ai.response.reasoning", Slot: OutputMessages, Member: "reasoning"},
			{Key: "ai.response.text", Slot: OutputMessages, Member: "content"},
			{Key: "ai.response.object", Slot: OutputMessages, Member: "content"},
			{Key: "ai.response.toolCalls", Slot: OutputMessages, Member: "tool_calls"},
			{Key: "ai.result.text", Slot: OutputMessages, Member: "content"}, // before 4.0
			{Key: "ai.result.object", Slot: OutputMessages, Member: "content"},
			{Key: "ai.result.toolCalls", Slot: OutputMessages, Member: "tool_calls"},
			{Key: "ai.toolCall.args", Slot: ToolArguments},
			{Key: "ai.toolCall.result", Slot: ToolResult, Text: true},
		},
		Fields: []FieldKey{
			{Key: "ai.operationId", Field: Stream, Values: map[string]string{"ai.streamtext.dostream": "true", "ai.streamobject.dostream": "true"}},
			{Key: "ai.model.provider", Field: Provider},
			{Key: "ai.model.id", Field: RequestModel},
			{Key: "ai.response.model", Field: ResponseModel},
			{Key: "ai.response.id", Field: ResponseID},
			{Key: "ai.response.finishReason", Field: FinishReasons},
			{Key: "ai.finishReason", Field: FinishReasons}, // v3
			{Key: "ai.response.msToFirstChunk", Field: TimeToFirstChunk, PerUnit: 1000},
			{Key: "ai.settings.maxOutputTokens", Field: MaxTokens},
			{Key: "ai.settings.maxTokens", Field: MaxTokens}, // before v5
			{Key: "ai.settings.temperature", Field: Temperature},
			{Key: "ai.settings.topP", Field: TopP},
			{Key: "ai.settings.topK", Field: TopK},
			{Key: "ai.settings.frequencyPenalty", Field: FrequencyPenalty},
			{Key: "ai.settings.presencePenalty", Field: PresencePenalty},
			{Key: "ai.settings.seed", Field: Seed},
			{Key: "ai.settings.stopSequences", Field: StopSequences},
			{Key: "ai.usage.inputTokens", Field: InputTokens},
			{Key: "ai.usage.promptTokens", Field: InputTokens}, // before v5
			{Key: "ai.usage.tokens", Field: InputTokens},       // of embeddings
			{Key: "ai.usage.outputTokens", Field: OutputTokens},
			{Key: "ai.usage.completionTokens", Field: OutputTokens}, // before v5
			{Key: "ai.usage.totalTokens", Field: TotalTokens},
			{Key: "ai.usage.inputTokenDetails.cacheReadTokens", Field: CacheReadTokens},
			{Key: "ai.usage.cachedInputTokens", Field: CacheReadTokens},
			{Key: "ai.usage.inputTokenDetails.cacheWriteTokens", Field: CacheWriteTokens},
			{Key: "ai.usage.outputTokenDetails.reasoningTokens", Field: ReasoningTokens},
			{Key: "ai.usage.reasoningTokens", Field: ReasoningTokens},
			{Key: "ai.toolCall.name", Field: ToolName},
			{Key: "ai.toolCall.id", Field: ToolCallID},
			{Key: "ai.telemetry.functionId", Field: EntityName},
			{Key: "ai.telemetry.metadata.sessionId", Field: ConversationID},
			{Key: "ai.settings.context.sessionId", Field: ConversationID},
			{Key: "session.id", Field: ConversationID, Shared: true},
			{Key: "ai.telemetry.metadata.userId", Field: UserID},
			{Key: "ai.settings.context.userId", Field: UserID},
			{Key: "user.id", Field: UserID, Shared: true},
			{Key: "ai.telemetry.metadata.tags", Field: Tags},
			{Key: "ai.telemetry.metadata.langfusePrompt", Field: PromptName, Path: "name"},
			{Key: "ai.telemetry.metadata.langfusePrompt", Field: PromptVersion, Path: "version"},
		},
		OddKeys: []string{
			"ai.response.providerMetadata", "ai.usage.inputTokens", "ai.usage.promptTokens", "ai.usage.inputTokenDetails.noCacheTokens",
			"ai.value", "ai.embedding",
		},
		Finish: finishVercelAI,
	}
}

// vercelOperations are endings of operation ids.
var vercelOperations = map[string]Verdict{
	".dogenerate": strong(Generation), ".dostream": strong(Generation), ".doembed": strong(Embedding), ".dorerank": strong(Rerank),
	"generatetext": strong(Workflow), "streamtext": strong(Workflow), "generateobject": strong(Workflow), "streamobject": strong(Workflow),
	"ai.embed": strong(Workflow), "ai.embedmany": strong(Workflow), "ai.rerank": strong(Workflow), "ai.toolcall": strong(Tool),
}

// vercelMetadata says where the providers' own packages put what the SDK's usage did not have before v6.
var vercelMetadata = []FieldKey{
	{Path: "openai.cachedPromptTokens", Field: CacheReadTokens},
	{Path: "openai.reasoningTokens", Field: ReasoningTokens},
	{Path: "openai.serviceTier", Field: ResponseServiceTier},
	{Path: "azure.cachedPromptTokens", Field: CacheReadTokens},
	{Path: "azure.reasoningTokens", Field: ReasoningTokens},
	{Path: "anthropic.cacheReadInputTokens", Field: CacheReadTokens},
	{Path: "anthropic.cacheCreationInputTokens", Field: CacheWriteTokens},
	{Path: "bedrock.usage.cacheReadInputTokens", Field: CacheReadTokens},
	{Path: "bedrock.usage.cacheWriteInputTokens", Field: CacheWriteTokens},
	{Path: "bedrock.usage.totalTokens", Field: TotalTokens},
	{Path: "google.usageMetadata.cachedContentTokenCount", Field: CacheReadTokens},
	{Path: "google.usageMetadata.thoughtsTokenCount", Field: ReasoningTokens}, // up to v4 only here, and left out of the output (vercel/ai#6082)
	{Path: "google.usageMetadata.totalTokenCount", Field: TotalTokens},
	{Path: "deepseek.promptCacheHitTokens", Field: CacheReadTokens},
	{Path: "xai.costInUsdTicks", Field: BilledCost, PerUnit: xAITicksPerUSD},
	{Path: "gateway.cost", Field: BilledCost}, // what Vercel's gateway debits
}

// vercelOpenRouterCost is the cost as OpenRouter's package for the SDK has it.
var vercelOpenRouterCost = costPaths{cost: "openrouter.usage.cost", upstream: "openrouter.usage.costDetails.upstreamInferenceCost"}

func finishVercelAI(c *Call) {
	switch c.Kind {
	case Workflow:
		if name := c.Text(EntityName); name != "" && !c.Has(WorkflowName) {
			c.SetText(WorkflowName, name)
		}
	case Embedding:
		if c.HasOdd("ai.value") || c.HasOdd("ai.embedding") { // v7: both embed and its one call are called embeddings, with the same usage
			c.Role = "duplicate"
		}
	case Generation:
		if metadata, ok := c.Odd("ai.response.providerMetadata"); ok {
			readVercelMetadata(c, metadata)
		}
		c.ExclusiveScope = c.ExclusiveScope || passesOnApartCache(c)
	}
}

func readVercelMetadata(c *Call, metadata pcommon.Value) {
	readAnthropicUsage(c, metadata, "anthropic.usage")
	c.fillFrom(metadata, vercelMetadata)
	readBilledCost(c, metadata, vercelOpenRouterCost)
	if usage, ok := atPath(metadata, "google.usageMetadata"); ok {
		readGoogleUsage(c, usage, googleInJavaScript)
	}
	input, has := c.Int(InputTokens)
	if raw, ok := atPath(metadata, "anthropic.usage.input_tokens"); ok && has && raw.Int() == input { // Anthropic counts cached tokens apart
		c.ExclusiveScope = true
	}
}

// passesOnApartCache: before v6, which tells cached from other input tokens, the SDK passed on what the provider counted, and Anthropic's
// models and Bedrock count cached tokens apart.
func passesOnApartCache(c *Call) bool {
	counted, ok := c.Odd("ai.usage.inputTokens")
	if !ok {
		counted, ok = c.Odd("ai.usage.promptTokens")
	}
	if !ok || c.HasOdd("ai.usage.inputTokenDetails.noCacheTokens") {
		return false
	}
	input, _ := c.Int(InputTokens)
	if n, _, isInt := asInt(counted); !isInt || n != input {
		return false
	}
	switch CanonicalProvider(c.Text(Provider)) {
	case "anthropic", "aws.bedrock":
		return true
	default:
		return foldedString(c.Text(Provider)) == "vertex.anthropic.messages"
	}
}
