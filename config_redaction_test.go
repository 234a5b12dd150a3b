package genaiprocessor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/processor/processortest"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
)

// badRedaction are the errors of the files bad-*.yaml that are about redaction.
var badRedaction = map[string]string{
	"bad-identity-without-redaction.yaml":   "redaction: identity: drop is done by redaction, so enabled: true is expected, found false",
	"bad-mode.yaml":                         "redaction: mode: one of enforce, monitor is expected, found \"dry-run\"",
	"bad-scope.yaml":                        "redaction: scope: one of genai, all is expected, found \"everything\"",
	"bad-identity.yaml":                     "redaction: identity: one of keep, drop, pseudonym is expected, found \"hash\"",
	"bad-packs.yaml":                        "redaction: packs[1]: expected one of default, network, bank, us, uk, eu, apac, latam, africa, health, vehicle, person, geo, all, found \"mars\"",
	"bad-action.yaml":                       "redaction: action: one of replace, pseudonym, mask, drop_value, drop_attribute, keep is expected, found \"encrypt\"",
	"bad-action-without-key.yaml":           "redaction: pseudonym: key: expected at least 32 bytes for action: pseudonym, found 0",
	"bad-detectors-action-without-key.yaml": "redaction: pseudonym: key: expected at least 32 bytes for action: pseudonym, found 0",
	"bad-identity-without-key.yaml":         "redaction: pseudonym: key: expected at least 32 bytes for identity: pseudonym, found 0",
	"bad-pseudonym-without-redaction.yaml":  "redaction: identity: pseudonym is done by redaction, so enabled: true is expected, found false",
	"bad-pseudonym-short.yaml":              "redaction: pseudonym: key: expected at least 32 bytes, found 9",
	"bad-pseudonym-weak.yaml":               "redaction: pseudonym: key: expected random bytes, at least 8 different ones, found 1",
	"bad-pseudonym-id.yaml":                 "redaction: pseudonym: key_id: expected a small letter, then small letters and digits, 16 at most, found \"2026\"",
	"bad-pseudonym-two.yaml":                "redaction::pseudonym: one of key and key_file is expected, found both",
	"bad-pseudonym-key.yaml":                "decoding failed due to the following error(s):\n\n'redaction.pseudonym' has invalid keys: salt",
	"bad-mask.yaml":                         "redaction: mask::char: expected one of *, #, ?, found \"X\"",
	"bad-mask-keep.yaml":                    "redaction: mask::keep_last: expected a number from 0 to 32, found -1",
	"bad-mask-card.yaml":                    "redaction: detectors::CREDIT_CARD::mask::keep_last: expected at most 4 for CREDIT_CARD (PCI DSS 3.4.1), found 6",
	"bad-mask-secret.yaml":                  "redaction: detectors::API_KEY::mask: expected no keep_first and no keep_last, since nothing is left of a secret",
	"bad-placeholder-word.yaml":             "redaction: placeholder: expected one of < [ ( { * # $ ? ! | ~ ^ first",
	"bad-placeholder.yaml":                  "redaction: placeholder: expected {entity} once at most",
	"bad-detectors-entity.yaml":             "redaction: detectors: expected the name of an entity that docs/redaction.md lists, found \"MAIL\"",
	"bad-detectors-action.yaml":             "redaction::detectors::EMAIL: action: one of replace, pseudonym, mask, drop_value, drop_attribute, keep is expected, found \"encrypt\"",
	"bad-detectors-key.yaml":                "decoding failed due to the following error(s):\n\n'redaction.detectors[EMAIL]' has invalid keys: mask_all",
	"bad-allow-empty.yaml":                  "redaction::allow::1: expected exactly one of exact, suffix, cidr and regex, found 0",
	"bad-allow-two.yaml":                    "redaction::allow::0: expected exactly one of exact, suffix, cidr and regex, found 2",
	"bad-allow-entity.yaml":                 "redaction::allow::0: entity: expected the name of an entity that docs/redaction.md lists, found \"MAIL\"",
	"bad-allow-regex.yaml":                  "redaction::allow::0: regex: expected an RE2 regular expression: missing closing )",
	"bad-allow-type.yaml":                   "decoding failed due to the following error(s):\n\n'redaction.allow[0]' expected a map or struct, got \"string\"",
	"bad-limits.yaml":                       "redaction::limits: max_value_bytes: a number of bytes from 1 to 67108864 is expected, found 0; max_depth: a number from 1 to 64 is expected, found 1000",
	"bad-allow-cidr.yaml":                   "redaction::allow::0: cidr: expected an address block such as \"10.0.0.0/8\"",
	"bad-deny.yaml":                         "redaction::deny::1: term: expected 3 to 256 bytes without blanks around them, found 2",
	"bad-deny-entity.yaml":                  "redaction::deny::0: entity: expected the name of an entity that docs/redaction.md lists, found \"NAME\"",
	"bad-rules.yaml":                        "redaction: rules[0]: literal: expected a text that stands in every match of regex, in one piece and in the same case",
	"bad-rules-action.yaml":                 "redaction::rules::0: action: one of replace, pseudonym, mask, drop_value, drop_attribute, keep is expected, found \"encrypt\"",
	"bad-rules-key.yaml":                    "decoding failed due to the following error(s):\n\n'redaction.rules[0]' has invalid keys: pattern",
}

// Who adds a pack may forget that the default one has to be named beside it.
func TestPacksWithoutDefaultAreToldOfAtStart(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		packs []string
		want  int
	}{
		"the default":        {[]string{"default"}, 0},
		"none":               {nil, 0},
		"all":                {[]string{"all"}, 0},
		"one beside it":      {[]string{"eu", "default"}, 0},
		"one without it":     {[]string{"eu"}, 1},
		"several without it": {[]string{"eu", "us"}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			core, logs := observer.New(zapcore.WarnLevel)
			cfg := createDefaultConfig().(*Config)
			cfg.Redaction.Packs = tc.packs
			set := processortest.NewNopSettings(metadata.Type)
			set.Logger = zap.New(core)
			_, err := NewFactory().CreateTraces(context.Background(), set, cfg, consumertest.NewNop())
			require.NoError(t, err)
			require.Equal(t, tc.want, logs.Len())
			for _, entry := range logs.All() {
				assert.Equal(t, "redaction::packs has no default: e-mail addresses, phone numbers, cards and secrets are not looked for", entry.Message)
			}
		})
	}
}
