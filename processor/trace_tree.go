package processor

import (
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// tree finds the parents of the spans of a batch, trace by trace.
type tree struct {
	keys    []treeKeys
	bySpan  map[spanKey]int
	byTrace map[pcommon.TraceID]int
}

type spanKey struct {
	trace pcommon.TraceID
	span  pcommon.SpanID
}

// treeKeys are the ids of one span.
type treeKeys struct {
	self   spanKey
	parent pcommon.SpanID
}

func newTree(spans int) *tree {
	return &tree{keys: make([]treeKeys, 0, spans), bySpan: make(map[spanKey]int, spans), byTrace: map[pcommon.TraceID]int{}}
}

// add takes the next span of the batch. Of spans with the same id the first is the parent of their children.
func (t *tree) add(span ptrace.Span) {
	k := treeKeys{self: spanKey{span.TraceID(), span.SpanID()}, parent: span.ParentSpanID()}
	if _, there := t.bySpan[k.self]; !there && !k.self.span.IsEmpty() {
		t.bySpan[k.self] = len(t.keys)
	}
	t.keys = append(t.keys, k)
}

// link gives the spans, which are those that were added, their parents and traces, and returns the traces with their roots. A parent that
// is not in the batch, a span that is its own parent, and a span without a trace id have none.
func (t *tree) link(spans []tracedSpan) []traceSums {
	var sums []traceSums
	for i := range spans {
		s, k := &spans[i], &t.keys[i]
		s.trace, s.parent = none, none
		if k.self.trace.IsEmpty() {
			continue
		}
		if parent, ok := t.bySpan[spanKey{k.self.trace, k.parent}]; ok && parent != i {
			s.parent = parent
		}
		trace, known := t.byTrace[k.self.trace]
		if !known {
			trace = len(sums)
			t.byTrace[k.self.trace] = trace
			sums = append(sums, traceSums{root: none})
		}
		s.trace = trace
		if s.parent == none && rootsBefore(spans, i, sums[trace].root) {
			sums[trace].root = i
		}
	}
	return sums
}

// rootsBefore reports whether span i is the root of its trace rather than the root that was found before: the one without a parent at all,
// else the earliest, else the first.
func rootsBefore(spans []tracedSpan, i, found int) bool {
	switch {
	case found == none:
		return true
	case spans[i].orphan != spans[found].orphan:
		return spans[i].orphan
	default:
		return spans[i].start < spans[found].start
	}
}

// topDown orders the spans so that each comes after its parent. Spans on a circle of parents, and those below, are left out.
func topDown(spans []tracedSpan) []int {
	firstChild, next := make([]int, len(spans)), make([]int, len(spans))
	for i := range firstChild {
		firstChild[i] = none
	}
	order := make([]int, 0, len(spans))
	for i := range spans {
		if parent := spans[i].parent; parent != none {
			next[i], firstChild[parent] = firstChild[parent], i
		} else {
			order = append(order, i)
		}
	}
	for at := 0; at < len(order); at++ {
		for child := firstChild[order[at]]; child != none; child = next[child] {
			order = append(order, child)
		}
	}
	return order
}
