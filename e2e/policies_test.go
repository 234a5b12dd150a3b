package e2e

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc/metadata"
)

// TestPoliciesOfClients: what a request's metadata says chooses the policy of a lane, through receiver and connector; what it doesn't
// say gets the strictest.
func TestPoliciesOfClients(t *testing.T) {
	const address = "jane.canary@example.com"
	t.Setenv("PSEUDONYM_KEY_FILE", pseudonymKey(t))
	t.Setenv("METADATA_BACKEND", startDestination(t).address)
	t.Setenv("ARCHIVE", t.TempDir()+"/archive.jsonl")
	vendor := startDestination(t)
	c := startExample(t, "lanes.yaml", vendor.address,
		"--set=receivers::otlp::protocols::grpc::include_metadata=true",
		"--set=processors::genai/vendor::detail=full",
		"--set=processors::genai/vendor::redaction::policies=["+
			"{name: kept, from_context: metadata.x-tenant, values: [kept], allow: [{entity: EMAIL, suffix: '@example.com'}]}, "+
			"{name: gone, from_context: metadata.x-tenant, values: [gone], action: drop_attribute}]")
	client := ptraceotlp.NewGRPCClient(c.dial(t))
	for _, tenants := range [][]string{{"kept"}, {"gone"}, {"unknown"}, {"kept", "gone"}, nil} {
		traces := ptrace.NewTraces()
		newGenerationSpan(traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans()).Attributes().PutStr("note", address)
		ctx := context.Background()
		for _, tenant := range tenants {
			ctx = metadata.AppendToOutgoingContext(ctx, "x-tenant", tenant)
		}
		_, err := client.Export(ctx, ptraceotlp.NewExportRequestFromTraces(traces))
		require.NoError(t, err)
	}
	c.stop(t) // sends what waits still

	found := map[string]int{}
	vendor.mutex.Lock()
	defer vendor.mutex.Unlock()
	for _, traces := range vendor.traces {
		note, applied := "", ""
		for key, v := range spansOf(traces)[0].Attributes().All() {
			switch key {
			case "note":
				note = v.Str()
			case "genai.redaction.policy":
				applied = v.Str()
			}
		}
		found[applied[:max(0, len(applied)-len(":")-16)]+" "+note]++
	}
	assert.Equal(t, map[string]int{"kept " + address: 1, "gone ": 1, "strictest ": 3}, found)
}
