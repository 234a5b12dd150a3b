package dialect

import "strings"

// codex is the vocabulary of OpenAI's Codex, of its spans and of its log records. A turn repeats the usage of its responses; newer builds
// report it on the turn only, so that nothing in one span tells the two apart.
func codex() Dialect {
	return Dialect{
		Name:   "codex",
		Source: "openai/codex codex-rs/otel/src/events/session_telemetry.rs and codex-rs/core (2026-08)",
		Scopes: []string{"codex_", "codex-"},
		Kinds: []KindKey{
			{Key: "event.kind", Tier: VendorOperation, Shared: true, Values: map[string]Verdict{"response.completed": strong(Generation)}},
		},
		Names: []NameKind{
			{"session_task.", weak(Step)},
			{"session_task.turn", strong(Agent)},
			{"session_task.review", strong(Agent)},
			{"handle_responses", weak(Step)}, // one for each event of a stream; the one with usage is the generation
			{"handle_tool_call", strong(Tool)},
		},
		Structure: []StructureKey{
			{"codex.turn.token_usage.input_tokens", strong(Agent)},
			{"codex.turn.token_usage.total_tokens", strong(Agent)},
		},
		Marks: []string{"codex."},
		Events: []Event{
			{Name: "codex.sse_event", Record: weak(Step)}, // event.kind tells the end of a response from its parts
			{Name: "codex.tool_result", Record: strong(Tool)},
			{Name: "codex.tool_decision", Record: strong(Step)},
			{Name: "codex.user_prompt", Record: strong(Step)},
			{Name: "codex.api_request", Record: strong(Step)}, // an attempt, without usage
			{Name: "codex.websocket_request", Record: strong(Step)},
			{Name: "codex.conversation_starts", Record: weak(Other)},
		},
		Fields: []FieldKey{
			{Key: "model", Field: RequestModel, Shared: true},
			{Key: "codex.turn.token_usage.input_tokens", Field: InputTokens},
			{Key: "codex.turn.token_usage.output_tokens", Field: OutputTokens},
			{Key: "codex.turn.token_usage.cached_input_tokens", Field: CacheReadTokens},
			{Key: "codex.turn.token_usage.cache_write_input_tokens", Field: CacheWriteTokens},
			{Key: "codex.turn.token_usage.reasoning_output_tokens", Field: ReasoningTokens},
			{Key: "codex.turn.token_usage.total_tokens", Field: TotalTokens},
			{Key: "codex.usage.reasoning_output_tokens", Field: ReasoningTokens},
			{Key: "codex.usage.total_tokens", Field: TotalTokens},
			{Key: "codex.turn.reasoning_effort", Field: ReasoningLevel},
			{Key: "codex.request.reasoning_effort", Field: ReasoningLevel},
			{Key: "input_token_count", Field: InputTokens, Shared: true},
			{Key: "output_token_count", Field: OutputTokens, Shared: true},
			{Key: "cached_token_count", Field: CacheReadTokens, Shared: true},
			{Key: "reasoning_token_count", Field: ReasoningTokens, Shared: true},
			{Key: "conversation.id", Field: ConversationID, Shared: true},
			{Key: "thread.id", Field: ConversationID, Shared: true},
			{Key: "tool_name", Field: ToolName, Shared: true},
			{Key: "call_id", Field: ToolCallID, Shared: true},
		},
		Finish: tidyCodex,
	}
}

// tidyCodex takes back what Codex's bare keys only seem to say: a thread of the operating system, which Rust numbers under the same key,
// is no conversation, and a response that asks for a tool is not its call.
func tidyCodex(c *Call) {
	if strings.Trim(c.Text(ConversationID), "0123456789") == "" {
		c.Clear(ConversationID)
	}
	if c.Kind != Tool && c.rank[ToolName] != 0 { // not from the conventions' own attribute
		c.Clear(ToolName)
	}
}
