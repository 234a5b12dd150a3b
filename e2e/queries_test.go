package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkDocumentedQueries asks a server that has scraped everything there is what the documentation asks, and wants an answer.
func checkDocumentedQueries(t *testing.T, server *victoriaMetrics) {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "docs", "cost-metrics.md"))
	require.NoError(t, err)
	blocks := strings.Split(string(page), "```promql\n")[1:]
	require.GreaterOrEqual(t, len(blocks), 6)
	for _, block := range blocks {
		query, _, _ := strings.Cut(block, "```")
		assert.NotEmpty(t, server.query(t, query), query)
	}
}
