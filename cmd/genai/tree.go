package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

// allTraces as the value of -traces shows what the file holds whole.
const allTraces = -1

// tree prints the traces of a file that the collector's file exporter wrote
// (one OTLP/JSON request a line), oldest first. A line that can't be read is
// reported and passed over; it makes the exit code 1.
func tree(ctx context.Context, args []string, std stdio) error {
	flags := newFlags("tree", "[-follow] [-traces N] FILE", std.err)
	following := flags.Bool("follow", false, "go on with what the collector writes, until interrupted")
	count := flags.Int("traces", allTraces, "show only the newest `N` traces of what the file holds; -1: all")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return wrongUsage(flags, fmt.Sprintf("expected one FILE, found %d (- is the standard input)", flags.NArg()))
	}
	if *count < allTraces {
		return wrongUsage(flags, fmt.Sprintf("-traces: expected -1 or more, found %d", *count))
	}
	path := flags.Arg(0)
	r := reader{name: path, errOut: std.err}
	w := renderer{std.out, newPainter(std.out)}
	if *following {
		if path == "-" {
			return wrongUsage(flags, "-follow: expected a file, found the standard input")
		}
		return follow(ctx, followed{path: path, newest: *count, reader: &r, renderer: w})
	}
	if err := r.readAll(path, std.in); err != nil {
		return err
	}
	for _, t := range newest(groupByTrace(r.records), *count) {
		w.renderTrace(t)
	}
	return r.verdict()
}

// newest keeps the last n of traces that are sorted by age.
func newest(traces []trace, n int) []trace {
	if n == allTraces || n >= len(traces) {
		return traces
	}
	return traces[len(traces)-n:]
}

// reader collects the records of lines.
type reader struct {
	name    string
	errOut  io.Writer
	records []record
	lines   int // read so far
	bad     int // of these, could not be read
	items   int // spans and log records, GenAI or not
}

// readAll reads a whole file, or stdin where the path is "-".
func (r *reader) readAll(path string, stdin io.Reader) error {
	source := stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		source = file
	}
	lines := bufio.NewReader(source)
	for {
		line, err := lines.ReadBytes('\n')
		r.line(line)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// line reads one line. An empty one is no error.
func (r *reader) line(line []byte) {
	r.lines++
	line = bytes.TrimSpace(line)
	if len(line) == 0 {
		return
	}
	p, err := decode(line)
	if err != nil {
		r.bad++
		fmt.Fprintf(r.errOut, "%s: line %d: %v\n", r.name, r.lines, err)
		return
	}
	r.items += p.items()
	if p.signal == signalTraces {
		r.records = append(r.records, spanRecords(p.traces)...)
	} else {
		r.records = append(r.records, logRecords(p.logs)...)
	}
}

// verdict tells what was wrong with the lines read.
func (r *reader) verdict() error {
	switch {
	case r.bad > 0:
		return fmt.Errorf("%s: %s could not be read", r.name, plural(r.bad, "line"))
	case r.items == 0:
		return fmt.Errorf("%s: holds no spans or log records", r.name)
	default:
		return nil
	}
}
