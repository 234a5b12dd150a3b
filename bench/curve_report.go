package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Where a page has the curves.
const (
	beginOfCurves = "<!-- begin of what make bench-curves measured -->\n"
	endOfCurves   = "<!-- end of what make bench-curves measured -->\n"
)

// runCurves measures all curves, writes their pictures and puts the tables into the page, if there is one, or prints them.
func runCurves(out, progress io.Writer, o options) error {
	all, err := measureCurves(progress, curves(), o.rounds)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.curves, 0o755); err != nil {
		return err
	}
	for i := range all {
		svg, err := all[i].svg()
		if err != nil {
			return fmt.Errorf("%s: %w", all[i].title, err)
		}
		if err := os.WriteFile(filepath.Join(o.curves, all[i].file()), []byte(svg), 0o644); err != nil {
			return err
		}
	}
	text := curveReport(all, o)
	if o.into != "" {
		if err := replaceIn(o.into, beginOfCurves, endOfCurves, text); err != nil {
			return err
		}
	}
	_, err = io.WriteString(out, text)
	return err
}

func (m *measured) file() string { return "performance-" + m.name + ".svg" }

// curveReport is Markdown: when and where, one table that says how each line grows, then each curve with its picture and its numbers.
func curveReport(all []measured, o options) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, on %s, %d cores, %s/%s, %s. One core, %d rounds, medians; time: %s.\n\n", time.Now().Format(time.DateOnly),
		processorName(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), o.rounds, clockName)
	b.WriteString("| quantity | line | from | to | × | grows |\n|---|---|---|---|---|---|\n")
	for i := range all {
		m := &all[i]
		for l, line := range m.lines {
			y := m.medians(l)
			last := len(y) - 1
			fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s | %s → %s | %s |\n", m.quantity, anchor(m.title), line, m.label(0), m.label(last),
				number(y[0]), number(y[last]), m.growth(l))
		}
	}
	for i := range all {
		all[i].write(&b)
	}
	return b.String()
}

// anchor is what a heading is called in a link.
func anchor(title string) string {
	return strings.NewReplacer(" ", "-", ",", "", "'", "").Replace(strings.ToLower(title))
}

// label is how x of a point is written.
func (m *measured) label(i int) string {
	x := m.x[i]
	if m.kb {
		x /= 1024
	}
	return fmt.Sprintf("%.0f", x)
}

// write writes a curve: what was measured, its picture, and medians with quartiles.
func (m *measured) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n### %s\n\n%s\n\n", m.title, m.reads)
	fmt.Fprintf(b, "![%s: time in relation to the %s, by %s](images/%s)\n\n", m.title, m.over, m.quantity, m.file())
	fmt.Fprintf(b, "| %s |", m.quantity)
	for i := range m.x {
		fmt.Fprintf(b, " %s |", m.label(i))
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(m.x)) + "\n")
	for l, line := range m.lines {
		fmt.Fprintf(b, "| %s, × %s |", line, m.over)
		for i := range m.x {
			r := m.ratios[i][l]
			fmt.Fprintf(b, " %s (%s – %s) |", number(r.median()), number(r.at(0.25)), number(r.at(0.75)))
		}
		b.WriteString("\n")
	}
}
