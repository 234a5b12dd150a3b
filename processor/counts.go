package processor

import (
	"slices"
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// counts adds up one batch, so that the metrics are touched once per batch. Every label is one of a closed or bounded set.
type counts struct {
	signal        string
	seen          []seenCount
	lastSeen      [dialect.NumKinds]int // index into seen of the last of each kind, plus one: most spans of a kind are alike
	reasons       map[unpricedAs]int64
	redactions    map[redactedBy]*redactionCounts
	redactedBy    redactedBy // that was asked for last
	redaction     *redactionCounts
	redactionTime time.Duration
	scannedBytes  int64
	skippedBytes  skippedBytes
	unrecognised  int64
	enrichPanics  int64
}

// skippedBytes are bytes in scope that nothing looked at, but for those of media.
type skippedBytes struct{ binary, identity, usage int64 }

type seenAs struct {
	kind    dialect.Kind
	dialect string
	service string
}

type seenCount struct {
	as    seenAs
	count int64
}

type unpricedAs struct {
	reason  costcalc.Reason
	service string
}

// redactedBy is a policy and the service that it was applied to.
type redactedBy struct {
	policy  *policy
	service string
}

// redactionCounts is what one policy did to one service.
type redactionCounts struct {
	items int64 // spans and log records
	tally redaction.Tally

	// values of identity attributes
	dropped, pseudonymised int64
}

// maxKeptRedactions bounds the redactionCounts that are kept for the next batch; each has a kilobyte or several.
const maxKeptRedactions = 16

func (n *counts) reset(signal string) {
	clear(n.seen)
	clear(n.reasons)
	if len(n.redactions) > maxKeptRedactions {
		n.redactions = nil
	}
	for _, r := range n.redactions {
		*r = redactionCounts{}
	}
	*n = counts{signal: signal, seen: n.seen[:0], reasons: n.reasons, redactions: n.redactions}
}

func (n *counts) sawKind(c *dialect.Call, service string) {
	as, last := seenAs{c.Kind, c.Dialect, service}, &n.lastSeen[c.Kind]
	if *last == 0 || n.seen[*last-1].as != as {
		i := slices.IndexFunc(n.seen, func(s seenCount) bool { return s.as == as })
		if i < 0 {
			i = len(n.seen)
			n.seen = append(n.seen, seenCount{as: as})
		}
		*last = i + 1
	}
	n.seen[*last-1].count++
}

func (n *counts) unpriced(reason costcalc.Reason, service string) {
	if reason == "" {
		return
	}
	if n.reasons == nil {
		n.reasons = map[unpricedAs]int64{}
	}
	n.reasons[unpricedAs{reason, service}]++
}

// redactionOf returns where to count what a policy does to a service, until the next reset.
func (n *counts) redactionOf(p *policy, service string) *redactionCounts {
	of := redactedBy{p, service}
	if n.redaction != nil && n.redactedBy == of {
		return n.redaction
	}
	r := n.redactions[of]
	if r == nil {
		r = &redactionCounts{}
		if n.redactions == nil {
			n.redactions = map[redactedBy]*redactionCounts{}
		}
		n.redactions[of] = r
	}
	n.redactedBy, n.redaction = of, r // most batches have but one
	return r
}

func (n *counts) redacted(o *redact.Outcome, to *redactionCounts) {
	if o.Tally != (redaction.Tally{}) { // of most it is empty
		to.tally.Add(&o.Tally)
	}
	to.dropped += int64(o.Dropped)
	to.pseudonymised += int64(o.Pseudonymised)
	n.scannedBytes += int64(o.ScannedBytes)
	n.skippedBytes.binary += int64(o.SkippedBinaryBytes)
	n.skippedBytes.identity += int64(o.SkippedIdentityBytes)
	n.skippedBytes.usage += int64(o.SkippedUsageBytes)
}
