package main

import (
	"slices"
	"time"

	"github.com/otel-genai/genaiprocessor/bench/collector"
)

// result returns what to print of requests of so many spans each.
func (s *sent) result(spans int) collector.Load {
	slices.Sort(s.took)
	return collector.Load{
		Spans: len(s.took) * spans, Requests: len(s.took), Seconds: s.elapsed.Seconds(),
		SpansPerSecond:     float64(len(s.took)*spans) / s.elapsed.Seconds(),
		MedianMilliseconds: milliseconds(percentile(s.took, 50)), P99Milliseconds: milliseconds(percentile(s.took, 99)),
	}
}

// percentile returns the least of the sorted durations that p of 100 don't exceed: the largest, where there are fewer than 100; 0 of none.
func percentile(sorted []time.Duration, p int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max((len(sorted)*p+99)/100, 1)-1]
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
