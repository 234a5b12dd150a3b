package processor

import (
	"time"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// scratch is what one batch needs and the next can use again.
type scratch struct {
	call dialect.Call
	from origin
	// scope is what scopeName, the last that was looked up, shows; nothing of no name.
	scopeName string
	scope     dialect.Scope

	place  chargePlace
	owners ownerScratch

	enrichment enrichment
	emission   emission
	moving     moverScratch

	client  []clientText // one for each of policies.clients
	traces  *traces      // nil without whole-trace mode
	outcome redact.Outcome
	started time.Time // of redaction that goes on
	counts  counts
}

// release lets go of everything that a batch left behind.
func (p *Processor) release(s *scratch) {
	s.call.Forget()
	s.from, s.traces = origin{}, nil
	s.enrichment, s.emission = enrichment{}, emission{}
	s.moving.reset()
	s.scopeName, s.scope = "", dialect.Scope{}
	s.owners.forget()
	clear(s.client)
	p.scratch.Put(s)
}

// startRedaction is before each call of a redactor, endRedaction after it.
func (s *scratch) startRedaction() {
	s.outcome = redact.Outcome{}
	s.started = time.Now()
}

func (s *scratch) endRedaction() {
	s.counts.redactionTime += time.Since(s.started)
	s.counts.redacted(&s.outcome, s.from.redacted)
}
