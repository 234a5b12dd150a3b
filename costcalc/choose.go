package costcalc

import "time"

// choice is what one call is priced by.
type choice struct {
	rates    *rates
	from     time.Time  // since when rates hold; zero: always
	variant  conditions // whose prices they are; empty: the standard ones
	lender   string     // the provider whose entry they are, which may not be the one that is paid
	borrowed string     // the entry of the embedded table that the user's entry borrows
	provider string     // whose prices they are
	model    string     // the entry
	override bool       // the prices are the user's
	currency string
	version  string // of the table
	flags    Flags
	discount ratio         // the user's, on every part; one without
	factors  []*multiplier // the provider's for such entries, of which those apply that hold and settle none of settled
	settled  facetSet      // the facets that a variant or the user's entry has a price for
	facets   facetValues
}

// choose finds the prices for a call: the user's before the table's. ch is empty before, and is meaningful only where there is no Reason.
func (t *Table) choose(c *Call, ch *choice) Reason {
	ms := t.match(c)
	m := ms.entry()
	facets := c.Facets.values(m.region)
	if o := ms.override(c.Time, &facets); o != nil {
		*ch = o.choose(c, m.payer, t.overridden, facets)
		return ""
	}
	if m.reason != "" {
		return m.reason
	}
	ch.provider, ch.lender, ch.currency, ch.version, ch.flags = m.provider.id, m.lender.id, USD, t.source.Version, m.flags
	ch.discount, ch.factors, ch.facets = one, m.multipliers, facets
	ch.take(m.model, c, m.lender == m.provider)
	return ""
}

// take takes the prices of an entry at the time of the call, those of a variant where one holds whose facets aren't settled yet.
func (ch *choice) take(m *model, c *Call, variants bool) {
	ch.model = m.id
	at := m.pricesAt(c.Time)
	ch.rates, ch.from = &m.prices[at].rates, m.prices[at].from
	if !variants || len(m.variants) == 0 {
		return
	}
	if v := m.variantAt(c, &ch.facets, ch.settled, ch.rates); v != nil {
		ch.rates, ch.variant = &v.rates[at], v.when
		ch.settled |= v.when.facets()
	}
}

// cost prices usage. ok is false where none of the reported units has a price.
func (ch *choice) cost(usage *Usage) (c Cost, ok bool) {
	c, ok = ch.rates.cost(*usage)
	if !ok {
		return Cost{}, false
	}
	c, used := ch.scale(c)
	if ch.facets.reported()&used != 0 {
		c.Flags |= FlagFacetPrice
	}
	if ch.facets.special()&^used != 0 {
		c.Flags |= FlagUnknownFacet
	}
	c.Provider, c.Model, c.Override, c.Currency, c.TableVersion = ch.provider, ch.model, ch.override, ch.currency, ch.version
	c.Flags |= ch.flags
	return c, true
}

// applies reports whether a rule of the provider is for the call.
func (ch *choice) applies(m *multiplier) bool {
	return m.when.facets()&ch.settled == 0 && m.when.hold(&ch.facets)
}

// scale applies the provider's rules that hold to tokens and the user's discount to everything. It returns the facets that have a price.
func (ch *choice) scale(c Cost) (Cost, facetSet) {
	if len(ch.factors) == 0 && ch.discount == one {
		return c, ch.settled
	}
	product, used := one, ch.settled
	for _, m := range ch.factors {
		if !ch.applies(m) {
			continue
		}
		used |= m.when.facets()
		next, fits := product.times(m.ratio)
		if !fits {
			c, next = c.scale(product, one), m.ratio
		}
		product = next
	}
	tokens, fits := product.times(ch.discount)
	if !fits {
		c, tokens = c.scale(product, one), ch.discount
	}
	return c.scale(tokens, ch.discount), used
}
