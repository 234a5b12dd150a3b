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
	builder   *metadata.TelemetryBuilder
	byService bool // of counts whose services are no ""
}

func (t *telemetry) record(ctx context.Context, n *counts) {
	signal := attribute.String("signal", n.signal)
	for i := range n.seen {
		as := &n.seen[i].as
		t.builder.ProcessorGenaiSeen.Add(ctx, n.seen[i].count, t.labels(as.service,
			attribute.String("kind", as.kind.String()), attribute.String("dialect", as.dialect), signal))
	}
	for as, count := range n.reasons {
		t.builder.ProcessorGenaiUnpriced.Add(ctx, count, t.labels(as.service, attribute.String("reason", string(as.reason))))
	}
	for by, counted := range n.redactions {
		t.recordRedaction(ctx, by, counted, signal)
		t.recordContent(ctx, by, counted)
		t.skipped(ctx, int64(counted.tally.SkippedMedia()), "media")
	}
	if n.scannedBytes > 0 {
		t.builder.ProcessorGenaiScanned.Add(ctx, n.scannedBytes, metric.WithAttributes(signal))
	}
	if n.redactionTime > 0 {
		t.builder.ProcessorGenaiRedactionDuration.Record(ctx, n.redactionTime.Seconds(), metric.WithAttributes(signal))
	}
	if n.unrecognised > 0 {
		t.builder.ProcessorGenaiUnrecognisedContent.Add(ctx, n.unrecognised, metric.WithAttributes(signal))
	}
	t.skipped(ctx, n.skippedBytes, "binary")
	if n.enrichPanics > 0 {
		t.failed(ctx, n.enrichPanics, stageEnrich, "panic")
	}
}

func (t *telemetry) recordRedaction(ctx context.Context, by redactedBy, n *redactionCounts, signal attribute.KeyValue) {
	if n.items > 0 {
		t.builder.ProcessorGenaiGoverned.Add(ctx, n.items, metric.WithAttributes(attribute.String("policy", by.policy.name), signal))
	}
	found := func(count int64, entity, action string) {
		if count == 0 {
			return
		}
		if by.policy.monitoring { // what would have been done
			action = redaction.Keep.String()
		}
		t.builder.ProcessorGenaiRedacted.Add(ctx, count, t.labels(by.service,
			attribute.String("entity", entity), attribute.String("action", action), signal))
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
				t.failed(ctx, int64(count), stageRedact, failure.String())
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
			t.builder.ProcessorGenaiContent.Add(ctx, int64(count), metric.WithAttributes(
				attribute.String("kind", k.String()), attribute.String("action", done)))
		}
	}
}

func (t *telemetry) skipped(ctx context.Context, bytes int64, reason string) {
	if bytes > 0 {
		t.builder.ProcessorGenaiSkipped.Add(ctx, bytes, metric.WithAttributes(attribute.String("reason", reason)))
	}
}

// labels adds the service where it is a label.
func (t *telemetry) labels(service string, attributes ...attribute.KeyValue) metric.MeasurementOption {
	if t.byService {
		attributes = append(attributes, attribute.String("service.name", service))
	}
	return metric.WithAttributes(attributes...)
}

func (t *telemetry) failed(ctx context.Context, count int64, stage, reason string) {
	t.builder.ProcessorGenaiFailed.Add(ctx, count, metric.WithAttributes(attribute.String("stage", stage), attribute.String("reason", reason)))
}
