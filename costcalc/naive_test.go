package costcalc

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The naive files hold a second engine, written from docs/cost.md and not from the first one's code: slow, with maps, decimals of any
// size and no table made beforehand. All that the two have in common is the price table's file and the tree of units. Where they differ,
// one of them doesn't do what the page says.

// object is a JSON object of the price table, or of a user's.
type object = map[string]any

// naiveTable is the price table as its file has it.
type naiveTable struct{ providers []any }

func newNaiveTable(tb testing.TB) *naiveTable {
	tb.Helper()
	data, err := gzip.NewReader(bytes.NewReader(embeddedTable))
	require.NoError(tb, err)
	var file object
	require.NoError(tb, json.NewDecoder(data).Decode(&file))
	return &naiveTable{providers: list(file, "providers")}
}

func list(o object, key string) []any     { l, _ := o[key].([]any); return l }
func str(o object, key string) string     { s, _ := o[key].(string); return s }
func sub(o object, key string) object     { s, _ := o[key].(object); return s }
func lower(text string) string            { return strings.ToLower(strings.TrimSpace(text)) }
func number(o object, key string) int64   { n, _ := o[key].(float64); return int64(n) }
func holdsText(l []any, text string) bool { return slices.Contains(l, any(text)) }

// provider returns the provider that a name means, nil if none: by its id or an alias, else by its pattern.
func (n *naiveTable) provider(name string) object {
	for _, p := range n.providers {
		if p := p.(object); str(p, "id") == lower(name) || holdsText(list(p, "aliases"), lower(name)) {
			return p
		}
	}
	for _, p := range n.providers {
		if p := p.(object); naiveMatch(sub(p, "provider_match"), lower(name)) {
			return p
		}
	}
	return nil
}

// model returns the entry for a model of that name, and the provider whose it is: p itself or one that it falls back to.
func (n *naiveTable) model(p object, name string) (seller, model object) {
	for _, m := range list(p, "models") {
		if m := m.(object); naiveMatch(sub(m, "match"), lower(name)) {
			return p, m
		}
	}
	for _, id := range list(p, "fallback") {
		other := n.provider(id.(string))
		for _, m := range list(other, "models") {
			if m := m.(object); naiveMatch(sub(m, "match"), lower(name)) {
				return other, m
			}
		}
	}
	return nil, nil
}

// naiveMatch says whether one of the file's conditions on names holds.
func naiveMatch(clause object, name string) bool {
	for operator, operand := range clause {
		text, _ := operand.(string)
		switch operator {
		case "equals":
			return name == lower(text)
		case "starts_with":
			return strings.HasPrefix(name, lower(text))
		case "ends_with":
			return strings.HasSuffix(name, lower(text))
		case "contains":
			return strings.Contains(name, lower(text))
		case "regex":
			return regexp.MustCompile(text).MatchString(name)
		case "not":
			return !naiveMatch(operand.(object), name)
		case "or":
			return slices.ContainsFunc(operand.([]any), func(c any) bool { return naiveMatch(c.(object), name) })
		case "and":
			return !slices.ContainsFunc(operand.([]any), func(c any) bool { return !naiveMatch(c.(object), name) })
		}
	}
	return false
}

// naiveFacets are the facets that a call reports, without the values that mean the standard price.
func naiveFacets(f Facets) map[string]string {
	facets := map[string]string{"service_tier": lower(f.ServiceTier), "speed": lower(f.Speed), "geo": lower(f.Geo), "region": lower(f.Region)}
	if f.Batch || facets["service_tier"] == "batch" { // Anthropic reports a batch as a tier
		facets["batch"] = "true"
	}
	for name, standard := range map[string][]string{
		"service_tier": {"", "default", "standard", "auto", "on_demand", "unspecified", "batch"},
		"speed":        {"", "standard", "normal", "default"},
		"geo":          {"", "global", "not_available", "default"},
		"region":       {""},
	} {
		if slices.Contains(standard, facets[name]) {
			delete(facets, name)
		}
	}
	return facets
}

// naiveWhen says whether the conditions of a variant or multiplier hold.
func naiveWhen(when object, facets map[string]string) bool {
	for name, condition := range when {
		value, reported := facets[name]
		values, positive := condition.([]any)
		if !positive {
			values = list(condition.(object), "not")
		}
		if !reported || holdsText(values, value) != positive {
			return false
		}
	}
	return true
}

// naiveSince says whether a price that holds from a day, or always, holds at a time.
func naiveSince(from string, at time.Time) bool {
	return from == "" || !at.Before(naiveTime(from))
}

// naiveTime reads a day, which begins at midnight UTC, or a time.
func naiveTime(text string) time.Time {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if at, err := time.Parse(layout, text); err == nil {
			return at
		}
	}
	panic("no time: " + text)
}

// naiveWithin says whether a clock shows a time within two others, the first included. The later may be that of the next day.
func naiveWithin(clock, start, end string) bool {
	if start < end {
		return start <= clock && clock < end
	}
	return clock >= start || clock < end
}

// naiveStandard returns the model's standard prices at a time: those of the last entry that holds, else of the first.
func naiveStandard(model object, at time.Time) object {
	entries := list(model, "prices")
	prices := sub(entries[0].(object), "prices")
	for _, e := range entries {
		e := e.(object)
		start, end := strings.TrimSuffix(str(e, "start_time"), "Z"), strings.TrimSuffix(str(e, "end_time"), "Z")
		if naiveSince(str(e, "from"), at) && (start == "" || naiveWithin(at.UTC().Format(time.TimeOnly), start, end)) {
			prices = sub(e, "prices")
		}
	}
	return prices
}

// naiveBill is what a call costs.
type naiveBill struct {
	reason   bool // there is none
	provider string
	model    string
	currency string
	override bool
	parts    [partCount]*big.Rat
	total    *big.Rat
	flags    Flags
	huge     bool // an amount didn't fit on the way
}

// tablePrice prices a call of a model as the table's entry has it. The factors are a user's.
func (n *naiveTable) tablePrice(paid, seller, model object, at time.Time, facets map[string]string, usage Usage, factor *big.Rat) naiveBill {
	prices := object{}
	for key, price := range naiveStandard(model, at) {
		prices[key] = price
	}
	length := naiveSplit(usage, prices).counts[InputTokens]
	used := map[string]bool{}
	var variant object
	if str(paid, "id") == str(seller, "id") { // what a provider borrows it sells without the lender's tiers
		for _, v := range list(model, "variants") {
			v := v.(object)
			limit := number(v, "max_input_tokens")
			if naiveWhen(sub(v, "when"), facets) && naiveSince(str(v, "from"), at) && (limit == 0 || length <= limit) {
				variant = v // the last that holds
			}
		}
	}
	for key, price := range sub(variant, "prices") {
		prices[key] = price
	}
	for name := range sub(variant, "when") {
		used[name] = true
	}
	multiplied := big.NewRat(1, 1)
	for _, m := range list(paid, "multipliers") {
		m := m.(object)
		models, limited := m["models"].(object)
		if naiveWhen(sub(m, "when"), facets) && (!limited || naiveMatch(models, lower(str(model, "id")))) {
			multiplied.Mul(multiplied, rat(str(m, "multiplier")))
			for name := range sub(m, "when") {
				used[name] = true
			}
		}
	}
	bill := naiveSum(naiveSplit(usage, prices), prices, multiplied, factor)
	bill.provider, bill.model, bill.currency = str(paid, "id"), str(model, "id"), "USD"
	if len(used) > 0 {
		bill.flags |= FlagFacetPrice
	}
	for name := range facets {
		if name != "region" && !used[name] {
			bill.flags |= FlagUnknownFacet
		}
	}
	return bill
}

func rat(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("no number: " + text)
	}
	return r
}
