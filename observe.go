package genaiprocessor

import (
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/otel/metric/noop"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// Observe returns a processor that finds what one of this configuration would redact in telemetry as it came, and tells the observer. It is
// for tools that report: it redacts in monitor mode, be redaction enabled or not, and neither prices nor rewrites nor emits metrics; only
// genai.kind is written. The configuration must be valid. Errors name the key.
func (c *Config) Observe(observer processor.Observer) (*processor.Processor, error) {
	watched := *c
	watched.Redaction.Enabled = true
	settings, err := settingsOf(&watched)
	if err != nil {
		return nil, err
	}
	settings.Redaction.Mode = redact.Monitor
	for i := range settings.Policies {
		settings.Policies[i].Redaction.Mode = redact.Monitor
	}
	settings.KeepAsIs = true
	settings.Messages, settings.Emit, settings.Owners = processor.LeaveMessages, nil, nil
	settings.RemoveOriginals, settings.WholeTraces = false, false
	settings.Observer = observer
	builder, err := metadata.NewTelemetryBuilder(component.TelemetrySettings{MeterProvider: noop.NewMeterProvider()})
	if err != nil {
		return nil, err
	}
	return processor.New(settings, builder)
}
