package genaiprocessor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// AttributionConfig says who pays for calls.
type AttributionConfig struct {
	// MapFile is a YAML file of owners by id, for sources with `lookup`. It is read again every reload_interval.
	MapFile string `mapstructure:"map_file"`
	// Owners are the fields, such as team, and the sources of each; the first source that has a text says the value.
	Owners map[string][]OwnerSourceConfig `mapstructure:"owners"`
}

// OwnerSourceConfig is one source of one field: exactly one of Resource, Span, Call and Value.
type OwnerSourceConfig struct {
	// Resource is an attribute of the resource.
	Resource string `mapstructure:"resource"`
	// Span is an attribute of the span or log record.
	Span string `mapstructure:"span"`
	// Call is what the call itself says under names that are known: api_key, customer, inference_profile, organization, project, team or user.
	Call string `mapstructure:"call"`
	// Value is a constant, for what nothing before it knows.
	Value string `mapstructure:"value"`
	// Lookup says that the text is an id, whose entry in the map file has the field.
	Lookup bool `mapstructure:"lookup"`
}

const (
	maxOwnerFields    = 16
	maxOwnerNameBytes = 32
)

// Validate checks the fields, and that nothing is configured that could never act.
func (c *AttributionConfig) Validate() error {
	var errs []error
	if len(c.Owners) > maxOwnerFields {
		errs = append(errs, fmt.Errorf("owners: at most %d fields are expected, found %d", maxOwnerFields, len(c.Owners)))
	}
	lookups := false
	for _, field := range slices.Sorted(maps.Keys(c.Owners)) {
		if !isOwnerField(field) {
			errs = append(errs, fmt.Errorf("owners: a name of up to %d lower-case letters, digits and _ that begins with a letter, and is not %s, is expected, found %q",
				maxOwnerNameBytes, ownerID, field))
		}
		if len(c.Owners[field]) == 0 {
			errs = append(errs, fmt.Errorf("owners::%s: at least one source is expected, found none", field))
		}
		for i, source := range c.Owners[field] {
			lookups = lookups || source.Lookup
			if source.Value != "" && i < len(c.Owners[field])-1 {
				errs = append(errs, fmt.Errorf("owners::%s: a value is expected to be the last source, found %d after it", field, len(c.Owners[field])-1-i))
			}
		}
	}
	switch {
	case lookups && c.MapFile == "":
		errs = append(errs, errors.New("map_file: a file is expected where a source has lookup: true, found none"))
	case !lookups && c.MapFile != "":
		errs = append(errs, errors.New("owners: a source with lookup: true is expected with map_file, found none"))
	}
	return oneLine(errs...)
}

// isOwnerField reports whether a field can stand after genai.owner: without a dot, so that no attribute is a prefix of another; and beside an
// id in the map file.
func isOwnerField(name string) bool {
	if name == "" || name == ownerID || len(name) > maxOwnerNameBytes || name[0] < 'a' || name[0] > 'z' {
		return false
	}
	return strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// Validate checks that it is one source.
func (c *OwnerSourceConfig) Validate() error {
	given := 0
	for _, text := range []string{c.Resource, c.Span, c.Call, c.Value} {
		if text != "" {
			given++
		}
	}
	if given != 1 {
		return fmt.Errorf("exactly one of resource, span, call and value is expected, found %d", given)
	}
	errs := []error{validateOwnerKey("resource", c.Resource), validateOwnerKey("span", c.Span)}
	if c.Call != "" {
		errs = append(errs, oneOf("call", c.Call, processor.OwnerFacts()...))
	}
	if c.Value != "" {
		if err := validateOwnerText(c.Value); err != nil {
			errs = append(errs, fmt.Errorf("value: %w", err))
		}
		if c.Lookup {
			errs = append(errs, errors.New("lookup: a resource, span or call is expected with it, found a value"))
		}
	}
	return oneLine(errs...)
}

// validateOwnerKey refuses attributes of our own: what a processor before this one decided is no source.
func validateOwnerKey(name, key string) error {
	if strings.HasPrefix(key, dialect.UpstreamPrefix) {
		return fmt.Errorf("%s: an attribute that genai does not write itself is expected, found %q", name, key)
	}
	return nil
}

// validateOwnerText checks a value as it is to be written.
func validateOwnerText(text string) error {
	switch {
	case text == "" || strings.TrimSpace(text) != text:
		return errors.New("text without space around it is expected")
	case len(text) > processor.MaxOwnerBytes:
		return fmt.Errorf("at most %d bytes are expected, found %d", processor.MaxOwnerBytes, len(text))
	}
	return nil
}

// validateEmittedOwners refuses to take owners from attributes that this processor writes for other backends: whether one is there would
// depend on how often a span has passed.
func (c *Config) validateEmittedOwners() error {
	var errs []error
	for _, field := range slices.Sorted(maps.Keys(c.Cost.Attribution.Owners)) {
		for i, source := range c.Cost.Attribution.Owners[field] {
			if source.Span != "" && processor.Emits(c.Normalize.Emit, source.Span) {
				errs = append(errs, fmt.Errorf("cost::attribution::owners::%s::%d: span: an attribute that normalize::emit does not write is expected, found %q",
					field, i, source.Span))
			}
		}
	}
	return oneLine(errs...)
}

// ownersOf returns the fields in the order of their names.
func ownersOf(c *AttributionConfig) []processor.Owner {
	var list []processor.Owner
	for _, field := range slices.Sorted(maps.Keys(c.Owners)) {
		owner := processor.Owner{Field: field}
		for _, source := range c.Owners[field] {
			owner.Sources = append(owner.Sources, processor.OwnerSource(source))
		}
		list = append(list, owner)
	}
	return list
}
