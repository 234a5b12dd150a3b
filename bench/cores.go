package main

import (
	"context"
	"runtime"
	"sync"
	"time"

	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// coreBatches is how many batches are processed on one core, and the same on two.
const coreBatches = 8

// measureCores returns the times of the same fresh batches on one core and on two, by one processor with the default configuration.
func measureCores(spans, rounds int) (one, two series, err error) {
	p, err := newComponent(genaiprocessor.NewFactory(), "", consumertest.NewNop())
	if err != nil {
		return nil, nil, err
	}
	generator, err := workload.New(workload.Settings{Seed: 6, Kind: workload.Mix, FindingsPerKB: 1, Spans: spans})
	if err != nil {
		return nil, nil, err
	}
	for round := range rounds + 1 {
		batches := make([]ptrace.Traces, coreBatches)
		for i := range batches {
			batches[i] = generator.Next().Traces
		}
		var took [3]time.Duration // by cores
		for i := range 2 {
			cores := 1 + (i+round)%2
			copies := make([]ptrace.Traces, len(batches))
			for i, td := range batches {
				copies[i] = copyOf(td)
			}
			if took[cores], err = processOn(cores, copies, p.ConsumeTraces); err != nil {
				return nil, nil, err
			}
		}
		if round > 0 { // the first fills caches and pools
			one, two = append(one, took[1]), append(two, took[2])
		}
	}
	return one, two, nil
}

// processOn processes batches on so many cores, each a part of them.
func processOn(cores int, batches []ptrace.Traces, process func(context.Context, ptrace.Traces) error) (time.Duration, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	errs := make([]error, cores)
	var running sync.WaitGroup
	started := time.Now()
	for core := range cores {
		running.Go(func() {
			for i := core; i < len(batches); i += cores {
				if err := process(context.Background(), batches[i]); err != nil {
					errs[core] = err
				}
			}
		})
	}
	running.Wait()
	took := time.Since(started)
	for _, err := range errs {
		if err != nil {
			return 0, err
		}
	}
	return took, nil
}
