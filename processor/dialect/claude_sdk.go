package dialect

// claudeSDK is the vocabulary of the spans that Anthropic's SDKs make in the application: OpenTelemetry's names.
func claudeSDK() Dialect {
	return Dialect{
		Name:   "claude_sdk",
		Source: "platform.claude.com/docs/en/api/opentelemetry/spans (2026-10), after semantic-conventions-genai e57c543b (2026-09-24)",
		Scopes: []string{"com.anthropic.sdk."},
		Names:  claudeSpanNames,
	}
}

// claudeAPI is the vocabulary of the spans that the Claude API sends of the same requests, into the same trace.
func claudeAPI() Dialect {
	return Dialect{
		Name:   "claude_api",
		Source: "platform.claude.com/docs/en/api/opentelemetry/spans (2026-10), after semantic-conventions-genai e57c543b (2026-09-24)",
		Scopes: []string{"com.anthropic.claude-platform"},
		Names:  claudeSpanNames,
		Finish: serveTheSDK,
	}
}

var claudeSpanNames = []NameKind{
	{"anthropic.messages.create", strong(Generation)},
	{"anthropic.messages.stream", strong(Generation)},
	{"anthropic.completions.create", strong(Generation)},
	{"anthropic.tool_use ", strong(Tool)},
}

// serveTheSDK: whatever the API counts, on the span of the request or on those inside of it, the client's span counts too.
func serveTheSDK(c *Call) {
	if c.Kind.CallsModel() {
		c.Role = "server_side"
	}
}
