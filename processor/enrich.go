package processor

import (
	"slices"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// enrichment is what the stages before writing found out about one span or log record.
type enrichment struct {
	role       string
	convention string
	// inconsistent: the counts contradict each other.
	inconsistent bool
	notCharged   bool // a rule says that another party's record of the call is charged
	told         bool // another span of the trace is the call that this one tells of
	replaced     []replacedKey
	priceable    bool
	reason       costcalc.Reason
	cost         costcalc.Cost
	basis        string // how it is paid for, where priced
	// reported is the emitter's own figure, in USD.
	reported        float64
	hasReported     bool
	reportedDiffers bool // by more than a little from ours, which is known too
	fromEmitter     bool // the cost is the emitter's figure, so there are no parts of it
	billed          bool // and came from who bills
}

// enrichSpan classifies, normalises, prices and writes. It reports whether the span is GenAI; one on which it fails is taken for it, so
// that redaction looks at it.
func (p *Processor) enrichSpan(scope dialect.Scope, span ptrace.Span, s *scratch) (genAI bool) {
	defer failOpen(s, &genAI)
	c := &s.call
	c.Reset()
	p.vocabulary.Span(scope, span, c)
	if c.Kind == dialect.NoKind {
		return false
	}
	s.from.spanKind = span.Kind()
	s.place = chargePlace{trace: span.TraceID(), span: span.SpanID()}
	p.enrich(span.Attributes(), c, s, spanTime(span))
	if p.mover != nil {
		p.mover.span(span, c, &s.moving)
	}
	return true
}

// failOpen is deferred by the two: a panic leaves the span or record as it is, counted, and gives it to redaction.
func failOpen(s *scratch, genAI *bool) {
	if recover() != nil {
		s.counts.enrichPanics++
		*genAI = true
	}
}

// enrichRecord does the same for a log record. It is priced only where its scope is known to write the only record of a call.
func (p *Processor) enrichRecord(scope dialect.Scope, record plog.LogRecord, s *scratch) (genAI bool) {
	defer failOpen(s, &genAI)
	c := &s.call
	c.Reset()
	p.vocabulary.Record(scope, record, c)
	if c.Kind == dialect.NoKind {
		return false
	}
	s.place = chargePlace{record.TraceID(), record.SpanID(), recordTimestamp(record)}
	at := time.Time{}
	if p.pricesRecordsOf(s.from.scope) {
		at = recordTime(record)
	}
	p.enrich(record.Attributes(), c, s, at)
	return true
}

// enrich takes the read call through the stages that only look at it, then writes. A zero time means that it is not to be priced.
func (p *Processor) enrich(attrs pcommon.Map, c *dialect.Call, s *scratch, at time.Time) {
	s.counts.sawKind(c, s.from.label)
	replaced := p.findReplaced(attrs, c)
	e := &s.enrichment
	*e = p.judge(c, &s.from)
	e.replaced = replaced
	s.traces.apply(c, e)
	if p.prices == nil {
		at = time.Time{}
	}
	if !at.IsZero() {
		p.price(c, e, at)
		s.counts.unpriced(e.reason, s.from.label)
		p.missing.note(c, e.reason)
		if e.priced() {
			e.basis = p.basisOf(c, &s.from)
		}
	}
	s.traces.add(e)
	p.owners.find(attrs, c, &s.from, s.from.redactor(), &s.owners)
	attrs.EnsureCapacity(attrs.Len() + p.newAttributes(c, s))
	p.writeKind(attrs, c)
	if !p.keepAsIs {
		p.writeFields(attrs, c)
		removeReplaced(attrs, c, e.replaced)
		p.writeUsage(attrs, e)
	}
	if !at.IsZero() {
		p.writeCost(attrs, c, e)
	}
	if !p.keepAsIs || e.priced() {
		p.writeChargeID(attrs, c, s, e)
	}
	p.owners.write(attrs, s.owners.found)
	if !p.keepAsIs && !c.Record {
		p.emitter.write(attrs, c, e, &s.emission)
	}
}

// newAttributes is how many attributes are going to be added, seldom fewer, so that the map grows once or not at all.
func (p *Processor) newAttributes(c *dialect.Call, s *scratch) int {
	const (
		kind, role, cost = 1, 1, 2 // cost: its total and source, or the reason why there is none
		detail           = 16      // of the kind, the cost and redaction, with the full detail
		slots            = 2       // input and output
	)
	n := kind + len(s.owners.found) + len(p.emitter.keys)
	if s.enrichment.priceable {
		n += cost
	}
	if p.full {
		n += detail
	}
	if p.mover != nil && p.mover.mode == CopyMessages {
		n += slots
	}
	if s.from.policy != nil && p.summary != SummaryOff {
		n++
	}
	if p.keepAsIs {
		return n
	}
	if s.enrichment.role != "" {
		n += role
	}
	for f, ok := c.NextChanged(0); ok; f, ok = c.NextChanged(f + 1) {
		if f.Key(p.profile) != "" {
			n++
		}
	}
	return n
}

// judge decides whose the usage is and brings its counts to the conventions.
func (p *Processor) judge(c *dialect.Call, from *origin) (e enrichment) {
	e.role = usageRole(c)
	if c.Record && e.role == roleOwn && !p.pricesRecordsOf(from.scope) {
		e.role = roleDuplicate // the span of the same call has it too
	}
	e.convention, e.inconsistent = p.makeInclusive(c, from.scope)
	p.applyCharge(c, from, &e)
	return e
}

// pricesRecordsOf reports whether the log records of a scope are the only record of a call.
func (p *Processor) pricesRecordsOf(scope string) bool {
	return slices.ContainsFunc(p.pricedLogs, func(pattern string) bool { return matchesName(pattern, scope) })
}

// spanTime is when the call was made: the span's start, else its end, else the epoch.
func spanTime(span ptrace.Span) time.Time {
	if start := span.StartTimestamp(); start != 0 {
		return start.AsTime()
	}
	return span.EndTimestamp().AsTime()
}

// recordTime is when the record was made, else when it was seen, else the epoch.
func recordTime(record plog.LogRecord) time.Time { return recordTimestamp(record).AsTime() }

func recordTimestamp(record plog.LogRecord) pcommon.Timestamp {
	if at := record.Timestamp(); at != 0 {
		return at
	}
	return record.ObservedTimestamp()
}
