package redaction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReferenceUnit(t *testing.T) {
	t.Parallel()
	for name, r := range references {
		assert.LessOrEqual(t, len(name), maxReferenceName, name)
		for _, behind := range []string{"", " and more", ";"} {
			size, got := referenceUnit([]byte(name + behind))
			assert.Equal(t, len(name), size, name)
			assert.Equal(t, r, got, name)
		}
	}
	for _, none := range []string{
		"&", "&a", "&amp", "&ampx;", "&AMP;", "&;", "& amp;", "&lang=", "&ZeroWidthSpace", "&ZeroWidthSpaces;", "&#;", "&#x;", "&" + strings.Repeat("a", 100),
	} {
		size, _ := referenceUnit([]byte(none))
		assert.Zero(t, size, none)
	}
}
