package main

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// node is a record in its place in the tree.
type node struct {
	record   *record
	depth    int
	last     bool // the last child of its parent
	children bool // has children
	parent   *node
}

// walk puts the records into reading order: parents before children, siblings
// by start time. A record whose parent was not seen is a root. Where parents
// form a cycle, its earliest span becomes a root; each record appears once.
func (t trace) walk() []*node {
	tree := newForest(t.records)
	var order []*node
	for i := range t.records {
		if tree.isRoot(i) {
			order = tree.visit(i, order)
		}
	}
	for i := range t.records {
		order = tree.visit(i, order)
	}
	return order
}

// forest holds, by index into records, which record is whose child.
type forest struct {
	records  []record
	bySpan   map[pcommon.SpanID]int
	children map[pcommon.SpanID][]int
	visited  []bool
}

func newForest(records []record) *forest {
	f := &forest{
		records:  records,
		bySpan:   map[pcommon.SpanID]int{},
		children: map[pcommon.SpanID][]int{},
		visited:  make([]bool, len(records)),
	}
	for i, r := range records {
		if _, taken := f.bySpan[r.span]; !r.span.IsEmpty() && !taken {
			f.bySpan[r.span] = i
		}
		f.children[r.parent] = append(f.children[r.parent], i)
	}
	return f
}

func (f *forest) isRoot(i int) bool {
	parent := f.records[i].parent
	_, seen := f.bySpan[parent]
	return parent.IsEmpty() || !seen
}

// visit appends the tree under record i unless it was visited before. It uses
// a stack of its own, so that no chain of spans is too long for it.
func (f *forest) visit(i int, order []*node) []*node {
	if f.visited[i] {
		return order
	}
	f.visited[i] = true
	stack := []pending{{index: i, node: &node{record: &f.records[i], last: true}}}
	for len(stack) > 0 {
		next := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		order = append(order, next.node)
		stack = f.pushChildren(stack, next)
	}
	return order
}

// pending is a record that waits to be put in order.
type pending struct {
	index int
	node  *node
}

// pushChildren pushes the children of a record, the first of them on top.
func (f *forest) pushChildren(stack []pending, of pending) []pending {
	r := of.node.record
	if owner, ok := f.bySpan[r.span]; !ok || owner != of.index {
		return stack
	}
	children := slices.DeleteFunc(slices.Clone(f.children[r.span]), func(i int) bool { return f.visited[i] })
	of.node.children = len(children) > 0
	for at := len(children) - 1; at >= 0; at-- {
		i := children[at]
		f.visited[i] = true
		child := &node{record: &f.records[i], depth: of.node.depth + 1, last: at == len(children)-1, parent: of.node}
		stack = append(stack, pending{i, child})
	}
	return stack
}
