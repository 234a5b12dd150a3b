package main

import (
	"github.com/otel-genai/genaiprocessor/bench/collector"
	"github.com/otel-genai/genaiprocessor/bench/peers"
)

// pipeline is what is measured: processors between an OTLP receiver and an exporter that throws away.
type pipeline struct {
	name       string
	binary     string
	processors []collector.Processor
	redacts    bool
	cost       string // attribute in which a call has its price; "": it gets none
}

const nameNothing = "no processor"

// pipelines returns them all. The first is what the others are related to.
func pipelines(genai, others string) []pipeline {
	const cost = "genai.cost.total"
	of := func(name, yaml string, redacts bool) pipeline {
		return pipeline{name, genai, []collector.Processor{{Name: "genai", YAML: yaml}}, redacts, cost}
	}
	return []pipeline{
		{name: nameNothing, binary: genai},
		of("genai", "{}", true),
		of("genai, redaction off", "redaction: {enabled: false}", false),
		of("genai, packs: [all]", "redaction: {packs: [all]}", true),
		{"chain: renames + redaction + pricing", others, []collector.Processor{
			{Name: "transform", YAML: peers.Renames()},
			{Name: "redaction", YAML: peers.Filters()},
			{Name: "signozllmpricing", YAML: peers.Prices()},
		}, true, peers.CostAttribute},
	}
}
