package dialect

// geminiCLI is the vocabulary of Google's Gemini CLI: OpenTelemetry's names with operations of its own, and log records of its own.
func geminiCLI() Dialect {
	return Dialect{
		Name:   "gemini_cli",
		Source: "google-gemini/gemini-cli packages/core/src/telemetry trace.ts and types.ts, docs/cli/telemetry.md (2026-08)",
		Scopes: []string{"gemini-cli"},
		Operations: map[string]Op{
			"llm_call":            {"generate_content", strong(Generation)},
			"tool_call":           {"execute_tool", strong(Tool)},
			"agent_call":          {"invoke_agent", strong(Agent)},
			"user_prompt":         {"", strong(Step)},
			"system_prompt":       {"", strong(Step)},
			"schedule_tool_calls": {"", strong(Step)},
		},
		Marks: []string{"gemini_cli."},
		Events: []Event{
			{Name: "gemini_cli.api_response", Record: strong(Generation)},
			{Name: "gemini_cli.api_error", Record: strong(Generation)},
			{Name: "gemini_cli.api_request", Record: strong(Step)}, // before the answer, which has a record of its own
			{Name: "gemini_cli.tool_call", Record: strong(Tool)},
			{Name: "gemini_cli.user_prompt", Record: strong(Step)},
			{Name: "gemini_cli.agent.start", Record: strong(Step)},
			{Name: "gemini_cli.agent.finish", Record: strong(Agent)},
		},
		Fields: []FieldKey{
			{Key: "model", Field: RequestModel, Shared: true},
			{Key: "session.id", Field: ConversationID, Shared: true},
			{Key: "function_name", Field: ToolName, Shared: true},
			{Key: "agent_name", Field: AgentName, Shared: true},
			{Key: "input_token_count", Field: InputTokens, Shared: true},
			{Key: "output_token_count", Field: OutputTokens, Shared: true}, // without thoughts, as the total proves
			{Key: "cached_content_token_count", Field: CacheReadTokens, Shared: true},
			{Key: "thoughts_token_count", Field: ReasoningTokens, Shared: true},
			{Key: "total_token_count", Field: TotalTokens, Shared: true},
		},
	}
}
