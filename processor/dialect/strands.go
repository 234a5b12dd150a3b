package dialect

import "strings"

// strands is the vocabulary of AWS's Strands Agents, also as Bedrock AgentCore hosts them. It writes OpenTelemetry's names, those of
// v1.26 and today's at once, and the messages as span events, which the AWS Distro for OpenTelemetry moves to log records.
func strands() Dialect {
	return Dialect{
		Name: "strands",
		Source: "strands-agents/sdk-python src/strands/telemetry/tracer.py (2026-08); docs.aws.amazon.com/bedrock-agentcore devguide, " +
			"observability (2026-08)",
		Scopes: []string{"strands."},
		Operations: map[string]Op{
			"execute_event_loop_cycle": {"", strong(Step)},
			"invoke_swarm":             {"invoke_workflow", strong(Workflow)},
			"invoke_graph":             {"invoke_workflow", strong(Workflow)},
		},
		Names: []NameKind{
			{"execute_event_loop_cycle", strong(Step)}, // has had no operation in some versions
			// Up to 0.1 no span had one.
			{"Cycle ", strong(Step)},
			{"Model invoke", strong(Generation)},
			{"Tool: ", strong(Tool)},
		},
		Marks: []string{"event_loop.cycle_id", "event_loop.parent_cycle_id", "gen_ai.agent.tools", "gen_ai.tool.status"},
		Events: []Event{
			{Name: "strands.telemetry.tracer", Record: weak(Other), Messages: true}, // content that the AWS distribution moved off a span
		},
		Fields: []FieldKey{
			{Key: "agent_name", Field: AgentName, Shared: true},
			{Key: "agent.name", Field: AgentName, Shared: true},
			{Key: "tool.name", Field: ToolName, Shared: true},
			{Key: "tool.id", Field: ToolCallID, Shared: true},
			{Key: "session.id", Field: ConversationID, Shared: true},
			{Key: "gen_ai.server.time_to_first_token", Field: TimeToFirstChunk, PerUnit: 1000, Shared: true}, // elsewhere it is in seconds
		},
		Finish: passOnAnthropicCounts,
	}
}

// passOnAnthropicCounts: Strands passes on each provider's own counts. Anthropic's leave cached tokens out, on Bedrock, whose total proves
// it, and called directly, where Strands makes the total itself; through LiteLLM ("anthropic/claude-…") they are in already.
func passOnAnthropicCounts(c *Call) {
	model := strings.ToLower(c.Text(RequestModel))
	if strings.HasPrefix(model, "claude-") || strings.Contains(model, "anthropic.claude-") {
		c.ExclusiveScope = true
	}
}
