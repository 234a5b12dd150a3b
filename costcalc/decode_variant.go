package costcalc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// The shape of prices for calls with certain facets in the table's file.
type (
	fileVariant struct {
		When           map[string]fileCondition `json:"when"`
		From           string                   `json:"from"`
		MaxInputTokens int64                    `json:"max_input_tokens"`
		Prices         map[string]TieredPrice   `json:"prices"`
	}
	fileMultiplier struct {
		When       map[string]fileCondition `json:"when"`
		Models     fileClause               `json:"models"`
		Multiplier string                   `json:"multiplier"`
	}
	// fileCondition is either a list of values or {"not": a list}: any reported value but these.
	fileCondition struct {
		Values []string
		Not    []string `json:"not"`
	}
)

// UnmarshalJSON implements json.Unmarshaler.
func (f *fileCondition) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '[' {
		return json.Unmarshal(data, &f.Values)
	}
	var other struct {
		Not []string `json:"not"`
	}
	err := decodeStrict(bytes.NewReader(data), &other)
	f.Not = other.Not
	return err
}

// compileConditions compiles the conditions of a variant or multiplier, of which there must be one.
func compileConditions(f map[string]fileCondition) (conditions, error) {
	var list conditions
	for _, name := range slices.Sorted(maps.Keys(f)) {
		facet, err := facetByName(name)
		if err != nil {
			return nil, fmt.Errorf("when: %w", err)
		}
		c := condition{facet: facet, values: f[name].Values, not: f[name].Not != nil}
		if c.not {
			c.values = f[name].Not
		}
		if len(c.values) == 0 {
			return nil, fmt.Errorf("when: %s: expected at least one value", name)
		}
		list = append(list, c)
	}
	if list == nil {
		return nil, errors.New("when: expected at least one condition")
	}
	return list, nil
}

// compile puts the variant's prices into each of the standard ones.
func (f *fileVariant) compile(standard []datedRates) (v variant, err error) {
	if v.when, err = compileConditions(f.When); err != nil {
		return v, err
	}
	if v.from, err = parseFrom(f.From); err != nil {
		return v, err
	}
	if v.maxInputTokens = f.MaxInputTokens; v.maxInputTokens < 0 {
		return v, errors.New("max_input_tokens: expected a count, found a negative number")
	}
	own, err := compilePrices(f.Prices)
	if err != nil {
		return v, fmt.Errorf("prices: %w", err)
	}
	if len(own) == 0 {
		return v, errors.New("prices: expected at least one price")
	}
	for i := range standard {
		prices := standard[i].rates.byUnit()
		maps.Copy(prices, own)
		r, err := newRates(prices)
		if err != nil {
			return v, fmt.Errorf("prices: %w", err)
		}
		v.rates = append(v.rates, r)
	}
	return v, nil
}

func (f *fileMultiplier) compile() (m multiplier, err error) {
	if m.when, err = compileConditions(f.When); err != nil {
		return m, err
	}
	if m.models, err = f.Models.compile(clauseDepth); err != nil {
		return m, fmt.Errorf("models: %w", err)
	}
	if m.ratio, err = parseRatio(f.Multiplier); err != nil {
		return m, fmt.Errorf("multiplier: %w", err)
	}
	return m, nil
}
