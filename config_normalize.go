package genaiprocessor

import (
	"fmt"
	"slices"

	"github.com/otel-genai/genaiprocessor/processor"
)

// validateEmit checks that every backend exists and that no key of one is a dotted prefix of another's: a store that nests keys by their
// dots can't hold both.
func (c *NormalizeConfig) validateEmit() error {
	var errs []error
	for i, name := range c.Emit {
		errs = append(errs, oneOf(fmt.Sprintf("emit[%d]", i), name, processor.Backends()...))
	}
	if slices.Contains(c.Emit, emitFlatCost) && slices.Contains(c.Emit, emitSemconvCost) {
		errs = append(errs, fmt.Errorf("emit: one of %s and %s is expected, found both; gen_ai.usage.cost can't stand beside gen_ai.usage.cost.amount",
			emitFlatCost, emitSemconvCost))
	}
	return oneLine(errs...)
}

const (
	emitFlatCost    = "flat_cost"
	emitSemconvCost = "semconv_cost"
)
