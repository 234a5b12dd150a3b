package genaiprocessor

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"sort"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/confmap/confmaptest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
	otelprocessor "go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processortest"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
)

var update = flag.Bool("update", false, "rewrite out.json and telemetry.json of the golden cases; read the diff before you commit it")

// TestGolden runs every folder testdata/golden/<dialect>/<case>: in.json, an OTLP/JSON export request of traces or logs, must become
// out.json. config.yaml holds what stands under `genai:` where it is not the default. Where telemetry.json is, the component's own metrics
// must be that. Every case also proves that the output, taken as input, comes out unchanged. Left out is genai.redaction.policy, which every
// default would change in every case.
func TestGolden(t *testing.T) {
	t.Parallel()
	inputs, err := filepath.Glob(filepath.Join("testdata", "golden", "*", "*", "in.json"))
	require.NoError(t, err)
	require.NotEmpty(t, inputs)
	for _, input := range inputs {
		dir := filepath.Dir(input)
		name, err := filepath.Rel(filepath.Join("testdata", "golden"), dir)
		require.NoError(t, err)
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			t.Parallel()
			goldenCase(t, dir)
		})
	}
}

func goldenCase(t *testing.T, dir string) {
	cfg := goldenConfig(t, dir)
	in, err := os.ReadFile(filepath.Join(dir, "in.json"))
	require.NoError(t, err)

	out, telemetry := processJSON(t, cfg, in)
	compareGolden(t, filepath.Join(dir, "out.json"), out, *update)
	if _, err := os.Stat(filepath.Join(dir, "telemetry.json")); err == nil {
		compareGolden(t, filepath.Join(dir, "telemetry.json"), telemetry, *update)
	}

	again, _ := processJSON(t, cfg, out)
	require.JSONEq(t, string(out), string(again), "the output as input must come out unchanged")
}

func goldenConfig(t *testing.T, dir string) component.Config {
	cfg := createDefaultConfig()
	path := filepath.Join(dir, "config.yaml")
	if _, err := os.Stat(path); err == nil {
		conf, err := confmaptest.LoadConf(path)
		require.NoError(t, err)
		require.NoError(t, conf.Unmarshal(cfg))
	}
	require.NoError(t, confmap.Validate(cfg))
	return cfg
}

func compareGolden(t *testing.T, path string, got []byte, rewrite bool) {
	if rewrite {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run `go test . -run TestGolden -update` and read the result")
	require.Equal(t, string(want), string(got), path)
}

// processJSON runs one export request through the whole component and returns what came out, indented, and the component's own metrics.
func processJSON(t *testing.T, cfg component.Config, in []byte) (out, telemetry []byte) {
	tel := componenttest.NewTelemetry()
	t.Cleanup(func() { require.NoError(t, tel.Shutdown(context.Background())) })
	set := processortest.NewNopSettings(metadata.Type)
	set.TelemetrySettings = tel.NewTelemetrySettings()

	var probe struct {
		ResourceLogs json.RawMessage `json:"resourceLogs"`
	}
	require.NoError(t, json.Unmarshal(in, &probe))
	if probe.ResourceLogs != nil {
		out = processLogs(t, set, cfg, in)
	} else {
		out = processTraces(t, set, cfg, in)
	}
	return out, ownMetrics(t, tel)
}

func processTraces(t *testing.T, set otelprocessor.Settings, cfg component.Config, in []byte) []byte {
	var unmarshaler ptrace.JSONUnmarshaler
	td, err := unmarshaler.UnmarshalTraces(in)
	require.NoError(t, err)
	var sink consumertest.TracesSink
	p, err := NewFactory().CreateTraces(context.Background(), set, cfg, &sink)
	require.NoError(t, err)
	require.NoError(t, p.Start(context.Background(), componenttest.NewNopHost()))
	require.NoError(t, p.ConsumeTraces(context.Background(), td))
	require.NoError(t, p.Shutdown(context.Background()))
	require.Len(t, sink.AllTraces(), 1)
	for _, rs := range sink.AllTraces()[0].ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				span.Attributes().Remove("genai.redaction.policy")
			}
		}
	}
	var marshaler ptrace.JSONMarshaler
	out, err := marshaler.MarshalTraces(sink.AllTraces()[0])
	require.NoError(t, err)
	return indent(t, out)
}

func processLogs(t *testing.T, set otelprocessor.Settings, cfg component.Config, in []byte) []byte {
	var unmarshaler plog.JSONUnmarshaler
	ld, err := unmarshaler.UnmarshalLogs(in)
	require.NoError(t, err)
	var sink consumertest.LogsSink
	p, err := NewFactory().CreateLogs(context.Background(), set, cfg, &sink)
	require.NoError(t, err)
	require.NoError(t, p.Start(context.Background(), componenttest.NewNopHost()))
	require.NoError(t, p.ConsumeLogs(context.Background(), ld))
	require.NoError(t, p.Shutdown(context.Background()))
	require.Len(t, sink.AllLogs(), 1)
	for _, rl := range sink.AllLogs()[0].ResourceLogs().All() {
		for _, sl := range rl.ScopeLogs().All() {
			for _, record := range sl.LogRecords().All() {
				record.Attributes().Remove("genai.redaction.policy")
			}
		}
	}
	var marshaler plog.JSONMarshaler
	out, err := marshaler.MarshalLogs(sink.AllLogs()[0])
	require.NoError(t, err)
	return indent(t, out)
}

func indent(t *testing.T, compact []byte) []byte {
	var b bytes.Buffer
	require.NoError(t, json.Indent(&b, compact, "", "  "))
	b.WriteByte('\n')
	return b.Bytes()
}

type ownMetric struct {
	Name       string            `json:"name"`
	Attributes map[string]string `json:"attributes,omitempty"`
	Value      int64             `json:"value"`
}

// ownMetrics returns the processor_genai_* counters, sorted.
func ownMetrics(t *testing.T, tel *componenttest.Telemetry) []byte {
	var rm metricdata.ResourceMetrics
	require.NoError(t, tel.Reader.Collect(context.Background(), &rm))
	metrics := []ownMetric{}
	for _, scope := range rm.ScopeMetrics {
		for _, m := range scope.Metrics {
			data, ok := m.Data.(metricdata.Sum[int64])
			if !ok || !bytes.Contains([]byte(m.Name), []byte("processor_genai_")) {
				continue
			}
			for _, point := range data.DataPoints {
				attrs := map[string]string{}
				for _, kv := range point.Attributes.ToSlice() {
					attrs[string(kv.Key)] = kv.Value.String()
				}
				metrics = append(metrics, ownMetric{m.Name, attrs, point.Value})
			}
		}
	}
	lines := make([]string, len(metrics))
	for i, m := range metrics {
		line, err := json.Marshal(m)
		require.NoError(t, err)
		lines[i] = string(line)
	}
	sort.Strings(lines)
	var b bytes.Buffer
	b.WriteString("[\n")
	for i, line := range lines {
		b.WriteString("  " + line)
		if i < len(lines)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	return b.Bytes()
}
