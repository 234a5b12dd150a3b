package genaiprocessor

import (
	"context"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
	otelprocessor "go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processorhelper"
)

// NewFactory returns the factory of the genai processor, for traces and logs.
func NewFactory() otelprocessor.Factory {
	return otelprocessor.NewFactory(
		component.MustNewType("genai"),
		createDefaultConfig,
		otelprocessor.WithTraces(createTraces, component.StabilityLevelAlpha),
		otelprocessor.WithLogs(createLogs, component.StabilityLevelAlpha),
	)
}

func createTraces(ctx context.Context, set otelprocessor.Settings, cfg component.Config, next consumer.Traces) (otelprocessor.Traces, error) {
	pass := func(_ context.Context, td ptrace.Traces) (ptrace.Traces, error) { return td, nil }
	return processorhelper.NewTraces(ctx, set, cfg, next, pass, processorhelper.WithCapabilities(consumer.Capabilities{MutatesData: true}))
}

func createLogs(ctx context.Context, set otelprocessor.Settings, cfg component.Config, next consumer.Logs) (otelprocessor.Logs, error) {
	pass := func(_ context.Context, ld plog.Logs) (plog.Logs, error) { return ld, nil }
	return processorhelper.NewLogs(ctx, set, cfg, next, pass, processorhelper.WithCapabilities(consumer.Capabilities{MutatesData: true}))
}
