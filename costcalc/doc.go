// Package costcalc prices one call of a generative AI model: token counts in, money out.
//
// It knows nothing of spans, collectors or configuration files. A [Table] is decoded once from the data embedded in the
// binary and is then immutable; [Table.Price] is a pure function of the [Call] that it gets.
//
// # Money
//
// All money is integer [Pico], 1e-12 of the currency's unit. A price of $1 per million tokens is 1,000,000 picodollars per token, so
// every list price is exact and sums are associative. The only divisions are prices per hour, rounded half to even.
//
// # Usage
//
// Counts follow the OpenTelemetry semantic conventions for generative AI (https://github.com/open-telemetry/semantic-conventions-genai):
// [InputTokens] includes cached tokens and every modality, [OutputTokens] includes reasoning. The engine splits them into disjoint
// leaves, so that no token is charged twice: a leaf is a unit's count less what its finer, separately priced units take.
//
// # Prices
//
// The table comes from the public data set @pydantic/genai-prices (https://github.com/pydantic/genai-prices, MIT), plus a
// few reviewed additions in prices/overlay.json. Prices depend on the time of the call (dates and hours of the day, UTC)
// and on the length of the prompt: above a threshold, all tokens of the call cost the higher price.
//
// A call that can't be priced has a [Reason] and no cost; it never costs 0 for want of a price.
//
// # Where to add what
//
//   - a price: upstream, then `make prices`; until then a correction in prices/overlay.json
//   - another name of a provider: prices/overlay.json
//   - a unit: one constant and one line in units.go
//   - another way to write a model's name: names.go
package costcalc
