// Command bench measures what the processor costs, beside what users have today, all in one run: as multiples of what a collector does
// with the same spans in any case, which is to read them from the wire and to write them. It checks that what comes out is redacted and
// priced, and fails where it isn't. It never fails for being slow: a time is no test. The table that it ends with has the targets beside.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
)

// options are those of the command line.
type options struct {
	rounds, slowRounds, spans int
	quick, markdown           bool
	into, curves              string
}

func main() {
	var o options
	flag.IntVar(&o.rounds, "rounds", 40, "how often every subject runs on each kind of spans and of texts")
	flag.IntVar(&o.slowRounds, "slow-rounds", 5, "in how many of them those with Go's regexp run")
	flag.IntVar(&o.spans, "spans", 512, "spans of a batch")
	flag.BoolVar(&o.quick, "quick", false, "measure those with Go's regexp on the mix and on HTTP spans only")
	flag.BoolVar(&o.markdown, "markdown", false, "print Markdown")
	flag.StringVar(&o.into, "into", "", "a Markdown page in which the result replaces the one before, too")
	flag.StringVar(&o.curves, "curves", "", "measure how cost grows instead, and write the pictures into this folder")
	flag.Parse()
	if err := run(os.Stdout, os.Stderr, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (o options) validate() error {
	switch {
	case o.rounds < 1:
		return fmt.Errorf("-rounds: expected a positive number, found %d", o.rounds)
	case o.slowRounds < 1 || o.slowRounds > o.rounds:
		return fmt.Errorf("-slow-rounds: expected a number from 1 to that of -rounds, found %d", o.slowRounds)
	case o.spans < 20:
		return fmt.Errorf("-spans: expected 20 or more, so that every kind is there, found %d", o.spans)
	}
	return nil
}

func run(out, progress io.Writer, o options) error {
	if err := o.validate(); err != nil {
		return err
	}
	runtime.GOMAXPROCS(1)
	if o.curves != "" {
		return runCurves(out, progress, o)
	}
	rows, err := measureAll(progress, o)
	if err != nil {
		return err
	}
	if o.into != "" {
		if err := replaceIn(o.into, beginOfResult, endOfResult, report(o, true, rows)); err != nil {
			return err
		}
	}
	_, err = io.WriteString(out, report(o, o.markdown, rows))
	return err
}

// measureAll measures spans, then bare texts, then texts of one kind, then two cores.
func measureAll(progress io.Writer, o options) ([]row, error) {
	subjects, err := spanSubjects()
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, set := range spanSets(o.spans, o.quick) {
		fmt.Fprintf(progress, "measuring: %s\n", set.name)
		r, err := measureSpans(set, subjects, o.rounds, o.slowRounds)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r.rows(subjects)...)
	}
	fmt.Fprintln(progress, "every output was checked: redacted and priced as expected")
	scanners, err := scanners()
	if err != nil {
		return nil, err
	}
	for _, set := range textSets() {
		fmt.Fprintf(progress, "measuring: %s\n", set.name)
		rows = append(rows, scanRows(&set, scanners, measureScan(scanners, set.texts, o.rounds))...)
	}
	for _, set := range kindSets() {
		fmt.Fprintf(progress, "measuring: %s\n", set.name)
		rows = append(rows, kindRows(&set, scanners, measureScan(scanners, set.texts, o.rounds))...)
	}
	if runtime.NumCPU() < 2 {
		return rows, nil
	}
	fmt.Fprintln(progress, "measuring: two cores")
	cores, err := measureCores(o.spans, max(o.rounds/4, 1))
	if err != nil {
		return nil, err
	}
	return append(rows, coreRows(cores)...), nil
}
