package genaiprocessor

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor/processortest"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
)

// TestSpanCorpus scores the processor on labelled spans that are not part of the repository. GENAI_CORPUS names a folder with
// spans/in.jsonl (one export request a line) and spans/score.py, which knows the labels and needs python3. `make corpus` runs it.
func TestSpanCorpus(t *testing.T) {
	folder := os.Getenv("GENAI_CORPUS")
	if folder == "" {
		t.Skip("GENAI_CORPUS is not set: no corpus to score on")
	}
	wholeTraces := createDefaultConfig().(*Config)
	wholeTraces.Trace.Enabled = true
	for _, mode := range []struct {
		name string
		cfg  component.Config
	}{
		{"span by span", createDefaultConfig()},
		{"whole traces", wholeTraces},
	} {
		t.Run(mode.name, func(t *testing.T) {
			in, err := os.Open(filepath.Join(folder, "spans", "in.jsonl"))
			require.NoError(t, err)
			defer func() { require.NoError(t, in.Close()) }()
			out := filepath.Join(t.TempDir(), "out.jsonl")
			require.NoError(t, os.WriteFile(out, processLines(t, mode.cfg, in), 0o600))

			score := exec.Command("python3", filepath.Join(folder, "spans", "score.py"), out)
			score.Stderr = os.Stderr
			table, err := score.Output()
			require.NoError(t, err)
			t.Logf("%s\n%s", mode.name, table)
		})
	}
}

func processLines(t *testing.T, cfg component.Config, in *os.File) []byte {
	const maxLine = 64 << 20
	var (
		sink        consumertest.TracesSink
		out         bytes.Buffer
		unmarshaler ptrace.JSONUnmarshaler
		marshaler   ptrace.JSONMarshaler
	)
	p, err := NewFactory().CreateTraces(context.Background(), processortest.NewNopSettings(metadata.Type), cfg, &sink)
	require.NoError(t, err)
	require.NoError(t, p.Start(context.Background(), componenttest.NewNopHost()))
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		td, err := unmarshaler.UnmarshalTraces(lines.Bytes())
		if err != nil { // the error itself quotes the line
			t.Fatalf("line %d of the corpus is no export request of traces", number)
		}
		sink.Reset()
		require.NoError(t, p.ConsumeTraces(context.Background(), td))
		line, err := marshaler.MarshalTraces(sink.AllTraces()[0])
		require.NoError(t, err)
		out.Write(line)
		out.WriteByte('\n')
	}
	require.NoError(t, lines.Err())
	require.NoError(t, p.Shutdown(context.Background()))
	return out.Bytes()
}
