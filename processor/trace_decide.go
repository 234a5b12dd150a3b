package processor

import (
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// maxWrappers is how many spans of its kind above a call are compared with it: frameworks nest three or four, and a bound keeps the work
// linear.
const maxWrappers = 8

// decide decides for all spans of a batch, which are linked. The work is linear in their number.
func decide(spans []tracedSpan) {
	order := topDown(spans)
	for _, i := range order {
		inherit(spans, i)
	}
	for _, i := range order {
		tellApart(spans, i)
	}
	for _, i := range slices.Backward(order) {
		countContainer(spans, i)
	}
}

// inherit takes over what the parent knows: the calls above, and the names of the nearest agent and workflow. A span that is an agent or a
// workflow itself is not called by another's name, nor is one that names another agent by its id.
func inherit(spans []tracedSpan, i int) {
	s := &spans[i]
	s.above = [3]int{none, none, none}
	if s.parent == none {
		return
	}
	up := &spans[s.parent]
	s.above = up.above
	if up.kind.CallsModel() {
		s.above[callIndex(up.kind)] = s.parent
	}
	if s.agent.name == "" && (s.agent.id == "" || s.agent.id == up.agent.id) {
		s.agent = up.agent
	}
	if s.workflow == "" {
		s.workflow = up.workflow
	}
}

// callIndex is the place of a kind that calls a model in tracedSpan.above.
func callIndex(kind dialect.Kind) int {
	switch kind {
	case dialect.Embedding:
		return 1
	case dialect.Rerank:
		return 2
	default:
		return 0
	}
}

// tellApart finds the spans above that tell of the same call. Of them the innermost that has all the counts is the call; the others only
// tell of it.
func tellApart(spans []tracedSpan, i int) {
	inner := &spans[i]
	if !inner.mayBeWrapped() {
		return
	}
	up := inner.above[callIndex(inner.kind)]
	for range maxWrappers {
		if up == none {
			return
		}
		outer := &spans[up]
		switch {
		case !outer.mayBeWrapped() || !sameCall(outer, inner):
		case inner.tokens.cover(outer.tokens) && inner.tokens.details >= outer.tokens.details:
			outer.told = true
		case outer.tokens.cover(inner.tokens):
			inner.told = true
		case inner.tokens.cover(outer.tokens):
			outer.told = true
		}
		up = outer.above[callIndex(inner.kind)]
	}
}

// mayBeWrapped leaves out the served side of calls, and what is known to be a duplicate or charged elsewhere.
func (s *tracedSpan) mayBeWrapped() bool {
	return s.kind.CallsModel() && !s.notCharged && (s.role == roleOwn || s.role == "")
}

// cover reports whether input and output are there where l has them.
func (k tokenCounts) cover(l tokenCounts) bool {
	return (k.input > 0 || l.input == 0) && (k.output > 0 || l.output == 0)
}

// sameCall reports whether a span tells of the call that a span of its kind below it makes: it lies within the other's interval and has its
// response id, or, where one of them has no id, its model, and no token count that differs.
func sameCall(outer, inner *tracedSpan) bool {
	if inner.start < outer.start || inner.end > outer.end {
		return false
	}
	if outer.responseID != "" && inner.responseID != "" {
		return outer.responseID == inner.responseID
	}
	return sharesModel(outer, inner) && agree(outer.tokens.input, inner.tokens.input) && agree(outer.tokens.output, inner.tokens.output)
}

func sharesModel(a, b *tracedSpan) bool {
	return slices.ContainsFunc(a.models[:], func(model string) bool { return model != "" && slices.Contains(b.models[:], model) })
}

func agree(a, b int64) bool { return a == b || a == 0 || b == 0 }

// modelName is a model's name without what gateways put before it: "openai/gpt-4o".
func modelName(name string) string {
	return strings.ToLower(name[strings.LastIndexByte(name, '/')+1:])
}

// countContainer makes an agent or a workflow count that has usage while no call below it has any: the innermost of those that contain one
// another, since spans come from below. Usage of the served side, which does not count, is none.
func countContainer(spans []tracedSpan, i int) {
	s := &spans[i]
	switch {
	case s.kind.CallsModel():
		s.carries = s.carries || s.tokens.any() && s.role != roleServerSide
	case s.carries || s.notCharged || s.role != roleAggregate || !s.tokens.any():
	case s.kind == dialect.Agent, s.kind == dialect.Workflow:
		s.role, s.carries = roleOwn, true
	}
	if s.carries && s.parent != none {
		spans[s.parent].carries = true
	}
}
