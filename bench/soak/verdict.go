package main

import (
	"errors"
	"fmt"
	"slices"
)

// sample is what a collector keeps after so many spans.
type sample struct{ spans, heap, goroutines, memory int }

// Growth of the heap from the first quarter to the last that is no failure: a share, and bytes. Bounded caches may still fill.
const (
	allowedShare = 0.05
	allowedBytes = 1 << 20
)

// verdict compares the medians of the first and the last quarter of the samples, of which there must be four or more. One that is off
// changes neither.
func verdict(samples []sample) (summary string, err error) {
	first, last := samples[:len(samples)/4], samples[len(samples)-len(samples)/4:]
	heap := func(s sample) int { return s.heap }
	goroutines := func(s sample) int { return s.goroutines }
	heapBefore, heapAfter := median(first, heap), median(last, heap)
	goroutinesBefore, goroutinesAfter := median(first, goroutines), median(last, goroutines)
	spans := median(last, func(s sample) int { return s.spans }) - median(first, func(s sample) int { return s.spans })
	summary = fmt.Sprintf("first and last quarter: %.2f and %.2f MB on the heap, %+.3f bytes a span; %d and %d goroutines",
		float64(heapBefore)/(1<<20), float64(heapAfter)/(1<<20), float64(heapAfter-heapBefore)/float64(spans), goroutinesBefore, goroutinesAfter)
	if allowed := int(float64(heapBefore)*(1+allowedShare)) + allowedBytes; heapAfter > allowed {
		err = fmt.Errorf("the heap grows: at most %d bytes are expected in the last quarter, found %d", allowed, heapAfter)
	}
	if goroutinesAfter > goroutinesBefore {
		err = errors.Join(err,
			fmt.Errorf("goroutines grow: at most %d are expected in the last quarter, found %d", goroutinesBefore, goroutinesAfter))
	}
	return summary, err
}

func median(samples []sample, of func(sample) int) int {
	values := make([]int, len(samples))
	for i, s := range samples {
		values[i] = of(s)
	}
	slices.Sort(values)
	return values[len(values)/2]
}
