package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// row is one line of the table.
type row struct {
	on, what, over string // what is measured on what, in relation to what
	ratios         ratios
	least          float64 // the least time in relation to the least time; 0: not said
	target         target
	rate           float64 // MB of content per second; 0: not said
	allocations    string  // per span; "": not counted
}

var heading = []string{"measured on", "what", "in relation to", "x", "quartiles", "least", "target", "", "MB/s", "allocs/span"}

func (r *row) cells() []string {
	cells := []string{r.on, r.what, r.over, "", "", "", r.target.String(), "", "", r.allocations}
	if len(r.ratios) > 0 {
		cells[3] = number(r.ratios.median())
		cells[7] = r.target.verdict(r.ratios.median())
	}
	if len(r.ratios) > 1 {
		cells[4] = number(r.ratios.at(0.25)) + " - " + number(r.ratios.at(0.75))
	}
	if r.least > 0 {
		cells[5] = number(r.least)
	}
	if r.rate > 0 {
		cells[8] = number(r.rate)
	}
	return cells
}

// number writes three digits that count.
func number(f float64) string {
	switch {
	case f >= 100:
		return fmt.Sprintf("%.0f", f)
	case f >= 10:
		return fmt.Sprintf("%.1f", f)
	case f >= 0.1 || f == 0:
		return fmt.Sprintf("%.2f", f)
	default:
		return fmt.Sprintf("%.3f", f)
	}
}

func writeText(out io.Writer, rows []row) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, strings.Join(heading, "\t"))
	for i := range rows {
		fmt.Fprintln(table, strings.Join(rows[i].cells(), "\t"))
	}
	return table.Flush()
}

// writeMarkdown writes a table with a title for everything that is measured on the same.
func writeMarkdown(out io.Writer, rows []row) error {
	var err error
	for i := range rows {
		if i == 0 || rows[i].on != rows[i-1].on {
			fmt.Fprintf(out, "\n### On %s\n\n| %s |\n%s|\n", rows[i].on, strings.Join(heading[1:], " | "), strings.Repeat("|---", len(heading)-1))
		}
		cells := rows[i].cells()[1:]
		cells[3] = strings.Replace(cells[3], " - ", " – ", 1)
		cells[5] = strings.NewReplacer("<=", "≤", ">=", "≥").Replace(cells[5])
		_, err = fmt.Fprintln(out, "| "+strings.Join(cells, " | ")+" |")
	}
	return err
}
