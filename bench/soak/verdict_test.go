package main

import (
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const megabyte = 1 << 20

// samples are twelve by these functions of their number, from 0, a million spans apart.
func samples(heap, goroutines func(i int) int) (all []sample) {
	for i := range 12 {
		all = append(all, sample{spans: (i + 1) * 1_000_000, heap: heap(i), goroutines: goroutines(i)})
	}
	return all
}

func TestVerdict(t *testing.T) {
	t.Parallel()
	flat := func(n int) func(int) int { return func(int) int { return n } }
	one := func(at, n, others int) func(int) int {
		return func(i int) int {
			if i == at {
				return n
			}
			return others
		}
	}
	for name, c := range map[string]struct {
		heap, goroutines func(int) int
		err              string
	}{
		"flat":                        {flat(4 * megabyte), flat(7), ""},
		"less and less":               {func(i int) int { return (20 - i) * megabyte }, func(i int) int { return 20 - i }, ""},
		"one heap that is off":        {one(11, 90*megabyte, 4*megabyte), flat(7), ""},
		"one count that is off":       {flat(4 * megabyte), one(10, 12, 7), ""},
		"a cache that fills at first": {one(0, 2*megabyte, 4*megabyte), flat(7), ""},
		"0.2 bytes a span": {func(i int) int { return 4*megabyte + i*200_000 }, flat(7),
			"the heap grows: at most 5662595 bytes are expected in the last quarter, found 6194304"},
		"just allowed": {func(i int) int { return 4*megabyte + i*100_000 }, flat(7), ""},
		"a goroutine more": {flat(4 * megabyte), func(i int) int { return 7 + i/6 },
			"goroutines grow: at most 7 are expected in the last quarter, found 8"},
		"both": {func(i int) int { return (i + 1) * megabyte }, func(i int) int { return i },
			"the heap grows: at most 3250585 bytes are expected in the last quarter, found 11534336\n" +
				"goroutines grow: at most 1 are expected in the last quarter, found 10"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			summary, err := verdict(samples(c.heap, c.goroutines))
			if c.err == "" {
				require.NoError(t, err)
			} else {
				require.EqualError(t, err, c.err)
			}
			assert.Contains(t, summary, "bytes a span")
		})
	}
	summary, err := verdict(samples(func(i int) int { return 4*megabyte + i*megabyte/64 }, flat(7)))
	require.NoError(t, err)
	assert.Equal(t, "first and last quarter: 4.02 and 4.16 MB on the heap, +0.016 bytes a span; 7 and 7 goroutines", summary)
}

func TestOptionsOutOfRangeAreNamed(t *testing.T) {
	t.Parallel()
	require.EqualError(t, run(io.Discard, options{parts: 7}), "-parts: expected 8 or more, found 7")
	require.EqualError(t, run(io.Discard, options{parts: 8, request: 512, spans: 4095}),
		"-spans: expected a request of 512 for each of 8 parts, found 4095")
}
