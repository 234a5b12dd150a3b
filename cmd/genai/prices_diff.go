package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// maxModelsShown bounds how many built-in models are shown of one entry.
const maxModelsShown = 20

// pricesDiff shows what a user's prices change, entry by entry: against the
// built-in table, or one price file against another.
func pricesDiff(_ context.Context, args []string, std stdio) error {
	flags := newFlags("prices diff", "[-at TIME] [-json] -prices FILE | -config FILE | OLD NEW", std.err)
	var from source
	from.register(flags)
	var at instant
	at.register(flags)
	asJSON := flags.Bool("json", false, "write JSON")
	files, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	switch {
	case len(files) == 2 && from.own() == "":
		return diffFiles(files[0], files[1], at, *asJSON, std.out)
	case len(files) != 0 || from.own() == "":
		return wrongUsage(flags, "expected either -prices or -config, or two files OLD and NEW")
	}
	table, err := from.table(std.err)
	if err != nil {
		return err
	}
	embedded, err := costcalc.Default()
	if err != nil {
		return err
	}
	changes := compareWithBuiltIn(table, embedded, at.time)
	if *asJSON {
		return writeJSON(std.out, map[string]any{"table": tableName(table.Source()), "entries": changes})
	}
	printSource(std.out, table.Source(), from.own())
	fmt.Fprintln(std.out)
	printBuiltInDiff(std.out, changes)
	return nil
}

func printBuiltInDiff(out io.Writer, changes []entryChange) {
	known, prices := 0, 0
	for i := range changes {
		c := &changes[i]
		fmt.Fprintln(out, printable(c.title()))
		if len(c.Models) == 0 {
			fmt.Fprintf(out, "  + not built in\n      %s\n\n", c.Prices)
			continue
		}
		known++
		for n, m := range c.Models {
			if n < maxModelsShown {
				c.printModel(out, m)
			}
			prices += len(m.Changes)
		}
		if more := len(c.Models) - maxModelsShown; more > 0 {
			fmt.Fprintf(out, "  and %s more\n", plural(more, "model"))
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "Entries for built-in models: %d, for others: %d. Prices changed: %d.\n", known, len(changes)-known, prices)
}

func (c *entryChange) title() string {
	text := c.Match + " of " + oneOf(c.Provider, "any provider")
	if c.Entry != c.Match {
		text = c.Entry + ": " + text
	}
	for _, more := range [...]struct{ word, value string }{{"", c.Holds}, {"same as ", c.SameAs}} {
		if more.value != "" {
			text += ", " + more.word + more.value
		}
	}
	if c.Currency != costcalc.USD {
		text += ", in " + c.Currency
	}
	return text
}

func (c *entryChange) printModel(out io.Writer, m modelChange) {
	name := m.Entry
	if !strings.HasPrefix(name, m.Provider+"/") {
		name += " at " + m.Provider
	}
	fmt.Fprintf(out, "  * %s\n", name)
	if len(m.Changes) == 0 {
		fmt.Fprintln(out, "      the same prices")
	}
	for _, change := range m.Changes {
		fmt.Fprintf(out, "      %s\n", change.words(c.Currency == costcalc.USD))
	}
}

// words say a change; how much it is in per cent only where both are in one
// currency.
func (c priceChange) words(comparable bool) string {
	percent := ""
	if comparable && c.Before != "none" && c.After != "none" {
		percent = percentText(firstOf(c.Before), firstOf(c.After))
	}
	return fmt.Sprintf("%s %s -> %s%s", keyWords(c.Key), c.Before, c.After, percent)
}

// firstOf is the price below all tiers.
func firstOf(text string) string {
	base, _, _ := strings.Cut(text, ",")
	return base
}
