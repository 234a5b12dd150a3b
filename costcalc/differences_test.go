package costcalc

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// intendedDifference is a rule by which our answers differ from the reference's on purpose.
type intendedDifference struct {
	Rule      string   `json:"rule"`
	Reference string   `json:"reference"`
	Ours      string   `json:"ours"`
	Why       string   `json:"why"`
	Entries   []string `json:"entries"` // that it is limited to
}

// differences are the rules of testdata/intended-differences.json by name.
type differences map[string]intendedDifference

func intendedDifferences(t *testing.T) differences {
	t.Helper()
	file, err := os.Open("testdata/intended-differences.json")
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	var list []intendedDifference
	require.NoError(t, decodeStrict(file, &list))
	rules := make(differences)
	for _, d := range list {
		rules[d.Rule] = d
	}
	return rules
}

// explain returns the rules that our answer needs to differ from the reference's, none where
// it doesn't differ. ok is false where no rule covers a difference.
func (d differences) explain(v *vector, c *Call, got Cost, reason Reason) (rules []string, ok bool) {
	switch {
	case v.Error != "":
		return explainError(v, got, reason)
	case v.Entry == "":
		return explainUnknown(reason)
	case reason != "":
		return explainReason(v, c, reason)
	case got.Provider != v.By || got.Model != v.Entry:
		prefix, _, found := strings.Cut(normalise(v.Model), "/")
		return []string{"provider_in_the_name"}, found && noProvider(v) && prefix == got.Provider
	}
	return d.explainAmount(v, c, got)
}

// explainError covers what the reference refuses.
func explainError(v *vector, got Cost, reason Reason) ([]string, bool) {
	if strings.HasPrefix(v.Error, "Invalid usage value") { // negative
		return nil, reason == ReasonInvalidUsage
	}
	const believed = FlagClampedCache | FlagClampedParts | FlagInferredTotal | FlagAssumedOverlap
	return []string{"contradictory_usage"}, reason == "" && got.Flags&believed != 0 && got.Total >= 0
}

// explainUnknown covers what the reference doesn't find.
func explainUnknown(reason Reason) ([]string, bool) {
	switch reason {
	case ReasonUnknownModel, ReasonAmbiguousProvider, ReasonFineTune:
		return nil, true
	case "", ReasonUnitUnpriced:
		return []string{"written_differently"}, true
	}
	return nil, false
}

// explainReason covers what the reference prices and we don't.
func explainReason(v *vector, c *Call, reason Reason) ([]string, bool) {
	switch reason {
	case ReasonNoUsage:
		return []string{"no_usage"}, len(v.Usage) == 0
	case ReasonInvalidUsage:
		return []string{"negative_count_without_price"}, slices.Min(c.Usage.counts[:]) < 0
	case ReasonUnitUnpriced:
		return []string{"no_unit_priced"}, v.Input == 0 && v.Output == 0
	case ReasonAmbiguousProvider:
		return []string{"ambiguous_provider"}, noProvider(v)
	case ReasonFineTune:
		return []string{"fine_tune"}, strings.HasPrefix(normalise(v.Model), "ft:")
	case ReasonUnknownModel:
		return []string{"prefix_only_resembles_a_provider"}, v.Provider == "litellm" && strings.Contains(v.Model, "/")
	}
	return nil, false
}

// explainAmount covers amounts. Where the whole agrees, the parts must.
func (d differences) explainAmount(v *vector, c *Call, got Cost) (rules []string, ok bool) {
	seconds, ofInput := v.Usage["audio_seconds"], v.Usage["input_audio_seconds"]
	if !agrees(got.Total, v.Total) {
		off := math.Abs(got.Total.Float64() - v.Total)
		switch {
		case v.By == "groq" && strings.HasPrefix(v.Entry, "whisper-large-v3") && seconds < 10:
			return []string{"audio_minimum"}, got.Total.Float64() < v.Total
		case v.By == "deepseek" && strings.HasPrefix(v.Entry, "deepseek-v4-") && v.Time.Before(time.Date(2026, 8, 17, 0, 0, 0, 0, time.UTC)):
			return []string{"window_before_its_date"}, got.Total.Float64() < v.Total
		case slices.Contains(d["sub_pico_price"].Entries, v.By+"/"+v.Entry) && off <= 1e-5*v.Total:
			return []string{"sub_pico_price"}, c.Usage.counts[CacheWriteTokens] > 0
		case (seconds > 0 || ofInput > 0) && off <= 1e-12:
			rules = append(rules, "per_hour_rounding")
		default:
			return nil, false
		}
	}
	if !agrees(got.Output, v.Output) {
		return rules, false
	}
	if input := got.Input + got.CacheRead + got.CacheWrite; !agrees(input, v.Input) {
		return append(rules, "hours_in_other"), (seconds > 0 || ofInput > 0) && math.Abs((input+got.Other).Float64()-v.Total) <= 1e-12
	}
	return rules, true
}

// agrees reports whether an amount is the reference's to 1e-12 relative.
func agrees(got Pico, want float64) bool {
	return math.Abs(got.Float64()-want) <= 1e-12*math.Abs(want)
}

// noProvider reports whether the question named nobody who bills.
func noProvider(v *vector) bool { return v.Provider == "" || v.Provider == "litellm" }
