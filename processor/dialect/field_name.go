package dialect

import "slices"

// fieldNames are the names of the fields in a user's own dialects.
var fieldNames = [numFields]string{
	Operation: "operation", Provider: "provider", RequestModel: "request_model", ResponseModel: "response_model", ResponseID: "response_id",
	PreviousResponseID: "previous_response_id", ConversationID: "conversation_id", UserID: "user_id", AgentName: "agent_name", AgentID: "agent_id",
	AgentDescription: "agent_description", AgentVersion: "agent_version", WorkflowName: "workflow_name", ToolName: "tool_name", ToolCallID: "tool_call_id",
	ToolType: "tool_type", ToolDescription: "tool_description", DataSourceID: "data_source_id", PromptName: "prompt_name", PromptVersion: "prompt_version",
	OutputType: "output_type", RequestServiceTier: "request_service_tier", ResponseServiceTier: "response_service_tier", SystemFingerprint: "system_fingerprint",
	ReasoningLevel: "reasoning_level", EvaluationName: "evaluation_name", EvaluationLabel: "evaluation_label", EvaluationScore: "evaluation_score",
	GuardrailName: "guardrail_name", GuardrailVerdict: "guardrail_verdict", Stream: "stream", TimeToFirstChunk: "time_to_first_chunk",
	EmbeddingDimensions: "embedding_dimensions", RetrievalTopK: "retrieval_top_k", MaxTokens: "max_tokens", Temperature: "temperature", TopP: "top_p",
	TopK: "top_k", FrequencyPenalty: "frequency_penalty", PresencePenalty: "presence_penalty", Seed: "seed", ChoiceCount: "choice_count",
	InputTokens: "input_tokens", OutputTokens: "output_tokens", CacheReadTokens: "cache_read_tokens", CacheWriteTokens: "cache_write_tokens",
	ReasoningTokens: "reasoning_tokens", TotalTokens: "total_tokens", CacheWrite5mTokens: "cache_write_5m_tokens", CacheWrite1hTokens: "cache_write_1h_tokens",
	InputAudioTokens: "input_audio_tokens", OutputAudioTokens: "output_audio_tokens", InputImageTokens: "input_image_tokens",
	OutputImageTokens: "output_image_tokens", InputVideoTokens: "input_video_tokens", OutputVideoTokens: "output_video_tokens",
	CacheAudioReadTokens: "cache_audio_read_tokens", CacheImageReadTokens: "cache_image_read_tokens", CitationTokens: "citation_tokens",
	AudioMilliseconds: "audio_milliseconds", InputAudioMilliseconds: "input_audio_milliseconds", InputPages: "input_pages",
	WebSearches: "web_searches", StorageSearches: "storage_searches", BilledCost: "billed_cost", ServiceTier: "service_tier", Speed: "speed", InferenceGeo: "inference_geo",
	Batch: "batch", RollUpInputTokens: "roll_up_input_tokens",
	RollUpOutputTokens: "roll_up_output_tokens", ReportedCost: "reported_cost", ServerAddress: "server_address", CallFailed: "failed", EntityName: "entity_name",
	FinishReasons: "finish_reasons",
	StopSequences: "stop_sequences", Tags: "tags",
}

// FieldNames returns the names that [FieldByName] knows.
func FieldNames() []string { return slices.Clone(fieldNames[:]) }

// FieldByName returns the field of a name in a user's own dialects.
func FieldByName(name string) (Field, bool) {
	i := slices.Index(fieldNames[:], name)
	return Field(i), i >= 0
}

// Name returns the field's name in a user's own dialects.
func (f Field) Name() string { return fieldNames[f] }

// KindNames returns the values of `genai.kind`.
func KindNames() []string { return slices.Clone(kindNames[Generation:]) }
