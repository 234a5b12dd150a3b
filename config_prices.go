package genaiprocessor

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// PriceConfig is one entry of `prices`, there and in the file that `prices_file` names. A call gets the prices of the first entry that is for
// it; entries that name a model exactly come before those with a pattern, and all of them before the embedded table.
type PriceConfig struct {
	// Name is told where the price was used, in genai.cost.model.
	Name string `mapstructure:"name"`
	// Provider narrows the entry to a provider: an id of the price table, an alias, or any name that spans have.
	Provider string           `mapstructure:"provider"`
	Match    PriceMatchConfig `mapstructure:"match"`
	// From, inclusive, and To, exclusive, are days in UTC or times with a zone.
	From any             `mapstructure:"from"`
	To   any             `mapstructure:"to"`
	When PriceWhenConfig `mapstructure:"when"`
	// Currency is an ISO 4217 code; USD if empty.
	Currency string `mapstructure:"currency"`
	// SameAs is a model of the price table, as provider/model, whose prices are borrowed.
	SameAs string `mapstructure:"same_as"`
	// Multiplier is a decimal number in quotes that applies to every part of the cost.
	Multiplier any `mapstructure:"multiplier"`
	// Prices are decimal numbers in quotes, or maps of base and tiers, by price key; an empty map is free of charge.
	Prices map[string]any `mapstructure:"prices"`
}

// PriceMatchConfig says which names of models an entry is for: exactly one of the conditions.
type PriceMatchConfig struct {
	Equals     string `mapstructure:"equals"`
	StartsWith string `mapstructure:"starts_with"`
	EndsWith   string `mapstructure:"ends_with"`
	Contains   string `mapstructure:"contains"`
	Glob       string `mapstructure:"glob"`
	Regex      string `mapstructure:"regex"`
	// Any is true, or a list of conditions of which one must hold.
	Any any `mapstructure:"any"`
}

// PriceWhenConfig narrows an entry to calls of a kind, or at certain hours. Values of one key are alternatives.
type PriceWhenConfig struct {
	ServiceTier []string `mapstructure:"service_tier"`
	Speed       []string `mapstructure:"speed"`
	// Batch is true or absent.
	Batch  *bool    `mapstructure:"batch"`
	Geo    []string `mapstructure:"geo"`
	Region []string `mapstructure:"region"`
	// TimeOfDay is a part of the day such as 16:30-00:30.
	TimeOfDay string   `mapstructure:"time_of_day"`
	Weekdays  []string `mapstructure:"weekdays"`
	// TZ is the IANA name of the zone of both; UTC if empty.
	TZ string `mapstructure:"tz"`
}

// entriesOf makes the price engine's entries. Errors name the entry under `prices`.
func entriesOf(prices []PriceConfig) ([]costcalc.Entry, error) {
	var entries []costcalc.Entry
	var errs []error
	for i := range prices {
		e, err := prices[i].entry()
		if err != nil {
			errs = append(errs, fmt.Errorf("prices[%d]: %w", i, err))
		}
		entries = append(entries, e)
	}
	return entries, oneLine(errs...)
}

func (c *PriceConfig) entry() (costcalc.Entry, error) {
	e := costcalc.Entry{Name: c.Name, Provider: c.Provider, Currency: c.Currency, SameAs: c.SameAs}
	var errs [6]error
	e.Match, errs[0] = c.Match.match(maxMatchLevels)
	e.From, errs[1] = dateText("from", c.From)
	e.To, errs[2] = dateText("to", c.To)
	e.When, errs[3] = c.When.when()
	if c.Multiplier != nil {
		e.Multiplier, errs[4] = quoted("multiplier", c.Multiplier)
	}
	e.Prices, errs[5] = pricesOf(c.Prices)
	return e, oneLine(errs[:]...)
}

// maxMatchLevels is how deeply conditions may nest: each level is decoded anew with all that is in it.
const maxMatchLevels = 8

func (c *PriceMatchConfig) match(levels int) (costcalc.Match, error) {
	m := costcalc.Match{
		Equals: c.Equals, StartsWith: c.StartsWith, EndsWith: c.EndsWith, Contains: c.Contains, Glob: c.Glob, Regex: c.Regex,
	}
	switch anyOf := c.Any.(type) {
	case nil:
	case bool:
		m.Any = anyOf
	case []any:
		if levels <= 1 {
			return m, fmt.Errorf("match: any: at most %d levels of conditions are expected, found more", maxMatchLevels)
		}
		for i, one := range anyOf {
			var inner PriceMatchConfig
			if err := decode(one, &inner); err != nil {
				return m, fmt.Errorf("match: any[%d]: a condition such as {equals: my-model} is expected, found another value", i)
			}
			condition, err := inner.match(levels - 1)
			if err != nil {
				return m, err
			}
			m.AnyOf = append(m.AnyOf, condition)
		}
	default:
		return m, fmt.Errorf("match: any: true or a list of conditions is expected, found a value of another type")
	}
	return m, nil
}

func (c *PriceWhenConfig) when() (costcalc.When, error) {
	w := costcalc.When{
		ServiceTier: c.ServiceTier, Speed: c.Speed, Geo: c.Geo, Region: c.Region, TimeOfDay: c.TimeOfDay, Weekdays: c.Weekdays, TZ: c.TZ,
	}
	if c.Batch != nil {
		if w.Batch = *c.Batch; !w.Batch {
			return w, fmt.Errorf("when: batch: true is expected, found false; an entry without it is for all other calls")
		}
	}
	return w, nil
}

// dateText returns a day or time as text: YAML reads a day without quotes as a time.
func dateText(key string, v any) (string, error) {
	switch at := v.(type) {
	case nil:
		return "", nil
	case string:
		return at, nil
	case time.Time:
		return at.Format(time.RFC3339), nil
	default:
		return "", fmt.Errorf("%s: a day such as 2026-01-31 is expected, found a value of another type", key)
	}
}

// pricesOf reads prices; nil stays nil, which is not the same as empty.
func pricesOf(c map[string]any) (map[string]costcalc.TieredPrice, error) {
	if c == nil {
		return nil, nil
	}
	prices := make(map[string]costcalc.TieredPrice, len(c))
	var errs []error
	for _, key := range slices.Sorted(maps.Keys(c)) {
		price, err := priceOf(c[key])
		if err != nil {
			errs = append(errs, fmt.Errorf("prices: %s: %w", key, err))
		}
		prices[key] = price
	}
	return prices, oneLine(errs...)
}

func priceOf(v any) (p costcalc.TieredPrice, err error) {
	if _, ok := v.(map[string]any); !ok {
		p.Base, err = quoted("", v)
		return p, err
	}
	var tiered struct {
		Base  any `mapstructure:"base"`
		Tiers []struct {
			Start any `mapstructure:"start"` // an int64 would take 1.5 for 1
			Price any `mapstructure:"price"`
		} `mapstructure:"tiers"`
	}
	if err := decode(v, &tiered); err != nil {
		return p, fmt.Errorf("base and tiers of start and price are expected, found other keys or types")
	}
	if p.Base, err = quoted("base", tiered.Base); err != nil {
		return p, err
	}
	for i, t := range tiered.Tiers {
		price, err := quoted(fmt.Sprintf("tiers[%d]: price", i), t.Price)
		if err != nil {
			return p, err
		}
		start, ok := t.Start.(int)
		if !ok {
			return p, fmt.Errorf("tiers[%d]: start: a whole number of tokens is expected, found another value", i)
		}
		p.Tiers = append(p.Tiers, costcalc.PriceTier{Start: int64(start), Price: price})
	}
	return p, nil
}

// quoted returns a number that must be a text, so that no reader of YAML has rounded it.
func quoted(key string, v any) (string, error) {
	text, ok := v.(string)
	if ok {
		return text, nil
	}
	found := "a value of another type"
	switch v.(type) {
	case int, int64, uint64, float64:
		found = "one without quotes"
	case nil:
		found = "none"
	}
	if key != "" {
		key += ": "
	}
	return "", fmt.Errorf("%sa number in quotes such as \"0.15\" is expected, found %s", key, found)
}
