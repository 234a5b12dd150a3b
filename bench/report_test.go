package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReportEndsWithTheTableAndSaysWhatIsUnfair(t *testing.T) {
	t.Parallel()
	rows := []row{{on: "mix", what: "genai", over: "floor", ratios: ratios{0.5}}}
	for _, markdown := range []bool{false, true} {
		text := report(options{rounds: 40, slowRounds: 5, spans: 512}, markdown, rows)
		for _, n := range notes {
			assert.Contains(t, text, n)
		}
		lines := strings.Split(strings.TrimSpace(text), "\n")
		assert.Contains(t, lines[len(lines)-1], "genai")
	}
}

func TestResultIsReplacedBetweenItsMarks(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "page.md")
	require.NoError(t, os.WriteFile(path, []byte("before\n"+beginOfResult+"old\n"+endOfResult+"after\n"), 0o600))
	for range 2 {
		require.NoError(t, replaceIn(path, beginOfResult, endOfResult, "new\n"))
		page, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, "before\n"+beginOfResult+"\nnew\n\n"+endOfResult+"after\n", string(page))
	}
	require.NoError(t, os.WriteFile(path, []byte("before\n"+beginOfResult), 0o600))
	assert.ErrorContains(t, replaceIn(path, beginOfResult, endOfResult, "new\n"), `expected the lines "<!-- begin of what make bench measured -->" and `+
		`"<!-- end of what make bench measured -->", found not both`)
}
