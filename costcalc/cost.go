package costcalc

import (
	"math/bits"
	"strings"
	"time"
)

// Call is what is known of one call of a model. Only Usage and one model name are required; the more is known, the
// surer the price.
type Call struct {
	// Provider is who was called: a value of gen_ai.provider.name, of its predecessors, or an alias. Empty if unknown.
	Provider string
	// ServerAddress is the host, or the URL, that the call went to. Empty if unknown. A host that belongs to a provider of the
	// table decides, whatever Provider says: many providers are called through another one's client library.
	ServerAddress string
	// ResponseModel is the name of the model that answered. It is looked up first.
	ResponseModel string
	// RequestModel is the name of the model that was asked for. It is looked up where ResponseModel has no price.
	RequestModel string
	// Time is when the call started. A zero Time gets the earliest prices.
	Time time.Time
	// Facets are what else may make a price.
	Facets Facets
	// Usage is what the call used.
	Usage Usage
}

// Cost is the price of one call. The parts are disjoint and not negative; Total is their sum, unless FlagSaturated is set.
type Cost struct {
	// Input is the cost of the input that no other part holds: uncached tokens, cached ones that have no price of their own, pages, messages.
	Input Pico
	// CacheRead is the cost of input tokens served from a prompt cache, at a price of their own.
	CacheRead Pico
	// CacheWrite is the cost of input tokens written to a prompt cache, at a price of their own.
	CacheWrite Pico
	// Output is the cost of output tokens, reasoning included.
	Output Pico
	// Other is the cost of what is neither: fees per request or search, hours of sound.
	Other Pico
	// Total is the sum of the parts.
	Total Pico
	// Currency is the ISO 4217 code of the amounts' currency.
	Currency string
	// Override says that the prices are the user's own, not the embedded table's.
	Override bool
	// Provider is the id of the provider that was paid, or its name where the table doesn't have it.
	Provider string
	// Model is the id of the price entry that was used; of the user's own its name, or what it matches.
	Model string
	// TableVersion is the version of the table that the price is from.
	TableVersion string
	// Flags says what was unusual about the price.
	Flags Flags
}

// Reason says why a call has no price. The empty Reason means that it has one.
type Reason string

// The reasons why a call has no price.
const (
	// ReasonNoUsage: nothing says how much was used.
	ReasonNoUsage Reason = "no_usage"
	// ReasonInvalidUsage: a count is negative or absurdly large.
	ReasonInvalidUsage Reason = "invalid_usage"
	// ReasonNoModel: nothing says which model was called.
	ReasonNoModel Reason = "no_model"
	// ReasonUnknownModel: the table has no such model for that provider, or no such provider.
	ReasonUnknownModel Reason = "unknown_model"
	// ReasonAmbiguousProvider: the provider isn't known, and several could have served that model at prices of their own.
	ReasonAmbiguousProvider Reason = "ambiguous_provider"
	// ReasonFineTune: a fine-tuned model whose price isn't in the table. Its base model's price would be wrong.
	ReasonFineTune Reason = "fine_tune"
	// ReasonSelfHosted: the model runs on the caller's own machines. A cloud's price for the same name would be wrong.
	ReasonSelfHosted Reason = "self_hosted"
	// ReasonUnitUnpriced: the model is in the table, but without a price for any of the units used.
	ReasonUnitUnpriced Reason = "unit_unpriced"
)

// Reasons returns all reasons.
func Reasons() []Reason {
	return []Reason{
		ReasonNoUsage, ReasonInvalidUsage, ReasonNoModel, ReasonUnknownModel, ReasonAmbiguousProvider, ReasonFineTune, ReasonSelfHosted,
		ReasonUnitUnpriced,
	}
}

// Flags says what was unusual about a price. It is a set of the Flag constants.
type Flags uint32

// The flags of a price.
const (
	// FlagClampedCache: more cached tokens were reported than input tokens, or more by time to live than in all. The finer counts were believed.
	FlagClampedCache Flags = 1 << iota
	// FlagClampedParts: more of another finer unit was reported than of the unit that includes it. The finer count was believed.
	FlagClampedParts
	// FlagInferredTotal: only finer counts were reported. The count that includes them was taken to be their sum.
	FlagInferredTotal
	// FlagAssumedOverlap: cached tokens and tokens of a modality were reported, but not how many are both. Cached tokens were taken
	// to be text as far as there is text.
	FlagAssumedOverlap
	// FlagPriceParentUnit: a reported unit has no price of its own and cost the price of the unit that includes it.
	FlagPriceParentUnit
	// FlagUnpricedOutput: output was reported, but only input has a price. It added nothing.
	FlagUnpricedOutput
	// FlagUnpricedUnit: a reported unit other than output has no price. It added nothing.
	FlagUnpricedUnit
	// FlagSaturated: the true amount, or what it was before a multiplier, doesn't fit. The largest that does was used.
	FlagSaturated
	// FlagDateNormalised: the model was found after its date suffix was rewritten or left off.
	FlagDateNormalised
	// FlagRouteSuffix: the model was found after a routing suffix such as ":nitro" was left off.
	FlagRouteSuffix
	// FlagProviderFromModel: the provider wasn't known and was told from the model's name.
	FlagProviderFromModel
	// FlagFacetPrice: the price is that of a service tier, batch, speed, geo or region, by prices of its own or by a multiplier.
	FlagFacetPrice
	// FlagUnknownFacet: a service tier, batch, speed or geo was reported for which the model has no price. The standard price was used.
	FlagUnknownFacet
)

// USD is the currency of the embedded table.
const USD = "USD"

// flagNames are the names of the flags, in the order of the constants.
var flagNames = [...]string{
	"clamped_cache", "clamped_parts", "inferred_total", "assumed_overlap", "price_parent_unit", "unpriced_output", "unpriced_unit",
	"saturated", "date_normalised", "route_suffix", "provider_from_model", "facet_price", "unknown_facet",
}

// Has reports whether every flag of g is set.
func (f Flags) Has(g Flags) bool { return f&g == g }

// Names returns the names of the flags that are set, in a fixed order; nil if there are none.
func (f Flags) Names() []string {
	var names []string
	for rest := f; rest != 0; rest &= rest - 1 {
		if i := bits.TrailingZeros32(uint32(rest)); i < len(flagNames) {
			names = append(names, flagNames[i])
		}
	}
	return names
}

// String returns the names of the flags that are set, in a fixed order, separated by commas; "" if there are none.
func (f Flags) String() string { return strings.Join(f.Names(), ",") }
