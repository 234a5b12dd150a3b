//go:build !race

package redaction

const raceDetector = false

const slowdown = 1
