package dialect

import "go.opentelemetry.io/collector/pdata/pcommon"

// liteLLM is what LiteLLM's own OpenTelemetry callback writes, in the SDK and in the proxy. It names operations by its functions, and only
// where it logs messages.
func liteLLM() Dialect {
	operations := liteLLMOperations()
	kinds := kindsOf(operations)
	kinds["speech"] = strong(Generation) // as an operation it is also a stretch of speech in a realtime session
	return Dialect{
		Name:   "litellm",
		Source: "BerriAI/litellm litellm/integrations/opentelemetry.py and CallTypes in litellm/types/utils.py (2026-08)",
		Scopes: []string{"litellm"},
		Kinds: []KindKey{
			{Key: "llm.request.type", Tier: RequestType, Shared: true, Values: kinds},
		},
		Operations: operations,
		Names: []NameKind{
			{"litellm_request", weak(Generation)}, // may also be an embedding or a reranking
			{"raw_gen_ai_request", strong(Step)},  // the same call once more, in the provider's own terms
			{"guardrail", strong(Guardrail)},
		},
		Marks: []string{
			"litellm.", "gen_ai.cost.input_cost", "gen_ai.cost.output_cost", "metadata.user_api_key_alias",
			"metadata.user_api_key_team_id", "metadata.user_api_key_user_id",
		},
		Fields: []FieldKey{
			{Key: "metadata.user_api_key_end_user_id", Field: UserID},
			{Key: "gen_ai.cost.total_cost", Field: ReportedCost},
			{Key: "litellm.cost.total", Field: ReportedCost},
			{Key: "hidden_params", Field: ReportedCost, Path: "response_cost", Shared: true},
			{Key: "guardrail_name", Field: GuardrailName, Shared: true},
		},
		OddKeys:       append([]string{liteLLMKeyHash}, liteLLMTotals[:]...),
		SharedOddKeys: []string{liteLLMHidden},
		Finish:        finishLiteLLM,
	}
}

const (
	liteLLMKeyHash = "metadata.user_api_key_hash" // of a key that the proxy gave out: only the proxy writes it
	liteLLMHidden  = "hidden_params"
)

var liteLLMTotals = [...]string{"gen_ai.cost.total_cost", "litellm.cost.total"}

// finishLiteLLM tells the proxy, which charges the key that called it, from the SDK in an application, which only knows the prices of
// others.
//
// An answer out of LiteLLM's own cache repeats the usage, the id and often the full cost of the call that it answered first, and charges
// nobody. It is told by the key of the cache, which LiteLLM puts on such answers only (litellm/caching/caching_handler.py, 2026-08).
func finishLiteLLM(c *Call) {
	if hidden, ok := c.Odd(liteLLMHidden); ok && fromLiteLLMCache(hidden) {
		c.Role = "duplicate"
		return
	}
	if !c.HasOdd(liteLLMKeyHash) {
		return
	}
	for _, key := range liteLLMTotals { // its own keys only: others' may hold what this processor wrote for a backend
		if cost, ok := c.oddAsIs(key); ok {
			c.put(&FieldKey{Field: BilledCost}, cost)
		}
	}
	if hidden, ok := c.Odd(liteLLMHidden); ok {
		c.fill(BilledCost, hidden, "response_cost")
	}
}

func fromLiteLLMCache(hidden pcommon.Value) bool {
	if hit, ok := atPath(hidden, "cache_hit"); ok {
		if yes, _, isFlag := asBool(hit); isFlag {
			return yes
		}
	}
	key, ok := atPath(hidden, "cache_key")
	return ok && key.Type() == pcommon.ValueTypeStr && key.Str() != ""
}

// liteLLMOperations are LiteLLM's call types, each also in its asynchronous form with a leading "a". "completion" is not among them: LiteLLM
// itself writes "chat" for it.
func liteLLMOperations() map[string]Op {
	operations := map[string]Op{
		"acompletion": {"chat", strong(Generation)},
		"aspeech":     {"", strong(Generation)},
		"_arealtime":  {"", strong(Generation)},
	}
	for name, op := range map[string]Op{
		"text_completion":         {"text_completion", strong(Generation)},
		"responses":               {"chat", strong(Generation)},
		"anthropic_messages":      {"chat", strong(Generation)},
		"generate_content":        {"generate_content", strong(Generation)},
		"generate_content_stream": {"generate_content", strong(Generation)},
		"image_generation":        {"", strong(Generation)},
		"image_edit":              {"", strong(Generation)},
		"image_variation":         {"", strong(Generation)},
		"transcription":           {"", strong(Generation)},
		"embedding":               {"embeddings", strong(Embedding)},
		"rerank":                  {"", strong(Rerank)},
		"moderation":              {"", strong(Guardrail)},
		"vector_store_search":     {"retrieval", strong(Retrieval)},
		"call_mcp_tool":           {"execute_tool", strong(Tool)},
	} {
		operations[name] = op
		operations["a"+name] = op
	}
	return operations
}

func kindsOf(operations map[string]Op) map[string]Verdict {
	kinds := make(map[string]Verdict, len(operations))
	for name, op := range operations {
		kinds[name] = op.Verdict
	}
	return kinds
}
