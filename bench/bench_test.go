package main

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
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
