package dialect

// openTelemetry is the OpenTelemetry GenAI vocabulary in all its versions: today's names, those up to v1.36 that most emitters still
// write, and the messages as events.
func openTelemetry() Dialect {
	return Dialect{
		Name:       "opentelemetry",
		Source:     "open-telemetry/semantic-conventions v1.27.0 to v1.41.0 and open-telemetry/semantic-conventions-genai docs/gen-ai (2026-08)",
		Common:     true,
		Marks:      []string{"gen_ai."},
		Operations: openTelemetryOperations,
		Structure: []StructureKey{
			{"gen_ai.tool.call.id", strong(Tool)},
			{"gen_ai.tool.call.arguments", strong(Tool)},
			{"gen_ai.tool.call.result", strong(Tool)},
			{"gen_ai.retrieval.query.text", strong(Retrieval)},
			{"gen_ai.retrieval.documents", strong(Retrieval)},
			{"gen_ai.retrieval.top_k", strong(Retrieval)},
			{"gen_ai.embeddings.dimension.count", strong(Embedding)},
			{"gen_ai.guardrail.", strong(Guardrail)},
			{"gen_ai.evaluation.", strong(Evaluator)},
			{"gen_ai.tool.name", weak(Tool)},
		},
		Messages: []string{
			"gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.prompt", "gen_ai.completion",
		},
		Contents: []ContentKey{
			{Key: "gen_ai.prompt", Slot: InputMessages, Blob: true, Text: true}, // up to v1.27
			{Key: "gen_ai.completion", Slot: OutputMessages, Blob: true, Text: true},
		},
		Events: openTelemetryEvents,
		Fields: []FieldKey{
			{Key: "gen_ai.operation.name", Field: Operation},
			{Key: "gen_ai.provider.name", Field: Provider},
			{Key: "gen_ai.system", Field: Provider}, // up to v1.36
			{Key: "gen_ai.request.model", Field: RequestModel},
			{Key: "gen_ai.response.model", Field: ResponseModel},
			{Key: "gen_ai.response.id", Field: ResponseID},
			{Key: "gen_ai.request.previous_response.id", Field: PreviousResponseID},
			{Key: "gen_ai.conversation.id", Field: ConversationID},
			{Key: "user.id", Field: UserID, Shared: true},
			{Key: "gen_ai.agent.name", Field: AgentName},
			{Key: "gen_ai.agent.id", Field: AgentID},
			{Key: "gen_ai.agent.description", Field: AgentDescription},
			{Key: "gen_ai.agent.version", Field: AgentVersion},
			{Key: "gen_ai.workflow.name", Field: WorkflowName},
			{Key: "gen_ai.tool.name", Field: ToolName},
			{Key: "gen_ai.tool.call.id", Field: ToolCallID},
			{Key: "gen_ai.tool.type", Field: ToolType},
			{Key: "gen_ai.tool.description", Field: ToolDescription},
			{Key: "gen_ai.data_source.id", Field: DataSourceID},
			{Key: "gen_ai.prompt.name", Field: PromptName},
			{Key: "gen_ai.prompt.version", Field: PromptVersion},
			{Key: "gen_ai.response.finish_reasons", Field: FinishReasons},
			{Key: "gen_ai.response.finish_reason", Field: FinishReasons},
			{Key: "gen_ai.output.type", Field: OutputType},
			{Key: "gen_ai.openai.request.response_format", Field: OutputType, Values: map[string]string{"json_object": "json", "json_schema": "json"}}, // up to v1.30
			{Key: "openai.request.service_tier", Field: RequestServiceTier},
			{Key: "gen_ai.openai.request.service_tier", Field: RequestServiceTier}, // up to v1.36
			{Key: "openai.response.service_tier", Field: ResponseServiceTier},
			{Key: "gen_ai.openai.response.service_tier", Field: ResponseServiceTier}, // up to v1.36
			{Key: "openai.response.system_fingerprint", Field: SystemFingerprint},
			{Key: "gen_ai.openai.response.system_fingerprint", Field: SystemFingerprint}, // up to v1.36
			{Key: "gen_ai.request.stream", Field: Stream},
			{Key: "gen_ai.request.is_stream", Field: Stream},
			{Key: "gen_ai.response.time_to_first_chunk", Field: TimeToFirstChunk},
			{Key: "gen_ai.client.operation.time_to_first_chunk", Field: TimeToFirstChunk}, // the metric's name, as an attribute
			{Key: "gen_ai.embeddings.dimension.count", Field: EmbeddingDimensions},
			{Key: "gen_ai.retrieval.top_k", Field: RetrievalTopK},
			{Key: "gen_ai.request.reasoning.level", Field: ReasoningLevel},
			{Key: "gen_ai.request.stop_sequences", Field: StopSequences},
			{Key: "gen_ai.evaluation.name", Field: EvaluationName},
			{Key: "gen_ai.evaluation.score.label", Field: EvaluationLabel},
			{Key: "gen_ai.evaluation.score.value", Field: EvaluationScore},
			{Key: "gen_ai.request.max_tokens", Field: MaxTokens},
			{Key: "gen_ai.request.temperature", Field: Temperature},
			{Key: "gen_ai.request.top_p", Field: TopP},
			{Key: "gen_ai.request.top_k", Field: TopK},
			{Key: "gen_ai.request.frequency_penalty", Field: FrequencyPenalty},
			{Key: "gen_ai.request.presence_penalty", Field: PresencePenalty},
			{Key: "gen_ai.request.seed", Field: Seed},
			{Key: "gen_ai.openai.request.seed", Field: Seed}, // up to v1.29
			{Key: "gen_ai.request.choice.count", Field: ChoiceCount},
			{Key: "gen_ai.usage.input_tokens", Field: InputTokens},
			{Key: "gen_ai.usage.prompt_tokens", Field: InputTokens}, // up to v1.26
			{Key: "gen_ai.usage.output_tokens", Field: OutputTokens},
			{Key: "gen_ai.usage.completion_tokens", Field: OutputTokens}, // up to v1.26
			{Key: "gen_ai.usage.total_tokens", Field: TotalTokens},       // never standard, often written
			{Key: "gen_ai.usage.cache_read.input_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.cache_read_input_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.cache_read_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.cached_input_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.details.cache_read_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.prompt_tokens_details.cached_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.input_tokens_details.cached_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.details.cache_read_input_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.cached_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.input_tokens.cached", Field: CacheReadTokens}, // Sentry's conventions
			{Key: "gen_ai.usage.cache_creation.input_tokens", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.cache_write.input_tokens", Field: CacheWriteTokens}, // semantic-conventions-genai, after v1.41
			{Key: "gen_ai.usage.cache_creation_input_tokens", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.cache_write_input_tokens", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.cache_write_tokens", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.details.cache_write_tokens", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.details.cache_creation_input_tokens", Field: CacheWriteTokens},
			{Key: "gen_ai.usage.reasoning.output_tokens", Field: ReasoningTokens},
			{Key: "gen_ai.usage.reasoning_tokens", Field: ReasoningTokens},
			{Key: "gen_ai.usage.details.reasoning_tokens", Field: ReasoningTokens},
			{Key: "gen_ai.usage.audio.input_tokens", Field: InputAudioTokens},
			{Key: "gen_ai.usage.audio_input_tokens", Field: InputAudioTokens},
			{Key: "gen_ai.usage.audio.output_tokens", Field: OutputAudioTokens},
			{Key: "gen_ai.usage.audio_output_tokens", Field: OutputAudioTokens},
			{Key: "gen_ai.usage.audio.cache_read.input_tokens", Field: CacheAudioReadTokens},
			{Key: "gen_ai.usage.image.input_tokens", Field: InputImageTokens},
			{Key: "gen_ai.usage.image.output_tokens", Field: OutputImageTokens},
			{Key: "gen_ai.usage.image.cache_read.input_tokens", Field: CacheImageReadTokens},
			{Key: "gen_ai.usage.service_tier", Field: ServiceTier}, // JetBrains/tracy, of Anthropic's usage
			{Key: "gen_ai.usage.cost", Field: ReportedCost},
			{Key: "server.address", Field: ServerAddress, Shared: true},
		},
		OddKeys: []string{proposedCostAmount, proposedCostCurrency, proposedCostSource},
		Finish:  readProposedCost,
	}
}

// The attributes of a cost that are proposed for the conventions (open-telemetry/semantic-conventions-genai pull request 443, 2026-08-09).
const (
	proposedCostAmount   = "gen_ai.usage.cost.amount"
	proposedCostCurrency = "gen_ai.usage.cost.currency"
	proposedCostSource   = "gen_ai.usage.cost.source"
)

// readProposedCost tells a cost that was received from the provider from one that was computed. One in another currency is no USD.
func readProposedCost(c *Call) {
	amount, ok := c.oddAsIs(proposedCostAmount)
	if !ok {
		return
	}
	if currency, has := c.oddAsIs(proposedCostCurrency); has && foldedText(currency) != "usd" {
		return
	}
	into := ReportedCost
	if source, has := c.oddAsIs(proposedCostSource); has && foldedText(source) == "provider" {
		into = BilledCost
	}
	c.put(&FieldKey{Field: into}, amount)
}

// openTelemetryOperations holds the well-known values of gen_ai.operation.name, those of the conventions after v1.41, which have no
// name to be written there, and the spellings of older emitters.
var openTelemetryOperations = map[string]Op{
	"chat":             {"chat", strong(Generation)},
	"generate_content": {"generate_content", strong(Generation)},
	"text_completion":  {"text_completion", strong(Generation)},
	"embeddings":       {"embeddings", strong(Embedding)},
	"retrieval":        {"retrieval", strong(Retrieval)},
	"execute_tool":     {"execute_tool", strong(Tool)},
	"invoke_agent":     {"invoke_agent", strong(Agent)},
	"create_agent":     {"create_agent", strong(Agent)},
	"invoke_workflow":  {"invoke_workflow", strong(Workflow)},

	"rerank":              {"", strong(Rerank)},
	"plan":                {"", strong(Plan)},
	"evaluation":          {"", strong(Evaluator)},
	"apply_guardrail":     {"", strong(Guardrail)},
	"run_guardrail":       {"", strong(Guardrail)},
	"fetch_response":      {"", strong(Other)},
	"search_memory":       {"", strong(Memory)},
	"create_memory":       {"", strong(Memory)},
	"update_memory":       {"", strong(Memory)},
	"upsert_memory":       {"", strong(Memory)},
	"delete_memory":       {"", strong(Memory)},
	"create_memory_store": {"", strong(Memory)},
	"delete_memory_store": {"", strong(Memory)},

	"completion":       {"text_completion", strong(Generation)},
	"chat.completions": {"chat", strong(Generation)},
	"chat_completion":  {"chat", strong(Generation)},
	"response":         {"chat", strong(Generation)},
	"responses":        {"chat", strong(Generation)},
	"generate":         {"generate_content", strong(Generation)},
	"embedding":        {"embeddings", strong(Embedding)},
	"retrieve":         {"retrieval", strong(Retrieval)},
	"tool":             {"execute_tool", strong(Tool)},
	"agent":            {"invoke_agent", strong(Agent)},
	"workflow":         {"invoke_workflow", strong(Workflow)},
}

// openTelemetryEvents are the message events of v1.28 to v1.36, those of v1.27 and before (gen_ai.content.*), and today's. They stand on
// spans or come as log records of the same name.
var openTelemetryEvents = []Event{
	{Name: "gen_ai.system.message", Record: strong(Generation), Messages: true, Role: "system", Message: InputMessages},
	{Name: "gen_ai.user.message", Record: strong(Generation), Messages: true, Role: "user", Message: InputMessages},
	{Name: "gen_ai.assistant.message", Record: strong(Generation), Messages: true, Role: "assistant", Message: InputMessages},
	{
		Name: "gen_ai.tool.message", Record: strong(Generation), Messages: true, Role: "tool", Message: InputMessages,
		Contents: []ContentKey{{Key: "content", Slot: ToolArguments}},
	},
	{
		Name: "gen_ai.choice", Record: strong(Generation), Messages: true, Role: "assistant", Message: OutputMessages,
		Fields:   []FieldKey{{Key: "finish_reason", Field: FinishReasons}},
		Contents: []ContentKey{{Key: "message", Slot: ToolResult, Text: true}},
	},
	{
		Name: "gen_ai.content.prompt", Record: strong(Generation), Messages: true,
		Contents: []ContentKey{{Key: "gen_ai.prompt", Slot: InputMessages, Text: true}},
	},
	{
		Name: "gen_ai.content.completion", Record: strong(Generation), Messages: true,
		Contents: []ContentKey{{Key: "gen_ai.completion", Slot: OutputMessages, Text: true}},
	},
	{
		Name: "gen_ai.client.inference.operation.details", Record: strong(Generation), Messages: true, Attributes: true,
		Contents: []ContentKey{
			{Key: "gen_ai.input.messages", Slot: InputMessages, Text: true},
			{Key: "gen_ai.output.messages", Slot: OutputMessages, Text: true},
			{Key: "gen_ai.system_instructions", Slot: SystemInstructions, Text: true},
			{Key: "gen_ai.tool.definitions", Slot: ToolDefinitions},
		},
	},
	{Name: "gen_ai.evaluation.result", Record: strong(Evaluator)},
}
