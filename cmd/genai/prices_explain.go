package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// pricesExplain prices one call step by step: which entry and why, each count
// times its price, the multipliers, the total to the pico-dollar. Where there is
// no price it says why, and the exit code is 1.
func pricesExplain(_ context.Context, args []string, std stdio) error {
	flags := newFlags("prices explain", "[-prices FILE] [-config FILE] [-at TIME] -provider NAME -model NAME -input N -output N ...", std.err)
	var from source
	from.register(flags)
	var at instant
	at.register(flags)
	var call costcalc.Call
	registerCall(flags, &call)
	asJSON := flags.Bool("json", false, "write JSON")
	others, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return wrongUsage(flags, fmt.Sprintf("expected flags only, found %q", others[0]))
	}
	table, err := from.table(std.err)
	if err != nil {
		return err
	}
	call.Time = at.time
	answer := explainCall(table, call)
	if *asJSON {
		err = writeJSON(std.out, answer)
	} else {
		printSource(std.out, table.Source(), from.own())
		answer.print(std.out)
	}
	if err == nil && answer.Reason != "" {
		return fmt.Errorf("no price: %s", answer.Reason)
	}
	return err
}

// registerCall makes flags of what is known of a call.
func registerCall(flags *flag.FlagSet, call *costcalc.Call) {
	flags.StringVar(&call.Provider, "provider", "", "`NAME` of the provider, as spans have it")
	flags.StringVar(&call.ResponseModel, "model", "", "`NAME` of the model that answered, as spans have it")
	flags.StringVar(&call.ServerAddress, "server", "", "`HOST` that was called, as in server.address")
	flags.StringVar(&call.Facets.ServiceTier, "service-tier", "", "`TIER` that served the call, such as flex or priority")
	flags.StringVar(&call.Facets.Speed, "speed", "", "`SPEED` that the call was served at, such as fast")
	flags.StringVar(&call.Facets.Geo, "geo", "", "`PLACE` that the caller wanted the model to run in, such as us")
	flags.StringVar(&call.Facets.Region, "region", "", "`REGION` of the provider; told from -server without it")
	flags.BoolVar(&call.Facets.Batch, "batch", false, "the call was one of a batch")
	for _, f := range [...]struct {
		name, usage string
		unit        costcalc.Unit
	}{
		{"input", "`N` input tokens, cached ones included", costcalc.InputTokens},
		{"cache-read", "`N` of them read from the cache", costcalc.CacheReadTokens},
		{"cache-write", "`N` of them written to the cache", costcalc.CacheWriteTokens},
		{"output", "`N` output tokens, reasoning included", costcalc.OutputTokens},
	} {
		flags.Func(f.name, f.usage, func(text string) error { return setCount(&call.Usage, f.unit, text) })
	}
	flags.Func("unit", "`NAME=N` of another unit, such as web_searches=3; may be repeated. "+
		"_tokens at the end of a name may be left out: "+strings.Join(unitNames(), ", "), func(text string) error {
		name, count, _ := strings.Cut(text, "=")
		for _, unit := range costcalc.Units() {
			if unit.String() == name || unit.String() == name+"_tokens" {
				return setCount(&call.Usage, unit, count)
			}
		}
		return fmt.Errorf("expected one of %s", strings.Join(unitNames(), ", "))
	})
}

func setCount(usage *costcalc.Usage, unit costcalc.Unit, text string) error {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return errors.New("expected a whole number")
	}
	usage.Set(unit, n)
	return nil
}

func unitNames() (names []string) {
	for _, unit := range costcalc.Units() {
		names = append(names, unit.String())
	}
	return names
}

// explained is the answer of "genai prices explain". Money is in decimals, all
// twelve places.
type explained struct {
	Table  string          `json:"table"`
	Call   string          `json:"call"`
	Reason costcalc.Reason `json:"reason,omitempty"`
	// Asked are the entries for the model, in the order in which they are asked.
	Asked       []listing    `json:"asked,omitempty"`
	Nearest     []string     `json:"nearest,omitempty"`
	Provider    string       `json:"provider,omitempty"`
	Entry       string       `json:"entry,omitempty"`
	SameAs      string       `json:"same_as,omitempty"`
	From        string       `json:"from,omitempty"`
	Variant     string       `json:"variant,omitempty"`
	Lines       []amountLine `json:"lines,omitempty"`
	Multipliers []multiplier `json:"multipliers,omitempty"`
	Parts       []part       `json:"parts,omitempty"`
	Sum         string       `json:"sum,omitempty"`
	Total       string       `json:"total,omitempty"`
	Currency    string       `json:"currency,omitempty"`
	Flags       []string     `json:"flags,omitempty"`

	providerWords string // how the provider was told, where that isn't plain
}

// amountLine is one count times its price.
type amountLine struct {
	Unit  string `json:"unit"`
	Count int64  `json:"count"`
	Price string `json:"price"`
	Per   string `json:"per"`
	// Above is the threshold of the tier that was reached; nil without one.
	Above  *int64 `json:"above_input_tokens,omitempty"`
	Amount string `json:"amount"`
}

// part is a share of the total.
type part struct {
	Name   string `json:"name"`
	Amount string `json:"amount"`
}

func explainCall(table *costcalc.Table, call costcalc.Call) explained {
	x := table.Explain(call)
	answer := explained{
		Table: tableName(table.Source()), Call: callWords(call), Reason: x.Reason, Provider: x.Cost.Provider, Entry: x.Entry, SameAs: x.Borrowed,
		From: day(x.From), Variant: x.Variant, Multipliers: newMultipliers(x.Multipliers), Flags: x.Cost.Flags.Names(),
	}
	listings, _ := table.Listings(call)
	for _, l := range listings {
		answer.Asked = append(answer.Asked, newListing(l))
	}
	if x.Reason != "" {
		if x.Reason == costcalc.ReasonUnknownModel {
			call.RequestModel = call.ResponseModel
			answer.Nearest = nearest(table, call)
		}
		return answer
	}
	answer.providerWords = howProvider(table, call, x.Cost)
	var sum costcalc.Pico
	for _, l := range x.Lines {
		line := amountLine{
			Unit: unitWords(l.Unit), Count: l.Count, Price: linePrice(l), Per: quantityOf(l.Unit.PriceKey()).per, Amount: amountText(l.Amount),
		}
		if l.AboveInputTokens >= 0 {
			line.Above = &l.AboveInputTokens
		}
		answer.Lines = append(answer.Lines, line)
		sum += l.Amount
	}
	answer.Sum, answer.Total, answer.Currency = amountText(sum), amountText(x.Cost.Total), x.Cost.Currency
	for _, p := range [...]struct {
		name   string
		amount costcalc.Pico
	}{
		{"input", x.Cost.Input}, {"cache read", x.Cost.CacheRead}, {"cache write", x.Cost.CacheWrite},
		{"output", x.Cost.Output}, {"other", x.Cost.Other},
	} {
		if p.amount > 0 {
			answer.Parts = append(answer.Parts, part{p.name, amountText(p.amount)})
		}
	}
	return answer
}

// howProvider says how it was told who is paid, where that isn't plain.
func howProvider(table *costcalc.Table, call costcalc.Call, cost costcalc.Cost) string {
	switch {
	case cost.Flags.Has(costcalc.FlagProviderFromModel):
		return ", told from the model's name"
	case strings.EqualFold(call.Provider, cost.Provider):
		return ""
	case call.ServerAddress != "":
		named := call
		named.ServerAddress = ""
		if other, _ := table.Price(named); other.Provider != cost.Provider {
			return ", told from the host"
		}
	}
	return ", which spans call " + call.Provider
}

// callWords say what is known of the call.
func callWords(c costcalc.Call) string {
	words := []string{oneOf(c.ResponseModel, "no model") + " of " + oneOf(c.Provider, "no provider"), timeText(c.Time)}
	for _, f := range [...]struct{ name, value string }{
		{"server", c.ServerAddress}, {"service tier", c.Facets.ServiceTier}, {"speed", c.Facets.Speed}, {"geo", c.Facets.Geo}, {"region", c.Facets.Region},
	} {
		if f.value != "" {
			words = append(words, f.name+" "+f.value)
		}
	}
	if c.Facets.Batch {
		words = append(words, "batch")
	}
	return strings.Join(words, ", ")
}

func (x *explained) print(out io.Writer) {
	x.printChoice(out)
	fmt.Fprintln(out)
	if x.Reason != "" {
		fmt.Fprintf(out, "No price: %s\n  %s\n", x.Reason, reasonWords(x.Reason))
		printNearest(out, x.Nearest)
		return
	}
	x.printAmounts(out)
	if len(x.Flags) > 0 {
		fmt.Fprintln(out)
	}
	for _, name := range x.Flags {
		fmt.Fprintf(out, "flag %s: %s\n", name, flagWords[name])
	}
}
