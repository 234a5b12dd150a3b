package redact

import (
	"strconv"
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
