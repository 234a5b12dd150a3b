package redact

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func TestKeysThatAreFindingsAreRenamed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		in   map[string]any
		want map[string]any
	}{
		{
			"an attribute key, with its value",
			map[string]any{"a@example.com": "x", "plain": "y"},
			map[string]any{"<EMAIL>": "x", "plain": "y"},
		},
		{
			"a finding inside of a key",
			map[string]any{"mail of a@example.com": int64(1)},
			map[string]any{"mail of <EMAIL>": int64(1)},
		},
		{
			"two keys that become the same",
			map[string]any{"a@example.com": int64(1), "b@example.com": int64(1)},
			map[string]any{"<EMAIL>": int64(1), "<EMAIL>#2": int64(1)},
		},
		{
			"a key that another already has",
			map[string]any{"<EMAIL>": "old", "<EMAIL>#2": "old", "a@example.com": "new"},
			map[string]any{"<EMAIL>": "old", "<EMAIL>#2": "old", "<EMAIL>#3": "new"},
		},
		{
			"a key inside of a value, whose own value holds a finding",
			map[string]any{"outer": map[string]any{"a@example.com": map[string]any{"b": "b@example.com"}}},
			map[string]any{"outer": map[string]any{"<EMAIL>": map[string]any{"b": "<EMAIL>"}}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := pcommon.NewMap()
			require.NoError(t, m.FromRaw(tt.in))
			var o Outcome
			mustRedactor(t, Settings{}).Attributes(m, &o)
			assert.Equal(t, tt.want, m.AsRaw())
		})
	}
}

func TestAKeyThatComesTwiceIsRenamedTwice(t *testing.T) {
	t.Parallel()
	td, err := (&ptrace.JSONUnmarshaler{}).UnmarshalTraces([]byte(`{"resourceSpans":[{"resource":{"attributes":[` +
		`{"key":"a@example.com","value":{"intValue":"1"}},{"key":"a@example.com","value":{"intValue":"2"}}]}}]}`))
	require.NoError(t, err)
	m := td.ResourceSpans().At(0).Resource().Attributes()
	require.Equal(t, 2, m.Len())
	var o Outcome
	mustRedactor(t, Settings{}).Attributes(m, &o)
	assert.Equal(t, map[string]any{"<EMAIL>": int64(1), "<EMAIL>#2": int64(2)}, m.AsRaw())
	assert.Equal(t, 2, o.Tally.Total())
}

func TestMoreKeysThanCanBeRenamedAreRemovedAndCounted(t *testing.T) {
	t.Parallel()
	m := pcommon.NewMap()
	for i := range maxRenamedKeys + 10 {
		m.PutInt("user"+strconv.Itoa(i)+"@example.com", 1)
	}
	m.PutStr("plain", "stays")
	var o Outcome
	mustRedactor(t, Settings{}).Attributes(m, &o)
	assert.Equal(t, maxRenamedKeys+1, m.Len())
	assert.Equal(t, maxRenamedKeys+10, o.Tally.Total())
	assert.Equal(t, 10, o.Tally.Failed(redaction.FailBudget))
	for key := range m.All() {
		assert.NotContains(t, key, "@")
	}
}

func TestPlainKeys(t *testing.T) {
	t.Parallel()
	for _, key := range []string{
		"", "gen_ai.prompt.0.content", "llm.input_messages.12.message.tool_calls.0.tool_call.function.name", "ai.response.toolCalls",
		"http.request.header.content-type", "app.kubernetes.io/name", "X-Request-Id",
	} {
		assert.True(t, isPlainKey(key), key)
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
		assert.False(t, isPlainKey(key), why)
	}
}

// Law: a key that is called plain has no finding.
func FuzzPlainKeysHaveNoFinding(f *testing.F) {
	for _, seed := range []string{"gen_ai.prompt.0.content", "AB123456C", "415.555.0132", "123-45-6", "app.kubernetes.io/name"} {
		f.Add(seed)
	}
	r := mustRedactor(f, Settings{})
	f.Fuzz(func(t *testing.T, key string) {
		var counted redaction.Tally
		if _, changed := r.engine.Text(key, redaction.Place{}, &counted); changed && isPlainKey(key) {
			t.Errorf("%q is called plain, but has %d findings", key, counted.Total())
		}
	})
}
