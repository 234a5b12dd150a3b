package main

import (
	"math/big"
	"slices"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// sheet is prices that hold together, by price key.
type sheet struct {
	keys   []string
	prices map[string]costcalc.TieredPrice
}

// sheetOf returns the prices of an entry, at the time at which it was listed, for
// calls of a kind, after what multiplies them: the discount of the user's entry,
// and the provider's rule for exactly such calls.
func sheetOf(l *costcalc.Listing, when string, at time.Time) sheet {
	s := sheet{prices: map[string]costcalc.TieredPrice{}}
	for _, list := range l.Prices {
		if !list.Holds && (list.When == "" || list.When != when || at.Before(list.From)) {
			continue
		}
		for _, p := range list.Prices {
			key := p.Unit.PriceKey()
			if _, there := s.prices[key]; !there {
				s.keys = append(s.keys, key)
			}
			s.prices[key] = p.Price
		}
	}
	for _, m := range l.Multipliers {
		if m.Fees || m.Why == when {
			s.multiply(decimal(m.Factor), m.Fees)
		}
	}
	return s
}

func (s *sheet) multiply(factor *big.Rat, fees bool) {
	times := func(text string) string { return decimalText(new(big.Rat).Mul(decimal(text), factor)) }
	for key, p := range s.prices {
		if !fees && quantityOf(key).count != 1_000_000 {
			continue
		}
		product := costcalc.TieredPrice{Base: times(p.Base)}
		for _, t := range p.Tiers {
			product.Tiers = append(product.Tiers, costcalc.PriceTier{Start: t.Start, Price: times(t.Price)})
		}
		s.prices[key] = product
	}
}

// text is a price as "make prices" writes it: 9, 10 above 5 tokens.
func (s *sheet) text(key string) string {
	p, there := s.prices[key]
	if !there {
		return "none"
	}
	text := p.Base
	for _, t := range p.Tiers {
		text += ", " + t.Price + " above " + thousands(t.Start) + " tokens"
	}
	return text
}

// summary is all prices on one line.
func (s *sheet) summary() string {
	text := ""
	for _, key := range s.keys {
		if text != "" {
			text += "; "
		}
		text += keyWords(key) + " " + s.text(key)
	}
	return oneOf(text, "free")
}

// priceChange is one price before and after.
type priceChange struct {
	Key    string `json:"key"`
	Before string `json:"before"`
	After  string `json:"after"`
}

func changesOf(before, after sheet) []priceChange {
	list := []priceChange{}
	keys := slices.Clone(before.keys)
	for _, key := range after.keys {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	for _, key := range keys {
		if c := (priceChange{key, before.text(key), after.text(key)}); c.Before != c.After {
			list = append(list, c)
		}
	}
	return list
}

// entryChange is what one entry of the user's changes.
type entryChange struct {
	Index    int    `json:"index"`
	Entry    string `json:"entry"`
	Match    string `json:"match"`
	Provider string `json:"provider,omitempty"`
	SameAs   string `json:"same_as,omitempty"`
	Holds    string `json:"holds,omitempty"`
	Currency string `json:"currency"`
	// Prices are the entry's, at the time at which they are compared.
	Prices string `json:"prices"`
	// Models are what is in the built-in table for the same calls.
	Models []modelChange `json:"models"`

	own sheet
}

// modelChange is what an entry changes for one model of the built-in table.
type modelChange struct {
	Provider string        `json:"provider"`
	Entry    string        `json:"entry"`
	Changes  []priceChange `json:"changes"`

	before sheet
}

// compareWithBuiltIn compares every entry of the user's with what the built-in
// table has for the same names, at the time, or at the nearest one at which the
// entry holds; whether or not an entry before it takes the same calls.
func compareWithBuiltIn(table, embedded *costcalc.Table, at time.Time) []entryChange {
	entries := table.Entries(at)
	changes := make([]entryChange, len(entries))
	covered := patternsCover(table, at)
	for i, e := range entries {
		then := nearestTime(&e, at)
		if e.Borrowed != "" && !then.Equal(at) {
			e = table.Entries(then)[i]
		}
		shown := newListing(e)
		c := entryChange{
			Index: i, Entry: e.Entry, Match: e.Match, Provider: e.Provider, SameAs: e.Borrowed, Holds: shown.limits(), Currency: e.Currency,
			own: sheetOf(&e, "", then), Models: []modelChange{},
		}
		c.Prices = c.own.summary()
		for _, name := range append(exactlyNamed(&e, embedded), covered[i]...) {
			list, _ := embedded.Listings(costcalc.Call{Provider: name.provider, RequestModel: name.model, Time: then})
			if len(list) == 0 || list[0].Provider != name.provider {
				continue
			}
			known := func(m modelChange) bool { return m.Provider == name.provider && m.Entry == list[0].Entry }
			if !slices.ContainsFunc(c.Models, known) {
				before := sheetOf(&list[0], e.When, then)
				c.Models = append(c.Models, modelChange{name.provider, list[0].Entry, changesOf(before, c.own), before})
			}
		}
		changes[i] = c
	}
	return changes
}

// nearestTime is when an entry holds, nearest to a time.
func nearestTime(e *costcalc.Listing, at time.Time) time.Time {
	switch {
	case at.Before(e.From):
		return e.From
	case !e.To.IsZero() && !at.Before(e.To):
		return e.To.Add(-time.Second)
	}
	return at
}

type modelName struct{ provider, model string }

// exactlyNamed returns the names that an entry names in full, for each provider
// that it is for.
func exactlyNamed(e *costcalc.Listing, embedded *costcalc.Table) (names []modelName) {
	for _, provider := range embedded.Providers() {
		if e.Provider == "" || e.Provider == provider {
			for _, name := range e.Names {
				names = append(names, modelName{provider, name})
			}
		}
	}
	return names
}

// patternsCover returns the models of the table that each entry is for, by its
// index.
func patternsCover(table *costcalc.Table, at time.Time) map[int][]modelName {
	covered := map[int][]modelName{}
	for _, provider := range table.Providers() {
		for _, model := range table.Models(provider) {
			list, _ := table.Listings(costcalc.Call{Provider: provider, RequestModel: model, Time: at})
			for _, l := range list {
				if l.Override && l.Provider == provider {
					covered[l.Index] = append(covered[l.Index], modelName{provider, model})
				}
			}
		}
	}
	return covered
}

// mildest returns how many times a price of the entry is that of the built-in
// model which it is nearest to, and that model; nil where it is not suspicious.
func (c *entryChange) mildest(key string) (ratio *big.Rat, model string) {
	for _, m := range c.Models {
		before, there := m.before.prices[key]
		a, b := decimal(before.Base), decimal(c.own.prices[key].Base)
		if !there || a.Sign() == 0 || b.Sign() == 0 {
			continue
		}
		r := new(big.Rat).Quo(b, a)
		if far(r).Cmp(big.NewRat(suspicious, 1)) <= 0 {
			return nil, ""
		}
		if ratio == nil || far(r).Cmp(far(ratio)) < 0 {
			ratio, model = r, m.Entry
		}
	}
	return ratio, model
}

// far is how many times dearer or cheaper a ratio is.
func far(ratio *big.Rat) *big.Rat {
	if ratio.Cmp(big.NewRat(1, 1)) < 0 {
		return new(big.Rat).Inv(ratio)
	}
	return ratio
}
