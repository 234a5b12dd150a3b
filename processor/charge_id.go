package processor

import (
	"strconv"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// chargePlace is where a span or log record stands: what tells it from every other that has no id of its own.
type chargePlace struct {
	trace pcommon.TraceID
	span  pcommon.SpanID
	at    pcommon.Timestamp // of a log record: one span may have several
}

// writeChargeID writes what is alike on all copies of one charge, and only on them: whoever sends again after a time-out, or reads two
// stores, drops doubles by it before summing. It is the provider's id of the response, else the place.
func (p *Processor) writeChargeID(attrs pcommon.Map, c *dialect.Call, s *scratch, e *enrichment) {
	if !p.full || e.role != roleOwn && !e.priced() {
		return
	}
	if id := chargeID(c, &s.place); id != "" {
		attrs.PutStr(attrChargeID, id)
	}
}

// chargeID is "" where nothing tells the charge from others.
func chargeID(c *dialect.Call, at *chargePlace) string {
	if id := c.Text(dialect.ResponseID); id != "" {
		return id
	}
	if at.trace.IsEmpty() || at.span.IsEmpty() {
		return ""
	}
	id := at.trace.String() + "-" + at.span.String()
	if c.Record {
		id += "-" + strconv.FormatUint(uint64(at.at), 10)
	}
	return id
}
