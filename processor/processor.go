package processor

import (
	"context"
	"slices"
	"strings"
	"sync"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.uber.org/zap"

	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// Processor enriches and redacts batches. It keeps no state between batches and is safe for concurrent use.
type Processor struct {
	vocabulary   *dialect.Vocabulary
	foreigners   *foreigners
	profile      dialect.Profile
	prices       Prices
	missing      *missingPrices
	policies     *policies // nil where nothing is redacted
	redactAll    bool
	summary      SummaryMode
	compatCounts bool
	full         bool
	dropUpstream bool
	keepAsIs     bool
	emitter      emitter
	mover        *mover // nil where content is left as it is
	charge       []ChargeRule
	basis        []BasisRule
	owners       *owners // nil where nobody is asked for
	cacheBasis   []CacheBasisRule
	keepReported bool
	pricedLogs   []string
	wholeTraces  bool
	// removeOriginals: not what the emitter writes.
	removeOriginals bool
	services        *serviceNames // nil without a label for them
	telemetry       *telemetry
	watch           *watch // nil in a collector
	scratch         sync.Pool
}

// New compiles the settings. The builder counts what the processor does and stays the caller's to shut down.
func New(s Settings, builder *metadata.TelemetryBuilder) (*Processor, error) {
	emitter := newEmitter(s.Emit)
	dialects := append(slices.Clone(s.CustomDialects), enabledDialects(s.DisabledDialects)...)
	vocabulary, err := dialect.Compile(dialects, s.Profile, emitter.echoes()...)
	if err != nil {
		return nil, err
	}
	p := &Processor{
		vocabulary:   vocabulary,
		foreigners:   newForeigners(vocabulary),
		profile:      s.Profile,
		prices:       s.Prices,
		redactAll:    s.RedactAll,
		summary:      s.Summary,
		compatCounts: s.CompatCounts,
		full:         s.Full,
		dropUpstream: s.DropUpstream,
		keepAsIs:     s.KeepAsIs,
		emitter:      emitter,
		mover:        newMover(&s, vocabulary),
		charge:       s.Charge,
		basis:        s.Basis,
		owners:       newOwners(s.Owners, s.Profile),
		cacheBasis:   compiledBasis(s.CacheBasis),
		keepReported: s.KeepReported,
		pricedLogs:   s.PricedLogs,
		wholeTraces:  s.WholeTraces,

		removeOriginals: s.RemoveOriginals,
		telemetry:       newTelemetry(builder, s.ServiceLabel),
	}
	logger := s.Logger
	if logger == nil {
		logger = zap.NewNop()
	}
	shown, err := newShownNames()
	if err != nil {
		return nil, err
	}
	p.missing = newMissingPrices(logger, shown)
	if s.ServiceLabel {
		p.services = newServiceNames(shown)
	}
	if p.policies, err = newPolicies(&s); err != nil {
		return nil, err
	}
	if p.watch, err = p.policies.watchedBy(s.Observer); err != nil {
		return nil, err
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

// Traces processes a batch in place and returns it. It never returns an error.
func (p *Processor) Traces(ctx context.Context, td ptrace.Traces) (ptrace.Traces, error) {
	s := p.scratch.Get().(*scratch)
	defer p.release(s)
	s.counts.reset(signalTraces)
	s.client = p.policies.ofClient(ctx, s.client[:0])
	s.traces = p.survey(td, s)
	for _, rs := range td.ResourceSpans().All() {
		resource := p.vocabulary.Resource(rs.Resource().Attributes())
		s.from = p.originOf(rs.Resource().Attributes(), signalTraces)
		p.govern(rs.Resource().Attributes(), s)
		p.surroundings(rs.Resource().Attributes(), ResourceItem, s)
		for _, ss := range rs.ScopeSpans().All() {
			scope := p.scopeOf(ss.Scope().Name(), s).Within(resource)
			s.from.scope = ss.Scope().Name()
			p.instrumentation(ss.Scope(), s)
			for _, span := range ss.Spans().All() {
				if !s.traces.postpone(scope, &s.from, span) {
					p.span(scope, span, s)
				}
			}
		}
	}
	p.postponed(s)
	p.telemetry.record(ctx, &s.counts)
	return td, nil
}

// Logs processes a batch in place and returns it. It never returns an error.
func (p *Processor) Logs(ctx context.Context, ld plog.Logs) (plog.Logs, error) {
	s := p.scratch.Get().(*scratch)
	defer p.release(s)
	s.counts.reset(signalLogs)
	s.client = p.policies.ofClient(ctx, s.client[:0])
	for _, rl := range ld.ResourceLogs().All() {
		resource := p.vocabulary.Resource(rl.Resource().Attributes())
		s.from = p.originOf(rl.Resource().Attributes(), signalLogs)
		p.govern(rl.Resource().Attributes(), s)
		p.surroundings(rl.Resource().Attributes(), ResourceItem, s)
		for _, sl := range rl.ScopeLogs().All() {
			scope := p.scopeOf(sl.Scope().Name(), s).Within(resource)
			s.from.scope = sl.Scope().Name()
			p.instrumentation(sl.Scope(), s)
			for _, record := range sl.LogRecords().All() {
				p.record(scope, record, s)
			}
		}
	}
	p.telemetry.record(ctx, &s.counts)
	return ld, nil
}

// scopeOf looks a scope up; most batches have the same few in each resource.
func (p *Processor) scopeOf(name string, s *scratch) dialect.Scope {
	if name != s.scopeName {
		s.scopeName, s.scope = name, p.vocabulary.Scope(name)
	}
	return s.scope
}

// govern decides by what policy a resource is redacted, and where it is counted.
func (p *Processor) govern(resource pcommon.Map, s *scratch) {
	s.from.policy = p.policies.choose(resource, s.client)
	s.from.label = p.services.labelOf(resource)
	if s.from.policy != nil {
		s.from.redacted = s.counts.redactionOf(s.from.policy, s.from.label)
		p.watch.resource(resource, s.from.policy.redactor.Engine())
	}
}

// surroundings removes upstream attributes from, and redacts, the attributes of a resource where the configuration says so.
func (p *Processor) surroundings(attrs pcommon.Map, of ItemType, s *scratch) {
	if p.dropUpstream {
		removeUpstream(attrs)
	}
	if s.from.policy == nil || !p.redactAll {
		return
	}
	s.startRedaction()
	p.watch.around(of)
	s.from.policy.redactor.Attributes(attrs, &s.outcome)
	p.watch.finish(&s.outcome)
	s.endRedaction()
}

// instrumentation does the same for an instrumentation scope, with its name and version.
func (p *Processor) instrumentation(scope pcommon.InstrumentationScope, s *scratch) {
	p.surroundings(scope.Attributes(), ScopeItem, s)
	if s.from.policy == nil || !p.redactAll {
		return
	}
	s.startRedaction()
	p.watch.around(ScopeItem)
	s.from.policy.redactor.Scope(scope, &s.outcome)
	p.watch.finish(&s.outcome)
	s.endRedaction()
}

// span runs the stages over one span. Redaction is last and runs whatever the others did, over everything that shows a dialect, told or
// not, and over content that shows none.
func (p *Processor) span(scope dialect.Scope, span ptrace.Span, s *scratch) {
	foreign, genAI := p.foreigners.span(scope, span), false
	switch {
	case !foreign:
		p.distrust(span)
		genAI = p.enrichSpan(scope, span, s)
	case p.redactAll, s.traces != nil:
		s.call.Reset()
	default:
		return
	}
	s.traces.writeSums(span.Attributes())
	if s.from.policy == nil {
		return
	}
	switch {
	case genAI:
	case !foreign && redact.SpanHasContent(span):
		s.counts.unrecognised++
	case p.redactAll, s.call.Shows():
	default:
		return
	}
	s.from.redacted.items++
	s.startRedaction()
	p.watch.span(span, &s.call)
	s.from.policy.redactor.Span(span, &s.outcome)
	if p.redactAll {
		s.from.policy.redactor.TraceStates(span, &s.outcome)
	}
	p.watch.finish(&s.outcome)
	s.endRedaction()
	p.writeRedaction(span.Attributes(), s)
}

// distrust removes what claims to be of an earlier genai processor, where the configuration says so.
func (p *Processor) distrust(span ptrace.Span) {
	if !p.dropUpstream {
		return
	}
	removeUpstream(span.Attributes())
	for _, event := range span.Events().All() {
		removeUpstream(event.Attributes())
	}
}

// record runs the stages over one log record.
func (p *Processor) record(scope dialect.Scope, record plog.LogRecord, s *scratch) {
	foreign, genAI := p.foreigners.record(scope, record), false
	switch {
	case !foreign:
		if p.dropUpstream {
			removeUpstream(record.Attributes())
		}
		genAI = p.enrichRecord(scope, record, s)
	case p.redactAll:
		s.call.Reset()
	default:
		return
	}
	if s.from.policy == nil {
		return
	}
	switch {
	case genAI:
	case !foreign && redact.RecordHasContent(record):
		s.counts.unrecognised++
	case p.redactAll, s.call.Shows():
	default:
		return
	}
	s.from.redacted.items++
	s.startRedaction()
	p.watch.record(record, &s.call)
	s.from.policy.redactor.Record(record, &s.outcome)
	p.watch.finish(&s.outcome)
	s.endRedaction()
	p.writeRedaction(record.Attributes(), s)
}

func removeUpstream(attrs pcommon.Map) {
	attrs.RemoveIf(func(key string, _ pcommon.Value) bool { return strings.HasPrefix(key, dialect.UpstreamPrefix) })
}
