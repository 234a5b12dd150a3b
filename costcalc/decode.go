package costcalc

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"time"
)

// The shape of the price table's file. Keys are those of the source, https://github.com/pydantic/genai-prices, where it has them.
type (
	fileTable struct {
		Providers    []fileProvider `json:"providers"`
		NotProviders []string       `json:"not_providers"` // names of gateways and frameworks that are written where a provider's name belongs
		SelfHosted   []string       `json:"self_hosted"`   // names of engines that run on the caller's own machines
	}
	fileProvider struct {
		ID            string           `json:"id"`
		APIPattern    string           `json:"api_pattern"`
		ProviderMatch fileClause       `json:"provider_match"`
		ModelMatch    fileClause       `json:"model_match"`
		Fallback      []string         `json:"fallback"`
		Aliases       []string         `json:"aliases"`
		Models        []fileModel      `json:"models"`
		Multipliers   []fileMultiplier `json:"multipliers"`
	}
	fileModel struct {
		ID       string        `json:"id"`
		Match    fileClause    `json:"match"`
		Prices   []filePrices  `json:"prices"`
		Variants []fileVariant `json:"variants"`
	}
	filePrices struct {
		From      string                 `json:"from"`
		StartTime string                 `json:"start_time"`
		EndTime   string                 `json:"end_time"`
		Prices    map[string]TieredPrice `json:"prices"`
	}
)

// decodeStrict decodes the one JSON value of r into v and refuses unknown keys and whatever follows the value.
func decodeStrict(r io.Reader, v any) error {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("expected one JSON value, found more after it")
	}
	return nil
}

// compile turns the file's shape into the one that calls are matched against.
func (f *fileTable) compile() (*Table, error) {
	t := &Table{byName: make(map[string]*provider), notProviders: make(map[string]bool), selfHosted: make(map[string]bool)}
	for i := range f.Providers {
		p, err := f.Providers[i].compile()
		if err != nil {
			return nil, fmt.Errorf("provider %s: %w", f.Providers[i].ID, err)
		}
		t.providers = append(t.providers, p)
		for _, name := range append([]string{p.id}, f.Providers[i].Aliases...) {
			if err := t.name(name, p); err != nil {
				return nil, fmt.Errorf("provider %s: %w", p.id, err)
			}
		}
	}
	for i := range f.Providers {
		for _, id := range f.Providers[i].Fallback {
			other, ok := t.byName[id]
			if !ok || other.id != id {
				return nil, fmt.Errorf("provider %s: fallback: expected the id of a provider, found %q", f.Providers[i].ID, id)
			}
			t.providers[i].fallback = append(t.providers[i].fallback, other)
		}
	}
	for _, name := range f.NotProviders {
		t.notProviders[name] = true
	}
	for _, name := range f.SelfHosted {
		t.selfHosted[name] = true
	}
	return t, nil
}

// name makes name, an id or an alias, mean p.
func (t *Table) name(name string, p *provider) error {
	if name == "" || name != normalise(name) {
		return fmt.Errorf("expected a name in lower case, found %q", name)
	}
	if other, taken := t.byName[name]; taken && other != p {
		return fmt.Errorf("the name %q already means provider %s", name, other.id)
	}
	t.byName[name] = p
	return nil
}

func (f *fileProvider) compile() (*provider, error) {
	pattern, err := regexp.Compile("^(?:" + f.APIPattern + ")")
	if err != nil {
		return nil, fmt.Errorf("api_pattern: %w", err)
	}
	p := &provider{id: f.ID, api: pattern, models: make([]model, len(f.Models)), multipliers: make([]multiplier, len(f.Multipliers))}
	if p.names, err = f.ProviderMatch.compile(clauseDepth); err != nil {
		return nil, fmt.Errorf("provider_match: %w", err)
	}
	if p.owns, err = f.ModelMatch.compile(clauseDepth); err != nil {
		return nil, fmt.Errorf("model_match: %w", err)
	}
	for i := range f.Models {
		if p.models[i], err = f.Models[i].compile(); err != nil {
			return nil, fmt.Errorf("model %s: %w", f.Models[i].ID, err)
		}
	}
	for i := range f.Multipliers {
		if p.multipliers[i], err = f.Multipliers[i].compile(); err != nil {
			return nil, fmt.Errorf("multipliers: %w", err)
		}
	}
	return p, nil
}

func (f *fileModel) compile() (model, error) {
	match, err := f.Match.compile(clauseDepth)
	if err != nil {
		return model{}, fmt.Errorf("match: %w", err)
	}
	if len(f.Prices) == 0 {
		return model{}, errors.New("prices: expected at least one entry")
	}
	m := model{id: f.ID, match: match, prices: make([]datedRates, len(f.Prices))}
	for i := range f.Prices {
		if m.prices[i], err = f.Prices[i].compile(); err != nil {
			return model{}, fmt.Errorf("prices: %w", err)
		}
	}
	for i := range f.Variants {
		v, err := f.Variants[i].compile(m.prices)
		if err != nil {
			return model{}, fmt.Errorf("variants: %w", err)
		}
		m.variants = append(m.variants, v)
	}
	return m, nil
}

func (f *filePrices) compile() (d datedRates, err error) {
	if d.from, err = parseFrom(f.From); err != nil {
		return d, err
	}
	if d.window.set = f.StartTime != "" || f.EndTime != ""; d.window.set {
		if d.window.start, err = secondOfDay(f.StartTime); err != nil {
			return d, fmt.Errorf("start_time: %w", err)
		}
		if d.window.end, err = secondOfDay(f.EndTime); err != nil {
			return d, fmt.Errorf("end_time: %w", err)
		}
	}
	prices, err := compilePrices(f.Prices)
	if err != nil {
		return d, err
	}
	d.rates, err = newRates(prices)
	return d, err
}

// compilePrices reads prices by their keys.
func compilePrices(texts map[string]TieredPrice) (map[Unit]rate, error) {
	prices := make(map[Unit]rate, len(texts))
	for key, price := range texts {
		unit, ok := unitByPriceKey(key)
		if !ok {
			return nil, fmt.Errorf("expected price keys such as input_mtok and output_mtok, found %q", key)
		}
		r, err := price.compile(units[unit].scale.exponent)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		prices[unit] = r
	}
	return prices, nil
}

// parseFrom parses the day from which a price holds; none is always.
func parseFrom(text string) (from time.Time, err error) {
	if text == "" {
		return from, nil
	}
	if from, err = time.Parse(time.DateOnly, text); err != nil {
		return from, fmt.Errorf("from: expected a date such as 2026-01-31, found %q", text)
	}
	return from, nil
}
