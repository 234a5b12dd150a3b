package genaiprocessor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// PolicyConfig is redaction for some clients or resources: what it sets is so for them, and what it leaves out is as the redaction section
// has it. Exactly one of FromContext and ResourceAttribute says who they are.
type PolicyConfig struct {
	// Name stands in metrics, and in genai.redaction.policy.
	Name string `mapstructure:"name"`
	// FromContext is `auth.` and an attribute that the receiver's authenticator knows of the client, or `metadata.` and a key of the
	// request's metadata.
	FromContext string `mapstructure:"from_context"`
	// ResourceAttribute is a key. Whoever sends the data writes it as they like.
	ResourceAttribute string `mapstructure:"resource_attribute"`
	// Values are those that the policy is for.
	Values []string `mapstructure:"values"`

	Mode     string   `mapstructure:"mode"`
	Identity string   `mapstructure:"identity"`
	Packs    []string `mapstructure:"packs"`
	Action   string   `mapstructure:"action"`
	// Mask is what `mask` leaves; what is not set is that of the redaction section.
	Mask MaskConfig `mapstructure:"mask"`
	// Detectors are settings of single entities over those of the redaction section.
	Detectors map[string]DetectorConfig `mapstructure:"detectors"`
	Allow     []AllowConfig             `mapstructure:"allow"`
	Deny      []DenyConfig              `mapstructure:"deny"`
	Rules     []RuleConfig              `mapstructure:"rules"`
	// Content is what becomes of content, kind by kind over what the redaction section says.
	Content ContentConfig `mapstructure:"content"`
}

const (
	authPrefix     = "auth."
	metadataPrefix = "metadata."

	maxPolicies       = 256
	maxPolicyName     = 32
	maxPolicyValues   = 1000
	policyNameLetters = "abcdefghijklmnopqrstuvwxyz0123456789_-"
)

// Validate checks what needs neither the other policies nor the redaction section.
func (c *PolicyConfig) Validate() error {
	errs := []error{c.validateName(), c.validateSource(), c.validateValues()}
	if c.Mode != "" {
		errs = append(errs, oneOf("mode", c.Mode, modes...))
	}
	if c.Identity != "" {
		errs = append(errs, oneOf("identity", c.Identity, identityNames...))
	}
	if c.Action != "" {
		errs = append(errs, oneOf("action", c.Action, actions...))
	}
	return oneLine(errs...)
}

func (c *PolicyConfig) validateName() error {
	if c.Name == "" || len(c.Name) > maxPolicyName || strings.Trim(c.Name, policyNameLetters) != "" {
		return fmt.Errorf("name: 1 to %d lower-case letters, digits, _ and - are expected, found %q", maxPolicyName, c.Name)
	}
	if c.Name == processor.PolicyBase || c.Name == processor.PolicyStrictest {
		return fmt.Errorf("name: another one than %s and %s is expected, found %q", processor.PolicyBase, processor.PolicyStrictest, c.Name)
	}
	return nil
}

func (c *PolicyConfig) validateSource() error {
	if (c.FromContext == "") == (c.ResourceAttribute == "") {
		found := "none"
		if c.FromContext != "" {
			found = "both"
		}
		return fmt.Errorf("exactly one of from_context and resource_attribute is expected, found %s", found)
	}
	if c.FromContext == "" {
		return nil
	}
	for _, prefix := range []string{authPrefix, metadataPrefix} {
		if key, ok := strings.CutPrefix(c.FromContext, prefix); ok && key != "" {
			return nil
		}
	}
	return fmt.Errorf("from_context: auth.<attribute> or metadata.<key> is expected, found %q", c.FromContext)
}

// validateValues names values by their place: they may be names of customers.
func (c *PolicyConfig) validateValues() error {
	if len(c.Values) == 0 || len(c.Values) > maxPolicyValues {
		return fmt.Errorf("values: 1 to %d are expected, found %d", maxPolicyValues, len(c.Values))
	}
	for i, value := range c.Values {
		if value == "" {
			return fmt.Errorf("values[%d]: a text is expected, found none", i)
		}
	}
	return nil
}

// validatePolicies checks the policies against each other and over the redaction section.
func (c *RedactionConfig) validatePolicies() error {
	if len(c.Policies) == 0 {
		return nil
	}
	if !c.Enabled {
		return errors.New("policies: they are about redaction, so enabled: true is expected, found false")
	}
	if len(c.Policies) > maxPolicies {
		return fmt.Errorf("policies: at most %d are expected, found %d", maxPolicies, len(c.Policies))
	}
	type claim struct{ context, resource, value string }
	names, claims := map[string]bool{}, map[claim]bool{}
	pseudonym := c.Pseudonym.checked()
	all := []redaction.Settings{c.text(pseudonym)}
	var errs []error
	for i := range c.Policies {
		p := &c.Policies[i]
		if names[p.Name] {
			errs = append(errs, fmt.Errorf("policies[%d]: name: one that no policy before has is expected, found %q", i, p.Name))
		}
		names[p.Name] = true
		for j, value := range p.Values {
			of := claim{p.FromContext, p.ResourceAttribute, value}
			if claims[of] {
				errs = append(errs, fmt.Errorf("policies[%d]: values[%d]: one that no policy before is for is expected, since the first holds", i, j))
			}
			claims[of] = true
		}
		merged := c.under(p)
		text := merged.text(pseudonym)
		engine, err := redaction.New(text)
		if err == nil {
			err = merged.validateKeyOfIdentity(engine)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("policies[%d]: %w", i, err))
		}
		all = append(all, text)
	}
	if errs != nil {
		return oneLine(errs...)
	}
	if _, err := redaction.New(redaction.Strictest(all...)); err != nil {
		return fmt.Errorf("policies: all of them together, which hold where none matches: %w", err)
	}
	return nil
}

// under returns the redaction section as it is for those whom a policy is for.
func (c *RedactionConfig) under(p *PolicyConfig) *RedactionConfig {
	merged := *c
	merged.Policies = nil
	for _, text := range []struct {
		of   *string
		over string
	}{{&merged.Mode, p.Mode}, {&merged.Identity, p.Identity}, {&merged.Action, p.Action}} {
		if text.over != "" {
			*text.of = text.over
		}
	}
	merged.Mask = c.Mask.under(p.Mask)
	if p.Packs != nil {
		merged.Packs = p.Packs
	}
	if p.Allow != nil {
		merged.Allow = p.Allow
	}
	if p.Deny != nil {
		merged.Deny = p.Deny
	}
	if p.Rules != nil {
		merged.Rules = p.Rules
	}
	merged.Content = c.Content.under(p.Content)
	merged.Detectors = maps.Clone(c.Detectors)
	for name, over := range p.Detectors {
		if merged.Detectors == nil {
			merged.Detectors = map[string]DetectorConfig{}
		}
		merged.Detectors[name] = merged.Detectors[name].under(over)
	}
	return &merged
}

// under returns the settings of an entity with what over sets.
func (c DetectorConfig) under(over DetectorConfig) DetectorConfig {
	if over.Enabled != nil {
		c.Enabled = over.Enabled
	}
	if over.Action != "" {
		c.Action = over.Action
	}
	c.Mask = c.Mask.under(over.Mask)
	return c
}

// under returns the mask with what over sets.
func (c MaskConfig) under(over MaskConfig) MaskConfig {
	if over.Char != "" {
		c.Char = over.Char
	}
	if over.KeepFirst != nil {
		c.KeepFirst = over.KeepFirst
	}
	if over.KeepLast != nil {
		c.KeepLast = over.KeepLast
	}
	return c
}

// under returns the policies for content with those that over has.
func (c ContentConfig) under(over ContentConfig) ContentConfig {
	if len(over) == 0 {
		return c
	}
	merged := ContentConfig{}
	maps.Copy(merged, c)
	maps.Copy(merged, over)
	return merged
}

// policies are those of the processor, with the key of all.
func (c *RedactionConfig) policies(pseudonym redaction.PseudonymSettings) []processor.Policy {
	var list []processor.Policy
	for i := range c.Policies {
		p := &c.Policies[i]
		compiled := processor.Policy{
			Name: p.Name, Source: processor.FromResource, Key: p.ResourceAttribute, Values: slices.Clone(p.Values),
			Redaction: c.under(p).with(pseudonym),
		}
		if key, ok := strings.CutPrefix(p.FromContext, authPrefix); ok {
			compiled.Source, compiled.Key = processor.FromClientAuth, key
		} else if key, ok := strings.CutPrefix(p.FromContext, metadataPrefix); ok {
			compiled.Source, compiled.Key = processor.FromClientMetadata, key
		}
		list = append(list, compiled)
	}
	return list
}
