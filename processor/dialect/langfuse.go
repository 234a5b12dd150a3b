package dialect

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// langfuse is the vocabulary of Langfuse's SDKs. Its trace-wide keys (user, session, tags) also stand on spans of other instrumentations.
func langfuse() Dialect {
	return Dialect{
		Name:   "langfuse",
		Source: "langfuse/langfuse packages/shared/src/server/otel/attributes.ts and langfuse/langfuse-python langfuse/_client/attributes.py (2026-08)",
		Scopes: []string{"langfuse-sdk"},
		Kinds: []KindKey{{
			Key:  "langfuse.observation.type",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"generation": strong(Generation), "embedding": strong(Embedding), "agent": strong(Agent), "tool": strong(Tool),
				"chain": strong(Workflow), "retriever": strong(Retrieval), "guardrail": strong(Guardrail), "evaluator": strong(Evaluator),
			},
			Else: weak(Step), // span, event and what Langfuse takes for a span
		}},
		// Python SDKs up to 3.3.0 called generations spans (langfuse/langfuse#8682); only generations have these.
		Structure: []StructureKey{
			{"langfuse.observation.model.", strong(Generation)},
			{"langfuse.observation.usage_details", strong(Generation)},
			{"langfuse.observation.cost_details", strong(Generation)},
			{"langfuse.observation.completion_start_time", strong(Generation)},
			{"langfuse.observation.prompt.", strong(Generation)},
		},
		Marks: []string{"langfuse."},
		Contents: []ContentKey{
			{Key: "langfuse.observation.input", Slot: InputMessages, Blob: true},
			{Key: "langfuse.observation.input", Slot: ToolArguments},
			{Key: "langfuse.observation.input", Slot: RetrievalQuery, Text: true},
			{Key: "langfuse.observation.output", Slot: OutputMessages, Blob: true},
			{Key: "langfuse.observation.output", Slot: ToolResult, Text: true},
			{Key: "langfuse.observation.output", Slot: RetrievalDocuments, Blob: true},
			{Key: "langfuse.trace.input", Slot: InputMessages, Blob: true},
			{Key: "langfuse.trace.output", Slot: OutputMessages, Blob: true},
		},
		Fields: []FieldKey{
			{Key: "langfuse.observation.model.name", Field: RequestModel},
			{Key: "langfuse.observation.model.parameters", Field: MaxTokens, Path: "max_tokens"},
			{Key: "langfuse.observation.model.parameters", Field: MaxTokens, Path: "maxOutputTokens"},
			{Key: "langfuse.observation.model.parameters", Field: Temperature, Path: "temperature"},
			{Key: "langfuse.observation.model.parameters", Field: TopP, Path: "top_p"},
			{Key: "langfuse.observation.model.parameters", Field: FrequencyPenalty, Path: "frequency_penalty"},
			{Key: "langfuse.observation.model.parameters", Field: PresencePenalty, Path: "presence_penalty"},
			{Key: "langfuse.observation.model.parameters", Field: Seed, Path: "seed"},
			{Key: "langfuse.observation.completion_start_time", Field: TimeToFirstChunk, SinceStart: true},
			{Key: "langfuse.observation.cost_details", Field: ReportedCost, Path: "total"},
			{Key: "langfuse.observation.prompt.name", Field: PromptName},
			{Key: "langfuse.prompt.name", Field: PromptName},
			{Key: "langfuse.observation.prompt.version", Field: PromptVersion},
			{Key: "langfuse.prompt.version", Field: PromptVersion},
			{Key: "langfuse.session.id", Field: ConversationID},
			{Key: "session.id", Field: ConversationID, Shared: true},
			{Key: "langfuse.user.id", Field: UserID},
			{Key: "user.id", Field: UserID, Shared: true},
			{Key: "langfuse.trace.tags", Field: Tags},
			{Key: "langfuse.tags", Field: Tags},
		},
		OddKeys: []string{"langfuse.observation.usage_details"},
		Finish:  readLangfuseUsage,
	}
}

// readLangfuseUsage reads the usage, which is disjoint buckets of any names, or what OpenAI reports as it is. Where OpenTelemetry's names
// on the span count otherwise, they hold.
func readLangfuseUsage(c *Call) {
	details, ok := c.Odd("langfuse.observation.usage_details")
	if ok && details.Type() == pcommon.ValueTypeMap && !readOpenAIUsage(c, details) {
		readUsageBuckets(c, details.Map())
	}
}

// openAIUsage is where the usage of OpenAI's chat and responses APIs has its counts, whose totals include their details.
var openAIUsage = [...]struct{ input, output, inputDetails, outputDetails string }{
	{"prompt_tokens", "completion_tokens", "prompt_tokens_details", "completion_tokens_details"},
	{"input_tokens", "output_tokens", "input_tokens_details", "output_tokens_details"},
}

// readOpenAIUsage reports whether the usage is OpenAI's. Without details it may be anyone's, and the counts mean the same.
func readOpenAIUsage(c *Call, usage pcommon.Value) bool {
	for _, at := range openAIUsage {
		input, ok := atPath(usage, at.input)
		if !ok {
			continue
		}
		if _, ok = atPath(usage, at.inputDetails); !ok {
			continue
		}
		if n, has := c.Int(InputTokens); has && n != input.Int() {
			return true
		}
		c.fill(InputTokens, usage, at.input)
		c.fill(OutputTokens, usage, at.output)
		c.fill(CacheReadTokens, usage, at.inputDetails+".cached_tokens")
		c.fill(InputAudioTokens, usage, at.inputDetails+".audio_tokens")
		c.fill(ReasoningTokens, usage, at.outputDetails+".reasoning_tokens")
		c.fill(OutputAudioTokens, usage, at.outputDetails+".audio_tokens")
		return true
	}
	return false
}

// readUsageBuckets adds up the buckets: "input" leaves out "input_cached_tokens" and "input_audio", and so for output.
func readUsageBuckets(c *Call, buckets pcommon.Map) {
	var sums [numFields]int64
	var seen [numFields]bool
	for name, value := range buckets.All() {
		n, _, ok := asInt(value)
		if !ok || n < 0 {
			continue
		}
		for _, f := range usageBucket(strings.ToLower(name)) {
			sums[f] += n
			seen[f] = true
		}
	}
	cached := sums[CacheReadTokens] + sums[CacheWriteTokens]
	seen[InputTokens] = seen[InputTokens] || cached > 0 // all of the input may have been cached
	n, counted := c.Int(InputTokens)
	if counted && n != sums[InputTokens] && n != sums[InputTokens]+cached {
		return
	}
	for f := range numFields {
		if seen[f] && !c.Has(f) {
			c.SetInt(f, sums[f])
		}
	}
	if total, _, ok := asInt(totalOf(buckets)); ok && total == sums[InputTokens]+sums[OutputTokens] {
		return // the OpenAI wrapper once wrote all input beside what of it was cached (langfuse/langfuse#10592)
	}
	n, _ = c.Int(InputTokens)
	c.ExclusiveScope = c.ExclusiveScope || cached > 0 && n == sums[InputTokens]
}

// totalOf returns the bucket of all tokens, empty where there is none.
func totalOf(buckets pcommon.Map) pcommon.Value {
	if total, ok := buckets.Get("total"); ok {
		return total
	}
	return pcommon.NewValueEmpty()
}

// usageBucket returns the fields that a bucket counts for, by the names that the SDKs, LangChain's usage and Anthropic give; none for
// totals and names that say nothing.
func usageBucket(name string) []Field {
	has := func(part string) bool { return strings.Contains(name, part) }
	switch {
	case strings.HasPrefix(name, "output"), strings.HasPrefix(name, "completion"):
		switch {
		case has("reasoning"):
			return []Field{OutputTokens, ReasoningTokens}
		case has("audio"):
			return []Field{OutputTokens, OutputAudioTokens}
		case has("image"):
			return []Field{OutputTokens, OutputImageTokens}
		}
		return []Field{OutputTokens}
	case has("ephemeral_5m"), has("cache_creation_5m"):
		return []Field{CacheWriteTokens, CacheWrite5mTokens}
	case has("ephemeral_1h"), has("cache_creation_1h"):
		return []Field{CacheWriteTokens, CacheWrite1hTokens}
	case has("cache_creation"), has("cache_write"):
		return []Field{CacheWriteTokens}
	case strings.HasPrefix(name, "cache_read"):
		return []Field{CacheReadTokens}
	case !strings.HasPrefix(name, "input") && !strings.HasPrefix(name, "prompt"):
		return nil
	case has("cache"):
		return []Field{CacheReadTokens}
	case has("audio"):
		return []Field{InputTokens, InputAudioTokens}
	case has("image"):
		return []Field{InputTokens, InputImageTokens}
	}
	return []Field{InputTokens}
}
