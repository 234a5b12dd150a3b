package costcalc

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strings"
)

// Pico is an amount of money in 1e-12 of a currency's unit: picodollars where the currency is USD.
type Pico int64

const (
	picoPerUnit = 1_000_000_000_000
	maxPico     = Pico(math.MaxInt64)
	// maxExactFloat is the largest magnitude below which every integer is a float64.
	maxExactFloat = 1 << 53
)

// Float64 returns the amount in the currency's unit, dollars say, as the nearest float64, ties to even.
func (p Pico) Float64() float64 {
	if -maxExactFloat <= p && p <= maxExactFloat {
		return float64(p) / picoPerUnit // both operands exact, so one rounding
	}
	nearest, _ := big.NewRat(int64(p), picoPerUnit).Float64()
	return nearest
}

// add returns p + q, both not negative, or the largest amount and false where that is too little.
func (p Pico) add(q Pico) (Pico, bool) {
	if q > maxPico-p {
		return maxPico, false
	}
	return p + q, true
}

// amount returns count × pico / quantity, rounded half to even, or the largest amount and false where that is too little.
// count and pico must not be negative, quantity must be positive.
func amount(count int64, pico Pico, quantity uint64) (Pico, bool) {
	hi, lo := bits.Mul64(uint64(count), uint64(pico)) //nolint:gosec // neither is negative
	if hi >= quantity {
		return maxPico, false
	}
	quotient, remainder := bits.Div64(hi, lo, quantity)
	if rest := quantity - remainder; remainder > rest || (remainder == rest && quotient&1 == 1) {
		quotient++ // can't wrap: a quotient of 2^64-1 is above maxPico with or without it
	}
	if quotient > uint64(maxPico) {
		return maxPico, false
	}
	return Pico(quotient), true //nolint:gosec // checked above
}

// errPrice says what a price must look like. It holds no part of the text: a price file is the user's.
var errPrice = errors.New("expected a plain decimal number such as 0.15, not negative and with at most 19 digits")

// decimal returns p ÷ 10^exponent as a plain decimal number without zeros at its end: the reverse of parsePrice. p must not be negative.
func (p Pico) decimal(exponent int) string {
	digits := fmt.Sprintf("%0*d", exponent+1, int64(p))
	point := len(digits) - exponent
	return strings.TrimRight(strings.TrimRight(digits[:point]+"."+digits[point:], "0"), ".")
}

// parsePrice returns text × 10^exponent as an integer, rounded half to even. text is a plain decimal number, without sign
// or exponent.
func parsePrice(text string, exponent int) (Pico, error) {
	var (
		value     uint64
		digits    int
		fraction  int
		seenPoint bool
	)
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			if digits > 19 {
				return 0, errPrice
			}
			value = value*10 + uint64(c-'0')
			if seenPoint {
				fraction++
			}
		case c == '.' && !seenPoint && i > 0:
			seenPoint = true
		default:
			return 0, errPrice
		}
	}
	if digits == 0 || text[len(text)-1] == '.' {
		return 0, errPrice
	}
	return shift(value, exponent-fraction)
}

// shift returns value × 10^exponent, rounded half to even.
func shift(value uint64, exponent int) (Pico, error) {
	power := uint64(1)
	for range max(exponent, -exponent) {
		power *= 10 // at most 10^19: parsePrice allows 19 digits, scales have at most 12 zeros
	}
	if exponent < 0 {
		quotient, remainder := value/power, value%power
		if rest := power - remainder; remainder > rest || (remainder == rest && quotient&1 == 1) {
			quotient++
		}
		return Pico(quotient), nil //nolint:gosec // a tenth of a uint64 at most
	}
	hi, lo := bits.Mul64(value, power)
	if hi != 0 || lo > uint64(maxPico) {
		return 0, errPrice
	}
	return Pico(lo), nil //nolint:gosec // checked above
}
