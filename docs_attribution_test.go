package genaiprocessor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/processor"
)

// The recipes on the page are the very configurations of golden cases, but for where the map file is, and so are the map files.
func TestAttributionPageShowsWhatIsTested(t *testing.T) {
	t.Parallel()
	text := page(t, "attribution.md")
	blocks := yamlBlocks(text)
	const litellm = "attribution/litellm-proxy-tells-team-and-customer-and-a-file-the-cost-center-of-the-key"
	const bedrock = "attribution/bedrock-inference-profile-tells-the-cost-center-and-the-resource-the-team"
	goldens := []string{
		"charge/calls-of-a-subscription-and-of-provisioned-throughput-are-not-summed-with-metered-ones", litellm, litellm, bedrock, bedrock,
	}
	require.Len(t, blocks, len(goldens))
	for i, golden := range goldens {
		dir := filepath.Join("testdata", "golden", filepath.FromSlash(golden))
		if strings.HasPrefix(blocks[i], "- ") {
			file, err := os.ReadFile(filepath.Join(dir, "owners.yaml"))
			require.NoError(t, err)
			assert.Equal(t, string(file), blocks[i])
			continue
		}
		cfg := exampleConfig(t, blocks[i])
		want := goldenConfig(t, dir).(*Config)
		if cfg.Cost.Attribution.MapFile != "" {
			cfg.Cost.Attribution.MapFile = want.Cost.Attribution.MapFile
		}
		assert.Equal(t, want, cfg, golden)
	}
	for _, fact := range processor.OwnerFacts() {
		has(t, text, "| `"+fact+"` |")
	}
}
