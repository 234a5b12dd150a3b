package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/SigNoz/signoz-otel-collector/processor/signozllmpricingprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/redactionprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/transformprocessor"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

const costOfPeer = "signoz.gen_ai.usage.tokens.cost"

// peers are what users put together today.
func peers() ([]subject, error) {
	rename := stage{transformprocessor.NewFactory(), renames()}
	filter := stage{redactionprocessor.NewFactory(), filters()}
	replace := stage{transformprocessor.NewFactory(), replacements()}
	pricing := stage{signozllmpricingprocessor.NewFactory(), prices()}
	var all []subject
	for _, p := range []struct {
		subject
		chain []stage
	}{
		{subject{name: nameRename}, []stage{rename}},
		{subject{name: namePricing, cost: costOfPeer, priced: namedCalls}, []stage{pricing}},
		{subject{name: nameFilter, redacts: true, slow: true}, []stage{filter}},
		{subject{name: nameReplace, redacts: true, slow: true}, []stage{replace}},
		{subject{name: nameChain, redacts: true, cost: costOfPeer, priced: allCalls, slow: true}, []stage{rename, filter, pricing}},
	} {
		made, err := p.of(p.chain...)
		if err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	loop, err := re2Subject()
	if err != nil {
		return nil, err
	}
	return append(all, loop), nil
}

// filters configures contrib's redaction processor: all keys are allowed, and values that match are masked.
func filters() string {
	var b strings.Builder
	b.WriteString("allow_all_keys: true\nblocked_values:\n")
	for _, e := range expressions() {
		fmt.Fprintf(&b, "  - '%s'\n", e)
	}
	return b.String()
}

// contentKeys are the attributes in which the semantic conventions keep content.
var contentKeys = []string{
	"gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.call.arguments", "gen_ai.tool.call.result",
	"gen_ai.retrieval.query.text", "gen_ai.retrieval.documents",
}

// replacements configures contrib's transform processor: each expression on each key that holds content, and on all of OpenInference's
// spans, whose keys hold numbers.
func replacements() string {
	var statements []string
	for _, e := range expressions() {
		for _, key := range contentKeys {
			statements = append(statements,
				fmt.Sprintf(`replace_pattern(span.attributes[%q], %s, "****") where span.attributes[%q] != nil`, key, strconv.Quote(e), key))
		}
		statements = append(statements, fmt.Sprintf(
			`replace_all_patterns(span.attributes, "value", %s, "****") where span.attributes["openinference.span.kind"] != nil`, strconv.Quote(e)))
	}
	return traceStatements(statements)
}

// renames configures contrib's transform processor to do what gen_ai_normalizer does for the small attributes of OpenInference: that
// processor itself is in no module that could be had.
func renames() string {
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

// prices configures SigNoz's processor with a rule for each model of the workload, behind others: 50 rules in all.
func prices() string {
	const rules = 50
	var b strings.Builder
	b.WriteString(`attrs: {model: gen_ai.request.model, in: gen_ai.usage.input_tokens, out: gen_ai.usage.output_tokens,
  cache_read: gen_ai.usage.cache_read.input_tokens}
output_attrs: {in: signoz.gen_ai.usage.input_tokens.cost, out: signoz.gen_ai.usage.output_tokens.cost,
  cache_read: signoz.gen_ai.usage.cache_read.input_tokens.cost, total: ` + costOfPeer + "}\ndefault_pricing:\n  rules:\n")
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
