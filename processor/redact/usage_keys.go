package redact

import "strings"

// usageKeyBeginnings and usageKeys are the closed list of keys whose numbers count tokens, money and time. Their int and double values are
// never findings: a token count must not become a placeholder because it happens to pass a checksum. A string under the same key is scanned.
var usageKeyBeginnings = []string{
	"gen_ai.usage.",            // semantic conventions, every generation; cost keys of OpenLIT and Laminar
	"gen_ai.aggregated_usage.", // Pydantic AI
	"gen_ai.token.",            // OpenLIT
	"gen_ai.cost.",             // traceAI, LiteLLM
	"genai.cost.",              // this processor
	"genai.trace.",             // this processor
	"llm.token_count.",         // OpenInference
	"llm.cost.",                // OpenInference
	"llm.usage.",               // OpenLLMetry, first generation
	"ai.usage.",                // Vercel AI SDK
	"codex.turn.token_usage.",  // Codex
	"codex.usage.",             // Codex
	"_dd.llmobs.",              // Datadog LLM Observability
}

var usageKeys = map[string]struct{}{
	"genai.redaction.count": {}, // this processor
	"operation.cost":        {}, // Pydantic AI
	"db.operation.cost":     {}, // OpenLIT
	"input_tokens":          {}, // Claude Code, and the rest of this group
	"output_tokens":         {},
	"cache_read_tokens":     {},
	"cache_creation_tokens": {},
	"cost_usd":              {},
}

func isUsageKey(key string) bool {
	if listedKeys.Begins(key)&markUsage == 0 {
		return false
	}
	if _, found := usageKeys[key]; found {
		return true
	}
	for _, b := range usageKeyBeginnings {
		if strings.HasPrefix(key, b) {
			return true
		}
	}
	return false
}
