package workload

import (
	"encoding/json"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestMixHasItsShares(t *testing.T) {
	t.Parallel()
	batch := next(t, Settings{Kind: Mix})
	count := map[string]int{}
	for _, span := range spans(batch.Traces) {
		count[partOf(span.Attributes())]++
	}
	assert.Equal(t, map[string]int{"web": 205, "chat": 128, "execute_tool": 77, "retrieval": 51, "LLM": 51}, count)
	assert.Equal(t, 128+51, batch.Calls)
	assert.Equal(t, 51, batch.Flattened)
	assert.InDelta(t, 2.1e6, batch.ContentBytes, 0.1e6, "bytes of content")
}

func TestSpansHaveTheirAttributes(t *testing.T) {
	t.Parallel()
	for _, span := range spans(next(t, Settings{Kind: HTTP}).Traces) {
		require.Equal(t, 13, span.Attributes().Len())
	}
	for _, span := range spans(next(t, Settings{Kind: Generation}).Traces) {
		require.Equal(t, 16, span.Attributes().Len())
		for _, key := range []string{"gen_ai.input.messages", "gen_ai.output.messages"} {
			value, ok := span.Attributes().Get(key)
			require.True(t, ok, key)
			var messages []message
			require.NoError(t, json.Unmarshal([]byte(value.Str()), &messages), key)
			require.NotEmpty(t, messages, key)
			require.InDelta(t, 5<<10, len(value.Str()), 5<<10, key)
		}
	}
	for _, span := range spans(next(t, Settings{Kind: OpenInference}).Traces) {
		for _, key := range []string{"llm.input_messages.0.message.content", "llm.output_messages.0.message.content"} {
			_, ok := span.Attributes().Get(key)
			require.True(t, ok, key)
		}
	}
	for _, span := range spans(next(t, Settings{Kind: Mix}).Traces) {
		if partOf(span.Attributes()) == "web" {
			require.GreaterOrEqual(t, span.Attributes().Len(), 10)
			require.LessOrEqual(t, span.Attributes().Len(), 14)
		}
	}
}

func TestFindingsAreAsDenseAsAskedFor(t *testing.T) {
	t.Parallel()
	for _, kind := range []Kind{Mix, Generation, OpenInference} {
		for _, perKB := range []int{0, 1, 10} {
			batch := next(t, Settings{Kind: kind, FindingsPerKB: perKB})
			for _, f := range batch.Findings {
				require.Greater(t, len(f), 8)
			}
			want := float64(perKB*batch.ContentBytes) / 1024
			assert.InDelta(t, want, batch.Remaining(batch.Traces), 0.03*want, "%s, %d per KB", kind, perKB)
		}
	}
	assert.Empty(t, next(t, Settings{Kind: HTTP, FindingsPerKB: 10}).Findings)
}

func TestNoContentIsMadeTwice(t *testing.T) {
	t.Parallel()
	for _, kind := range []Kind{Mix, Generation, OpenInference} {
		g, err := New(Settings{Seed: 3, Kind: kind})
		require.NoError(t, err)
		seen := map[string]bool{}
		for range 3 {
			for _, c := range contents(g.Next().Traces) {
				require.False(t, seen[c], kind)
				seen[c] = true
			}
		}
	}
}

func TestHistoryIsRepeatedAsOftenAsAskedFor(t *testing.T) {
	t.Parallel()
	for _, share := range []float64{0, 0.5} {
		g, err := New(Settings{Kind: Generation, RepeatedHistory: share, FindingsPerKB: 1})
		require.NoError(t, err)
		seen, repeats, all := map[string]bool{}, 0, 0
		for range 4 {
			batch := g.Next()
			assert.InDelta(t, batch.ContentBytes/1024, batch.Remaining(batch.Traces), 0.1*float64(batch.ContentBytes/1024))
			for _, span := range spans(batch.Traces) {
				id, _ := span.Attributes().Get("gen_ai.conversation.id")
				if seen[id.Str()] {
					repeats++
				}
				seen[id.Str()] = true
				all++
			}
		}
		assert.InDelta(t, share, float64(repeats)/float64(all), 0.05)
	}
}

func TestRemainingCountsEveryFindingThatIsThere(t *testing.T) {
	t.Parallel()
	batch := next(t, Settings{Kind: Mix, Spans: 40, FindingsPerKB: 1})
	all, want := strings.Join(contents(batch.Traces), "\n"), 0
	for _, f := range batch.Findings {
		want += strings.Count(all, f)
	}
	assert.Equal(t, want, batch.Remaining(batch.Traces))
	other := ptrace.NewTraces()
	other.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty().SetName("GET " + batch.Findings[0])
	assert.Equal(t, 1, batch.Remaining(other))
	assert.Zero(t, batch.Remaining(ptrace.NewTraces()))
}

func TestSameSettingsMakeTheSame(t *testing.T) {
	t.Parallel()
	s := Settings{Seed: 7, Kind: Mix, FindingsPerKB: 1, RepeatedHistory: 0.3}
	assert.Equal(t, wire(t, s), wire(t, s))
	other := s
	other.Seed = 8
	assert.NotEqual(t, wire(t, s), wire(t, other))
}

func TestContentHasSeveralScriptsTablesAndCode(t *testing.T) {
	t.Parallel()
	all := strings.Join(contents(next(t, Settings{Kind: Mix}).Traces), "\n")
	for _, expression := range []string{`\p{Cyrillic}`, `\p{Han}`, `\p{Arabic}`, `\p{Devanagari}`, `\p{Hangul}`,
		`\\u[0-9a-f]{4}`, "```", `\|---\|`, `\\n`, `\\"`} {
		assert.Regexp(t, regexp.MustCompile(expression), all)
	}
}

func TestSpansOfATraceHangTogether(t *testing.T) {
	t.Parallel()
	parents := map[pcommon.TraceID]map[pcommon.SpanID]pcommon.SpanID{}
	for _, span := range spans(next(t, Settings{Kind: Mix}).Traces) {
		if parents[span.TraceID()] == nil {
			parents[span.TraceID()] = map[pcommon.SpanID]pcommon.SpanID{}
		}
		parents[span.TraceID()][span.SpanID()] = span.ParentSpanID()
	}
	assert.Len(t, parents, DefaultSpans/traceSpans)
	for _, trace := range parents {
		assert.Len(t, trace, traceSpans)
		roots := 0
		for _, parent := range trace {
			if parent.IsEmpty() {
				roots++
			} else {
				assert.Contains(t, trace, parent)
			}
		}
		assert.Equal(t, 1, roots)
	}
}

func TestWrongSettings(t *testing.T) {
	t.Parallel()
	for want, s := range map[string]Settings{
		`kind: one of [mix generation openinference http] is expected, found "logs"`: {Kind: "logs"},
		"findings per KB: a number from 0 is expected, found -1":                     {Kind: Mix, FindingsPerKB: -1},
		"spans: a number from 1 is expected, found -5":                               {Kind: Mix, Spans: -5},
		"repeated history: a share from 0 to 1 is expected, found 1.5":               {Kind: Mix, RepeatedHistory: 1.5},
		"repeated history: a share from 0 to 1 is expected, found NaN":               {Kind: Mix, RepeatedHistory: math.NaN()},
	} {
		_, err := New(s)
		assert.EqualError(t, err, want)
	}
}

func next(t *testing.T, s Settings) Batch {
	t.Helper()
	g, err := New(s)
	require.NoError(t, err)
	return g.Next()
}

func wire(t *testing.T, s Settings) []byte {
	t.Helper()
	var marshaler ptrace.ProtoMarshaler
	b, err := marshaler.MarshalTraces(next(t, s).Traces)
	require.NoError(t, err)
	return b
}

func spans(td ptrace.Traces) []ptrace.Span {
	var all []ptrace.Span
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				all = append(all, span)
			}
		}
	}
	return all
}

func partOf(a pcommon.Map) string {
	for _, key := range []string{"gen_ai.operation.name", "openinference.span.kind"} {
		if v, ok := a.Get(key); ok {
			return v.Str()
		}
	}
	return "web"
}

// contents are the values of all attributes that hold content.
func contents(td ptrace.Traces) []string {
	key := regexp.MustCompile(`messages$|message\.content$|arguments$|result$|documents$|query\.text$`)
	var all []string
	for _, span := range spans(td) {
		for k, v := range span.Attributes().All() {
			if key.MatchString(k) && partOf(span.Attributes()) != "web" {
				all = append(all, v.Str())
			}
		}
	}
	return all
}
