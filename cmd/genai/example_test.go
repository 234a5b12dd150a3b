package main

import (
	"context"
	"os"
	"strings"
)

// One call with its cost and what was redacted from it, as the collector's file
// exporter writes it.
func Example_tree() {
	line := `{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"support-agent"}}]},` +
		`"scopeSpans":[{"spans":[{"traceId":"5f3c9a1e7b2d4c68a0e1d2c3b4a59687","spanId":"a100000000000001","name":"chat gpt-4o-mini",` +
		`"startTimeUnixNano":"1778578200000000000","endTimeUnixNano":"1778578201250000000","attributes":[` +
		`{"key":"genai.kind","value":{"stringValue":"generation"}},` +
		`{"key":"gen_ai.request.model","value":{"stringValue":"gpt-4o-mini"}},` +
		`{"key":"gen_ai.usage.input_tokens","value":{"intValue":"2006"}},` +
		`{"key":"gen_ai.usage.cache_read.input_tokens","value":{"intValue":"1920"}},` +
		`{"key":"gen_ai.usage.output_tokens","value":{"intValue":"300"}},` +
		`{"key":"genai.usage.role","value":{"stringValue":"own"}},` +
		`{"key":"genai.cost.total","value":{"doubleValue":0.0003369}},` +
		`{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"content\":\"I am <EMAIL>\"}]"}},` +
		`{"key":"genai.redaction.count","value":{"intValue":"1"}}]}]}]}]}`
	run(context.Background(), []string{"tree", "-"}, stdio{strings.NewReader(line), os.Stdout, os.Stderr})
	// Output:
	// trace 5f3c9a1e7b2d4c68a0e1d2c3b4a59687  2026-05-12 09:30:00 UTC  1.25s  1 service
	//
	// KIND        SPAN                                                    MODEL           IN  OUT  CACHED       COST
	//             ▸ support-agent
	// generation  chat gpt-4o-mini                                        gpt-4o-mini  2,006  300   1,920  $0.000337
	//               redacted  EMAIL×1
	// ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
	// total       1 span, 1 GenAI                                         1 priced     2,006  300   1,920  $0.000337
	// redacted    EMAIL×1
}
