package redact

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func TestPlainKeys(t *testing.T) {
	t.Parallel()
	for _, key := range []string{
		"", "gen_ai.prompt.0.content", "llm.input_messages.12.message.tool_calls.0.tool_call.function.name", "ai.response.toolCalls",
		"http.request.header.content-type", "app.kubernetes.io/name", "X-Request-Id",
	} {
		assert.True(t, plainByDefault.has(key), key)
	}
	for key, why := range map[string]string{
		"a@example.com":                 "an e-mail has another character",
		"1234567":                       "seven digits may be a phone number",
		"123-45-6789":                   "a social security number has nine digits",
		"415.555.0132":                  "a phone number has ten digits",
		"AB123456C":                     "a national insurance number has six digits and capitals",
		strings.Repeat("a", 17):         "a long word may be a token",
		"sk-" + strings.Repeat("a", 40): "a token",
		"password: x":                   "an assignment",
		"genkit:input":                  "a colon may belong to a URL or an assignment; the engine looks",
		"naïve":                         "another script may hide something; the engine looks",
	} {
		assert.False(t, plainByDefault.has(key), why)
	}
}

// Keys with findings of other packs, of terms and of rules are not plain, so that maps hold the same as their JSON does.
func TestKeysOfPoliciesAreLookedAt(t *testing.T) {
	t.Parallel()
	yes := true
	network := redaction.Settings{Packs: []string{"default", "network"}}
	for name, c := range map[string]struct {
		settings redaction.Settings
		key      string
		want     string
	}{
		"an address":         {network, "10.0.0.1", "<IP_ADDRESS>"},
		"a hardware address": {network, "aa-bb-cc-dd-ee-ff", "<MAC_ADDRESS>"},
		"one entity":         {redaction.Settings{Entities: map[string]redaction.EntitySettings{"IP_ADDRESS": {Enabled: &yes}}}, "10.0.0.1", "<IP_ADDRESS>"},
		"a term":             {redaction.Settings{Deny: []redaction.Deny{{Term: "kolibri"}}}, "kolibri.budget", "<DENY_LIST>.budget"},
		"a rule": {redaction.Settings{Rules: []redaction.Rule{{Name: "STAFF", Regex: "staff-[0-9]+", Literal: "staff-", MaxLength: 12}}},
			"staff-1234", "<STAFF>"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := pcommon.NewMap()
			m.PutEmptyMap("in").PutStr(c.key, "x")
			m.PutStr(c.key, "x")
			var o Outcome
			mustRedactor(t, Settings{Text: c.settings}).Attributes(m, &o)
			assert.Equal(t, map[string]any{"in": map[string]any{c.want: "x"}, c.want: "x"}, m.AsRaw())
		})
	}
}

// What looks random below the name of a secret is one, be it a key.
func TestKeysBelowTheNameOfASecretAreLookedAt(t *testing.T) {
	t.Parallel()
	m := pcommon.NewMap()
	m.PutEmptyMap("acme_token").PutStr("q7x-wv2k_zt9m", "x")
	m.PutStr("q7x-wv2k_zt9m", "x")
	var o Outcome
	mustRedactor(t, Settings{}).Attributes(m, &o)
	assert.Equal(t, map[string]any{"acme_token": map[string]any{"<SECRET>": "x"}, "q7x-wv2k_zt9m": "x"}, m.AsRaw())
}

// Law: a key that is called plain has no finding.
func FuzzPlainKeysHaveNoFinding(f *testing.F) {
	for _, seed := range []string{
		"gen_ai.prompt.0.content", "AB123456C", "415.555.0132", "123-45-6", "app.kubernetes.io/name", "sw1a.1aa", "phone.deutdeff", "dob.may/june",
	} {
		f.Add(seed)
	}
	byDefault, all := mustRedactor(f, Settings{}), mustRedactor(f, Settings{Text: redaction.Settings{Packs: []string{"all"}}})
	f.Fuzz(func(t *testing.T, key string) {
		for _, r := range []*Redactor{byDefault, all} {
			var counted redaction.Tally
			if _, changed := r.engine.Text(key, redaction.Place{}, &counted); changed && r.plain.has(key) {
				t.Errorf("%q is called plain, but has %d findings", key, counted.Total())
			}
		}
	})
}
