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

	actionDrop = "drop" // of an identity attribute; the others are those of redaction

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
	skippedBytes int64
	unrecognised int64
	enrichPanics int64

	// values of identity attributes
	dropped, pseudonymised int64
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
	n.pseudonymised += int64(o.Pseudonymised)
	n.skippedBytes += int64(o.SkippedBinaryBytes)
}

// telemetry is the processor's own metrics, as metadata.yaml declares them.
type telemetry struct {
	builder *metadata.TelemetryBuilder
	engine  *redaction.Engine // nil without redaction
	// monitoring: everything is kept, whatever the policy says.
	monitoring bool
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
	t.recordContent(ctx, n)
	if n.unrecognised > 0 {
		t.builder.ProcessorGenaiUnrecognisedContent.Add(ctx, n.unrecognised, metric.WithAttributes(signal))
	}
	t.skipped(ctx, n.skippedBytes, "binary")
	t.skipped(ctx, int64(n.tally.SkippedMedia()), "media")
	if n.enrichPanics > 0 {
		t.failed(ctx, n.enrichPanics, stageEnrich, "panic")
	}
}

func (t *telemetry) recordRedaction(ctx context.Context, n *counts, signal attribute.KeyValue) {
	if t.engine == nil {
		return
	}
	identity := t.engine.Name(redaction.Identity)
	t.found(ctx, n.dropped, identity, actionDrop, signal)
	t.found(ctx, n.pseudonymised, identity, redaction.Pseudonym.String(), signal)
	if n.tally.HasFindings() {
		for _, entity := range t.engine.Entities() {
			name := t.engine.Name(entity)
			t.found(ctx, int64(n.tally.Found(entity)), name, t.engine.ActionOf(entity).String(), signal)
			t.found(ctx, int64(n.tally.Kept(entity)), name, redaction.Keep.String(), signal)
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

// recordContent counts what policies did to content. In monitor mode they did nothing.
func (t *telemetry) recordContent(ctx context.Context, n *counts) {
	for _, k := range redaction.ContentKinds() {
		for _, action := range redaction.ContentActions() {
			count, done := n.tally.Content(k, action), action.String()
			if count == 0 {
				continue
			}
			if t.monitoring {
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

// found counts what was done with findings of an entity, or would have been done but for monitor mode.
func (t *telemetry) found(ctx context.Context, count int64, entity, action string, signal attribute.KeyValue) {
	if count == 0 {
		return
	}
	if t.monitoring {
		action = redaction.Keep.String()
	}
	t.builder.ProcessorGenaiRedacted.Add(ctx, count, metric.WithAttributes(
		attribute.String("entity", entity), attribute.String("action", action), signal))
}

func (t *telemetry) failed(ctx context.Context, count int64, stage, reason string) {
	t.builder.ProcessorGenaiFailed.Add(ctx, count, metric.WithAttributes(attribute.String("stage", stage), attribute.String("reason", reason)))
}
