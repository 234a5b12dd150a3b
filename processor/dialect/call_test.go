package dialect

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestNextChangedFindsEachChangedField(t *testing.T) {
	t.Parallel()
	var c Call
	_, ok := c.NextChanged(0)
	assert.False(t, ok)
	want := []Field{Operation, TopP, StopSequences, numFields - 1}
	for _, f := range want {
		c.mark(f)
	}
	c.mark(Seed)
	c.asIs.add(Seed)
	var got []Field
	for f, ok := c.NextChanged(0); ok; f, ok = c.NextChanged(f + 1) {
		got = append(got, f)
		assert.True(t, c.Changed(f))
	}
	slices.Sort(want)
	assert.Equal(t, want, got)
}

// A Call keeps the room of its lists from span to span, and nothing that was in them.
func TestListsAreReadIntoTheRoomOfEarlierOnes(t *testing.T) {
	v, err := Compile(All(), V1_41)
	require.NoError(t, err)
	span := func(reasons ...any) ptrace.Span {
		span := ptrace.NewSpan()
		span.Attributes().PutStr("llm.finish_reason", "length") // of a later dialect than the slice
		require.NoError(t, span.Attributes().PutEmptySlice("gen_ai.response.finish_reasons").FromRaw(reasons))
		return span
	}
	var c Call
	read := func(span ptrace.Span) []string {
		c.Reset()
		v.Span(Scope{}, span, &c)
		return c.Texts(FinishReasons)
	}
	first := span("stop", "tool_calls")
	assert.Equal(t, []string{"stop", "tool_calls"}, read(first))
	assert.Equal(t, []string{"length"}, read(span("stop", 7)), "a list that can't be read leaves what another key gave")
	assert.Equal(t, []string{"content_filter"}, read(span("content_filter")))
	assert.Zero(t, testing.AllocsPerRun(100, func() { read(first) }))

	c.Forget()
	assert.Empty(t, c.Texts(FinishReasons))
	for _, list := range append(slices.Clone(c.lists[:]), c.spare) {
		for _, text := range list[:cap(list)] {
			assert.Empty(t, text)
		}
	}
}
