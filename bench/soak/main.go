// Command soak sends millions of spans through a collector with genai, and fails where its heap or the count of its goroutines grows. After
// each part, when nothing is under way, garbage is collected and both are read: what is left then is what the collector keeps. Every part
// comes from a new process over a new connection, with spans that were never sent before. It needs Linux.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/otel-genai/genaiprocessor/bench/collector"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// options are those of the command line.
type options struct {
	collector, load  string // binaries
	spans, parts     int
	kind             workload.Kind
	findings         int
	genai            string // its configuration
	batches, request int
}

func main() {
	var o options
	var kind string
	flag.StringVar(&o.collector, "collector", "../_build/bench/otelcol-bench", "collector with genai and the extension profiles")
	flag.StringVar(&o.load, "load", "../_build/load", "load generator")
	flag.IntVar(&o.spans, "spans", 10_000_000, "spans in all")
	flag.IntVar(&o.parts, "parts", 40, "how often heap and goroutines are read, 8 or more")
	flag.StringVar(&kind, "kind", string(workload.Mix), fmt.Sprintf("what the spans are, one of %v", workload.Kinds()))
	flag.IntVar(&o.findings, "findings", 1, "findings in a KB of content")
	flag.StringVar(&o.genai, "genai", "{}", "the processor's configuration")
	flag.IntVar(&o.batches, "batches", 64, "requests that are made for a part, and sent again and again")
	flag.IntVar(&o.request, "request", workload.DefaultSpans, "spans of a request")
	flag.Parse()
	o.kind = workload.Kind(kind)
	if err := run(os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (o *options) validate() error {
	switch {
	case o.parts < 8:
		return fmt.Errorf("-parts: expected 8 or more, found %d", o.parts)
	case o.spans < o.parts*o.request:
		return fmt.Errorf("-spans: expected a request of %d for each of %d parts, found %d", o.request, o.parts, o.spans)
	}
	return nil
}

func run(out io.Writer, o options) error {
	if err := o.validate(); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "soak")
	if err != nil {
		return err
	}
	c, err := collector.Start(collector.Settings{
		Binary: o.collector, Folder: folder, Processors: []collector.Processor{{Name: "genai", YAML: o.genai}}, Profiles: true, CPU: -1,
	})
	if err != nil {
		return err
	}
	err = o.soak(out, c)
	if stopped := c.Stop(); err == nil {
		err = stopped
	}
	if err != nil {
		return err // the log is left
	}
	return os.RemoveAll(folder)
}

// soak prints a line for each part as it goes, and the verdict at the end.
func (o *options) soak(out io.Writer, c *collector.Collector) error {
	generator := collector.Generator{Binary: o.load, CPU: -1}
	began, sent := time.Now(), 0
	var samples []sample
	for part := range o.parts {
		load, err := generator.Send(c, "-seed", strconv.Itoa(part+1), "-kind", string(o.kind), "-findings", strconv.Itoa(o.findings),
			"-batches", strconv.Itoa(o.batches), "-request", strconv.Itoa(o.request), "-spans", strconv.Itoa(o.spans*(part+1)/o.parts-sent))
		if err != nil {
			return fmt.Errorf("part %d: %w", part+1, err)
		}
		sent += load.Spans
		s, err := read(c, sent)
		if err != nil {
			return fmt.Errorf("part %d: %w", part+1, err)
		}
		samples = append(samples, s)
		fmt.Fprintf(out, "%9d spans, %5.0f a second: %.2f MB on the heap, %d goroutines, %d MB of memory\n",
			sent, load.SpansPerSecond, float64(s.heap)/(1<<20), s.goroutines, s.memory>>20)
	}
	fmt.Fprintf(out, "%d spans (%s, %d findings per KB) in %s\n", sent, o.kind, o.findings, time.Since(began).Round(time.Second))
	summary, err := verdict(samples)
	fmt.Fprintln(out, summary)
	return err
}

// settled is how long closed connections get to go away.
const settled = 500 * time.Millisecond

// read returns what a collector keeps that has nothing to do.
func read(c *collector.Collector, sent int) (s sample, err error) {
	time.Sleep(settled)
	s.spans = sent
	if s.goroutines, err = c.Goroutines(); err != nil {
		return s, err
	}
	if s.heap, err = c.LiveHeap(); err != nil {
		return s, err
	}
	memory, err := c.Memory()
	s.memory = memory.Now
	return s, err
}
