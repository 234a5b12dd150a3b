package genaiprocessor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"
)

// The recipes on the page are the very configurations of golden cases, in this order; the first tier has no genai.
func TestTracesPageShowsWhatIsTested(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("docs", "traces.md"))
	require.NoError(t, err)
	blocks := strings.Split(string(text), "```yaml\n")[1:]
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
		text, _, _ := strings.Cut(blocks[i], "```")
		raw, err := confmap.NewRetrievedFromYAML([]byte(text))
		require.NoError(t, err)
		conf, err := raw.AsConf()
		require.NoError(t, err)
		if golden == "" {
			assert.False(t, conf.IsSet("processors"))
			continue
		}
		sub, err := conf.Sub("processors::genai")
		require.NoError(t, err)
		cfg := createDefaultConfig()
		require.NoError(t, sub.Unmarshal(cfg))
		require.NoError(t, confmap.Validate(cfg))
		assert.Equal(t, goldenConfig(t, filepath.Join("testdata", "golden", filepath.FromSlash(golden))), cfg, golden)
	}
}
