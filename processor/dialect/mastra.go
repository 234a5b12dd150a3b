package dialect

// mastra is the vocabulary of Mastra's exporters, which write OpenTelemetry's names with the span's type beside them.
func mastra() Dialect {
	return Dialect{
		Name:   "mastra",
		Source: "mastra-ai/mastra observability/otel-exporter/src/{gen-ai-semantics,span-converter}.ts and packages/core/src/observability/types/tracing.ts (2026-08)",
		Scopes: []string{"@mastra/"},
		Kinds: []KindKey{{
			Key:  "mastra.span.type",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"agent_run": strong(Agent), "workflow_run": strong(Workflow), "rag_ingestion": strong(Workflow),
				"model_generation": strong(Generation), "llm_generation": strong(Generation), "rag_embedding": strong(Embedding),
				"tool_call": strong(Tool), "mcp_tool_call": strong(Tool), "client_tool_call": strong(Tool), "provider_tool_call": strong(Tool),
				"scorer_run": strong(Evaluator), "memory_operation": strong(Memory),
				// The generation around them has the model and the usage of all its steps.
				"model_step": strong(Step), "model_inference": strong(Step), "model_chunk": strong(Step), "llm_chunk": strong(Step),
			},
			Else: strong(Step), // steps and waits of workflows, processors, mappings
		}},
		Operations: map[string]Op{ // of the first exporters
			"agent.run":      {"invoke_agent", strong(Agent)},
			"workflow.run":   {"invoke_workflow", strong(Workflow)},
			"tool.execute":   {"execute_tool", strong(Tool)},
			"tool_selection": {"chat", strong(Generation)},
		},
		Marks: []string{"mastra."},
		Contents: []ContentKey{
			{Key: "mastra.model_generation.input", Slot: InputMessages, Blob: true},
			{Key: "mastra.model_generation.output", Slot: OutputMessages, Blob: true},
			{Key: "mastra.agent_run.input", Slot: InputMessages, Blob: true},
			{Key: "mastra.agent_run.output", Slot: OutputMessages, Blob: true},
			{Key: "mastra.workflow_run.input", Slot: InputMessages, Blob: true},
			{Key: "mastra.workflow_run.output", Slot: OutputMessages, Blob: true},
			{Key: "mastra.tool_call.input", Slot: ToolArguments},
			{Key: "mastra.tool_call.output", Slot: ToolResult, Text: true},
			{Key: "mastra.mcp_tool_call.input", Slot: ToolArguments},
			{Key: "mastra.mcp_tool_call.output", Slot: ToolResult, Text: true},
		},
		Fields: []FieldKey{
			{Key: "mastra.completion_start_time", Field: TimeToFirstChunk, SinceStart: true},
			{Key: "mastra.metadata.threadId", Field: ConversationID},
			{Key: "mastra.metadata.userId", Field: UserID},
			{Key: "agent.id", Field: AgentID, Shared: true}, // the first exporters
		},
	}
}
