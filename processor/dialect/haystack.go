package dialect

// haystack is what deepset's Haystack writes through its own tracer. Usage is inside of components' outputs, and only where content
// tracing is on.
func haystack() Dialect {
	return Dialect{
		Name:   "haystack",
		Source: "deepset-ai/haystack haystack/core/pipeline/base.py and haystack/components/agents/agent.py (2.x, 2026-08)",
		Scopes: []string{"haystack"},
		Kinds: []KindKey{{
			Key:    "haystack.component.type", // a class name
			Tier:   ExplicitKind,
			Suffix: true,
			Values: map[string]Verdict{
				"generator": strong(Generation), "embedder": strong(Embedding), "ranker": strong(Rerank), "retriever": strong(Retrieval),
				"evaluator": strong(Evaluator), "toolinvoker": strong(Tool), "agent": strong(Agent),
				"builder": strong(Step), "router": strong(Step), "joiner": strong(Step), "converter": strong(Step), "splitter": strong(Step),
				"cleaner": strong(Step), "writer": strong(Step), "validator": strong(Step), "adapter": strong(Step), "fetcher": strong(Step),
			},
			Else: weak(Step),
		}},
		Names: []NameKind{
			{"haystack.pipeline.run", strong(Workflow)},
			{"haystack.async_pipeline.run", strong(Workflow)},
			{"haystack.agent.run", strong(Agent)},
			{"haystack.agent.step", strong(Step)},
			{"haystack.agent.step.llm", strong(Generation)},
			{"haystack.agent.step.tool", strong(Tool)},
			{"haystack.chat_generator.run", strong(Generation)},
			{"haystack.component.run", weak(Step)},
		},
		Marks: []string{"haystack."},
		Contents: []ContentKey{
			{Key: "haystack.component.input", Slot: InputMessages, Blob: true},
			{Key: "haystack.component.input", Slot: RetrievalQuery},
			{Key: "haystack.component.output", Slot: OutputMessages, Blob: true},
			{Key: "haystack.component.output", Slot: RetrievalDocuments, Blob: true},
			{Key: "haystack.agent.input", Slot: InputMessages, Blob: true},
		},
		Fields: []FieldKey{
			{Key: "haystack.tool.name", Field: ToolName},
			{Key: "haystack.tool.description", Field: ToolDescription},
		},
		OddKeys: []string{"haystack.component.output", "haystack.agent.step.llm.output"},
		Finish:  finishHaystack,
	}
}

// haystackMetas is where components of each family put what the provider said: chat generators, those of older versions, generators of
// plain text, and embedders.
var haystackMetas = []string{"replies.0.meta", "replies.0._meta", "meta.0", "meta"}

// finishHaystack reads model and usage from the output of a component that called a model.
func finishHaystack(c *Call) {
	if !c.Kind.CallsModel() {
		return
	}
	for _, key := range []string{"haystack.component.output", "haystack.agent.step.llm.output"} {
		output, ok := c.Odd(key)
		if !ok {
			continue
		}
		for _, path := range haystackMetas {
			c.fill(ResponseModel, output, path+".model")
			c.fill(FinishReasons, output, path+".finish_reason")
			c.fill(InputTokens, output, path+".usage.prompt_tokens")
			c.fill(OutputTokens, output, path+".usage.completion_tokens")
			c.fill(TotalTokens, output, path+".usage.total_tokens")
			c.fill(CacheReadTokens, output, path+".usage.prompt_tokens_details.cached_tokens")
			c.fill(ReasoningTokens, output, path+".usage.completion_tokens_details.reasoning_tokens")
			// Anthropic's own counts, passed on under OpenAI's names for input and output: its input leaves cached tokens out.
			if _, anthropic := atPath(output, path+".usage.cache_read_input_tokens"); anthropic {
				c.ExclusiveScope = true
				readAnthropicUsage(c, output, path+".usage")
			}
		}
	}
}
