package detect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// samples are bodies for the prefixes that ask for more than mixed letters and digits.
func samples() map[string]string {
	uuid := hexBody(8) + "-" + hexBody(4) + "-" + hexBody(4) + "-" + hexBody(4) + "-" + hexBody(12)
	slack := "123456789012-123456789012-" + randomBody(24)
	authress := randomBody(12) + "." + randomBody(5) + ".acc-" + randomBody(12) + "." + randomBody(40)
	aws := "Q5ZTGJUNCYN7D36I"
	return map[string]string{
		"sk-lf-": uuid, "pk-lf-": uuid,
		"bedrock-api-key-": "YmVkcm9jay5hbWF6b25hd3MuY29t",
		"AKIA":             aws, "ASIA": aws, "ABIA": aws, "ACCA": aws, "A3T": "X" + aws,
		"xkeysib-": hexBody(64) + "-" + randomBody(16), "xsmtpsib-": hexBody(64) + "-" + randomBody(16),
		"A3-":   "F1T735-H72NY25H1FB-DDOTT-E2CFQ-4NRTR",
		"sgp_":  hexBody(40),
		"API-":  "EZ977F6STO57AEGMAPKVMNISDQ",
		"xoxb-": slack, "xoxp-": slack, "xoxo-": slack, "xoxs-": slack, "xapp-": "1-" + slack,
		"AGE-SECRET-KEY-1": strings.ToUpper(randomBody(58)),
		"v1.0-":            hexBody(24) + "-" + hexBody(146),
		"sdk-":             uuid, "access-production-": uuid, "access-development-": uuid, "access-sandbox-": uuid,
		"pat.": randomBody(22) + "." + randomBody(24) + "." + randomBody(20), "sat.": randomBody(22) + "." + randomBody(24) + "." + randomBody(20),
		"sc_": authress, "ext_": authress, "scauth_": authress, "authress_": authress,
		"production_": randomBody(8) + "_" + randomBody(16), "sandbox_": randomBody(8) + "_" + randomBody(16),
		"dt0c01.": randomBody(24) + "." + randomBody(64),
		"pk.":     randomBody(60) + "." + randomBody(22), "sk.eyJ": randomBody(60) + "." + randomBody(22),
	}
}

// bodyFor returns a body for f: its sample, or random-looking characters of its alphabet and least length.
func bodyFor(f keyFormat) string {
	switch sample, ok := samples()[f.prefix]; {
	case ok:
		return sample
	case f.body&upper == 0 || f.body == hex:
		return hexBody(f.min)
	default:
		return randomBody(f.min)
	}
}

func TestEveryKeyOfTheTableIsFoundWhateverFollows(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	for i, f := range keyFormats {
		for _, after := range []string{"", ".", ". Then", ", then", ")", ">", "&a=1", `"`, "'", "\n", " ", ";", "`", "</b>"} {
			t.Run(fmt.Sprintf("format %d before %q", i, after), func(t *testing.T) {
				t.Parallel()
				key := f.prefix + bodyFor(f)
				if f.prefix == "bedrock-api-key-" && after == "&a=1" {
					key = strings.TrimRight(key, "=")
				}
				for _, before := range []string{"", "use ", `"`, "key=", "key: ", "<b>", "(", "?a=", "%3D"} {
					found := scanAll(t, s, before+key+after, Place{})
					require.Len(t, found, 1, "before %q", before)
					assert.Contains(t, found[0], key, "before %q", before)
				}
			})
		}
	}
}

func TestKeyPrefixesAreTokens(t *testing.T) {
	t.Parallel()
	for i, f := range keyFormats {
		assert.GreaterOrEqual(t, len(f.prefix), 2, "format %d", i)
		assert.True(t, is(f.prefix[0], alnum), "format %d: a key starts with a token", i)
		assert.True(t, f.max == 0 || f.max >= f.min, "format %d", i)
		for _, earlier := range keyFormats[:i] {
			assert.False(t, strings.HasPrefix(f.prefix, earlier.prefix) && f.body == earlier.body && earlier.max == 0 && earlier.accept == nil,
				"format %d never gets its turn", i)
		}
	}
}

func TestAPIKey(t *testing.T) {
	t.Parallel()
	azure, telegram := "abc1Q~"+randomBody(34), "123456789:A"+randomBody(34)
	checkFamily(t, []family{
		{"OpenAI, old form", join("sk-", randomBody(48)), []string{"API_KEY " + join("sk-", randomBody(48))}},
		{"Microsoft Entra ID", "secret " + azure, []string{"API_KEY " + azure}},
		{"Telegram", "bot " + telegram + ".", []string{"API_KEY " + telegram}},
		{"a stand-in's letters inside of a key", join("ghp_", "a8KyourXq7Wm2Xc9Vb4Nt6Ry1Ep5Gtodo0Js"), []string{"API_KEY " + join("ghp_", "a8KyourXq7Wm2Xc9Vb4Nt6Ry1Ep5Gtodo0Js")}},
		{"a stand-in in one word", join("ghp_", "YourTokenHere1234567890abcdefghijklmn"[:36]), nil},
		{"a mask", join("sk-", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), nil},
		{"a stand-in", join("sk-", "your-api-key-goes-here-12345678901234567890"), nil},
		{"the example of the documentation", join("AKIA", "IOSFODNN7EXAMPLE"), nil},
		{"a class of CSS", "sk-fading-circle sk-toggleable__content-12", nil},
		{"a name in source code", "hf_requiredCharacteristicTypesForDisplayMetadata", nil},
		{"inside of a token", "x" + join("ghp_", randomBody(36)), nil},
		{"too short", join("ghp_", randomBody(30)), nil},
		{"too long for its issuer", join("SK", hexBody(33)), nil},
		{"in another case", strings.ToUpper(join("ghp_", randomBody(36))), nil},
		{"words in capitals", "API-VIRHEKAPSELOINTIMERKKIJON", nil},
	})
}
