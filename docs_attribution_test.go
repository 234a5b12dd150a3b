package genaiprocessor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor/processor"
)

// The recipes on the page are the very configurations of golden cases, but for where the map file is, and so are the map files.
func TestAttributionPageShowsWhatIsTested(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("docs", "attribution.md"))
	require.NoError(t, err)
	blocks := strings.Split(string(text), "```yaml\n")[1:]
	const litellm = "attribution/litellm-proxy-tells-team-and-customer-and-a-file-the-cost-center-of-the-key"
	const bedrock = "attribution/bedrock-inference-profile-tells-the-cost-center-and-the-resource-the-team"
	goldens := []string{
		"charge/calls-of-a-subscription-and-of-provisioned-throughput-are-not-summed-with-metered-ones", litellm, litellm, bedrock, bedrock,
	}
	require.Len(t, blocks, len(goldens))
	for i, golden := range goldens {
		dir := filepath.Join("testdata", "golden", filepath.FromSlash(golden))
		text, _, _ := strings.Cut(blocks[i], "```")
		if strings.HasPrefix(text, "- ") {
			file, err := os.ReadFile(filepath.Join(dir, "owners.yaml"))
			require.NoError(t, err)
			assert.Equal(t, string(file), text)
			continue
		}
		raw, err := confmap.NewRetrievedFromYAML([]byte(text))
		require.NoError(t, err)
		conf, err := raw.AsConf()
		require.NoError(t, err)
		sub, err := conf.Sub("processors::genai")
		require.NoError(t, err)
		cfg := createDefaultConfig().(*Config)
		require.NoError(t, sub.Unmarshal(cfg))
		require.NoError(t, confmap.Validate(cfg))
		want := goldenConfig(t, dir).(*Config)
		if cfg.Cost.Attribution.MapFile != "" {
			cfg.Cost.Attribution.MapFile = want.Cost.Attribution.MapFile
		}
		assert.Equal(t, want, cfg, golden)
	}
	for _, fact := range processor.OwnerFacts() {
		assert.Contains(t, string(text), "| `"+fact+"` |")
	}
}
