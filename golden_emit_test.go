package genaiprocessor

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// TestGoldenSpansAreStableWithEverythingEmitted takes the spans of every golden case through configurations that add and remove as much
// as can be, and what comes out through them once more, which must change nothing.
func TestGoldenSpansAreStableWithEverythingEmitted(t *testing.T) {
	t.Parallel()
	inputs, err := filepath.Glob(filepath.Join("testdata", "golden", "*", "*", "in.json"))
	require.NoError(t, err)
	require.NotEmpty(t, inputs)
	for name, change := range map[string]func(*Config){
		"v1.41":        func(c *Config) { c.Normalize.Originals = originalsRemove },
		"v1.36":        func(c *Config) { c.Normalize.Originals, c.Normalize.Semconv = originalsRemove, semconv136 },
		"latest":       func(c *Config) { c.Normalize.Semconv = semconvLatest },
		"whole traces": func(c *Config) { c.Trace.Enabled = true },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cfg := createDefaultConfig().(*Config)
			cfg.Detail = detailFull
			cfg.Normalize.Emit = []string{"openinference", "langfuse", "logfire", "signoz", "flat_cost"}
			change(cfg)
			p := newTestInstance(t, cfg).processor
			process := func(in []byte) []byte {
				var unmarshaler ptrace.JSONUnmarshaler
				td, err := unmarshaler.UnmarshalTraces(in)
				require.NoError(t, err)
				td, err = p.Traces(context.Background(), td)
				require.NoError(t, err)
				var marshaler ptrace.JSONMarshaler
				out, err := marshaler.MarshalTraces(td)
				require.NoError(t, err)
				return indent(t, out)
			}
			for _, input := range inputs {
				in, err := os.ReadFile(input)
				require.NoError(t, err)
				out := process(in)
				require.Equal(t, string(out), string(process(out)), filepath.Dir(input))
			}
		})
	}
}
