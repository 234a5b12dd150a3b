package main

import (
	"fmt"
	"slices"
)

// growth is how cost grows with a quantity.
type growth string

// The growths, each within growthTolerance.
const (
	flat           growth = "flat"
	falls          growth = "falls"
	linear         growth = "linear"
	lessThanLinear growth = "less than linear"
	moreThanLinear growth = "MORE THAN LINEAR"
)

// growthTolerance is what a machine that others use, too, may add or take.
const growthTolerance = 0.25

// growthOf compares y with the straight line from its first point to its last. It is flat if the largest y is close to the smallest; it
// falls if it ends below its begin and never rises above it; it grows more than linearly if any point lies clearly below the straight
// line, less than linearly if any lies clearly above it and none below.
func growthOf(x, y []float64) growth {
	last := len(y) - 1
	if slices.Max(y) <= slices.Min(y)*(1+growthTolerance) {
		return flat
	}
	if y[last] < y[0] && slices.Max(y) <= y[0]*(1+growthTolerance) {
		return falls
	}
	result := linear
	for i := range y {
		straight := y[0] + (y[last]-y[0])*(x[i]-x[0])/(x[last]-x[0])
		switch {
		case y[i] < straight*(1-growthTolerance):
			return moreThanLinear
		case y[i] > straight*(1+growthTolerance):
			result = lessThanLinear
		}
	}
	return result
}

// unitTolerance is how much more a unit may cost at one place than at another, where the quantity itself grows a hundredfold and more.
const unitTolerance = 2

// growthOfUnits says how the whole cost grows where y is that of one unit: of a byte, an attribute, a span. It grows more than linearly if
// that differs by more than unitTolerance, and at the end more than linearly if it rises clearly over the last three points.
func growthOfUnits(x, y []float64) growth {
	spread := slices.Max(y) / slices.Min(y)
	of := growthOf(x, y)
	switch {
	case of == flat:
		return linear
	case of == falls:
		return lessThanLinear
	case spread > unitTolerance:
		return moreThanLinear
	case risesAtEnd(y):
		return growth(fmt.Sprintf("more than linear at the end, a unit × %.1f", spread))
	default:
		return linear + growth(fmt.Sprintf(", a unit within × %.1f", spread))
	}
}

func risesAtEnd(y []float64) bool {
	last := len(y) - 1
	return last >= 2 && y[last] > y[last-1] && y[last-1] > y[last-2] && y[last] > y[last-2]*(1+growthTolerance)
}
