package processor

import (
	"math"
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/redact"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// writeRedaction sums up what redaction did to a span or record: counts and our own names, never text. In monitor mode nothing was done,
// so nothing is written; the metrics have the counts. before is what an earlier genai processor counted.
func (p *Processor) writeRedaction(attrs pcommon.Map, before int64, o *redact.Outcome) {
	if p.monitoring {
		return
	}
	found := int64(o.Tally.Total())
	if found > 0 {
		attrs.PutInt(attrRedactionCount, addCounts(before, found))
	}
	if !p.full {
		return
	}
	if found > 0 {
		attrs.PutStr(attrRedactionEntities, entitySummary(&o.Tally))
	}
	if failures := o.Tally.Failures(); failures > 0 {
		attrs.PutInt(attrRedactionErrors, int64(failures))
	}
	if skipped := o.SkippedBinaryBytes + o.Tally.SkippedMedia(); skipped > 0 {
		attrs.PutInt(attrSkippedBytes, int64(skipped))
	}
}

// addCounts adds what is not negative and never overflows.
func addCounts(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// entitySummary lists what was found, "EMAIL=2,PHONE=1", in the order of the entities.
func entitySummary(t *redaction.Tally) string {
	var b strings.Builder
	for _, entity := range redaction.Entities() {
		count := t.Found(entity)
		if count == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(entity.String())
		b.WriteByte('=')
		b.WriteString(strconv.Itoa(count))
	}
	return b.String()
}
