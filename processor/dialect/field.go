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
	ConversationID
	UserID
	AgentName
	AgentID
	AgentDescription
	WorkflowName
	ToolName
	ToolCallID
	ToolType
	ToolDescription
	DataSourceID
	PromptName
	FinishReasons
	OutputType
	Stream
	TimeToFirstChunk // seconds
	EmbeddingDimensions
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
	ReportedCost // USD, as the emitter says
	ServerAddress
	EntityName // the name of whatever the span stands for; which field it is depends on the kind
	numFields
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

type fieldSpec struct {
	key string
	typ Type
}

// fieldSpecs gives every field its attribute in the OpenTelemetry GenAI semantic conventions v1.41.0
// (github.com/open-telemetry/semantic-conventions, model/gen-ai) and its type there. A field without a key has no name in that
// version: it is read, never written.
var fieldSpecs = [numFields]fieldSpec{
	Operation:           {"gen_ai.operation.name", Text},
	Provider:            {"gen_ai.provider.name", Text},
	RequestModel:        {"gen_ai.request.model", Text},
	ResponseModel:       {"gen_ai.response.model", Text},
	ResponseID:          {"gen_ai.response.id", Text},
	ConversationID:      {"gen_ai.conversation.id", Text},
	UserID:              {"user.id", Text},
	AgentName:           {"gen_ai.agent.name", Text},
	AgentID:             {"gen_ai.agent.id", Text},
	AgentDescription:    {"gen_ai.agent.description", Text},
	WorkflowName:        {"gen_ai.workflow.name", Text},
	ToolName:            {"gen_ai.tool.name", Text},
	ToolCallID:          {"gen_ai.tool.call.id", Text},
	ToolType:            {"gen_ai.tool.type", Text},
	ToolDescription:     {"gen_ai.tool.description", Text},
	DataSourceID:        {"gen_ai.data_source.id", Text},
	PromptName:          {"gen_ai.prompt.name", Text},
	FinishReasons:       {"gen_ai.response.finish_reasons", Texts},
	OutputType:          {"gen_ai.output.type", Text},
	Stream:              {"gen_ai.request.stream", Bool},
	TimeToFirstChunk:    {"gen_ai.response.time_to_first_chunk", Double},
	EmbeddingDimensions: {"gen_ai.embeddings.dimension.count", Int},
	MaxTokens:           {"gen_ai.request.max_tokens", Int},
	Temperature:         {"gen_ai.request.temperature", Double},
	TopP:                {"gen_ai.request.top_p", Double},
	TopK:                {"gen_ai.request.top_k", Double},
	FrequencyPenalty:    {"gen_ai.request.frequency_penalty", Double},
	PresencePenalty:     {"gen_ai.request.presence_penalty", Double},
	Seed:                {"gen_ai.request.seed", Int},
	ChoiceCount:         {"gen_ai.request.choice.count", Int},
	InputTokens:         {"gen_ai.usage.input_tokens", Int},
	OutputTokens:        {"gen_ai.usage.output_tokens", Int},
	CacheReadTokens:     {"gen_ai.usage.cache_read.input_tokens", Int},
	CacheWriteTokens:    {"gen_ai.usage.cache_creation.input_tokens", Int},
	ReasoningTokens:     {"gen_ai.usage.reasoning.output_tokens", Int},
	TotalTokens:         {"", Int},
	CacheWrite5mTokens:  {"", Int},
	CacheWrite1hTokens:  {"", Int},
	InputAudioTokens:    {"", Int},
	OutputAudioTokens:   {"", Int},
	ReportedCost:        {"", Double},
	ServerAddress:       {"", Text},
	EntityName:          {"", Text},
}

// Key returns the attribute that the field is written to, "" if it is only read.
func (f Field) Key() string { return fieldSpecs[f].key }

// Type returns the type of the field's value.
func (f Field) Type() Type { return fieldSpecs[f].typ }
