package dialect

// liveKit is what LiveKit's agents write: spans known by their names, with lk.* beside OpenTelemetry's names.
func liveKit() Dialect {
	return Dialect{
		Name:   "livekit",
		Source: "livekit/agents livekit-agents/livekit/agents/telemetry/trace_types.py and livekit/agents-js agents/src/telemetry/trace_types.ts (2026-08)",
		Scopes: []string{"livekit-agents"},
		Names: []NameKind{
			{"agent_session", strong(Workflow)},
			{"agent_turn", strong(Agent)},
			{"start_agent_activity", strong(Agent)},
			{"user_turn", strong(Step)},
			{"eou_detection", strong(Step)}, // end of utterance
			{"llm_node", weak(Step)},        // around llm_request, of which it repeats the model but not the usage
			{"llm_request", strong(Generation)},
			{"llm_request_run", strong(Step)}, // one try within llm_request
			{"tts_node", strong(Step)},
			{"tts_request", strong(Generation)},
			{"tts_request_run", strong(Step)},
			{"realtime_metrics", strong(Generation)},
			{"function_tool", strong(Tool)},
		},
		// The messages under lk.* are the node's; those of a request are events of the conventions.
		Structure: []StructureKey{{"lk.function_tool.", strong(Tool)}},
		Marks:     []string{"lk."},
		Contents: []ContentKey{
			{Key: "lk.function_tool.arguments", Slot: ToolArguments},
			{Key: "lk.function_tool.output", Slot: ToolResult, Text: true},
		},
		Fields: []FieldKey{
			{Key: "lk.function_tool.name", Field: ToolName},
			{Key: "lk.function_tool.id", Field: ToolCallID},
			{Key: "lk.response.ttft", Field: TimeToFirstChunk},
			{Key: "lk.response.ttfb", Field: TimeToFirstChunk}, // of speech
			{Key: "lk.llm_metrics", Field: RequestModel, Path: "metadata.model_name"},
			{Key: "lk.llm_metrics", Field: Provider, Path: "metadata.model_provider"},
			{Key: "lk.llm_metrics", Field: InputTokens, Path: "prompt_tokens"},
			{Key: "lk.llm_metrics", Field: OutputTokens, Path: "completion_tokens"},
			{Key: "lk.llm_metrics", Field: TotalTokens, Path: "total_tokens"},
			{Key: "lk.llm_metrics", Field: CacheReadTokens, Path: "prompt_cached_tokens"},
			{Key: "lk.llm_metrics", Field: TimeToFirstChunk, Path: "ttft"},
			{Key: "gen_ai.usage.input_cached_tokens", Field: CacheReadTokens},
			{Key: "gen_ai.usage.input_audio_tokens", Field: InputAudioTokens},
			{Key: "gen_ai.usage.output_audio_tokens", Field: OutputAudioTokens},
		},
		Finish: func(c *Call) { c.OwnOperation = c.OwnOperation || c.SpanName == "tts_request" },
	}
}
