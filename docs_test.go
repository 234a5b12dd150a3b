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

// page returns a page of the documentation.
func page(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("docs", name))
	require.NoError(t, err)
	return string(text)
}

// has checks that a page has a text, without showing the page where it doesn't.
func has(t *testing.T, page, want string) {
	t.Helper()
	assert.True(t, strings.Contains(page, want), "expected on the page: %s", want)
}

// yamlBlocks returns the examples in YAML of a page.
func yamlBlocks(page string) []string {
	blocks := strings.Split(page, "```yaml\n")[1:]
	for i := range blocks {
		blocks[i], _, _ = strings.Cut(blocks[i], "```")
	}
	return blocks
}

// exampleConf reads an example in YAML.
func exampleConf(t *testing.T, block string) *confmap.Conf {
	t.Helper()
	raw, err := confmap.NewRetrievedFromYAML([]byte(block))
	require.NoError(t, err)
	conf, err := raw.AsConf()
	require.NoError(t, err)
	return conf
}

// exampleConfig returns the configuration of genai in an example, which must be valid.
func exampleConfig(t *testing.T, block string) *Config {
	t.Helper()
	sub, err := exampleConf(t, block).Sub("processors::genai")
	require.NoError(t, err)
	cfg := createDefaultConfig().(*Config)
	require.NoError(t, sub.Unmarshal(cfg))
	require.NoError(t, confmap.Validate(cfg))
	return cfg
}

const customDialectsPage = "custom-dialects.md"

func TestCustomDialectsPageNamesEveryKindAndField(t *testing.T) {
	t.Parallel()
	text := page(t, customDialectsPage)
	for _, name := range append(dialect.KindNames(), dialect.FieldNames()...) {
		has(t, text, "`"+name+"`")
	}
}

// The examples on the page are valid, and those of real frameworks are the very configurations of golden cases.
func TestCustomDialectsPageShowsWhatIsTested(t *testing.T) {
	t.Parallel()
	blocks := yamlBlocks(page(t, customDialectsPage))
	require.Len(t, blocks, 3)
	for i, golden := range []string{"", "tracium-spans-of-every-type", "currai-primitives-of-every-kind"} {
		cfg := exampleConfig(t, blocks[i])
		if golden != "" {
			assert.Equal(t, goldenConfig(t, filepath.Join("testdata", "golden", "custom", golden)), cfg)
		}
	}
}
