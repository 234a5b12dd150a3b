package main

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// BenchmarkRatio reports every subject as a multiple of the class loop (x-loop), and of go-re2 how much longer it takes than the default
// pack (x-default). One operation is a round. Run it with
//
//	go test -C bench -run '^$' -bench Ratio
func BenchmarkRatio(b *testing.B) {
	measured, err := scanners()
	require.NoError(b, err)
	byDefault := measured[yardsticks]
	for _, w := range textSets() {
		for _, s := range measured[yardsticks:] {
			b.Run("texts="+w.name+"/subject="+s.name, func(b *testing.B) {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
				times := measureScan(append(measured[:yardsticks:yardsticks], byDefault, s), w.texts, b.N)
				b.ReportMetric(times[yardsticks+1].over(middle(times[:yardsticks])).median(), "x-loop")
				if s.name == nameRE2 {
					b.ReportMetric(times[yardsticks+1].over(times[yardsticks]).median(), "x-default")
				}
			})
		}
	}
}

// BenchmarkSpans runs genai in each of the ways that are measured, alone, on batches that were made before: for profiles, which say where the
// time goes. It takes some content again, which the others never do. Run it with
//
//	go test -C bench -run '^$' -bench 'Spans/set=mix,_1_per_KB$/subject=genai$' -cpuprofile cpu.prof -o bench.test
//	go tool pprof -focus 'processor..\*Processor..Traces' -top -cum bench/bench.test bench/cpu.prof
func BenchmarkSpans(b *testing.B) {
	const batches = 24
	subjects, err := spanSubjects()
	require.NoError(b, err)
	for _, set := range spanSets(workload.DefaultSpans, false) {
		var wires [][]byte
		for i := range subjects {
			s := &subjects[i]
			if !strings.HasPrefix(s.name, "genai") || s.on != nil && !s.on(set) {
				continue
			}
			b.Run("set="+set.name+"/subject="+s.name, func(b *testing.B) {
				if len(wires) == 0 {
					generator, err := workload.New(set.settings)
					require.NoError(b, err)
					for range batches {
						wires = append(wires, newRound(generator.Next()).wire)
					}
				}
				var unmarshaler ptrace.ProtoUnmarshaler
				b.ResetTimer()
				for n := range b.N {
					b.StopTimer()
					td, err := unmarshaler.UnmarshalTraces(wires[n%batches])
					require.NoError(b, err)
					b.StartTimer()
					require.NoError(b, s.run(td, wires[n%batches]))
				}
			})
		}
	}
}
