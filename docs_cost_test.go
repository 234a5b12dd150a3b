package genaiprocessor

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

func costPage(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("docs", "cost.md"))
	require.NoError(t, err)
	return string(text)
}

// exampleRow is a row of the page's table of worked examples: provider and model, day, what was reported, how, dollars.
var exampleRow = regexp.MustCompile(`(?m)^\| (\S+) (\S+) \| (\d{4}-\d\d-\d\d) \| ([^|]+) \| [^|]+ \| ([0-9.]+) \|$`)

func TestCostPageWorksItsExamplesOutRight(t *testing.T) {
	t.Parallel()
	table, err := costcalc.Default()
	require.NoError(t, err)
	rows := exampleRow.FindAllStringSubmatch(costPage(t), -1)
	require.Len(t, rows, 17)
	for _, row := range rows {
		day, err := time.Parse(time.DateOnly, row[3])
		require.NoError(t, err)
		call := costcalc.Call{Provider: row[1], ResponseModel: row[2], Time: day.Add(12 * time.Hour)}
		for _, item := range strings.Split(row[4], ", ") {
			report(t, &call, item)
		}
		got, reason := table.Price(call)
		assert.Empty(t, reason, row[0])
		assert.Equal(t, row[5], strconv.FormatFloat(got.Total.Float64(), 'f', -1, 64), row[0])
	}
}

// report puts one item of a row into a call, such as "cache_read 1920" or "service_tier flex".
func report(t *testing.T, call *costcalc.Call, item string) {
	t.Helper()
	name, value, _ := strings.Cut(item, " ")
	switch name {
	case "service_tier":
		call.Facets.ServiceTier = value
	case "geo":
		call.Facets.Geo = value
	case "batch":
		call.Facets.Batch = value == "true"
	default:
		count, err := strconv.ParseInt(value, 10, 64)
		require.NoError(t, err)
		for unit := costcalc.InputTokens; unit <= costcalc.StorageSearches; unit++ {
			if text := unit.String(); text == name || text == name+"_tokens" {
				call.Usage.Set(unit, count)
				return
			}
		}
		t.Fatalf("no unit is called %q", name)
	}
}

func TestCostPageNamesEveryFlagAndReason(t *testing.T) {
	t.Parallel()
	page := costPage(t)
	for _, flag := range costcalc.Flags(1<<32 - 1).Names() {
		assert.Contains(t, page, "`"+flag+"`")
	}
	for _, reason := range costcalc.Reasons() {
		assert.Contains(t, page, "`"+string(reason)+"`")
	}
}

func TestCostPageShowsAConfigurationThatIsValid(t *testing.T) {
	t.Parallel()
	blocks := strings.Split(costPage(t), "```yaml\n")[1:]
	require.Len(t, blocks, 1)
	text, _, _ := strings.Cut(blocks[0], "```")
	raw, err := confmap.NewRetrievedFromYAML([]byte(text))
	require.NoError(t, err)
	conf, err := raw.AsConf()
	require.NoError(t, err)
	sub, err := conf.Sub("processors::genai")
	require.NoError(t, err)
	cfg := createDefaultConfig().(*Config)
	require.NoError(t, sub.Unmarshal(cfg))
	require.NoError(t, confmap.Validate(cfg))
	assert.Len(t, cfg.Cost.Prices, 5)
}
