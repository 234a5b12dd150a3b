package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/otel-genai/genaiprocessor/processor"
)

// errFindings makes the exit code exitFindings.
var errFindings = errors.New("something was found that redaction would touch")

// scan reports what redaction would find in files that the collector's file
// exporter wrote (one OTLP/JSON request a line), without any of what they say.
// It changes nothing. What can't be read is reported and passed over; it makes
// the exit code 1.
func scan(ctx context.Context, args []string, std stdio) error {
	flags := newFlags("scan", "[-config FILE] [-packs LIST] [-scope all] [-json] FILE...", std.err)
	var policy scanPolicy
	policy.register(flags)
	asJSON := flags.Bool("json", false, "write JSON")
	showProgress := flags.Bool("progress", false, "say how far it is, even where the errors go to no terminal")
	failOnFindings := flags.Bool("fail-on-findings", false, "exit code 3 where there is something that redaction would touch")
	files, err := parseAround(flags, args)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return wrongUsage(flags, "expected at least one FILE (- is the standard input)")
	}
	if err := policy.check(); err != nil {
		return wrongUsage(flags, err.Error())
	}
	cfg, err := policy.read(std.err)
	if err != nil {
		return err
	}
	found := newScanned()
	observed, err := cfg.Observe(found)
	if err != nil {
		return fmt.Errorf("%s: %w", policy.name(), err)
	}
	s := scanner{
		processor: observed, found: found, std: std,
		progress: newProgress(std.err, *showProgress),
	}
	for _, path := range files {
		s.file(ctx, path)
	}
	r := found.report()
	r.Policy = policy.of(cfg)
	r.Files = s.files
	if err := r.write(std.out, *asJSON); err != nil {
		return err
	}
	if err := r.verdict(ctx); err != nil {
		return err
	}
	if *failOnFindings && r.touches() {
		return errFindings
	}
	return nil
}

func (r *scanReport) write(out io.Writer, asJSON bool) error {
	if asJSON {
		return writeJSON(out, r)
	}
	r.print(out)
	return nil
}

// verdict tells what could not be read.
func (r *scanReport) verdict(ctx context.Context) error {
	files, lines := 0, 0
	for _, f := range r.Files {
		lines += f.BadLines
		if f.Error != "" {
			files++
		}
	}
	switch {
	case ctx.Err() != nil:
		return errors.New("interrupted: the report is of what was read before")
	case files > 0 && lines > 0:
		return fmt.Errorf("%s and %s could not be read", plural(files, "file"), plural(lines, "line"))
	case files > 0:
		return fmt.Errorf("%s could not be read", plural(files, "file"))
	case lines > 0:
		return fmt.Errorf("%s could not be read", plural(lines, "line"))
	case r.Spans.Read+r.LogRecords.Read == 0:
		return errors.New("found no spans or log records")
	}
	return nil
}

// scanner takes files through the processor.
type scanner struct {
	processor *processor.Processor
	found     *scanned
	std       stdio
	progress  progress
	files     []scannedFile
}

// scannedFile is what was read of one file.
type scannedFile struct {
	Name     string `json:"name"`
	Lines    int    `json:"lines"`
	BadLines int    `json:"bad_lines"`
	// Bad are the numbers of the first of these, from 1.
	Bad []int `json:"first_bad_lines"`
	// Error is why the file could not be read to its end.
	Error string `json:"error,omitempty"`
}

// maxBadLines is how many lines of a file are reported by number.
const maxBadLines = 10

// file scans one file, or the standard input where the path is "-".
func (s *scanner) file(ctx context.Context, path string) {
	f := scannedFile{Name: path, Bad: []int{}}
	if err := s.lines(ctx, &f); err != nil && ctx.Err() == nil {
		f.Error = withoutPath(err).Error()
		fmt.Fprintf(s.std.err, "%s: %s\n", path, f.Error)
	}
	if more := f.BadLines - len(f.Bad); more > 0 {
		fmt.Fprintf(s.std.err, "%s: %s more could not be read\n", path, plural(more, "line"))
	}
	s.files = append(s.files, f)
}

func (s *scanner) lines(ctx context.Context, f *scannedFile) error {
	source, err := openLines(f.Name, s.std.in)
	if err != nil {
		return err
	}
	defer source.close()
	s.progress.start(f.Name, source)
	defer s.progress.finish()
	for ctx.Err() == nil {
		line, err := source.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil || errors.Is(err, errLongLine) {
			f.Lines++
		} else {
			return err
		}
		if err == nil {
			err = s.line(ctx, line)
		}
		if err != nil {
			s.bad(f, err)
		}
		s.progress.step(f.Lines)
	}
	return ctx.Err()
}

// bad notes that the last line could not be read.
func (s *scanner) bad(f *scannedFile, err error) {
	f.BadLines++
	if len(f.Bad) < maxBadLines {
		f.Bad = append(f.Bad, f.Lines)
		s.progress.clear()
		fmt.Fprintf(s.std.err, "%s: line %d: %v\n", f.Name, f.Lines, err)
	}
}

// line scans one line. An empty one is no error.
func (s *scanner) line(ctx context.Context, line []byte) error {
	if len(line) == 0 {
		return nil
	}
	p, err := decode(line)
	if err != nil {
		return err
	}
	if p.signal == signalTraces {
		s.found.spans.Read += p.items()
		_, err = s.processor.Traces(ctx, p.traces)
	} else {
		s.found.records.Read += p.items()
		_, err = s.processor.Logs(ctx, p.logs)
	}
	return err
}
