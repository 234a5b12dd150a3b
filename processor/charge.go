package processor

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// ChargeRule says of the spans and log records that fit all its conditions whether their calls are charged there, where several parties
// tell of one call: the application, a proxy, the server. An empty condition fits everything. Rules are tried in order and the first that
// fits holds; what none fits is charged.
type ChargeRule struct {
	// Service is the resource's service.name, Scope the name of the instrumentation scope: in full, or its beginning and `*`.
	Service, Scope string
	// Dialect is a value of genai.dialect.
	Dialect string
	// SpanKind is one of [SpanKinds]; no log record has one.
	SpanKind string
	// Signal is one of [Signals].
	Signal  string
	Charged bool
}

// reasonNotCharged is the one reason that comes from the user's rules and not from the price table.
const reasonNotCharged costcalc.Reason = "not_charged"

const attrServiceName = "service.name"

// SpanKinds returns the values of [ChargeRule].SpanKind.
func SpanKinds() []string {
	var names []string
	for kind := ptrace.SpanKindInternal; kind <= ptrace.SpanKindConsumer; kind++ {
		names = append(names, spanKindName(kind))
	}
	return names
}

// Signals returns the values of [ChargeRule].Signal.
func Signals() []string { return []string{signalTraces, signalLogs} }

func spanKindName(kind ptrace.SpanKind) string { return strings.ToLower(kind.String()) }

// origin is where a span or log record comes from, as far as rules ask for it.
type origin struct {
	service, scope, signal string
	spanKind               ptrace.SpanKind
}

// originOf looks up the service only where a rule may ask for it.
func (p *Processor) originOf(resource pcommon.Map, signal string) origin {
	from := origin{signal: signal}
	if len(p.charge) == 0 {
		return from
	}
	if name, ok := resource.Get(attrServiceName); ok {
		from.service = name.AsString()
	}
	return from
}

// applyCharge lets the first rule that fits decide. What is not charged repeats a call that is charged elsewhere, so its usage is a
// duplicate; the served side of a call is charged where a rule says so.
func (p *Processor) applyCharge(c *dialect.Call, from *origin, e *enrichment) {
	for i := range p.charge {
		rule := &p.charge[i]
		if !rule.fits(c, from) {
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

func (r *ChargeRule) fits(c *dialect.Call, from *origin) bool {
	return matchesName(r.Service, from.service) && matchesName(r.Scope, from.scope) &&
		(r.Dialect == "" || r.Dialect == c.Dialect) &&
		(r.SpanKind == "" || !c.Record && strings.EqualFold(r.SpanKind, from.spanKind.String())) &&
		(r.Signal == "" || r.Signal == from.signal)
}

// matchesName reports whether a name is the pattern, or begins with what stands before the pattern's last `*`. An empty pattern matches
// every name.
func matchesName(pattern, name string) bool {
	if beginning, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(name, beginning)
	}
	return pattern == "" || pattern == name
}
