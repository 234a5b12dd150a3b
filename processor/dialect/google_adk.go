package dialect

import "strings"

// googleADK is the vocabulary of Google's Agent Development Kit and Vertex AI Agent Engine: OpenTelemetry's names beside the request
// and the response of each call as JSON text.
//
// Releases since 1.23 may report one call twice, as call_llm and as generate_content below it; a span alone does not show it.
func googleADK() Dialect {
	return Dialect{
		Name:   "google_adk",
		Source: "google/adk-python src/google/adk/telemetry tracing.py and node_tracing.py (1.0 to 2.x, 2026-08), google/adk-go internal/telemetry",
		Scopes: []string{"gcp.vertex.agent"},
		Operations: map[string]Op{
			"invoke_node": {"", strong(Step)},
		},
		Names: []NameKind{
			{"invocation", strong(Workflow)},
			{"invoke_agent ", strong(Agent)},
			{"agent_run ", strong(Agent)}, // before 1.17
			{"generate_content ", strong(Generation)},
			{"call_llm", weak(Step)}, // with a model, which it lacks where only generate_content below it has one, it is a generation
			{"execute_tool ", strong(Tool)},
			{"send_data", strong(Step)},
		},
		Structure: []StructureKey{
			{"gcp.vertex.agent.tool_call_args", strong(Tool)},
			{"gcp.vertex.agent.llm_request", weak(Generation)}, // "{}" stands on tools too
		},
		Messages: []string{"gcp.vertex.agent.llm_request", "gcp.vertex.agent.llm_response"},
		Marks:    []string{"gcp.vertex.agent."},
		Contents: []ContentKey{
			{Key: "gcp.vertex.agent.llm_request", Slot: InputMessages, Blob: true},
			{Key: "gcp.vertex.agent.llm_response", Slot: OutputMessages, Blob: true},
			{Key: "gcp.vertex.agent.tool_call_args", Slot: ToolArguments},
			{Key: "gcp.vertex.agent.tool_response", Slot: ToolResult, Text: true},
		},
		Fields: []FieldKey{
			{Key: "gcp.vertex.agent.session_id", Field: ConversationID},
			{Key: "gen_ai.usage.experimental.reasoning_tokens", Field: ReasoningTokens},
			// Candidates leave thoughts out; the total proves it where it does.
			{Key: "gcp.vertex.agent.llm_response", Path: "usage_metadata.prompt_token_count", Field: InputTokens},
			{Key: "gcp.vertex.agent.llm_response", Path: "usage_metadata.candidates_token_count", Field: OutputTokens},
			{Key: "gcp.vertex.agent.llm_response", Path: "usage_metadata.cached_content_token_count", Field: CacheReadTokens},
			{Key: "gcp.vertex.agent.llm_response", Path: "usage_metadata.thoughts_token_count", Field: ReasoningTokens},
			{Key: "gcp.vertex.agent.llm_response", Path: "usage_metadata.total_token_count", Field: TotalTokens},
			{Key: "gcp.vertex.agent.llm_response", Path: "model_version", Field: ResponseModel},
		},
		OddKeys: []string{"gcp.vertex.agent.llm_response"},
		Finish:  finishGoogleADK,
	}
}

func finishGoogleADK(c *Call) {
	forgetGuessedProvider(c)
	if response, ok := c.Odd("gcp.vertex.agent.llm_response"); ok && c.Kind == Generation {
		if usage, ok := atPath(response, "usage_metadata"); ok {
			readGoogleUsage(c, usage, googleInPython)
		}
	}
}

// forgetGuessedProvider: on generate_content the framework names the Gemini API whatever model it calls, through LiteLLM too
// (_guess_gemini_system_name in tracing.py). That API serves Google's own models only; Vertex AI, the other guess, serves others' too.
func forgetGuessedProvider(c *Call) {
	switch foldedString(c.Text(Provider)) {
	case "gemini", "gcp.gemini":
	default:
		return
	}
	model := foldedString(c.Text(RequestModel))
	for _, own := range []string{"gemini", "gemma", "models/", "tunedmodels/", "imagen", "veo", "learnlm", "text-embedding-", "embedding-"} {
		if strings.HasPrefix(model, own) {
			return
		}
	}
	if model != "" {
		c.Clear(Provider)
	}
}
