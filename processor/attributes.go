package processor

// The attributes of our own. Each is written where its comment says; those under full only with `detail: full`.
const (
	attrKind           = "genai.kind"                 // string: every GenAI span and log record
	attrUsageRole      = "genai.usage.role"           // string: where usage is
	attrCostTotal      = "genai.cost.total"           // double, in the currency of the price: where priced
	attrCostSource     = "genai.cost.source"          // string: where priced
	attrCostBasis      = "genai.cost.basis"           // string: where priced, always with full, else where it is not metered
	attrUnpricedReason = "genai.cost.unpriced_reason" // string: a call of a model without a cost
	attrRedactionCount = "genai.redaction.count"      // int, findings: where above 0

	// whole-trace mode, on the root of a trace, over its spans with usage of their own:
	attrTraceCost         = "genai.trace.cost"          // double, USD: where any was priced
	attrTraceInputTokens  = "genai.trace.input_tokens"  // int: where any has usage
	attrTraceOutputTokens = "genai.trace.output_tokens" // int: likewise

	// full:
	attrDialect           = "genai.dialect"                // string
	attrKindRule          = "genai.kind_rule"              // string: the key or rule that decided the kind
	attrInputConvention   = "genai.usage.input_convention" // string: how the emitter counted cached input
	attrChargeID          = "genai.charge_id"              // string: where usage is its own, or priced
	attrCostInput         = "genai.cost.input"             // double: uncached input
	attrCostCacheRead     = "genai.cost.cache_read"        // double
	attrCostCacheWrite    = "genai.cost.cache_write"       // double
	attrCostOutput        = "genai.cost.output"            // double: with reasoning
	attrCostOther         = "genai.cost.other"             // double: fees
	attrCostReported      = "genai.cost.reported"          // double, USD: the emitter's own figure
	attrCostCurrency      = "genai.cost.currency"          // string, ISO 4217; without full only where not USD
	attrCostProvider      = "genai.cost.provider"          // string: of the price entry that matched
	attrCostModel         = "genai.cost.model"             // string: of the price entry that matched
	attrCostTableVersion  = "genai.cost.table_version"     // string
	attrCostFlags         = "genai.cost.flags"             // string list: what was assumed
	attrRedactionEntities = "genai.redaction.entities"     // string: "EMAIL=2,PHONE=1"
	attrRedactionPolicy   = "genai.redaction.policy"       // string: "acme:kbntmbrmmgmkpdgc"
	attrRedactionErrors   = "genai.redaction.errors"       // int: values replaced whole
	attrSkippedBytes      = "genai.redaction.skipped_bytes"
)

// costPrefix begins every attribute of a cost, tracePrefix every sum over a trace, ownerPrefix every owner (string: on every GenAI span and log
// record where attribution is configured).
const (
	costPrefix  = "genai.cost."
	tracePrefix = "genai.trace."
	ownerPrefix = "genai.owner."
)

// Values of attrUsageRole.
const (
	roleOwn        = "own"         // usage of this very call: the only role that is priced
	roleAggregate  = "aggregate"   // repeats the usage of spans below
	roleDuplicate  = "duplicate"   // repeats the usage of another span of the same call
	roleServerSide = "server_side" // the served side of a call that its client reports too
)

// Values of attrInputConvention.
const (
	conventionInclusive = "inclusive" // input tokens came with cached tokens included
	conventionExclusive = "exclusive" // they came without, and were brought to the conventions
)

const (
	costSourceTable    = "table"    // the embedded table
	costSourceOverride = "override" // the user's own prices
	costSourceReported = "reported" // the emitter's figure
)

// Values of attrCostFlags beside those of package costcalc.
const (
	flagInconsistent    = "inconsistent"     // more cached tokens than the input that is said to hold them
	flagReportedDiffers = "reported_differs" // the emitter's figure is another than ours by more than 1 %
)
