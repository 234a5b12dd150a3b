package dialect

import "strings"

// genkit is the vocabulary of Genkit. What a span is stands in the subtype of its action; the name of an action is the model, the tool or
// the flow, and the usage is in the output.
func genkit() Dialect {
	return Dialect{
		Name:   "genkit",
		Source: "genkit-ai/genkit js/core/src/{action,tracing/instrumentation}.ts and js/plugins (2026-08)",
		Scopes: []string{"genkit-tracer"},
		Kinds: []KindKey{
			{Key: "genkit:metadata:subtype", Tier: ExplicitKind, Values: map[string]Verdict{
				"model": strong(Generation), "background-model": strong(Generation), "embedder": strong(Embedding), "reranker": strong(Rerank),
				"retriever": strong(Retrieval), "tool": strong(Tool), "tool.v2": strong(Tool), "evaluator": strong(Evaluator),
				"flow": strong(Workflow), "agent": strong(Agent),
			}, Else: weak(Step)},
			{Key: "genkit:type", Tier: RequestType, Values: map[string]Verdict{
				"flow": strong(Workflow), "flowstep": strong(Step), "util": weak(Step), "helper": weak(Step), "prompttemplate": strong(Step),
			}},
		},
		Marks: []string{"genkit:type", "genkit:path", "genkit:state", "genkit:input"},
		Contents: []ContentKey{
			{Key: "genkit:input", Slot: InputMessages, Blob: true},
			{Key: "genkit:input", Slot: ToolArguments},
			{Key: "genkit:output", Slot: OutputMessages, Blob: true},
			{Key: "genkit:output", Slot: ToolResult, Text: true},
			{Key: "genkit:output", Slot: RetrievalDocuments, Blob: true},
		},
		Fields: []FieldKey{
			{Key: "genkit:name", Field: EntityName},
			{Key: "genkit:sessionId", Field: ConversationID},
		},
		OddKeys: []string{"genkit:output"},
		Finish:  finishGenkit,
	}
}

// genkitPlugins are the plugins that are one provider each; a model's name begins with its plugin's.
var genkitPlugins = map[string]string{
	"googleai": "gcp.gemini", "vertexai": "gcp.vertex_ai", "openai": "openai", "azureOpenAI": "azure.ai.openai", "anthropic": "anthropic",
	"mistral": "mistral_ai", "groq": "groq", "cohere": "cohere", "deepseek": "deepseek", "xai": "x_ai", "ollama": "ollama",
	"aws-bedrock": "aws.bedrock",
}

func finishGenkit(c *Call) {
	name := c.Text(EntityName)
	switch c.Kind {
	case Generation, Embedding, Rerank:
		nameGenkit(c, RequestModel, name)
		if plugin, _, ok := strings.Cut(name, "/"); ok && !c.Has(Provider) && genkitPlugins[plugin] != "" {
			c.SetText(Provider, genkitPlugins[plugin])
		}
		readGenkitUsage(c)
	case Tool:
		nameGenkit(c, ToolName, name)
	case Agent:
		nameGenkit(c, AgentName, name)
	case Workflow:
		nameGenkit(c, WorkflowName, name)
	}
}

func nameGenkit(c *Call, f Field, name string) {
	if name != "" && !c.Has(f) {
		c.SetText(f, name)
	}
}

// readGenkitUsage reads usage from the output of a model, not of the flows and helpers that hand it on.
func readGenkitUsage(c *Call) {
	output, ok := c.Odd("genkit:output")
	if !ok {
		return
	}
	c.fill(InputTokens, output, "usage.inputTokens")
	c.fill(OutputTokens, output, "usage.outputTokens")
	c.fill(TotalTokens, output, "usage.totalTokens")
	c.fill(ReasoningTokens, output, "usage.thoughtsTokens")
	c.fill(CacheReadTokens, output, "usage.cachedContentTokens")
	c.fill(FinishReasons, output, "finishReason")
	// Anthropic's plugins pass its answer on, and count without cached tokens as it does (genkit-ai/genkit#5412).
	readAnthropicUsage(c, output, "custom.usage")
	input, counted := c.Int(InputTokens)
	if raw, ok := atPath(output, "custom.usage.input_tokens"); ok && counted && raw.Int() == input {
		c.ExclusiveScope = true
	}
}
