package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction"
)

func TestTextsAreWhatTheTargetsSpeakOf(t *testing.T) {
	t.Parallel()
	measured, err := scanners()
	require.NoError(t, err)
	for _, w := range textSets() {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			size := 0
			for i, text := range w.texts {
				assert.True(t, json.Valid(text.bytes), "text %d", i)
				assert.Equal(t, text.json, string(text.bytes), "text %d", i)
				assert.GreaterOrEqual(t, len(text.json), 2<<10, "text %d", i)
				assert.Less(t, len(text.json), 19<<9, "text %d", i)
				size += len(text.json)
			}
			assert.InDelta(t, 1.35e6, size, 0.1e6, "bytes in all")
			for _, s := range measured[:yardsticks] {
				assert.Equal(t, measured[0].run(w.texts), s.run(w.texts), "the copies of the loop count alike")
			}
			want := float64(w.perKB*size) / 1024
			for _, s := range measured[yardsticks:] {
				assert.InDelta(t, want, s.run(w.texts), 0.03*want, "findings of %s", s.name)
			}
		})
	}
}

func TestCleanTextsHaveDigitsHyphensAndEscapes(t *testing.T) {
	t.Parallel()
	size, groups, hyphens, escapes := 0, 0, 0, 0
	for _, text := range makeTexts(0, false) {
		size += len(text.json)
		inDigits := false
		for _, c := range text.bytes {
			isDigit := c >= '0' && c <= '9'
			if isDigit && !inDigits {
				groups++
			}
			inDigits = isDigit
			switch c {
			case '-':
				hyphens++
			case '\\':
				escapes++
			}
		}
	}
	perKB := func(n int) float64 { return float64(n) * 1024 / float64(size) }
	assert.InDelta(t, 15, perKB(groups), 1.5, "digit groups per KB")
	assert.InDelta(t, 7, perKB(hyphens), 1, "hyphens per KB")
	assert.Greater(t, perKB(escapes), 4.0, "escapes per KB")
}

func TestTextsAreTheSameEachTime(t *testing.T) {
	t.Parallel()
	assert.Equal(t, makeTexts(10, false), makeTexts(10, false))
}

func TestCleanTextsAllocateNothing(t *testing.T) {
	for _, p := range packs() {
		engine, err := redaction.New(p.settings)
		require.NoError(t, err)
		texts := makeTexts(0, false)
		assert.Zero(t, testing.AllocsPerRun(10, func() { redact(engine, texts) }), p.name)
	}
}
