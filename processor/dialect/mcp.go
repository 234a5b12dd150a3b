package dialect

// mcp is the vocabulary of the Model Context Protocol's spans, the client's and the server's. mcp.session.id is a connection, no
// conversation.
func mcp() Dialect {
	return Dialect{
		Name:   "mcp",
		Source: "open-telemetry/semantic-conventions-genai model/mcp (2026-08) and open-telemetry/semantic-conventions v1.41.0 docs/gen-ai/mcp.md",
		Kinds: []KindKey{
			{Key: "mcp.method.name", Tier: VendorOperation, Values: map[string]Verdict{"tools/call": strong(Tool)}, Else: weak(Step)},
		},
		Marks: []string{"mcp."},
		Fields: []FieldKey{
			{Key: "mcp.tool.name", Field: ToolName}, // drafts of the conventions
			{Key: "mcp.prompt.name", Field: PromptName},
		},
	}
}
