package collector

import (
	"fmt"
	"strings"
)

// Processor is one of the pipeline.
type Processor struct {
	Name string // with its type, as in a configuration: transform/renames
	YAML string // what stands below the name
}

// configuration returns that of a collector with one pipeline: OTLP/gRPC, the processors, and an exporter, which is nop without an output.
func configuration(s Settings, ports [3]string) string {
	var names []string
	var b strings.Builder
	fmt.Fprintf(&b, "receivers:\n  otlp: {protocols: {grpc: {endpoint: 127.0.0.1:%s, max_recv_msg_size_mib: 64}}}\n", ports[0])
	b.WriteString("processors:\n")
	for _, p := range s.Processors {
		names = append(names, p.Name)
		fmt.Fprintf(&b, "  %s:\n%s\n", p.Name, indented(p.YAML))
	}
	exporter, extensions := "nop", ""
	fmt.Fprintf(&b, "exporters:\n  nop: {}\n")
	if s.Output != "" {
		exporter = "file"
		fmt.Fprintf(&b, "  file: {path: '%s', flush_interval: 50ms}\n", s.Output)
	}
	if s.Profiles {
		extensions = "profiles"
		fmt.Fprintf(&b, "extensions:\n  profiles: {endpoint: 127.0.0.1:%s}\n", ports[2])
	}
	fmt.Fprintf(&b, `service:
  extensions: [%s]
  telemetry:
    logs: {level: warn}
    metrics: {readers: [{pull: {exporter: {prometheus: {host: 127.0.0.1, port: %s}}}}]}
  pipelines:
    traces: {receivers: [otlp], processors: [%s], exporters: [%s]}
`, extensions, ports[1], strings.Join(names, ", "), exporter)
	return b.String()
}

func indented(yaml string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(yaml), "\n", "\n    ")
}
