package redact

import (
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// TestStrictest has cases for every setting but the texts', which redaction.Strictest has.
func TestStrictest(t *testing.T) {
	t.Parallel()
	cases := map[string][]struct {
		name       string
		a, b, want Settings
	}{
		"Mode": {
			{"enforce over monitor", Settings{Mode: Monitor}, Settings{Mode: Enforce}, Settings{Mode: Enforce}},
			{"monitor in both", Settings{Mode: Monitor}, Settings{Mode: Monitor}, Settings{Mode: Monitor}},
		},
		"Identity": {
			{"pseudonym over keep", Settings{Identity: KeepIdentity}, Settings{Identity: PseudonymIdentity}, Settings{Identity: PseudonymIdentity}},
			{"drop over pseudonym", Settings{Identity: PseudonymIdentity}, Settings{Identity: DropIdentity}, Settings{Identity: DropIdentity}},
			{"drop over keep", Settings{Identity: KeepIdentity}, Settings{Identity: DropIdentity}, Settings{Identity: DropIdentity}},
		},
		"IdentityKeys": {
			{
				"union", Settings{IdentityKeys: map[string]bool{"a": true}}, Settings{IdentityKeys: map[string]bool{"b": true}},
				Settings{IdentityKeys: map[string]bool{"a": true, "b": true}},
			},
			{"of one", Settings{IdentityKeys: map[string]bool{"a": true}}, Settings{}, Settings{IdentityKeys: map[string]bool{"a": true}}},
		},
		"ContentKeys": {
			{
				"union", Settings{ContentKeys: map[string]redaction.ContentKind{"a": redaction.InputContent}},
				Settings{ContentKeys: map[string]redaction.ContentKind{"b": redaction.InputContent}},
				Settings{ContentKeys: map[string]redaction.ContentKind{"a": redaction.InputContent, "b": redaction.InputContent}},
			},
		},
		"Text": {
			{
				"merged", Settings{Text: redaction.Settings{Action: redaction.Keep}}, Settings{Text: redaction.Settings{Action: redaction.DropValue}},
				Settings{Text: redaction.Settings{Action: redaction.DropValue}},
			},
		},
	}
	for setting, list := range cases {
		for _, tc := range list {
			t.Run(setting+"/"+tc.name, func(t *testing.T) {
				t.Parallel()
				tc.want.Text = redaction.Strictest(tc.a.Text, tc.b.Text)
				assert.Equal(t, tc.want, Strictest(tc.a, tc.b))
				assert.Equal(t, tc.want, Strictest(tc.b, tc.a))
			})
		}
	}
	settings := reflect.TypeFor[Settings]()
	for i := range settings.NumField() {
		name := settings.Field(i).Name
		assert.NotNil(t, cases[name], "%s has no order: Strictest has to know what is strictest of it, and this test a case", name)
	}
}

// TestEveryModeHasAStrictness: New refuses what is beyond the last mode, so that one that it takes and that has no order is seen.
func TestEveryModeHasAStrictness(t *testing.T) {
	t.Parallel()
	for mode := range Mode(20) {
		_, err := New(Settings{Mode: mode})
		assert.Equal(t, err == nil, slices.Contains(modeStrictness, mode), "mode %d", mode)
	}
	for identity := range IdentityMode(20) {
		_, err := New(Settings{Identity: identity, Text: redaction.Settings{Pseudonym: redaction.PseudonymSettings{
			Key: []byte("no secret: for the tests of the strictest"),
		}}})
		assert.Equal(t, err == nil, slices.Contains(identityStrictness, identity), "identity %d", identity)
	}
}

func TestStrictestLeavesTheListAsItWas(t *testing.T) {
	t.Parallel()
	first := Settings{IdentityKeys: map[string]bool{"a": true}}
	Strictest(first, Settings{IdentityKeys: map[string]bool{"b": true}})
	assert.Equal(t, map[string]bool{"a": true}, first.IdentityKeys)
}
