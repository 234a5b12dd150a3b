package main

import (
	"fmt"
	"io"
	"strings"
)

// The columns of a tree, left to right.
const (
	columnKind = iota
	columnSpan
	columnModel
	columnInput
	columnOutput
	columnCached
	columnCost
	columnCount
)

const (
	lineWidth    = 110
	columnGap    = "  "
	minSpanWidth = 24
	// maxTextWidth bounds the columns of texts; numbers are never cut.
	maxTextWidth = 24
)

// cell is one styled piece of text.
type cell struct {
	text  string
	style style
}

// line is one line of a table. Its guide, the branches of the tree, is drawn in
// the span column before the span's cell.
type line struct {
	guide string
	cells [columnCount]cell
	note  bool // the span's cell runs to the end of the line
	rule  bool // a rule and nothing else
}

// table is lines whose columns are aligned when it is printed.
type table struct {
	lines []line
}

func (t *table) add(l line) { t.lines = append(t.lines, l) }

// print aligns the columns: each is as wide as its widest cell, and the span
// column takes what is left of lineWidth.
func (t *table) print(out io.Writer, p painter) {
	widths := t.widths()
	for _, l := range t.lines {
		fmt.Fprintln(out, strings.TrimRight(l.text(widths, p), " "))
	}
}

func (t *table) widths() [columnCount]int {
	var widths [columnCount]int
	for _, l := range t.lines {
		for column, c := range l.cells {
			switch {
			case column == columnSpan:
			case column < columnInput:
				widths[column] = max(widths[column], min(width(c.text), maxTextWidth))
			default:
				widths[column] = max(widths[column], width(c.text))
			}
		}
	}
	widths[columnSpan] = lineWidth
	for column, w := range widths {
		if column != columnSpan {
			widths[columnSpan] -= w + len(columnGap)
		}
	}
	widths[columnSpan] = max(widths[columnSpan], minSpanWidth)
	return widths
}

// text is the line as printed, perhaps with blanks at its end.
func (l line) text(widths [columnCount]int, p painter) string {
	if l.rule {
		return p.paint(dim, strings.Repeat("─", lineWidth))
	}
	var b strings.Builder
	for column, c := range l.cells {
		if column > 0 {
			b.WriteString(columnGap)
		}
		room := widths[column]
		if column == columnSpan {
			b.WriteString(p.paint(dim, l.guide))
			room -= width(l.guide)
		}
		if l.note && column == columnSpan {
			room = lineWidth - widths[columnKind] - len(columnGap) - width(l.guide)
			b.WriteString(p.paint(c.style, cut(c.text, room)))
			break
		}
		b.WriteString(c.aligned(column, room, p))
	}
	return b.String()
}

// aligned pads the cell to its column: texts to the left, numbers to the right.
func (c cell) aligned(column, room int, p painter) string {
	text := cut(c.text, room)
	blanks := strings.Repeat(" ", max(0, room-width(text)))
	if column < columnInput {
		return p.paint(c.style, text) + blanks
	}
	return blanks + p.paint(c.style, text)
}
