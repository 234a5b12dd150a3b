package redaction

import (
	"reflect"
	"slices"
)

// strictness is the order of the actions, from the one that leaves most to the one that leaves least.
var strictness = [...]Action{Keep, Mask, Pseudonym, Replace, DropValue, DropAttribute}

func stricterAction(a, b Action) Action {
	if slices.Index(strictness[:], b) > slices.Index(strictness[:], a) {
		return b
	}
	return a
}

// Strictest returns settings that are at least as strict as each of the list, in every respect: what any of them finds is found, it
// becomes of a finding what the strictest of their actions says, a mask leaves the least that any leaves, and a finding is left only where
// all of them have the same Allow. All of the list are valid, and have the same placeholder and the same key. [New] refuses the result where two of the list have different rules of one name, or all
// of them together have more terms or rules than there may be. It shares with the list nothing that anyone changes.
func Strictest(list ...Settings) Settings {
	merged := list[0]
	merged.Packs, merged.Entities, merged.Deny, merged.Rules = nil, map[string]EntitySettings{}, nil, nil
	merged.Allow = slices.Clone(list[0].Allow)
	for i := range list {
		s := &list[i]
		merged.Packs = union(merged.Packs, packsOf(s))
		merged.Action = stricterAction(merged.Action, s.Action)
		merged.Mask.KeepFirst = fewer(merged.Mask.KeepFirst, s.Mask.KeepFirst)
		merged.Mask.KeepLast = fewer(merged.Mask.KeepLast, s.Mask.KeepLast)
		merged.Allow = slices.DeleteFunc(merged.Allow, func(a Allow) bool { return !slices.Contains(s.Allow, a) })
		for k := range merged.Content {
			merged.Content[k] = stricter(merged.Content[k], s.Content[k])
		}
		merged.Deny = union(merged.Deny, s.Deny)
		merged.Rules = withRules(merged.Rules, s)
		merged.MaxValueBytes = min(orDefault(merged.MaxValueBytes, DefaultMaxValueBytes), orDefault(s.MaxValueBytes, DefaultMaxValueBytes))
		merged.MaxDepth = min(orDefault(merged.MaxDepth, DefaultMaxDepth), orDefault(s.MaxDepth, DefaultMaxDepth))
	}
	for _, en := range Entities() {
		merged.Entities[en.String()] = strictestOf(en, list)
	}
	return merged
}

// strictestOf switches an entity on where any of the list does, and off only where all do; else the packs decide.
func strictestOf(en Entity, list []Settings) EntitySettings {
	name := en.String()
	var on *bool
	off, action := true, Keep
	var left mask
	for i := range list {
		of := list[i].Entities[name]
		off = off && of.Enabled != nil && !*of.Enabled
		if of.Enabled != nil && *of.Enabled {
			on = of.Enabled
		}
		action = stricterAction(action, actionOr(of.Action, list[i].Action))
		m, _ := maskOf(en, list[i].Mask, of.Mask, name)
		if i > 0 {
			m.first, m.last = min(m.first, left.first), min(m.last, left.last)
		}
		left = m
	}
	if off {
		on = new(bool)
	}
	return EntitySettings{Enabled: on, Action: &action, Mask: MaskSettings{KeepFirst: &left.first, KeepLast: &left.last}}
}

// fewer returns the smaller of two numbers of characters to leave. nil is what each entity has, which is 0 where it has no settings: for
// the user's own.
func fewer(a, b *int) *int {
	if b == nil || a != nil && *b < *a {
		return b
	}
	return a
}

// withRules appends the rules of s to those that are there already. What becomes of a match of a rule that is among both is what the
// stricter of the two says.
func withRules(rules []Rule, s *Settings) []Rule {
	for _, r := range s.Rules {
		action := actionOr(r.Action, s.Action)
		r.Action = nil
		at := slices.IndexFunc(rules, func(known Rule) bool {
			known.Action = nil
			return reflect.DeepEqual(known, r)
		})
		if at < 0 {
			r.Action = &action
			rules = append(rules, r)
			continue
		}
		action = stricterAction(*rules[at].Action, action)
		rules[at].Action = &action
	}
	return rules
}

func actionOr(a *Action, of Action) Action {
	if a == nil {
		return of
	}
	return *a
}

func packsOf(s *Settings) []string {
	if len(s.Packs) == 0 {
		return []string{"default"}
	}
	return s.Packs
}

// union appends to list what it doesn't hold.
func union[T comparable](list, more []T) []T {
	held := make(map[T]struct{}, len(list))
	for _, one := range list {
		held[one] = struct{}{}
	}
	for _, one := range more {
		if _, found := held[one]; !found {
			held[one] = struct{}{}
			list = append(list, one)
		}
	}
	return list
}

func orDefault(n, fallback int) int {
	if n == 0 {
		return fallback
	}
	return n
}
