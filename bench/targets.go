package main

import (
	"fmt"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// target is the most that a ratio may be, or the least; the zero value is none. One that is missed is said, and fails nothing: a time is no test.
type target struct {
	limit float64
	least bool
	isSet bool
}

func atMost(limit float64) target  { return target{limit: limit, isSet: true} }
func atLeast(limit float64) target { return target{limit: limit, least: true, isSet: true} }

func (t target) String() string {
	switch {
	case !t.isSet:
		return ""
	case t.least:
		return fmt.Sprintf(">= %g", t.limit)
	default:
		return fmt.Sprintf("<= %g", t.limit)
	}
}

// verdict says whether a value, as it is printed, is within the target.
func (t target) verdict(value float64) string {
	switch {
	case !t.isSet:
		return ""
	case t.least && value >= t.limit, !t.least && value <= t.limit:
		return "met"
	default:
		return "missed"
	}
}

// Targets that stand by themselves.
var (
	targetLanes         = atMost(1.15) // in relation to the sum of their parts
	targetCores         = atLeast(1.6) // two in relation to one
	targetAllocations   = atMost(1)    // in relation to those allowed
	targetNoAllocations = atMost(0)
	targetOverRE2       = atLeast(3) // the time of go-re2 in relation to the default pack
)

// spanTarget is that of a subject in relation to the floor.
func spanTarget(set spanSet, subject string) target {
	perKB := set.settings.FindingsPerKB
	switch set.settings.Kind {
	case workload.HTTP:
		return map[string]target{nameWhole: atMost(0.04), nameScopeAll: atMost(0.2)}[subject]
	case workload.OpenInference:
		return map[string]target{nameMove: atMost(1)}[subject]
	case workload.Mix:
		if set.settings.RepeatedHistory > 0 {
			return target{}
		}
		whole := map[int]target{0: atMost(0.7), 1: atMost(1), 10: atMost(1.6)}[perKB]
		return map[string]target{nameEnrich: atMost(0.06), nameWhole: whole}[subject]
	}
	return target{}
}

// chainTarget is how much longer the chain takes than genai with the same detectors.
func chainTarget(set spanSet) target {
	if set.settings.Kind != workload.Mix || set.settings.RepeatedHistory > 0 {
		return target{}
	}
	return map[int]target{0: atLeast(200), 1: atLeast(150), 10: atLeast(100)}[set.settings.FindingsPerKB]
}

// scanTarget is that of an engine in relation to the class loop.
func scanTarget(set *textSet, scanner string) target {
	switch {
	case set.typographic:
		return target{}
	case scanner == nameDefault:
		return map[int]target{0: atMost(1), 1: atMost(1.5), 10: atMost(3)}[set.perKB]
	case scanner == nameAll && set.perKB == 0:
		return atMost(1.6)
	}
	return target{}
}
