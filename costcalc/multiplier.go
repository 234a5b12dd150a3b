package costcalc

import "errors"

// ratio is a multiplier of prices, as a fraction in lowest terms.
type ratio struct{ numerator, denominator uint64 }

// maxRatioTerm bounds the terms of a product.
const maxRatioTerm = 1 << 62

// one changes nothing.
var one = ratio{1, 1}

// errMultiplier says what a multiplier must look like.
var errMultiplier = errors.New("expected a plain decimal number in quotes, such as \"0.85\", above 0, at most 1000 and with at most 6 decimals")

// parseRatio reads a multiplier such as "0.85".
func parseRatio(text string) (ratio, error) {
	const decimals, scale = 6, 1_000_000
	millionths, err := parsePrice(text, decimals)
	if err != nil || millionths == 0 || millionths > 1000*scale || !exactAt(text, decimals) {
		return ratio{}, errMultiplier
	}
	return reduced(uint64(millionths), scale), nil //nolint:gosec // positive
}

// exactAt reports whether a decimal number has at most so many digits behind its point.
func exactAt(text string, decimals int) bool {
	for i := range len(text) {
		if text[i] == '.' {
			return len(text)-i-1 <= decimals
		}
	}
	return true
}

// times returns the product. ok is false where its terms don't fit.
func (r ratio) times(s ratio) (product ratio, ok bool) {
	switch one {
	case r:
		return s, true
	case s:
		return r, true
	}
	// Cancelled crosswise first, so that a product that fits is found to fit.
	a, b := reduced(r.numerator, s.denominator), reduced(s.numerator, r.denominator)
	if a.numerator > maxRatioTerm/b.numerator || a.denominator > maxRatioTerm/b.denominator {
		return r, false
	}
	return ratio{a.numerator * b.numerator, a.denominator * b.denominator}, true
}

// of returns the share of an amount, rounded half to even, or the largest amount and false where that is too little.
func (r ratio) of(p Pico) (Pico, bool) {
	if r == one {
		return p, true
	}
	if r.numerator > uint64(maxPico) {
		return maxPico, false
	}
	return amount(int64(p), Pico(r.numerator), r.denominator) //nolint:gosec // checked above
}

// reduced returns n/d in lowest terms; neither may be 0.
func reduced(n, d uint64) ratio {
	a, b := n, d
	for b != 0 {
		a, b = b, a%b
	}
	return ratio{n / a, d / a}
}

// multiplier is a provider's rule that makes the tokens of some calls dearer or cheaper, whatever the model's prices are.
type multiplier struct {
	when   conditions
	models clause // on ids of price entries; opNever: all
	ratio  ratio
}

// isFor reports whether the rule is for a price entry.
func (m *multiplier) isFor(id string) bool {
	return m.models.operator == opNever || m.models.matches(normalise(id))
}

// scale returns c with its tokens and its fees multiplied. The total is the sum of the parts.
func (c Cost) scale(tokens, fees ratio) Cost {
	if tokens == one && fees == one {
		return c
	}
	fits := true
	apply := func(r ratio, p *Pico) {
		var ok bool
		*p, ok = r.of(*p)
		fits = fits && ok
	}
	apply(tokens, &c.Input)
	apply(tokens, &c.CacheRead)
	apply(tokens, &c.CacheWrite)
	apply(tokens, &c.Output)
	apply(fees, &c.Other)
	c.Total = 0
	for _, p := range [...]Pico{c.Input, c.CacheRead, c.CacheWrite, c.Output, c.Other} {
		var ok bool
		c.Total, ok = c.Total.add(p)
		fits = fits && ok
	}
	if !fits {
		c.Flags |= FlagSaturated
	}
	return c
}
