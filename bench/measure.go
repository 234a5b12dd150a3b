package main

import (
	"slices"
	"time"
)

// textSet is a set of texts.
type textSet struct {
	name  string
	perKB int // findings per KB
	texts []text
	// typographic: the texts hold quotes and dashes outside of ASCII. No target speaks of them.
	typographic bool
}

// textSets returns what the subjects are measured on.
func textSets() []textSet {
	return []textSet{
		{"clean", 0, makeTexts(0, false), false},
		{"1 finding per KB", 1, makeTexts(1, false), false},
		{"10 findings per KB", 10, makeTexts(10, false), false},
		{"clean, typographic", 0, makeTexts(0, true), true},
	}
}

// series holds the times of one subject on one workload, a round each.
type series []time.Duration

func (s series) min() time.Duration { return slices.Min(s) }

// over returns the median over the rounds of s in relation to base. Both have run in each round, close to each other, so that a machine
// that slows down for a while slows both.
func (s series) over(base series) float64 {
	ratios := make([]float64, len(s))
	for i := range s {
		ratios[i] = float64(s[i]) / float64(base[i])
	}
	slices.Sort(ratios)
	n := len(ratios)
	return (ratios[(n-1)/2] + ratios[n/2]) / 2
}

// middle returns the median of the times of each round; of an even number of them the lower one.
func middle(times []series) series {
	median := make(series, len(times[0]))
	for round := range median {
		var all series
		for _, s := range times {
			all = append(all, s[round])
		}
		slices.Sort(all)
		median[round] = all[(len(all)-1)/2]
	}
	return median
}

// measure runs every subject once per round, in an order that moves on by one each round, and returns their times by index. A round
// before the first fills caches and pools and counts for nothing.
func measure(subjects []subject, texts []text, rounds int) []series {
	times := make([]series, len(subjects))
	for round := range rounds + 1 {
		for i := range subjects {
			at := (i + round) % len(subjects)
			start := time.Now()
			subjects[at].run(texts)
			if round > 0 {
				times[at] = append(times[at], time.Since(start))
			}
		}
	}
	return times
}
