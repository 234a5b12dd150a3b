package costcalc

import (
	"bytes"
	"encoding/json"
)

// TieredPrice is the price of one unit as decimal texts, in the quantity that its key states: input_mtok per million tokens.
// In JSON it is the text alone, or {"base": "1.25", "tiers": [{"start": 200000, "price": "2.5"}]}.
type TieredPrice struct {
	Base string `json:"base"`
	// Tiers ascend by Start.
	Tiers []PriceTier `json:"tiers,omitempty"`
}

// PriceTier is a price for all tokens of a call with more than Start input tokens, cached ones included.
type PriceTier struct {
	Start int64  `json:"start"`
	Price string `json:"price"`
}

// UnmarshalJSON implements json.Unmarshaler.
func (p *TieredPrice) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &p.Base)
	}
	type tiered TieredPrice // without this method
	return decodeStrict(bytes.NewReader(data), (*tiered)(p))
}

func (p *TieredPrice) compile(exponent int) (r rate, err error) {
	if r.base, err = parsePrice(p.Base, exponent); err != nil {
		return rate{}, err
	}
	for _, t := range p.Tiers {
		price, err := parsePrice(t.Price, exponent)
		if err != nil {
			return rate{}, err
		}
		r.tiers = append(r.tiers, tier{above: t.Start, price: price})
	}
	return r, checkTiers(r.tiers)
}
