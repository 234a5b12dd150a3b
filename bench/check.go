package main

import (
	"fmt"

	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// check runs every subject once and looks at what comes out: whether all spans are there, nothing that is planted is left, and as many
// spans have a price as there are calls. What it says holds no content.
func (r *results) check(batch workload.Batch, subjects []subject) error {
	b := newRound(batch)
	for i := range subjects {
		s := &subjects[i]
		if err := r.allocations(b, s); err != nil {
			return fmt.Errorf("%s, %s: %w", r.set.name, s.name, err)
		}
		for _, out := range s.outputs() {
			if err := s.wrong(batch, out); err != nil {
				return fmt.Errorf("%s, %s: %w", r.set.name, s.name, err)
			}
		}
	}
	return nil
}

// wrong says what is wrong with an output.
func (s *subject) wrong(batch workload.Batch, out ptrace.Traces) error {
	if got, want := out.SpanCount(), batch.Traces.SpanCount(); got != want {
		return fmt.Errorf("%d spans came out, expected %d", got, want)
	}
	if s.redacts {
		if left := batch.Remaining(out); left > 0 {
			return fmt.Errorf("%d of %d findings are left", left, batch.Remaining(batch.Traces))
		}
	}
	if s.cost == "" {
		return nil
	}
	if got, want := workload.WithNumber(out, s.cost), s.priced(batch); got != want {
		return fmt.Errorf("%d spans have %s, expected %d", got, s.cost, want)
	}
	return nil
}
