package genaiprocessor

import (
	"fmt"
	"maps"
	"slices"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
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

// validateCustomDialects checks each of them, and that there is room for all.
func (c *NormalizeConfig) validateCustomDialects() error {
	_, err := c.customDialects()
	errs := []error{err}
	builtIn := len(dialect.Names())
	if room := dialect.MaxDialects - builtIn; len(c.CustomDialects) > room {
		errs = append(errs, fmt.Errorf("custom_dialects: at most %d are expected beside the %d built-in ones, found %d", room, builtIn, len(c.CustomDialects)))
	}
	return oneLine(errs...)
}

// customDialects makes dialects of the configured ones, in the order of their names.
func (c *NormalizeConfig) customDialects() ([]dialect.Dialect, error) {
	var list []dialect.Dialect
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(c.CustomDialects)) {
		d, err := dialect.NewCustom(name, c.CustomDialects[name])
		if err != nil {
			errs = append(errs, fmt.Errorf("custom_dialects::%w", err))
		}
		list = append(list, d)
	}
	return list, oneLine(errs...)
}

const (
	emitFlatCost    = "flat_cost"
	emitSemconvCost = "semconv_cost"
)
