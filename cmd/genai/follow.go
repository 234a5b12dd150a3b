package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

const (
	pollInterval = 200 * time.Millisecond
	// quietWhenComplete is how long a trace with a root and all parents may
	// still grow: by what other services send at the same moment.
	quietWhenComplete = time.Second
	// quietWhenPartial is longer than the 5 s between two exports of an SDK's
	// batch processor (OTEL_BSP_SCHEDULE_DELAY).
	quietWhenPartial = 8 * time.Second
)

// followed is a file to follow and what to do with what it holds.
type followed struct {
	path     string
	newest   int // traces to show of what the file holds already
	reader   *reader
	renderer renderer
}

// follow prints traces as they become quiet until ctx is done, then what it
// still holds. It waits for a file that does not exist yet.
func follow(ctx context.Context, f followed) error {
	grown := growing{path: f.path}
	defer grown.close()
	if err := grown.read(f.reader.line); err != nil {
		return err
	}
	f.show(newest(groupByTrace(f.take()), f.newest))
	waiting := waitingTraces{}
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			f.show(waiting.all())
			return nil
		case now := <-ticker.C:
			if err := grown.read(f.reader.line); err != nil {
				return err
			}
			waiting.add(f.take(), now)
			f.show(waiting.quiet(now))
		}
	}
}

// take returns the records read since the last call.
func (f followed) take() []record {
	records := f.reader.records
	f.reader.records = nil
	return records
}

func (f followed) show(traces []trace) {
	for _, t := range traces {
		f.renderer.renderTrace(t)
	}
}

// waitingTraces holds the records of traces that may still grow.
type waitingTraces map[pcommon.TraceID]*waitingTrace

type waitingTrace struct {
	records []record
	grew    time.Time
}

func (w waitingTraces) add(records []record, now time.Time) {
	for _, r := range records {
		if w[r.trace] == nil {
			w[r.trace] = &waitingTrace{}
		}
		w[r.trace].records = append(w[r.trace].records, r)
		w[r.trace].grew = now
	}
}

// quiet removes and returns the traces that have not grown for a while, oldest
// first.
func (w waitingTraces) quiet(now time.Time) []trace {
	var records []record
	for id, waiting := range w {
		limit := quietWhenPartial
		if (trace{records: waiting.records}).complete() {
			limit = quietWhenComplete
		}
		if now.Sub(waiting.grew) >= limit {
			records = append(records, waiting.records...)
			delete(w, id)
		}
	}
	return groupByTrace(records)
}

// all removes and returns every trace.
func (w waitingTraces) all() []trace {
	var records []record
	for _, waiting := range w {
		records = append(records, waiting.records...)
	}
	clear(w)
	return groupByTrace(records)
}

// growing is a file that another process appends to.
type growing struct {
	path    string
	file    *os.File
	partial []byte // the beginning of a line whose end is not written yet
}

// read hands every whole line that was appended since the last call to line,
// which must not keep it. A file that became shorter is read from its beginning.
func (g *growing) read(line func([]byte)) error {
	if err := g.open(); err != nil || g.file == nil {
		return err
	}
	appended, err := io.ReadAll(g.file)
	if err != nil {
		return err
	}
	g.partial = append(g.partial, appended...)
	for {
		end := bytes.IndexByte(g.partial, '\n')
		if end < 0 {
			return nil
		}
		line(g.partial[:end])
		g.partial = g.partial[end+1:]
	}
}

// open opens the file when it exists, and again when it became shorter.
func (g *growing) open() error {
	if g.file != nil {
		at, err := g.file.Seek(0, io.SeekCurrent)
		if err != nil {
			return err
		}
		info, err := os.Stat(g.path)
		if err == nil && info.Size() >= at {
			return nil
		}
		g.close()
	}
	file, err := os.Open(g.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	g.file, g.partial = file, nil
	return err
}

func (g *growing) close() {
	if g.file != nil {
		g.file.Close()
		g.file = nil
	}
}
