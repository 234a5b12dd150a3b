package genaiprocessor

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// badPolicies are the errors of the files bad-*.yaml that are about policies and what is summed up.
var badPolicies = map[string]string{
	"bad-policies.yaml": "redaction::policies::0: name: 1 to 32 lower-case letters, digits, _ and - are expected, found \"Acme\"\n" +
		"redaction::policies::1: name: another one than base and strictest is expected, found \"strictest\"\n" +
		"redaction::policies::2: exactly one of from_context and resource_attribute is expected, found none\n" +
		"redaction::policies::3: exactly one of from_context and resource_attribute is expected, found both\n" +
		"redaction::policies::4: from_context: auth.<attribute> or metadata.<key> is expected, found \"tenant\"\n" +
		"redaction::policies::5: from_context: auth.<attribute> or metadata.<key> is expected, found \"metadata.\"; values: 1 to 1000 are expected, found 0\n" +
		"redaction::policies::6: values[1]: a text is expected, found none\n" +
		"redaction::policies::7: mode: one of enforce, monitor is expected, found \"dry-run\"; identity: one of keep, drop, pseudonym is expected, found \"hash\"; action: one of replace, pseudonym, mask, drop_value, drop_attribute, keep is expected, found \"encrypt\"\n" +
		"redaction::policies::8::detectors::EMAIL: action: one of replace, pseudonym, mask, drop_value, drop_attribute, keep is expected, found \"encrypt\"\n" +
		"redaction::policies::8::allow::0: expected exactly one of exact, suffix, cidr and regex, found 0\n" +
		"redaction::policies::8::deny::0: term: expected 3 to 256 bytes without blanks around them, found 2",
	"bad-policies-together.yaml":          "redaction: policies[1]: name: one that no policy before has is expected, found \"acme\"; policies[1]: values[1]: one that no policy before is for is expected, since the first holds; policies[2]: packs[0]: expected one of default, network, bank, us, uk, eu, apac, latam, africa, health, vehicle, person, geo, all, found \"mars\"",
	"bad-policies-rules.yaml":             "redaction: policies: all of them together, which hold where none matches: rules[1]: name: expected one that no other entity has, found \"DESK\"",
	"bad-policies-without-redaction.yaml": "redaction: policies: they are about redaction, so enabled: true is expected, found false",
	"bad-policies-without-key.yaml":       "redaction: policies[0]: pseudonym: key: expected at least 32 bytes for identity: pseudonym, found 0; policies[1]: pseudonym: key: expected at least 32 bytes for action: pseudonym, found 0",
	"bad-policies-key.yaml":               "decoding failed due to the following error(s):\n\n'redaction.policies[0]' has invalid keys: scope",
	"bad-summary.yaml":                    "redaction: summary: one of off, count, entities is expected, found \"all\"",
}

func TestMorePoliciesOrValuesThanAllowedAreRefused(t *testing.T) {
	t.Parallel()
	cfg := createDefaultConfig().(*Config)
	for i := range maxPolicies {
		cfg.Redaction.Policies = append(cfg.Redaction.Policies, PolicyConfig{
			Name: fmt.Sprintf("p%d", i), FromContext: "auth.tenant", Values: []string{fmt.Sprint(i)},
		})
	}
	require.NoError(t, confmap.Validate(cfg))
	cfg.Redaction.Policies = append(cfg.Redaction.Policies, PolicyConfig{Name: "more", FromContext: "auth.tenant", Values: []string{"more"}})
	assert.EqualError(t, confmap.Validate(cfg), "redaction: policies: at most 256 are expected, found 257")

	p := PolicyConfig{Name: "p", FromContext: "auth.tenant", Values: make([]string, maxPolicyValues+1)}
	assert.EqualError(t, p.Validate(), "values: 1 to 1000 are expected, found 1001")
}

// TestEveryOverrideOfAPolicyHolds sets every key of a policy that is one of the redaction section, too.
func TestEveryOverrideOfAPolicyHolds(t *testing.T) {
	t.Parallel()
	base := defaultRedaction()
	base.Detectors = map[string]DetectorConfig{"EMAIL": {Action: "keep"}, "PHONE": {Action: "keep"}}
	yes, two := true, 2
	over := PolicyConfig{
		Mode: "monitor", Identity: "drop", Packs: []string{"uk"}, Action: "drop_value",
		Mask:      MaskConfig{Char: "#", KeepFirst: &two, KeepLast: &two},
		Detectors: map[string]DetectorConfig{"EMAIL": {Enabled: &yes}, "PHONE": {Action: "drop_attribute"}, "IBAN": {Action: "keep"}},
		Allow:     []AllowConfig{{Exact: "a@example.com"}}, Deny: []DenyConfig{{Term: "Project Red"}}, Rules: []RuleConfig{{Name: "DESK"}},
		Content: ContentConfig{"input": "hash"},
	}
	got := reflect.ValueOf(base.under(&over)).Elem()
	want, section := reflect.ValueOf(over), reflect.TypeFor[RedactionConfig]()
	overrides := 0
	for i := range want.NumField() {
		name := want.Type().Field(i).Name
		if _, ok := section.FieldByName(name); !ok || name == "Detectors" {
			continue
		}
		overrides++
		require.False(t, want.Field(i).IsZero(), "%s is not set by this test", name)
		assert.Equal(t, want.Field(i).Interface(), got.FieldByName(name).Interface(), name)
	}
	assert.Equal(t, 9, overrides)
	assert.Equal(t, map[string]DetectorConfig{
		"EMAIL": {Enabled: &yes, Action: "keep"}, "PHONE": {Action: "drop_attribute"}, "IBAN": {Action: "keep"},
	}, base.under(&over).Detectors, "each key of an entity by itself")
	base.Content = ContentConfig{"input": "drop", "output": "drop"}
	assert.Equal(t, ContentConfig{"input": "hash", "output": "drop"}, base.under(&over).Content, "each kind by itself")
	assert.Equal(t, base, *base.under(&PolicyConfig{}), "what sets nothing changes nothing")
}

// TestEveryKeyOfADetectorCanBeOverridden: DetectorConfig.under knows every key.
func TestEveryKeyOfADetectorCanBeOverridden(t *testing.T) {
	t.Parallel()
	detector := reflect.TypeFor[DetectorConfig]()
	for i := range detector.NumField() {
		var over DetectorConfig
		field := reflect.ValueOf(&over).Elem().Field(i)
		switch field.Kind() {
		case reflect.Pointer:
			field.Set(reflect.New(field.Type().Elem()))
		case reflect.String:
			field.SetString("x")
		case reflect.Struct:
			two := 2
			over.Mask = MaskConfig{Char: "#", KeepFirst: &two, KeepLast: &two}
		default:
			t.Fatalf("%s: this test can't set a %s", detector.Field(i).Name, field.Type())
		}
		assert.Equal(t, over, DetectorConfig{}.under(over), detector.Field(i).Name)
	}
}

func TestPoliciesAreCompiledFromTheConfiguration(t *testing.T) {
	t.Parallel()
	c := defaultRedaction()
	c.Placeholder, c.Identity = "[{entity}]", "drop"
	c.Policies = []PolicyConfig{
		{Name: "a", FromContext: "auth.tenant.id", Values: []string{"1"}, Action: "keep"},
		{Name: "b", FromContext: "metadata.x-tenant", Values: []string{"2"}, Identity: "keep", Mode: "monitor"},
		{Name: "c", ResourceAttribute: "team", Values: []string{"3"}, Deny: []DenyConfig{{Term: "Project Red"}}},
	}
	key := redaction.PseudonymSettings{KeyID: "k1"}
	got := c.policies(key)
	require.Len(t, got, 3)
	for i, want := range []struct {
		source processor.PolicySource
		key    string
	}{{processor.FromClientAuth, "tenant.id"}, {processor.FromClientMetadata, "x-tenant"}, {processor.FromResource, "team"}} {
		assert.Equal(t, c.Policies[i].Name, got[i].Name)
		assert.Equal(t, want.source, got[i].Source)
		assert.Equal(t, want.key, got[i].Key)
		assert.Equal(t, c.Policies[i].Values, got[i].Values)
		assert.Equal(t, "[{entity}]", got[i].Redaction.Text.Placeholder)
		assert.Equal(t, key, got[i].Redaction.Text.Pseudonym, "the key of all")
	}
	assert.Equal(t, redaction.Keep, got[0].Redaction.Text.Action)
	assert.Equal(t, redact.DropIdentity, got[0].Redaction.Identity)
	assert.Equal(t, redact.KeepIdentity, got[1].Redaction.Identity)
	assert.Equal(t, redact.Monitor, got[1].Redaction.Mode)
	assert.Equal(t, []redaction.Deny{{Term: "Project Red"}}, got[2].Redaction.Text.Deny)
}
