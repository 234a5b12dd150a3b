package genaiprocessor

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The recipes on the page are the very configurations of golden cases, in this order; the first tier has no genai.
func TestTracesPageShowsWhatIsTested(t *testing.T) {
	t.Parallel()
	blocks := yamlBlocks(page(t, "traces.md"))
	goldens := []string{
		"charge/litellm-proxy-is-not-charged-where-the-applications-are-instrumented",
		"charge/litellm-proxy-is-charged-for-the-applications-behind-it",
		"charge/claude-code-record-is-charged-where-its-scope-is-named",
		"charge/vllm-server-counts-where-no-client-is-instrumented",
		"",
		"trace/wrappers-tell-of-the-call-below-and-the-root-has-the-sums",
	}
	require.Len(t, blocks, len(goldens))
	for i, golden := range goldens {
		if golden == "" {
			assert.False(t, exampleConf(t, blocks[i]).IsSet("processors"))
			continue
		}
		cfg := exampleConfig(t, blocks[i])
		assert.Equal(t, goldenConfig(t, filepath.Join("testdata", "golden", filepath.FromSlash(golden))), cfg, golden)
	}
}
