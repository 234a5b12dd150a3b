package dialect

import (
	"maps"
	"strings"
)

// providerAliases brings every spelling of a provider seen on spans, in lower case, to a value of gen_ai.provider.name in the
// OpenTelemetry GenAI semantic conventions v1.41.0, where there is one.
var providerAliases = map[string]string{
	"openai_chat": "openai", "openai_codex": "openai", "text-completion-openai": "openai", "azure_text": "azure.ai.openai",
	"azure": "azure.ai.openai", "azure_openai": "azure.ai.openai", "azureopenai": "azure.ai.openai", "az.ai.openai": "azure.ai.openai",
	"azure.openai": "azure.ai.openai", "az.ai.inference": "azure.ai.inference", "azure_ai_inference": "azure.ai.inference", "azure_ai": "azure.ai.inference",
	"google": "gcp.gen_ai", "google_genai": "gcp.gen_ai", "google.genai": "gcp.gen_ai", "google.generative-ai": "gcp.gemini", "gemini": "gcp.gemini", "google.ai.studio": "gcp.gemini",
	"google_ai_studio": "gcp.gemini", "vertex_ai": "gcp.vertex_ai", "vertexai": "gcp.vertex_ai", "google_vertexai": "gcp.vertex_ai", "google.vertex": "gcp.vertex_ai", "google-vertex": "gcp.vertex_ai",
	"vertex_ai_beta": "gcp.vertex_ai",
	"aws":            "aws.bedrock", "bedrock": "aws.bedrock", "aws_bedrock": "aws.bedrock", "amazon-bedrock": "aws.bedrock", "amazon_bedrock": "aws.bedrock", "bedrock_converse": "aws.bedrock",
	"mistral": "mistral_ai", "mistralai": "mistral_ai", "codestral": "mistral_ai",
	"xai": "x_ai", "x-ai": "x_ai",
	"moonshot": "moonshot_ai", "moonshotai": "moonshot_ai",
	"watsonx": "ibm.watsonx.ai", "ibm.watson.ai": "ibm.watsonx.ai", "ibm_watsonx": "ibm.watsonx.ai", "watsonx_text": "ibm.watsonx.ai",
	"cohereai": "cohere", "cohere_chat": "cohere", "groqcloud": "groq", "perplexity_ai": "perplexity", "perplexityai": "perplexity",
}

// frameworks are names that instrumentations write where a provider belongs. They answer no call and have no prices.
var frameworks = map[string]bool{
	"langchain": true, "langgraph": true, "crewai": true, "llama_index": true, "llamaindex": true, "llama-index": true, "haystack": true,
	"ag2": true, "crawl4ai": true, "dynamiq": true, "embedchain": true, "firecrawl": true, "julep": true, "letta": true, "mem0": true, "phidata": true,
	"litellm": true, "litellm_proxy": true, "strands-agents": true, "strands": true, "gcp.vertex.agent": true, "pydantic-ai": true, "pydantic_ai": true, "agno": true, "autogen": true,
	"dspy": true, "smolagents": true, "semantic_kernel": true, "microsoft.agent_framework": true, "mcp": true, "unknown": true, "none": true, "n/a": true,
}

// knownProviders are the spellings that say it all: the aliases, and what they stand for. The conventions' other names and their spellings
// take the longer way to the same.
var knownProviders = providersKnown()

func providersKnown() map[string]string {
	known := maps.Clone(providerAliases)
	for _, canonical := range providerAliases {
		known[canonical] = canonical
	}
	known["anthropic"] = "anthropic"
	return known
}

// CanonicalProvider returns the value of gen_ai.provider.name for any spelling, the name in lower case where the conventions have none,
// and "" for frameworks and for texts that are no name of a provider.
func CanonicalProvider(name string) string {
	if canonical, ok := knownProviders[name]; ok {
		return canonical
	}
	return canonicalProvider(name)
}

func canonicalProvider(name string) string {
	name = foldedString(name)
	if frameworks[name] || !isProviderName(name) {
		return ""
	}
	if canonical, ok := providerAliases[name]; ok {
		return canonical
	}
	if first, _, dotted := strings.Cut(name, "."); dotted && withAPI[first] != "" {
		return withAPI[first]
	}
	if i := strings.LastIndexByte(name, '.'); i > 0 && apis[name[i+1:]] {
		return canonicalProvider(name[:i])
	}
	return name
}

// apis are the APIs that the AI SDK's packages write behind the name of any provider: "azure.chat", "google.vertex.chat".
var apis = map[string]bool{
	"chat": true, "messages": true, "responses": true, "completion": true, "embedding": true, "embeddings": true, "textembedding": true,
	"image": true, "speech": true, "transcription": true, "reranking": true,
}

// withAPI holds the providers behind whose name some clients write the API, after a dot: the AI SDK's "anthropic.messages".
var withAPI = map[string]string{
	"openai": "openai", "anthropic": "anthropic", "cohere": "cohere", "deepseek": "deepseek", "groq": "groq", "perplexity": "perplexity",
	"mistral": "mistral_ai", "xai": "x_ai", "amazon-bedrock": "aws.bedrock", "vertex": "gcp.vertex_ai",
}

// isProviderName tells names from e-mail addresses, placeholders and prose.
func isProviderName(name string) bool {
	const maxBytes = 64
	if len(name) > maxBytes {
		return false
	}
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', strings.ContainsRune("._-/: ", r):
		default:
			return false
		}
	}
	return true
}

func (v *Vocabulary) settleProvider(c *Call) {
	if !c.Has(Provider) {
		return
	}
	canonical := CanonicalProvider(c.Text(Provider))
	if canonical == "" {
		c.Clear(Provider)
		return
	}
	if old, ok := providersUpTo136[canonical]; ok && v.profile == V1_36 {
		canonical = old
	}
	c.SetText(Provider, canonical)
}

// providersUpTo136 are the names that gen_ai.system had for what gen_ai.provider.name calls otherwise.
var providersUpTo136 = map[string]string{
	"azure.ai.inference": "az.ai.inference", "azure.ai.openai": "az.ai.openai", "x_ai": "xai",
}

func foldedString(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
