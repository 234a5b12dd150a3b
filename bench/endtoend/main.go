// Command endtoend measures what the processor costs in a collector that runs: one core, OTLP/gRPC from another process, nothing behind.
// The pipelines take turns, so that each sees the same of what else the machine does. It needs Linux, and two cores. First it checks that
// what comes out is redacted and priced, and fails where it isn't. It never fails for being slow: a time is no test.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/otel-genai/genaiprocessor/bench/collector"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// options are those of the command line.
type options struct {
	genai, peers, load string // binaries
	rounds             int
	seconds            int
	findings           int
	kind               workload.Kind
	markdown           bool
}

func main() {
	var o options
	var kind string
	flag.StringVar(&o.genai, "collector", "../_build/otelcol-genai", "collector with genai")
	flag.StringVar(&o.peers, "peers", "../_build/bench/otelcol-bench", "collector with the processors that it is measured beside")
	flag.StringVar(&o.load, "load", "../_build/load", "load generator")
	flag.IntVar(&o.rounds, "rounds", 5, "how often each pipeline has its turn")
	flag.IntVar(&o.seconds, "seconds", 5, "length of a turn; one of single requests, which is half as long, follows")
	flag.StringVar(&kind, "kind", string(workload.Mix), fmt.Sprintf("what the spans are, one of %v", workload.Kinds()))
	flag.IntVar(&o.findings, "findings", 1, "findings in a KB of content")
	flag.BoolVar(&o.markdown, "markdown", false, "print Markdown")
	flag.Parse()
	o.kind = workload.Kind(kind)
	if err := run(os.Stdout, os.Stderr, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (o *options) validate() error {
	if o.rounds < 1 {
		return fmt.Errorf("-rounds: expected a positive number, found %d", o.rounds)
	}
	if o.seconds < 1 {
		return fmt.Errorf("-seconds: expected a positive number, found %d", o.seconds)
	}
	_, err := workload.New(o.settings())
	return err
}

// settings are those of the spans.
func (o *options) settings() workload.Settings {
	return workload.Settings{Seed: 1, Kind: o.kind, FindingsPerKB: o.findings}
}

func run(out, progress io.Writer, o options) error {
	if err := o.validate(); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "endtoend")
	if err != nil {
		return err
	}
	pipelines := pipelines(o.genai, o.peers)
	began := time.Now()
	if err := checkAll(progress, o, folder, pipelines); err != nil {
		return err
	}
	results, err := measure(progress, o, folder, pipelines)
	if err != nil {
		return err
	}
	fmt.Fprintf(progress, "took %s\n", time.Since(began).Round(time.Second))
	if _, err := io.WriteString(out, report(o, results)); err != nil {
		return err
	}
	return os.RemoveAll(folder) // after a failure, its logs are left
}

// generator runs on the core that no collector is on.
func (o *options) generator() collector.Generator { return collector.Generator{Binary: o.load, CPU: 1} }

// arguments are those of the load generator that make the spans.
func (o *options) arguments(more ...string) []string {
	s := o.settings()
	return append([]string{"-seed", fmt.Sprint(s.Seed), "-kind", string(s.Kind), "-findings", fmt.Sprint(s.FindingsPerKB)}, more...)
}
