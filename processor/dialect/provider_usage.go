package dialect

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// What the providers' own APIs say of a call beside its tokens. Instrumentations pass their usage objects on as they come, at different
// places; the paths here lead from the object.

// anthropicUsage is the usage of Anthropic's Messages API: anthropics/anthropic-sdk-python src/anthropic/types/usage.py and
// server_tool_usage.py (2026-08). The speed is the one served (BerriAI/litellm#38378).
var anthropicUsage = []FieldKey{
	{Path: "cache_read_input_tokens", Field: CacheReadTokens},
	{Path: "cache_creation_input_tokens", Field: CacheWriteTokens},
	{Path: "cache_creation.ephemeral_5m_input_tokens", Field: CacheWrite5mTokens},
	{Path: "cache_creation.ephemeral_1h_input_tokens", Field: CacheWrite1hTokens},
	{Path: "server_tool_use.web_search_requests", Field: WebSearches},
	{Path: "service_tier", Field: ServiceTier},
	{Path: "speed", Field: Speed},
	{Path: "inference_geo", Field: InferenceGeo},
}

// fillFrom sets each of the fields from where it stands in a value, unless something else gave it.
func (c *Call) fillFrom(v pcommon.Value, keys []FieldKey) {
	for _, k := range keys {
		if c.Has(k.Field) {
			continue
		}
		if inner, ok := atPath(v, k.Path); ok {
			c.put(&k, inner)
		}
	}
}

// readAnthropicUsage reads what stands at a path, if anything does.
func readAnthropicUsage(c *Call, v pcommon.Value, path string) {
	if usage, ok := atPath(v, path); ok {
		c.fillFrom(usage, anthropicUsage)
	}
}

// costPaths is where a provider that bills says what the call cost it. upstream is what OpenRouter's own provider takes; byok says that the
// user pays that provider, so that the cost is only a fee.
type costPaths struct{ cost, upstream, byok string }

// openRouterCost is the cost in the usage of OpenRouter's API, in USD, which other gateways have there too: OpenRouter's page on usage
// accounting (2026-06).
var openRouterCost = costPaths{cost: "cost", upstream: "cost_details.upstream_inference_cost", byok: "is_byok"}

// readBilledCost reads a cost that was received from who bills. One that is only a fee is kept as the emitter's. Answers without a key of
// the user's own have the upstream's cost too, equal to the cost or below it.
func readBilledCost(c *Call, v pcommon.Value, at costPaths) {
	cost, ok := atPath(v, at.cost)
	if !ok {
		return
	}
	into := BilledCost
	if onlyFee(cost, v, at) {
		into = ReportedCost
	}
	c.put(&FieldKey{Field: into}, cost)
}

func onlyFee(cost, v pcommon.Value, at costPaths) bool {
	if byok, ok := atPath(v, at.byok); ok && at.byok != "" {
		if own, _, isFlag := asBool(byok); isFlag {
			return own
		}
	}
	upstream, ok := atPath(v, at.upstream)
	if !ok || at.upstream == "" {
		return false
	}
	all, _, ok := asDouble(upstream)
	fee, _, known := asDouble(cost)
	return ok && known && all > fee
}

// xAICost is the cost in the usage of xAI's API, in ticks of 1e-10 USD (BerriAI/litellm#37407, xai-sdk TICKS_PER_USD).
var xAICost = []FieldKey{{Path: "cost_in_usd_ticks", Field: BilledCost, PerUnit: xAITicksPerUSD}}

const xAITicksPerUSD = 1e10

// googlePaths are the names in the usage of Google's APIs, which JavaScript and Python spell in ways of their own.
type googlePaths struct{ traffic, count, prompt, candidates, cached string }

// The usage of the Gemini API and Vertex AI, as vercel/ai packages/google/src/convert-google-usage.ts (2026-08) and google-genai for
// Python (types.GenerateContentResponseUsageMetadata) have it.
var (
	googleInJavaScript = googlePaths{"trafficType", "tokenCount", "promptTokensDetails", "candidatesTokensDetails", "cacheTokensDetails"}
	googleInPython     = googlePaths{"traffic_type", "token_count", "prompt_tokens_details", "candidates_tokens_details", "cache_tokens_details"}
)

// googleModalities are the fields for the tokens of each modality in the prompt, the candidates and the cached content.
var googleModalities = map[string][3]Field{
	"audio": {InputAudioTokens, OutputAudioTokens, CacheAudioReadTokens},
	"image": {InputImageTokens, OutputImageTokens, CacheImageReadTokens},
	"video": {InputVideoTokens, OutputVideoTokens, numFields},
}

// readGoogleUsage reads the tier and the tokens by modality. A modality is in a list once.
func readGoogleUsage(c *Call, usage pcommon.Value, names googlePaths) {
	c.fill(ServiceTier, usage, names.traffic)
	for i, list := range [...]string{names.prompt, names.candidates, names.cached} {
		details, ok := atPath(usage, list)
		if !ok || details.Type() != pcommon.ValueTypeSlice {
			continue
		}
		for _, detail := range details.Slice().All() {
			modality, ok := atPath(detail, "modality")
			if !ok {
				continue
			}
			if fields, known := googleModalities[strings.ToLower(modality.AsString())]; known && fields[i] != numFields {
				c.fill(fields[i], detail, names.count)
			}
		}
	}
}
