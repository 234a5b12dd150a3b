package genaiprocessor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

func customDialectsPage(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("docs", "custom-dialects.md"))
	require.NoError(t, err)
	return string(text)
}

func TestCustomDialectsPageNamesEveryKindAndField(t *testing.T) {
	t.Parallel()
	text := customDialectsPage(t)
	for _, name := range append(dialect.KindNames(), dialect.FieldNames()...) {
		assert.Contains(t, text, "`"+name+"`")
	}
}

// The examples on the page are valid, and those of real frameworks are the very configurations of golden cases.
func TestCustomDialectsPageShowsWhatIsTested(t *testing.T) {
	t.Parallel()
	blocks := strings.Split(customDialectsPage(t), "```yaml\n")[1:]
	require.Len(t, blocks, 3)
	for i, golden := range []string{"", "tracium-spans-of-every-type", "currai-primitives-of-every-kind"} {
		text, _, _ := strings.Cut(blocks[i], "```")
		cfg := createDefaultConfig()
		raw, err := confmap.NewRetrievedFromYAML([]byte(text))
		require.NoError(t, err)
		conf, err := raw.AsConf()
		require.NoError(t, err)
		sub, err := conf.Sub("processors::genai")
		require.NoError(t, err)
		require.NoError(t, sub.Unmarshal(cfg))
		require.NoError(t, confmap.Validate(cfg))
		if golden != "" {
			assert.Equal(t, goldenConfig(t, filepath.Join("testdata", "golden", "custom", golden)), cfg)
		}
	}
}
