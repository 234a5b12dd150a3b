package costcalc

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAbsentDiffersFromZero(t *testing.T) {
	t.Parallel()
	var u Usage
	assert.True(t, u.Empty())
	_, ok := u.Get(InputTokens)
	assert.False(t, ok)

	u.Set(InputTokens, 0)
	assert.False(t, u.Empty())
	n, ok := u.Get(InputTokens)
	assert.True(t, ok)
	assert.Zero(t, n)

	u.Set(InputTokens, 5)
	n, _ = u.Get(InputTokens)
	assert.Equal(t, int64(5), n)
}

func TestUnitsThatNobodyReportsAreIgnored(t *testing.T) {
	t.Parallel()
	for _, unit := range []Unit{requests, unitCount, 255} {
		var u Usage
		u.Set(unit, 1)
		assert.True(t, u.Empty())
		_, ok := u.Get(unit)
		assert.False(t, ok)
	}
}

func TestWhatFinerCountsHoldTogether(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		counts counts
		unit   Unit
		want   int64
	}{
		"nothing finer":                          {counts{OutputTokens: 5}, InputTokens, 0},
		"read and written":                       {counts{CacheReadTokens: 5, CacheWriteTokens: 7}, InputTokens, 12},
		"written, and for how long":              {counts{CacheWriteTokens: 7, CacheWrite1hTokens: 2}, InputTokens, 7},
		"more for an hour than in all":           {counts{CacheWriteTokens: 7, CacheWrite1hTokens: 9}, InputTokens, 9},
		"only for how long":                      {counts{CacheWrite5mTokens: 3, CacheWrite1hTokens: 2}, CacheWriteTokens, 5},
		"sound, cached and what is both":         {counts{InputAudioTokens: 50, CacheReadTokens: 30, CacheAudioReadTokens: 10}, InputTokens, 70},
		"sound and cached, unknown what is both": {counts{InputAudioTokens: 50, CacheReadTokens: 30}, InputTokens, 80},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := tc.counts.usage()
			assert.Equal(t, tc.want, u.sumWithin(tc.unit))
		})
	}
}
