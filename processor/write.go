package processor

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// writeKind writes what every GenAI span and record gets.
func (p *Processor) writeKind(attrs pcommon.Map, c *dialect.Call) {
	attrs.PutStr(attrKind, c.Kind.String())
	if p.full {
		attrs.PutStr(attrDialect, c.Dialect)
		attrs.PutStr(attrKindRule, c.Rule)
	}
}

// writeFields writes the call in the names and types of the conventions, where the span does not say it so already. Originals stay.
func (p *Processor) writeFields(attrs pcommon.Map, c *dialect.Call) {
	for f, ok := c.NextChanged(0); ok; f, ok = c.NextChanged(f + 1) {
		if key := f.Key(p.profile); key != "" {
			putField(attrs, key, c, f, f.WrittenType(p.profile))
		}
	}
}

// putField writes a field that the call has under a key, in the given type.
func putField(attrs pcommon.Map, key string, c *dialect.Call, f dialect.Field, as dialect.Type) {
	switch as {
	case dialect.Text:
		attrs.PutStr(key, c.Text(f))
	case dialect.Int:
		attrs.PutInt(key, wholeNumber(c, f))
	case dialect.Double:
		d, _ := c.Double(f)
		attrs.PutDouble(key, d)
	case dialect.Bool:
		attrs.PutBool(key, c.Bool(f))
	case dialect.Texts:
		list := attrs.PutEmptySlice(key)
		for _, s := range c.Texts(f) {
			list.AppendEmpty().SetStr(s)
		}
	}
}

// wholeNumber is the value of a field that is written as an integer.
func wholeNumber(c *dialect.Call, f dialect.Field) int64 {
	if f.Type() == dialect.Double {
		d, _ := c.Double(f)
		return int64(d)
	}
	n, _ := c.Int(f)
	return n
}

func (p *Processor) writeUsage(attrs pcommon.Map, e *enrichment) {
	if e.role != "" {
		attrs.PutStr(attrUsageRole, e.role)
	}
	if p.full && e.convention != "" {
		attrs.PutStr(attrInputConvention, e.convention)
	}
}

func (p *Processor) writeCost(attrs pcommon.Map, c *dialect.Call, e *enrichment) {
	if p.full && e.hasReported {
		attrs.PutDouble(attrCostReported, e.reported)
	}
	if c.Upstream.Any {
		p.removeStaleCost(attrs, e)
	}
	if !e.priceable {
		return
	}
	if e.reason != "" {
		attrs.PutStr(attrUnpricedReason, string(e.reason))
		return
	}
	attrs.PutDouble(attrCostTotal, e.cost.Total.Float64())
	attrs.PutStr(attrCostSource, costSource(e))
	if p.full || e.basis != basisMetered {
		attrs.PutStr(attrCostBasis, e.basis)
	}
	switch {
	case p.full:
		writeCostDetail(attrs, e)
	case e.cost.Currency != costcalc.USD:
		attrs.PutStr(attrCostCurrency, e.cost.Currency)
	}
}

// removeStaleCost takes away what an earlier genai processor, or someone in its name, wrote of a cost and this one does not: only one
// figure per call may be summed.
func (p *Processor) removeStaleCost(attrs pcommon.Map, e *enrichment) {
	priced := e.priced()
	attrs.RemoveIf(func(key string, _ pcommon.Value) bool {
		switch {
		case !strings.HasPrefix(key, costPrefix):
			return false
		case key == attrUnpricedReason:
			return !e.priceable || priced
		case key == attrCostTotal, key == attrCostSource:
			return !priced
		case key == attrCostBasis:
			return !priced || !p.full && e.basis == basisMetered
		case key == attrCostReported:
			return !p.full
		case key == attrCostCurrency:
			return !priced || !p.full && e.cost.Currency == costcalc.USD
		case key == attrCostFlags:
			return !priced || !p.full || len(e.flags()) == 0
		default:
			return !priced || !p.full || e.fromEmitter
		}
	})
}

func costSource(e *enrichment) string {
	switch {
	case e.fromEmitter:
		return costSourceReported
	case e.cost.Override:
		return costSourceOverride
	default:
		return costSourceTable
	}
}

// writeCostDetail writes what our own cost is made of and by which prices, and of any cost its currency and what was unusual.
func writeCostDetail(attrs pcommon.Map, e *enrichment) {
	ours := !e.fromEmitter
	if ours {
		attrs.PutDouble(attrCostInput, e.cost.Input.Float64())
		attrs.PutDouble(attrCostCacheRead, e.cost.CacheRead.Float64())
		attrs.PutDouble(attrCostCacheWrite, e.cost.CacheWrite.Float64())
		attrs.PutDouble(attrCostOutput, e.cost.Output.Float64())
		attrs.PutDouble(attrCostOther, e.cost.Other.Float64())
	}
	attrs.PutStr(attrCostCurrency, e.cost.Currency)
	if ours {
		attrs.PutStr(attrCostProvider, e.cost.Provider)
		attrs.PutStr(attrCostModel, e.cost.Model)
		attrs.PutStr(attrCostTableVersion, e.cost.TableVersion)
	}
	writeFlags(attrs, e.flags())
}

func writeFlags(attrs pcommon.Map, names []string) {
	if len(names) == 0 {
		return
	}
	list := attrs.PutEmptySlice(attrCostFlags)
	for _, name := range names {
		list.AppendEmpty().SetStr(name)
	}
}
