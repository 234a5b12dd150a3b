package dialect

// laminar is the vocabulary of Laminar's SDKs, which write it beside OpenLLMetry's and the AI SDK's on the spans of their
// instrumentations.
func laminar() Dialect {
	return Dialect{
		Name:   "laminar",
		Source: "lmnr-ai/lmnr app-server/src/traces/span_attributes.rs and app-server/src/db/spans.rs (2026-08)",
		Scopes: []string{"lmnr"},
		Kinds: []KindKey{{
			Key:  "lmnr.span.type",
			Tier: ExplicitKind,
			Values: map[string]Verdict{
				"llm": strong(Generation), "tool": strong(Tool), "pipeline": strong(Workflow), "evaluation": strong(Workflow),
				"executor": strong(Step), "evaluator": strong(Evaluator), "human_evaluator": strong(Evaluator),
			},
			Else: weak(Step), // DEFAULT: any function that is observed
		}},
		Marks: []string{"lmnr."},
		Contents: []ContentKey{
			{Key: "lmnr.span.input", Slot: InputMessages, Blob: true},
			{Key: "lmnr.span.input", Slot: ToolArguments},
			{Key: "lmnr.span.output", Slot: OutputMessages, Blob: true},
			{Key: "lmnr.span.output", Slot: ToolResult, Text: true},
		},
		Fields: []FieldKey{
			{Key: "lmnr.association.properties.ls_provider", Field: Provider},
			{Key: "lmnr.association.properties.ls_model_name", Field: RequestModel},
			{Key: "gen_ai.usage.cache_creation.input_tokens.ephemeral_5m", Field: CacheWrite5mTokens},
			{Key: "gen_ai.usage.cache_creation.input_tokens.ephemeral_1h", Field: CacheWrite1hTokens},
			{Key: "lmnr.association.properties.session_id", Field: ConversationID},
			{Key: "lmnr.association.properties.user_id", Field: UserID},
			{Key: "lmnr.association.properties.tags", Field: Tags},
		},
	}
}
