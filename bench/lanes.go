package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor"
)

const (
	nameLanes        = "three lanes"
	nameLaneEnrich   = "lane part: genai/enrich"
	nameLaneVendor   = "lane part: genai/vendor"
	nameLaneMetadata = "lane part: genai/metadata"
	nameLaneCopies   = "lane part: two copies"
)

// The processors of examples/lanes.yaml, with the key in place of its file.
const (
	laneEnrich = "redaction: {enabled: false}"
	laneVendor = `
normalize: {enabled: false}
cost: {enabled: false}
redaction:
  packs: [default, network]
  identity: pseudonym
  pseudonym: {key: KEY}`
	laneMetadata = `
normalize: {enabled: false}
cost: {enabled: false}
redaction:
  packs: [all]
  identity: pseudonym
  pseudonym: {key: KEY}
  content: {input: drop, output: drop, system: drop, tools: drop, documents: drop, media: drop}
  action: drop_attribute`
)

// laneKey is made, so that no scanner takes it for a leak.
func laneKey() string {
	sum := sha256.Sum256([]byte("key of a benchmark"))
	return hex.EncodeToString(sum[:])
}

// laneSubjects are the lanes of the documentation together, and each of their parts on what the part gets there.
func laneSubjects() ([]subject, error) {
	var made []subject
	for _, yaml := range []string{laneEnrich, laneVendor, laneMetadata} {
		s, err := subject{on: ordinaryMix, inside: true}.of(stage{genaiprocessor.NewFactory(), strings.ReplaceAll(yaml, "KEY", laneKey())})
		if err != nil {
			return nil, err
		}
		made = append(made, s)
	}
	enrich, vendor, metadata := made[0], made[1], made[2]
	enriched := func(td ptrace.Traces) error { return enrich.run(td, nil) }
	enrich.name, vendor.name, metadata.name = nameLaneEnrich, nameLaneVendor, nameLaneMetadata
	enrich.cost, enrich.priced = costOfGenAI, allCalls
	vendor.prepare, vendor.redacts, vendor.cost, vendor.priced = enriched, true, costOfGenAI, allCalls
	metadata.prepare, metadata.redacts, metadata.cost, metadata.priced = enriched, true, costOfGenAI, allCalls
	return []subject{allLanes(enrich, vendor, metadata), enrich, vendor, metadata, laneCopies(enriched)}, nil
}

// allLanes enriches once and gives each lane that redacts a copy of its own, as the forward connector does. The lane that changes nothing
// gets the spans themselves.
func allLanes(enrich, vendor, metadata subject) subject {
	return subject{
		name: nameLanes, on: enrich.on, redacts: true, cost: costOfGenAI, priced: allCalls,
		run: func(td ptrace.Traces, _ []byte) error {
			if err := enrich.run(td, nil); err != nil {
				return err
			}
			for _, lane := range []subject{vendor, metadata} {
				if err := lane.run(copyOf(td), nil); err != nil {
					return err
				}
			}
			return nil
		},
		outputs: func() []ptrace.Traces { return append(vendor.outputs(), metadata.outputs()...) },
	}
}

func laneCopies(enriched func(ptrace.Traces) error) subject {
	out := &sink{}
	return subject{
		name: nameLaneCopies, on: ordinaryMix, prepare: enriched, inside: true,
		run: func(td ptrace.Traces, _ []byte) error {
			for range 2 {
				if err := out.ConsumeTraces(context.Background(), copyOf(td)); err != nil {
					return err
				}
			}
			return nil
		},
		outputs: func() []ptrace.Traces { return []ptrace.Traces{out.traces} },
	}
}

func copyOf(td ptrace.Traces) ptrace.Traces {
	copied := ptrace.NewTraces()
	td.CopyTo(copied)
	return copied
}
