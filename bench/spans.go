package main

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// spanSet is what the subjects are measured on: batches made by these settings, none of them twice.
type spanSet struct {
	name     string
	settings workload.Settings
	// slow subjects are measured on it, too.
	slow bool
}

// spanSets returns them all. With quick, the slow subjects are measured on the mix and on what is out of scope only.
func spanSets(spans int, quick bool) []spanSet {
	of := func(name string, kind workload.Kind, perKB int, repeated float64, slow bool) spanSet {
		return spanSet{name, workload.Settings{Seed: 5, Kind: kind, FindingsPerKB: perKB, RepeatedHistory: repeated, Spans: spans}, slow}
	}
	return []spanSet{
		of("HTTP, out of scope", workload.HTTP, 0, 0, true),
		of("mix, 0 per KB", workload.Mix, 0, 0, true),
		of("mix, 1 per KB", workload.Mix, 1, 0, true),
		of("mix, 10 per KB", workload.Mix, 10, 0, true),
		of("mix, 1 per KB, half of the calls repeat a history", workload.Mix, 1, 0.5, false),
		of("generation, 1 per KB", workload.Generation, 1, 0, !quick),
		of("OpenInference, 1 per KB", workload.OpenInference, 1, 0, !quick),
	}
}

// result is what a subject did on a set.
type result struct {
	times series
	// allocations and allocated bytes of one batch.
	allocations, allocated uint64
}

// results are those of all subjects on one set, by name.
type results struct {
	set     spanSet
	of      map[string]*result
	batches int
	content int // bytes of content in all batches
	allowed allowedAllocations
}

func (r *results) times(name string) series {
	if of := r.of[name]; of != nil {
		return of.times
	}
	return nil
}

// rate returns megabytes (10^6) of content per second, by the median time of s.
func (r *results) rate(s series) float64 {
	ran := slices.DeleteFunc(slices.Clone(s), func(t time.Duration) bool { return t == 0 })
	if len(ran) == 0 || r.content == 0 {
		return 0
	}
	slices.Sort(ran)
	return float64(r.content) / float64(r.batches) / 1e6 / ran[len(ran)/2].Seconds()
}

// measureSpans runs every subject once per round on its own copy of the same fresh batch, in an order that moves on by one each round. The
// slow ones run in slowRounds of them. In a round before the first, which fills caches and pools, what comes out is checked.
func measureSpans(set spanSet, all []subject, rounds, slowRounds int) (*results, error) {
	generator, err := workload.New(set.settings)
	if err != nil {
		return nil, err
	}
	var subjects []subject
	r := &results{set: set, of: map[string]*result{}}
	for _, s := range all {
		if (set.slow || !s.slow) && (s.on == nil || s.on(set)) {
			subjects = append(subjects, s)
			r.of[s.name] = &result{times: make(series, rounds)}
		}
	}
	if err := r.check(generator.Next(), subjects); err != nil {
		return nil, err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for round := range rounds {
		runtime.GC() // between rounds only, so that nobody pays for the garbage of others
		b := newRound(generator.Next())
		r.batches++
		r.content += b.ContentBytes
		for i := range subjects {
			s := &subjects[(i+round)%len(subjects)]
			if s.slow && !isSlowRound(round, rounds, slowRounds) {
				continue
			}
			took, err := b.time(s)
			if err != nil {
				return nil, fmt.Errorf("%s, %s: %w", set.name, s.name, err)
			}
			r.of[s.name].times[round] = took
		}
	}
	return r, r.countAllocations(newRound(generator.Next()), newRound(generator.Next()), subjects)
}

// isSlowRound spreads slowRounds evenly over rounds.
func isSlowRound(round, rounds, slowRounds int) bool {
	return (round+1)*slowRounds/rounds > round*slowRounds/rounds
}

// round is a batch as all subjects get it.
type round struct {
	workload.Batch
	wire []byte
}

func newRound(b workload.Batch) *round {
	var marshaler ptrace.ProtoMarshaler
	wire, err := marshaler.MarshalTraces(b.Traces)
	if err != nil {
		panic(err) // it never fails
	}
	return &round{b, wire}
}

// time runs s on a copy of the batch, and returns how long it took without the copy.
func (b *round) time(s *subject) (time.Duration, error) {
	td := copyOf(b.Traces)
	if s.prepare != nil {
		if err := s.prepare(td); err != nil {
			return 0, err
		}
	}
	before := now()
	err := s.run(td, b.wire)
	return now() - before, err
}

// countAllocations runs every subject that is not slow twice more; those were counted when they were checked. The second time counts: what
// garbage collection between rounds has taken away is there again then, as it is in a collector under load.
func (r *results) countAllocations(first, b *round, subjects []subject) error {
	r.content += b.ContentBytes
	r.batches++
	for i := range subjects {
		s := &subjects[i]
		if s.slow {
			continue
		}
		if err := errors.Join(r.allocations(first, s), r.allocations(b, s)); err != nil {
			return err
		}
		if s.name == nameWhole {
			r.allowed = allowed(b.Traces, s.outputs()[0])
		}
	}
	return nil
}

func (r *results) allocations(b *round, s *subject) error {
	td := copyOf(b.Traces)
	if s.prepare != nil {
		if err := s.prepare(td); err != nil {
			return err
		}
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := s.run(td, b.wire)
	runtime.ReadMemStats(&after)
	of := r.of[s.name]
	of.allocations, of.allocated = after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc
	return err
}
