package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCanonicalProvider(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ in, want string }{
		"a name of the conventions": {"openai", "openai"},
		"in capitals":               {"OpenAI", "openai"},
		"of v1.36":                  {"az.ai.openai", "azure.ai.openai"},
		"OpenInference's azure":     {"azure", "azure.ai.openai"},
		"OpenInference's aws":       {"aws", "aws.bedrock"},
		"xai":                       {"xai", "x_ai"},
		"OpenLLMetry's MistralAI":   {"MistralAI", "mistral_ai"},
		"gemini":                    {"gemini", "gcp.gemini"},
		"a provider that the conventions don't name":   {"TogetherAI", "togetherai"},
		"the AI SDK names the API too":                 {"anthropic.messages", "anthropic"},
		"the AI SDK's Mistral":                         {"mistral.chat", "mistral_ai"},
		"the AI SDK's Azure":                           {"azure.responses", "azure.ai.openai"},
		"the AI SDK's Gemini":                          {"google.generative-ai", "gcp.gemini"},
		"the AI SDK's Vertex":                          {"google.vertex.chat", "gcp.vertex_ai"},
		"the AI SDK's Claude on Vertex":                {"vertex.anthropic.messages", "gcp.vertex_ai"},
		"the AI SDK's name of any other":               {"fireworks.chat", "fireworks"},
		"near miss: an API that nobody is before":      {".chat", ".chat"},
		"near miss: a dotted name of the conventions":  {"ibm.watsonx.ai", "ibm.watsonx.ai"},
		"a framework answers no call":                  {"Langchain", ""},
		"a framework under a provider's name":          {"gcp.vertex.agent", ""},
		"Unknown says nothing":                         {"Unknown", ""},
		"an address is no provider":                    {"a@example.com", ""},
		"a placeholder is no provider":                 {"<EMAIL>", ""},
		"prose is no provider":                         {"the one that we use in Europe, except on Sundays and on public holidays", ""},
		"nothing":                                      {"", ""},
		"near miss: a provider whose name has a frame": {"langchain-cloud", "langchain-cloud"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, CanonicalProvider(tc.in))
		})
	}
}

func TestProviderAliasesAreCanonicalInOneStep(t *testing.T) {
	t.Parallel()
	for alias, canonical := range providerAliases {
		assert.Equal(t, foldedString(alias), alias)
		assert.Equal(t, canonical, CanonicalProvider(canonical), "%s must stay itself, or a second pass would change it", canonical)
	}
}

func TestKnownProvidersAreWhatTheRulesSay(t *testing.T) {
	t.Parallel()
	assert.Greater(t, len(knownProviders), len(providerAliases))
	for name, canonical := range knownProviders {
		assert.Equal(t, canonicalProvider(name), canonical, name)
	}
}
