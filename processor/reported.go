package processor

import (
	"math"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// weighReported decides between our figure and the emitter's, which it notes in any case. The emitter's is the cost where it was received
// from who bills the call, unless the user has a price for that call, or where the user wants it; and then also where the model has no price.
//
// A figure of 0 decides nothing: many emitters write it for a call that they have no price for, and one that is free costs 0 by the table
// too. Nor does one on an agent or workflow, which is a sum, or one on a call that another party is charged for.
func (p *Processor) weighReported(c *dialect.Call, e *enrichment) {
	figure, billed := c.Double(dialect.BilledCost)
	known := billed && figure >= 0
	if !known {
		billed = false
		figure, known = c.Double(dialect.ReportedCost)
		known = known && figure >= 0 && !p.wroteFigure(c, e, figure)
	}
	if !known {
		figure = c.Upstream.Reported // its place may have been taken by ours
	}
	amount := picoOf(figure)
	if amount > 0 {
		figure = amount.Float64() // so that it is the same where it comes back as a total
	}
	e.reported, e.hasReported = figure, known
	e.reportedDiffers = e.inUSD() && amount > 0 && differ(figure, e.cost.Total.Float64())
	believed := p.keepReported || billed && !(e.priced() && e.cost.Override)
	if amount == 0 || !known || !believed || !e.priceable || e.notCharged || !c.Kind.CallsModel() {
		return
	}
	e.reason = ""
	e.cost = costcalc.Cost{Total: amount, Currency: costcalc.USD}
	e.fromEmitter, e.billed = true, billed
}

// wroteFigure reports whether a figure is this processor's own: it equals the total that an earlier one wrote, or it can only be what this
// one wrote for another backend, where nothing that arrives says that it has been here.
func (p *Processor) wroteFigure(c *dialect.Call, e *enrichment, figure float64) bool {
	if c.Upstream.HasCostTotal && figure == c.Upstream.CostTotal && !c.Upstream.CostIsReported {
		return true
	}
	return p.dropUpstream && len(p.emitter.keys) > 0 && e.inUSD() && figure == e.cost.Total.Float64()
}

func (e *enrichment) inUSD() bool { return e.priced() && e.cost.Currency == costcalc.USD }

// maxReported is the largest figure that is taken for the cost of one call, in USD.
const maxReported = 1e6

// picoOf rounds a figure in USD to 1e-12, once, so that the double that is written of it comes back as the same. It returns 0 for what is
// no cost.
func picoOf(usd float64) costcalc.Pico {
	if !(usd > 0 && usd <= maxReported) {
		return 0
	}
	const picoPerUSD = 1e12
	return costcalc.Pico(math.Round(usd * picoPerUSD))
}

// differ reports whether two figures in USD differ by more than rounding and small changes of prices explain.
func differ(reported, ours float64) bool {
	const share, least = 0.01, 1e-9
	return math.Abs(reported-ours) > max(share*ours, least)
}

// flags are the names of what was unusual about the cost and the counts that it is of.
func (e *enrichment) flags() []string {
	names := e.cost.Flags.Names()
	if e.inconsistent && !e.fromEmitter {
		names = append(names, flagInconsistent)
	}
	if e.reportedDiffers {
		names = append(names, flagReportedDiffers)
	}
	return names
}
