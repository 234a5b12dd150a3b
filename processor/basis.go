package processor

import (
	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// BasisRule says of the calls that fit Where how they are paid for. Rules are tried in order and the first that fits holds; what none fits
// is metered.
type BasisRule struct {
	Where Where
	// Basis is one of [Bases].
	Basis string
}

// Values of attrCostBasis. The cost itself is the same with each: what the call is worth at the price table. What differs is whether it
// appears on an invoice by the token, so figures of two bases must not be summed.
const (
	basisMetered      = "metered"      // the invoice has it by the token
	basisPrepaid      = "prepaid"      // taken from what was bought before: provisioned throughput, credits
	basisSubscription = "subscription" // covered by a flat fee
	basisFree         = "free"         // nobody pays: a free quota, a grant
)

// Bases returns the values of [BasisRule].Basis.
func Bases() []string { return []string{basisMetered, basisPrepaid, basisSubscription, basisFree} }

// basisOf lets the first rule that fits decide.
func (p *Processor) basisOf(c *dialect.Call, from *origin) string {
	for i := range p.basis {
		if p.basis[i].Where.fits(c, from) {
			return p.basis[i].Basis
		}
	}
	return basisMetered
}

// summable reports whether the cost may be added to those of other calls, and told to backends that do so without a look at its basis or its
// currency.
func (e *enrichment) summable() bool {
	return e.priced() && e.basis == basisMetered && e.cost.Currency == costcalc.USD
}

// priced reports whether there is a cost.
func (e *enrichment) priced() bool { return e.priceable && e.reason == "" }
