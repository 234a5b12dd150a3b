package dialect

// flue is what Flue's @flue/opentelemetry writes: flue.* for everything at first, later OpenTelemetry's names with flue.* beside them.
func flue() Dialect {
	return Dialect{
		Name:   "flue",
		Source: "withastro/flue packages/opentelemetry/src/index.ts, before and after its move to the GenAI conventions (2026-08)",
		Scopes: []string{"@flue/opentelemetry"},
		Kinds: []KindKey{{
			Key:    "flue.operation.kind",
			Tier:   VendorOperation,
			Values: map[string]Verdict{"prompt": strong(Agent), "skill": strong(Agent), "shell": strong(Tool)},
			Else:   weak(Step),
		}},
		Structure: []StructureKey{
			{"flue.tool.", strong(Tool)},
			{"flue.workflow.", strong(Workflow)},
			{"flue.compaction.", strong(Step)},
			{"flue.task.agent", strong(Agent)}, // flue.task.id alone only says within which task
			{"flue.task.prompt", strong(Agent)},
			{"flue.task.result", strong(Agent)},
		},
		Messages: []string{"flue.turn.input", "flue.turn.output"},
		Marks:    []string{"flue."},
		Fields: []FieldKey{
			{Key: "flue.agent.name", Field: AgentName},
			{Key: "flue.task.agent", Field: AgentName},
			{Key: "flue.workflow.name", Field: WorkflowName},
			{Key: "flue.tool.name", Field: ToolName},
			{Key: "flue.tool.call_id", Field: ToolCallID},
			{Key: "flue.reasoning", Field: ReasoningLevel},
			{Key: "flue.usage.total_tokens", Field: TotalTokens},
			{Key: "flue.usage.cost_total", Field: ReportedCost},
			{Key: "gen_ai.usage.cost_total", Field: ReportedCost},
			{Key: "flue.operation.usage.input_tokens", Field: RollUpInputTokens},
			{Key: "flue.operation.usage.output_tokens", Field: RollUpOutputTokens},
			{Key: "flue.compaction.usage.input_tokens", Field: RollUpInputTokens},
			{Key: "flue.compaction.usage.output_tokens", Field: RollUpOutputTokens},
		},
	}
}
