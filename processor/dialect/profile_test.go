package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/otel/attribute"
	v136 "go.opentelemetry.io/otel/semconv/v1.36.0"
	v141 "go.opentelemetry.io/otel/semconv/v1.41.0"
)

// What the released conventions name, by OpenTelemetry's own packages: the key and the type of every field that we write.
var (
	conventions136 = []attribute.KeyValue{
		v136.GenAIOperationNameChat, v136.GenAISystemOpenAI, v136.GenAIRequestModel(""), v136.GenAIResponseModel(""), v136.GenAIResponseID(""),
		v136.GenAIConversationID(""), v136.UserID(""), v136.GenAIAgentName(""), v136.GenAIAgentID(""), v136.GenAIAgentDescription(""), v136.GenAIToolName(""),
		v136.GenAIToolCallID(""), v136.GenAIToolType(""), v136.GenAIToolDescription(""), v136.GenAIDataSourceID(""), v136.GenAIOutputTypeText,
		v136.GenAIOpenAIRequestServiceTierAuto, v136.GenAIOpenAIResponseServiceTier(""), v136.GenAIOpenAIResponseSystemFingerprint(""),
		v136.GenAIRequestMaxTokens(0), v136.GenAIRequestTemperature(0), v136.GenAIRequestTopP(0), v136.GenAIRequestTopK(0),
		v136.GenAIRequestFrequencyPenalty(0), v136.GenAIRequestPresencePenalty(0), v136.GenAIRequestSeed(0), v136.GenAIRequestChoiceCount(0),
		v136.GenAIUsageInputTokens(0), v136.GenAIUsageOutputTokens(0), v136.GenAIResponseFinishReasons(""), v136.GenAIRequestStopSequences(""),
	}
	conventions141 = []attribute.KeyValue{
		v141.GenAIOperationNameChat, v141.GenAIProviderNameOpenAI, v141.GenAIRequestModel(""), v141.GenAIResponseModel(""), v141.GenAIResponseID(""),
		v141.GenAIConversationID(""), v141.UserID(""), v141.GenAIAgentName(""), v141.GenAIAgentID(""), v141.GenAIAgentDescription(""), v141.GenAIAgentVersion(""),
		v141.GenAIWorkflowName(""), v141.GenAIToolName(""), v141.GenAIToolCallID(""), v141.GenAIToolType(""), v141.GenAIToolDescription(""),
		v141.GenAIDataSourceID(""), v141.GenAIPromptName(""), v141.GenAIOutputTypeText, v141.OpenAIRequestServiceTierAuto,
		v141.OpenAIResponseServiceTier(""), v141.OpenAIResponseSystemFingerprint(""), v141.GenAIEvaluationName(""), v141.GenAIEvaluationScoreLabel(""),
		v141.GenAIEvaluationScoreValue(0), v141.GenAIRequestStream(false), v141.GenAIResponseTimeToFirstChunk(0), v141.GenAIEmbeddingsDimensionCount(0),
		v141.GenAIRequestMaxTokens(0), v141.GenAIRequestTemperature(0), v141.GenAIRequestTopP(0), v141.GenAIRequestTopK(0),
		v141.GenAIRequestFrequencyPenalty(0), v141.GenAIRequestPresencePenalty(0), v141.GenAIRequestSeed(0), v141.GenAIRequestChoiceCount(0),
		v141.GenAIUsageInputTokens(0), v141.GenAIUsageOutputTokens(0), v141.GenAIUsageCacheReadInputTokens(0), v141.GenAIUsageCacheCreationInputTokens(0),
		v141.GenAIUsageReasoningOutputTokens(0), v141.GenAIResponseFinishReasons(""), v141.GenAIRequestStopSequences(""),
	}
	// conventionsLatest is what open-telemetry/semantic-conventions-genai names beyond v1.41 (docs/gen-ai/client-inference.md at 024a4f94,
	// 2026-08); there is no package of it.
	conventionsLatest = []attribute.KeyValue{
		attribute.String("gen_ai.request.previous_response.id", ""), attribute.String("gen_ai.prompt.version", ""),
		attribute.String("gen_ai.request.reasoning.level", ""), attribute.Int("gen_ai.retrieval.top_k", 0), attribute.Int("gen_ai.request.top_k", 0),
		attribute.Int("gen_ai.usage.cache_write.input_tokens", 0), attribute.Int("gen_ai.usage.audio.input_tokens", 0), attribute.Int("gen_ai.usage.audio.output_tokens", 0),
		attribute.Int("gen_ai.usage.image.input_tokens", 0), attribute.Int("gen_ai.usage.image.output_tokens", 0),
		attribute.Int("gen_ai.usage.audio.cache_read.input_tokens", 0), attribute.Int("gen_ai.usage.image.cache_read.input_tokens", 0),
	}
	goneFromLatest = map[attribute.Key]bool{"gen_ai.usage.cache_creation.input_tokens": true}
)

func TestWhatIsWrittenIsInTheConventions(t *testing.T) {
	t.Parallel()
	latest := map[attribute.Key]attribute.Type{}
	for _, kv := range append(append([]attribute.KeyValue{}, conventions141...), conventionsLatest...) {
		if !goneFromLatest[kv.Key] {
			latest[kv.Key] = kv.Value.Type()
		}
	}
	for name, tc := range map[string]struct {
		profile     Profile
		conventions map[attribute.Key]attribute.Type
	}{
		"v1.36":  {V1_36, typesOf(conventions136)},
		"v1.41":  {V1_41, typesOf(conventions141)},
		"latest": {Latest, latest},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			written := map[attribute.Key]bool{}
			for i := range NumFields {
				f := Field(i)
				key := attribute.Key(f.Key(tc.profile))
				if key == "" {
					continue
				}
				written[key] = true
				typ, named := tc.conventions[key]
				if assert.True(t, named, "%s is not in the conventions", key) {
					assert.Equal(t, typ, attributeTypes[f.WrittenType(tc.profile)], key)
				}
			}
			for key := range tc.conventions {
				assert.True(t, written[key], "%s is in the table of the test only", key)
			}
		})
	}
}

var attributeTypes = map[Type]attribute.Type{Text: attribute.STRING, Int: attribute.INT64, Double: attribute.FLOAT64, Bool: attribute.BOOL, Texts: attribute.STRINGSLICE}

func typesOf(conventions []attribute.KeyValue) map[attribute.Key]attribute.Type {
	types := map[attribute.Key]attribute.Type{}
	for _, kv := range conventions {
		types[kv.Key] = kv.Value.Type()
	}
	return types
}

func TestOperationsAndProvidersWrittenAreInTheConventions(t *testing.T) {
	t.Parallel()
	operations := map[string]bool{}
	for _, kv := range []attribute.KeyValue{
		v141.GenAIOperationNameChat, v141.GenAIOperationNameGenerateContent, v141.GenAIOperationNameTextCompletion, v141.GenAIOperationNameEmbeddings,
		v141.GenAIOperationNameRetrieval, v141.GenAIOperationNameExecuteTool, v141.GenAIOperationNameInvokeAgent, v141.GenAIOperationNameCreateAgent,
		v141.GenAIOperationNameInvokeWorkflow,
	} {
		operations[kv.Value.AsString()] = true
	}
	v, err := Compile(All(), V1_41)
	assert.NoError(t, err)
	for alias, op := range v.operations {
		if op.Name != "" && len(unknownOperations[op.Name]) < 2 {
			assert.True(t, operations[op.Name], "%s is written for %s", op.Name, alias)
		}
	}
	providers := map[string]bool{"moonshot_ai": true} // semantic-conventions-genai, after v1.41
	for _, kv := range []attribute.KeyValue{
		v141.GenAIProviderNameOpenAI, v141.GenAIProviderNameGCPGenAI, v141.GenAIProviderNameGCPVertexAI, v141.GenAIProviderNameGCPGemini, v141.GenAIProviderNameAnthropic,
		v141.GenAIProviderNameCohere, v141.GenAIProviderNameAzureAIInference, v141.GenAIProviderNameAzureAIOpenAI, v141.GenAIProviderNameIBMWatsonxAI,
		v141.GenAIProviderNameAWSBedrock, v141.GenAIProviderNamePerplexity, v141.GenAIProviderNameXAI, v141.GenAIProviderNameDeepseek, v141.GenAIProviderNameGroq,
		v141.GenAIProviderNameMistralAI,
	} {
		providers[kv.Value.AsString()] = true
	}
	for alias, canonical := range providerAliases {
		assert.True(t, providers[canonical], "%s is written for %s", canonical, alias)
	}
}
