package main

import (
	"fmt"
	"io"
	"strings"
)

// printChoice says which prices the call has, and which entries it passed over.
func (x *explained) printChoice(out io.Writer) {
	g := grid{}
	row := func(name, text string) { g.add(name+":", printable(text)) }
	row("call", x.Call)
	for _, l := range x.Asked {
		if l.Holds {
			x.rowsOfEntry(&l, row)
			break
		}
		row("passed over", l.Entry+", of your own: it holds "+l.limits())
	}
	g.print(out)
}

// rowsOfEntry tell the entry whose prices were taken.
func (x *explained) rowsOfEntry(l *listing, row func(name, text string)) {
	if x.Provider != "" {
		row("provider", x.Provider+x.providerWords)
	}
	row("entry", l.title())
	for _, note := range l.notes() {
		row(note.label, note.text)
	}
	for _, list := range l.Prices {
		if list.When == "" && list.Holds {
			row("prices", strings.TrimPrefix(list.label()+x.variantWords(), "always, "))
		}
	}
	for _, line := range x.Lines {
		if line.Above != nil {
			row("tier", fmt.Sprintf("above %s input tokens, for all tokens of the call", thousands(*line.Above)))
			return
		}
	}
}

func (x *explained) variantWords() string {
	if x.Variant == "" {
		return ""
	}
	return ", those for " + x.Variant
}

// printAmounts prints the sum as one would write it by hand.
func (x *explained) printAmounts(out io.Writer) {
	g := grid{right: map[int]bool{1: true, 3: true, 6: true}}
	g.add("bucket", "count", "", "price", "", "", "amount in "+x.Currency)
	for _, l := range x.Lines {
		g.add(l.Unit, thousands(l.Count), "×", l.Price, l.Per, "=", l.Amount)
	}
	if len(x.Lines) == 0 {
		g.add("free")
	}
	rule := strings.Repeat("-", len(x.Total))
	if len(x.Multipliers) > 0 {
		g.add("", "", "", "", "", "", rule)
		g.add("sum", "", "", "", "", "", x.Sum)
		for _, m := range x.Multipliers {
			g.add(m.words())
		}
		for _, p := range x.Parts {
			g.add(p.Name+" part", "", "", "", "", "", p.Amount)
		}
	}
	g.add("", "", "", "", "", "", rule)
	g.add("total", "", "", "", "", "", x.Total)
	g.print(out)
	if len(x.Multipliers) == 0 && len(x.Parts) > 0 {
		fmt.Fprintf(out, "\nparts: %s\n", x.partWords())
	}
}

func (x *explained) partWords() string {
	words := make([]string, len(x.Parts))
	for i, p := range x.Parts {
		words[i] = p.Name + " " + p.Amount
	}
	return strings.Join(words, ", ")
}
