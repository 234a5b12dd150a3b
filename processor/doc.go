// Package processor is the span pipeline: the only part of the module that reads and writes telemetry data.
//
// A span flows one way: classify and normalise (one pass over its attributes into one record, see package dialect), price, write, bring
// messages to their slots where that is asked for (see package message), and redact (see package redact), last, over everything in its scope,
// including what was just written. The order is a security property. Whole-trace mode reads all spans of a batch before, and decides between normalising
// and pricing.
//
// Classification, normalisation and pricing fail open: a span that they can't process passes as it came, counted. Redaction fails
// closed: a value that it can't process is replaced whole, counted. One span never fails its batch, and no panic leaves the package.
// No log line, error or metric of the package holds anything that a span said.
package processor
