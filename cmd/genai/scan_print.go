package main

import (
	"fmt"
	"io"
	"strings"
)

// print writes the report for people.
func (r *scanReport) print(out io.Writer) {
	r.printRead(out)
	r.printFindings(out)
	r.printIdentity(out)
	r.printUnrecognised(out)
	r.printSkipped(out)
	r.printChange(out)
}

// columns is a table whose last columns are numbers.
func columns(numbers int, heads ...string) *grid {
	g := &grid{indent: "  ", right: map[int]bool{}}
	for i := range numbers {
		g.right[len(heads)-1-i] = true
	}
	g.add(heads...)
	return g
}

func count(n int) string { return thousands(int64(n)) }

// orNone is for names that may be empty.
func orNone(name string) string {
	if name == "" {
		return "-"
	}
	return printable(name)
}

func section(out io.Writer, title string, g *grid, more int) {
	fmt.Fprintf(out, "\n%s\n", title)
	g.print(out)
	if more > 0 {
		fmt.Fprintf(out, "  (more)  %s\n", count(more))
	}
}

func (r *scanReport) printRead(out io.Writer) {
	files, lines := 0, 0
	for _, f := range r.Files {
		if lines += f.Lines; f.Lines > 0 || f.Error == "" {
			files++
		}
	}
	g := grid{}
	g.add("read:", plural(files, "file")+", "+plural(lines, "line"))
	g.add("spans:", r.Spans.words())
	g.add("log records:", r.LogRecords.words())
	policy := fmt.Sprintf("packs %s, scope %s, identity %s", strings.Join(r.Policy.Packs, ","), r.Policy.Scope, r.Policy.Identity)
	if n := r.Policy.Policies; n > 0 {
		policy += fmt.Sprintf(", policies %d (where none matches, the strictest of all holds)", n)
	}
	if r.Policy.Configuration != "" {
		policy += ", by " + r.Policy.Configuration
	}
	g.add("policy:", printable(policy))
	g.print(out)
	if len(r.Dialects) == 0 {
		return
	}
	dialects := columns(2, "DIALECT", "SPANS", "LOG RECORDS")
	for _, row := range r.Dialects {
		dialects.add(orNone(row.Dialect), count(row.Spans), count(row.LogRecords))
	}
	section(out, "GenAI by dialect", dialects, 0)
}

func (c itemCounts) words() string {
	return fmt.Sprintf("%s, of which in scope %s: GenAI %s, with content that no dialect knows %s",
		count(c.Read), count(c.LookedAt), count(c.GenAI), count(c.Unrecognised))
}

func (r *scanReport) printFindings(out io.Writer) {
	if r.Spans.Read+r.LogRecords.Read == 0 {
		fmt.Fprintln(out, "\nNothing was read.")
		return
	}
	if r.Findings.Total == 0 {
		fmt.Fprintln(out, "\nNothing was found.")
		return
	}
	entities := columns(1, "ENTITY", "ACTION", "COUNT")
	for _, row := range r.Findings.ByEntity {
		entities.add(printable(row.Entity), row.Action, count(row.Count))
	}
	section(out, fmt.Sprintf("Findings by entity: %s", count(r.Findings.Total)), entities, 0)
	places := columns(1, "ENTITY", "PLACE", "SERVICE", "DIALECT", "COUNT")
	for _, row := range r.Findings.Places {
		places.add(printable(row.Entity), printable(row.Place), orNone(row.Service), orNone(row.Dialect), count(row.Count))
	}
	section(out, "Findings by place", places, r.Findings.More)
}

func (r *scanReport) printIdentity(out io.Writer) {
	if len(r.Identity) == 0 {
		return
	}
	g := columns(1, "PLACE", "ACTION", "COUNT")
	for _, row := range r.Identity {
		g.add(printable(row.Place), row.Action, count(row.Count))
	}
	section(out, "Who spans are for", g, 0)
}

func (r *scanReport) printUnrecognised(out io.Writer) {
	if len(r.Unrecognised.Places) == 0 {
		return
	}
	g := columns(1, "CONTENT IN", "SERVICE", "COUNT")
	for _, row := range r.Unrecognised.Places {
		g.add(printable(row.Place), orNone(row.Service), count(row.Count))
	}
	section(out, "Content that no dialect knows, redacted all the same", g, r.Unrecognised.More)
}

func (r *scanReport) printSkipped(out io.Writer) {
	if len(r.Skipped) > 0 {
		g := columns(1, "REASON", "BYTES")
		for _, row := range r.Skipped {
			g.add(row.Reason, count(row.Bytes))
		}
		section(out, "Passed on without being looked at", g, 0)
	}
	if len(r.BeyondLimits) > 0 {
		g := columns(1, "LIMIT", "VALUES")
		for _, row := range r.BeyondLimits {
			g.add(row.Reason, count(row.Values))
		}
		section(out, "Beyond limits, to be replaced whole", g, 0)
	}
}

func (r *scanReport) printChange(out io.Writer) {
	w := r.WouldChange
	g := &grid{indent: "  ", right: map[int]bool{1: true}}
	row := func(name string, n, of int) {
		switch {
		case n > 0 && of > 0:
			g.add(name, count(n), "of "+count(of))
		case n > 0:
			g.add(name, count(n))
		}
	}
	row("spans", w.Spans, r.Spans.Read)
	row("log records", w.LogRecords, r.LogRecords.Read)
	row("resources", w.Resources, 0)
	row("scopes", w.Scopes, 0)
	row("attributes changed", w.AttributesChanged, 0)
	row("attributes removed", w.AttributesRemoved, 0)
	for _, a := range w.ByAction {
		row("findings: "+a.Action, a.Count, 0)
	}
	for _, c := range w.ByContent {
		row("content: "+c.Kind+" "+c.Action, c.Count, 0)
	}
	row("values replaced whole", w.ReplacedWhole, 0)
	row("values that become strings", w.Retyped, 0)
	row("identity values", w.Identity, 0)
	if len(g.lines) == 0 {
		fmt.Fprintln(out, "\nEnforcing this policy would change nothing.")
		return
	}
	section(out, "Enforcing this policy would change", g, 0)
}
