package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// listing is a price entry as it is shown and written as JSON.
type listing struct {
	Entry       string       `json:"entry"`
	Own         bool         `json:"own,omitempty"`
	Match       string       `json:"match,omitempty"`
	SameAs      string       `json:"same_as,omitempty"`
	From        string       `json:"from,omitempty"`
	To          string       `json:"to,omitempty"`
	When        string       `json:"when,omitempty"`
	Currency    string       `json:"currency"`
	Holds       bool         `json:"holds"`
	Flags       []string     `json:"flags,omitempty"`
	Prices      []priceList  `json:"prices"`
	Multipliers []multiplier `json:"multipliers,omitempty"`
}

// priceList is the prices of one time or of calls with certain facets, by price
// key. MaxInputTokens is the longest call that has them.
type priceList struct {
	From           string     `json:"from,omitempty"`
	Hours          string     `json:"hours,omitempty"`
	When           string     `json:"when,omitempty"`
	MaxInputTokens int64      `json:"max_input_tokens,omitempty"`
	Holds          bool       `json:"holds"`
	Prices         []onePrice `json:"prices"`
}

type onePrice struct {
	Key   string               `json:"key"`
	Price string               `json:"price"`
	Tiers []costcalc.PriceTier `json:"tiers,omitempty"`
}

type multiplier struct {
	Factor string `json:"factor"`
	Why    string `json:"why"`
	Fees   bool   `json:"fees,omitempty"`
}

func newListing(l costcalc.Listing) listing {
	shown := listing{
		Entry: l.Entry, Own: l.Override, Match: l.Match, SameAs: l.Borrowed, From: day(l.From), To: day(l.To), When: l.When,
		Currency: l.Currency, Holds: l.Chosen, Flags: l.Flags.Names(), Multipliers: newMultipliers(l.Multipliers), Prices: []priceList{},
	}
	for _, list := range l.Prices {
		p := priceList{
			From: day(list.From), Hours: list.Hours, When: list.When, MaxInputTokens: list.MaxInputTokens, Holds: list.Holds, Prices: []onePrice{},
		}
		for _, price := range list.Prices {
			p.Prices = append(p.Prices, onePrice{price.Unit.PriceKey(), price.Price.Base, price.Price.Tiers})
		}
		shown.Prices = append(shown.Prices, p)
	}
	return shown
}

func newMultipliers(list []costcalc.Multiplier) (shown []multiplier) {
	for _, m := range list {
		shown = append(shown, multiplier(m))
	}
	return shown
}

// day is empty for no time.
func day(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return dayText(at)
}

func (l *listing) print(out io.Writer) {
	fmt.Fprintf(out, "%s %s\n", star(l.Holds), l.title())
	for _, n := range l.notes() {
		fmt.Fprintf(out, "    %s %s\n", n.label, printable(n.text))
	}
	for _, name := range l.Flags {
		fmt.Fprintf(out, "    %s\n", flagWords[name])
	}
	g := grid{indent: "    ", right: map[int]bool{2: true}}
	for _, list := range l.Prices {
		label := star(l.Holds && list.Holds) + " " + list.label()
		if len(list.Prices) == 0 {
			g.add(label, "free")
		}
		for _, p := range list.Prices {
			q := quantityOf(p.Key)
			g.add(label, strings.ReplaceAll(strings.TrimSuffix(p.Key, q.ending), "_", " "), p.Price, q.per)
			for _, t := range p.Tiers {
				g.add("", "", t.Price, "above "+thousands(t.Start)+" input tokens")
			}
			label = ""
		}
	}
	g.print(out)
	for _, m := range l.Multipliers {
		fmt.Fprintf(out, "      %s\n", m.words())
	}
}

func star(holds bool) string {
	if holds {
		return "*"
	}
	return " "
}

func (l *listing) title() string {
	text := l.Entry + ", of the built-in prices"
	if l.Own {
		text = l.Entry + ", of your own"
	}
	return printable(text) + ", in " + l.Currency
}

// note is something special about an entry.
type note struct{ label, text string }

func (l *listing) notes() (notes []note) {
	if l.Own && l.Match != l.Entry {
		notes = append(notes, note{"for", l.Match})
	}
	if limits := l.limits(); limits != "" {
		notes = append(notes, note{"holds", limits})
	}
	if l.SameAs != "" {
		notes = append(notes, note{"same as", l.SameAs})
	}
	return notes
}

// limits say when and for what calls the entry is; empty for always and all.
func (l *listing) limits() string {
	var parts []string
	for _, p := range [...]struct{ word, value string }{{"from", l.From}, {"until", l.To}, {"where", l.When}} {
		if p.value != "" {
			parts = append(parts, p.word+" "+p.value)
		}
	}
	return strings.Join(parts, " ")
}

// label says what the list is for, in the words that "make prices" has.
func (p *priceList) label() string {
	label := oneOf(p.When, "always")
	if p.From != "" {
		label = strings.TrimSpace(p.When + " from " + p.From)
	}
	if p.Hours != "" {
		label += " at " + p.Hours
	}
	if p.MaxInputTokens > 0 {
		label += " up to " + thousands(p.MaxInputTokens) + " input tokens"
	}
	return label
}

func (m multiplier) words() string {
	kind := "tokens only"
	if m.Fees {
		kind = "fees, too"
	}
	return fmt.Sprintf("× %s %s (%s)", decimalText(decimal(m.Factor)), m.reason(), kind)
}

func (m multiplier) reason() string {
	if m.Fees {
		return m.Why
	}
	return "where " + m.Why
}
