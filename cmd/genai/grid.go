package main

import (
	"fmt"
	"io"
	"strings"
)

// grid is lines of cells in columns, each as wide as its widest cell. It is for
// texts that are read in a terminal and pasted elsewhere.
type grid struct {
	indent string
	right  map[int]bool // columns that are aligned to the right
	lines  [][]string
}

func (g *grid) add(cells ...string) { g.lines = append(g.lines, cells) }

func (g *grid) print(out io.Writer) {
	var widths []int
	for _, cells := range g.lines {
		for column, text := range cells {
			if column == len(widths) {
				widths = append(widths, 0)
			}
			if column < len(cells)-1 || g.right[column] { // what ends a line needs no room
				widths[column] = max(widths[column], width(text))
			}
		}
	}
	for _, cells := range g.lines {
		var b strings.Builder
		b.WriteString(g.indent)
		for column, text := range cells {
			if column > 0 {
				b.WriteString("  ")
			}
			blanks := strings.Repeat(" ", max(0, widths[column]-width(text)))
			if g.right[column] {
				b.WriteString(blanks + text)
			} else {
				b.WriteString(text + blanks)
			}
		}
		fmt.Fprintln(out, strings.TrimRight(b.String(), " "))
	}
}
