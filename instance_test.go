package genaiprocessor

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/processor/processortest"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
)

// newTestInstance builds the processor of a configuration, which is shut down with the test.
func newTestInstance(t *testing.T, cfg *Config) *instance {
	t.Helper()
	in, err := factory{embeddedPrices: costcalc.Default}.build(processortest.NewNopSettings(metadata.Type), cfg)
	require.NoError(t, err)
	t.Cleanup(func() { _ = in.shutdown(context.Background()) })
	return in
}
