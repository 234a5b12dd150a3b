package dialect

// copilot is the vocabulary of GitHub Copilot, in its CLI, its SDK and VS Code: OpenTelemetry's names and a few of its own. Its cost is in
// premium requests and AI units, neither of them money, so it is not read.
func copilot() Dialect {
	return Dialect{
		Name:   "copilot",
		Source: "microsoft/vscode extensions/copilot/docs/monitoring/agent_monitoring.md (2026-05), GitHub Copilot CLI OpenTelemetry (2026-07)",
		Scopes: []string{"github.copilot", "copilot-chat"},
		Operations: map[string]Op{
			"execute_hook": {"", strong(Step)},
		},
		Marks: []string{"github.copilot.", "copilot_chat."},
		Fields: []FieldKey{
			{Key: "copilot_chat.chat_session_id", Field: ConversationID},
			{Key: "copilot_chat.session_id", Field: ConversationID},
			{Key: "copilot_chat.time_to_first_token", Field: TimeToFirstChunk, PerUnit: 1000},
		},
	}
}
