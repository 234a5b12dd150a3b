package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// fileChange is what became of the entries for the same calls.
type fileChange struct {
	Provider string   `json:"provider"`
	Match    string   `json:"match"`
	Change   string   `json:"change"` // added, removed or changed
	Lines    []string `json:"lines"`
}

// filesDiff is the answer of "genai prices diff OLD NEW".
type filesDiff struct {
	Table   string       `json:"table"`
	Entries []fileChange `json:"entries"`
	Prices  int          `json:"prices_changed"`
}

func diffFiles(oldPath, newPath string, at instant, asJSON bool, out io.Writer) error {
	before, err := tableOfFile(oldPath)
	if err != nil {
		return err
	}
	after, err := tableOfFile(newPath)
	if err != nil {
		return err
	}
	d := filesDiff{Table: tableName(after.Source()), Entries: []fileChange{}}
	olds, news := byCalls(before.Entries(at.time)), byCalls(after.Entries(at.time))
	for _, key := range union(keysOf(olds), keysOf(news)) {
		d.compare(entriesFor(olds, key), entriesFor(news, key))
	}
	if asJSON {
		return writeJSON(out, d)
	}
	printSource(out, after.Source(), "")
	d.print(out)
	return nil
}

// callEntries are the entries of a file for the same models of a provider, which
// differ in when they hold.
type callEntries struct {
	provider, match string
	entries         []costcalc.Listing
}

func (e *callEntries) key() string { return e.provider + "\x00" + e.match }

func byCalls(entries []costcalc.Listing) (list []callEntries) {
	for _, l := range entries {
		e := callEntries{oneOf(l.Provider, "any provider"), l.Match, []costcalc.Listing{l}}
		i := slices.IndexFunc(list, func(other callEntries) bool { return other.key() == e.key() })
		if i < 0 {
			list = append(list, e)
		} else {
			list[i].entries = append(list[i].entries, l)
		}
	}
	return list
}

func keysOf(list []callEntries) (keys []string) {
	for i := range list {
		keys = append(keys, list[i].key())
	}
	return keys
}

func entriesFor(list []callEntries, key string) callEntries {
	for _, e := range list {
		if e.key() == key {
			return e
		}
	}
	return callEntries{}
}

// union returns all texts once, sorted.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// compare adds what became of the entries for the same calls, if anything.
func (d *filesDiff) compare(before, after callEntries) {
	c := fileChange{Provider: oneOf(before.provider, after.provider), Match: oneOf(before.match, after.match), Change: "changed"}
	switch {
	case len(before.entries) == 0:
		c.Change = "added"
		for i := range after.entries {
			c.Lines = append(c.Lines, labelOf(&after.entries[i])+": "+terms(&after.entries[i]))
		}
	case len(after.entries) == 0:
		c.Change, c.Lines = "removed", []string{}
	default:
		c.Lines = d.lines(before.entries, after.entries)
	}
	if c.Change == "changed" && len(c.Lines) == 0 {
		return
	}
	d.Entries = append(d.Entries, c)
}

// lines compare entries by when they hold. Prices of a new date are compared
// with those that held before it.
func (d *filesDiff) lines(before, after []costcalc.Listing) (lines []string) {
	for i := range after {
		label := labelOf(&after[i])
		old := withLabel(before, label)
		if old == nil {
			old = earlier(after, &after[i])
		}
		if old == nil {
			d.Prices++
			lines = append(lines, "+ "+label+": "+terms(&after[i]))
			continue
		}
		lines = append(lines, d.change(label, old, &after[i])...)
	}
	for i := range before {
		if label := labelOf(&before[i]); withLabel(after, label) == nil {
			d.Prices++
			lines = append(lines, "- "+label)
		}
	}
	return lines
}

// change compares two entries.
func (d *filesDiff) change(label string, before, after *costcalc.Listing) (lines []string) {
	if labelOf(before) == label && !before.To.Equal(after.To) {
		lines = append(lines, label+": ends "+oneOf(day(before.To), "never")+" -> "+oneOf(day(after.To), "never"))
	}
	for _, f := range [...]struct{ name, before, after string }{
		{"name", before.Entry, after.Entry}, {"currency", before.Currency, after.Currency}, {"same as", before.Borrowed, after.Borrowed},
	} {
		if f.before != f.after {
			lines = append(lines, label+": "+f.name+" "+oneOf(f.before, "none")+" -> "+oneOf(f.after, "none"))
		}
	}
	for _, c := range changesOf(sheetOf(before, "", before.From), sheetOf(after, "", after.From)) {
		d.Prices++
		lines = append(lines, label+": "+c.words(before.Currency == after.Currency))
	}
	return lines
}

// labelOf says from when and for which calls an entry is.
func labelOf(l *costcalc.Listing) string {
	return oneOf(strings.TrimSpace(l.When+" "+span(l.From, costcalc.Listing{}.To)), "always")
}

func withLabel(entries []costcalc.Listing, label string) *costcalc.Listing {
	for i := range entries {
		if labelOf(&entries[i]) == label {
			return &entries[i]
		}
	}
	return nil
}

// earlier returns the entry for the same calls that held last before l began.
func earlier(entries []costcalc.Listing, l *costcalc.Listing) (found *costcalc.Listing) {
	for i := range entries {
		e := &entries[i]
		if e.When == l.When && e.From.Before(l.From) && (found == nil || found.From.Before(e.From)) {
			found = e
		}
	}
	return found
}

// terms are an entry's prices, and whose they are.
func terms(l *costcalc.Listing) string {
	s := sheetOf(l, "", l.From)
	text := s.summary()
	if l.Borrowed != "" {
		text += " (same as " + l.Borrowed + ")"
	}
	if l.Currency != costcalc.USD {
		text += ", in " + l.Currency
	}
	return text
}

func (d *filesDiff) print(out io.Writer) {
	count := map[string]int{}
	sign := map[string]string{"added": "+", "removed": "-", "changed": "*"}
	provider := ""
	for _, c := range d.Entries {
		if c.Provider != provider {
			fmt.Fprintf(out, "\n%s\n", printable(c.Provider))
			provider = c.Provider
		}
		count[c.Change]++
		fmt.Fprintf(out, "  %s %s\n", sign[c.Change], printable(c.Match))
		for _, line := range c.Lines {
			fmt.Fprintf(out, "      %s\n", printable(line))
		}
	}
	fmt.Fprintf(out, "\nEntries added: %d, removed: %d, changed: %d. Prices changed: %d.\n", count["added"], count["removed"], count["changed"], d.Prices)
}
