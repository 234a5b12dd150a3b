//go:build race

package detect

// slowdown divides the sizes of texts on which work is counted: the race detector makes each look some twenty times slower, and the counts
// do not depend on it.
const slowdown = 16
