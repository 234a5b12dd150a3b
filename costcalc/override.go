package costcalc

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
)

// override is a compiled Entry.
type override struct {
	index     int // among the table's
	name      string
	matchText string // as Match says it
	provider  string // id, or a name that the table doesn't have; "": any
	match     clause
	from, to  time.Time // zero: no bound
	when      conditions
	window    window
	currency  string
	discount  ratio

	rates    rates         // of its own
	borrowed *model        // instead of rates
	variants bool          // borrowed is the lender's own entry, whose variants its calls get
	lender   string        // of borrowed
	factors  []*multiplier // of borrowed
}

// exact reports whether the entry is for one name.
func (o *override) exact() bool { return o.match.operator == opEquals }

// holds reports whether the entry is for a call at a time, with facets.
func (o *override) holds(at time.Time, facets *facetValues) bool {
	return !at.Before(o.from) && (o.to.IsZero() || at.Before(o.to)) && o.window.holds(at) && o.when.hold(facets)
}

// overridesFor returns the user's entries that may be for a model of a provider, in order.
func (t *Table) overridesFor(model, provider string) (list []*override) {
	if len(t.overrides) == 0 || len(model) > maxNameBytes {
		return nil
	}
	name := normalise(model)
	bare, _ := barePath(name)
	for i := range t.overrides {
		o := &t.overrides[i]
		if (o.provider == "" || o.provider == provider) && (o.match.matches(name) || bare != name && o.match.matches(bare)) {
			list = append(list, o)
		}
	}
	return list
}

// override returns the user's entry for a call, or nil: of those that name a model exactly the first, else of all the first; of two
// names, that of the model that answered comes first.
func (ms *matches) override(at time.Time, facets *facetValues) *override {
	for _, exact := range [...]bool{true, false} {
		for _, m := range ms.of[:ms.n] {
			for _, o := range m.overrides {
				if o.exact() == exact && o.holds(at, facets) {
					return o
				}
			}
		}
	}
	return nil
}

// choose returns the entry's prices for a call of a provider.
func (o *override) choose(c *Call, provider, version string, facets facetValues) choice {
	ch := choice{
		provider: provider, model: o.name, override: true, currency: o.currency, version: version,
		discount: o.discount, settled: o.when.facets(), facets: facets,
	}
	if o.borrowed == nil {
		ch.rates, ch.from = &o.rates, o.from
		return ch
	}
	ch.factors, ch.lender, ch.borrowed = o.factors, o.lender, o.borrowed.id
	ch.take(o.borrowed, c, o.variants)
	ch.model = o.name
	return ch
}

// Overrides are what a user says of prices.
type Overrides struct {
	// Entries come before the table, and after the entries that it already has.
	Entries []Entry
	// Providers are other names of providers, by alias: the value is an id of the embedded table.
	Providers map[string]string
}

// maxEntries bounds the user's entries: each new name of a model is compared with all of them. The largest public list has some 3,000.
const maxEntries = 20_000

// With returns a table that asks the user's entries first. t stays as it is. Errors name the entry by its index, as in "prices[2]: …".
func (t *Table) With(o Overrides) (*Table, error) {
	next := &Table{
		source: t.source, providers: t.providers, byName: t.byName, notProviders: t.notProviders, selfHosted: t.selfHosted,
		aliases: maps.Clone(t.aliases), overrides: slices.Clip(t.overrides),
	}
	if next.aliases == nil {
		next.aliases = make(map[string]*provider, len(o.Providers))
	}
	if n := len(t.overrides) + len(o.Entries); n > maxEntries {
		return nil, fmt.Errorf("prices: expected at most %d entries, found %d", maxEntries, n)
	}
	var errs []error
	for _, alias := range slices.Sorted(maps.Keys(o.Providers)) {
		p := t.byName[normalise(o.Providers[alias])]
		if p == nil || normalise(alias) == "" {
			errs = append(errs, fmt.Errorf("providers: %s: expected the id of a provider in the price table, found %q", alias, o.Providers[alias]))
			continue
		}
		next.aliases[normalise(alias)] = p
	}
	before := earlier{}
	for i := range o.Entries {
		compiled, err := next.compile(&o.Entries[i])
		if err == nil {
			err = before.add(&compiled, i)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("prices[%d]: %w", i, err))
			continue
		}
		compiled.index = len(next.overrides)
		next.overrides = append(next.overrides, compiled)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return next, next.stamp(t.overridden, o.Entries)
}

// stamp makes the text that identifies the user's entries.
func (t *Table) stamp(before string, entries []Entry) error {
	if t.overridden = before; len(entries) == 0 {
		return nil
	}
	text, err := json.Marshal(entries)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(append([]byte(before), text...))
	t.overridden = "override:" + hex.EncodeToString(sum[:6])
	return nil
}

var currencyPattern = regexp.MustCompile("^[A-Z]{3}$")

// compile checks an entry.
func (t *Table) compile(e *Entry) (o override, err error) {
	if o.match, err = e.Match.compile(clauseDepth); err != nil {
		return o, fmt.Errorf("match: %w", err)
	}
	o.matchText = e.Match.text()
	if o.name = e.Name; o.name == "" {
		o.name = o.matchText
	}
	if e.Provider != "" {
		o.provider = t.payer(names{provider: e.Provider})
	}
	if o.from, err = parseBound(e.From); err != nil {
		return o, fmt.Errorf("from: %w", err)
	}
	if o.to, err = parseBound(e.To); err != nil {
		return o, fmt.Errorf("to: %w", err)
	}
	if !o.to.IsZero() && !o.from.Before(o.to) {
		return o, errors.New("to: expected a time after from, found another")
	}
	if o.when, o.window, err = e.When.compile(); err != nil {
		return o, fmt.Errorf("when: %w", err)
	}
	if o.currency = e.Currency; o.currency == "" {
		o.currency = USD
	}
	if !currencyPattern.MatchString(o.currency) {
		return o, fmt.Errorf("currency: expected an ISO 4217 code such as EUR, found %q", e.Currency)
	}
	if o.discount = one; e.Multiplier != "" {
		if o.discount, err = parseRatio(e.Multiplier); err != nil {
			return o, fmt.Errorf("multiplier: %w", err)
		}
	}
	return o, t.compilePricesOf(e, &o)
}

// compilePricesOf reads the prices, own or borrowed.
func (t *Table) compilePricesOf(e *Entry, o *override) error {
	switch {
	case (e.SameAs == "") == (e.Prices == nil):
		return errors.New("expected either prices or same_as; prices: {} means free")
	case e.SameAs != "":
		return t.borrow(e, o)
	}
	prices, err := compilePrices(e.Prices)
	if err == nil {
		err = checkExact(e.Prices)
	}
	if err != nil {
		return fmt.Errorf("prices: %w", err)
	}
	if o.rates, err = newRates(prices); err != nil {
		return fmt.Errorf("prices: %w", err)
	}
	return nil
}

// checkExact refuses prices that would be rounded: most such are per token where the key is per million.
func checkExact(prices map[string]TieredPrice) error {
	for _, key := range slices.Sorted(maps.Keys(prices)) {
		unit, _ := unitByPriceKey(key)
		decimals := units[unit].scale.exponent
		texts := []string{prices[key].Base}
		for _, tier := range prices[key].Tiers {
			texts = append(texts, tier.Price)
		}
		if slices.ContainsFunc(texts, func(text string) bool { return !exactAt(text, decimals) }) {
			return fmt.Errorf("%s: expected at most %d decimals, found more; the price is that of %s", key, decimals, quantityOf(key))
		}
	}
	return nil
}

// quantityOf says how much a price key prices.
func quantityOf(key string) string {
	switch {
	case strings.HasSuffix(key, "_mtok"):
		return "a million tokens"
	case strings.HasSuffix(key, "_hours"):
		return "an hour"
	default:
		return "a thousand"
	}
}

// borrow finds the entry of the embedded table that same_as names.
func (t *Table) borrow(e *Entry, o *override) error {
	if o.currency != USD {
		return fmt.Errorf("same_as: expected no currency but USD beside it, found %s", o.currency)
	}
	id, model, _ := strings.Cut(normalise(e.SameAs), "/")
	if p := t.byName[id]; p != nil && model != "" {
		if o.borrowed, o.variants = p.entry(model); o.borrowed != nil {
			o.lender, o.factors = p.id, p.multipliersFor(o.borrowed)
			return nil
		}
	}
	return fmt.Errorf("same_as: expected a model of the price table such as openai/gpt-4o, found %q", e.SameAs)
}
