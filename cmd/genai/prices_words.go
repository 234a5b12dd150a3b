package main

import (
	"math/big"
	"strings"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// quantity is what a price is the price of.
type quantity struct {
	ending string // of the price key
	count  int64  // of what people count; an hour is 1
	per    string
	short  string // in a list where most prices are per million
}

func quantityOf(key string) quantity {
	for _, q := range [...]quantity{
		{"_mtok", 1_000_000, "per million", ""},
		{"_kcount", 1000, "per 1,000", " per 1,000"},
		{"_kpages", 1000, "per 1,000", " pages per 1,000"},
		{"_hours", 1, "per hour", " per hour"},
	} {
		if strings.HasSuffix(key, q.ending) {
			return q
		}
	}
	return quantity{count: 1}
}

// keyWords makes "cache read" of "cache_read_mtok"; what isn't per million
// tokens says so.
func keyWords(key string) string {
	q := quantityOf(key)
	return strings.ReplaceAll(strings.TrimSuffix(key, q.ending), "_", " ") + q.short
}

// unitWords makes "cache read tokens" of "cache_read_tokens".
func unitWords(u costcalc.Unit) string { return strings.ReplaceAll(u.String(), "_", " ") }

// linePrice is the price of a line in the quantity that price tables state.
func linePrice(l costcalc.Line) string {
	q := quantityOf(l.Unit.PriceKey())
	count := q.count
	if q.ending == "_hours" {
		count = int64(l.Quantity) //nolint:gosec // milliseconds of an hour
	}
	price := new(big.Rat).SetInt64(int64(l.Price))
	price.Mul(price, big.NewRat(count, int64(l.Quantity))) //nolint:gosec // at most the milliseconds of an hour
	return decimalText(price.Mul(price, big.NewRat(1, 1_000_000_000_000)))
}

// reasonWords say why there is no price, and what helps.
func reasonWords(r costcalc.Reason) string {
	switch r {
	case costcalc.ReasonNoUsage:
		return "Nothing says how much was used. Give counts, such as -input 1000."
	case costcalc.ReasonInvalidUsage:
		return "A count is negative or above a trillion."
	case costcalc.ReasonNoModel:
		return "No model is named."
	case costcalc.ReasonUnknownModel:
		return "The prices have no such model of that provider, or no such provider. If it is a deployment or an alias of yours, give it an entry in cost::prices; if the provider has another name here, one in cost::providers. Where spans name no provider, have them say gen_ai.provider.name."
	case costcalc.ReasonAmbiguousProvider:
		return "No provider is named, and several sell a model of that name. Have spans say gen_ai.provider.name or server.address."
	case costcalc.ReasonFineTune:
		return "It is a fine-tuned model, whose price is not that of its base model. Give it an entry in cost::prices."
	case costcalc.ReasonSelfHosted:
		return "It runs on machines of your own, or behind a private host, whatever its name. Give it an entry in cost::prices, or name who is behind your gateway in cost::providers."
	case costcalc.ReasonUnitUnpriced:
		return "The entry has no price for any of the units that were used."
	}
	return ""
}

// flagWords say what a flag means, by its name.
var flagWords = map[string]string{
	"clamped_cache":       "more cached tokens than input tokens were reported, or more by time to live than in all; the finer counts were believed",
	"clamped_parts":       "more of a part was reported than of the whole; the part was believed",
	"inferred_total":      "only parts were reported; the whole was taken to be their sum",
	"assumed_overlap":     "how many tokens of sound or pictures were cached was not reported; cached tokens were taken to be text as far as there is text",
	"price_parent_unit":   "a unit without a price of its own cost the price of the unit that includes it",
	"unpriced_output":     "output was reported, but only input has a price; it added nothing",
	"unpriced_unit":       "a unit was reported that has no price; it added nothing",
	"saturated":           "the true amount is larger than what can be shown",
	"date_normalised":     "the model was found after the date in its name was rewritten or left off",
	"route_suffix":        "the model was found after a routing suffix of its name, such as :nitro, was left off",
	"provider_from_model": "the provider was told from the model's name",
	"facet_price":         "the price is that of a service tier, batch, speed, geo or region",
	"unknown_facet":       "a service tier, batch, speed or geo was given for which the model has no price; the standard price was used",
}

// span says from when to when, such as "from 2026-01-01 until 2026-07-01".
func span(from, to time.Time) string {
	var parts []string
	if !from.IsZero() {
		parts = append(parts, "from "+dayText(from))
	}
	if !to.IsZero() {
		parts = append(parts, "until "+dayText(to))
	}
	return strings.Join(parts, " ")
}

// oneOf returns the first text that isn't empty.
func oneOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
