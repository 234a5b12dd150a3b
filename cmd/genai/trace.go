package main

import (
	"cmp"
	"slices"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// trace is the records that share a trace id.
type trace struct {
	id      pcommon.TraceID
	records []record
}

// groupByTrace puts the records of each trace together, oldest trace first. A
// span that was sent twice counts once, as it came last.
func groupByTrace(records []record) []trace {
	byID := map[pcommon.TraceID][]record{}
	for _, r := range records {
		byID[r.trace] = append(byID[r.trace], r)
	}
	traces := make([]trace, 0, len(byID))
	for id, members := range byID {
		members = withoutResent(members)
		slices.SortStableFunc(members, byStart)
		traces = append(traces, trace{id, members})
	}
	slices.SortFunc(traces, func(a, b trace) int {
		return cmp.Or(a.records[0].start.Compare(b.records[0].start), cmp.Compare(a.id.String(), b.id.String()))
	})
	return traces
}

// byStart orders by start time; spans before log records of the same instant.
func byStart(a, b record) int {
	return cmp.Or(a.start.Compare(b.start), compareBool(a.isLog, b.isLog), cmp.Compare(a.span.String(), b.span.String()))
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}

// identity is what a record that is sent twice has in common with itself.
type identity struct {
	span, parent  pcommon.SpanID
	service, name string
	start         time.Time
}

func withoutResent(records []record) []record {
	seen := make(map[identity]int, len(records))
	var kept []record
	for _, r := range records {
		id := identity{r.span, r.parent, r.service, r.name, r.start}
		if at, again := seen[id]; again {
			kept[at] = r
			continue
		}
		seen[id] = len(kept)
		kept = append(kept, r)
	}
	return kept
}

// interval returns when the trace began and how long it lasted.
func (t trace) interval() (start time.Time, lasted time.Duration) {
	start = t.records[0].start
	end := start
	for _, r := range t.records {
		if r.end.After(end) {
			end = r.end
		}
	}
	return start, end.Sub(start)
}

// complete tells whether the trace has a root and every parent it names.
func (t trace) complete() bool {
	known := map[pcommon.SpanID]bool{}
	hasRoot := false
	for _, r := range t.records {
		if !r.isLog {
			known[r.span] = true
			hasRoot = hasRoot || r.parent.IsEmpty()
		}
	}
	for _, r := range t.records {
		if !r.parent.IsEmpty() && !known[r.parent] {
			return false
		}
	}
	return hasRoot
}
