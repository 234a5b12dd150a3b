package dialect

// claudeCode is the vocabulary of Claude Code, of its spans (in beta) and of its events, which are log records. Beside a few of
// OpenTelemetry's names most keys are bare words, so they are read only where the scope shows Claude Code.
func claudeCode() Dialect {
	return Dialect{
		Name:   "claude_code",
		Source: "code.claude.com/docs/en/monitoring-usage (2026-11); spans published of 2.1.266",
		Scopes: []string{"com.anthropic.claude_code", "claude-code"},
		Kinds: []KindKey{
			{Key: "span.type", Tier: ExplicitKind, Shared: true, Values: claudeCodeSpanTypes, Else: weak(Step)},
			{Key: "event.name", Tier: VendorOperation, Shared: true, Values: claudeCodeEvents, Else: weak(Other)},
		},
		Names: []NameKind{
			{"claude_code.interaction", strong(Agent)},
			{"claude_code.llm_request", strong(Generation)},
			{"claude_code.tool", strong(Tool)},
			{"claude_code.tool.", strong(Step)}, // the wait for a permission and the run, both below the span of the tool
			{"claude_code.hook", strong(Step)},
		},
		Fields: []FieldKey{
			{Key: "model", Field: RequestModel, Shared: true},
			{Key: "input_tokens", Field: InputTokens, Shared: true},
			{Key: "output_tokens", Field: OutputTokens, Shared: true},
			{Key: "cache_read_tokens", Field: CacheReadTokens, Shared: true},
			{Key: "cache_creation_tokens", Field: CacheWriteTokens, Shared: true},
			{Key: "cost_usd", Field: ReportedCost, Shared: true}, // an estimate, of one request; sums of sessions are metrics
			{Key: "speed", Field: Speed, Values: map[string]string{"normal": "standard"}, Shared: true},
			{Key: "stop_reason", Field: FinishReasons, Shared: true},
			{Key: "ttft_ms", Field: TimeToFirstChunk, PerUnit: 1000, Shared: true},
			{Key: "effort", Field: ReasoningLevel, Shared: true},
			{Key: "request_id", Field: ResponseID, Shared: true}, // gen_ai.response.id holds the same
			{Key: "session.id", Field: ConversationID, Shared: true},
			{Key: "agent_id", Field: AgentID, Shared: true},
			{Key: "agent.name", Field: AgentName, Shared: true},
			{Key: "workflow.name", Field: WorkflowName, Shared: true},
			{Key: "tool_name", Field: ToolName, Shared: true},
			{Key: "tool.name", Field: ToolName, Shared: true},
			{Key: "tool_use_id", Field: ToolCallID, Shared: true},
			{Key: "tool.id", Field: ToolCallID, Shared: true},
		},
		// Anthropic's own counts (anthropics/claude-code#50776; 2 in, 84,562 read from cache).
		ExclusiveScopes: []string{"com.anthropic.claude_code", "claude-code"},
	}
}

// claudeCodeSpanTypes are the span types, in full as the page has them and bare as they come.
var claudeCodeSpanTypes = map[string]Verdict{
	"interaction": strong(Agent), "claude_code.interaction": strong(Agent),
	"llm_request": strong(Generation), "claude_code.llm_request": strong(Generation),
	"tool": strong(Tool), "claude_code.tool": strong(Tool),
	"tool_execution": strong(Tool), // of exporters that write one span for a tool
	"tool.execution": strong(Step), "claude_code.tool.execution": strong(Step),
	"tool.blocked_on_user": strong(Step), "claude_code.tool.blocked_on_user": strong(Step),
	"hook": strong(Step), "claude_code.hook": strong(Step),
}

// claudeCodeEvents are the log records that tell of a request, a tool or a step; all others are about the program.
var claudeCodeEvents = map[string]Verdict{
	"api_request": strong(Generation), "api_error": strong(Generation), "api_refusal": strong(Generation),
	"api_request_body": strong(Generation), "api_response_body": strong(Generation), "assistant_response": strong(Generation),
	"api_retries_exhausted": strong(Step),
	"tool_result":           strong(Tool),
	"tool_decision":         strong(Step),
	"user_prompt":           strong(Step),
	"compaction":            strong(Step), "skill_activated": strong(Step),
	"hook_execution_start": strong(Step), "hook_execution_complete": strong(Step),
}
