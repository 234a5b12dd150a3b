package main

import (
	"context"
	"slices"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processorhelper"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// subject is what is measured on spans.
type subject struct {
	name string
	// run is what is timed. The batch is its own, and so is wire, the same spans in OTLP.
	run func(td ptrace.Traces, wire []byte) error
	// prepare is done to the batch before, untimed; nil: nothing.
	prepare func(ptrace.Traces) error
	// outputs are what came out of the last run.
	outputs func() []ptrace.Traces
	// inside: it is part of another row, and has none of its own.
	inside bool
	// slow ones run in few rounds only, which are spread evenly.
	slow bool
	// redacts: nothing of what is planted may be left.
	redacts bool
	// cost is the attribute of a price, "" where nothing is priced, and priced how many spans must have one.
	cost   string
	priced func(workload.Batch) int
	// on says on which sets it is measured; nil: on all.
	on func(spanSet) bool
}

// Names of the subjects.
const (
	nameFloor    = "floor: unmarshal + marshal"
	nameEmpty    = "a processor that does nothing"
	nameWhole    = "genai"
	nameNetwork  = "genai, packs: [default, network]"
	nameEnrich   = "genai, redaction off"
	nameRedact   = "genai, redaction only"
	nameScopeAll = "genai, scope: all"
	nameMove     = "genai, messages: move, redaction off"
	nameMoveAll  = "genai, messages: move"
	nameRename   = "transform, renames"
	namePricing  = "signozllmpricing"
	nameFilter   = "redaction, 7 expressions"
	nameReplace  = "transform, replace_pattern"
	nameChain    = "chain: renames + redaction + pricing"
	nameRE2Loop  = "go-re2, one alternation, in a loop"
)

const costOfGenAI = "genai.cost.total"

// allCalls and namedCalls are how many spans are to be priced: all calls of models, and those that have the names of the conventions.
func allCalls(b workload.Batch) int   { return b.Calls }
func namedCalls(b workload.Batch) int { return b.Calls - b.Flattened }

// spanSubjects returns all that is measured on spans, the floor first.
func spanSubjects() ([]subject, error) {
	all := []subject{floor(), empty()}
	for _, g := range []struct {
		subject
		yaml string
	}{
		{subject{name: nameWhole, redacts: true, cost: costOfGenAI, priced: allCalls}, ""},
		{subject{name: nameNetwork, redacts: true, cost: costOfGenAI, priced: allCalls}, "redaction: {packs: [default, network]}"},
		{subject{name: nameEnrich, cost: costOfGenAI, priced: allCalls}, enrichOnly},
		{subject{name: nameRedact, redacts: true}, redactOnly},
		{subject{name: nameScopeAll, redacts: true, cost: costOfGenAI, priced: allCalls, on: withoutFindings},
			"redaction: {scope: all}"},
		{subject{name: nameMove, cost: costOfGenAI, priced: allCalls, on: flattened},
			"{normalize: {messages: move}, redaction: {enabled: false}}"},
		{subject{name: nameMoveAll, redacts: true, cost: costOfGenAI, priced: allCalls, on: flattened},
			"normalize: {messages: move}"},
	} {
		made, err := g.of(stage{genaiprocessor.NewFactory(), g.yaml})
		if err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	ofPeers, err := peerSubjects()
	if err != nil {
		return nil, err
	}
	lanes, err := laneSubjects()
	if err != nil {
		return nil, err
	}
	return slices.Concat(all, ofPeers, classLoops(), lanes), nil
}

// What some subjects are measured on.
func withoutFindings(s spanSet) bool { return s.settings.FindingsPerKB == 0 }
func flattened(s spanSet) bool       { return s.settings.Kind == workload.OpenInference }
func withContent(s spanSet) bool     { return s.settings.Kind != workload.HTTP }
func ordinaryMix(s spanSet) bool {
	return s.settings.Kind == workload.Mix && s.settings.FindingsPerKB == 1 && s.settings.RepeatedHistory == 0
}

const (
	enrichOnly = "redaction: {enabled: false}"
	redactOnly = "{normalize: {enabled: false}, cost: {enabled: false}}"
)

// floor is what a collector does with a batch in any case.
func floor() subject {
	var unmarshaler ptrace.ProtoUnmarshaler
	var marshaler ptrace.ProtoMarshaler
	var out sink
	return subject{
		name: nameFloor,
		run: func(_ ptrace.Traces, wire []byte) error {
			td, err := unmarshaler.UnmarshalTraces(wire)
			if err != nil {
				return err
			}
			out.traces = td
			_, err = marshaler.MarshalTraces(td)
			return err
		},
		outputs: func() []ptrace.Traces { return []ptrace.Traces{out.traces} },
	}
}

// empty is what the collector's helper for processors costs by itself.
func empty() subject {
	factory := processor.NewFactory(component.MustNewType("empty"), func() component.Config { return &struct{}{} },
		processor.WithTraces(createEmpty, component.StabilityLevelDevelopment))
	s, err := subject{name: nameEmpty}.of(stage{factory, ""})
	if err != nil {
		panic(err) // there is nothing in it that could fail
	}
	return s
}

func createEmpty(ctx context.Context, set processor.Settings, config component.Config, next consumer.Traces) (processor.Traces, error) {
	return processorhelper.NewTraces(ctx, set, config, next,
		func(_ context.Context, td ptrace.Traces) (ptrace.Traces, error) { return td, nil })
}

// stage is a processor and its configuration.
type stage struct {
	factory processor.Factory
	yaml    string
}

// of lets s run processors one after the other.
func (s subject) of(chain ...stage) (subject, error) {
	out := &sink{}
	var first consumer.Traces = out
	for i := len(chain) - 1; i >= 0; i-- {
		made, err := newComponent(chain[i].factory, chain[i].yaml, first)
		if err != nil {
			return subject{}, err
		}
		first = made
	}
	ctx := context.Background()
	s.run = func(td ptrace.Traces, _ []byte) error { return first.ConsumeTraces(ctx, td) }
	s.outputs = func() []ptrace.Traces { return []ptrace.Traces{out.traces} }
	return s, nil
}
