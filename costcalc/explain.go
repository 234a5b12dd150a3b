package costcalc

import (
	"fmt"
	"strings"
	"time"
)

// Explanation is how the price of one call comes about, step by step, for people to read and check.
type Explanation struct {
	// Reason is why there is no cost, else empty.
	Reason Reason
	// Cost is what Table.Price returns for the same call.
	Cost Cost
	// Entry is the price entry whose prices were used, "provider/model" of the embedded table or the name of the user's; Borrowed the one
	// whose prices the user's entry borrows, else empty.
	Entry, Borrowed string
	// From is when these prices began; zero if the table knows no beginning.
	From time.Time
	// Variant is the facets whose prices they are, such as "service_tier: priority"; empty for the standard prices.
	Variant string
	// Lines are the amounts, disjoint: their sum is the total before Multipliers.
	Lines []Line
	// Multipliers are those that apply, in order.
	Multipliers []Multiplier
}

// Line is one amount of an Explanation.
type Line struct {
	Unit Unit
	// Count is what is charged in this unit: what was reported less what finer units take.
	Count int64
	// Price is that of Quantity of the unit.
	Price    Pico
	Quantity uint64
	// AboveInputTokens is the threshold of the price tier that the call's length reached; -1 without one.
	AboveInputTokens int64
	// Amount is Count × Price / Quantity.
	Amount Pico
}

// Multiplier is one factor of an Explanation.
type Multiplier struct {
	// Factor is a fraction such as "11/10".
	Factor string
	// Why is the facets that it is for, such as "batch: true", or "multiplier of the entry".
	Why string
	// Fees says that it applies to fees, too, not to tokens only.
	Fees bool
}

// discountText is why the multiplier of a user's entry applies.
const discountText = "multiplier of the entry"

// Explain prices a call like Price and tells the steps. It is not made for speed.
func (t *Table) Explain(c Call) Explanation {
	var x Explanation
	x.Cost, x.Reason = t.Price(c)
	if c.Usage.Empty() || !c.Usage.valid() {
		return x
	}
	var ch choice
	if t.choose(&c, &ch) != "" {
		return x
	}
	x.Entry, x.From, x.Variant = ch.model, ch.from, ch.variant.text()
	if !ch.override {
		x.Entry = ch.lender + "/" + ch.model
	} else if ch.borrowed != "" {
		x.Borrowed = ch.lender + "/" + ch.borrowed
	}
	if x.Reason != "" {
		return x
	}
	x.Lines = ch.rates.lines(c.Usage)
	for _, m := range ch.factors {
		if ch.applies(m) {
			x.Multipliers = append(x.Multipliers, Multiplier{Factor: m.ratio.text(), Why: m.when.text()})
		}
	}
	if ch.discount != one {
		x.Multipliers = append(x.Multipliers, Multiplier{Factor: ch.discount.text(), Why: discountText, Fees: true})
	}
	return x
}

// lines returns the amounts of usage by unit, leaving out what comes to no count.
func (r *rates) lines(usage Usage) (lines []Line) {
	leaves, _ := r.leaves(&usage)
	for i := len(r.units) - 1; i >= 0; i-- { // coarsest first, as people read them
		price := &r.units[i]
		if leaves[price.unit] == 0 {
			continue
		}
		line := Line{
			Unit: price.unit, Count: leaves[price.unit], Price: price.at(usage.counts[InputTokens]),
			Quantity: units[price.unit].scale.quantity, AboveInputTokens: -1,
		}
		for _, t := range price.tiers {
			if usage.counts[InputTokens] > t.above {
				line.AboveInputTokens = t.above
			}
		}
		line.Amount, _ = amount(line.Count, line.Price, line.Quantity)
		lines = append(lines, line)
	}
	return lines
}

func (r ratio) text() string { return fmt.Sprintf("%d/%d", r.numerator, r.denominator) }

// text returns the conditions as one reads them; empty without any.
func (cs conditions) text() string {
	texts := make([]string, len(cs))
	for i, c := range cs {
		texts[i] = facetNames[c.facet] + ": "
		if c.not {
			texts[i] += "not "
		}
		texts[i] += strings.Join(c.values, " or ")
	}
	return strings.Join(texts, ", ")
}
