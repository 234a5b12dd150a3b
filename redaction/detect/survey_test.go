package detect

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func checkSurvey(t testing.TB, s *shape, text []byte) {
	t.Helper()
	count := max(len(text)-lookahead, 0) / blockSize
	plain, fast := make([]block, count), make([]block, count)
	surveyPlainly(plain, text, s)
	survey(fast, text, s)
	require.Equal(t, plain, fast)
}

// TestSurveyAgreesOnRandomBytes surveys every byte beside every other, all of them often.
func TestSurveyAgreesOnRandomBytes(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	text := make([]byte, 1<<16+lookahead)
	for i := range text {
		text[i] = byte(random.Uint32())
	}
	for _, policy := range skimPolicies() {
		s := NewScanner(policy)
		checkSurvey(t, s.inText.shape, text)
		checkSurvey(t, s.inJSON.shape, text)
	}
}

func FuzzSurvey(f *testing.F) {
	var shapes []*shape
	for _, policy := range skimPolicies() {
		s := NewScanner(policy)
		shapes = append(shapes, s.inText.shape, s.inJSON.shape)
		for _, part := range skimParts(s) {
			text := make([]byte, blockSize+lookahead)
			copy(text[len(part)%7:], part)
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, s := range shapes {
			checkSurvey(t, s, text)
		}
	})
}

// TestBucketsHoldTheirPatterns joins patterns and looks up each of them, with what it has no more than one of.
func TestBucketsHoldTheirPatterns(t *testing.T) {
	t.Parallel()
	for name, policy := range skimPolicies() {
		s := NewScanner(policy)
		buckets := bucketsOf(slices.Clone(s.patterns))
		require.LessOrEqual(t, len(buckets), 2*bucketCount, name)
		for _, p := range s.patterns {
			require.True(t, slices.ContainsFunc(buckets, func(b bucket) bool { return b.or(p) == b.pattern }), name)
		}
		reversed := slices.Clone(s.patterns)
		slices.Reverse(reversed)
		require.Equal(t, buckets, bucketsOf(reversed), "%s: whatever their order", name)
	}
}
