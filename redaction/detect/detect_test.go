package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// family is a case of a detector's table: a text and its findings, as "ENTITY text"; none for a near miss, whose name gives the reason.
type family struct {
	name, text string
	want       []string
}

func checkFamily(t *testing.T, cases []family) {
	t.Helper()
	s := NewScanner(Policy{})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, scanAll(t, s, c.text, Place{}))
		})
	}
}

// checkPack is checkFamily with packs switched on beside the default one.
func checkPack(t *testing.T, packs Pack, cases []family) {
	t.Helper()
	s := NewScanner(Policy{Packs: PackDefault | packs})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, scanAll(t, s, c.text, Place{}))
		})
	}
}

// scanAll returns the findings in text as "ENTITY text".
func scanAll(t *testing.T, s *Scanner, text string, p Place) []string {
	t.Helper()
	x := Text{Bytes: []byte(text), Place: p, Limit: 100*len(text) + 1<<16}
	require.True(t, s.Scan(&x), "budget")
	checkSkim(t, s, text, p)
	var found []string
	at := 0
	for _, m := range x.Matches {
		require.LessOrEqual(t, at, m.Start, "matches are disjoint and ascending")
		require.Less(t, m.Start, m.End)
		at = m.End
		found = append(found, m.Entity.String()+" "+text[m.Start:m.End])
	}
	return found
}

// join puts a secret together at run time, so that no scanner takes the test for a leak.
func join(parts ...string) string { return strings.Join(parts, "") }

// randomBody is n characters that look random, in letters of both cases and digits.
func randomBody(n int) string {
	return strings.Repeat("a8Kd03Lqz7Wm2Xc9Vb4Nt6Ry1Ep5Gh0Js7Uf3", n/37+1)[:n]
}

// hexBody is n hexadecimal digits that look random.
func hexBody(n int) string {
	return strings.Repeat("3fa85f64b7e19c20d4", n/18+1)[:n]
}
