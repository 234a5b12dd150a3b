package genaiprocessor

import (
	"errors"
	"fmt"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// CacheBasisConfig is one rule of `cache_basis`. At least one of Scope and Provider must be given.
type CacheBasisConfig struct {
	// Scope is the name of the instrumentation scope: in full, or its beginning and `*`.
	Scope string `mapstructure:"scope"`
	// Provider is a value of gen_ai.provider.name, or another spelling of one.
	Provider string `mapstructure:"provider"`
	// InputIncludesCache says that input tokens come with cached tokens included. It must be given.
	InputIncludesCache *bool `mapstructure:"input_includes_cache"`
}

// Validate checks that the rule is for something and decides something.
func (c *CacheBasisConfig) Validate() error {
	errs := []error{validateName("scope", c.Scope)}
	if c.Scope == "" && c.Provider == "" {
		errs = append(errs, errors.New("at least one of scope and provider is expected, found none"))
	}
	if c.Provider != "" && dialect.CanonicalProvider(c.Provider) == "" {
		errs = append(errs, fmt.Errorf("provider: the name of a provider is expected, found %q", c.Provider))
	}
	if c.InputIncludesCache == nil {
		errs = append(errs, errors.New("input_includes_cache: true or false is expected, found none"))
	}
	return oneLine(errs...)
}

func cacheBasisOf(rules []CacheBasisConfig) []processor.CacheBasisRule {
	var list []processor.CacheBasisRule
	for _, r := range rules {
		list = append(list, processor.CacheBasisRule{
			Scope: r.Scope, Provider: r.Provider, InputIncludesCache: r.InputIncludesCache != nil && *r.InputIncludesCache,
		})
	}
	return list
}
