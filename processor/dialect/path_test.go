package dialect

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestAtPath(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		value any
		path  string
		want  any
	}{
		"in a map":                              {map[string]any{"usage": map[string]any{"in": int64(3)}}, "usage.in", int64(3)},
		"in an array":                           {[]any{"a", map[string]any{"b": "c"}}, "1.b", "c"},
		"in JSON text":                          {`{"usage":{"in":3}}`, "usage.in", int64(3)},
		"in JSON text in a JSON string":         {`"{\"in\":3}"`, "in", int64(3)},
		"a fraction stays one":                  {`{"x":1.5}`, "x", 1.5},
		"Python's str of a dict":                {`{'audio': None, 'cache_read': 80}`, "cache_read", int64(80)},
		"near miss: one with text that quotes":  {`{'a': "it's", 'b': 1}`, "b", nil},
		"near miss: a key that is not there":    {`{"x":1}`, "y", nil},
		"near miss: an index beyond the end":    {[]any{"a"}, "1", nil},
		"near miss: a negative index":           {[]any{"a"}, "-1", nil},
		"near miss: a name where an index goes": {[]any{"a"}, "a", nil},
		"near miss: through a string":           {map[string]any{"x": "y"}, "x.y", nil},
		"near miss: text that is no JSON":       {"x=1", "x", nil},
		"near miss: JSON cut short":             {`{"x":1`, "x", nil},
		"near miss: JSON and more":              {`{"x":1} {"x":2}`, "x", nil},
		"near miss: three strings deep":         {`"\"\\\"{}\\\"\""`, "", nil},
		"near miss: nested beyond all reason":   {strings.Repeat("[", 100) + strings.Repeat("]", 100), "0", nil},
		"near miss: text of a megabyte":         {`{"x":"` + strings.Repeat("a", 1<<20) + `"}`, "x", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := pcommon.NewValueEmpty()
			require.NoError(t, v.FromRaw(tc.value))
			got, ok := atPath(v, tc.path)
			if tc.want == nil {
				assert.False(t, ok)
				return
			}
			require.True(t, ok)
			assert.Equal(t, tc.want, got.AsRaw())
		})
	}
}

// oddities is a dialect that uses every way in which a table can read.
func oddities() Dialect {
	return Dialect{
		Name:   "oddities",
		Quoted: true,
		Scopes: []string{"odd."},
		Kinds: []KindKey{
			{Key: "odd.type", Tier: ExplicitKind, Suffix: true, Values: map[string]Verdict{"retriever": strong(Retrieval), "webretriever": strong(Tool)}},
			{Key: "type", Tier: ExplicitKind, Shared: true, Values: map[string]Verdict{"llm": strong(Generation)}},
		},
		Names:   []NameKind{{"run", strong(Workflow)}, {"run.step", strong(Step)}},
		OddKeys: []string{"odd.usage"},

		Structure:      []StructureKey{{"odd.search.", strong(Retrieval)}},
		SharedMessages: []string{"said"},
		Fields: []FieldKey{
			{Key: "odd.out", Field: OutputTokens, Path: "usage.output"},
			{Key: "odd.out", Field: ReasoningTokens, Path: "usage.reasoning"},
			{Key: "odd.model", Field: RequestModel},
			{Key: "odd.format", Field: OutputType, Values: map[string]string{"json_object": "json"}},
			{Key: "odd.first", Field: TimeToFirstChunk, SinceStart: true},
			{Key: "odd.tags", Field: Tags},
			{Key: "odd.search.top", Field: RetrievalTopK},
		},
		Finish: func(c *Call) {
			if usage, ok := c.Odd("odd.usage"); ok && usage.Type() == pcommon.ValueTypeSlice {
				c.SetInt(InputTokens, int64(usage.Slice().Len()))
			}
		},
	}
}

func readOdd(t *testing.T, scope, name string, as attrs) *Call {
	t.Helper()
	v, err := Compile(append(All(), oddities()), V1_41)
	require.NoError(t, err)
	span := ptrace.NewSpan()
	span.SetName(name)
	span.SetStartTimestamp(pcommon.NewTimestampFromTime(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	require.NoError(t, span.Attributes().FromRaw(as))
	c := &Call{}
	v.Span(v.Scope(scope), span, c)
	return c
}

func TestEveryWayToRead(t *testing.T) {
	t.Parallel()
	c := readOdd(t, "", "x", attrs{
		"odd.type": `"my.WebRetriever"`, "odd.out": `{"usage":{"output":7,"reasoning":2}}`, "odd.model": `"m-1"`, "odd.format": `"JSON_object"`,
		"odd.first": `"2026-05-01T12:00:01.5Z"`, "odd.tags": `["a","b"]`, "odd.usage": `[1,2,3]`,
	})
	assert.Equal(t, Tool, c.Kind, "the longest ending")
	output, _ := c.Int(OutputTokens)
	reasoning, _ := c.Int(ReasoningTokens)
	input, _ := c.Int(InputTokens)
	first, _ := c.Double(TimeToFirstChunk)
	assert.Equal(t, []int64{7, 2, 3}, []int64{output, reasoning, input})
	assert.InDelta(t, 1.5, first, 1e-9)
	assert.Equal(t, "m-1", c.Text(RequestModel))
	assert.Equal(t, "json", c.Text(OutputType))
	assert.Equal(t, []string{"a", "b"}, c.Texts(Tags))
}

func TestKindsBySpanNameNeedTheirDialect(t *testing.T) {
	t.Parallel()
	assert.Equal(t, Workflow, readOdd(t, "odd.sdk", "run all", nil).Kind)
	assert.Equal(t, Step, readOdd(t, "odd.sdk", "run.step 1", nil).Kind, "the longest beginning")
	assert.Equal(t, NoKind, readOdd(t, "other", "run all", nil).Kind)
	assert.Equal(t, NoKind, readOdd(t, "odd.sdk", "walk", nil).Kind)
}

func TestKindsOfSharedKeysNeedTheirDialect(t *testing.T) {
	t.Parallel()
	assert.Equal(t, Generation, readOdd(t, "odd.sdk", "x", attrs{"type": "llm"}).Kind)
	assert.Equal(t, NoKind, readOdd(t, "other", "x", attrs{"type": "llm"}).Kind)
}

func TestPointsInTimeBeforeTheStartAreNone(t *testing.T) {
	t.Parallel()
	for _, at := range []any{"2026-05-01T11:00:00Z", "yesterday", int64(5), 1.5} {
		assert.False(t, readOdd(t, "", "x", attrs{"odd.first": at}).Has(TimeToFirstChunk))
	}
	assert.True(t, readOdd(t, "", "x", attrs{"odd.first": int64(1777636801000), "odd.model": "m", "gen_ai.operation.name": "chat"}).Has(TimeToFirstChunk))
}

func TestMessagesUnderSharedKeysNeedTheirDialect(t *testing.T) {
	t.Parallel()
	assert.Equal(t, Generation, readOdd(t, "odd.sdk", "x", attrs{"said": "hello", "gen_ai.request.model": "m"}).Kind)
	assert.Equal(t, NoKind, readOdd(t, "other", "x", attrs{"said": "hello", "gen_ai.request.model": "m"}).Kind)
	assert.Equal(t, NoKind, readOdd(t, "odd.sdk", "x", attrs{"said": "hello"}).Kind)
}

func TestStructureOfAPrefixHoldsForKeysThatAreWrittenOut(t *testing.T) {
	t.Parallel()
	c := readOdd(t, "", "x", attrs{"odd.search.top": 3})
	assert.Equal(t, Retrieval, c.Kind)
	top, _ := c.Int(RetrievalTopK)
	assert.EqualValues(t, 3, top)
}

func TestKeysOfOneLetterAreKeys(t *testing.T) {
	t.Parallel()
	v, err := Compile(append(All(), Dialect{Name: "terse", Fields: []FieldKey{{Key: "m", Field: RequestModel}}}), V1_41)
	require.NoError(t, err)
	span := ptrace.NewSpan()
	require.NoError(t, span.Attributes().FromRaw(attrs{"m": "x", "n": "y", "": "z", "gen_ai.operation.name": "chat"}))
	var c Call
	v.Span(v.Scope(""), span, &c)
	assert.Equal(t, "x", c.Text(RequestModel))
}
