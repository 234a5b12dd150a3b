package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// renderer prints traces as trees, lineWidth columns wide.
type renderer struct {
	out     io.Writer
	painter painter
}

// renderTrace prints one trace: a title, the tree and its totals.
func (w renderer) renderTrace(t trace) {
	var lines table
	lines.add(headings())
	service := ""
	for _, n := range t.walk() {
		if n.parent != nil {
			service = n.parent.record.service
		}
		addNode(&lines, n, service)
		service = n.record.service
	}
	sum := sumUp(t)
	addTotals(&lines, sum)
	w.title(t, sum.services)
	lines.print(w.out, w.painter)
	fmt.Fprintln(w.out)
}

func (w renderer) title(t trace, services int) {
	start, lasted := t.interval()
	id := "trace " + t.id.String()
	if t.id.IsEmpty() {
		id = "without a trace id"
	}
	when := start.UTC().Format("2006-01-02 15:04:05") + " UTC"
	fmt.Fprintf(w.out, "%s  %s  %s  %s\n\n",
		w.painter.paint(bold, id), when, lasted.Round(time.Millisecond), plural(services, "service"))
}

func headings() line {
	var l line
	for column, text := range [columnCount]string{"KIND", "SPAN", "MODEL", "IN", "OUT", "CACHED", "COST"} {
		l.cells[column] = cell{text, dim}
	}
	return l
}

// addNode adds the line of a record, below its service where that is not the
// one around it, and above what else there is to say of it.
func addNode(lines *table, n *node, around string) {
	r := n.record
	if r.service != around {
		lines.add(noteLine(n.guideAbove(), cell{"▸ " + r.service, bold}))
	}
	lines.add(recordLine(n))
	below := n.guideBelow()
	if r.failed {
		lines.add(noteLine(below, cell{strings.TrimRight("error  "+r.failure, " "), red}))
	}
	if r.unpriced != "" {
		lines.add(noteLine(below, cell{"not priced  " + r.unpriced, yellow}))
	}
	if r.usage.cacheWrite > 0 && !r.countsElsewhere() {
		lines.add(noteLine(below, cell{"cache write  " + thousands(r.usage.cacheWrite), dim}))
	}
	if len(r.findings) > 0 {
		lines.add(noteLine(below, cell{"redacted  " + strings.Join(r.findings.words(), " "), cyan}))
	}
}

func recordLine(n *node) line {
	r := n.record
	text, counts := plain, plain
	if !r.genAI {
		text, counts = dim, dim
	}
	if r.countsElsewhere() {
		counts = dim
	}
	l := line{guide: n.guide()}
	l.cells[columnKind] = cell{r.kind, kindStyle(r)}
	l.cells[columnSpan] = cell{r.title(), text}
	l.cells[columnModel] = cell{r.model, text}
	l.cells[columnInput] = cell{r.tokens(r.usage.input), counts}
	l.cells[columnOutput] = cell{r.tokens(r.usage.output), counts}
	l.cells[columnCached] = cell{r.tokens(r.usage.cacheRead), counts}
	l.cells[columnCost] = cell{r.cost.String(), green}
	return l
}

// title is the record's name; a GenAI log record says that it is one.
func (r record) title() string {
	if r.isLog && r.genAI {
		return "log " + r.name
	}
	return r.name
}

func noteLine(guide string, text cell) line {
	l := line{guide: guide, note: true}
	l.cells[columnSpan] = text
	return l
}

// addTotals adds what the trace comes to.
func addTotals(lines *table, sum totals) {
	lines.add(line{rule: true})
	costs := sum.costs()
	for i, text := range append(costs, "")[:max(1, len(costs))] {
		var l line
		l.cells[columnCost] = cell{text, green}
		if i == 0 {
			l.cells[columnKind] = cell{"total", bold}
			l.cells[columnSpan] = cell{sum.size(), plain}
			l.cells[columnModel] = cell{sum.pricedCalls(), plain}
			l.cells[columnInput] = cell{sum.tokens(sum.inputTokens), plain}
			l.cells[columnOutput] = cell{sum.tokens(sum.outputTokens), plain}
			l.cells[columnCached] = cell{sum.tokens(sum.cacheReadTokens), plain}
		}
		lines.add(l)
	}
	addList(lines, cell{"redacted", cyan}, sum.findings)
	addList(lines, cell{"not priced", yellow}, sum.unpriced)
	if sum.repeated {
		lines.add(noteLine("", cell{"(n) tokens that other spans report already: not in the total", dim}))
	}
}

// addList adds counts by name under a label, on as many lines as they need.
func addList(lines *table, label cell, counts findings) {
	const room = lineWidth - 14
	for _, text := range wrap(counts.words(), room) {
		l := noteLine("", cell{text, plain})
		l.cells[columnKind] = label
		lines.add(l)
		label = cell{}
	}
}

// wrap joins words into lines of at most room columns.
func wrap(words []string, room int) []string {
	var lines []string
	for _, word := range words {
		last := len(lines) - 1
		if last >= 0 && width(lines[last])+len(" ")+width(word) <= room {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}
