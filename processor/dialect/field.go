package dialect

// Field is one thing that a dialect can say about a call, in the unit and type that [Field.Type] gives.
type Field uint8

// The fields. Token counts are as the emitter reports them until the usage is normalised.
const (
	Operation Field = iota
	Provider
	RequestModel
	ResponseModel
	ResponseID
	PreviousResponseID
	ConversationID
	UserID
	AgentName
	AgentID
	AgentDescription
	AgentVersion
	WorkflowName
	ToolName
	ToolCallID
	ToolType
	ToolDescription
	DataSourceID
	PromptName
	PromptVersion
	OutputType
	RequestServiceTier
	ResponseServiceTier
	SystemFingerprint
	ReasoningLevel
	EvaluationName
	EvaluationLabel
	EvaluationScore
	GuardrailName
	GuardrailVerdict
	Stream
	TimeToFirstChunk // seconds
	EmbeddingDimensions
	RetrievalTopK
	MaxTokens
	Temperature
	TopP
	TopK
	FrequencyPenalty
	PresencePenalty
	Seed
	ChoiceCount
	InputTokens
	OutputTokens
	CacheReadTokens
	CacheWriteTokens
	ReasoningTokens
	TotalTokens
	CacheWrite5mTokens
	CacheWrite1hTokens
	InputAudioTokens
	OutputAudioTokens
	InputImageTokens
	OutputImageTokens
	InputVideoTokens
	OutputVideoTokens
	CacheAudioReadTokens
	CacheImageReadTokens
	CitationTokens
	AudioMilliseconds      // of sound, in either direction
	InputAudioMilliseconds // of sound sent
	InputPages             // of documents read
	WebSearches            // that the provider made for the call
	StorageSearches        // likewise, in files and other stores of the user
	RollUpInputTokens      // of the spans below, under a name that is not the one of a call's own usage
	RollUpOutputTokens     // likewise
	ReportedCost           // USD, as the emitter says
	BilledCost             // USD, as the emitter received it from who bills the call
	ServiceTier            // that the call was served at, in the words of any provider; ResponseServiceTier is OpenAI's
	Speed                  // that the call was served at, where the provider sells several: "fast"
	InferenceGeo           // where the provider kept the call: "us"
	Batch                  // the call was one of a batch
	ServerAddress
	CallFailed // the emitter says so, whatever the span's status
	EntityName // the name of whatever the span stands for; which field it is depends on the kind
	FinishReasons
	StopSequences
	Tags
	numFields

	firstList = FinishReasons
	numLists  = int(numFields - firstList)
)

// NumFields is how many fields there are; every Field is below it.
const NumFields = int(numFields)

// Type is the type of a field's value and of the attribute that it is written to.
type Type uint8

// The types.
const (
	Text Type = iota
	Int
	Double
	Bool
	Texts // a list of strings
)

// Profile is the version of the OpenTelemetry GenAI semantic conventions that is written.
type Profile uint8

// The profiles. V1_36 and V1_41 are releases of open-telemetry/semantic-conventions; Latest is open-telemetry/semantic-conventions-genai
// as of commit 024a4f94 (docs/gen-ai/client-inference.md, 2026-08), which has no release.
const (
	V1_41 Profile = iota
	V1_36
	Latest
)

// spec gives a field its attribute in each profile and its type. A field without a key has no name in that profile: it is read, not written.
type spec struct {
	typ              Type
	v136, v141, late string
	// lateInt says that Latest made an integer of a double.
	lateInt bool
}

// same is a field that has had one name in all profiles.
func same(typ Type, key string) spec { return spec{typ: typ, v136: key, v141: key, late: key} }

// since141 is a field that v1.36 has no name for.
func since141(typ Type, key string) spec { return spec{typ: typ, v141: key, late: key} }

// onlyLatest is a field that only the newest conventions name.
func onlyLatest(typ Type, key string) spec { return spec{typ: typ, late: key} }

// onlyRead is a field that no profile names.
func onlyRead(typ Type) spec { return spec{typ: typ} }

var specs = [numFields]spec{
	Operation:              same(Text, "gen_ai.operation.name"),
	Provider:               {typ: Text, v136: "gen_ai.system", v141: "gen_ai.provider.name", late: "gen_ai.provider.name"},
	RequestModel:           same(Text, "gen_ai.request.model"),
	ResponseModel:          same(Text, "gen_ai.response.model"),
	ResponseID:             same(Text, "gen_ai.response.id"),
	PreviousResponseID:     onlyLatest(Text, "gen_ai.request.previous_response.id"),
	ConversationID:         same(Text, "gen_ai.conversation.id"),
	UserID:                 same(Text, "user.id"),
	AgentName:              same(Text, "gen_ai.agent.name"),
	AgentID:                same(Text, "gen_ai.agent.id"),
	AgentDescription:       same(Text, "gen_ai.agent.description"),
	AgentVersion:           since141(Text, "gen_ai.agent.version"),
	WorkflowName:           since141(Text, "gen_ai.workflow.name"),
	ToolName:               same(Text, "gen_ai.tool.name"),
	ToolCallID:             same(Text, "gen_ai.tool.call.id"),
	ToolType:               same(Text, "gen_ai.tool.type"),
	ToolDescription:        same(Text, "gen_ai.tool.description"),
	DataSourceID:           same(Text, "gen_ai.data_source.id"),
	PromptName:             since141(Text, "gen_ai.prompt.name"),
	PromptVersion:          onlyLatest(Text, "gen_ai.prompt.version"),
	OutputType:             same(Text, "gen_ai.output.type"),
	RequestServiceTier:     {typ: Text, v136: "gen_ai.openai.request.service_tier", v141: "openai.request.service_tier", late: "openai.request.service_tier"},
	ResponseServiceTier:    {typ: Text, v136: "gen_ai.openai.response.service_tier", v141: "openai.response.service_tier", late: "openai.response.service_tier"},
	SystemFingerprint:      {typ: Text, v136: "gen_ai.openai.response.system_fingerprint", v141: "openai.response.system_fingerprint", late: "openai.response.system_fingerprint"},
	ReasoningLevel:         onlyLatest(Text, "gen_ai.request.reasoning.level"),
	EvaluationName:         since141(Text, "gen_ai.evaluation.name"),
	EvaluationLabel:        since141(Text, "gen_ai.evaluation.score.label"),
	EvaluationScore:        since141(Double, "gen_ai.evaluation.score.value"),
	GuardrailName:          onlyRead(Text),
	GuardrailVerdict:       onlyRead(Text),
	Stream:                 since141(Bool, "gen_ai.request.stream"),
	TimeToFirstChunk:       since141(Double, "gen_ai.response.time_to_first_chunk"),
	EmbeddingDimensions:    since141(Int, "gen_ai.embeddings.dimension.count"),
	RetrievalTopK:          onlyLatest(Int, "gen_ai.retrieval.top_k"),
	MaxTokens:              same(Int, "gen_ai.request.max_tokens"),
	Temperature:            same(Double, "gen_ai.request.temperature"),
	TopP:                   same(Double, "gen_ai.request.top_p"),
	TopK:                   {typ: Double, v136: "gen_ai.request.top_k", v141: "gen_ai.request.top_k", late: "gen_ai.request.top_k", lateInt: true},
	FrequencyPenalty:       same(Double, "gen_ai.request.frequency_penalty"),
	PresencePenalty:        same(Double, "gen_ai.request.presence_penalty"),
	Seed:                   same(Int, "gen_ai.request.seed"),
	ChoiceCount:            same(Int, "gen_ai.request.choice.count"),
	InputTokens:            same(Int, "gen_ai.usage.input_tokens"),
	OutputTokens:           same(Int, "gen_ai.usage.output_tokens"),
	CacheReadTokens:        since141(Int, "gen_ai.usage.cache_read.input_tokens"),
	CacheWriteTokens:       {typ: Int, v141: "gen_ai.usage.cache_creation.input_tokens", late: "gen_ai.usage.cache_write.input_tokens"},
	ReasoningTokens:        since141(Int, "gen_ai.usage.reasoning.output_tokens"),
	TotalTokens:            onlyRead(Int),
	CacheWrite5mTokens:     onlyRead(Int),
	CacheWrite1hTokens:     onlyRead(Int),
	InputAudioTokens:       onlyLatest(Int, "gen_ai.usage.audio.input_tokens"),
	OutputAudioTokens:      onlyLatest(Int, "gen_ai.usage.audio.output_tokens"),
	InputImageTokens:       onlyLatest(Int, "gen_ai.usage.image.input_tokens"),
	OutputImageTokens:      onlyLatest(Int, "gen_ai.usage.image.output_tokens"),
	InputVideoTokens:       onlyRead(Int),
	OutputVideoTokens:      onlyRead(Int),
	CacheAudioReadTokens:   onlyLatest(Int, "gen_ai.usage.audio.cache_read.input_tokens"),
	CacheImageReadTokens:   onlyLatest(Int, "gen_ai.usage.image.cache_read.input_tokens"),
	CitationTokens:         onlyRead(Int),
	AudioMilliseconds:      onlyRead(Int),
	InputAudioMilliseconds: onlyRead(Int),
	InputPages:             onlyRead(Int),
	WebSearches:            onlyRead(Int),
	StorageSearches:        onlyRead(Int),
	RollUpInputTokens:      onlyRead(Int),
	RollUpOutputTokens:     onlyRead(Int),
	ReportedCost:           onlyRead(Double),
	BilledCost:             onlyRead(Double),
	ServiceTier:            onlyRead(Text),
	Speed:                  onlyRead(Text),
	InferenceGeo:           onlyRead(Text),
	Batch:                  onlyRead(Bool),
	ServerAddress:          onlyRead(Text),
	CallFailed:             onlyRead(Bool),
	EntityName:             onlyRead(Text),
	FinishReasons:          same(Texts, "gen_ai.response.finish_reasons"),
	StopSequences:          same(Texts, "gen_ai.request.stop_sequences"),
	Tags:                   onlyRead(Texts),
}

// Key returns the attribute that the field is written to, "" if it is only read.
func (f Field) Key(p Profile) string {
	switch p {
	case V1_36:
		return specs[f].v136
	case Latest:
		return specs[f].late
	default:
		return specs[f].v141
	}
}

// Type returns the type of the field's value.
func (f Field) Type() Type { return specs[f].typ }

// WrittenType returns the type of the attribute that the field is written to.
func (f Field) WrittenType(p Profile) Type {
	if p == Latest && specs[f].lateInt {
		return Int
	}
	return specs[f].typ
}

// travels reports whether the field is context that services pass on with a request, so that it also stands on spans that have nothing to
// do with a model.
func (f Field) travels() bool {
	switch f {
	case ConversationID, UserID, AgentName, AgentID, WorkflowName, Tags:
		return true
	default:
		return false
	}
}
