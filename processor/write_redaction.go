package processor

import (
	"math"
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// SummaryMode says which of the counts of redaction are written on spans and log records.
type SummaryMode uint8

const (
	// SummaryCount writes the number of findings.
	SummaryCount SummaryMode = iota
	// SummaryEntities also writes how many were found of each entity.
	SummaryEntities
	// SummaryOff writes nothing of our own, whatever the detail.
	SummaryOff
)

// The attributes by which contrib's processor redaction tells what it did, with `summary: info` (processor/redactionprocessor v0.158.0).
const (
	compatMasked     = "redaction.masked.count"      // int: attributes in whose values something was replaced
	compatRedacted   = "redaction.redacted.count"    // int: attributes that were removed
	compatBodyMasked = "redaction.body.masked.count" // int: values of a log record's body in which something was replaced
)

// writeRedaction sums up what redaction did to a span or record: counts and our own names, never text. In monitor mode nothing was done,
// so nothing is written; the metrics have the counts.
func (p *Processor) writeRedaction(attrs pcommon.Map, s *scratch) {
	if s.from.policy.monitoring {
		return
	}
	o := &s.outcome
	if p.compatCounts {
		writeCompatCounts(attrs, o)
	}
	if p.summary == SummaryOff {
		return
	}
	found := int64(o.Tally.Total())
	if found > 0 {
		attrs.PutInt(attrRedactionCount, addCounts(s.call.Upstream.RedactionCount, found)) // an earlier genai processor may have counted, too
		if p.full || p.summary == SummaryEntities {
			attrs.PutStr(attrRedactionEntities, entitySummary(s.from.policy.redactor.Engine(), &o.Tally))
		}
	}
	if !p.full {
		return
	}
	attrs.PutStr(attrRedactionPolicy, s.from.policy.applied)
	if failures := o.Tally.Failures(); failures > 0 {
		attrs.PutInt(attrRedactionErrors, int64(failures))
	}
	if skipped := o.SkippedBinaryBytes + o.Tally.SkippedMedia(); skipped > 0 {
		attrs.PutInt(attrSkippedBytes, int64(skipped))
	}
}

// writeCompatCounts adds to what an earlier processor counted, as contrib's does.
func writeCompatCounts(attrs pcommon.Map, o *redact.Outcome) {
	for _, c := range [...]struct {
		key   string
		count int
	}{{compatMasked, o.Changed}, {compatRedacted, o.Removed}, {compatBodyMasked, o.BodyChanges}} {
		if c.count == 0 {
			continue
		}
		before := int64(0)
		if v, ok := attrs.Get(c.key); ok && v.Type() == pcommon.ValueTypeInt {
			before = max(0, v.Int())
		}
		attrs.PutInt(c.key, addCounts(before, int64(c.count)))
	}
}

// addCounts adds what is not negative and never overflows.
func addCounts(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// entitySummary lists what was found, "EMAIL=2,PHONE=1", in the order of the entities, those of the user's rules last.
func entitySummary(e *redaction.Engine, t *redaction.Tally) string {
	var b strings.Builder
	for _, entity := range e.Entities() {
		count := t.Found(entity)
		if count == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(e.Name(entity))
		b.WriteByte('=')
		b.WriteString(strconv.Itoa(count))
	}
	return b.String()
}
