package main

import (
	"context"
	"runtime"
	"sync"
	"time"

	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

const (
	// coreBatches is how many batches are processed on one core, and the same on two.
	coreBatches = 8
	// controlRuns is how often the control reads each batch, so that it takes about as long as genai.
	controlRuns = 10
)

// onCores holds what the same work took on one core and on two, a round each.
type onCores struct{ one, two series }

func (c *onCores) add(cores int, took time.Duration) {
	if cores == 1 {
		c.one = append(c.one, took)
	} else {
		c.two = append(c.two, took)
	}
}

// coreTimes are the times by the clock of genai and of a control that shares nothing, which shows what the machine gives, and the CPU time
// of genai, which grows where cores hinder each other.
type coreTimes struct{ genai, control, cpu onCores }

// measureCores lets one processor with the default configuration process the same fresh batches on one core and on two.
func measureCores(spans, rounds int) (*coreTimes, error) {
	p, err := newComponent(genaiprocessor.NewFactory(), "", consumertest.NewNop())
	if err != nil {
		return nil, err
	}
	generator, err := workload.New(workload.Settings{Seed: 6, Kind: workload.Mix, FindingsPerKB: 1, Spans: spans})
	if err != nil {
		return nil, err
	}
	var times coreTimes
	for round := range rounds + 1 {
		batches := make([]ptrace.Traces, coreBatches)
		for i := range batches {
			batches[i] = generator.Next().Traces
		}
		for i := range 2 {
			if err := times.measure(1+(i+round)%2, batches, round > 0, p.ConsumeTraces); err != nil { // the first fills caches and pools
				return nil, err
			}
		}
	}
	return &times, nil
}

func (c *coreTimes) measure(cores int, batches []ptrace.Traces, counts bool, process func(context.Context, ptrace.Traces) error) error {
	control, err := processOn(cores, batches, readOften)
	if err != nil {
		return err
	}
	copies := make([]ptrace.Traces, len(batches))
	for i, td := range batches {
		copies[i] = copyOf(td)
	}
	before := now()
	genai, err := processOn(cores, copies, process)
	if cpu := now() - before; counts {
		c.genai.add(cores, genai)
		c.control.add(cores, control)
		c.cpu.add(cores, cpu)
	}
	return err
}

// readOften is the control.
func readOften(_ context.Context, td ptrace.Traces) error {
	count := 0
	for range controlRuns {
		eachText(td, func(v pcommon.Value) { classBranch(v.Str(), 0, &count) })
	}
	return nil
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
