package processor

import (
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// price says what a call costs at the given time, or why that is not known. It comes after everything that decides whose the usage is.
func (p *Processor) price(c *dialect.Call, e *enrichment, at time.Time) {
	e.priceable = wantsPrice(c, e)
	switch {
	case !e.priceable:
	case e.notCharged:
		e.reason = reasonNotCharged
	case unreadableUsage(c):
		e.reason = costcalc.ReasonInvalidUsage
	default:
		e.cost, e.reason = p.prices.Price(costcalc.Call{
			Provider:      c.Text(dialect.Provider),
			ServerAddress: c.Text(dialect.ServerAddress),
			ResponseModel: c.Text(dialect.ResponseModel),
			RequestModel:  c.Text(dialect.RequestModel),
			Time:          at,
			Facets:        facetsOf(c),
			Usage:         usageOf(c),
		})
	}
	p.weighReported(c, e)
	if e.reason != "" && !c.Kind.CallsModel() {
		e.priceable, e.reason = false, "" // an agent needs no reason: it makes no call
	}
}

// wantsPrice reports whether a span or record is one call of a model that has a cost, or needs a reason why it has none. A call that
// failed without usage cost nothing, and a log record without usage tells of a call and is none. An agent or workflow has a cost only
// where whole-trace mode found that its usage is nowhere else.
func wantsPrice(c *dialect.Call, e *enrichment) bool {
	switch {
	case c.Kind == dialect.Agent, c.Kind == dialect.Workflow:
		return e.role == roleOwn && (c.Has(dialect.RequestModel) || c.Has(dialect.ResponseModel))
	case !c.Kind.CallsModel():
		return false
	case e.role == "":
		return !c.Failed && !c.Record && !e.told
	default:
		return e.role == roleOwn || e.notCharged
	}
}

// pricedFields are the fields that a price table may have a unit for.
var pricedFields = [...]struct {
	field dialect.Field
	unit  costcalc.Unit
}{
	{dialect.InputTokens, costcalc.InputTokens},
	{dialect.OutputTokens, costcalc.OutputTokens},
	{dialect.CacheReadTokens, costcalc.CacheReadTokens},
	{dialect.CacheWriteTokens, costcalc.CacheWriteTokens},
	{dialect.CacheWrite5mTokens, costcalc.CacheWrite5mTokens},
	{dialect.CacheWrite1hTokens, costcalc.CacheWrite1hTokens},
	{dialect.InputAudioTokens, costcalc.InputAudioTokens},
	{dialect.OutputAudioTokens, costcalc.OutputAudioTokens},
	{dialect.ReasoningTokens, costcalc.ReasoningTokens},
	{dialect.InputImageTokens, costcalc.InputImageTokens},
	{dialect.OutputImageTokens, costcalc.OutputImageTokens},
	{dialect.InputVideoTokens, costcalc.InputVideoTokens},
	{dialect.OutputVideoTokens, costcalc.OutputVideoTokens},
	{dialect.CacheAudioReadTokens, costcalc.CacheAudioReadTokens},
	{dialect.CacheImageReadTokens, costcalc.CacheImageReadTokens},
	{dialect.CitationTokens, costcalc.CitationTokens},
	{dialect.AudioMilliseconds, costcalc.AudioMilliseconds},
	{dialect.InputAudioMilliseconds, costcalc.InputAudioMilliseconds},
	{dialect.InputPages, costcalc.InputDocumentPages},
	{dialect.WebSearches, costcalc.WebSearches},
	{dialect.StorageSearches, costcalc.StorageSearches},
}

// unreadableUsage reports whether a count that matters is there but is none: half of a usage must not pass for the whole.
func unreadableUsage(c *dialect.Call) bool {
	if !c.AnyUnreadable() {
		return false
	}
	for _, p := range pricedFields {
		if c.Unreadable(p.field) {
			return true
		}
	}
	return false
}

// usageOf collects the counts. Where all are 0 nothing was counted: emitters write that of streams whose usage never came, and a call
// without a token is none.
func usageOf(c *dialect.Call) costcalc.Usage {
	var u costcalc.Usage
	counted := false
	for _, p := range pricedFields {
		if p.field == dialect.OutputTokens && c.Kind == dialect.Embedding {
			continue // an embedding has no output; some emitters write 0
		}
		if n, ok := c.Int(p.field); ok {
			u.Set(p.unit, n)
			counted = counted || n != 0
		}
	}
	if !counted {
		return costcalc.Usage{}
	}
	return u
}
