package main

import (
	"cmp"
	"fmt"
	"slices"
)

const overFloor = "floor"

// rows returns the lines of one set: every subject in relation to the floor, then what is compared with each other.
func (r *results) rows(all []subject) []row {
	floor := r.times(nameFloor)
	var rows []row
	for i := range all {
		of := r.of[all[i].name]
		if of == nil || all[i].inside {
			continue
		}
		rows = append(rows, r.row(all[i].name, of.times, overFloor, floor, spanTarget(r.set, all[i].name), all[i].redacts))
		rows[len(rows)-1].allocations = number(float64(of.allocations) / float64(r.set.settings.Spans))
	}
	if loop := r.yardstick(); loop != nil {
		rows = append(rows, r.row(nameYardstick+" over the same texts", loop, overFloor, floor, target{}, true))
	}
	return slices.Concat(rows, r.comparisons(), r.allocationRows())
}

func (r *results) row(name string, s series, over string, base series, t target, hasRate bool) row {
	made := row{on: r.set.name, what: name, over: over, ratios: s.over(base), target: t}
	if base.min() > 0 {
		made.least = float64(s.min()) / float64(base.min())
	}
	if hasRate {
		made.rate = r.rate(s)
	}
	return made
}

// yardstick returns the middle of the copies of the naive loop, nil where they did not run.
func (r *results) yardstick() series {
	var copies []series
	for i := range yardsticks {
		if times := r.times(yardstickName(i)); times != nil {
			copies = append(copies, times)
		}
	}
	if copies == nil {
		return nil
	}
	return middle(copies)
}

func (r *results) comparisons() []row {
	var rows []row
	if chain, genai := r.times(nameChain), r.times(nameNetwork); chain != nil {
		rows = append(rows, r.row(nameChain, chain, nameNetwork, genai, chainTarget(r.set), false))
	}
	if lanes := r.times(nameLanes); lanes != nil {
		parts := sum(r.times(nameLaneEnrich), r.times(nameLaneVendor), r.times(nameLaneMetadata), r.times(nameLaneCopies))
		rows = append(rows, r.row(nameLanes, lanes, "the sum of their parts", parts, targetLanes, false))
	}
	return rows
}

// allocationRows say how many allocations there are in relation to those that can't be avoided, or where all can be, how many there are.
// Those of the collector's helper are not counted.
func (r *results) allocationRows() []row {
	if r.set.settings.RepeatedHistory > 0 {
		return nil
	}
	counted := func(name string) float64 {
		return float64(r.of[name].allocations) - float64(r.of[nameEmpty].allocations)
	}
	if r.allowed.total() == 0 {
		return []row{r.allocationRow(nameWhole, "a span", counted(nameWhole)/float64(r.set.settings.Spans), targetNoAllocations)}
	}
	rows := []row{r.allocationRow(nameWhole,
		fmt.Sprintf("2 x %d changed + %d added + %d grown", r.allowed.changed, r.allowed.added, r.allowed.grown),
		counted(nameWhole)/float64(r.allowed.total()), targetAllocations)}
	if r.set.settings.FindingsPerKB == 0 {
		more := (counted(nameWhole) - counted(nameEnrich)) / float64(r.set.settings.Spans)
		rows = append(rows, r.allocationRow("redaction where nothing is found", "a span", more, targetNoAllocations))
	}
	return rows
}

func (r *results) allocationRow(name, over string, value float64, t target) row {
	return row{on: r.set.name, what: name + ", allocations", over: over, ratios: ratios{value}, target: t}
}

// scanRows are those of the redaction engine alone.
func scanRows(set *textSet, all []scanner, times []series) []row {
	size := float64(set.size())
	newRow := func(name string, s series, over string, base series, t target) row {
		return row{
			on: set.name, what: name, over: over, ratios: s.over(base), least: float64(s.min()) / float64(base.min()), target: t,
			rate: size / 1e6 / s.min().Seconds(),
		}
	}
	base := middle(times[:yardsticks])
	copies := slices.SortedFunc(slices.Values(times[:yardsticks]), func(a, b series) int { return cmp.Compare(a.min(), b.min()) })
	rows := []row{
		newRow(nameYardstick+", fastest copy", copies[0], nameYardstick, base, target{}),
		newRow(nameYardstick+", slowest copy", copies[yardsticks-1], nameYardstick, base, target{}),
	}
	for i := yardsticks; i < len(all); i++ {
		rows = append(rows, newRow(all[i].name, times[i], nameYardstick, base, scanTarget(set, all[i].name)))
	}
	re2 := times[len(times)-1]
	for i := yardsticks; i < len(all)-1; i++ {
		t := target{}
		if all[i].name == nameDefault && !set.typographic {
			t = targetOverRE2
		}
		rows = append(rows, newRow(nameRE2, re2, all[i].name, times[i], t))
	}
	return rows
}

// coreRows say how much faster two cores are than one.
func coreRows(c *coreTimes) []row {
	const on, rate = "mix, 1 per KB, two cores", "one core, as a rate"
	return []row{
		{on: on, what: nameWhole, over: rate, ratios: c.genai.one.over(c.genai.two), target: targetCores},
		{on: on, what: nameYardstick + ": what the machine gives", over: rate, ratios: c.control.one.over(c.control.two)},
		{on: on, what: nameWhole + ", CPU time", over: "one core", ratios: c.cpu.two.over(c.cpu.one)},
	}
}
