package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

func TestAnOutputThatIsNotRightIsFound(t *testing.T) {
	t.Parallel()
	generator, err := workload.New(workload.Settings{Kind: workload.Mix, FindingsPerKB: 1, Spans: 40})
	require.NoError(t, err)
	batch := generator.Next()
	const cost = "price"
	eachSpan := func(td ptrace.Traces, f func(ptrace.Span)) ptrace.Traces {
		for _, rs := range td.ResourceSpans().All() {
			for _, ss := range rs.ScopeSpans().All() {
				for _, span := range ss.Spans().All() {
					f(span)
				}
			}
		}
		return td
	}
	same := func() ptrace.Traces {
		td := ptrace.NewTraces()
		batch.Traces.CopyTo(td)
		return td
	}
	empty := func() ptrace.Traces { return eachSpan(same(), func(s ptrace.Span) { s.Attributes().Clear() }) }
	priced := func(td ptrace.Traces, count int) ptrace.Traces {
		return eachSpan(td, func(s ptrace.Span) {
			if count > 0 {
				s.Attributes().PutDouble(cost, 0.5)
				count--
			}
		})
	}
	for name, c := range map[string]struct {
		pipeline pipeline
		out      ptrace.Traces
		err      string
	}{
		"redacted and priced":            {pipeline{redacts: true, cost: cost}, priced(empty(), batch.Calls), ""},
		"untouched where nothing is due": {pipeline{}, same(), ""},
		"spans are missing":              {pipeline{}, ptrace.NewTraces(), "0 spans came out, expected 40"},
		"findings are left":              {pipeline{redacts: true}, same(), "findings are left"},
		"findings are gone":              {pipeline{}, empty(), "findings are left, expected all"},
		"a price too few":                {pipeline{redacts: true, cost: cost}, priced(empty(), batch.Calls-1), "spans have price, expected "},
		"a price too many":               {pipeline{redacts: true, cost: cost}, priced(empty(), batch.Calls+1), "spans have price, expected "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := c.pipeline.wrong(batch, c.out)
			if c.err == "" {
				require.NoError(t, err)
			} else {
				require.ErrorContains(t, err, c.err)
			}
		})
	}
}

func TestTracesInReadsEveryRequest(t *testing.T) {
	t.Parallel()
	var marshaler ptrace.JSONMarshaler
	td := ptrace.NewTraces()
	td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty().SetName("a")
	line, err := marshaler.MarshalTraces(td)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "output.json")
	require.NoError(t, os.WriteFile(file, []byte(strings.Repeat(string(line)+"\n", 2)), 0o600))
	all, err := tracesIn(file)
	require.NoError(t, err)
	assert.Equal(t, 2, all.SpanCount())
}

// results of two pipelines in three rounds.
func madeUp() []result {
	of := func(name string, idle, peak int, seconds ...float64) result {
		r := result{pipeline: pipeline{name: name}, idle: idle << 20, peak: peak << 20}
		for _, s := range seconds {
			r.turns = append(r.turns, turn{s, 1e6 / s, s, 2 * s, s / 10, s / 5})
		}
		return r
	}
	return []result{of(nameNothing, 60, 100, 10, 12, 20), of("genai", 70, 120, 30, 20, 50)}
}

func TestTheTableRelatesRoundsToTheSameRound(t *testing.T) {
	t.Parallel()
	results := madeUp()
	assert.Equal(t, []string{
		nameNothing, "12.0", "10.0 – 20.0", "1.00", "1.00 – 1.00", "83333", "60 MB", "100 MB",
		"12.0 ms", "24.0 ms", "1.20 ms", "2.40 ms", "0.00 ms",
	}, results[0].cells(&results[0]))
	assert.Equal(t, []string{
		"genai", "30.0", "20.0 – 50.0", "2.50", "1.67 – 3.00", "33333", "70 MB", "120 MB",
		"30.0 ms", "60.0 ms", "3.00 ms", "6.00 ms", "1.80 ms",
	}, results[1].cells(&results[0]))
}

func TestReport(t *testing.T) {
	t.Parallel()
	o := options{rounds: 3, seconds: 5, kind: workload.Mix, findings: 1}
	text := report(o, madeUp())
	assert.Contains(t, text, "Spans: mix, findings per KB: 1. Rounds of 5 s: 3;")
	assert.Contains(t, text, "\npipeline ")
	assert.Contains(t, text, "\ngenai ")
	o.markdown = true
	markdown := strings.Split(strings.TrimSpace(report(o, madeUp())), "\n")
	table := markdown[len(markdown)-4:]
	for _, line := range table {
		assert.Equal(t, len(heading)+1, strings.Count(line, "|"), line)
	}
	assert.True(t, strings.HasPrefix(table[3], "| genai | 30.0 |"), table[3])
}

func TestEveryPipelineIsChecked(t *testing.T) {
	t.Parallel()
	all := pipelines("a", "b")
	assert.Equal(t, nameNothing, all[0].name, "what the others are related to")
	for _, p := range all[1:] {
		assert.NotEmpty(t, p.cost, p.name)
		assert.Equal(t, p.name != "genai, redaction off", p.redacts, p.name)
	}
}

func TestOptionsOutOfRangeAreNamed(t *testing.T) {
	t.Parallel()
	for expected, o := range map[string]options{
		"-rounds: expected a positive number, found 0":                            {},
		"-seconds: expected a positive number, found 0":                           {rounds: 1},
		`kind: one of [mix generation openinference http] is expected, found "x"`: {rounds: 1, seconds: 1, kind: "x"},
	} {
		require.EqualError(t, run(io.Discard, io.Discard, o), expected)
	}
}
