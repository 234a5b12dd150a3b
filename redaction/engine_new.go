package redaction

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// New compiles settings. Its errors name the setting ("allow[2]: …", "max_depth: …") and hold no content.
func New(s Settings) (*Engine, error) {
	e := &Engine{maxValueBytes: s.MaxValueBytes, maxDepth: s.MaxDepth}
	if err := e.setLimits(); err != nil {
		return nil, err
	}
	e.names = make([]string, detect.EntityCount)
	for en := range e.names {
		e.names[en] = Entity(en).String()
	}
	policy, err := policyOf(&s)
	if err != nil {
		return nil, err
	}
	if policy.Terms, err = denied(&s); err != nil {
		return nil, err
	}
	if err := e.compileRules(&s, &policy); err != nil {
		return nil, err
	}
	for en := 1; en < len(e.names); en++ {
		e.entities = append(e.entities, Entity(en))
	}
	if err := e.setActions(&s); err != nil {
		return nil, err
	}
	if err := e.setPseudonyms(&s); err != nil {
		return nil, err
	}
	if err := e.setMasks(&s); err != nil {
		return nil, err
	}
	if s.Placeholder != "" {
		if err := checkPlaceholder(s.Placeholder); err != nil {
			return nil, fmt.Errorf("placeholder: %w", err)
		}
	}
	e.grammar = e.makePlaceholders(s.Placeholder)
	policy.Placeholders = e.grammar
	if err := e.setContent(&s.Content); err != nil {
		return nil, err
	}
	e.scanner = detect.NewScanner(policy)
	for i, a := range s.Allow {
		rule, err := compileAllow(a)
		if err != nil {
			return nil, fmt.Errorf("allow[%d]: %w", i, err)
		}
		e.allow = append(e.allow, rule)
	}
	e.runs.New = func() any { return newRun(e) }
	if s.Placeholder != "" && s.Placeholder != DefaultPlaceholder {
		if err := e.checkMade(); err != nil {
			return nil, err
		}
	}
	return e, nil
}

func (e *Engine) setLimits() error {
	if e.maxValueBytes < 0 {
		return fmt.Errorf("max_value_bytes: expected a positive number, found %d", e.maxValueBytes)
	}
	if e.maxDepth < 0 {
		return fmt.Errorf("max_depth: expected a positive number, found %d", e.maxDepth)
	}
	if e.maxValueBytes == 0 {
		e.maxValueBytes = DefaultMaxValueBytes
	}
	if e.maxDepth == 0 {
		e.maxDepth = DefaultMaxDepth
	}
	return nil
}

// policyOf says which detectors are asked.
func policyOf(s *Settings) (detect.Policy, error) {
	var p detect.Policy
	for i, name := range s.Packs {
		pack, ok := detect.PackByName(name)
		if !ok {
			return p, fmt.Errorf("packs[%d]: expected one of %s, found %q", i, strings.Join(detect.PackNames(), ", "), name)
		}
		p.Packs |= pack
	}
	for _, name := range sortedNames(s.Entities) {
		en, ok := EntityByName(name)
		if !ok {
			return p, fmt.Errorf("detectors: %w", unknownEntity(name))
		}
		switch enabled := s.Entities[name].Enabled; {
		case enabled == nil:
		case *enabled:
			p.On = append(p.On, en)
		default:
			p.Off = append(p.Off, en)
		}
	}
	return p, nil
}

// setActions fills e.actions.
func (e *Engine) setActions(s *Settings) error {
	if err := s.Action.check("action"); err != nil {
		return err
	}
	e.actions = make([]Action, len(e.names))
	for en := range e.actions {
		e.actions[en] = s.Action
	}
	e.actions[detect.None] = Replace // of what removes the rest of a finding that began in another part
	for _, name := range sortedNames(s.Entities) {
		en, _ := EntityByName(name)
		action := s.Entities[name].Action
		if action == nil {
			continue
		}
		if err := action.check("detectors::" + name + "::action"); err != nil {
			return err
		}
		e.actions[en] = *action
	}
	for i, r := range s.Rules {
		if r.Action != nil {
			e.actions[e.rules[i].entity] = *r.Action
		}
	}
	return nil
}

// setPseudonyms compiles the key, which some action may need.
func (e *Engine) setPseudonyms(s *Settings) (err error) {
	if e.pseudonyms, err = newPseudonyms(s.Pseudonym); err != nil {
		return err
	}
	if slices.Contains(e.actions, Pseudonym) {
		return e.RequireKey("action: pseudonym")
	}
	return nil
}

func sortedNames(m map[string]EntitySettings) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
