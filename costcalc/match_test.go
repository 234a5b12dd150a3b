package costcalc

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Names as instrumentations, gateways and clouds write them. want is provider/entry, or the reason.
func TestNames(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for name, tc := range map[string]struct {
		provider, server, model string
		want                    string
		flags                   Flags
	}{
		// providers
		"the convention's name for Azure OpenAI":            {"azure.ai.openai", "", "gpt-4o", "azure/gpt-4o", 0},
		"the older name for Azure OpenAI":                   {"az.ai.openai", "", "gpt-4o", "azure/gpt-4o", 0},
		"the convention's name for Azure AI Inference":      {"azure.ai.inference", "", "gpt-4o", "azure/gpt-4o", 0},
		"the convention's name for Bedrock":                 {"aws.bedrock", "", "amazon.nova-lite-v1:0", "aws/amazon.nova-lite-v1:0", 0},
		"the convention's name for Gemini":                  {"gcp.gemini", "", "gemini-2.5-flash", "google/gemini-2.5-flash", 0},
		"the convention's name for Vertex AI":               {"gcp.vertex_ai", "", "gemini-2.5-flash", "google/gemini-2.5-flash", 0},
		"the convention's name for any Google endpoint":     {"gcp.gen_ai", "", "gemini-2.5-flash", "google/gemini-2.5-flash", 0},
		"the convention's name for xAI":                     {"x_ai", "", "grok-4.6", "x-ai/grok-4.6", 0},
		"the older name for xAI":                            {"xai", "", "grok-4.6", "x-ai/grok-4.6", 0},
		"the convention's name for Mistral":                 {"mistral_ai", "", "codestral-2508", "mistral/codestral-2508", 0},
		"the convention's name for Moonshot":                {"moonshot_ai", "", "kimi-k2.6", "moonshotai/kimi-k2.6", 0},
		"the convention's name for watsonx isn't Mistral's": {"ibm.watsonx.ai", "", "codestral-2508", "unknown_model", 0},
		"OpenInference's name for Mistral":                  {"mistralai", "", "codestral-2508", "mistral/codestral-2508", 0},
		"OpenInference's name for Vertex AI":                {"vertexai", "", "gemini-2.5-flash", "google/gemini-2.5-flash", 0},
		"LiteLLM's name for Fireworks":                      {"fireworks_ai", "", "accounts/fireworks/models/kimi-k2p6", "fireworks/kimi-k2p6", 0},
		"OpenLLMetry's name for Together":                   {"TogetherAI", "", "meta-llama/Llama-3.3-70B-Instruct-Turbo", "together/meta-llama/Llama-3.3-70B-Instruct-Turbo", 0},
		"the AI SDK's name for Groq":                        {"groq.chat", "", "openai/gpt-oss-20b", "groq/openai/gpt-oss-20b", 0},
		"the AI SDK's name for xAI":                         {"xai.chat", "", "grok-4.6", "x-ai/grok-4.6", 0},
		"the AI SDK's name for Bedrock":                     {"amazon-bedrock", "", "amazon.nova-lite-v1:0", "aws/amazon.nova-lite-v1:0", 0},
		"the AI SDK's name for Claude on Vertex AI":         {"vertex.anthropic.messages", "", "claude-sonnet-4-5", "google/claude-sonnet-4-5", 0},
		"a Bedrock profile without a provider":              {"", "", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "aws/regional.anthropic.claude-sonnet-4-5-20250929-v1:0", FlagProviderFromModel},
		"a Bedrock model without a provider":                {"", "", "amazon.nova-lite-v1:0", "aws/amazon.nova-lite-v1:0", FlagProviderFromModel},
		"near miss: a vendor and nothing of Bedrock":        {"", "", "anthropic.", "unknown_model", 0},
		"capitals and spaces":                               {" OpenAI ", "", " GPT-4o\n", "openai/gpt-4o", 0},
		"a provider that the table doesn't have":            {"writer", "", "gpt-4o", "unknown_model", 0},
		"a framework is no provider":                        {"Langchain", "", "gpt-4o", "openai/gpt-4o", FlagProviderFromModel},
		"ADK's name for itself":                             {"gcp.vertex.agent", "", "gemini-2.5-flash", "google/gemini-2.5-flash", 0},

		// hosts
		"the host decides over the client library":   {"openai", "api.cerebras.ai", "gpt-oss-120b", "cerebras/gpt-oss-120b", 0},
		"the host with its port":                     {"openai", "api.cerebras.ai:443", "gpt-oss-120b", "cerebras/gpt-oss-120b", 0},
		"the host in a URL":                          {"openai", "https://openrouter.ai/api/v1", "openai/gpt-4o", "openrouter/openai/gpt-4o", 0},
		"the host in capitals":                       {"", "API.OpenAI.com", "gpt-4o", "openai/gpt-4o", 0},
		"Claude on a regional host of Vertex AI":     {"anthropic", "us-east5-aiplatform.googleapis.com", "claude-sonnet-4-5@20250929", "google/claude-sonnet-4-5", FlagFacetPrice},
		"Azure's host":                               {"openai", "contoso.openai.azure.com", "gpt-4o-2024-08-06", "azure/gpt-4o", 0},
		"Bedrock's host":                             {"", "bedrock-runtime.eu-west-1.amazonaws.com", "amazon.nova-lite-v1:0", "aws/amazon.nova-lite-v1:0", 0},
		"a host that the table doesn't have":         {"openai", "llm.example.com", "gpt-4o", "openai/gpt-4o", 0},
		"a look-alike host":                          {"groq", "notapi.openai.com", "gpt-4o", "unknown_model", 0},
		"a host that is certain rules out a prefix":  {"openai", "api.openai.com", "anthropic/claude-sonnet-4-5", "unknown_model", 0},
		"one's own machine":                          {"openai", "localhost:8000", "gpt-4o", "self_hosted", 0},
		"one's own cluster":                          {"openai", "vllm.models.svc.cluster.local", "gpt-4o", "self_hosted", 0},
		"one's own network":                          {"openai", "http://10.1.2.3:8000/v1", "gpt-4o", "self_hosted", 0},
		"an engine that runs on one's own machines":  {"ollama", "", "llama3.1:8b", "self_hosted", 0},
		"vLLM, whatever the model's name":            {"vllm", "", "gpt-4o", "self_hosted", 0},
		"a cloud's host, whatever engine is claimed": {"ollama", "api.openai.com", "gpt-4o", "openai/gpt-4o", 0},

		"LiteLLM's route to one's own machines":   {"litellm", "", "ollama_chat/llama3.1", "self_hosted", 0},
		"such a route, but the host is a cloud's": {"openai", "openrouter.ai", "vllm/gpt-4o", "unknown_model", 0},

		// models
		"Gemini API's path":                              {"google", "", "models/gemini-2.5-flash", "google/gemini-2.5-flash", 0},
		"Vertex AI's path":                               {"gcp.vertex_ai", "", "publishers/google/models/gemini-2.5-flash", "google/gemini-2.5-flash", 0},
		"Vertex AI's full path, no provider":             {"", "", "projects/p/locations/eu/publishers/anthropic/models/claude-sonnet-4-5", "google/claude-sonnet-4-5", FlagProviderFromModel},
		"Bedrock's inference profile, no provider":       {"", "", "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0", "aws/amazon.nova-lite-v1:0", FlagProviderFromModel},
		"Bedrock's foundation model":                     {"aws.bedrock", "", "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0", "aws/amazon.nova-lite-v1:0", 0},
		"Bedrock's application profile says no model":    {"aws.bedrock", "", "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3", "unknown_model", 0},
		"Bedrock's custom model":                         {"aws.bedrock", "", "arn:aws:bedrock:eu-west-1:123456789012:custom-model/anthropic.claude-3-haiku/x", "fine_tune", 0},
		"the provider in front of its own model":         {"openai", "", "openai/gpt-4o", "openai/gpt-4o", 0},
		"the provider in front, nothing else known":      {"", "", "azure/gpt-4o", "azure/gpt-4o", FlagProviderFromModel},
		"the provider in front, through a gateway":       {"litellm", "", "bedrock/amazon.nova-lite-v1:0", "aws/amazon.nova-lite-v1:0", FlagProviderFromModel},
		"another provider in front, OpenAI's client":     {"openai", "", "anthropic/claude-sonnet-4-5", "anthropic/claude-sonnet-4-5", FlagProviderFromModel},
		"another provider in front, another's client":    {"anthropic", "", "openai/gpt-4o", "unknown_model", 0},
		"OpenRouter in front":                            {"", "", "openrouter/anthropic/claude-sonnet-4.5", "openrouter/anthropic/claude-sonnet-4.5", FlagProviderFromModel},
		"OpenRouter's free variant is a row of its own":  {"openrouter", "", "google/gemma-4-31b-it:free", "openrouter/google/gemma-4-31b-it:free", 0},
		"OpenRouter's faster route":                      {"openrouter", "", "anthropic/claude-sonnet-4.5:nitro", "openrouter/anthropic/claude-sonnet-4.5", FlagRouteSuffix},
		"a free variant that isn't listed":               {"openrouter", "", "anthropic/claude-sonnet-4.5:free", "unknown_model", 0},
		"a date that isn't listed":                       {"openai", "", "gpt-4o-2027-01-31", "openai/gpt-4o", FlagDateNormalised},
		"a date that isn't listed, behind a path":        {"google", "", "models/gemini-2.5-pro@20270131", "google/gemini-2.5-pro", 0},
		"a date without dashes that is listed with them": {"openai", "", "gpt-5.6-luna-20260730", "openai/gpt-5.6-luna", FlagDateNormalised},
		"a date that isn't one":                          {"openai", "", "text-embedding-3-small-20271399", "unknown_model", 0},
		"a fine-tuned model without a price":             {"openai", "", "ft:gpt-4.1-2025-04-14:acme::abc", "fine_tune", 0},
		"a fine-tuned model with a price, on Azure":      {"azure", "", "gpt-4o-mini-2024-07-18.ft-0123456789abcdef", "azure/gpt-4o-mini-2024-07-18.ft-", 0},
		"a fine-tuned model without one, on Azure":       {"azure", "", "gpt-4o-2024-08-06.ft-0123456789abcdef", "fine_tune", 0},
		"somebody's deployment":                          {"azure", "", "prod-chat", "unknown_model", 0},

		// no provider
		"a well-known model of OpenAI":                {"", "", "gpt-4o", "openai/gpt-4o", FlagProviderFromModel},
		"a well-known model of Anthropic":             {"", "", "claude-sonnet-4-5", "anthropic/claude-sonnet-4-5", FlagProviderFromModel},
		"a model that several providers sell":         {"", "", "meta-llama/llama-3.3-70b-instruct", "ambiguous_provider", 0},
		"a model that two providers claim":            {"", "", "cerebras-claude", "ambiguous_provider", 0},
		"a model that nobody sells":                   {"", "", "house-brand-7b", "unknown_model", 0},
		"an owner that doesn't list the model":        {"", "", "gpt-nothing-of-the-kind", "unknown_model", 0},
		"a name of nothing but spaces":                {"openai", "", "  ", "no_model", 0},
		"a name longer than any":                      {"openai", "", strings.Repeat("gpt-4o", 100), "unknown_model", 0},
		"a prefix and nothing after it":               {"", "", "openai/", "unknown_model", 0},
		"a name that isn't text":                      {"openai", "", "\xff\xfe", "unknown_model", 0},
		"a routing suffix and nothing in front of it": {"openrouter", "", ":nitro", "unknown_model", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := Call{
				Provider: tc.provider, ServerAddress: tc.server, ResponseModel: tc.model,
				Time: in2026, Usage: counts{InputTokens: 1}.usage(),
			}
			got, reason := table.Price(c)
			found := string(reason)
			if reason == "" {
				found = got.Provider + "/" + got.Model
			}
			assert.Equal(t, tc.want, found)
			assert.Equal(t, tc.flags, got.Flags, "flags %s, want %s", got.Flags, tc.flags)
			again, reasonAgain := table.Price(c)
			assert.Equal(t, got, again, "remembered")
			assert.Equal(t, reason, reasonAgain, "remembered")
		})
	}
}

func TestTheModelThatAnsweredComesFirst(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for name, tc := range map[string]struct {
		response, request string
		want              string
	}{
		"both are known": {"gpt-4o-mini", "gpt-4o", "gpt-4o-mini"},
		"only the answer names a known one (Azure)": {"gpt-4o-mini", "prod-chat", "gpt-4o-mini"},
		"only the request names a known one":        {"team-alias", "gpt-4o", "gpt-4o"},
		"the answer names none":                     {"", "gpt-4o", "gpt-4o"},
		"the request names none":                    {"gpt-4o", "", "gpt-4o"},
		"neither is known":                          {"team-alias", "prod-chat", "unknown_model"},
		"neither is named":                          {"", "", "no_model"},
		"a fine-tuned model answered":               {"ft:gpt-4.1-2025-04-14:acme::abc", "gpt-4.1", "fine_tune"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, reason := table.Price(Call{
				Provider: "openai", ResponseModel: tc.response, RequestModel: tc.request, Usage: counts{InputTokens: 1}.usage(),
			})
			assert.Equal(t, tc.want, got.Model+string(reason))
		})
	}
}

func TestUsageThatIsNone(t *testing.T) {
	t.Parallel()
	table := defaultTable(t)
	for name, tc := range map[string]struct {
		model  string
		counts counts
		want   Reason
	}{
		"nothing reported":                       {"gpt-4o", nil, ReasonNoUsage},
		"nothing reported of no model":           {"", nil, ReasonNoUsage},
		"a negative count":                       {"gpt-4o", counts{InputTokens: 5, OutputTokens: -1}, ReasonInvalidUsage},
		"a negative count of a unit it lacks":    {"gpt-4o", counts{InputTokens: 5, WebSearches: -1}, ReasonInvalidUsage},
		"more tokens than anybody could pay for": {"gpt-4o", counts{InputTokens: maxCount + 1}, ReasonInvalidUsage},
		"as many tokens as are believed":         {"gpt-4o", counts{InputTokens: maxCount}, ""},
		"zero tokens":                            {"gpt-4o", counts{InputTokens: 0}, ""},
		"a unit that the model has no price for": {"gpt-4o", counts{AudioMilliseconds: 5}, ReasonUnitUnpriced},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, reason := table.Price(Call{Provider: "openai", RequestModel: tc.model, Usage: tc.counts.usage()})
			assert.Equal(t, tc.want, reason)
		})
	}
}

func TestFreeIsAPrice(t *testing.T) {
	t.Parallel()
	got, reason := defaultTable(t).Price(Call{
		Provider: "openrouter", ResponseModel: "google/gemma-4-31b-it:free", Usage: counts{InputTokens: 1000, OutputTokens: 5}.usage(),
	})
	require.Empty(t, reason)
	assert.Zero(t, got.Total)
	assert.Zero(t, got.Flags)
}

func TestFlagsHaveNames(t *testing.T) {
	t.Parallel()
	assert.Empty(t, Flags(0).String())
	assert.Nil(t, Flags(0).Names())
	assert.Equal(t, "clamped_cache,date_normalised", (FlagDateNormalised | FlagClampedCache).String())
	assert.True(t, (FlagDateNormalised | FlagClampedCache).Has(FlagClampedCache))
	assert.False(t, FlagClampedCache.Has(FlagDateNormalised|FlagClampedCache))

	all := FlagUnknownFacet<<1 - 1
	assert.Len(t, all.Names(), len(flagNames))
	assert.Equal(t, []string{"provider_from_model"}, FlagProviderFromModel.Names())
	assert.Len(t, Flags(1<<32-1).Names(), len(flagNames), "bits without a name")
}
