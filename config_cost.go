package genaiprocessor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// CostConfig is how calls are priced.
type CostConfig struct {
	Enabled bool `mapstructure:"enabled"`
	// Prices are the user's own, which come before those of the embedded table.
	Prices []PriceConfig `mapstructure:"prices"`
	// PricesFile is the path of a YAML file with more of them, which come after Prices; it may change while the collector runs.
	PricesFile string `mapstructure:"prices_file"`
	// ReloadInterval is how often files that may change are looked at.
	ReloadInterval time.Duration `mapstructure:"reload_interval"`
	// Providers are other names of providers, by alias; each value is an id of the price table.
	Providers map[string]string `mapstructure:"providers"`
	// Charge says who is charged where several parties tell of one call; the first rule that fits a span or log record holds.
	Charge []ChargeConfig `mapstructure:"charge"`
	// Basis says which calls are prepaid, covered by a subscription, or free; the first rule that fits a call holds, and what none fits is
	// metered.
	Basis []BasisConfig `mapstructure:"basis"`
	// Attribution says who pays: the team, the cost centre, the customer.
	Attribution AttributionConfig `mapstructure:"attribution"`
	// CacheBasis says how input is counted where the numbers can't be trusted to tell; the first rule that fits a span or log record holds.
	CacheBasis []CacheBasisConfig `mapstructure:"cache_basis"`
	// Reported is `recompute`, or `keep`, which makes the emitter's own figure the cost of a call where there is one.
	Reported string `mapstructure:"reported"`
	// Logs names the instrumentation scopes whose log records are the only record of a call: in full, or the beginning and `*`.
	Logs []string `mapstructure:"logs"`
}

// ChargeConfig is one rule of `charge`.
type ChargeConfig struct {
	Where WhereConfig `mapstructure:"where"`
	// Charged must be given.
	Charged *bool `mapstructure:"charged"`
}

// BasisConfig is one rule of `basis`.
type BasisConfig struct {
	Where WhereConfig `mapstructure:"where"`
	// Basis is `metered`, `prepaid`, `subscription` or `free`.
	Basis string `mapstructure:"basis"`
}

// WhereConfig says which spans and log records a rule is for: those that fit all the conditions that are given.
type WhereConfig struct {
	// Service is the resource's service.name: in full, or its beginning and `*`.
	Service string `mapstructure:"service"`
	// Scope is the name of the instrumentation scope: in full, or its beginning and `*`.
	Scope    string `mapstructure:"scope"`
	Dialect  string `mapstructure:"dialect"`
	SpanKind string `mapstructure:"span_kind"`
	Signal   string `mapstructure:"signal"`
	// Provider is a gen_ai.provider.name as it is written: in full, or its beginning and `*`.
	Provider string `mapstructure:"provider"`
	// Model is the model that answered or the one that was asked for: in full, or its beginning and `*`.
	Model string `mapstructure:"model"`
	// ServiceTier is the tier that served the call, else the one that was asked for.
	ServiceTier string `mapstructure:"service_tier"`
}

// minReloadInterval keeps polling from being a load of its own.
const minReloadInterval = time.Second

// Validate checks the names of `logs`, the value of `reported` and the prices, but not the file of prices, which may not be there yet.
func (c *CostConfig) Validate() error {
	errs := []error{oneOf("reported", c.Reported, reportedRecompute, reportedKeep)}
	if c.ReloadInterval < minReloadInterval {
		errs = append(errs, fmt.Errorf("reload_interval: at least %s is expected, found %s", minReloadInterval, c.ReloadInterval))
	}
	errs = append(errs, c.validatePrices())
	for i, name := range c.Logs {
		if name == "" {
			errs = append(errs, fmt.Errorf("logs[%d]: the name of a scope is expected, found none", i))
		}
		errs = append(errs, validateName(fmt.Sprintf("logs[%d]", i), name))
	}
	return oneLine(errs...)
}

// Validate checks that the rule decides something.
func (c *ChargeConfig) Validate() error {
	if c.Charged == nil {
		return errors.New("charged: true or false is expected, found none")
	}
	return nil
}

// Validate checks the basis.
func (c *BasisConfig) Validate() error { return oneOf("basis", c.Basis, processor.Bases()...) }

// Validate checks all conditions but the dialect, whose names are known to the whole configuration only.
func (c *WhereConfig) Validate() error {
	if *c == (WhereConfig{}) {
		return errors.New("at least one of service, scope, dialect, span_kind, signal, provider, model and service_tier is expected, found none")
	}
	errs := []error{
		validateName("service", c.Service), validateName("scope", c.Scope),
		validateName("provider", c.Provider), validateName("model", c.Model),
	}
	if c.SpanKind != "" {
		errs = append(errs, oneOf("span_kind", c.SpanKind, processor.SpanKinds()...))
	}
	if c.Signal != "" {
		errs = append(errs, oneOf("signal", c.Signal, processor.Signals()...))
	}
	if c.SpanKind != "" && c.Signal == "logs" {
		errs = append(errs, errors.New("span_kind: none is expected with signal: logs, since no log record has one"))
	}
	return oneLine(errs...)
}

// validateName checks a name, or a beginning of names with `*` after it.
func validateName(key, name string) error {
	if strings.Contains(strings.TrimSuffix(name, "*"), "*") {
		return fmt.Errorf("%s: a name, or the beginning of one and * at the end, is expected, found %q", key, name)
	}
	return nil
}

// validateRuleDialects checks that every dialect of a rule exists, built in or of the user's own.
func (c *Config) validateRuleDialects() error {
	known := slices.Concat(dialect.Names(), slices.Sorted(maps.Keys(c.Normalize.CustomDialects)))
	var errs []error
	check := func(list string, i int, where *WhereConfig) {
		if where.Dialect != "" {
			errs = append(errs, oneOf(fmt.Sprintf("cost::%s::%d::where: dialect", list, i), where.Dialect, known...))
		}
	}
	for i := range c.Cost.Charge {
		check("charge", i, &c.Cost.Charge[i].Where)
	}
	for i := range c.Cost.Basis {
		check("basis", i, &c.Cost.Basis[i].Where)
	}
	return oneLine(errs...)
}

func chargeRulesOf(rules []ChargeConfig) []processor.ChargeRule {
	var list []processor.ChargeRule
	for _, r := range rules {
		list = append(list, processor.ChargeRule{Where: processor.Where(r.Where), Charged: r.Charged != nil && *r.Charged})
	}
	return list
}

func basisRulesOf(rules []BasisConfig) []processor.BasisRule {
	var list []processor.BasisRule
	for _, r := range rules {
		list = append(list, processor.BasisRule{Where: processor.Where(r.Where), Basis: r.Basis})
	}
	return list
}
