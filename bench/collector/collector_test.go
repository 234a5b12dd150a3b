package collector

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"
)

func TestConfiguration(t *testing.T) {
	t.Parallel()
	read := func(s Settings) map[string]any {
		retrieved, err := confmap.NewRetrievedFromYAML([]byte(configuration(s, [3]string{"1", "2", "3"})))
		require.NoError(t, err)
		conf, err := retrieved.AsConf()
		require.NoError(t, err)
		return conf.ToStringMap()
	}
	at := func(in map[string]any, keys ...string) any {
		var value any = in
		for _, k := range keys {
			value = value.(map[string]any)[k]
		}
		return value
	}

	plain := read(Settings{})
	assert.Equal(t, "127.0.0.1:1", at(plain, "receivers", "otlp", "protocols", "grpc", "endpoint"))
	assert.Equal(t, map[string]any{"receivers": []any{"otlp"}, "processors": []any{}, "exporters": []any{"nop"}},
		at(plain, "service", "pipelines", "traces"))
	assert.Equal(t, []any{}, at(plain, "service", "extensions"))

	full := read(Settings{Output: "/x/out.json", Profiles: true, Processors: []Processor{
		{"genai", "{}"}, {"redaction/a", "allow_all_keys: true\nblocked_values:\n  - '[0-9]+'\n"},
	}})
	assert.Equal(t, []any{"genai", "redaction/a"}, at(full, "service", "pipelines", "traces", "processors"))
	assert.Equal(t, map[string]any{"allow_all_keys": true, "blocked_values": []any{"[0-9]+"}}, at(full, "processors", "redaction/a"))
	assert.Equal(t, []any{"file"}, at(full, "service", "pipelines", "traces", "exporters"))
	assert.Equal(t, "/x/out.json", at(full, "exporters", "file", "path"))
	assert.Equal(t, []any{"profiles"}, at(full, "service", "extensions"))
	assert.Equal(t, "127.0.0.1:3", at(full, "extensions", "profiles", "endpoint"))
}

func TestProcessorSeconds(t *testing.T) {
	t.Parallel()
	const fields = " R 1 2 3 4 5 6 7 8 9 10 %s %s 0 0 20 0\n"
	for name, c := range map[string]struct {
		stat     string
		expected float64
		err      string
	}{
		"own and the kernel's":   {"12 (otelcol)" + fmt.Sprintf(fields, "250", "31"), 2.81, ""},
		"a name with all of it":  {"12 (a) R (b 7)" + fmt.Sprintf(fields, "100", "0"), 1, ""},
		"too short":              {"12 (otelcol) R 1 2", 0, "/proc: expected more than 12 fields in stat, found 3"},
		"nothing":                {"", 0, "/proc: expected more than 12 fields in stat, found 0"},
		"no number for the time": {"12 (otelcol)" + fmt.Sprintf(fields, "x", "1"), 0, "/proc: expected numbers for the times in stat"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := processorSeconds(c.stat)
			if c.err != "" {
				require.EqualError(t, err, c.err)
				return
			}
			require.NoError(t, err)
			assert.InDelta(t, c.expected, got, 1e-9)
		})
	}
}

func TestNumberAfter(t *testing.T) {
	t.Parallel()
	const page = "# Alloc = 1\n# HeapAlloc = 4194304\nVmRSS:\t   120 kB\ngoroutine profile: total 7\nempty:"
	for text, expected := range map[string]int{"# HeapAlloc =": 4194304, "VmRSS:": 120, "goroutine profile: total": 7} {
		got, err := numberAfter(page, text)
		require.NoError(t, err)
		assert.Equal(t, expected, got)
	}
	for _, text := range []string{"missing", "empty:", "goroutine profile:"} {
		_, err := numberAfter(page, text)
		require.EqualError(t, err, fmt.Sprintf("expected a number after %q, found none", text))
	}
}

func TestACollectorThatDoesNotStartIsAnError(t *testing.T) {
	t.Parallel()
	_, err := Start(Settings{Binary: "false", Folder: t.TempDir(), CPU: -1})
	require.ErrorContains(t, err, "the collector ended at its start, see ")
	require.ErrorContains(t, err, "the collector ended with status 1, see ")
	_, err = Start(Settings{Binary: "/nowhere/otelcol", Folder: t.TempDir(), CPU: -1})
	require.ErrorContains(t, err, "no such file")
}

func TestAGeneratorThatFailsSaysWhy(t *testing.T) {
	t.Parallel()
	_, err := Generator{Binary: "ls", CPU: -1}.Send(&Collector{Endpoint: "127.0.0.1:1"})
	require.ErrorContains(t, err, "load: exit status ")
	_, err = Generator{Binary: "echo", CPU: -1}.Send(&Collector{Endpoint: "127.0.0.1:1"})
	require.ErrorContains(t, err, "load: invalid character")
}

func TestOneCPU(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"load", "-json"}, pinned(-1, "load", "-json").Args)
	assert.Equal(t, []string{"taskset", "-c", "1", "load", "-json"}, pinned(1, "load", "-json").Args)
}
