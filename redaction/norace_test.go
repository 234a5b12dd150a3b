//go:build !race

package redaction

const raceDetector = false
