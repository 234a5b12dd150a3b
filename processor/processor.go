package processor

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// Processor enriches and redacts batches. It keeps no state between spans and is safe for concurrent use.
type Processor struct {
	vocabulary   *dialect.Vocabulary
	profile      dialect.Profile
	prices       *costcalc.Table
	tableVersion string
	redactor     *redactor
	redactAll    bool
	monitoring   bool
	full         bool
	dropUpstream bool
	keepAsIs     bool
	emitter      emitter
	mover        *mover // nil where content is left as it is
	// removeOriginals: not what the emitter writes.
	removeOriginals bool
	telemetry       *telemetry
	scratch         sync.Pool
}

// New compiles the settings. The builder counts what the processor does and stays the caller's to shut down.
func New(s Settings, builder *metadata.TelemetryBuilder) (*Processor, error) {
	emitter := newEmitter(s.Emit)
	dialects := append(slices.Clone(s.CustomDialects), enabledDialects(s.DisabledDialects)...)
	vocabulary, err := dialect.Compile(dialects, s.Profile, emitter.names()...)
	if err != nil {
		return nil, err
	}
	p := &Processor{
		vocabulary:   vocabulary,
		profile:      s.Profile,
		prices:       s.Prices,
		redactAll:    s.RedactAll,
		full:         s.Full,
		dropUpstream: s.DropUpstream,
		keepAsIs:     s.KeepAsIs,
		emitter:      emitter,
		mover:        newMover(&s, vocabulary),

		removeOriginals: s.RemoveOriginals,
		telemetry:       &telemetry{builder: builder, foundAction: actionReplace, droppedAction: actionDrop},
	}
	if s.Prices != nil {
		p.tableVersion = s.Prices.Source().Version
	}
	if s.Redaction != nil {
		if p.redactor, err = newRedactor(*s.Redaction); err != nil {
			return nil, err
		}
		if s.Redaction.Mode == Monitor {
			p.monitoring, p.telemetry.foundAction, p.telemetry.droppedAction = true, actionKeep, actionKeep
		}
	}
	p.scratch.New = func() any { return &scratch{} }
	return p, nil
}

func enabledDialects(disabled []string) []dialect.Dialect {
	var list []dialect.Dialect
	for _, d := range dialect.All() {
		if !slices.Contains(disabled, d.Name) {
			list = append(list, d)
		}
	}
	return list
}

// scratch is what one batch needs and the next can use again.
type scratch struct {
	call    dialect.Call
	outcome outcome
	counts  counts
}

// Traces processes a batch in place and returns it. It never returns an error.
func (p *Processor) Traces(ctx context.Context, td ptrace.Traces) (ptrace.Traces, error) {
	s := p.scratch.Get().(*scratch)
	defer p.release(s)
	s.counts.reset(signalTraces)
	for _, rs := range td.ResourceSpans().All() {
		resource := p.vocabulary.Resource(rs.Resource().Attributes())
		p.surroundings(rs.Resource().Attributes(), s)
		for _, ss := range rs.ScopeSpans().All() {
			scope := p.vocabulary.Scope(ss.Scope().Name()).Within(resource)
			p.instrumentation(ss.Scope(), s)
			for _, span := range ss.Spans().All() {
				p.span(scope, span, s)
			}
		}
	}
	p.telemetry.record(ctx, &s.counts)
	return td, nil
}

// Logs processes a batch in place and returns it. It never returns an error.
func (p *Processor) Logs(ctx context.Context, ld plog.Logs) (plog.Logs, error) {
	s := p.scratch.Get().(*scratch)
	defer p.release(s)
	s.counts.reset(signalLogs)
	for _, rl := range ld.ResourceLogs().All() {
		resource := p.vocabulary.Resource(rl.Resource().Attributes())
		p.surroundings(rl.Resource().Attributes(), s)
		for _, sl := range rl.ScopeLogs().All() {
			scope := p.vocabulary.Scope(sl.Scope().Name()).Within(resource)
			p.instrumentation(sl.Scope(), s)
			for _, record := range sl.LogRecords().All() {
				p.record(scope, record, s)
			}
		}
	}
	p.telemetry.record(ctx, &s.counts)
	return ld, nil
}

// release lets go of everything that a batch left behind.
func (p *Processor) release(s *scratch) {
	s.call.Forget()
	p.scratch.Put(s)
}

// surroundings removes upstream attributes from, and redacts, the attributes of a resource where the configuration says so.
func (p *Processor) surroundings(attrs pcommon.Map, s *scratch) {
	if p.dropUpstream {
		removeUpstream(attrs)
	}
	if p.redactor == nil || !p.redactAll {
		return
	}
	s.outcome = outcome{}
	p.redactor.attributes(attrs, &s.outcome)
	s.counts.redacted(&s.outcome)
}

// instrumentation does the same for an instrumentation scope, with its name and version.
func (p *Processor) instrumentation(scope pcommon.InstrumentationScope, s *scratch) {
	p.surroundings(scope.Attributes(), s)
	if p.redactor == nil || !p.redactAll {
		return
	}
	s.outcome = outcome{}
	p.redactor.scope(scope, &s.outcome)
	s.counts.redacted(&s.outcome)
}

// span runs the stages over one span. Redaction is last and runs whatever the others did, over everything that shows a dialect, told or
// not, and over content that shows none.
func (p *Processor) span(scope dialect.Scope, span ptrace.Span, s *scratch) {
	if p.dropUpstream {
		removeUpstream(span.Attributes())
		for _, event := range span.Events().All() {
			removeUpstream(event.Attributes())
		}
	}
	genAI := p.enrichSpan(scope, span, s)
	if p.redactor == nil {
		return
	}
	switch {
	case genAI:
	case spanHasContent(span):
		s.counts.unrecognised++
	case p.redactAll, s.call.Shows():
	default:
		return
	}
	s.outcome = outcome{}
	p.redactor.span(span, &s.outcome)
	p.sumUp(span.Attributes(), s)
}

// record runs the stages over one log record. Records are never priced: the span of the same call is.
func (p *Processor) record(scope dialect.Scope, record plog.LogRecord, s *scratch) {
	if p.dropUpstream {
		removeUpstream(record.Attributes())
	}
	genAI := p.enrichRecord(scope, record, s)
	if p.redactor == nil {
		return
	}
	switch {
	case genAI:
	case recordHasContent(record):
		s.counts.unrecognised++
	case p.redactAll, s.call.Shows():
	default:
		return
	}
	s.outcome = outcome{}
	p.redactor.logRecord(record, &s.outcome)
	p.sumUp(record.Attributes(), s)
}

// sumUp writes and counts what redaction did.
func (p *Processor) sumUp(attrs pcommon.Map, s *scratch) {
	p.writeRedaction(attrs, s.call.Upstream.RedactionCount, &s.outcome)
	s.counts.redacted(&s.outcome)
}

// enrichSpan classifies, normalises, prices and writes. It reports whether the span is GenAI; one on which it fails is taken for it, so
// that redaction looks at it.
func (p *Processor) enrichSpan(scope dialect.Scope, span ptrace.Span, s *scratch) (genAI bool) {
	defer func() {
		if recover() != nil {
			s.counts.enrichPanics++
			genAI = true
		}
	}()
	c := &s.call
	c.Reset()
	p.vocabulary.Span(scope, span, c)
	if c.Kind == dialect.NoKind {
		return false
	}
	p.enrich(span.Attributes(), c, s, spanTime(span))
	if p.mover != nil {
		p.mover.span(span, c)
	}
	return true
}

func (p *Processor) enrichRecord(scope dialect.Scope, record plog.LogRecord, s *scratch) (genAI bool) {
	defer func() {
		if recover() != nil {
			s.counts.enrichPanics++
			genAI = true
		}
	}()
	c := &s.call
	c.Reset()
	p.vocabulary.Record(scope, record, c)
	if c.Kind == dialect.NoKind {
		return false
	}
	p.enrich(record.Attributes(), c, s, time.Time{})
	return true
}

// enrich takes the read call through the stages that only look at it, then writes. A zero time means that it is not to be priced.
func (p *Processor) enrich(attrs pcommon.Map, c *dialect.Call, s *scratch, at time.Time) {
	s.counts.sawKind(c)
	var e enrichment
	e.replaced = p.findReplaced(attrs, c)
	e.role = usageRole(c)
	e.convention = makeInclusive(c)
	if p.prices != nil && !at.IsZero() {
		e.cost, e.reason, e.priceable = priceOf(p.prices, c, e.role, at)
		s.counts.unpriced(e.reason)
	}
	const own = 8 // our attributes on a span with the standard detail, about
	attrs.EnsureCapacity(attrs.Len() + own + len(p.emitter.keys))
	p.writeKind(attrs, c)
	if !p.keepAsIs {
		p.writeFields(attrs, c)
		removeReplaced(attrs, c, e.replaced)
		p.writeUsage(attrs, &e)
	}
	if p.prices != nil && !at.IsZero() {
		p.writeCost(attrs, c, &e)
	}
	if !p.keepAsIs && !c.Record {
		p.emitter.write(attrs, c, &e)
	}
}

// spanTime is when the call was made: the span's start, else its end, else the epoch.
func spanTime(span ptrace.Span) time.Time {
	if start := span.StartTimestamp(); start != 0 {
		return start.AsTime()
	}
	return span.EndTimestamp().AsTime()
}

func removeUpstream(attrs pcommon.Map) {
	attrs.RemoveIf(func(key string, _ pcommon.Value) bool { return strings.HasPrefix(key, dialect.UpstreamPrefix) })
}
