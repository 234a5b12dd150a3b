package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// pricesFind shows all prices of a model, of one provider or of all that sell
// it. Where there are none it says why, names what is written alike, and the
// exit code is 1.
func pricesFind(_ context.Context, args []string, std stdio) error {
	flags := newFlags("prices find", "[-prices FILE] [-config FILE] [-at TIME] [-provider NAME] [-json] MODEL", std.err)
	var from source
	from.register(flags)
	var at instant
	at.register(flags)
	provider := flags.String("provider", "", "`NAME` of the provider, as spans have it; all without it")
	asJSON := flags.Bool("json", false, "write JSON")
	models, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	if len(models) != 1 || models[0] == "" {
		return wrongUsage(flags, fmt.Sprintf("expected one MODEL, found %d", len(models)))
	}
	table, err := from.table(std.err)
	if err != nil {
		return err
	}
	call := costcalc.Call{Provider: *provider, RequestModel: models[0], Time: at.time}
	answer := find(table, call)
	if *asJSON {
		err = writeJSON(std.out, answer)
	} else {
		printSource(std.out, table.Source(), from.own())
		answer.print(std.out, call)
	}
	if err == nil && len(answer.Offers) == 0 {
		return fmt.Errorf("no price: %s", answer.Reason)
	}
	return err
}

// found is the answer of "genai prices find".
type found struct {
	Table string `json:"table"`
	Model string `json:"model"`
	At    string `json:"at"`
	// Offers are of one provider each; none where nothing was found.
	Offers []offer `json:"offers"`
	// Reason is why there is no price without a provider, or of the one named.
	Reason  costcalc.Reason `json:"reason,omitempty"`
	Nearest []string        `json:"nearest,omitempty"`
	// Told is the entry that a call without a provider is priced by.
	Told string `json:"without_provider,omitempty"`
}

// offer is what one provider asks: the entries for the model, the first one
// that holds counts.
type offer struct {
	Provider string    `json:"provider"`
	Entries  []listing `json:"entries"`
}

func find(table *costcalc.Table, call costcalc.Call) found {
	answer := found{Table: tableName(table.Source()), Model: call.RequestModel, At: timeText(call.Time), Offers: []offer{}}
	listings, reason := table.Listings(call)
	answer.Reason = reason
	if call.Provider != "" {
		if len(listings) > 0 {
			answer.Offers = []offer{newOffer(listings)}
		}
	} else {
		answer.Offers = append(answer.Offers, offersOfAll(table, call)...)
		if own := ofAnyProvider(table, listings, call); len(own) > 0 {
			answer.Offers = append(answer.Offers, offer{Provider: "any provider", Entries: own})
		}
		for _, l := range listings {
			if l.Chosen {
				answer.Told = l.Entry
			}
		}
	}
	if len(answer.Offers) == 0 && answer.Reason != costcalc.ReasonSelfHosted {
		answer.Nearest = nearest(table, call)
	}
	return answer
}

func newOffer(listings []costcalc.Listing) offer {
	o := offer{Provider: listings[0].Provider}
	for _, l := range listings {
		o.Entries = append(o.Entries, newListing(l))
	}
	return o
}

// offersOfAll asks every provider for the model, also by a name such as
// vendor/model, and those that only the user's entries have.
func offersOfAll(table *costcalc.Table, call costcalc.Call) (offers []offer) {
	providers := table.Providers()
	entries := table.Entries(call.Time)
	for _, e := range entries {
		if e.Provider != "" && !slices.Contains(providers, e.Provider) {
			providers = append(providers, e.Provider)
		}
	}
	for _, provider := range providers {
		names := []string{call.RequestModel}
		for _, id := range table.Models(provider) {
			if strings.HasSuffix(strings.ToLower(id), "/"+strings.ToLower(call.RequestModel)) {
				names = append(names, id)
			}
		}
		for _, name := range names {
			listings, _ := table.Listings(costcalc.Call{Provider: provider, RequestModel: name, Time: call.Time})
			theirs := slices.ContainsFunc(listings, func(l costcalc.Listing) bool {
				return l.Provider == provider && (!l.Override || entries[l.Index].Provider != "")
			})
			if theirs {
				offers = append(offers, newOffer(listings))
				break
			}
		}
	}
	return offers
}

// ofAnyProvider keeps the user's entries that are for every provider.
func ofAnyProvider(table *costcalc.Table, listings []costcalc.Listing, call costcalc.Call) (own []listing) {
	entries := table.Entries(call.Time)
	for _, l := range listings {
		if l.Override && entries[l.Index].Provider == "" {
			own = append(own, newListing(l))
		}
	}
	return own
}

func (f *found) print(out io.Writer, call costcalc.Call) {
	fmt.Fprintf(out, "model:  %s at %s\n", printable(call.RequestModel), f.At)
	for _, o := range f.Offers {
		fmt.Fprintf(out, "\n%s\n", printable(o.Provider))
		for _, l := range o.Entries {
			l.print(out)
		}
	}
	fmt.Fprintln(out)
	switch {
	case len(f.Offers) == 0:
		fmt.Fprintf(out, "No price: %s\n  %s\n", f.Reason, reasonWords(f.Reason))
		printNearest(out, f.Nearest)
		return
	case call.Provider != "" && f.Reason != "":
		fmt.Fprintf(out, "No entry holds at that time for a standard call: %s\n", f.Reason)
	case call.Provider == "" && f.Told != "":
		fmt.Fprintf(out, "A call that names no provider is priced by %s.\n", printable(f.Told))
	case call.Provider == "":
		fmt.Fprintf(out, "A call that names no provider has no price (%s): have spans say gen_ai.provider.name or server.address.\n", f.Reason)
	}
	fmt.Fprintln(out, "* holds at that time for a standard call")
}

func printNearest(out io.Writer, names []string) {
	if len(names) == 0 {
		return
	}
	fmt.Fprintln(out, "Nearest:")
	for _, name := range names {
		fmt.Fprintf(out, "  %s\n", name)
	}
}

func writeJSON(out io.Writer, v any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}
