package workload

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestKindsHaveTheirSizeAndNoTextTwice(t *testing.T) {
	t.Parallel()
	unfilled := regexp.MustCompile(`\{[a-z]+\}`)
	for i, name := range ContentKinds() {
		seen := map[string]bool{}
		for _, text := range ContentOf(i, 4<<10, 20) {
			assert.GreaterOrEqual(t, len(text), 4<<10, name)
			assert.Less(t, len(text), 5<<10, name)
			assert.False(t, unfilled.MatchString(text), name)
			seen[text] = true
		}
		assert.Len(t, seen, 20, name)
	}
}
