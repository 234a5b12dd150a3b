package genaiprocessor

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/costcalc"
)

// exampleRow is a row of the page's table of worked examples: provider and model, day, what was reported, how, dollars.
var exampleRow = regexp.MustCompile(`(?m)^\| (\S+) (\S+) \| (\d{4}-\d\d-\d\d) \| ([^|]+) \| [^|]+ \| ([0-9.]+) \|$`)

func TestCostPageWorksItsExamplesOutRight(t *testing.T) {
	t.Parallel()
	table, err := costcalc.Default()
	require.NoError(t, err)
	rows := exampleRow.FindAllStringSubmatch(page(t, "cost.md"), -1)
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

func TestCostPageNamesEveryFlagReasonAndPrice(t *testing.T) {
	t.Parallel()
	text := page(t, "cost.md")
	for _, flag := range costcalc.Flags(1<<32 - 1).Names() {
		has(t, text, "`"+flag+"`")
	}
	for _, reason := range costcalc.Reasons() {
		has(t, text, "`"+string(reason)+"`")
	}
	for _, unit := range costcalc.Units() {
		has(t, text, "`"+unit.PriceKey()+"`")
	}
}

func TestCostPageShowsAConfigurationThatIsValid(t *testing.T) {
	t.Parallel()
	blocks := yamlBlocks(page(t, "cost.md"))
	require.Len(t, blocks, 1)
	assert.Len(t, exampleConfig(t, blocks[0]).Cost.Prices, 5)
}

func TestCostMetricsPageShowsAConfigurationThatIsValid(t *testing.T) {
	t.Parallel()
	mine := exampleConfig(t, yamlBlocks(page(t, "cost-metrics.md"))[0])
	assert.Len(t, mine.Cost.Attribution.Owners["team"], 2)
}
