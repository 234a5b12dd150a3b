package processor

import (
	"math"
	"strconv"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// langfuseBackend is what Langfuse takes before all else. User ids need no row: the conventions have the same key.
func langfuseBackend() backend {
	return backend{
		name: "langfuse",
		source: "langfuse/langfuse packages/shared/src/server/otel: attributes.ts at 02d10118, ObservationTypeMapper.ts, OtelIngestionProcessor.ts " +
			"(2026-08)",
		keys: []ingestKey{
			kindKey("langfuse.observation.type", langfuseTypes, langfuseExacter),
			{key: "langfuse.observation.model.name", put: langfuseModel},
			{key: "langfuse.observation.usage_details", put: unlessThere(langfuseUsage)},
			{key: "langfuse.observation.cost_details", put: langfuseCost},
			{key: "langfuse.observation.completion_start_time", put: unlessThere(completionStart)},
			{key: "langfuse.observation.prompt.name", put: unlessThere(field(dialect.PromptName))},
			{key: "langfuse.observation.prompt.version", put: unlessThere(langfusePromptVersion)},
			{key: "session.id", put: unlessThere(field(dialect.ConversationID))},
			{key: "langfuse.trace.tags", put: unlessThere(field(dialect.Tags))},
		},
	}
}

var langfuseTypes = map[dialect.Kind]string{
	dialect.Generation: "generation", dialect.Embedding: "embedding", dialect.Rerank: "retriever", dialect.Retrieval: "retriever",
	dialect.Tool: "tool", dialect.Agent: "agent", dialect.Workflow: "chain", dialect.Step: "span", dialect.Guardrail: "guardrail",
	dialect.Evaluator: "evaluator", dialect.Memory: "span", dialect.Plan: "span", dialect.Other: "span",
}

var langfuseExacter = map[string]dialect.Kind{"event": dialect.Step}

// langfuseModel writes the model that Langfuse looks up: the one that answered. It writes none where none was asked for by name, since
// Langfuse reads the answering model itself and a genai processor would take the name for the one asked for.
func langfuseModel(w *emission, key string) {
	if !w.call.Kind.CallsModel() || !w.call.Has(dialect.RequestModel) {
		return
	}
	model := w.call.Text(dialect.ResponseModel)
	if model == "" {
		model = w.call.Text(dialect.RequestModel)
	}
	w.attrs.PutStr(key, model)
}

// langfuseUsage writes disjoint counts: Langfuse adds them up. Where the usage is not the call's own it writes that there is none, or
// Langfuse would count the conventions' attributes once more.
func langfuseUsage(w *emission, key string) {
	switch w.role {
	case "":
		return
	case roleOwn:
	default:
		w.attrs.PutStr(key, "{}")
		return
	}
	input, hasInput := w.call.Int(dialect.InputTokens)
	cacheRead, _ := w.call.Int(dialect.CacheReadTokens)
	cacheWrite, _ := w.call.Int(dialect.CacheWriteTokens)
	for5m, _ := w.call.Int(dialect.CacheWrite5mTokens)
	for1h, _ := w.call.Int(dialect.CacheWrite1hTokens)
	output, hasOutput := w.call.Int(dialect.OutputTokens)
	reasoning, _ := w.call.Int(dialect.ReasoningTokens)
	if _, sane := sum(input, cacheRead, cacheWrite, for5m, for1h, output, reasoning); !sane || !hasInput && cacheRead+cacheWrite+for5m+for1h > 0 || !hasOutput && reasoning > 0 {
		return
	}
	text := []byte{'{'}
	count := func(name string, n int64) {
		if n > 0 || name == "input" || name == "output" {
			text = strconv.AppendInt(appendName(text, name), max(n, 0), 10)
		}
	}
	if hasInput {
		count("input", input-cacheRead-max(cacheWrite, for5m+for1h))
	}
	count("input_cached_tokens", cacheRead)
	count("input_cache_creation", cacheWrite-for5m-for1h)
	count("input_cache_creation_5m", for5m)
	count("input_cache_creation_1h", for1h)
	if hasOutput {
		count("output", output-reasoning)
	}
	count("output_reasoning_tokens", reasoning)
	count("total", input+output)
	w.attrs.PutStr(key, string(append(text, '}')))
}

// langfuseCost writes the parts of the cost under the names of the counts that they are for.
func langfuseCost(w *emission, key string) {
	if w.cost == nil {
		return
	}
	text := []byte{'{'}
	part := func(name string, amount costcalc.Pico) {
		if amount != 0 || name == "total" {
			text = strconv.AppendFloat(appendName(text, name), amount.Float64(), 'f', -1, 64)
		}
	}
	part("input", w.cost.Input)
	part("input_cached_tokens", w.cost.CacheRead)
	part("input_cache_creation", w.cost.CacheWrite)
	part("output", w.cost.Output)
	part("other", w.cost.Other)
	part("total", w.cost.Total)
	w.attrs.PutStr(key, string(append(text, '}')))
}

// completionStart writes when the first chunk came, to the millisecond.
func completionStart(w *emission, key string) {
	seconds, ok := w.call.Double(dialect.TimeToFirstChunk)
	const aDay = 24 * 60 * 60 // more is no time to wait for a chunk, but a mistake in units
	if !ok || w.call.Start.IsZero() || math.IsNaN(seconds) || seconds < 0 || seconds > aDay {
		return
	}
	at := w.call.Start.Add(time.Duration(seconds * float64(time.Second))).Round(time.Millisecond)
	w.attrs.PutStr(key, at.UTC().Format("2006-01-02T15:04:05.000Z07:00"))
}

// langfusePromptVersion writes the version where it is a number, as Langfuse counts versions.
func langfusePromptVersion(w *emission, key string) {
	if n, err := strconv.ParseInt(w.call.Text(dialect.PromptVersion), 10, 64); err == nil {
		w.attrs.PutInt(key, n)
	}
}
