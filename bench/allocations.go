package main

import "go.opentelemetry.io/collector/pdata/ptrace"

// allowedAllocations counts what a processor can't do without allocating through pdata: two for a changed attribute (the string and what
// holds it), one for an added one, one for a map that grows.
type allowedAllocations struct{ changed, added, grown int }

func (a allowedAllocations) total() int { return 2*a.changed + a.added + a.grown }

// allowed compares the attributes of the spans before and after.
func allowed(before, after ptrace.Traces) allowedAllocations {
	var a allowedAllocations
	for i, rs := range after.ResourceSpans().All() {
		for j, ss := range rs.ScopeSpans().All() {
			for k, span := range ss.Spans().All() {
				old := before.ResourceSpans().At(i).ScopeSpans().At(j).Spans().At(k).Attributes()
				grown := false
				for key, value := range span.Attributes().All() {
					was, existed := old.Get(key)
					switch {
					case !existed:
						a.added++
						grown = true
					case !was.Equal(value):
						a.changed++
					}
				}
				if grown {
					a.grown++
				}
			}
		}
	}
	return a
}
