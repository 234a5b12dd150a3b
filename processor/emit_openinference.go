package processor

import (
	"strconv"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// openInferenceBackend is what Phoenix and Arize AX read. User ids need no row: the conventions have the same key.
func openInferenceBackend() backend {
	return backend{
		name: "openinference",
		source: "Arize-ai/openinference python/openinference-semantic-conventions/src/openinference/semconv/trace/__init__.py at 0101ec16 (2026-08), " +
			"Arize-ai/phoenix src/phoenix/trace/gen_ai/conversion.py at 10c483a0 (2026-08)",
		keys: []ingestKey{
			kindKey("openinference.span.kind", openInferenceKinds, openInferenceExacter),
			{key: "llm.provider", put: openInferenceProvider},
			{key: "llm.system", put: openInferenceSystem},
			{key: "llm.model_name", put: onlyOn(dialect.Generation, field(dialect.RequestModel))},
			{key: "llm.response.model_name", put: onlyOn(dialect.Generation, field(dialect.ResponseModel))},
			{key: "embedding.model_name", put: onlyOn(dialect.Embedding, field(dialect.RequestModel))},
			{key: "reranker.model_name", put: onlyOn(dialect.Rerank, field(dialect.RequestModel))},
			{key: "llm.invocation_parameters", put: onlyOn(dialect.Generation, unlessThere(invocationParameters))},
			{key: "llm.finish_reason", put: onlyFinishReason},
			{key: "llm.token_count.prompt", put: ownTokens(dialect.InputTokens)},
			{key: "llm.token_count.prompt_details.cache_read", put: ownTokens(dialect.CacheReadTokens)},
			{key: "llm.token_count.prompt_details.cache_write", put: ownTokens(dialect.CacheWriteTokens)},
			{key: "llm.token_count.prompt_details.audio", put: ownTokens(dialect.InputAudioTokens)},
			{key: "llm.token_count.completion", put: ownTokens(dialect.OutputTokens)},
			{key: "llm.token_count.completion_details.reasoning", put: ownTokens(dialect.ReasoningTokens)},
			{key: "llm.token_count.completion_details.audio", put: ownTokens(dialect.OutputAudioTokens)},
			{key: "llm.token_count.total", put: totalTokens},
			{key: "llm.cost.prompt", put: usd(costAllInput)},
			{key: "llm.cost.prompt_details.input", put: usdUnlessZero(costUncached)},
			{key: "llm.cost.prompt_details.cache_read", put: usdUnlessZero(costCacheRead)},
			{key: "llm.cost.prompt_details.cache_write", put: usdUnlessZero(costCacheWrite)},
			{key: "llm.cost.completion", put: usd(costOutput)},
			{key: "llm.cost.total", put: usdTotal},
			{key: "session.id", put: unlessThere(field(dialect.ConversationID))},
			{key: "agent.name", put: unlessThere(field(dialect.AgentName))},
			{key: "tool.name", put: onlyOn(dialect.Tool, unlessThere(field(dialect.ToolName)))},
			{key: "tool.description", put: onlyOn(dialect.Tool, unlessThere(field(dialect.ToolDescription)))},
			{key: "tool.id", put: onlyOn(dialect.Tool, unlessThere(field(dialect.ToolCallID)))},
			{key: "llm.prompt_template.version", put: unlessThere(field(dialect.PromptVersion))},
			{key: "tag.tags", put: unlessThere(field(dialect.Tags))},
		},
	}
}

var openInferenceKinds = map[dialect.Kind]string{
	dialect.Generation: "LLM", dialect.Embedding: "EMBEDDING", dialect.Rerank: "RERANKER", dialect.Retrieval: "RETRIEVER", dialect.Tool: "TOOL",
	dialect.Agent: "AGENT", dialect.Workflow: "CHAIN", dialect.Step: "CHAIN", dialect.Guardrail: "GUARDRAIL", dialect.Evaluator: "EVALUATOR",
	dialect.Memory: "CHAIN", dialect.Plan: "CHAIN", dialect.Other: "UNKNOWN",
}

var openInferenceExacter = map[string]dialect.Kind{"PROMPT": dialect.Step, "UNKNOWN": dialect.Step}

// openInferenceProviders holds OpenInference's names of providers and AI systems where they are not the conventions' own.
var openInferenceProviders = map[string]struct{ provider, system string }{
	"openai":             {"openai", "openai"},
	"anthropic":          {"anthropic", "anthropic"},
	"cohere":             {"cohere", "cohere"},
	"mistral_ai":         {"mistralai", "mistralai"},
	"x_ai":               {"xai", ""},
	"moonshot_ai":        {"moonshot", ""},
	"azure.ai.openai":    {"azure", "openai"},
	"azure.ai.inference": {"azure", ""},
	"aws.bedrock":        {"aws", ""},
	"gcp.vertex_ai":      {"google", "vertexai"},
	"gcp.gen_ai":         {"google", ""},
	"gcp.gemini":         {"google", ""},
}

func openInferenceProvider(w *emission, key string) {
	name := dialect.CanonicalProvider(w.call.Text(dialect.Provider))
	if known, ok := openInferenceProviders[name]; ok {
		name = known.provider
	}
	if name != "" {
		w.attrs.PutStr(key, name)
	}
}

func openInferenceSystem(w *emission, key string) {
	known := openInferenceProviders[dialect.CanonicalProvider(w.call.Text(dialect.Provider))]
	if known.system != "" {
		w.attrs.PutStr(key, known.system)
	}
}

// onlyFinishReason writes the reason where there is one: the attribute is no list.
func onlyFinishReason(w *emission, key string) {
	if reasons := w.call.Texts(dialect.FinishReasons); len(reasons) == 1 {
		w.attrs.PutStr(key, reasons[0])
	}
}

// totalTokens writes input and output together, cached tokens and reasoning in them.
func totalTokens(w *emission, key string) {
	input, hasInput := w.call.Int(dialect.InputTokens)
	output, hasOutput := w.call.Int(dialect.OutputTokens)
	if total, sane := sum(input, output); sane && (hasInput || hasOutput) && w.role == roleOwn {
		w.attrs.PutInt(key, total)
	}
}

// invocationParameters writes the request's parameters as one JSON object.
func invocationParameters(w *emission, key string) {
	text := []byte{'{'}
	for _, p := range [...]struct {
		name  string
		field dialect.Field
	}{
		{"temperature", dialect.Temperature}, {"top_p", dialect.TopP}, {"top_k", dialect.TopK}, {"max_tokens", dialect.MaxTokens},
		{"frequency_penalty", dialect.FrequencyPenalty}, {"presence_penalty", dialect.PresencePenalty}, {"seed", dialect.Seed},
	} {
		if !w.call.Has(p.field) {
			continue
		}
		text = appendName(text, p.name)
		if p.field.Type() == dialect.Int {
			n, _ := w.call.Int(p.field)
			text = strconv.AppendInt(text, n, 10)
		} else {
			d, _ := w.call.Double(p.field)
			text = strconv.AppendFloat(text, d, 'g', -1, 64)
		}
	}
	if len(text) > 1 {
		w.attrs.PutStr(key, string(append(text, '}')))
	}
}

// appendName appends a member's name to the text of a JSON object that is being written. Names are plain.
func appendName(text []byte, name string) []byte {
	if len(text) > 1 {
		text = append(text, ',')
	}
	text = append(text, '"')
	text = append(text, name...)
	return append(text, '"', ':')
}
