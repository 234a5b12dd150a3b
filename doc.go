// Package genaiprocessor is the genai processor for the OpenTelemetry Collector: it says what every GenAI span is, brings it to the
// OpenTelemetry conventions, prices it, removes personal data and secrets from it, and passes it on.
//
//	otlp ──▶ classify ──▶ normalise ──▶ price ──▶ write ──▶ redact ──▶ next
//
// This package is the collector's side of it, configuration and wiring. The pipeline is in processor, the engines are in costcalc and
// redaction, which know nothing of the collector.
package genaiprocessor
