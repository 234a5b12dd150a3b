package main

import (
	"context"
	"fmt"
	"math/big"
	"regexp"
	"slices"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// suspicious is how many times dearer or cheaper than the built-in prices an
// entry is when units were probably mixed up.
const suspicious = 10

// pricesValidate reads a price file the way the collector does. Errors are the
// collector's; the exit code is then 1. Warnings leave it at 0.
func pricesValidate(_ context.Context, args []string, std stdio) error {
	flags := newFlags("prices validate", "[-at TIME] FILE", std.err)
	var at instant
	at.register(flags)
	files, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	if len(files) != 1 || files[0] == "" {
		return wrongUsage(flags, fmt.Sprintf("expected one FILE, found %d", len(files)))
	}
	table, err := tableOfFile(files[0])
	if err != nil {
		return fmt.Errorf("%s", entryPerLine(err.Error()))
	}
	embedded, err := costcalc.Default()
	if err != nil {
		return err
	}
	printSource(std.out, table.Source(), "")
	changes := compareWithBuiltIn(table, embedded, at.time)
	warnings := 0
	for i := range changes {
		for _, warning := range append(changes[i].warnings(), changes[i].misspelling(table.Providers())...) {
			warnings++
			fmt.Fprintln(std.out, "warning: "+printable(warning))
		}
	}
	fmt.Fprintf(std.out, "%s: valid, %s, %s\n", printable(files[0]), entryCount(len(changes)), plural(warnings, "warning"))
	return nil
}

// nextError is where the error of another entry begins.
var nextError = regexp.MustCompile(`; (prices\[\d+\]|providers): `)

// entryPerLine puts the errors of several entries on lines of their own.
func entryPerLine(text string) string { return nextError.ReplaceAllString(text, "\n  $1: ") }

func entryCount(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return thousands(int64(n)) + " entries"
}

// misspelling warns of a provider that is none of the table's, but nearly one. Any
// name may be meant: the entry is then for calls that name that provider.
func (c *entryChange) misspelling(providers []string) (list []string) {
	const (
		slips    = 2
		shortest = 5 // bytes of a name in which two slips still tell nothing else
	)
	if len(c.Provider) < shortest || len(c.Provider) > maxComparedBytes || slices.Contains(providers, c.Provider) {
		return nil
	}
	for _, known := range providers {
		if distance(c.Provider, known) <= slips {
			return []string{fmt.Sprintf("prices[%d] (%s): provider: found %q, which the price table doesn't have: expected %s?", c.Index, c.Entry, c.Provider, known)}
		}
	}
	return nil
}

// warnings name the prices that are far from all of the built-in ones that the
// entry takes the place of.
func (c *entryChange) warnings() (list []string) {
	if c.Currency != costcalc.USD || len(c.Models) == 0 {
		return nil
	}
	for _, key := range c.own.keys {
		ratio, model := c.mildest(key)
		if ratio == nil {
			continue
		}
		text := ratio.FloatString(0) + " times"
		if ratio.Cmp(big.NewRat(1, 1)) < 0 {
			text = "1/" + far(ratio).FloatString(0)
		}
		list = append(list, fmt.Sprintf("prices[%d] (%s): %s is %s that of %s: expected a price %s",
			c.Index, c.Entry, key, text, model, quantityOf(key).per))
	}
	return list
}
