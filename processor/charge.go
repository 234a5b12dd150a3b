package processor

import (
	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// ChargeRule says of the spans and log records that fit Where whether their calls are charged there, where several parties tell of one
// call: the application, a proxy, the server. Rules are tried in order and the first that fits holds; what none fits is charged.
type ChargeRule struct {
	Where   Where
	Charged bool
}

// reasonNotCharged is the one reason that comes from the user's rules and not from the price table.
const reasonNotCharged costcalc.Reason = "not_charged"

// applyCharge lets the first rule that fits decide. What is not charged repeats a call that is charged elsewhere, so its usage is a
// duplicate; the served side of a call is charged where a rule says so.
func (p *Processor) applyCharge(c *dialect.Call, from *origin, e *enrichment) {
	for i := range p.charge {
		rule := &p.charge[i]
		if !rule.Where.fits(c, from) {
			continue
		}
		e.notCharged = !rule.Charged
		switch {
		case rule.Charged && e.role == roleServerSide:
			e.role = roleOwn
		case !rule.Charged && e.role == roleOwn:
			e.role = roleDuplicate
		}
		return
	}
}
