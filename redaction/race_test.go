//go:build race

package redaction

// raceDetector says that the race detector is on: it makes sync.Pool drop objects at random, so that allocations cannot be counted.
const raceDetector = true

// slowdown divides the sizes of texts on which work is counted: each look is some twenty times slower, and the counts do not depend on it.
const slowdown = 16
