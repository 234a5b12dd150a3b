package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/bench/chart"
	"github.com/otel-genai/genaiprocessor/bench/workload"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// smallCurves are all curves over little work.
func smallCurves() []curve {
	const bytes, spans = 16 << 10, 32
	return []curve{
		valueSize(bytes), findings(bytes), attributes(2048), batch(spans), dialectsOf(spans), packsOf(bytes), pricesOver(spans),
		newNames(spans, priceCounts[:2]), rules(bytes), deny(bytes),
	}
}

func TestEachPointOfEachCurveRuns(t *testing.T) {
	t.Parallel()
	small, names := smallCurves(), map[string]bool{}
	require.Len(t, small, len(curves()))
	for i, c := range curves() {
		assert.Equal(t, c.name, small[i].name)
		names[c.name] = true
	}
	assert.Len(t, names, len(small), "each has a picture of its own")
	for _, c := range small {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.LessOrEqual(t, len(c.lines), chart.MaxLines)
			for _, name := range c.lines {
				assert.LessOrEqual(t, len(name), chart.MaxName)
			}
			for _, x := range c.x {
				p, err := c.at(x)
				require.NoError(t, err, "%v", x)
				require.Len(t, p.lines, len(c.lines), "%v", x)
				require.Contains(t, []int{1, len(c.lines)}, len(p.bases), "%v", x)
				times := make([]series, len(p.works()))
				require.NoError(t, runRound(p.works(), 1, times), "%v", x)
				for _, s := range times {
					assert.Len(t, s, 1)
				}
				for _, r := range p.ratios(times) {
					assert.Len(t, r, 1)
				}
			}
		})
	}
}

func TestRatiosAreToTheBaseOfTheLine(t *testing.T) {
	t.Parallel()
	none := work(nil)
	times := []series{{9}, {2}, {4}, {10}, {8}, {5}}
	shared := &point{bases: [][]work{{none, none, none}}, lines: []work{none, none, none}}
	assert.Equal(t, []ratios{{2.5}, {2}, {1.25}}, shared.ratios(times))
	own := &point{bases: [][]work{{none}, {none}, {none}}, lines: []work{none, none, none}}
	assert.Equal(t, []ratios{{10.0 / 9}, {4}, {1.25}}, own.ratios(times))
}

func TestGrowth(t *testing.T) {
	t.Parallel()
	x := []float64{0, 10, 100, 1000}
	for _, c := range []struct {
		name string
		y    []float64
		want growth
	}{
		{"level", []float64{2, 2.1, 1.9, 2}, flat},
		{"within the tolerance", []float64{1, 1.1, 1, 1.25}, flat},
		{"beyond it", []float64{1, 1, 1.02, 1.26}, linear},
		{"straight", []float64{1, 2, 11, 101}, linear},
		{"straight, near enough", []float64{1, 2.3, 9.5, 101}, linear},
		{"root", []float64{1, 10, 32, 101}, lessThanLinear},
		{"step at the end", []float64{1, 1, 1, 10}, moreThanLinear},
		{"square", []float64{0, 100, 10_000, 1_000_000}, moreThanLinear},
		{"above and below", []float64{1, 9, 5, 101}, moreThanLinear},
		{"down", []float64{9, 4, 2, 2}, falls},
		{"down, and up again", []float64{5, 1, 1, 4}, falls},
		{"up, and down again", []float64{5, 9, 5, 4}, lessThanLinear},
	} {
		assert.Equal(t, c.want, growthOf(x, c.y), c.name)
	}
}

func TestGrowthOfUnits(t *testing.T) {
	t.Parallel()
	x := []float64{1, 10, 100, 1000}
	for _, c := range []struct {
		name string
		y    []float64
		want growth
	}{
		{"level", []float64{2, 2.1, 1.9, 2}, linear},
		{"a share of its own for each piece", []float64{9, 2, 1.5, 1.5}, lessThanLinear},
		{"a step", []float64{2, 2, 3, 3}, "linear, a unit within × 1.5"},
		{"square", []float64{2, 20, 200, 2000}, moreThanLinear},
		{"rising at the end", []float64{2, 2, 2.2, 3}, "more than linear at the end, a unit × 1.5"},
		{"falling again", []float64{2, 2, 3.2, 3}, "linear, a unit within × 1.6"},
		{"two points", []float64{2, 3}, "linear, a unit within × 1.5"},
		{"square at the end", []float64{2, 2, 2.4, 6}, moreThanLinear},
	} {
		assert.Equal(t, c.want, growthOfUnits(x, c.y), c.name)
	}
}

func TestSplitKeepsSpansWithTheirScopesAndResources(t *testing.T) {
	t.Parallel()
	whole, err := mixOf(workload.Mix, 300, 0)
	require.NoError(t, err)
	for _, size := range []int{1, 7, 128, 300, 1000} {
		parts := split(whole[0], size)
		assert.Len(t, parts, (300+size-1)/size)
		var got []string
		for i, td := range parts {
			if i < len(parts)-1 {
				assert.Equal(t, size, td.SpanCount())
			}
			got = append(got, placesOf(td)...)
		}
		assert.Equal(t, placesOf(whole[0]), got, "batches of %d", size)
	}
}

// placesOf says of each span where it stands.
func placesOf(td ptrace.Traces) []string {
	var all []string
	for _, rs := range td.ResourceSpans().All() {
		host, _ := rs.Resource().Attributes().Get("host.name")
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				all = append(all, host.Str()+" "+ss.Scope().Name()+" "+span.SpanID().String())
			}
		}
	}
	return all
}

func TestDialectSettingsHaveAsManyAsAskedFor(t *testing.T) {
	t.Parallel()
	builtIn := len(dialect.Names())
	for _, count := range []int{2, builtIn - 1, builtIn, builtIn + 3, dialect.MaxDialects} {
		yaml := dialectSettings(count)
		off := 0
		for _, name := range dialect.Names() {
			if strings.Contains(yaml, name+",") {
				off++
			}
		}
		assert.Equal(t, count, builtIn-off+strings.Count(yaml, "recognise:"), yaml)
		for name := range keptDialects {
			assert.Contains(t, dialect.Names(), name)
			assert.NotContains(t, yaml, name+",")
		}
	}
}

func TestTermsAreAllDifferent(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for i := range mostTerms {
		seen[term(i)] = true
	}
	assert.Len(t, seen, mostTerms)
}

func TestPlantedStandsInEachKB(t *testing.T) {
	t.Parallel()
	texts := (&curveTexts{total: 64 << 10}).texts(4 << 10)
	with, err := planted(texts, func(int) string { return "PLANTED" })
	require.NoError(t, err)
	count := 0
	for _, t := range with {
		count += strings.Count(t.json, "PLANTED")
	}
	assert.InDelta(t, 48, count, 8)
	_, err = planted([]text{{json: "short"}}, nil)
	assert.EqualError(t, err, "nothing was planted")
}

// The page has a table of how each line grows, each picture and each point.
func TestCurveReport(t *testing.T) {
	t.Parallel()
	m := measured{
		curve: curve{
			name: "value-size", title: "Size, of a value", quantity: "KB of a value", over: "class loop", reads: "What it is.", kb: true,
			x: []float64{1024, 4096}, lines: []string{"a", "b"},
		},
		ratios: [][]ratios{{{1, 2, 3}, {5}}, {{2}, {20}}},
	}
	text := curveReport([]measured{m}, options{rounds: 3})
	_, tables, found := strings.Cut(text, "\n\n")
	require.True(t, found)
	assert.Equal(t, `| quantity | line | from | to | × | grows |
|---|---|---|---|---|---|
| [KB of a value](#size-of-a-value) | a | 1 | 4 | 2.00 → 2.00 | flat |
| [KB of a value](#size-of-a-value) | b | 1 | 4 | 5.00 → 20.0 | linear |

### Size, of a value

What it is.

![Size, of a value: time in relation to the class loop, by KB of a value](images/performance-value-size.svg)

| KB of a value | 1 | 4 |
|---|---|---|
| a, × class loop | 2.00 (1.50 – 2.50) | 2.00 (2.00 – 2.00) |
| b, × class loop | 5.00 (5.00 – 5.00) | 20.0 (20.0 – 20.0) |
`, tables)
	svg, err := m.svg()
	require.NoError(t, err)
	assert.Contains(t, svg, ">4</text>")
}

// What stands in docs/performance.md and in docs/images is of the curves that there are.
func TestPageHasEachPicture(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/performance.md")
	require.NoError(t, err)
	for _, c := range curves() {
		m := measured{curve: c}
		assert.Contains(t, string(page), "images/"+m.file())
		_, err := os.Stat(filepath.Join("..", "docs", "images", m.file()))
		assert.NoError(t, err)
	}
	assert.Contains(t, string(page), beginOfCurves)
}

func TestFailingCurveSaysWhere(t *testing.T) {
	t.Parallel()
	c := valueSize(8 << 20)
	c.x = []float64{8 << 20}
	_, err := measureCurves(&strings.Builder{}, []curve{c}, 1)
	assert.EqualError(t, err, "Size of a value: at 8.388608e+06: 1 values of 1 were replaced whole: max_value_bytes")
}
