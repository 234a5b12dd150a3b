package chart

import "math"

// scale brings values to places in the picture.
type scale struct {
	log      bool
	low, end float64 // the smallest value (of a logarithmic one: above 0) and the largest
	zero     bool    // of a logarithmic one: there is a place for 0
	from, to float64 // places of both ends
}

// ofZero is how much of a logarithmic axis lies between 0 and the smallest other value.
const ofZero = 0.12

func (s scale) at(v float64) float64 {
	if s.low == s.end {
		return (s.from + s.to) / 2
	}
	if !s.log {
		return s.from + (v-s.low)/(s.end-s.low)*(s.to-s.from)
	}
	from := s.from
	if s.zero {
		from += ofZero * (s.to - s.from)
	}
	if v == 0 {
		return s.from
	}
	return from + math.Log(v/s.low)/math.Log(s.end/s.low)*(s.to-from)
}

// ticks are round numbers: on a plain scale some five of them with 0, on a logarithmic one the powers of ten.
func (s scale) ticks() []float64 {
	var ticks []float64
	if s.log {
		for p := math.Round(math.Log10(s.low)); p <= math.Round(math.Log10(s.end)); p++ {
			ticks = append(ticks, math.Pow(10, p))
		}
		return ticks
	}
	step := s.step()
	for i := 0.0; i*step <= s.end*1.0001; i++ {
		ticks = append(ticks, i*step)
	}
	return ticks
}

// step is 1, 2 or 5 times a power of ten, a fourth to a tenth of the scale.
func (s scale) step() float64 {
	power := math.Pow(10, math.Floor(math.Log10(s.end/4)))
	for _, m := range []float64{5, 2} {
		if m*power <= s.end/4 {
			return m * power
		}
	}
	return power
}

func (c *Chart) xScale() scale {
	s := scale{log: c.LogX, low: math.Inf(1), from: left + 16, to: right - 24}
	for _, l := range c.Lines {
		for _, v := range l.X {
			if c.LogX && v == 0 {
				s.zero = true
				continue
			}
			s.low, s.end = min(s.low, v), max(s.end, v)
		}
	}
	return s
}

// yScale begins at 0, or of a logarithmic scale at a power of ten, and ends at a tick.
func (c *Chart) yScale() scale {
	s := scale{log: c.LogY, from: bottom, to: top}
	least := math.Inf(1)
	for _, l := range c.Lines {
		for _, v := range l.Y {
			least, s.end = min(least, v), max(s.end, v)
		}
	}
	if c.LogY {
		s.low = math.Pow(10, math.Floor(math.Log10(least)))
		s.end = math.Pow(10, math.Ceil(math.Log10(s.end)))
		if s.low == s.end {
			s.end *= 10
		}
		return s
	}
	if s.end == 0 {
		s.end = 1
	}
	s.end = math.Ceil(s.end/s.step()) * s.step()
	return s
}
