// Package workload makes the batches of spans that the processor is measured with: HTTP and database calls, model calls with their
// messages, tools, retrieved documents, flattened messages of OpenInference. All of it is made up, and the same again for the same
// settings. Findings are planted in the content only, as many per KB as asked for, and every batch says which.
package workload

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"go.opentelemetry.io/collector/pdata/ptrace"
)

// Kind is what the spans of a batch are.
type Kind string

// The kinds. A mix is 40 % HTTP and database, 25 % generation, 15 % tool, 10 % retrieval, 10 % OpenInference.
const (
	Mix           Kind = "mix"
	Generation    Kind = "generation"    // model calls after the semantic conventions, 16 attributes, messages of 2 to 8 KB in and out
	OpenInference Kind = "openinference" // model calls with an attribute per message and field
	HTTP          Kind = "http"          // served HTTP requests of 13 attributes: nothing of GenAI, no finding
)

// Kinds returns all kinds.
func Kinds() []Kind { return []Kind{Mix, Generation, OpenInference, HTTP} }

// DefaultSpans is how many spans a batch has.
const DefaultSpans = 512

// Settings is what is made.
type Settings struct {
	Seed uint64
	Kind Kind
	// FindingsPerKB is how many findings stand in 1024 bytes of content.
	FindingsPerKB int
	// Spans of a batch; 0: DefaultSpans.
	Spans int
	// RepeatedHistory is the share from 0 to 1 of model calls that go on with one of up to 32 conversations before, until it reaches 8 KB,
	// and so send all of its messages again. Apart from these no message, argument, result or document is ever made twice.
	RepeatedHistory float64
}

// Batch is one request.
type Batch struct {
	Traces ptrace.Traces
	// Findings are what is planted in Traces, each text once, in the order of the alphabet. Each is longer than eight bytes and needs no
	// escape in JSON.
	Findings []string
	// Calls is how many spans are a call of a model with a public price; Flattened of them are OpenInference's.
	Calls, Flattened int
	// ContentBytes is the size of what models, tools and searches say and are told, flattened messages as JSON.
	ContentBytes int
}

// Generator makes batches. It is for one goroutine.
type Generator struct {
	settings Settings
	random   *rand.Rand
	writer   *writer
	past     []*conversation // that may go on
	batch    *Batch          // that is being made
	findings map[string]struct{}
}

// New returns a generator, or an error that says which field is wrong.
func New(s Settings) (*Generator, error) {
	if s.Spans == 0 {
		s.Spans = DefaultSpans
	}
	switch {
	case !slices.Contains(Kinds(), s.Kind):
		return nil, fmt.Errorf("kind: one of %v is expected, found %q", Kinds(), s.Kind)
	case s.FindingsPerKB < 0:
		return nil, fmt.Errorf("findings per KB: a number from 0 is expected, found %d", s.FindingsPerKB)
	case s.Spans < 0:
		return nil, fmt.Errorf("spans: a number from 1 is expected, found %d", s.Spans)
	case !(s.RepeatedHistory >= 0 && s.RepeatedHistory <= 1): // NaN is neither
		return nil, fmt.Errorf("repeated history: a share from 0 to 1 is expected, found %v", s.RepeatedHistory)
	}
	random := rand.New(rand.NewPCG(s.Seed, 2026))
	return &Generator{settings: s, random: random, writer: newWriter(random, s.FindingsPerKB, style{})}, nil
}

// Next makes a batch, which is the caller's.
func (g *Generator) Next() Batch {
	g.batch = &Batch{Traces: ptrace.NewTraces()}
	g.findings = map[string]struct{}{}
	g.fill(g.batch.Traces)
	for f := range g.findings {
		g.batch.Findings = append(g.batch.Findings, f)
	}
	slices.Sort(g.batch.Findings)
	return *g.batch
}

// content counts a value that holds content, and remembers what was planted in it.
func (g *Generator) content(value string, findings []string) string {
	g.batch.ContentBytes += len(value)
	for _, f := range findings {
		g.findings[f] = struct{}{}
	}
	return value
}

// written is content with what was planted since the last time.
func (g *Generator) written(value string) string { return g.content(value, g.writer.takePlanted()) }

// id returns n random characters of those that ids are made of.
func (g *Generator) id(prefix string, n int) string {
	return prefix + random(g.random, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", n)
}
