package main

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/confmap/confmaptest"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor"
	"github.com/otel-genai/genaiprocessor/bench/peers"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

func TestEverySubjectThatFailsToDoItsWorkIsFound(t *testing.T) {
	t.Parallel()
	set := spanSet{name: "mix", settings: workload.Settings{Kind: workload.Mix, FindingsPerKB: 1, Spans: 40}}
	passes := func(s subject) subject {
		made, err := s.of(stage{genaiprocessor.NewFactory(), "{normalize: {enabled: false}, cost: {enabled: false}, redaction: {enabled: false}}"})
		require.NoError(t, err)
		return made
	}
	loses := empty()
	loses.name, loses.outputs = "s", func() []ptrace.Traces { return []ptrace.Traces{ptrace.NewTraces()} }
	for want, s := range map[string]subject{
		"mix, s: 0 spans came out, expected 40":                   loses,
		"mix, s: 14 spans have genai.cost.total, expected 15":     priced(t, 15),
		"mix, s: 0 spans have signoz.gen_ai.usage.tokens.cost, e": passes(subject{name: "s", cost: peers.CostAttribute, priced: allCalls}),
		"findings are left": passes(subject{name: "s", redacts: true}),
	} {
		_, err := measureSpans(set, []subject{empty(), s}, 1, 1)
		require.ErrorContains(t, err, want)
	}
}

// priced is genai, of which more prices are expected than there are calls.
func priced(t *testing.T, expected int) subject {
	t.Helper()
	s, err := subject{name: "s", cost: costOfGenAI, priced: func(workload.Batch) int { return expected }}.of(stage{genaiprocessor.NewFactory(), ""})
	require.NoError(t, err)
	return s
}

// What a user of examples/lanes.yaml runs is what is measured.
func TestLanesAreThoseOfTheExample(t *testing.T) {
	t.Parallel()
	example, err := confmaptest.LoadConf("../examples/lanes.yaml")
	require.NoError(t, err)
	for name, yaml := range map[string]string{"genai/enrich": laneEnrich, "genai/vendor": laneVendor, "genai/metadata": laneMetadata} {
		want, err := example.Sub("processors::" + name)
		require.NoError(t, err, name)
		retrieved, err := confmap.NewRetrievedFromYAML([]byte(yaml))
		require.NoError(t, err, name)
		got, err := retrieved.AsConf()
		require.NoError(t, err, name)
		assert.Equal(t, withoutKey(want), withoutKey(got), name)
	}
}

func withoutKey(c *confmap.Conf) map[string]any {
	c.Delete("redaction::pseudonym")
	return c.ToStringMap()
}

func TestAllowedAllocationsCountWhatChanged(t *testing.T) {
	t.Parallel()
	before := ptrace.NewTraces()
	spans := before.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()
	for range 3 {
		a := spans.AppendEmpty().Attributes()
		a.PutStr("changed", "1")
		a.PutStr("same", "1")
	}
	after := copyOf(before)
	for i := range 2 {
		a := after.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(i).Attributes()
		a.PutStr("changed", "2")
		a.PutStr("new", "1")
		a.PutStr("newer", "1")
	}
	assert.Equal(t, allowedAllocations{changed: 2, added: 4, grown: 2}, allowed(before, after))
	assert.Equal(t, 10, allowedAllocations{changed: 2, added: 4, grown: 2}.total())
}

func TestSlowRoundsAreSpread(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rounds, slow int }{{10, 1}, {40, 5}, {7, 3}, {5, 5}} {
		count := 0
		for round := range c.rounds {
			if isSlowRound(round, c.rounds, c.slow) {
				count++
			}
		}
		assert.Equal(t, c.slow, count, "%v", c)
	}
}

func TestRatiosAreOfRoundsInWhichBothRan(t *testing.T) {
	t.Parallel()
	a, b := series{10, 0, 30, 40}, series{10, 10, 10, 0}
	assert.Equal(t, ratios{1, 3}, a.over(b))
	assert.Equal(t, 2.0, a.over(b).median())
	assert.Equal(t, 1.5, a.over(b).at(0.25))
	assert.Zero(t, series{0}.over(series{1}).median())
	assert.Equal(t, time.Duration(10), a.min())
	assert.Equal(t, series{20, 0, 40, 0}, sum(a, b))
	assert.Equal(t, series{2, 3}, middle([]series{{1, 9}, {2, 3}, {3, 1}}))
}

func TestTargetsAreMetOrMissed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		target        target
		value         float64
		text, verdict string
	}{
		{atMost(0.7), 0.7, "<= 0.7", "met"},
		{atMost(0.7), 0.71, "<= 0.7", "missed"},
		{atLeast(200), 200, ">= 200", "met"},
		{atLeast(200), 199, ">= 200", "missed"},
		{target{}, 1, "", ""},
	} {
		assert.Equal(t, c.text, c.target.String())
		assert.Equal(t, c.verdict, c.target.verdict(c.value))
	}
}

// The targets stand beside the rows that they speak of, and no others.
func TestTargetsStandBesideTheirRows(t *testing.T) {
	t.Parallel()
	count := map[string]string{}
	for _, set := range spanSets(512, false) {
		for _, name := range []string{nameFloor, nameWhole, nameNetwork, nameEnrich, nameScopeAll, nameMove, nameChain} {
			if target := spanTarget(set, name); target.isSet {
				count[set.name+": "+name] = target.String()
			}
		}
		if target := chainTarget(set); target.isSet {
			count[set.name+": chain"] = target.String()
		}
	}
	assert.Equal(t, map[string]string{
		"HTTP, out of scope: genai": "<= 0.04", "HTTP, out of scope: genai, scope: all": "<= 0.2",
		"mix, 0 per KB: genai": "<= 0.7", "mix, 1 per KB: genai": "<= 1", "mix, 10 per KB: genai": "<= 1.6",
		"mix, 0 per KB: genai, redaction off": "<= 0.06", "mix, 1 per KB: genai, redaction off": "<= 0.06",
		"mix, 10 per KB: genai, redaction off":                          "<= 0.06",
		"OpenInference, 1 per KB: genai, messages: move, redaction off": "<= 1",
		"mix, 0 per KB: chain":                                          ">= 200", "mix, 1 per KB: chain": ">= 150", "mix, 10 per KB: chain": ">= 100",
	}, count)
}

func TestTableSaysTargetAndVerdict(t *testing.T) {
	t.Parallel()
	rows := []row{
		{on: "mix", what: "genai", over: "floor", ratios: ratios{0.5, 0.75, 1}, least: 0.041, target: atMost(0.7), rate: 1234.5, allocations: "3.00"},
		{on: "mix", what: "chain", over: "genai", ratios: ratios{250}, target: atLeast(200)},
	}
	var text, markdown strings.Builder
	require.NoError(t, writeText(&text, rows))
	require.NoError(t, writeMarkdown(&markdown, rows))
	assert.Equal(t, `measured on  what   in relation to  x     quartiles    least  target          MB/s  allocs/span
mix          genai  floor           0.75  0.62 - 0.88  0.041  <= 0.7  missed  1234  3.00
mix          chain  genai           250                       >= 200  met           
`, text.String())
	assert.Equal(t, `
### On mix

| what | in relation to | x | quartiles | least | target |  | MB/s | allocs/span |
|---|---|---|---|---|---|---|---|---|
| genai | floor | 0.75 | 0.62 – 0.88 | 0.041 | ≤ 0.7 | missed | 1234 | 3.00 |
| chain | genai | 250 |  |  | ≥ 200 | met |  |  |
`, markdown.String())
}

func TestWrongOptions(t *testing.T) {
	t.Parallel()
	for want, o := range map[string]options{
		"-rounds: expected a positive number, found 0":                       {slowRounds: 1, spans: 20},
		"-slow-rounds: expected a number from 1 to that of -rounds, found 3": {rounds: 2, slowRounds: 3, spans: 20},
		"-spans: expected 20 or more, so that every kind is there, found 19": {rounds: 2, slowRounds: 1, spans: 19},
	} {
		assert.EqualError(t, run(io.Discard, io.Discard, o), want)
	}
}
