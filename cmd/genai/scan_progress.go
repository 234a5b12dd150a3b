package main

import (
	"fmt"
	"io"
	"time"
)

// How often progress is shown: on a terminal it is one line that changes.
const (
	progressOnTerminal = 200 * time.Millisecond
	progressElsewhere  = 10 * time.Second
)

// progress says how far a file is read. The zero progress says nothing.
type progress struct {
	out      io.Writer // nil: nobody is told
	terminal bool
	every    time.Duration
	name     string
	source   *lines
	count    int
	last     time.Time
}

func newProgress(out io.Writer, always bool) progress {
	switch {
	case isTerminal(out):
		return progress{out: out, terminal: true, every: progressOnTerminal}
	case always:
		return progress{out: out, every: progressElsewhere}
	}
	return progress{}
}

func (p *progress) start(name string, source *lines) {
	p.name, p.source, p.count, p.last = name, source, 0, time.Now()
}

// step says where it is if it's time to.
func (p *progress) step(count int) {
	p.count = count
	if p.out == nil || time.Since(p.last) < p.every {
		return
	}
	p.last = time.Now()
	p.show()
}

func (p *progress) show() {
	text := fmt.Sprintf("%s: %s", printable(p.name), plural(p.count, "line"))
	if p.source.size > 0 {
		text += fmt.Sprintf(", %d %%", 100*min(p.source.read, p.source.size)/p.source.size)
	}
	if p.terminal {
		fmt.Fprintf(p.out, "\r\x1b[K%s", cut(text, 79)) // ECMA-48, Erase in Line
		return
	}
	fmt.Fprintln(p.out, text)
}

// clear makes room for another line.
func (p *progress) clear() {
	if p.terminal {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

// finish says that the file is read; on a terminal the report does.
func (p *progress) finish() {
	if p.terminal {
		p.clear()
	} else if p.out != nil {
		p.show()
	}
}
