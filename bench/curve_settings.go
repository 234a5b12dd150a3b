package main

import (
	"fmt"
	"strings"

	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/bench/workload"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

const enriching = "redaction: {enabled: false}\n"

func dialectsCurve() curve { return dialectsOf(512) }

// keptDialects are those that the mix has, which stay on.
var keptDialects = map[string]bool{"opentelemetry": true, "openinference": true}

func dialectsOf(spans int) curve {
	builtIn := len(dialect.Names())
	c := curve{
		name: "dialects", title: "Dialects", quantity: "dialects", over: overTheFloor,
		reads: fmt.Sprintf("Understanding and pricing, redaction off. Up to %d built-in dialects, the others switched off by "+
			"`disabled_dialects`; beyond, dialects of one's own that the spans don't have. "+
			"A flat line: dialects that aren't there cost nothing.", builtIn),
		lines: []string{"mix", "HTTP spans"},
		at: func(x float64) (*point, error) {
			p := &point{}
			yaml := dialectSettings(int(x))
			for _, kind := range []workload.Kind{workload.Mix, workload.HTTP} {
				r, err := mixOf(kind, spans, 0)
				if err != nil {
					return nil, err
				}
				if err := p.add(r, nil, yaml); err != nil {
					return nil, err
				}
				p.bases = append(p.bases, floorOf(r))
			}
			return p, nil
		},
	}
	for n := len(keptDialects); n < builtIn; n *= 2 {
		c.x = append(c.x, float64(n))
	}
	for n := builtIn; n < dialect.MaxDialects; n += 8 {
		c.x = append(c.x, float64(n))
	}
	c.x = append(c.x, dialect.MaxDialects)
	return c
}

// dialectSettings has count dialects in all.
func dialectSettings(count int) string {
	var b strings.Builder
	b.WriteString(enriching + "normalize:\n")
	off := len(dialect.Names()) - count
	if off > 0 {
		b.WriteString("  disabled_dialects: [")
		for _, name := range dialect.Names() {
			if off > 0 && !keptDialects[name] {
				b.WriteString(name + ",")
				off--
			}
		}
		b.WriteString("]\n")
		return b.String()
	}
	b.WriteString("  custom_dialects:\n")
	for i := range -off {
		fmt.Fprintf(&b, `    own%[1]d:
      recognise: {scopes: [own%[1]d-sdk], resource: {telemetry.own%[1]d: ""}, keys: [own%[1]d.]}
      kind: {key: own%[1]d.type, values: {llm: generation, lookup: retrieval}}
      fields:
        own%[1]d.model: request_model
        own%[1]d.vendor: provider
        own%[1]d.usage: [{field: input_tokens, path: tokens.in}, {field: output_tokens, path: tokens.out}]
        own%[1]d.thread: conversation_id
      content: {own%[1]d.prompt: input, own%[1]d.answer: output}
`, i)
	}
	return b.String()
}

var priceCounts = []float64{10, 100, 1000, 10_000}

func pricesCurve() curve { return pricesOver(512) }

func pricesOver(spans int) curve {
	return curve{
		name: "prices", title: "Prices of one's own", quantity: "entries of cost::prices", over: overTheFloor, logX: true,
		reads: "Understanding and pricing of the mix, redaction off. The calls are of five models, and the last five entries are for them. " +
			"A flat line: entries for other models cost nothing, once a name was seen.",
		x: priceCounts, lines: []string{"equals", "glob"},
		at: func(x float64) (*point, error) {
			r, err := mixOf(workload.Mix, spans, 0)
			if err != nil {
				return nil, err
			}
			p := &point{bases: [][]work{floorOf(r)}}
			return p, p.add(r, nil, priceSettings(int(x), "equals", ""), priceSettings(int(x), "glob", "*"))
		},
	}
}

func newNamesCurve() curve { return newNames(512, priceCounts) }

func newNames(spans int, counts []float64) curve {
	return curve{
		name: "new-names", title: "Prices of one's own, for names never seen before", quantity: "entries of cost::prices", over: overTheFloor,
		logX: true, logY: true,
		reads: "The same where each call is of a model whose name was never seen before, which no cache helps with: " +
			"nothing real does that for long. A straight line (here, with both axes logarithmic, one that bends upwards to it): " +
			"all entries are looked at once for a new name.",
		x: counts, lines: []string{"equals", "glob"},
		at: func(x float64) (*point, error) {
			r, err := mixOf(workload.Mix, spans, 0)
			if err != nil {
				return nil, err
			}
			p := &point{bases: [][]work{floorOf(r)}}
			count := 0
			rename := func(td ptrace.Traces) { renameModels(td, &count) }
			return p, p.add(r, rename, priceSettings(int(x), "equals", ""), priceSettings(int(x), "glob", "*"))
		},
	}
}

// priceSettings are count entries, the last of them for the models of the workload.
func priceSettings(count int, condition, suffix string) string {
	var b strings.Builder
	b.WriteString(enriching + "cost:\n  prices:\n")
	entry := func(name string) {
		fmt.Fprintf(&b, "    - {match: {%s: \"%s%s\"}, prices: {input_mtok: \"1.5\", output_mtok: \"6\"}}\n", condition, name, suffix)
	}
	models := workload.Models()
	for i := range count - len(models) {
		entry(fmt.Sprintf("tenant-%d-assistant", i))
	}
	for i := range models {
		entry(models[i].Name)
	}
	return b.String()
}

// renameModels gives each call a model of its own.
func renameModels(td ptrace.Traces, count *int) {
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				*count++
				for _, key := range []string{"gen_ai.request.model", "gen_ai.response.model", "llm.model_name"} {
					if v, ok := span.Attributes().Get(key); ok {
						v.SetStr(fmt.Sprintf("new-%d", *count))
					}
				}
			}
		}
	}
}
