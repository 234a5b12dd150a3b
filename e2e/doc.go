// Package e2e holds tests that run the built collector as a process of its own: telemetry goes in over OTLP/gRPC, OTLP/HTTP
// and from a file, and what the file exporter wrote is looked at. It has no other content.
//
// The collector is the one that GENAI_COLLECTOR names, else _build/otelcol-genai, which `make build` builds. The tests of
// examples/ also run VictoriaMetrics and its rule engine, pinned in internal/tools/victoriametrics: `internal/tools/test.sh e2e`
// builds them, and runs everything here.
package e2e
