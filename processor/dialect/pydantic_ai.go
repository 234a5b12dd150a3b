package dialect

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// pydanticAI is the vocabulary of Pydantic AI (versions 1 to 6 of its instrumentation) and of Logfire's integrations: OpenAI, Anthropic,
// the Claude and OpenAI agent SDKs, MCP. The names that it shares with OpenTelemetry are in that dialect.
func pydanticAI() Dialect {
	return Dialect{
		Name: "pydantic_ai",
		Source: "pydantic/pydantic-ai pydantic_ai_slim/pydantic_ai/{_instrumentation,models/instrumented}.py and pydantic/logfire " +
			"logfire/_internal/integrations (2026-08)",
		// Of Logfire only the integrations: "logfire" alone is the scope of everybody's own spans.
		Scopes: []string{"pydantic-ai", "logfire.openai", "logfire.anthropic", "logfire.claude_agent_sdk", "logfire.mcp"},
		Kinds: []KindKey{
			{Key: "logfire.msg_template", Tier: VendorOperation, Shared: true, Values: logfireTemplates},
			{Key: "sdk_span_type", Tier: VendorOperation, Shared: true, Values: map[string]Verdict{"turn": strong(Step), "task": strong(Workflow)}},
			{Key: "agent_name", Tier: Structure, Shared: true, Else: strong(Agent)}, // whatever its name
		},
		Names: []NameKind{
			{"agent run", strong(Agent)},
			{"running tool", strong(Tool)},
			{"running tools", strong(Step)}, // around the tools of one turn
			{"running output function", strong(Tool)},
			{"MCP request: ", strong(Other)},
			{"MCP request: tools/call", strong(Tool)},
			{"MCP server handle request: ", strong(Other)}, // the far side of a request
			{"MCP client handle request: ", strong(Other)},
		},
		Structure: []StructureKey{
			{"pydantic_ai.all_messages", strong(Agent)},
			{"all_messages_events", strong(Agent)}, // version 1
			{"tool_arguments", strong(Tool)},       // to version 2
			{"tool_response", strong(Tool)},
		},
		Marks:          []string{"pydantic_ai.", "model_request_parameters", "gen_ai.aggregated_usage."},
		SharedMessages: []string{"request_data", "response_data", "raw_input"},
		Contents: []ContentKey{
			{Key: "events", Slot: InputMessages, Answered: true, Shared: true}, // version 1
			{Key: "pydantic_ai.all_messages", Slot: InputMessages, Answered: true},
			{Key: "final_result", Slot: OutputMessages, Text: true, Shared: true},
			{Key: "all_messages_events", Slot: InputMessages, Answered: true, Shared: true}, // version 1
			{Key: "tool_arguments", Slot: ToolArguments, Shared: true},                      // version 2
			{Key: "tool_response", Slot: ToolResult, Text: true, Shared: true},
			{Key: "request_data", Slot: InputMessages, Blob: true, Shared: true},
			{Key: "response_data", Slot: OutputMessages, Blob: true, Shared: true},
			{Key: "raw_input", Slot: InputMessages, Shared: true},
		},
		Fields: []FieldKey{
			{Key: "agent_name", Field: AgentName, Shared: true},
			{Key: "name", Field: EntityName, Shared: true},
			{Key: "response_id", Field: ResponseID, Shared: true},
			{Key: "triggered", Field: GuardrailVerdict, Shared: true},
			{Key: "first_content_at", Field: TimeToFirstChunk, SinceStart: true, Shared: true},
			{Key: "operation.cost", Field: ReportedCost, Shared: true},
			{Key: "gen_ai.usage.details.input_audio_tokens", Field: InputAudioTokens},
			{Key: "gen_ai.usage.details.output_audio_tokens", Field: OutputAudioTokens},
			{Key: "gen_ai.usage.details.cache_audio_read_tokens", Field: CacheAudioReadTokens},
			// Google's modalities.
			{Key: "gen_ai.usage.details.audio_prompt_tokens", Field: InputAudioTokens},
			{Key: "gen_ai.usage.details.image_prompt_tokens", Field: InputImageTokens},
			{Key: "gen_ai.usage.details.video_prompt_tokens", Field: InputVideoTokens},
			{Key: "gen_ai.usage.details.audio_cache_tokens", Field: CacheAudioReadTokens},
			{Key: "gen_ai.usage.details.image_cache_tokens", Field: CacheImageReadTokens},
			{Key: "gen_ai.usage.details.audio_candidates_tokens", Field: OutputAudioTokens},
			{Key: "gen_ai.usage.details.image_candidates_tokens", Field: OutputImageTokens},
			{Key: "gen_ai.aggregated_usage.input_tokens", Field: RollUpInputTokens},
			{Key: "gen_ai.aggregated_usage.output_tokens", Field: RollUpOutputTokens},
			{Key: "usage", Field: RollUpInputTokens, Path: "input_tokens", Shared: true}, // of OpenAI's agents: turns and tasks
			{Key: "usage", Field: RollUpOutputTokens, Path: "output_tokens", Shared: true},
		},
		OddKeys: []string{"gen_ai.usage.raw"},
		Finish:  finishPydanticAI,
	}
}

// logfireTemplates are the message templates of Logfire's integrations that say what a span is, in lower case. Older versions of them have
// no gen_ai.operation.name.
var logfireTemplates = map[string]Verdict{
	"openai agents trace: {name}":                                          strong(Workflow),
	"agent run: {name!r}":                                                  strong(Agent),
	"function: {name}":                                                     strong(Tool),
	"handoff: {from_agent} → {to_agent}":                                   strong(Tool),
	"guardrail {name!r} {triggered=}":                                      strong(Guardrail),
	"mcp: list tools from server {server}":                                 strong(Other),
	"custom span: {name}":                                                  strong(Step),
	"openai agents: {type} span":                                           strong(Step),
	"text → speech group":                                                  strong(Step),
	"speech → text with {gen_ai.request.model!r}":                          strong(Generation),
	"text → speech":                                                        strong(Generation),
	"text → speech with {gen_ai.request.model!r}":                          strong(Generation),
	"responses api with {gen_ai.request.model!r}":                          strong(Generation),
	"chat completion with {gen_ai.request.model!r}":                        strong(Generation),
	"chat completion with {request_data[model]!r}":                         strong(Generation),
	"completion with {request_data[model]!r}":                              strong(Generation),
	"message with {request_data[model]!r}":                                 strong(Generation),
	"image generation with {request_data[model]!r}":                        strong(Generation),
	"embedding creation with {request_data[model]!r}":                      strong(Embedding),
	"streaming response from {request_data[model]!r} took {duration:.2f}s": strong(Generation), // holds the usage of the call that it ends
}

// finishPydanticAI reads Logfire's copies of a provider's own usage object, and puts `name` where it belongs.
func finishPydanticAI(c *Call) {
	nameEntity(c)
	if name := c.Text(EntityName); name != "" && c.Kind == Guardrail && !c.Has(GuardrailName) {
		c.SetText(GuardrailName, name)
	}
	if strings.HasPrefix(c.SpanName, "Speech → Text") || strings.HasPrefix(c.SpanName, "Text → Speech") {
		c.OwnOperation = true
	}
	if c.Kind.CallsModel() { // `usage` on a call is the call's
		c.moveInt(RollUpInputTokens, InputTokens)
		c.moveInt(RollUpOutputTokens, OutputTokens)
	}
	if raw, ok := c.Odd("gen_ai.usage.raw"); ok && c.Has(InputTokens) {
		readRawUsage(c, raw)
	}
}

// openAIDetails is what the usage of OpenAI's chat and responses APIs has beside its totals.
var openAIDetails = []FieldKey{
	{Field: CacheReadTokens, Path: "prompt_tokens_details.cached_tokens"},
	{Field: CacheReadTokens, Path: "input_tokens_details.cached_tokens"},
	{Field: ReasoningTokens, Path: "completion_tokens_details.reasoning_tokens"},
	{Field: ReasoningTokens, Path: "output_tokens_details.reasoning_tokens"},
}

// readRawUsage reads the details that Logfire leaves to the provider's own usage object. Input tokens that equal Anthropic's own count, which
// stands beside the cached ones, were not made inclusive (pydantic/logfire#1812, before 2026-03).
func readRawUsage(c *Call, raw pcommon.Value) {
	c.fillFrom(raw, anthropicUsage)
	c.fillFrom(raw, openAIDetails)
	c.fillFrom(raw, xAICost)
	readBilledCost(c, raw, openRouterCost)
	beside, exclusive := atPath(raw, "cache_read_input_tokens")
	if own, ok := atPath(raw, "input_tokens"); exclusive && ok && beside.Type() == pcommon.ValueTypeInt {
		input, _ := c.Int(InputTokens)
		n, _, _ := asInt(own)
		c.ExclusiveScope = c.ExclusiveScope || n == input
	}
}
