package genaiprocessor

import (
	"context"
	"fmt"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	otelprocessor "go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processorhelper"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// NewFactory returns the factory of the genai processor, for traces and logs.
func NewFactory() otelprocessor.Factory {
	return otelprocessor.NewFactory(
		metadata.Type,
		createDefaultConfig,
		otelprocessor.WithTraces(createTraces, metadata.TracesStability),
		otelprocessor.WithLogs(createLogs, metadata.LogsStability),
	)
}

func createTraces(ctx context.Context, set otelprocessor.Settings, cfg component.Config, next consumer.Traces) (otelprocessor.Traces, error) {
	p, options, err := build(set, cfg)
	if err != nil {
		return nil, err
	}
	return processorhelper.NewTraces(ctx, set, cfg, next, p.Traces, options...)
}

func createLogs(ctx context.Context, set otelprocessor.Settings, cfg component.Config, next consumer.Logs) (otelprocessor.Logs, error) {
	p, options, err := build(set, cfg)
	if err != nil {
		return nil, err
	}
	return processorhelper.NewLogs(ctx, set, cfg, next, p.Logs, options...)
}

// build makes the processor of one pipeline out of the user's configuration.
func build(set otelprocessor.Settings, cfg component.Config) (*processor.Processor, []processorhelper.Option, error) {
	settings, err := settingsOf(cfg.(*Config))
	if err != nil {
		return nil, nil, err
	}
	telemetry, err := metadata.NewTelemetryBuilder(set.TelemetrySettings)
	if err != nil {
		return nil, nil, err
	}
	p, err := processor.New(settings, telemetry)
	if err != nil {
		return nil, nil, err
	}
	return p, []processorhelper.Option{
		processorhelper.WithCapabilities(consumer.Capabilities{MutatesData: true}),
		processorhelper.WithShutdown(func(context.Context) error {
			telemetry.Shutdown()
			return nil
		}),
	}, nil
}

func settingsOf(c *Config) (processor.Settings, error) {
	s := processor.Settings{
		Full:             c.Detail == detailFull,
		DropUpstream:     !c.TrustUpstream,
		KeepAsIs:         !c.Normalize.Enabled,
		Profile:          profiles[c.Normalize.Semconv],
		Messages:         messagesModes[c.Normalize.Messages],
		DisabledDialects: c.Normalize.DisabledDialects,
		RemoveOriginals:  c.Normalize.Originals == originalsRemove,
		Emit:             c.Normalize.Emit,
		Charge:           chargeRulesOf(c.Cost.Charge),
		PricedLogs:       c.Cost.Logs,
		WholeTraces:      c.Trace.Enabled,
		RedactAll:        c.Redaction.Scope == scopeAll,
	}
	var err error
	if s.CustomDialects, err = c.Normalize.customDialects(); err != nil {
		return s, fmt.Errorf("normalize: %w", err)
	}
	if c.Cost.Enabled {
		prices, err := costcalc.Default()
		if err != nil {
			return s, fmt.Errorf("the embedded price table: %w", err)
		}
		s.Prices = prices
	}
	if c.Redaction.Enabled {
		s.Redaction = redactionSettingsOf(&c.Redaction)
	}
	return s, nil
}

var messagesModes = map[string]processor.MessagesMode{
	messagesLeave: processor.LeaveMessages, messagesMove: processor.MoveMessages, messagesCopy: processor.CopyMessages,
}

var profiles = map[string]dialect.Profile{semconv141: dialect.V1_41, semconv136: dialect.V1_36, semconvLatest: dialect.Latest}

func redactionSettingsOf(c *RedactionConfig) *redact.Settings {
	s := &redact.Settings{MaxValueBytes: c.Limits.MaxValueBytes, MaxDepth: c.Limits.MaxDepth}
	if c.Mode == modeMonitor {
		s.Mode = redact.Monitor
	}
	if c.Identity == identityDrop {
		s.Identity = redact.DropIdentity
	}
	for _, a := range c.Allow {
		s.Allow = append(s.Allow, redaction.Allow(a))
	}
	return s
}
