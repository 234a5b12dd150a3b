package dialect

// agentFramework is the vocabulary of the Microsoft Agent Framework: OpenTelemetry's names, and workflows told by the names of their
// spans.
func agentFramework() Dialect {
	return Dialect{
		Name: "agent_framework",
		Source: "microsoft/agent-framework python/packages/core/agent_framework/observability.py (2026-08), microsoft/agent-framework-go " +
			"workflow/observability",
		Scopes: []string{"agent_framework", "Microsoft.Agents.AI", "Experimental.Microsoft.Agents.AI"},
		Names: []NameKind{
			{"workflow.run", strong(Workflow)},
			{"workflow_invoke", strong(Workflow)},
			{"workflow.session", strong(Workflow)},
			{"workflow.build", strong(Step)},
			{"executor.process", strong(Step)},
			{"edge_group.process", strong(Step)},
			{"message.send", strong(Step)},
		},
		Fields: []FieldKey{
			{Key: "workflow.name", Field: WorkflowName, Shared: true},
		},
		Finish: forgetUnknownModel,
	}
}

// forgetUnknownModel: the framework writes "unknown" where it does not know.
func forgetUnknownModel(c *Call) {
	for _, f := range []Field{RequestModel, ResponseModel} {
		if c.Text(f) == "unknown" {
			c.Clear(f)
		}
	}
}
