package redaction

import (
	"reflect"
	"slices"
	"testing"
)

// TestStrictest has cases for every setting. A case says what of two settings is in force in their strictest combination, in whichever
// order they come.
func TestStrictest(t *testing.T) {
	yes, no := true, false
	on, off := map[string]EntitySettings{"EMAIL": {Enabled: &yes}}, map[string]EntitySettings{"EMAIL": {Enabled: &no}}
	const mail = "mail anna@example.com"
	badge := Rule{Name: "BADGE", Regex: "badge-[0-9]+", Literal: "badge-", MaxLength: 20, Context: []string{"door"}}
	with := func(r Rule, a Action) Rule {
		r.Action = &a
		return r
	}
	act := func(a Action) *Action { return &a }
	type check func(t *testing.T, s Settings)
	action := func(entity string, want Action) check {
		return func(t *testing.T, s Settings) {
			e, _ := EntityByName(entity)
			s.Pseudonym.Key = []byte("no secret: for the tests of the strictest")
			engine := newEngine(t, s)
			if got := engine.ActionOf(e); got != want {
				t.Errorf("action of %s is %s, expected %s", entity, got, want)
			}
		}
	}
	// found says whether the text is a finding.
	found := func(text string, want bool) check {
		return func(t *testing.T, s Settings) {
			var tally Tally
			newEngine(t, s).Text(text, Place{}, &tally)
			if got := tally.Total() > 0; got != want {
				t.Errorf("found: %v, expected %v", got, want)
			}
		}
	}
	keepLast := func(n int) MaskSettings { return MaskSettings{KeepLast: &n} }
	masked := func(entity string, first, last int) check {
		return func(t *testing.T, s Settings) {
			engine := newEngine(t, s)
			for _, m := range engine.masks {
				if engine.Name(m.entity) == entity && (m.first != first || m.last != last) {
					t.Errorf("%d and %d characters are left, expected %d and %d", m.first, m.last, first, last)
				}
			}
			if engine.masks == nil {
				t.Error("nothing is masked")
			}
		}
	}
	contents := func(input, output ContentAction) Settings {
		return Settings{Content: ContentPolicies{
			InputContent:  {Action: input, Bytes: 10, Reference: "s3://{trace_id}/{span_id}"},
			OutputContent: {Action: output, Bytes: 10, Reference: "s3://{trace_id}/{span_id}"},
		}}
	}
	cut := func(size int) ContentPolicies {
		return ContentPolicies{InputContent: {Action: TruncateContent, Bytes: size}}
	}
	content := func(input, output ContentAction) check {
		return func(t *testing.T, s Settings) {
			if a, b := s.Content[InputContent].Action, s.Content[OutputContent].Action; a != input || b != output {
				t.Errorf("content becomes %s and %s, expected %s and %s", a, b, input, output)
			}
		}
	}
	ruleAction := func(want Action) check {
		return func(t *testing.T, s Settings) {
			if len(s.Rules) != 1 || *s.Rules[0].Action != want {
				t.Errorf("rules are %+v, expected one with %s", s.Rules, want)
			}
		}
	}
	allows := func(want ...Allow) check {
		return func(t *testing.T, s Settings) {
			if !slices.Equal(s.Allow, want) {
				t.Errorf("%d entries allow, expected %d", len(s.Allow), len(want))
			}
		}
	}
	cases := map[string][]struct {
		name  string
		a, b  Settings
		check check
	}{
		"Packs": {
			{"union", Settings{Packs: []string{"default"}}, Settings{Packs: []string{"uk", "network"}}, func(t *testing.T, s Settings) {
				slices.Sort(s.Packs)
				if !slices.Equal(s.Packs, []string{"default", "network", "uk"}) {
					t.Errorf("packs are %v", s.Packs)
				}
			}},
			{"none is the default", Settings{}, Settings{Packs: []string{"vehicle"}}, found(mail, true)},
		},
		"Action": {
			{"mask over keep", Settings{Action: Keep}, Settings{Action: Mask}, action("EMAIL", Mask)},
			{"pseudonym over mask", Settings{Action: Mask}, Settings{Action: Pseudonym}, action("EMAIL", Pseudonym)},
			{"replace over pseudonym", Settings{Action: Pseudonym}, Settings{Action: Replace}, action("EMAIL", Replace)},
			{"drop_value over replace", Settings{Action: Replace}, Settings{Action: DropValue}, action("EMAIL", DropValue)},
			{"drop_attribute over drop_value", Settings{Action: DropValue}, Settings{Action: DropAttribute}, action("EMAIL", DropAttribute)},
			{"of an own entity", Settings{Action: Keep}, Settings{Action: DropAttribute}, action("SECRET", DropAttribute)},
		},
		"Placeholder": {
			{"the same in all", Settings{Placeholder: "[{entity}]"}, Settings{Placeholder: "[{entity}]"}, func(t *testing.T, s Settings) {
				if s.Placeholder != "[{entity}]" {
					t.Error("another placeholder")
				}
			}},
		},
		"Entities": {
			{"the default's", Settings{}, Settings{}, found(mail, true)},
			{"in neither", Settings{Packs: []string{"vehicle"}}, Settings{Packs: []string{"vehicle"}}, found(mail, false)},
		},
		"Entities.Enabled": {
			{"off in one", Settings{Entities: off}, Settings{}, found(mail, true)},
			{"off in both", Settings{Entities: off}, Settings{Entities: off}, found(mail, false)},
			{"off in one, on in one", Settings{Entities: off}, Settings{Entities: on}, found(mail, true)},
			{"on in one, in no pack", Settings{Packs: []string{"vehicle"}, Entities: on}, Settings{Packs: []string{"vehicle"}}, found(mail, true)},
			{"off in one, in no pack of the other", Settings{Entities: off}, Settings{Packs: []string{"vehicle"}}, found(mail, true)},
		},
		"Entities.Action": {
			{
				"over the action of all", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: act(DropAttribute)}}},
				Settings{}, action("EMAIL", DropAttribute),
			},
			{
				"under the action of all", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: act(Keep)}}},
				Settings{}, action("EMAIL", Replace),
			},
			{
				"under it in both", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: act(Keep)}}},
				Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: act(Mask)}}}, action("EMAIL", Mask),
			},
			{
				"others keep theirs", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: act(DropAttribute)}}},
				Settings{}, action("PHONE", Replace),
			},
		},
		"Entities.Mask": {
			{
				"the least that any leaves", Settings{Action: Mask, Entities: map[string]EntitySettings{"PHONE": {Mask: keepLast(3)}}},
				Settings{Action: Mask, Entities: map[string]EntitySettings{"PHONE": {Mask: keepLast(1)}}}, masked("PHONE", 0, 1),
			},
			{
				"under that of all", Settings{Action: Mask, Mask: keepLast(1)},
				Settings{Action: Mask, Entities: map[string]EntitySettings{"PHONE": {Mask: keepLast(3)}}}, masked("PHONE", 0, 1),
			},
		},
		"Mask": {
			{"of a card without settings", Settings{Action: Mask, Mask: keepLast(2)}, Settings{Action: Mask}, masked("CREDIT_CARD", 0, 2)},
			{"of an IBAN without settings", Settings{Action: Mask, Mask: keepLast(8)}, Settings{Action: Mask}, masked("IBAN", 2, 4)},
			{"of an e-mail address", Settings{Action: Mask, Mask: keepLast(4)}, Settings{Action: Mask, Mask: keepLast(3)}, masked("EMAIL", 0, 0)},
			{
				"of a rule, the least", Settings{Action: Mask, Rules: []Rule{badge}, Mask: keepLast(3)}, Settings{Action: Mask, Mask: keepLast(1)},
				masked("BADGE", 0, 1),
			},
			{"of a rule, none in one", Settings{Action: Mask, Rules: []Rule{badge}, Mask: keepLast(3)}, Settings{Action: Mask}, masked("BADGE", 0, 0)},
		},
		"Pseudonym": {
			{"the same in all", Settings{Pseudonym: PseudonymSettings{KeyID: "k1"}}, Settings{Pseudonym: PseudonymSettings{KeyID: "k1"}}, func(t *testing.T, s Settings) {
				if s.Pseudonym.KeyID != "k1" {
					t.Error("another key")
				}
			}},
		},
		"Allow": {
			{"in one", Settings{Allow: []Allow{{Suffix: "@example.com"}}}, Settings{}, allows()},
			{
				"in both", Settings{Allow: []Allow{{Suffix: "@example.com"}, {Exact: "a@example.org"}}},
				Settings{Allow: []Allow{{Exact: "b@example.org"}, {Suffix: "@example.com"}}}, allows(Allow{Suffix: "@example.com"}),
			},
			{
				"of one entity in one, of any in the other", Settings{Allow: []Allow{{Entity: "EMAIL", Suffix: "@example.com"}}},
				Settings{Allow: []Allow{{Suffix: "@example.com"}}}, allows(),
			},
		},
		"Content": {
			{"drop over hash, hash over reference", contents(HashContent, ReferenceContent), contents(DropContent, HashContent), content(DropContent, HashContent)},
			{"reference over truncate, truncate over keep", contents(TruncateContent, TruncateContent), contents(ReferenceContent, KeepContent), content(ReferenceContent, TruncateContent)},
			{"the shorter rest", Settings{Content: cut(20)}, Settings{Content: cut(10)}, func(t *testing.T, s Settings) {
				if got := s.Content[InputContent].Bytes; got != 10 {
					t.Errorf("%d bytes are left", got)
				}
			}},
		},
		"Deny": {
			{"in one", Settings{Deny: []Deny{{Term: "Project Blue"}}}, Settings{}, found("about project blue", true)},
			{"union", Settings{Deny: []Deny{{Term: "Blue"}, {Term: "Green"}}}, Settings{Deny: []Deny{{Term: "Green"}}}, func(t *testing.T, s Settings) {
				if len(s.Deny) != 2 {
					t.Errorf("%d terms", len(s.Deny))
				}
			}},
		},
		"Rules": {
			{"in one", Settings{Action: Keep, Rules: []Rule{badge}}, Settings{}, ruleAction(Keep)},
			{
				"in both", Settings{Rules: []Rule{with(badge, Keep)}}, Settings{Rules: []Rule{with(badge, DropValue)}},
				ruleAction(DropValue),
			},
			{"in both, by the action of all", Settings{Rules: []Rule{badge}}, Settings{Rules: []Rule{with(badge, Keep)}}, ruleAction(Replace)},
		},
		"MaxValueBytes": {
			{"smallest", Settings{MaxValueBytes: 100}, Settings{MaxValueBytes: 50}, func(t *testing.T, s Settings) {
				if s.MaxValueBytes != 50 {
					t.Errorf("%d bytes", s.MaxValueBytes)
				}
			}},
			{"default", Settings{MaxValueBytes: DefaultMaxValueBytes + 1}, Settings{}, func(t *testing.T, s Settings) {
				if s.MaxValueBytes != DefaultMaxValueBytes {
					t.Errorf("%d bytes", s.MaxValueBytes)
				}
			}},
		},
		"MaxDepth": {
			{"smallest", Settings{MaxDepth: 10}, Settings{}, func(t *testing.T, s Settings) {
				if s.MaxDepth != 10 {
					t.Errorf("depth %d", s.MaxDepth)
				}
			}},
		},
	}
	for setting, list := range cases {
		for _, tc := range list {
			t.Run(setting+"/"+tc.name, func(t *testing.T) {
				tc.check(t, Strictest(tc.a, tc.b))
				tc.check(t, Strictest(tc.b, tc.a))
				tc.check(t, Strictest(tc.a, Strictest(tc.a, tc.b)))
			})
		}
	}
	settings := reflect.TypeFor[Settings]()
	for i := range settings.NumField() {
		if name := settings.Field(i).Name; cases[name] == nil {
			t.Errorf("%s has no order: Strictest has to know what is strictest of it, and this test a case", name)
		}
	}
	entity := reflect.TypeFor[EntitySettings]()
	for i := range entity.NumField() {
		if name := entity.Field(i).Name; cases["Entities."+name] == nil {
			t.Errorf("EntitySettings.%s has no order: Strictest has to know what is strictest of it, and this test a case", name)
		}
	}
}

func TestEveryActionHasAStrictness(t *testing.T) {
	if len(strictness) != ActionCount {
		t.Errorf("%d of %d actions have an order", len(strictness), ActionCount)
	}
	for a := range Action(ActionCount) {
		if !slices.Contains(strictness[:], a) {
			t.Errorf("%s has no order", a)
		}
	}
}

func TestStrictestLeavesTheListAsItWas(t *testing.T) {
	list := []Settings{{Allow: []Allow{{Exact: "a@example.com"}, {Exact: "b@example.com"}}, Packs: []string{"uk"}}, {Allow: []Allow{{Exact: "b@example.com"}}}}
	Strictest(list...)
	if len(list[0].Allow) != 2 || list[0].Allow[0].Exact != "a@example.com" || len(list[0].Packs) != 1 || list[0].Entities != nil {
		t.Error("the first of the list was changed")
	}
}
