package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"

	"github.com/otel-genai/genaiprocessor/bench/chart"
)

// curve is how cost grows with one quantity.
type curve struct {
	// name is that of the picture's file, title and quantity (with its unit) stand on the picture.
	name, title, quantity string
	// over is what the times stand in relation to.
	over string
	// reads says what is measured, and what flat and linear mean here.
	reads string
	// ofUnits: what is done grows with x only by being cut into larger pieces, so that flat lines mean that cost grows in proportion.
	ofUnits bool
	// logX and logY make an axis of the picture logarithmic.
	logX, logY bool
	// kb: x is in bytes, and written in KB.
	kb    bool
	x     []float64
	lines []string
	// at makes what is measured at x.
	at func(x float64) (*point, error)
}

// point is what is measured at one place of a curve.
type point struct {
	// bases are what the times stand in relation to: one for all lines, or one for each. Of several works of one base the middle counts.
	bases [][]work
	lines []work // as curve.lines
}

// works are the bases, then the lines.
func (p *point) works() []work { return append(slices.Concat(p.bases...), p.lines...) }

// ratios are those of each line to its base, of times in the order of works.
func (p *point) ratios(times []series) []ratios {
	var bases []series
	for _, b := range p.bases {
		bases = append(bases, middle(times[:len(b)]))
		times = times[len(b):]
	}
	all := make([]ratios, len(p.lines))
	for l := range all {
		all[l] = times[l].over(bases[min(l, len(bases)-1)])
	}
	return all
}

// work gets a run ready, untimed, and returns it.
type work func() (run func() error)

// measured is a curve with its ratios, by point and line.
type measured struct {
	curve
	ratios [][]ratios
}

// curves returns all of them.
func curves() []curve {
	return []curve{
		valueSizeCurve(), findingsCurve(), attributesCurve(), batchCurve(), dialectsCurve(), packsCurve(), pricesCurve(), newNamesCurve(),
		rulesCurve(), denyCurve(),
	}
}

// measureCurves measures one curve after the other.
func measureCurves(progress io.Writer, all []curve, rounds int) ([]measured, error) {
	var done []measured
	for _, c := range all {
		fmt.Fprintf(progress, "measuring: %s\n", c.title)
		m, err := c.measure(rounds)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.title, err)
		}
		done = append(done, m)
	}
	return done, nil
}

// measure runs, in each round, everything of every point once, in an order that moves on by one each round.
func (c *curve) measure(rounds int) (measured, error) {
	points := make([]*point, len(c.x))
	times := make([][]series, len(c.x))
	for i, x := range c.x {
		var err error
		if points[i], err = c.at(x); err != nil {
			return measured{}, fmt.Errorf("at %v: %w", x, err)
		}
		times[i] = make([]series, len(points[i].works()))
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for round := range rounds + 1 {
		for i := range points {
			at := (i + round) % len(points)
			if err := runRound(points[at].works(), round, times[at]); err != nil {
				return measured{}, fmt.Errorf("at %v: %w", c.x[at], err)
			}
		}
	}
	m := measured{curve: *c}
	for i, p := range points {
		m.ratios = append(m.ratios, p.ratios(times[i]))
	}
	return m, nil
}

// runRound runs all once, in an order that moves on by one each round. Garbage is collected before, so that none of them pays for what
// others left. Round 0 fills caches and pools, and is not noted.
func runRound(works []work, round int, times []series) error {
	runtime.GC()
	for i := range works {
		at := (i + round) % len(works)
		run := works[at]()
		before := now()
		err := run()
		took := now() - before
		if err != nil {
			return err
		}
		if round > 0 {
			times[at] = append(times[at], max(took, 1))
		}
	}
	return nil
}

// medians are those of a line, point by point.
func (m *measured) medians(line int) []float64 {
	var y []float64
	for _, r := range m.ratios {
		y = append(y, r[line].median())
	}
	return y
}

// growth says how the cost of a line grows.
func (m *measured) growth(line int) growth {
	if m.ofUnits {
		return growthOfUnits(m.x, m.medians(line))
	}
	return growthOf(m.x, m.medians(line))
}

// svg returns the picture of a curve.
func (m *measured) svg() (string, error) {
	c := chart.Chart{Title: m.title, XName: m.quantity, YName: "× " + m.over, LogX: m.logX, LogY: m.logY}
	for l, name := range m.lines {
		line := chart.Line{Name: name, Y: m.medians(l)}
		for _, x := range m.x {
			if m.kb {
				x /= 1024
			}
			line.X = append(line.X, x)
		}
		c.Lines = append(c.Lines, line)
	}
	return c.SVG()
}
