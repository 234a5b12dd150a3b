package genaiprocessor

import (
	"errors"
	"fmt"
	"slices"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// RedactionConfig is what becomes of personal data and secrets.
type RedactionConfig struct {
	Enabled bool `mapstructure:"enabled"`
	// Mode is `enforce`, or `monitor`, which changes nothing and counts everything.
	Mode string `mapstructure:"mode"`
	// Scope is `genai`, which is GenAI spans and records and whatever carries a content-bearing key, or `all`.
	Scope string `mapstructure:"scope"`
	// Identity is what becomes of user, session and conversation ids: `keep`, `drop` or `pseudonym`.
	Identity string `mapstructure:"identity"`
	// Packs are the sets of detectors that are asked, such as `default` and `eu`, or `all`.
	Packs []string `mapstructure:"packs"`
	// Action is what becomes of a finding: `replace`, `pseudonym`, `mask`, `drop_value`, `drop_attribute` or `keep`.
	Action string `mapstructure:"action"`
	// Pseudonym is the key that pseudonyms need.
	Pseudonym PseudonymConfig `mapstructure:"pseudonym"`
	// Mask is what `mask` leaves.
	Mask MaskConfig `mapstructure:"mask"`
	// Placeholder is what `replace` writes, with the name of the entity for `{entity}`.
	Placeholder string `mapstructure:"placeholder"`
	// Detectors are settings of single entities, over the packs and the action.
	Detectors map[string]DetectorConfig `mapstructure:"detectors"`
	Allow     []AllowConfig             `mapstructure:"allow"`
	// Deny are terms that are always found.
	Deny []DenyConfig `mapstructure:"deny"`
	// Rules are what else is found.
	Rules []RuleConfig `mapstructure:"rules"`
	// Content is what becomes of prompts, answers and so on as a whole, whatever is found in them, by kind.
	Content ContentConfig `mapstructure:"content"`
	Limits  LimitsConfig  `mapstructure:"limits"`
	// Policies are what is different for some clients or resources. Where there are any, the strictest of them and of this section holds for
	// all others.
	Policies []PolicyConfig `mapstructure:"policies"`
	// Summary is `off`, `count` or `entities`: which counts are written on spans and log records.
	Summary string `mapstructure:"summary"`
	// ContribCounts also writes the counts under the names of the redaction processor of opentelemetry-collector-contrib.
	ContribCounts bool `mapstructure:"contrib_counts"`
}

// DetectorConfig is what is different for one entity.
type DetectorConfig struct {
	// Enabled finds it, or does not, whatever the packs say.
	Enabled *bool `mapstructure:"enabled"`
	// Action is what becomes of it; empty means that of all.
	Action string `mapstructure:"action"`
	// Mask is what `mask` leaves of it; what is not set is that of all.
	Mask MaskConfig `mapstructure:"mask"`
}

// MaskConfig is what the action `mask` leaves of a finding.
type MaskConfig struct {
	// Char is `*`, `#` or `?`.
	Char string `mapstructure:"char"`
	// KeepFirst and KeepLast are numbers of characters; without them, each entity has its own.
	KeepFirst *int `mapstructure:"keep_first"`
	KeepLast  *int `mapstructure:"keep_last"`
}

// AllowConfig names findings to leave as they are: exactly one of Exact, Suffix, CIDR and Regex.
type AllowConfig struct {
	// Entity narrows the entry to one kind of finding, such as EMAIL; empty means any.
	Entity string `mapstructure:"entity"`
	Exact  string `mapstructure:"exact"`
	Suffix string `mapstructure:"suffix"`
	// CIDR is a block of addresses, such as 10.0.0.0/8.
	CIDR string `mapstructure:"cidr"`
	// Regex is RE2; it must match the whole finding.
	Regex string `mapstructure:"regex"`
}

// DenyConfig is a term that is always found, as whole words in any case.
type DenyConfig struct {
	Term string `mapstructure:"term"`
	// Entity is the kind of finding that it is; empty means DENY_LIST.
	Entity string `mapstructure:"entity"`
}

// RuleConfig finds something of the user's own.
type RuleConfig struct {
	// Name is that of the entity, in capitals.
	Name string `mapstructure:"name"`
	// Regex is RE2; it is run around Literal only.
	Regex string `mapstructure:"regex"`
	// Literal stands in every match.
	Literal string `mapstructure:"literal"`
	// MaxLength is how long a match can be, in bytes.
	MaxLength int `mapstructure:"max_length"`
	// Context are words of which one must stand beside a match or in the keys above it; none: no word is needed.
	Context []string `mapstructure:"context"`
	// Validator is a checksum that a match must have.
	Validator string `mapstructure:"validator"`
	// Action is what becomes of a match; empty means that of all.
	Action string `mapstructure:"action"`
}

// LimitsConfig bounds the work on one value. What is beyond a limit is replaced whole.
type LimitsConfig struct {
	MaxValueBytes int `mapstructure:"max_value_bytes"`
	MaxDepth      int `mapstructure:"max_depth"`
}

const (
	modeEnforce       = "enforce"
	modeMonitor       = "monitor"
	scopeGenAI        = "genai"
	scopeAll          = "all"
	identityKeep      = "keep"
	identityDrop      = "drop"
	identityPseudonym = "pseudonym"

	summaryOff      = "off"
	summaryCount    = "count"
	summaryEntities = "entities"

	maxValueBytesLimit = 64 << 20 // more than any receiver takes in one request
	maxDepthLimit      = 64       // as deep as any recursion may go: a stack overflow can't be recovered from
)

// modes and identityNames are the values of `mode` and `identity`.
var (
	modes         = []string{modeEnforce, modeMonitor}
	identityNames = []string{identityKeep, identityDrop, identityPseudonym}
)

// actions are the values of `action`.
var actions = redaction.ActionNames()

var identities = map[string]redact.IdentityMode{
	identityKeep: redact.KeepIdentity, identityDrop: redact.DropIdentity, identityPseudonym: redact.PseudonymIdentity,
}

func defaultRedaction() RedactionConfig {
	return RedactionConfig{
		Enabled:     true,
		Mode:        modeEnforce,
		Scope:       scopeGenAI,
		Identity:    identityKeep,
		Packs:       []string{"default"},
		Action:      redaction.Replace.String(),
		Mask:        MaskConfig{Char: redaction.DefaultMaskChar},
		Placeholder: redaction.DefaultPlaceholder,
		Limits:      LimitsConfig{MaxValueBytes: redaction.DefaultMaxValueBytes, MaxDepth: redaction.DefaultMaxDepth},
		Summary:     summaryCount,
	}
}

// Validate checks the closed sets of values.
func (c *RedactionConfig) Validate() error {
	errs := []error{
		oneOf("mode", c.Mode, modes...),
		oneOf("scope", c.Scope, scopeGenAI, scopeAll),
		oneOf("identity", c.Identity, identityNames...),
		oneOf("action", c.Action, actions...),
		oneOf("summary", c.Summary, summaryOff, summaryCount, summaryEntities),
	}
	if engine, err := redaction.New(c.text(c.Pseudonym.checked())); err != nil {
		errs = append(errs, err)
	} else if err := c.validateKeyOfIdentity(engine); err != nil {
		errs = append(errs, err)
	} else {
		errs = append(errs, c.validatePolicies())
	}
	if c.Identity != identityKeep && !c.Enabled {
		errs = append(errs, fmt.Errorf("identity: %s is done by redaction, so enabled: true is expected, found false", c.Identity))
	}
	if !c.Content.keeps() && !c.Enabled {
		errs = append(errs, errors.New("content: policies are applied by redaction, so enabled: true is expected, found false"))
	}
	return oneLine(errs...)
}

// validateKeyOfIdentity checks that there is a key where identity needs one.
func (c *RedactionConfig) validateKeyOfIdentity(engine *redaction.Engine) error {
	if c.Identity != identityPseudonym {
		return nil
	}
	return engine.RequireKey("identity: pseudonym")
}

// Validate checks the action.
func (c *DetectorConfig) Validate() error {
	if c.Action == "" {
		return nil
	}
	return oneOf("action", c.Action, actions...)
}

// Validate checks one entry of `deny`.
func (c *DenyConfig) Validate() error { return redaction.Deny(*c).Validate() }

// Validate checks the action; the rest needs the other rules.
func (c *RuleConfig) Validate() error {
	if c.Action == "" {
		return nil
	}
	return oneOf("action", c.Action, actions...)
}

// Validate checks one entry of `allow`.
func (c *AllowConfig) Validate() error { return redaction.Allow(*c).Validate() }

// Validate checks that limits are limits.
func (c *LimitsConfig) Validate() error {
	var errs []error
	if c.MaxValueBytes <= 0 || c.MaxValueBytes > maxValueBytesLimit {
		errs = append(errs, fmt.Errorf("max_value_bytes: a number of bytes from 1 to %d is expected, found %d", maxValueBytesLimit, c.MaxValueBytes))
	}
	if c.MaxDepth <= 0 || c.MaxDepth > maxDepthLimit {
		errs = append(errs, fmt.Errorf("max_depth: a number from 1 to %d is expected, found %d", maxDepthLimit, c.MaxDepth))
	}
	return oneLine(errs...)
}

// settings are those of the processor, with a key that is read from a file.
func (c *RedactionConfig) settings() (*redact.Settings, error) {
	pseudonym, err := c.Pseudonym.settings()
	if err != nil {
		return nil, err
	}
	s := c.with(pseudonym)
	return &s, nil
}

// with are the settings of the processor with a key that is read.
func (c *RedactionConfig) with(pseudonym redaction.PseudonymSettings) redact.Settings {
	s := redact.Settings{Identity: identities[c.Identity], Text: c.text(pseudonym)}
	if c.Mode == modeMonitor {
		s.Mode = redact.Monitor
	}
	for _, a := range c.Allow {
		s.Text.Allow = append(s.Text.Allow, redaction.Allow(a))
	}
	for _, d := range c.Deny {
		s.Text.Deny = append(s.Text.Deny, redaction.Deny(d))
	}
	return s
}

// text is the policy for texts without what has a Validate of its own.
func (c *RedactionConfig) text(pseudonym redaction.PseudonymSettings) redaction.Settings {
	s := redaction.Settings{
		Pseudonym: pseudonym, Mask: redaction.MaskSettings(c.Mask),
		Packs: c.Packs, Placeholder: c.Placeholder, MaxValueBytes: max(c.Limits.MaxValueBytes, 0), MaxDepth: max(c.Limits.MaxDepth, 0),
		Entities: make(map[string]redaction.EntitySettings, len(c.Detectors)), Content: c.Content.policies(),
	}
	s.Action, _ = redaction.ActionByName(c.Action)
	for name, d := range c.Detectors {
		s.Entities[name] = redaction.EntitySettings{Enabled: d.Enabled, Action: actionOf(d.Action), Mask: redaction.MaskSettings(d.Mask)}
	}
	for _, r := range c.Rules {
		s.Rules = append(s.Rules, redaction.Rule{
			Name: r.Name, Regex: r.Regex, Literal: r.Literal, MaxLength: r.MaxLength, Context: r.Context, Validator: r.Validator,
			Action: actionOf(r.Action),
		})
	}
	return s
}

// actionOf returns the action of a name, nil where there is none.
func actionOf(name string) *redaction.Action {
	if action, ok := redaction.ActionByName(name); ok {
		return &action
	}
	return nil
}

// asksDefault reports whether the default pack is asked, by its name, as part of all, or because no pack is named.
func (c *RedactionConfig) asksDefault() bool {
	return len(c.Packs) == 0 || slices.Contains(c.Packs, "default") || slices.Contains(c.Packs, "all")
}
