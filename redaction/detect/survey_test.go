package detect

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// surveyPlainly is the survey, one byte and one question at a time.
func surveyPlainly(blocks []block, text []byte, s *shape) {
	for i := range blocks {
		blocks[i] = block{}
		for k := range blockSize {
			blocks[i].add(s, k, text[i*blockSize+k:])
		}
	}
}

// add adds the first byte of text at bit k.
func (b *block) add(s *shape, k int, text []byte) {
	c := text[0]
	low, high := c&15, c>>4
	ascii, other := s.rows.low[high], s.rows.high[high]
	for of, is := range map[*uint64]bool{
		&b.stops: s.triples.startWith(text) || slices.ContainsFunc(s.more, func(t triples) bool { return t.startWith(text) }) ||
			s.stop.low[low]&ascii|s.stop.high[low]&other != 0,
		&b.gaps:         s.gap[low]&ascii != 0,
		&b.shortEscapes: s.short[low]&ascii != 0,
		&b.digits:       c >= '0' && c <= '9',
		&b.backslashes:  c == '\\',
		&b.highs:        c >= 0x80,
	} {
		if is {
			*of |= 1 << k
		}
	}
}

// startWith reports whether the first three bytes of text are of a pattern.
func (t *triples) startWith(text []byte) bool {
	all := uint8(0xff)
	for k, h := range []*halves{&t.first, &t.second, &t.third} {
		all &= h.low[text[k]&15] & h.high[text[k]>>4]
	}
	return all != 0
}

func checkSurvey(t testing.TB, s *shape, text []byte) {
	t.Helper()
	count := max(len(text)-lookahead, 0) / blockSize
	plain, byTable, fast := make([]block, count), make([]block, count), make([]block, count)
	surveyPlainly(plain, text, s)
	surveyByTable(byTable, text, &s.table)
	survey(fast, text, s)
	if !slices.Equal(fast, byTable) { // assembly
		require.Equal(t, plain, fast)
	}
	for i := range byTable { // which has fewer buckets, so that it may stop more often
		require.Zero(t, plain[i].stops&^byTable[i].stops)
		byTable[i].stops = plain[i].stops
	}
	require.Equal(t, plain, byTable)
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
		require.LessOrEqual(t, len(buckets), maxSets*bucketCount, name)
		for _, p := range s.patterns {
			require.True(t, slices.ContainsFunc(buckets, func(b bucket) bool { return b.or(p) == b.pattern }), name)
		}
		reversed := slices.Clone(s.patterns)
		slices.Reverse(reversed)
		require.Equal(t, buckets, bucketsOf(reversed), "%s: whatever their order", name)
	}
}
