package dialect

// semanticKernel is the vocabulary of Microsoft's Semantic Kernel: OpenTelemetry's names up to v1.36 with older operations, and messages
// as events.
func semanticKernel() Dialect {
	return Dialect{
		Name: "semantic_kernel",
		Source: "microsoft/semantic-kernel python/semantic_kernel/utils/telemetry, dotnet/src/InternalUtilities/src/Diagnostics/ModelDiagnostics.cs " +
			"(2026-08)",
		Scopes: []string{"semantic_kernel", "Microsoft.SemanticKernel"},
		Operations: map[string]Op{
			"chat.streaming_completions": {"chat", strong(Generation)},
			"text.completions":           {"text_completion", strong(Generation)},
			"text.streaming_completions": {"text_completion", strong(Generation)},
		},
		Marks: []string{"sk.available_functions"},
	}
}
