// Command load sends made-up spans to a collector by OTLP/gRPC, as fast as it takes them, and says how fast that was. Batches are made and
// encoded before the first is sent, so that sending costs this process little; they come round again when all are sent. Compression is off.
// A request that fails ends it with exit status 1.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// options are those of the command line.
type options struct {
	endpoint string
	settings workload.Settings
	batches  int
	inFlight int
	spans    int
	duration time.Duration
	json     bool
}

func main() {
	var o options
	var kind string
	flag.StringVar(&o.endpoint, "endpoint", "127.0.0.1:4317", "host and port of the OTLP/gRPC receiver, without TLS")
	flag.StringVar(&kind, "kind", string(workload.Mix), fmt.Sprintf("what the spans are, one of %v", workload.Kinds()))
	flag.IntVar(&o.settings.FindingsPerKB, "findings", 1, "findings in a KB of content")
	flag.Float64Var(&o.settings.RepeatedHistory, "repeated", 0, "share of model calls that send an earlier conversation again, 0 to 1")
	flag.IntVar(&o.settings.Spans, "request", workload.DefaultSpans, "spans of a request")
	flag.Uint64Var(&o.settings.Seed, "seed", 1, "the same seed makes the same spans")
	flag.IntVar(&o.batches, "batches", 16, "requests that are made; after the last the first comes again")
	flag.IntVar(&o.inFlight, "in-flight", 4, "requests that wait for an answer at a time")
	flag.IntVar(&o.spans, "spans", 0, "spans to send, up to whole requests; 0: as many as fit in -for")
	flag.DurationVar(&o.duration, "for", 10*time.Second, "how long to send, where -spans is 0")
	flag.BoolVar(&o.json, "json", false, "print JSON")
	flag.Parse()
	o.settings.Kind = workload.Kind(kind)
	if err := run(context.Background(), os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (o *options) validate() error {
	switch {
	case o.batches < 1:
		return fmt.Errorf("-batches: expected a positive number, found %d", o.batches)
	case o.inFlight < 1:
		return fmt.Errorf("-in-flight: expected a positive number, found %d", o.inFlight)
	case o.spans < 0:
		return fmt.Errorf("-spans: expected a number from 0, found %d", o.spans)
	case o.spans == 0 && o.duration <= 0:
		return fmt.Errorf("-for: expected a positive duration, found %s", o.duration)
	}
	return nil
}

func run(ctx context.Context, out io.Writer, o options) error {
	if err := o.validate(); err != nil {
		return err
	}
	requests, err := encoded(o.settings, o.batches)
	if err != nil {
		return err
	}
	s := sender{requests: requests, inFlight: o.inFlight, duration: o.duration}
	if o.spans > 0 {
		s.limit = (o.spans + o.settings.Spans - 1) / o.settings.Spans
	}
	done, err := s.send(ctx, o.endpoint)
	if err != nil {
		return err
	}
	result := done.result(o.settings.Spans)
	if o.json {
		return json.NewEncoder(out).Encode(result)
	}
	_, err = fmt.Fprintf(out, "%d spans in %d requests in %.1f s: %.0f spans/s; a request took %.1f ms (median), %.1f ms (99th percentile)\n",
		result.Spans, result.Requests, result.Seconds, result.SpansPerSecond, result.MedianMilliseconds, result.P99Milliseconds)
	return err
}
