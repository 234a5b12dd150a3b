package genaiprocessor

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

func TestASecondDocumentIsSeen(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]bool{
		"":                                   true,
		"a: 1\n":                             true,
		"---\na: 1\n":                        true,
		"--- {a: 1}\n":                       true,
		"# why\n\n---\na: 1\n...\n# end\n":   true,
		"%YAML 1.2\n---\na: 1\n":             true,
		"\ufeff---\r\na: 1\r\n":              true,
		"a: |\n  ---\n  b\n":                 true,
		"a: 1\n----\n":                       true,
		"a: 1\n---\nb: 2\n":                  false,
		"a: 1\r\n---\r\nb: 2\r\n":            false,
		"a: 1\n--- {b: 2}":                   false,
		"---\na: 1\n---":                     false,
		"a: 1\n...\nb: 2\n":                  false,
		"a: |\n  text\n---\nb: 2\n":          false,
		"# only a comment\n---\n---\na: 1\n": false,
	} {
		assert.Equal(t, want, isOneDocument([]byte(content)), content)
	}
}

func TestAFileOfTwoDocumentsIsRefused(t *testing.T) {
	t.Parallel()
	embedded, err := costcalc.Default()
	assert.NoError(t, err)
	_, err = withPricesFile(embedded, []byte(housePrices("1")+"---\n"+housePrices("2")))
	assert.EqualError(t, err, "one YAML document is expected, found more")
	_, err = parseOwnerMap([]byte("- {id: a, team: x}\n---\n- {id: b, team: y}\n"), []string{"team"})
	assert.EqualError(t, err, "one YAML document is expected, found more")
}
