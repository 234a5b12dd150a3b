package genaiprocessor

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.opentelemetry.io/collector/component"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// Config is what stands under `genai:` in the collector's configuration. Every key is optional; `genai: {}` does everything.
type Config struct {
	// Detail is `standard` or `full`: which genai.* attributes are written.
	Detail string `mapstructure:"detail"`
	// TrustUpstream says that genai.* attributes which arrive come from a genai processor before this one. Otherwise they are removed first.
	TrustUpstream bool `mapstructure:"trust_upstream"`

	Normalize NormalizeConfig `mapstructure:"normalize"`
	Cost      CostConfig      `mapstructure:"cost"`
	Redaction RedactionConfig `mapstructure:"redaction"`
	Trace     TraceConfig     `mapstructure:"trace"`
	Telemetry TelemetryConfig `mapstructure:"telemetry"`
}

// TraceConfig is what is decided across the spans of a trace.
type TraceConfig struct {
	// Enabled decides over the spans of each trace that come in one batch: let them be grouped before.
	Enabled bool `mapstructure:"enabled"`
}

// TelemetryConfig is what is different about the component's own metrics.
type TelemetryConfig struct {
	// ServiceLabel puts the service.name of the resource on the counts of what was seen, not priced and redacted.
	ServiceLabel bool `mapstructure:"service_label"`
}

// NormalizeConfig is how spans are brought to the OpenTelemetry GenAI semantic conventions.
type NormalizeConfig struct {
	// Enabled: without it nothing but genai.kind is written; pricing and redaction still read every dialect.
	Enabled bool `mapstructure:"enabled"`
	// Semconv is the version of the conventions that is written: `v1.41`, `v1.36`, or `latest`.
	Semconv string `mapstructure:"semconv"`
	// Messages is `leave`, `move` or `copy`: whether content that stands elsewhere is brought to gen_ai.input.messages and the conventions'
	// other attributes for it, and whether what it was read from is removed.
	Messages string `mapstructure:"messages"`
	// Originals is `keep`, or `remove`, which removes the attributes of other vocabularies whose values now stand under the conventions'
	// names; content and what decides the kind stay.
	Originals string `mapstructure:"originals"`
	// Emit names the backends whose own attributes are written, too, so that spans of every dialect show up right in them.
	Emit []string `mapstructure:"emit"`
	// DisabledDialects are the names of dialects that are not read.
	DisabledDialects []string `mapstructure:"disabled_dialects"`
	// CustomDialects are dialects of the user's own, by name. They are read before the built-in ones.
	CustomDialects map[string]dialect.Custom `mapstructure:"custom_dialects"`
}

const (
	detailStandard  = "standard"
	detailFull      = "full"
	semconv136      = "v1.36"
	semconv141      = "v1.41"
	semconvLatest   = "latest"
	messagesLeave   = "leave"
	messagesMove    = "move"
	messagesCopy    = "copy"
	originalsKeep   = "keep"
	originalsRemove = "remove"

	reportedRecompute = "recompute"
	reportedKeep      = "keep"
)

func createDefaultConfig() component.Config {
	return &Config{
		Detail:        detailStandard,
		TrustUpstream: true,
		Normalize:     NormalizeConfig{Enabled: true, Semconv: semconv141, Messages: messagesLeave, Originals: originalsKeep},
		Cost:          CostConfig{Enabled: true, ReloadInterval: 5 * time.Second, Reported: reportedRecompute},
		Redaction:     defaultRedaction(),
	}
}

// Validate checks the keys of this level, and what needs several; the collector checks those below and puts the path before each error.
func (c *Config) Validate() error {
	return oneLine(oneOf("detail", c.Detail, detailStandard, detailFull), c.validateRuleDialects(), c.validateEmittedOwners())
}

// Validate checks the version and that every backend and disabled dialect exists.
func (c *NormalizeConfig) Validate() error {
	errs := []error{
		oneOf("semconv", c.Semconv, semconv141, semconv136, semconvLatest),
		c.validateMessages(),
		oneOf("originals", c.Originals, originalsKeep, originalsRemove),
		c.validateEmit(),
		c.validateCustomDialects(),
	}
	known := dialect.Names()
	for i, name := range c.DisabledDialects {
		errs = append(errs, oneOf(fmt.Sprintf("disabled_dialects[%d]", i), name, known...))
	}
	return oneLine(errs...)
}

func (c *NormalizeConfig) validateMessages() error {
	if c.Messages != messagesLeave && c.Semconv == semconv136 {
		return fmt.Errorf("messages: leave is expected with semconv %s, which has no attributes for messages, found %q", semconv136, c.Messages)
	}
	return oneOf("messages", c.Messages, messagesLeave, messagesMove, messagesCopy)
}

// oneLine joins errors on one line: the collector puts the path before the first line only.
func oneLine(errs ...error) error {
	var texts []string
	for _, err := range errs {
		if err != nil {
			texts = append(texts, err.Error())
		}
	}
	if texts == nil {
		return nil
	}
	return errors.New(strings.Join(texts, "; "))
}

func oneOf(key, found string, expected ...string) error {
	if slices.Contains(expected, found) {
		return nil
	}
	return fmt.Errorf("%s: one of %s is expected, found %q", key, strings.Join(expected, ", "), found)
}
