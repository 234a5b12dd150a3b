package genaiprocessor

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

const lanesPage = "lanes.md"

// TestLanesPageSaysWhatTheStrictestIs: the example is valid, and its strictest combination is what the page says.
func TestLanesPageSaysWhatTheStrictestIs(t *testing.T) {
	t.Parallel()
	cfg := exampleConfig(t, yamlBlocks(page(t, lanesPage))[0])
	section, err := cfg.Redaction.settings()
	require.NoError(t, err)
	all := []redact.Settings{*section}
	for _, p := range cfg.Redaction.policies(section.Text.Pseudonym) {
		all = append(all, p.Redaction)
	}
	require.Len(t, all, 4)
	strictest := redact.Strictest(all...)
	assert.ElementsMatch(t, []string{"default", "network", "uk"}, strictest.Text.Packs)
	assert.Equal(t, redact.DropIdentity, strictest.Identity)
	assert.Equal(t, redaction.DropAttribute, strictest.Text.Action)
	assert.Empty(t, strictest.Text.Allow)
	newTestInstance(t, cfg)
}
