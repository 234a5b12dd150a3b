package processor

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

const (
	signalTraces = "traces"
	signalLogs   = "logs"

	actionReplace = "replace"
	actionDrop    = "drop"
	actionKeep    = "keep"

	// identityEntity counts identity attributes beside what redaction finds.
	identityEntity = "IDENTITY"

	stageEnrich = "enrich"
	stageRedact = "redact"
)

type seenAs struct {
	kind    dialect.Kind
	dialect string
}

// counts adds up one batch, so that the metrics are touched once per batch. Every label is one of a closed set.
type counts struct {
	signal       string
	seen         map[seenAs]int64
	reasons      map[costcalc.Reason]int64
	tally        redaction.Tally
	dropped      int64
	skippedBytes int64
	unrecognised int64
	enrichPanics int64
}

func (n *counts) reset(signal string) {
	clear(n.seen)
	clear(n.reasons)
	*n = counts{signal: signal, seen: n.seen, reasons: n.reasons}
}

func (n *counts) sawKind(c *dialect.Call) {
	if n.seen == nil {
		n.seen = map[seenAs]int64{}
	}
	n.seen[seenAs{c.Kind, c.Dialect}]++
}

func (n *counts) unpriced(reason costcalc.Reason) {
	if reason == "" {
		return
	}
	if n.reasons == nil {
		n.reasons = map[costcalc.Reason]int64{}
	}
	n.reasons[reason]++
}

func (n *counts) redacted(o *redact.Outcome) {
	n.tally.Add(&o.Tally)
	n.dropped += int64(o.Dropped)
	n.skippedBytes += int64(o.SkippedBinaryBytes)
}

// telemetry is the processor's own metrics, as metadata.yaml declares them.
type telemetry struct {
	builder *metadata.TelemetryBuilder
	// foundAction is what becomes of a finding, droppedAction of an identity attribute that is to be dropped.
	foundAction, droppedAction string
}

func (t *telemetry) record(ctx context.Context, n *counts) {
	signal := attribute.String("signal", n.signal)
	for as, count := range n.seen {
		t.builder.ProcessorGenaiSeen.Add(ctx, count, metric.WithAttributes(
			attribute.String("kind", as.kind.String()), attribute.String("dialect", as.dialect), signal))
	}
	for reason, count := range n.reasons {
		t.builder.ProcessorGenaiUnpriced.Add(ctx, count, metric.WithAttributes(attribute.String("reason", string(reason))))
	}
	t.recordRedaction(ctx, n, signal)
	if n.unrecognised > 0 {
		t.builder.ProcessorGenaiUnrecognisedContent.Add(ctx, n.unrecognised, metric.WithAttributes(signal))
	}
	if n.skippedBytes > 0 {
		t.builder.ProcessorGenaiSkipped.Add(ctx, n.skippedBytes, metric.WithAttributes(attribute.String("reason", "binary")))
	}
	if n.enrichPanics > 0 {
		t.failed(ctx, n.enrichPanics, stageEnrich, "panic")
	}
}

func (t *telemetry) recordRedaction(ctx context.Context, n *counts, signal attribute.KeyValue) {
	if n.dropped > 0 {
		t.found(ctx, n.dropped, identityEntity, t.droppedAction, signal)
	}
	if n.tally.Total() > 0 {
		for _, entity := range redaction.Entities() {
			if count := n.tally.Found(entity); count > 0 {
				t.found(ctx, int64(count), entity.String(), t.foundAction, signal)
			}
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

func (t *telemetry) found(ctx context.Context, count int64, entity, action string, signal attribute.KeyValue) {
	t.builder.ProcessorGenaiRedacted.Add(ctx, count, metric.WithAttributes(
		attribute.String("entity", entity), attribute.String("action", action), signal))
}

func (t *telemetry) failed(ctx context.Context, count int64, stage, reason string) {
	t.builder.ProcessorGenaiFailed.Add(ctx, count, metric.WithAttributes(attribute.String("stage", stage), attribute.String("reason", reason)))
}
