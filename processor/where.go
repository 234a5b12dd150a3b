package processor

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// Where says which spans and log records a rule of the user's is for: those that fit all the conditions. An empty condition fits everything.
type Where struct {
	// Service is the resource's service.name, Scope the name of the instrumentation scope: in full, or its beginning and `*`.
	Service, Scope string
	// Dialect is a value of genai.dialect.
	Dialect string
	// SpanKind is one of [SpanKinds]; no log record has one.
	SpanKind string
	// Signal is one of [Signals].
	Signal string
	// Provider is the provider as gen_ai.provider.name has it after normalising: in full, or its beginning and `*`.
	Provider string
	// Model is the model that answered or the one that was asked for: in full, or its beginning and `*`.
	Model string
	// ServiceTier is the tier that served the call, else the one that was asked for.
	ServiceTier string
}

const attrServiceName = "service.name"

// SpanKinds returns the values of [Where].SpanKind.
func SpanKinds() []string {
	var names []string
	for kind := ptrace.SpanKindInternal; kind <= ptrace.SpanKindConsumer; kind++ {
		names = append(names, spanKindName(kind))
	}
	return names
}

// Signals returns the values of [Where].Signal.
func Signals() []string { return []string{signalTraces, signalLogs} }

func spanKindName(kind ptrace.SpanKind) string { return strings.ToLower(kind.String()) }

// origin is where a span or log record comes from, as far as rules ask for it.
type origin struct {
	service, scope, signal string
	spanKind               ptrace.SpanKind
	owners                 []string // texts of the resource, for owners

	policy   *policy          // of redaction; nil where nothing is redacted
	label    string           // the service in metrics; "" without Settings.ServiceLabel
	redacted *redactionCounts // nil where nothing is redacted
}

// originOf looks up of the resource only what a rule or an owner may ask for.
func (p *Processor) originOf(resource pcommon.Map, signal string) origin {
	from := origin{signal: signal, owners: p.owners.ofResource(resource)}
	if len(p.charge) == 0 && len(p.basis) == 0 {
		return from
	}
	if name, ok := resource.Get(attrServiceName); ok {
		from.service = name.AsString()
	}
	return from
}

func (w *Where) fits(c *dialect.Call, from *origin) bool {
	return matchesName(w.Service, from.service) && matchesName(w.Scope, from.scope) &&
		(w.Dialect == "" || w.Dialect == c.Dialect) &&
		(w.SpanKind == "" || !c.Record && strings.EqualFold(w.SpanKind, from.spanKind.String())) &&
		(w.Signal == "" || w.Signal == from.signal) &&
		matchesName(w.Provider, c.Text(dialect.Provider)) &&
		(matchesName(w.Model, c.Text(dialect.ResponseModel)) || matchesName(w.Model, c.Text(dialect.RequestModel))) &&
		(w.ServiceTier == "" || strings.EqualFold(w.ServiceTier, servedTier(c)))
}

// matchesName reports whether a name is the pattern, or begins with what stands before the pattern's last `*`. An empty pattern matches
// every name.
func matchesName(pattern, name string) bool {
	if beginning, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(name, beginning)
	}
	return pattern == "" || pattern == name
}
