package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlaceholderGrammarIsExact(t *testing.T) {
	t.Parallel()
	p := NewPlaceholders([]string{"ORDER_NUMBER"}, []string{"[gone:EMAIL]", "[gone:EMAIL_OF_OTHERS]", "****"})
	letters := strings.Repeat("bcdfghjklm", 2)
	for name, text := range map[string]string{
		"what failed":            "<REDACTED>",
		"an entity":              "<US_SSN>",
		"an entity of the user":  "<ORDER_NUMBER>",
		"a pseudonym":            "<EMAIL_k1_" + letters + ">",
		"a long name of a key":   "<UK_DRIVING_LICENCE_" + strings.Repeat("k", MaxKeyID) + "_" + letters + ">",
		"of an own template":     "[gone:EMAIL]",
		"the longest that fits":  "[gone:EMAIL_OF_OTHERS]",
		"a template of one form": "****",
	} {
		inside := []byte("a" + text + "b")
		assert.Equal(t, len(inside)-1, p.End(inside, 1), name)
		assert.True(t, p.endsAt(inside, len(inside)-1), name)
	}
	for name, text := range map[string]string{
		"another name":            "<PERSONS>",
		"small letters":           "<email>",
		"a blank":                 "<EMAIL >",
		"no end":                  "<EMAIL",
		"empty":                   "<>",
		"a short pseudonym":       "<EMAIL_k1_" + letters[1:] + ">",
		"a long pseudonym":        "<EMAIL_k1_" + letters + "b>",
		"a number for an id":      "<PHONE_4111111111111111_" + letters + ">",
		"no id":                   "<PHONE__" + letters + ">",
		"a vowel":                 "<EMAIL_k1_" + letters[1:] + "a>",
		"no id of a key":          "<EMAIL__" + letters + ">",
		"a long id of a key":      "<EMAIL_" + strings.Repeat("k", MaxKeyID+1) + "_" + letters + ">",
		"capitals in it":          "<EMAIL_K1_" + letters + ">",
		"a pseudonym of nothing":  "<_k1_" + letters + ">",
		"another template":        "[gone:PHONE]",
		"part of a template":      "***",
		"a pseudonym of a person": "<PERSONS_k1_" + letters + ">",
	} {
		assert.Zero(t, p.End([]byte(text), 0), name)
		assert.False(t, p.endsAt([]byte(text), len(text)), name)
	}
	assert.Equal(t, 5, p.End([]byte("x"), 5), "behind the end")
}

func TestEveryEntityHasOneNameAndADetectorOrKey(t *testing.T) {
	t.Parallel()
	seen := map[string]Entity{}
	for e := Entity(1); e < entityCount; e++ {
		name := e.String()
		assert.NotEmpty(t, name, "entity %d", e)
		assert.NotContains(t, seen, name)
		seen[name] = e
	}
	assert.Empty(t, entityCount.String())
}
