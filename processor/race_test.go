//go:build race

package processor

// raceDetector says that the race detector is on: it makes sync.Pool drop objects at random, so that allocations cannot be counted.
const raceDetector = true
