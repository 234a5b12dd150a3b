package workload

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/ptrace"
)

// Remaining returns how many planted findings stand anywhere in td, names and keys included. It counts each occurrence.
func (b *Batch) Remaining(td ptrace.Traces) int {
	const prefix = 8
	planted := make(map[string][]string, len(b.Findings))
	for _, f := range b.Findings {
		planted[f[:prefix]] = append(planted[f[:prefix]], f)
	}
	var marshaler ptrace.ProtoMarshaler
	encoded, err := marshaler.MarshalTraces(td)
	if err != nil {
		panic(err) // it never fails
	}
	count, wire := 0, string(encoded)
	for i := 0; i+prefix <= len(wire); i++ {
		for _, f := range planted[wire[i:i+prefix]] {
			if strings.HasPrefix(wire[i:], f) {
				count++
			}
		}
	}
	return count
}

// WithNumber returns how many spans have a number above 0 under a key.
func WithNumber(td ptrace.Traces, key string) int {
	count := 0
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				if v, ok := span.Attributes().Get(key); ok && v.Double() > 0 {
					count++
				}
			}
		}
	}
	return count
}
