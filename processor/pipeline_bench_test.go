package processor

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// BenchmarkPipeline is what the processor costs beside the floor, reading the same batch from the wire and writing it again, by what is in
// the batch and what is switched on. A round times the one, then the other, on spans just read; x-floor is the median of the rounds' ratios,
// which holds where nanoseconds do not. No two rounds in a row have the same batch.
//
//	GOMAXPROCS=1 go test ./processor -run '^$' -bench Pipeline -benchtime 100x
func BenchmarkPipeline(b *testing.B) {
	whole, all, enrich, move := everything(b), everything(b), everything(b), everything(b)
	all.RedactAll = true
	enrich.Redaction = nil
	move.Redaction, move.Messages = nil, MoveMessages
	leave := move
	leave.Messages = LeaveMessages
	for _, subject := range []struct {
		name     string
		settings Settings
		mix      spanMix
	}{
		{"out of scope", whole, httpSpansOnly},
		{"out of scope, no redaction", enrich, httpSpansOnly},
		{"scope all", all, httpSpansOnly},
		{"enrich mix", enrich, mixedSpans},
		{"leave OpenInference", leave, openInferenceOnly},
		{"move OpenInference", move, openInferenceOnly},
	} {
		b.Run(subject.name, func(b *testing.B) {
			var wires [][]byte
			for seed := range uint64(4) {
				wires = append(wires, wireOf(b, workload(b, subject.mix, seed)))
			}
			p, _ := newProcessor(b, subject.settings)
			benchmarkRounds(b, wires, func(td ptrace.Traces) {
				_, err := p.Traces(context.Background(), td)
				require.NoError(b, err)
			})
		})
	}
}

func wireOf(t testing.TB, td ptrace.Traces) []byte {
	t.Helper()
	var marshaler ptrace.ProtoMarshaler
	wire, err := marshaler.MarshalTraces(td)
	require.NoError(t, err)
	return wire
}

// benchmarkRounds reads no clock of b's: it stops the world, and leaves cold what the subject would find warm.
func benchmarkRounds(b *testing.B, wires [][]byte, subject func(ptrace.Traces)) {
	var unmarshaler ptrace.ProtoUnmarshaler
	var floors, costs, ratios []float64
	for round := 0; b.Loop(); round++ {
		start := time.Now()
		td, err := unmarshaler.UnmarshalTraces(wires[round%len(wires)])
		require.NoError(b, err)
		wireOf(b, td)
		floor := time.Since(start)
		td, err = unmarshaler.UnmarshalTraces(wires[(round+1)%len(wires)])
		require.NoError(b, err)
		start = time.Now()
		subject(td)
		cost := time.Since(start)
		floors, costs = append(floors, float64(floor)/workloadSpans), append(costs, float64(cost)/workloadSpans)
		ratios = append(ratios, float64(cost)/float64(floor))
	}
	b.ReportMetric(0, "ns/op") // of both
	b.ReportMetric(median(ratios), "x-floor")
	b.ReportMetric(slices.Min(costs)/slices.Min(floors), "x-floor-min")
	b.ReportMetric(slices.Min(costs), "ns/span-min")
	b.ReportMetric(slices.Min(floors), "floor-ns/span-min")
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// BenchmarkCores is how much more two goroutines process than one, with all stages on, in the same time: 2 where they share nothing and have
// the machine for themselves. A round times the one, then the two, on batches of their own; x-one is the median, and x-one-loop that of a loop
// that shares nothing, by which to judge what the machine had to give.
//
//	GOMAXPROCS=2 go test ./processor -run '^$' -bench Cores -benchtime 100x
func BenchmarkCores(b *testing.B) {
	wires := [][]byte{wireOf(b, workload(b, mixedSpans, 0)), wireOf(b, workload(b, mixedSpans, 1))}
	p, _ := newProcessor(b, everything(b))
	unmarshaled := func(i int) ptrace.Traces {
		var unmarshaler ptrace.ProtoUnmarshaler
		td, err := unmarshaler.UnmarshalTraces(wires[i])
		require.NoError(b, err)
		return td
	}
	timed := func(work ...func()) float64 {
		var done sync.WaitGroup
		start := time.Now()
		for _, w := range work {
			done.Go(w)
		}
		done.Wait()
		return float64(time.Since(start))
	}
	process := func(i int) func() {
		td := unmarshaled(i)
		return func() { _, _ = p.Traces(context.Background(), td) }
	}
	var loops atomic.Uint64
	loop := func() {
		n := uint64(1)
		for i := range uint64(4_000_000) {
			n = n*3 + i
		}
		loops.Add(n)
	}
	var ratios, ofLoop []float64
	for b.Loop() {
		one, two := process(0), [2]func(){process(0), process(1)}
		ratios = append(ratios, 2*timed(one)/timed(two[:]...))
		ofLoop = append(ofLoop, 2*timed(loop)/timed(loop, loop))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(ratios), "x-one")
	b.ReportMetric(median(ofLoop), "x-one-loop")
}
