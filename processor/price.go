package processor

import (
	"time"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// priceOf prices a call at the given time. ok is false where the span is nothing to be priced at all; otherwise reason says why there
// is no cost, "" where there is one.
func priceOf(prices *costcalc.Table, c *dialect.Call, role string, at time.Time) (cost costcalc.Cost, reason costcalc.Reason, ok bool) {
	if !c.Kind.CallsModel() {
		return cost, "", false
	}
	switch {
	case role == roleOwn:
	case role == "" && !c.Failed: // a call that failed without usage cost nothing: no reason is wanted
	default:
		return cost, "", false
	}
	if unreadableUsage(c) {
		return cost, costcalc.ReasonInvalidUsage, true
	}
	cost, reason = prices.Price(costcalc.Call{
		Provider:      c.Text(dialect.Provider),
		ServerAddress: c.Text(dialect.ServerAddress),
		ResponseModel: c.Text(dialect.ResponseModel),
		RequestModel:  c.Text(dialect.RequestModel),
		Time:          at,
		Usage:         usageOf(c),
	})
	return cost, reason, true
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
}

// unreadableUsage reports whether a count that matters is there but is none: half of a usage must not pass for the whole.
func unreadableUsage(c *dialect.Call) bool {
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
