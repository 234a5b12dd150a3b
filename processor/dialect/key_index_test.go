package dialect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestKeyIndexHasAllKeys(t *testing.T) {
	t.Parallel()
	v, err := Compile(All(), V1_41)
	require.NoError(t, err)
	for key, rules := range v.keys {
		assert.Equal(t, rules, v.index.rules(key), key)
		for _, other := range []string{key + "x", key[1:], key[:len(key)-1], strings.ToUpper(key)} {
			assert.Equal(t, v.keys[other], v.index.rules(other), other)
		}
	}
	none := newKeyIndex(nil)
	assert.Nil(t, none.rules("x"))
	assert.Nil(t, none.rules(""))
}

// FuzzLookupEqualsItsNaiveTwin compares with a search through all keys and prefixes, the longest prefix first.
func FuzzLookupEqualsItsNaiveTwin(f *testing.F) {
	v, err := Compile(append([]Dialect{{Name: "short", Marks: []string{"x", "yz", "q."}}}, All()...), V1_41)
	require.NoError(f, err)
	for _, key := range []string{
		"", "x", "yz", "q.", "q.a", "gen_ai.system", "llm.input_messages.0.message.role", "fi.", "fi.x", "llm.usage.prompt_tokens", "http.route",
		"gen_ai.usage.input_tokens", "langfuse.observation.prompt.name",
	} {
		f.Add(key)
	}
	f.Fuzz(func(t *testing.T, key string) {
		want, longest := v.keys[key], 0
		for _, bucket := range v.prefixes {
			for _, p := range bucket {
				if v.keys[key] == nil && strings.HasPrefix(key, p.prefix) && len(p.prefix) > longest {
					want, longest = p.rules, len(p.prefix)
				}
			}
		}
		if got := v.lookup(key); len(got) != len(want) || len(got) > 0 && &got[0] != &want[0] {
			t.Errorf("lookup(%q) has %d rules, want %d", key, len(got), len(want))
		}
	})
}
