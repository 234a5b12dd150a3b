package genaiprocessor

// badRedaction are the errors of the files bad-*.yaml that are about redaction.
var badRedaction = map[string]string{
	"bad-identity-without-redaction.yaml": "redaction: identity: drop is done by redaction, so enabled: true is expected, found false",
	"bad-mode.yaml":                       "redaction: mode: one of enforce, monitor is expected, found \"dry-run\"",
	"bad-scope.yaml":                      "redaction: scope: one of genai, all is expected, found \"everything\"",
	"bad-identity.yaml":                   "redaction: identity: one of keep, drop is expected, found \"hash\"",
	"bad-packs.yaml":                      "redaction: packs[1]: expected one of default, network, bank, us, uk, eu, apac, latam, africa, health, vehicle, person, geo, all, found \"mars\"",
	"bad-action.yaml":                     "redaction: action: one of replace, drop_value, drop_attribute, keep is expected, found \"encrypt\"",
	"bad-placeholder.yaml":                "redaction: placeholder: expected {entity} once at most",
	"bad-detectors-entity.yaml":           "redaction: detectors: expected the name of an entity that docs/redaction.md lists, found \"MAIL\"",
	"bad-detectors-action.yaml":           "redaction::detectors::EMAIL: action: one of replace, drop_value, drop_attribute, keep is expected, found \"encrypt\"",
	"bad-detectors-key.yaml":              "decoding failed due to the following error(s):\n\n'redaction.detectors[EMAIL]' has invalid keys: mask_all",
	"bad-allow-empty.yaml":                "redaction::allow::1: expected exactly one of exact, suffix, cidr and regex, found 0",
	"bad-allow-two.yaml":                  "redaction::allow::0: expected exactly one of exact, suffix, cidr and regex, found 2",
	"bad-allow-entity.yaml":               "redaction::allow::0: entity: expected the name of an entity that docs/redaction.md lists, found \"MAIL\"",
	"bad-allow-regex.yaml":                "redaction::allow::0: regex: expected an RE2 regular expression: missing closing )",
	"bad-allow-type.yaml":                 "decoding failed due to the following error(s):\n\n'redaction.allow[0]' expected a map or struct, got \"string\"",
	"bad-limits.yaml":                     "redaction::limits: max_value_bytes: a number of bytes from 1 to 67108864 is expected, found 0; max_depth: a number from 1 to 64 is expected, found 1000",
	"bad-allow-cidr.yaml":                 "redaction::allow::0: cidr: expected an address block such as \"10.0.0.0/8\"",
	"bad-deny.yaml":                       "redaction::deny::1: term: expected 3 to 256 bytes without blanks around them, found 2",
	"bad-deny-entity.yaml":                "redaction::deny::0: entity: expected the name of an entity that docs/redaction.md lists, found \"NAME\"",
	"bad-rules.yaml":                      "redaction: rules[0]: literal: expected a text that stands in every match of regex, in one piece and in the same case",
	"bad-rules-action.yaml":               "redaction::rules::0: action: one of replace, drop_value, drop_attribute, keep is expected, found \"encrypt\"",
	"bad-rules-key.yaml":                  "decoding failed due to the following error(s):\n\n'redaction.rules[0]' has invalid keys: pattern",
}
