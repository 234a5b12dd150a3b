package detect

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// longestTermPlainly compares with each text by itself.
func longestTermPlainly(texts []string, b []byte, at int) (end int) {
	for _, text := range texts {
		end = max(end, termEnd(b, at, text))
	}
	return end
}

// termEnd returns the end of text at at, which is in lower case, 0 if it does not stand there as whole words.
func termEnd(b []byte, at int, text string) int {
	i := at
	for k := range len(text) {
		if text[k] == ' ' {
			if classes[byteAt(b, i)]&(blank|lineEnd) == 0 {
				return 0
			}
			for i < len(b) && classes[b[i]]&(blank|lineEnd) != 0 {
				i++
			}
			continue
		}
		if i >= len(b) || lowerByte(b[i]) != text[k] {
			return 0
		}
		i++
	}
	if isInsideWord(b, i) {
		return 0
	}
	return i
}

func TestTermsAreFoundAsIfComparedOneByOne(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 9))
	parts := []string{"a", "b", "ab", "é", "文", " ", "-", "1"}
	text := func(most int) string {
		s := ""
		for range 1 + random.IntN(most) {
			s += parts[random.IntN(len(parts))]
		}
		return s
	}
	scanner := NewScanner(Policy{})
	for range 3000 {
		var terms []Term
		var texts []string
		for range 1 + random.IntN(12) {
			if s := strings.Trim(text(5), " "); len(s) > 1 && !strings.Contains(s, "  ") {
				terms, texts = append(terms, Term{s, Denied}), append(texts, s)
			}
		}
		find := termFinder(terms, Denied)
		x := Text{Bytes: []byte(strings.ReplaceAll(text(12), " ", [...]string{" ", "  ", "\n"}[random.IntN(3)])), scanner: scanner}
		for at := range x.Bytes {
			x.Matches = x.Matches[:0]
			want := 0
			if !isInsideWord(x.Bytes, at) {
				want = longestTermPlainly(texts, x.Bytes, at)
			}
			require.Equal(t, want > 0, find(&x, at), "%q in %q at %d", texts, x.Bytes, at)
			if want > 0 {
				require.Equal(t, want, x.Matches[0].End, "%q in %q at %d", texts, x.Bytes, at)
			}
		}
	}
}

// TestManyTermsWithOneFirstWordCostLittle has more terms than there is room for in the budget of a value, if each were compared.
func TestManyTermsWithOneFirstWordCostLittle(t *testing.T) {
	t.Parallel()
	var terms []Term
	for n := range 10_000 {
		terms = append(terms, Term{fmt.Sprintf("the secret of %d", n), Denied})
	}
	s := NewScanner(Policy{Terms: terms})
	x := Text{Bytes: []byte(strings.Repeat("the worker and the queue of the second region, ", 2000)), Limit: 1 << 40}
	require.True(t, s.Scan(&x))
	assert.Empty(t, x.Matches)
	assert.Less(t, x.Work, 4*len(x.Bytes))
}
