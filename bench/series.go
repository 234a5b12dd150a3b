package main

import (
	"slices"
	"time"
)

// series holds the times of one subject on one workload, a round each; 0: it did not run in that round.
type series []time.Duration

// min returns the least time of the rounds that it ran in.
func (s series) min() time.Duration {
	least := time.Duration(0)
	for _, t := range s {
		if t > 0 && (least == 0 || t < least) {
			least = t
		}
	}
	return least
}

// ratios are the times of s in relation to those of base, in order, of the rounds in which both ran: close to each other, so that a
// machine that slows down for a while slows both.
type ratios []float64

func (s series) over(base series) ratios {
	var all ratios
	for i := range s {
		if s[i] > 0 && base[i] > 0 {
			all = append(all, float64(s[i])/float64(base[i]))
		}
	}
	slices.Sort(all)
	return all
}

// at returns the value below which a share of the ratios lies, between two of them in proportion; 0 without any.
func (r ratios) at(share float64) float64 {
	if len(r) == 0 {
		return 0
	}
	position := share * float64(len(r)-1)
	below := int(position)
	above := min(below+1, len(r)-1)
	return r[below] + (position-float64(below))*(r[above]-r[below])
}

func (r ratios) median() float64 { return r.at(0.5) }

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

// sum returns the sum of the times of each round; 0 where one of them did not run.
func sum(times ...series) series {
	total := make(series, len(times[0]))
	for round := range total {
		for _, s := range times {
			if s[round] == 0 {
				total[round] = 0
				break
			}
			total[round] += s[round]
		}
	}
	return total
}
