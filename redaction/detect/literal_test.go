package detect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLiteralsAreFoundByTheirFirstTwoBytes(t *testing.T) {
	t.Parallel()
	var l literals
	want := map[string][]string{}
	for _, literal := range []string{"sk-", "AKIA", "zz", "aa", "sk_live", "\x00\x00", "\xff\xff", "a\xff", "AKIB", "az", "a?", "aA"} {
		l.add(literal[0], literal[1], start{literal: literal, detector: asked{Detector: &Detector{}}})
		want[literal[:2]] = append(want[literal[:2]], literal)
	}
	for first := range 256 {
		for second := range 256 {
			pair := string([]byte{byte(first), byte(second)})
			var got []string
			for _, st := range l.at([]byte("_"+pair), 1) {
				got = append(got, st.literal)
			}
			assert.Equal(t, want[pair], got)
		}
	}
	assert.Empty(t, l.at([]byte("s"), 0), "one byte")
	assert.True(t, l.mayStandAt([]byte("an AKIA"), 3))
	assert.False(t, l.mayStandAt([]byte("an AKIx"), 3))
}
