package costcalc

import (
	"fmt"
	"strings"
	"time"
)

// Listing is a price entry with all that it holds, for people to read. It holds copies: nothing of the table.
type Listing struct {
	// Entry is "provider/model" of the embedded table, or the name of the user's entry; Borrowed is the one whose prices the user's entry
	// borrows, else empty.
	Entry, Borrowed string
	// Provider is who is paid. Of Table.Entries it is the provider that the entry is for, empty for any.
	Provider string
	// Override says that the entry is the user's. The next four are set only then.
	Override bool
	// Index is the entry's place among the user's, which those of the configuration and those of a file share.
	Index int
	// Match says which models the entry is for, such as "starts_with gpt-4o".
	Match string
	// Names are the names of models that the entry names in full, in lower case.
	Names []string
	// From and To are when the entry holds; zero without a bound.
	From, To time.Time
	// When is the facets and hours that the entry is for, such as "service_tier: flex"; empty for all calls.
	When string
	// Currency is the ISO 4217 code of the prices' currency.
	Currency string
	// Flags says how the entry was found.
	Flags Flags
	// Chosen says that the call is priced by this entry.
	Chosen bool
	// Prices are those of each time, the standard ones before those for facets. Among the standard ones, as among those of equal facets, the
	// last that holds at a time counts.
	Prices []PriceList
	// Multipliers are all that the entry's prices may be multiplied by.
	Multipliers []Multiplier
}

// PriceList is what an entry asks at certain times, of certain calls.
type PriceList struct {
	// From is when the prices begin; zero without a beginning.
	From time.Time
	// Hours is the part of the day, such as "16:30-00:30 UTC"; empty for the whole day.
	Hours string
	// When is the facets that the prices are for, such as "service_tier: flex"; empty for the standard prices.
	When string
	// MaxInputTokens is the longest call that has these prices; 0 without a bound.
	MaxInputTokens int64
	// Holds says that the prices are those at the time of the call, as far as time and facets go.
	Holds bool
	// Prices are by unit, coarsest first; none is free. Of facets they are those that differ from the standard ones.
	Prices []UnitPrice
}

// UnitPrice is the price of a unit, in the quantity that Unit.PriceKey states.
type UnitPrice struct {
	Unit  Unit
	Price TieredPrice
}

// Listings returns the entries for a call's names, in the order in which they are asked: the user's, whether or not they hold at the call's
// time and for its facets, then the embedded table's. Reason is why no entry is Chosen. Usage only decides between prices that depend on the
// length, so it may be empty.
func (t *Table) Listings(c Call) (list []Listing, reason Reason) {
	ms := t.match(&c)
	m := ms.entry()
	facets := c.Facets.values(m.region)
	chosen := ms.override(c.Time, &facets)
	for _, o := range ms.overridesInOrder() {
		l := listingOf(o, &c, &facets)
		l.Provider, l.Chosen = m.payer, o == chosen
		list = append(list, l)
	}
	if m.model == nil {
		if chosen == nil {
			reason = m.reason
		}
		return list, reason
	}
	return append(list, Listing{
		Entry: m.lender.id + "/" + m.model.id, Provider: m.provider.id, Currency: USD, Flags: m.flags, Chosen: chosen == nil,
		Prices: m.model.lists(&c, &facets, 0, m.lender == m.provider), Multipliers: factorsOf(m.multipliers, one),
	}), ""
}

// Entries returns the user's entries, in order, with the prices at a time.
func (t *Table) Entries(at time.Time) []Listing {
	list := make([]Listing, len(t.overrides))
	for i := range t.overrides {
		list[i] = listingOf(&t.overrides[i], &Call{Time: at}, &facetValues{})
		list[i].Provider = t.overrides[i].provider
	}
	return list
}

// Providers returns the ids of the table's providers, in its order.
func (t *Table) Providers() []string {
	ids := make([]string, len(t.providers))
	for i, p := range t.providers {
		ids[i] = p.id
	}
	return ids
}

// Models returns the ids of the price entries that a provider has of its own, in the table's order; nil for an unknown provider. Calls may
// write a model in other ways, too.
func (t *Table) Models(provider string) []string {
	p := t.byName[normalise(provider)]
	if p == nil {
		return nil
	}
	ids := make([]string, len(p.models))
	for i := range p.models {
		ids[i] = p.models[i].id
	}
	return ids
}

// overridesInOrder returns the user's entries for the names, each once, those that name a model exactly first.
func (ms *matches) overridesInOrder() (list []*override) {
	seen := map[*override]bool{}
	for _, exact := range [...]bool{true, false} {
		for _, m := range ms.of[:ms.n] {
			for _, o := range m.overrides {
				if o.exact() == exact && !seen[o] {
					seen[o] = true
					list = append(list, o)
				}
			}
		}
	}
	return list
}

// listingOf lists a user's entry.
func listingOf(o *override, c *Call, facets *facetValues) Listing {
	l := Listing{
		Entry: o.name, Override: true, Index: o.index, Match: o.matchText, Names: o.match.names(), From: o.from, To: o.to, Currency: o.currency,
		When: joined(o.when.text(), o.window.text()), Multipliers: factorsOf(o.factors, o.discount),
	}
	if o.borrowed != nil {
		l.Borrowed = o.lender + "/" + o.borrowed.id
		l.Prices = o.borrowed.lists(c, facets, o.when.facets(), o.variants)
		return l
	}
	l.Prices = []PriceList{{Holds: true, Prices: o.rates.list(nil)}}
	return l
}

// lists returns the prices of an entry, with or without those for facets, of which some are settled.
func (m *model) lists(c *Call, facets *facetValues, settled facetSet, variants bool) (lists []PriceList) {
	at := m.pricesAt(c.Time)
	for i := range m.prices {
		p := &m.prices[i]
		lists = append(lists, PriceList{From: p.from, Hours: p.window.text(), Holds: i == at, Prices: p.rates.list(nil)})
	}
	if !variants {
		return lists
	}
	holding := m.variantAt(c, facets, settled, &m.prices[at].rates)
	for i := range m.variants {
		v := &m.variants[i]
		at := c.Time
		if at.Before(v.from) {
			at = v.from
		}
		standard := m.pricesAt(at)
		lists = append(lists, PriceList{
			From: v.from, When: v.when.text(), MaxInputTokens: v.maxInputTokens, Holds: v == holding,
			Prices: v.rates[standard].list(&m.prices[standard].rates),
		})
	}
	return lists
}

// list returns the prices as texts, those that other doesn't have as well.
func (r *rates) list(other *rates) (prices []UnitPrice) {
	for i := len(r.units) - 1; i >= 0; i-- {
		price := r.units[i].text()
		if other == nil || !other.asks(r.units[i].unit, price) {
			prices = append(prices, UnitPrice{Unit: r.units[i].unit, Price: price})
		}
	}
	return prices
}

// asks reports whether the price of a unit is the given one.
func (r *rates) asks(unit Unit, price TieredPrice) bool {
	for i := range r.units {
		if r.units[i].unit == unit {
			return fmt.Sprint(r.units[i].text()) == fmt.Sprint(price)
		}
	}
	return false
}

// text returns the price as a table states it.
func (r *rate) text() TieredPrice {
	exponent := units[r.unit].scale.exponent
	p := TieredPrice{Base: r.base.decimal(exponent)}
	for _, t := range r.tiers {
		p.Tiers = append(p.Tiers, PriceTier{Start: t.above, Price: t.price.decimal(exponent)})
	}
	return p
}

// factorsOf lists the provider's rules and the discount of a user's entry.
func factorsOf(rules []*multiplier, discount ratio) (list []Multiplier) {
	for _, m := range rules {
		list = append(list, Multiplier{Factor: m.ratio.text(), Why: m.when.text()})
	}
	if discount != one {
		list = append(list, Multiplier{Factor: discount.text(), Why: discountText, Fees: true})
	}
	return list
}

// names returns the names that the clause is equal to, as far as it is of such.
func (c *clause) names() (list []string) {
	switch c.operator { //nolint:exhaustive // the others match more than names
	case opEquals:
		list = append(list, c.text)
	case opOr:
		for i := range c.operands {
			list = append(list, c.operands[i].names()...)
		}
	}
	return list
}

// joined returns two conditions as one.
func joined(a, b string) string { return strings.Trim(a+", "+b, ", ") }
