package redaction

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestActions(t *testing.T) {
	t.Parallel()
	of := func(action Action) Settings {
		return Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: &action}}}
	}
	off := false
	const in = `{"to":"write to alice@example.com","ids":["536-90-4399"],"alice@example.com":1,"card":4111111111111111}`
	for _, c := range []struct {
		name       string
		settings   Settings
		in, want   string
		total      int
		kept       int
		dropsWhole bool
	}{
		{"replace", Settings{}, in, `{"to":"write to <EMAIL>","ids":["<US_SSN>"],"<EMAIL>":1,"card":"<CREDIT_CARD>"}`, 4, 0, false},
		{"drop the value of one entity", of(DropValue), in, `{"to":"<EMAIL>","ids":["<US_SSN>"],"<EMAIL>":1,"card":"<CREDIT_CARD>"}`, 4, 0, false},
		{"drop the value of any", Settings{Action: DropValue}, "alice@example.com is 536-90-4399", "<EMAIL>", 1, 0, false},
		{"drop the attribute", of(DropAttribute), in, `{"to":"<EMAIL>","ids":["<US_SSN>"],"<EMAIL>":1,"card":"<CREDIT_CARD>"}`, 4, 0, true},
		{"keep and count", of(Keep), in, `{"to":"write to alice@example.com","ids":["<US_SSN>"],"alice@example.com":1,"card":"<CREDIT_CARD>"}`, 2, 2, false},
		{"keep what holds something else", Settings{Entities: map[string]EntitySettings{"COOKIE": {Action: ptr(Keep)}}},
			"Cookie: who=alice@example.com; a=b", "Cookie: who=<EMAIL>; a=b", 1, 1, false},
		{"keep what overlaps with something else", Settings{Entities: map[string]EntitySettings{"PHONE": {Action: ptr(Keep)}}},
			"call (415) 555-0132@example.com", "call <EMAIL>", 1, 0, false},
		{"keep what something else overlaps with", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: ptr(Keep)}}},
			"call (415) 555-0132@example.com", "call <PHONE>", 1, 0, false},
		{"keep both", Settings{Action: Keep}, "call (415) 555-0132@example.com", "call (415) 555-0132@example.com", 0, 1, false},
		{"keep an address with a number in it", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: ptr(Keep)}}},
			"4111111111111111@example.com, +14155550132@example.com, bob@example.com",
			"<CREDIT_CARD>@example.com, <PHONE>, bob@example.com", 2, 2, false},
		{"allow an address, but no number before it", Settings{Allow: []Allow{{Suffix: "@example.com"}}},
			"(415) 555-0132@example.com, 4111111111111111@example.com, bob@example.com",
			"<PHONE>, <CREDIT_CARD>@example.com, bob@example.com", 2, 0, false},
		{"the stricter of two actions", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: ptr(DropValue)}, "PHONE": {Action: ptr(Mask)}}},
			"call (415) 555-0132@example.com", "<EMAIL>", 1, 0, false},
		{"no mask of two", Settings{Action: Mask}, "call (415) 555-0132@example.com", "call <PHONE>", 1, 0, false},
		{"an entity that is off", Settings{Entities: map[string]EntitySettings{"EMAIL": {Enabled: &off}}}, in,
			`{"to":"write to alice@example.com","ids":["<US_SSN>"],"alice@example.com":1,"card":"<CREDIT_CARD>"}`, 2, 0, false},
		{"an own template", Settings{Placeholder: "[gone: {entity}]"}, "alice@example.com is 536-90-4399", "[gone: EMAIL] is [gone: US_SSN]", 2, 0, false},
		{"a template without the entity", Settings{Placeholder: "****"}, `{"password":"hunter2","n":4111111111111111}`, `{"password":"****","n":"****"}`, 2, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			e := newEngine(t, c.settings)
			var tally Tally
			out, _ := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, out)
			assert.Equal(t, c.total, tally.Total())
			kept := 0
			for _, en := range e.Entities() {
				kept += tally.Kept(en)
			}
			assert.Equal(t, c.kept, kept)
			assert.Equal(t, c.dropsWhole, tally.TakeDropAttribute())
			assert.False(t, tally.TakeDropAttribute(), "taken")

			var second Tally
			again, changed := e.Text(out, Place{}, &second)
			assert.Equal(t, out, again, "twice is once")
			assert.False(t, changed)
			assert.Zero(t, second.Total())
		})
	}
}

func TestActionNames(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"replace", "pseudonym", "mask", "drop_value", "drop_attribute", "keep"}, ActionNames())
	for _, name := range ActionNames() {
		a, ok := ActionByName(name)
		assert.True(t, ok)
		assert.Equal(t, name, a.String())
	}
	_, ok := ActionByName("encrypt")
	assert.False(t, ok)
	assert.Empty(t, Action(99).String())
}
