package main

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// decimal reads a decimal number, or a fraction such as 17/20, exactly; 0 where
// the text is none, which no price of a table is.
func decimal(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return new(big.Rat)
	}
	return r
}

// decimalText writes all decimals of a number that has finitely many.
func decimalText(r *big.Rat) string {
	places, _ := r.FloatPrec()
	return r.FloatString(places)
}

// percentText says by how much a price changed, such as " (+10 %)"; nothing where
// there was none before.
func percentText(before, after string) string {
	a, b := decimal(before), decimal(after)
	if a.Sign() == 0 || a.Cmp(b) == 0 {
		return ""
	}
	change := new(big.Rat).Quo(b, a)
	change.Mul(change.Sub(change, big.NewRat(1, 1)), big.NewRat(100, 1))
	text := strings.TrimSuffix(change.FloatString(1), ".0") // rounded half away from zero
	if change.Sign() > 0 {
		text = "+" + text
	}
	return " (" + text + " %)"
}

// amountText writes money with all its twelve decimals.
func amountText(p costcalc.Pico) string {
	return fmt.Sprintf("%d.%012d", p/1e12, p%1e12)
}
