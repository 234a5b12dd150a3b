package main

import (
	"cmp"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// report is what is printed: when and where it was measured, what the columns are, what is unfair, and last the table.
func report(o options, markdown bool, rows []row) string {
	var b strings.Builder
	end, mark := "\n", ""
	if markdown {
		end, mark = "\n\n", "- "
	}
	line := func(format string, a ...any) { fmt.Fprintf(&b, format+end, a...) }
	line("%s, on %s, %d cores, %s/%s, %s, go-re2 %s.", time.Now().Format(time.DateOnly), processorName(), runtime.NumCPU(),
		runtime.GOOS, runtime.GOARCH, runtime.Version(), versionOf("github.com/wasilibs/go-re2"))
	line("Batches of %d spans, %d rounds, in %d of which those with Go's regexp ran; one core but for the rows of two.",
		o.spans, o.rounds, o.slowRounds)
	line("x: time in relation to what stands before it, of the same fresh batch in the same round: median over the rounds, and quartiles.")
	line("least: least time in relation to least time. MB/s: of content, by the median time, of texts by the least. Time: %s.", clockName)
	line("What is left out, and what is unfair:")
	for _, n := range notes {
		fmt.Fprintln(&b, mark+n)
	}
	write := writeText
	if markdown {
		write = writeMarkdown
	} else {
		fmt.Fprintln(&b)
	}
	if err := write(&b, rows); err != nil {
		panic(err) // a builder takes everything
	}
	return b.String()
}

// Where a page has the result.
const (
	beginOfResult = "<!-- begin of what make bench measured -->\n"
	endOfResult   = "<!-- end of what make bench measured -->\n"
)

// replaceIn puts text in place of what stands between two marks of a page, each a line.
func replaceIn(path, begin, end, text string) error {
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, began := strings.Cut(string(page), begin)
	_, after, ended := strings.Cut(rest, end)
	if !began || !ended {
		return fmt.Errorf("-into: %s: expected the lines %q and %q, found not both", path, strings.TrimSpace(begin), strings.TrimSpace(end))
	}
	return os.WriteFile(path, []byte(before+begin+"\n"+text+"\n"+end+after), 0o644)
}

// processorName is what the machine says of its processor.
func processorName() string {
	info, _ := os.ReadFile("/proc/cpuinfo") // Linux only
	for line := range strings.Lines(string(info)) {
		if name, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "a processor without a name"
}

func versionOf(module string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		if i := slices.IndexFunc(info.Deps, func(d *debug.Module) bool { return d.Path == module }); i >= 0 {
			return cmp.Or(info.Deps[i].Version, "of unknown version")
		}
	}
	return "of unknown version"
}
