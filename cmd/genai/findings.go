package main

import (
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// findings counts what the processor redacted, by entity ("EMAIL": 2).
type findings map[string]int

func (f findings) total() int {
	sum := 0
	for _, n := range f {
		sum += n
	}
	return sum
}

const (
	// unnamedFinding stands for findings that left no typed placeholder, for
	// example because the user configured another placeholder.
	unnamedFinding = "FINDING"
	maxValueDepth  = 64
	maxEntityBytes = 32
)

// readFindings tells what was redacted in an item. The processor's own summary
// by entity holds where it was written; else, where it counted any findings,
// count visits the item's texts and the placeholders in them are counted. An
// item without findings is not searched: its <TAGS> are its own.
func readFindings(attributes pcommon.Map, count func(*placeholderCounter)) findings {
	if summary := textOf(attributes, attrFindings); summary != "" {
		return parseSummary(summary)
	}
	v, ok := attributes.Get(attrFindingCount)
	if !ok || number(v) <= 0 {
		return nil
	}
	counter := placeholderCounter{findings{}}
	count(&counter)
	if len(counter.found) == 0 {
		counter.found[unnamedFinding] = int(number(v))
	}
	return counter.found
}

// parseSummary reads "EMAIL=2,CREDIT_CARD=1" and leaves out what it can't read.
func parseSummary(summary string) findings {
	found := findings{}
	for pair := range strings.SplitSeq(summary, ",") {
		entity, count, _ := strings.Cut(pair, "=")
		if n, err := strconv.Atoi(count); err == nil && n > 0 {
			found[strings.TrimSpace(entity)] += n
		}
	}
	return found
}

// placeholderCounter counts typed placeholders such as <EMAIL>.
type placeholderCounter struct {
	found findings
}

func (c *placeholderCounter) span(span ptrace.Span) {
	c.text(span.Name())
	c.text(span.Status().Message())
	c.attributes(span.Attributes())
	for _, event := range span.Events().All() {
		c.text(event.Name())
		c.attributes(event.Attributes())
	}
	for _, link := range span.Links().All() {
		c.attributes(link.Attributes())
	}
}

func (c *placeholderCounter) log(entry plog.LogRecord) {
	c.attributes(entry.Attributes())
	c.value(entry.Body(), 0)
}

func (c *placeholderCounter) attributes(m pcommon.Map) {
	for key, v := range m.All() {
		c.text(key)
		c.value(v, 0)
	}
}

func (c *placeholderCounter) value(v pcommon.Value, depth int) {
	if depth > maxValueDepth {
		return
	}
	switch v.Type() {
	case pcommon.ValueTypeStr:
		c.text(v.Str())
	case pcommon.ValueTypeMap:
		for key, inner := range v.Map().All() {
			c.text(key)
			c.value(inner, depth+1)
		}
	case pcommon.ValueTypeSlice:
		for _, inner := range v.Slice().All() {
			c.value(inner, depth+1)
		}
	}
}

// text counts the placeholders of one text. A name that the text also closes
// (</DOCUMENT>) is markup of a prompt and no placeholder.
func (c *placeholderCounter) text(text string) {
	for rest := text; ; {
		open := strings.IndexByte(rest, '<')
		if open < 0 {
			return
		}
		rest = rest[open+1:]
		n := entityLength(rest)
		if n == 0 || n >= len(rest) || rest[n] != '>' {
			continue
		}
		if entity := rest[:n]; !strings.Contains(text, "</"+entity+">") {
			c.found[entity]++
		}
	}
}

// entityLength is the length of the entity name that text starts with: a
// capital letter, then capital letters, digits and underscores; 0 if none.
func entityLength(text string) int {
	n := 0
	for n < len(text) && n < maxEntityBytes && isEntityByte(text[n], n) {
		n++
	}
	return n
}

func isEntityByte(b byte, position int) bool {
	if b >= 'A' && b <= 'Z' {
		return true
	}
	return position > 0 && (b == '_' || (b >= '0' && b <= '9'))
}
