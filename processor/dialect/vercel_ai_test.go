package dialect

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestVercelKinds(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		scope, span string
		attrs       attrs
		want        Kind
	}{
		"the inner call": {"ai", "x", attrs{"ai.operationId": "ai.generateText.doGenerate"}, Generation},
		"the outer call, though it has a model and usage":   {"ai", "x", attrs{"ai.operationId": "ai.generateText", "ai.model.id": "m", "ai.usage.inputTokens": 1}, Workflow},
		"the outer call as some embedders call it":          {"", "x", attrs{"ai.operationId": "generateText", "ai.model.id": "m", "ai.response.text": "x"}, Workflow},
		"an inner call of the future":                       {"", "x", attrs{"ai.operationId": "ai.generateVideo.doGenerate"}, Generation},
		"the operation before the function's name":          {"ai", "x", attrs{"operation.name": "ai.embed.doEmbed my function"}, Embedding},
		"the name of the span":                              {"", "ai.streamText.doStream", attrs{"ai.usage.inputTokens": 1}, Generation},
		"the name of the span and a tool's":                 {"", "ai.toolCall search", attrs{"ai.telemetry.functionId": "x"}, Tool},
		"a tool call without an operation":                  {"", "x", attrs{"ai.toolCall.id": "c"}, Tool},
		"a step of v7":                                      {"gen_ai", "step 1", attrs{"gen_ai.operation.name": "agent_step"}, Step},
		"near miss: another scope's operation.name":         {"jobs", "x", attrs{"operation.name": "ai.embed.doEmbed nightly"}, NoKind},
		"near miss: a scope that begins alike":              {"airflow", "x", attrs{"operation.name": "ai.embed.doEmbed nightly"}, NoKind},
		"near miss: the name of a span of someone else":     {"", "ai.streamText.doStream", attrs{"http.method": "GET"}, NoKind},
		"near miss: settings alone":                         {"ai", "x", attrs{"ai.settings.maxRetries": 2}, NoKind},
		"near miss: an operation that is none of the SDK's": {"ai", "x", attrs{"ai.operationId": "ai.warmUp"}, NoKind},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, read(t, tc.scope, tc.span, ptrace.SpanKindInternal, tc.attrs).Kind)
		})
	}
}

func TestVercelInputWithoutCache(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		attrs attrs
		want  bool
	}{
		"Anthropic before v6":                      {attrs{"ai.model.provider": "anthropic.messages", "ai.usage.inputTokens": 10, "ai.usage.cachedInputTokens": 5}, true},
		"Bedrock before v5":                        {attrs{"ai.model.provider": "amazon-bedrock", "ai.usage.promptTokens": 10}, true},
		"Claude on Vertex":                         {attrs{"ai.model.provider": "vertex.anthropic.messages", "ai.usage.inputTokens": 10}, true},
		"what Anthropic itself counted":            {attrs{"gen_ai.usage.input_tokens": 10, "ai.response.providerMetadata": `{"anthropic":{"usage":{"input_tokens":10}}}`}, true},
		"near miss: it counted less":               {attrs{"gen_ai.usage.input_tokens": 15, "ai.response.providerMetadata": `{"anthropic":{"usage":{"input_tokens":10}}}`}, false},
		"near miss: v6, which tells them apart":    {attrs{"ai.model.provider": "anthropic.messages", "ai.usage.inputTokens": 10, "ai.usage.inputTokenDetails.noCacheTokens": 5}, false},
		"near miss: OpenAI":                        {attrs{"ai.model.provider": "openai.chat", "ai.usage.inputTokens": 10}, false},
		"near miss: Gemini on Vertex":              {attrs{"ai.model.provider": "google.vertex.chat", "ai.usage.inputTokens": 10}, false},
		"near miss: someone brought it in already": {attrs{"ai.model.provider": "anthropic.messages", "ai.usage.inputTokens": 10, "gen_ai.usage.input_tokens": 15}, false},
		"near miss: no usage at all":               {attrs{"ai.model.provider": "anthropic.messages"}, false},
		"near miss: metadata that is none":         {attrs{"gen_ai.usage.input_tokens": 10, "ai.response.providerMetadata": `{"anthropic":null}`}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tc.attrs["ai.operationId"] = "ai.generateText.doGenerate"
			assert.Equal(t, tc.want, read(t, "ai", "x", ptrace.SpanKindInternal, tc.attrs).ExclusiveScope)
		})
	}
}

func TestVercelUsageThatIsNoNumberIsAbsent(t *testing.T) {
	t.Parallel()
	c := read(t, "ai", "x", ptrace.SpanKindInternal, attrs{"ai.operationId": "ai.streamText.doStream", "ai.usage.promptTokens": math.NaN()})
	assert.Equal(t, Generation, c.Kind)
	assert.False(t, c.Has(InputTokens), "absent is not 0")
	assert.True(t, c.Bool(Stream), "the operation says so")
}
