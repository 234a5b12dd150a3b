package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is found takes time of its own, which these rows do not speak of.
func TestTextsOfOneKindHoldNothingToFind(t *testing.T) {
	t.Parallel()
	measured, err := scanners()
	require.NoError(t, err)
	for _, set := range kindSets() {
		for _, s := range measured[yardsticks : len(measured)-1] {
			assert.Zero(t, s.run(set.texts), "%s, %s", set.name, s.name)
		}
	}
}
