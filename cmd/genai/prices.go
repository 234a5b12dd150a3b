package main

import (
	"context"
	"flag"
	"fmt"
	"io"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// pricesVerbs are what "genai prices" is followed by.
func pricesVerbs() []verb {
	return []verb{
		{"find", "what a model costs: entry, tiers, service tiers, dates", pricesFind},
		{"explain", "what one call costs, step by step", pricesExplain},
		{"validate", "whether a price file is right, as the collector reads it", pricesValidate},
		{"diff", "what a price file changes, against the built-in prices or another file", pricesDiff},
	}
}

// prices looks prices up, in the built-in table or before it in those of a user.
func prices(ctx context.Context, args []string, std stdio) error {
	if len(args) == 0 {
		printPricesVerbs(std.err)
		return errUsage
	}
	if isHelp(args[0]) {
		printPricesVerbs(std.out)
		return nil
	}
	for _, v := range pricesVerbs() {
		if v.name == args[0] {
			return v.run(ctx, args[1:], std)
		}
	}
	fmt.Fprintf(std.err, "genai prices: unknown verb %q\n\n", args[0])
	printPricesVerbs(std.err)
	return errUsage
}

func printPricesVerbs(out io.Writer) {
	fmt.Fprint(out, "genai prices looks prices up.\n\nUsage:\n\n")
	for _, v := range pricesVerbs() {
		fmt.Fprintf(out, "  genai prices %-8s %s\n", v.name, v.summary)
	}
	fmt.Fprint(out, "\n\"genai prices VERB -h\" lists the flags of a verb.\n")
}

// parseAround parses flags that stand before, between or after the other
// arguments, which it returns.
func parseAround(flags *flag.FlagSet, args []string) (others []string, err error) {
	for {
		if err := parseFlags(flags, args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return others, nil
		}
		others = append(others, flags.Arg(0))
		args = flags.Args()[1:]
	}
}

// printSource says which prices the answer is from.
func printSource(out io.Writer, source costcalc.Source, own string) {
	fmt.Fprintf(out, "prices: %s", tableName(source))
	if own != "" {
		fmt.Fprintf(out, ", after those of %s", printable(own))
	}
	fmt.Fprintln(out)
}

func tableName(s costcalc.Source) string {
	return fmt.Sprintf("%s %s of %s (%s)", s.Name, s.Version, s.Date, s.Licence)
}
