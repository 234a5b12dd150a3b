// Package genaiprocessor is the GenAI processor for the OpenTelemetry Collector.
package genaiprocessor
