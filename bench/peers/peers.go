// Package peers holds the configurations of the processors that users have today: what the processor is measured beside. They are YAML as
// it stands under the processor's name in a collector's configuration.
package peers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// CostAttribute is where the pricing processor writes what a call costs.
const CostAttribute = "signoz.gen_ai.usage.tokens.cost"

// Filters configures contrib's redaction processor: all keys are allowed, and values that match are masked.
func Filters() string {
	var b strings.Builder
	b.WriteString("allow_all_keys: true\nblocked_values:\n")
	for _, e := range Expressions() {
		fmt.Fprintf(&b, "  - '%s'\n", e)
	}
	return b.String()
}

// contentKeys are the attributes in which the semantic conventions keep content.
var contentKeys = []string{
	"gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.call.arguments", "gen_ai.tool.call.result",
	"gen_ai.retrieval.query.text", "gen_ai.retrieval.documents",
}

// Replacements configures contrib's transform processor: each expression on each key that holds content, and on all of OpenInference's
// spans, whose keys hold numbers.
func Replacements() string {
	var statements []string
	for _, e := range Expressions() {
		for _, key := range contentKeys {
			statements = append(statements,
				fmt.Sprintf(`replace_pattern(span.attributes[%q], %s, "****") where span.attributes[%q] != nil`, key, strconv.Quote(e), key))
		}
		statements = append(statements, fmt.Sprintf(
			`replace_all_patterns(span.attributes, "value", %s, "****") where span.attributes["openinference.span.kind"] != nil`, strconv.Quote(e)))
	}
	return traceStatements(statements)
}

// Renames configures contrib's transform processor to do what gen_ai_normalizer does for the small attributes of OpenInference: that
// processor itself is in no module that could be had.
func Renames() string {
	const from = "openinference.span.kind"
	statements := []string{fmt.Sprintf(
		`set(span.attributes["gen_ai.operation.name"], "chat") where span.attributes[%q] == "LLM"`, from)}
	for _, pair := range [][2]string{
		{"llm.model_name", "gen_ai.request.model"}, {"llm.provider", "gen_ai.provider.name"}, {"session.id", "gen_ai.conversation.id"},
		{"llm.token_count.prompt", "gen_ai.usage.input_tokens"}, {"llm.token_count.completion", "gen_ai.usage.output_tokens"},
		{"llm.token_count.prompt_details.cache_read", "gen_ai.usage.cache_read.input_tokens"},
	} {
		statements = append(statements, fmt.Sprintf(
			`set(span.attributes[%q], span.attributes[%q]) where span.attributes[%q] != nil and span.attributes[%q] != nil`,
			pair[1], pair[0], from, pair[0]))
	}
	return traceStatements(statements)
}

func traceStatements(statements []string) string {
	var b strings.Builder
	b.WriteString("error_mode: ignore\ntrace_statements:\n")
	for _, s := range statements {
		fmt.Fprintf(&b, "  - '%s'\n", s)
	}
	return b.String()
}

// Prices configures SigNoz's processor with a rule for each model of the workload, behind others: 50 rules in all.
func Prices() string {
	const rules = 50
	var b strings.Builder
	b.WriteString(`attrs: {model: gen_ai.request.model, in: gen_ai.usage.input_tokens, out: gen_ai.usage.output_tokens,
  cache_read: gen_ai.usage.cache_read.input_tokens}
output_attrs: {in: signoz.gen_ai.usage.input_tokens.cost, out: signoz.gen_ai.usage.output_tokens.cost,
  cache_read: signoz.gen_ai.usage.cache_read.input_tokens.cost, total: ` + CostAttribute + "}\ndefault_pricing:\n  rules:\n")
	rule := func(name, pattern string) {
		fmt.Fprintf(&b, "  - {name: %q, pattern: [%q], in: 2.5, out: 10, cache: {mode: subtract, read: 1.25}}\n", name, pattern)
	}
	models := workload.Models()
	for i := range rules - len(models) {
		name := "model-" + strconv.Itoa(i)
		rule(name, name+"-*")
	}
	for _, m := range models {
		rule(m.Name, m.Name+"*")
	}
	return b.String()
}
