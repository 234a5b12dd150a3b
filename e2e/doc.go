// Package e2e holds tests that run the built collector as a process of its own: telemetry goes in over OTLP/gRPC, OTLP/HTTP
// and from a file, and what the file exporter wrote is looked at. It has no other content.
//
// The collector is the one that GENAI_COLLECTOR names, else _build/otelcol-genai, which `make build` builds.
package e2e
