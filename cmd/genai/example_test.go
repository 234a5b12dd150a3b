package main

import (
	"context"
	"os"
	"strings"
	"testing"
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

// scannedLine is an agent's spans as the collector's file exporter writes them:
// one by OpenTelemetry's conventions, one that no dialect knows.
const scannedLine = `{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"support-agent"}}]},` +
	`"scopeSpans":[{"spans":[{"name":"chat gpt-4o-mini","attributes":[` +
	`{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},` +
	`{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"content\":\"I am ada@example.com, my card is 4111 1111 1111 1111\"}]"}}],` +
	`"events":[{"name":"exception","attributes":[{"key":"exception.message","value":{"stringValue":"no such user: ada@example.com"}}]}]},` +
	`{"name":"rewrite","attributes":[{"key":"app.prompt","value":{"stringValue":"Write to ada@example.com"}}]},` +
	`{"name":"GET /"}]}]}]}`

// What would be redacted, without any of it.
func Example_scan() {
	run(context.Background(), []string{"scan", "-"}, stdio{strings.NewReader(scannedLine), os.Stdout, os.Stderr})
	// Output:
	// read:         1 file, 1 line
	// spans:        3, of which in scope 2: GenAI 1, with content that no dialect knows 1
	// log records:  0, of which in scope 0: GenAI 0, with content that no dialect knows 0
	// policy:       packs default, scope genai, identity keep
	//
	// GenAI by dialect
	//   DIALECT        SPANS  LOG RECORDS
	//   opentelemetry      1            0
	//
	// Findings by entity: 4
	//   ENTITY       ACTION   COUNT
	//   EMAIL        replace      3
	//   CREDIT_CARD  replace      1
	//
	// Findings by place
	//   ENTITY       PLACE                               SERVICE        DIALECT        COUNT
	//   CREDIT_CARD  gen_ai.input.messages               support-agent  opentelemetry      1
	//   EMAIL        app.prompt                          support-agent  -                  1
	//   EMAIL        event exception: exception.message  support-agent  opentelemetry      1
	//   EMAIL        gen_ai.input.messages               support-agent  opentelemetry      1
	//
	// Content that no dialect knows, redacted all the same
	//   CONTENT IN  SERVICE        COUNT
	//   app.prompt  support-agent      1
	//
	// Enforcing this policy would change
	//   spans               2  of 3
	//   attributes changed  3
	//   findings: replace   4
}

func TestTheReadmeShowsAScan(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if got := call(t, scannedLine, "scan", "-"); !strings.Contains(string(readme), "```text\n"+got.out+"```\n") {
		t.Errorf("README.md does not show\n%s", got.out)
	}
}
