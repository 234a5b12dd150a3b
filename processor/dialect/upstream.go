package dialect

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// UpstreamPrefix begins every attribute of our own.
const UpstreamPrefix = "genai."

// Upstream is what inbound genai.* attributes say. None of it is ever trusted to skip pricing or redaction.
type Upstream struct {
	Any             bool // at least one genai.* attribute was there
	Kind            Kind
	Rule, Dialect   string
	UsageRole       string
	InputConvention string
	// Inconsistent says that it flagged the counts, which it has made consistent since.
	Inconsistent bool
	CostTotal    float64
	HasCostTotal bool
	// CostIsReported says that the total is a figure of the emitter's.
	CostIsReported bool
	// Reported is the emitter's figure, 0 where there is none.
	Reported       float64
	RedactionCount int64 // not negative
}

func (u *Upstream) read(key string, value pcommon.Value) {
	u.Any = true
	switch key {
	case "genai.kind":
		u.Kind = ParseKind(foldedText(value))
	case "genai.kind_rule":
		u.Rule = value.AsString()
	case "genai.dialect":
		u.Dialect = value.AsString()
	case "genai.usage.role":
		u.UsageRole = foldedText(value)
	case "genai.usage.input_convention":
		u.InputConvention = foldedText(value)
	case "genai.cost.total":
		u.CostTotal, _, u.HasCostTotal = asDouble(value)
	case "genai.cost.source":
		u.CostIsReported = foldedText(value) == "reported"
	case "genai.cost.reported":
		if d, _, ok := asDouble(value); ok {
			u.Reported = d
		}
	case "genai.cost.flags":
		flags, _, _ := asTexts(nil, value, false)
		u.Inconsistent = slices.Contains(flags, "inconsistent")
	case "genai.redaction.count":
		n, _, _ := asInt(value)
		u.RedactionCount = max(0, n)
	}
}
