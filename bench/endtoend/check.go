package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/bench/collector"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// checkAll sends one request through each pipeline and looks at what comes out.
func checkAll(progress io.Writer, o options, folder string, pipelines []pipeline) error {
	generator, err := workload.New(o.settings())
	if err != nil {
		return err
	}
	batch := generator.Next() // what the load generator makes of the same settings
	for _, p := range pipelines {
		out, err := output(o, folder, p)
		if err == nil {
			err = p.wrong(batch, out)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		fmt.Fprintf(progress, "%s: the output is right\n", p.name)
	}
	return nil
}

// output returns what comes out of a pipeline for one request.
func output(o options, folder string, p pipeline) (ptrace.Traces, error) {
	file := filepath.Join(folder, "output.json")
	if err := os.RemoveAll(file); err != nil { // the exporter appends
		return ptrace.Traces{}, err
	}
	running, err := collector.Start(collector.Settings{Binary: p.binary, Folder: folder, Processors: p.processors, Output: file, CPU: -1})
	if err != nil {
		return ptrace.Traces{}, err
	}
	_, err = o.generator().Send(running, o.arguments("-batches", "1", "-spans", strconv.Itoa(workload.DefaultSpans))...)
	if stopped := running.Stop(); err == nil {
		err = stopped
	}
	if err != nil {
		return ptrace.Traces{}, err
	}
	return tracesIn(file)
}

// tracesIn reads what collector's file exporter wrote: a request a line.
func tracesIn(file string) (ptrace.Traces, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return ptrace.Traces{}, err
	}
	all := ptrace.NewTraces()
	var unmarshaler ptrace.JSONUnmarshaler
	for line := range bytes.Lines(content) {
		td, err := unmarshaler.UnmarshalTraces(line)
		if err != nil {
			return ptrace.Traces{}, err
		}
		td.ResourceSpans().MoveAndAppendTo(all.ResourceSpans())
	}
	return all, nil
}

// wrong says what is wrong with an output, without its content.
func (p *pipeline) wrong(batch workload.Batch, out ptrace.Traces) error {
	if got, want := out.SpanCount(), batch.Traces.SpanCount(); got != want {
		return fmt.Errorf("%d spans came out, expected %d", got, want)
	}
	planted := batch.Remaining(batch.Traces)
	switch left := batch.Remaining(out); {
	case p.redacts && left > 0:
		return fmt.Errorf("%d of %d findings are left", left, planted)
	case !p.redacts && left < planted:
		return fmt.Errorf("%d of %d findings are left, expected all", left, planted)
	}
	if p.cost == "" {
		return nil
	}
	if got, want := workload.WithNumber(out, p.cost), batch.Calls; got != want {
		return fmt.Errorf("%d spans have %s, expected %d", got, p.cost, want)
	}
	return nil
}
