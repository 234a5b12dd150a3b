package workload

import (
	"encoding/json"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestValuesHaveTheirSize(t *testing.T) {
	t.Parallel()
	for _, plain := range []bool{false, true} {
		for _, size := range []int{1 << 10, 4 << 10, 256 << 10} {
			seen := map[string]bool{}
			for _, v := range Values(ValueSettings{Seed: 5, Bytes: size, FindingsPerKB: 1, Plain: plain}, 20) {
				assert.LessOrEqual(t, len(v), size)
				assert.Greater(t, len(v), size-300)
				assert.Equal(t, !plain, json.Valid([]byte(v)))
				assert.False(t, seen[v])
				seen[v] = true
			}
		}
	}
}

func TestValuesHaveTheirFindings(t *testing.T) {
	t.Parallel()
	short := regexp.MustCompile(`[a-z]+\d\d@example\.com|(?:212|646)-555-01\d\d|\d{16}|(?:078-05-1120|219-09-9999|123-45-6789)`)
	for _, perKB := range []int{0, 1, 10, 50} {
		found, size := 0, 0
		for _, v := range Values(ValueSettings{Seed: 5, Bytes: 4 << 10, FindingsPerKB: perKB, Dense: true}, 100) {
			found += len(short.FindAllString(v, -1))
			size += len(v)
		}
		want := float64(perKB*size) / 1024
		require.InDelta(t, want, found, 0.02*want, perKB)
	}
}
