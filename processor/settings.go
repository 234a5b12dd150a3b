package processor

import (
	"go.uber.org/zap"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// Settings is the compiled configuration of one instance; it is not changed after [New].
type Settings struct {
	// Logger is told once of each model without a price; nil is for nobody to be told. Nothing else of a span is ever logged.
	Logger *zap.Logger
	// Full writes every genai.* attribute, not only those that everyone needs.
	Full bool
	// DropUpstream removes inbound genai.* attributes before anything else reads them.
	DropUpstream bool
	// KeepAsIs writes no normalised attribute, only the kind; pricing and redaction go on.
	KeepAsIs bool
	// Profile is the version of the conventions that is written.
	Profile dialect.Profile
	// DisabledDialects are names that package dialect lists.
	DisabledDialects []string
	// CustomDialects are read before all others.
	CustomDialects []dialect.Dialect
	// RemoveOriginals removes the attributes of other vocabularies whose values stand under the conventions' names.
	RemoveOriginals bool
	// Messages says what becomes of content outside of the conventions' attributes; it has no effect with KeepAsIs, and V1_36 has none of
	// these attributes.
	Messages MessagesMode
	// Emit names the backends that [Backends] lists whose attributes are written, too.
	Emit []string
	// Prices is nil where nothing is to be priced.
	Prices Prices
	// Charge are the rules that say where a call is charged that several parties tell of; the first that fits holds.
	Charge []ChargeRule
	// Basis are the rules that say how calls are paid for; the first that fits holds.
	Basis []BasisRule
	// Owners are the fields of genai.owner, in the order in which they are written.
	Owners []Owner
	// CacheBasis are the rules that say how input is counted, before the numbers are asked; the first that fits holds.
	CacheBasis []CacheBasisRule
	// KeepReported makes the emitter's own figure the cost of a call where there is one.
	KeepReported bool
	// PricedLogs are the instrumentation scopes whose log records are the only record of a call, and are priced: whole names, or
	// beginnings of names and `*`.
	PricedLogs []string
	// WholeTraces decides across the spans of each trace that are in one batch.
	WholeTraces bool
	// Redaction is nil where nothing is to be redacted.
	Redaction *redact.Settings
	// Policies are what Redaction is replaced by for some clients or resources; they have no effect without it.
	Policies []Policy
	// Summary says which counts of redaction are written.
	Summary SummaryMode
	// CompatCounts also writes counts under the names of contrib's redaction processor.
	CompatCounts bool
	// RedactAll widens redaction from GenAI spans and content to every span, record, resource and scope.
	RedactAll bool
	// ServiceLabel puts the service.name of the resource on the metrics of what was seen, not priced and redacted.
	ServiceLabel bool
	// Observer is told what redaction does; nil is for nobody to be told.
	Observer Observer
}

// Prices says what calls cost: a [costcalc.Table], or what changes from one to another while the processor runs.
type Prices interface {
	// Price is safe for concurrent use, and answers each call from one table.
	Price(costcalc.Call) (costcalc.Cost, costcalc.Reason)
}
