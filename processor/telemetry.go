package processor

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/redaction"
)

const (
	signalTraces = "traces"
	signalLogs   = "logs"

	actionDrop = "drop" // of an identity attribute; the others are those of redaction

	stageEnrich = "enrich"
	stageRedact = "redact"
)

// telemetry is the processor's own metrics, as metadata.yaml declares them.
type telemetry struct {
	builder *metadata.TelemetryBuilder

	seen, unpriced, redacted           *options // with the service, where that is a label
	governed, content, skipped, failed *options
	signals                            *options                         // of metrics that have no other attribute
	durations                          map[string][]metric.RecordOption // by signal
}

func newTelemetry(builder *metadata.TelemetryBuilder, byService bool) *telemetry {
	withService := func(names ...string) *options {
		if byService {
			names = append(names, "service.name")
		}
		return newOptions(names...)
	}
	return &telemetry{
		builder:  builder,
		seen:     withService("kind", "dialect", "signal"),
		unpriced: withService("reason"),
		redacted: withService("entity", "action", "signal"),
		governed: newOptions("policy", "signal"),
		content:  newOptions("kind", "action"),
		skipped:  newOptions("reason"),
		failed:   newOptions("stage", "reason"),
		signals:  newOptions("signal"),
		durations: map[string][]metric.RecordOption{
			signalTraces: {metric.WithAttributes(attribute.String("signal", signalTraces))},
			signalLogs:   {metric.WithAttributes(attribute.String("signal", signalLogs))},
		},
	}
}

func (t *telemetry) record(ctx context.Context, n *counts) {
	for i := range n.seen {
		as := &n.seen[i].as
		t.builder.ProcessorGenaiSeen.Add(ctx, n.seen[i].count, t.seen.of(as.kind.String(), as.dialect, n.signal, as.service)...)
	}
	for as, count := range n.reasons {
		t.builder.ProcessorGenaiUnpriced.Add(ctx, count, t.unpriced.of(string(as.reason), as.service)...)
	}
	for by, counted := range n.redactions {
		t.recordRedaction(ctx, by, counted, n.signal)
		t.recordContent(ctx, by, counted)
		t.skip(ctx, int64(counted.tally.SkippedMedia()), "media")
	}
	if n.scannedBytes > 0 {
		t.builder.ProcessorGenaiScanned.Add(ctx, n.scannedBytes, t.signals.of(n.signal)...)
	}
	if n.redactionTime > 0 {
		t.builder.ProcessorGenaiRedactionDuration.Record(ctx, n.redactionTime.Seconds(), t.durations[n.signal]...)
	}
	if n.unrecognised > 0 {
		t.builder.ProcessorGenaiUnrecognisedContent.Add(ctx, n.unrecognised, t.signals.of(n.signal)...)
	}
	t.skip(ctx, n.skippedBytes.binary, "binary")
	t.skip(ctx, n.skippedBytes.identity, "identity")
	t.skip(ctx, n.skippedBytes.usage, "usage")
	if n.enrichPanics > 0 {
		t.fail(ctx, n.enrichPanics, stageEnrich, "panic")
	}
}

func (t *telemetry) recordRedaction(ctx context.Context, by redactedBy, n *redactionCounts, signal string) {
	if n.items > 0 {
		t.builder.ProcessorGenaiGoverned.Add(ctx, n.items, t.governed.of(by.policy.name, signal)...)
	}
	found := func(count int64, entity, action string) {
		if count == 0 {
			return
		}
		if by.policy.monitoring { // what would have been done
			action = redaction.Keep.String()
		}
		t.builder.ProcessorGenaiRedacted.Add(ctx, count, t.redacted.of(entity, action, signal, by.service)...)
	}
	engine := by.policy.redactor.Engine()
	identity := engine.Name(redaction.Identity)
	found(n.dropped, identity, actionDrop)
	found(n.pseudonymised, identity, redaction.Pseudonym.String())
	if n.tally.HasFindings() {
		for _, entity := range engine.Entities() {
			name := engine.Name(entity)
			found(int64(n.tally.Found(entity)), name, engine.ActionOf(entity).String())
			found(int64(n.tally.Kept(entity)), name, redaction.Keep.String())
		}
	}
	if n.tally.Failures() > 0 {
		for _, failure := range redaction.Failures() {
			if count := n.tally.Failed(failure); count > 0 {
				t.fail(ctx, int64(count), stageRedact, failure.String())
			}
		}
	}
}

// recordContent counts what a policy did to content. In monitor mode it did nothing.
func (t *telemetry) recordContent(ctx context.Context, by redactedBy, n *redactionCounts) {
	for _, k := range redaction.ContentKinds() {
		for _, action := range redaction.ContentActions() {
			count, done := n.tally.Content(k, action), action.String()
			if count == 0 {
				continue
			}
			if by.policy.monitoring {
				done = redaction.Keep.String()
			}
			t.builder.ProcessorGenaiContent.Add(ctx, int64(count), t.content.of(k.String(), done)...)
		}
	}
}

func (t *telemetry) skip(ctx context.Context, bytes int64, reason string) {
	if bytes > 0 {
		t.builder.ProcessorGenaiSkipped.Add(ctx, bytes, t.skipped.of(reason)...)
	}
}

func (t *telemetry) fail(ctx context.Context, count int64, stage, reason string) {
	t.builder.ProcessorGenaiFailed.Add(ctx, count, t.failed.of(stage, reason)...)
}
