package costcalc

import (
	"errors"
	"fmt"
	"time"
)

// model is one price entry of a provider.
type model struct {
	id       string
	match    clause
	prices   []datedRates // never empty
	variants []variant
}

// datedRates are the rates that hold at certain times.
type datedRates struct {
	from   time.Time // inclusive; zero: always
	window window
	rates  rates
}

// variant holds the prices of calls with certain facets, of a service tier say. The shape and its rules are those of price_variants in
// https://github.com/pydantic/genai-prices (0.2, 2026-10).
type variant struct {
	when           conditions
	from           time.Time // inclusive; zero: always
	maxInputTokens int64     // 0: any number; longer calls have no such price
	rates          []rates   // beside model.prices: those of that entry, with the variant's own prices in them
}

// rates are the prices of one entry at one time.
type rates struct {
	units  []rate  // finest first; empty: free
	priced unitSet // of units
}

// rate is the price of one unit: base, or that of the last tier below the input's length.
type rate struct {
	unit     Unit
	finer    unitSet // priced units of the same entry that lie within unit
	includes unitSet // all units that lie within unit
	base     Pico    // for scale.quantity of unit
	tiers    []tier  // ascending
}

// tier is a price for calls with more than above input tokens. It holds for all tokens of the call, not only for those above.
type tier struct {
	above int64
	price Pico
}

// at returns the price for a call with so many input tokens.
func (r *rate) at(inputTokens int64) Pico {
	price := r.base
	for _, t := range r.tiers {
		if inputTokens > t.above {
			price = t.price
		}
	}
	return price
}

// holds reports whether the rates hold at a time.
func (d *datedRates) holds(at time.Time) bool {
	if at.Before(d.from) {
		return false
	}
	return d.window.holds(at)
}

// pricesAt returns the index of the last prices that hold at a time, or of the first ones where none do.
func (m *model) pricesAt(at time.Time) int {
	for i := len(m.prices) - 1; i > 0; i-- {
		if m.prices[i].holds(at) {
			return i
		}
	}
	return 0
}

// variantAt returns the last variant that holds for a call with the standard rates r and asks for none of the settled facets, or nil.
func (m *model) variantAt(c *Call, facets *facetValues, settled facetSet, r *rates) *variant {
	for i := len(m.variants) - 1; i >= 0; i-- {
		v := &m.variants[i]
		if v.when.hold(facets) && v.when.facets()&settled == 0 && !c.Time.Before(v.from) &&
			(v.maxInputTokens == 0 || r.inputTokens(c.Usage) <= v.maxInputTokens) {
			return v
		}
	}
	return nil
}

// newRates orders prices finest first and checks that they split any usage into disjoint leaves: whatever is priced has all
// coarser units priced, and two units that overlap have their common unit priced.
func newRates(prices map[Unit]rate) (rates, error) {
	var r rates
	for unit := range prices {
		r.priced |= setOf(unit)
	}
	for rest := r.priced; rest != 0; rest &^= setOf(rest.finest()) {
		unit := rest.finest()
		if missing := units[unit].within &^ r.priced; missing != 0 {
			return rates{}, fmt.Errorf("%s needs a price for %s", units[unit].priceKey, units[missing.finest()].priceKey)
		}
		if err := checkOverlaps(unit, r.priced); err != nil {
			return rates{}, err
		}
		price := prices[unit]
		price.unit, price.includes = unit, unit.includes()
		for _, finer := range r.units {
			price.finer |= setOf(finer.unit) & price.includes
		}
		r.units = append(r.units, price)
	}
	return r, nil
}

// byUnit returns the prices as newRates takes them.
func (r *rates) byUnit() map[Unit]rate {
	prices := make(map[Unit]rate, len(r.units))
	for _, price := range r.units {
		prices[price.unit] = rate{base: price.base, tiers: price.tiers}
	}
	return prices
}

func checkOverlaps(unit Unit, priced unitSet) error {
	for other := range unit {
		if !priced.has(other) || !unit.overlaps(other) {
			continue
		}
		if common, ok := commonUnit(unit, other); !ok || !priced.has(common) {
			return fmt.Errorf("%s and %s need a price for the tokens that are both", units[other].priceKey, units[unit].priceKey)
		}
	}
	return nil
}

// commonUnit returns the unit that counts what is in both u and v.
func commonUnit(u, v Unit) (Unit, bool) {
	for common := range unitCount {
		if common.isFiner(u) && common.isFiner(v) {
			return common, true
		}
	}
	return 0, false
}

// checkTiers says whether tiers ascend, as rate.at requires.
func checkTiers(tiers []tier) error {
	for i, t := range tiers {
		if t.above < 0 || (i > 0 && t.above <= tiers[i-1].above) {
			return errors.New("tiers must have ascending starts, none negative")
		}
	}
	return nil
}
