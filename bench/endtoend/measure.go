package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/otel-genai/genaiprocessor/bench/collector"
)

const (
	cores         = 1   // of each collector
	inFlight      = 4   // requests of a turn under full load
	singleRequest = 64  // spans of a request that is alone
	singleBatches = 128 // as much content as in the others, so that none is in the memory of the processor when it comes again
)

// turn is what was measured of a pipeline in one round.
type turn struct {
	secondsPerMillion       float64 // of processor time
	spansPerSecond          float64
	median, p99             float64 // milliseconds of a request under full load
	singleMedian, singleP99 float64 // and of one that is alone
}

// result is a pipeline and its turns, one of each round.
type result struct {
	pipeline
	turns []turn
	idle  int // bytes of memory before the first span
	peak  int // bytes of memory at most
}

// measure lets the pipelines take turns. Each has a collector that runs all the time, and is idle while others have theirs.
func measure(progress io.Writer, o options, folder string, pipelines []pipeline) (results []result, err error) {
	var running []*collector.Collector
	defer func() {
		for _, c := range running {
			err = errors.Join(err, c.Stop())
		}
	}()
	for i, p := range pipelines {
		own := filepath.Join(folder, strconv.Itoa(i))
		if err := os.Mkdir(own, 0o700); err != nil {
			return nil, err
		}
		c, err := collector.Start(collector.Settings{Binary: p.binary, Folder: own, Processors: p.processors, Cores: cores, CPU: 0})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		running = append(running, c)
		memory, err := c.Memory()
		if err != nil {
			return nil, err
		}
		results = append(results, result{pipeline: p, idle: memory.Now})
	}
	for round := range o.rounds + 1 {
		fmt.Fprintf(progress, "round %d of %d (round 0 fills caches)\n", round, o.rounds)
		for i := range results {
			at := (i + round) % len(results)
			r, c := &results[at], running[at]
			t, err := o.turn(c, round == 0)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.name, err)
			}
			if round > 0 {
				r.turns = append(r.turns, t)
			}
			memory, err := c.Memory()
			if err != nil {
				return nil, err
			}
			r.peak = memory.Peak
		}
	}
	return results, nil
}

// turn loads one collector, then sends it one request at a time.
func (o *options) turn(c *collector.Collector, short bool) (turn, error) {
	full := time.Duration(o.seconds) * time.Second
	if short {
		full = time.Second
	}
	before, err := c.ProcessorSeconds()
	if err != nil {
		return turn{}, err
	}
	load, err := o.generator().Send(c, o.arguments("-for", full.String(), "-in-flight", strconv.Itoa(inFlight))...)
	if err != nil {
		return turn{}, err
	}
	after, err := c.ProcessorSeconds()
	if err != nil {
		return turn{}, err
	}
	single, err := o.generator().Send(c, o.arguments("-for", (full/2).String(), "-in-flight", "1",
		"-request", strconv.Itoa(singleRequest), "-batches", strconv.Itoa(singleBatches))...)
	if err != nil {
		return turn{}, err
	}
	return turn{
		secondsPerMillion: (after - before) / float64(load.Spans) * 1e6, spansPerSecond: load.SpansPerSecond,
		median: load.MedianMilliseconds, p99: load.P99Milliseconds,
		singleMedian: single.MedianMilliseconds, singleP99: single.P99Milliseconds,
	}, nil
}
