package genaiprocessor

import (
	"context"
	"fmt"
	"sync"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	otelprocessor "go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processorhelper"
	"go.uber.org/zap"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// NewFactory returns the factory of the genai processor, for traces and logs. All its processors share one embedded price table.
func NewFactory() otelprocessor.Factory {
	f := factory{embeddedPrices: sync.OnceValues(costcalc.Default)}
	return otelprocessor.NewFactory(
		metadata.Type,
		createDefaultConfig,
		otelprocessor.WithTraces(f.createTraces, metadata.TracesStability),
		otelprocessor.WithLogs(f.createLogs, metadata.LogsStability),
	)
}

type factory struct {
	embeddedPrices func() (*costcalc.Table, error)
}

func (f factory) createTraces(ctx context.Context, set otelprocessor.Settings, cfg component.Config, next consumer.Traces) (otelprocessor.Traces, error) {
	in, err := f.build(set, cfg.(*Config))
	if err != nil {
		return nil, err
	}
	return processorhelper.NewTraces(ctx, set, cfg, next, in.processor.Traces, in.options()...)
}

func (f factory) createLogs(ctx context.Context, set otelprocessor.Settings, cfg component.Config, next consumer.Logs) (otelprocessor.Logs, error) {
	in, err := f.build(set, cfg.(*Config))
	if err != nil {
		return nil, err
	}
	return processorhelper.NewLogs(ctx, set, cfg, next, in.processor.Logs, in.options()...)
}

// build makes the processor of one pipeline out of the user's configuration.
func (f factory) build(set otelprocessor.Settings, cfg *Config) (in *instance, err error) {
	in = &instance{logger: set.Logger, interval: cfg.Cost.ReloadInterval}
	if in.telemetry, err = metadata.NewTelemetryBuilder(set.TelemetrySettings); err != nil {
		return nil, err
	}
	if in.processor, err = f.processorOf(cfg, in); err != nil {
		in.telemetry.Shutdown()
		return nil, err
	}
	return in, nil
}

func (f factory) processorOf(cfg *Config, in *instance) (*processor.Processor, error) {
	settings, err := settingsOf(cfg)
	if err != nil {
		return nil, err
	}
	settings.Logger = in.logger
	if cfg.Redaction.Enabled && !cfg.Redaction.asksDefault() {
		in.logger.Warn("redaction::packs has no default: e-mail addresses, phone numbers, cards and secrets are not looked for",
			zap.Strings("packs", cfg.Redaction.Packs))
	}
	if cfg.Cost.Enabled {
		embedded, err := f.embeddedPrices()
		if err != nil {
			return nil, err
		}
		if settings.Prices, err = in.prices(&cfg.Cost, embedded); err != nil {
			return nil, err
		}
	}
	p, err := processor.New(settings, in.telemetry)
	if err != nil {
		return nil, err
	}
	return p, in.owners(&cfg.Cost.Attribution, p)
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
		Basis:            basisRulesOf(c.Cost.Basis),
		Owners:           ownersOf(&c.Cost.Attribution),
		CacheBasis:       cacheBasisOf(c.Cost.CacheBasis),
		KeepReported:     c.Cost.Reported == reportedKeep,
		PricedLogs:       c.Cost.Logs,
		WholeTraces:      c.Trace.Enabled,
		RedactAll:        c.Redaction.Scope == scopeAll,
		Summary:          summaries[c.Redaction.Summary],
		CompatCounts:     c.Redaction.ContribCounts,
		ServiceLabel:     c.Telemetry.ServiceLabel,
	}
	var err error
	if s.CustomDialects, err = c.Normalize.customDialects(); err != nil {
		return s, fmt.Errorf("normalize: %w", err)
	}
	if c.Redaction.Enabled {
		if s.Redaction, err = c.Redaction.settings(); err != nil {
			return s, err
		}
		s.Policies = c.Redaction.policies(s.Redaction.Text.Pseudonym)
	}
	return s, nil
}

var messagesModes = map[string]processor.MessagesMode{
	messagesLeave: processor.LeaveMessages, messagesMove: processor.MoveMessages, messagesCopy: processor.CopyMessages,
}

var summaries = map[string]processor.SummaryMode{
	summaryOff: processor.SummaryOff, summaryCount: processor.SummaryCount, summaryEntities: processor.SummaryEntities,
}

var profiles = map[string]dialect.Profile{semconv141: dialect.V1_41, semconv136: dialect.V1_36, semconvLatest: dialect.Latest}
