package redaction

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func newEngine(t testing.TB, s Settings) *Engine {
	t.Helper()
	e, err := New(s)
	require.NoError(t, err)
	return e
}

func TestTextReplacesFindings(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range textCases() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally, second Tally
			got, changed := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, got)
			assert.True(t, changed)
			assert.Positive(t, tally.Total())
			assert.Zero(t, tally.Failures())
			again, changed := e.Text(got, Place{}, &second)
			assert.Equal(t, got, again, "a second time")
			assert.False(t, changed, "a second time")
		})
	}
}

func TestTextLeavesCleanTextUntouched(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range cleanCases() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, changed := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.in, got, c.want)
			assert.False(t, changed)
			assert.Zero(t, tally, "counts")
		})
	}
}
