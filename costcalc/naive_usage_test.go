package costcalc

import (
	"math"
	"math/big"
	"strings"
)

// naiveCounts is what a call used: every count as far as it was reported or follows, and what was odd about it.
type naiveCounts struct {
	counts           map[Unit]int64
	reported, priced map[Unit]bool
	flags            Flags
}

// naiveSplit completes the counts, as far as prices make a difference of them. What wasn't reported is the sum of what it holds; what was
// reported is at least as large as the parts of it that have prices of their own. A part without one isn't looked at: it costs what the
// whole costs, as many as those are.
func naiveSplit(usage Usage, prices object) naiveCounts {
	s := naiveCounts{counts: map[Unit]int64{}, reported: map[Unit]bool{}, priced: map[Unit]bool{}}
	for unit := range requests {
		s.counts[unit], s.reported[unit] = usage.Get(unit)
		_, s.priced[unit] = prices[units[unit].priceKey]
	}
	s.raise(CacheWriteTokens, FlagClampedCache, 0, CacheWrite5mTokens, CacheWrite1hTokens)
	s.raise(CacheReadTokens, FlagClampedCache, 0, CacheAudioReadTokens, CacheImageReadTokens)
	s.raise(InputAudioTokens, FlagClampedCache, 0, CacheAudioReadTokens)
	s.raise(InputImageTokens, FlagClampedCache, 0, CacheImageReadTokens)

	if !s.reported[InputTokens] {
		s.raise(InputTokens, FlagInferredTotal, 0)
	}
	joins, both := []Unit{CacheAudioReadTokens, CacheImageReadTokens}, int64(0)
	for i, modality := range []Unit{InputAudioTokens, InputImageTokens} {
		if s.counts[CacheReadTokens] > 0 && s.reported[CacheReadTokens] && s.counts[modality] > 0 && !s.reported[joins[i]] && s.priced[joins[i]] {
			s.flags |= FlagAssumedOverlap
			// Cached tokens are text as far as there is text.
			text := s.counts[InputTokens] - max(s.counts[InputAudioTokens], s.counts[CacheAudioReadTokens]) - max(s.counts[InputImageTokens], s.counts[CacheImageReadTokens])
			left := s.counts[CacheReadTokens] - s.sum(joins...)
			s.counts[joins[i]] = max(0, min(left-text, left, s.counts[modality]))
		}
		if s.priced[joins[i]] {
			both += s.counts[joins[i]]
		}
	}
	s.raise(InputTokens, FlagClampedCache, 0, CacheReadTokens, CacheWriteTokens)
	s.raise(InputTokens, FlagClampedParts, both, CacheReadTokens, CacheWriteTokens, InputAudioTokens, InputImageTokens, InputVideoTokens)
	s.raise(OutputTokens, FlagClampedParts, 0, ReasoningTokens, CitationTokens, OutputAudioTokens, OutputImageTokens, OutputVideoTokens)
	s.raise(AudioMilliseconds, FlagClampedParts, 0, InputAudioMilliseconds)
	s.raise(InputDocumentPages, FlagClampedParts, 0, InputAnnotatedDocumentPages)
	s.counts[requests] = 1
	return s
}

func (s *naiveCounts) sum(us ...Unit) (n int64) {
	for _, unit := range us {
		n += s.counts[unit]
	}
	return n
}

// raise makes a count at least as large as its parts, of which so many are in two.
func (s *naiveCounts) raise(unit Unit, flag Flags, both int64, parts ...Unit) {
	least := -both
	for _, part := range parts {
		if s.priced[part] {
			least += s.counts[part]
		}
	}
	if !s.reported[unit] {
		least, flag = s.within(unit), FlagInferredTotal
	}
	if s.counts[unit] >= least {
		return
	}
	if s.priced[unit] {
		s.flags |= flag
	}
	s.counts[unit] = least
}

// within returns how many of a unit its finer units hold between them, each token counted once.
func (s *naiveCounts) within(unit Unit) (n int64) {
	own := map[Unit]int64{}
	for finer := requests - 1; finer > unit; finer-- {
		if !units[finer].within.has(unit) {
			continue
		}
		own[finer] = s.counts[finer]
		for finest, n := range own {
			if units[finest].within.has(finer) {
				own[finer] -= n
			}
		}
		own[finer] = max(0, own[finer])
		n += own[finer]
	}
	return n
}

// naiveSum puts prices on the counts, each token once: a unit's own count is what its finer units with prices leave of it, and what has
// no price of its own stays within the unit that includes it.
func naiveSum(s naiveCounts, prices object, multiplied, factor *big.Rat) naiveBill {
	bill := naiveBill{flags: s.flags, total: new(big.Rat)}
	for p := range bill.parts {
		bill.parts[p] = new(big.Rat)
	}
	priced := false
	own := map[Unit]int64{}
	for unit := int(unitCount) - 1; unit >= 0; unit-- {
		unit := Unit(unit)
		price, found := prices[units[unit].priceKey]
		if !found {
			priced = s.flag(unit, &bill) || priced
			continue
		}
		priced = priced || s.reported[unit]
		own[unit] = s.counts[unit]
		for finer, n := range own {
			if units[finer].within.has(unit) {
				own[unit] -= n
			}
		}
		part := bill.parts[units[unit].part]
		part.Add(part, halfEven(new(big.Rat).Mul(naiveTier(units[unit].priceKey, price, s.counts[InputTokens]), big.NewRat(own[unit], 1))))
	}
	if len(prices) == 0 { // free
		bill.flags = 0
	} else if !priced {
		return naiveBill{reason: true}
	}
	bill.multiply(multiplied, factor)
	return bill
}

// flag says what it means that a unit has no price of its own, and whether one that includes it has.
func (s *naiveCounts) flag(unit Unit, bill *naiveBill) bool {
	somehow, usual := false, false
	for coarser, priced := range s.priced {
		somehow = somehow || priced && units[unit].within.has(coarser)
		usual = usual || priced && units[unit].costs.has(coarser)
	}
	switch {
	case !s.reported[unit] || s.counts[unit] == 0 || usual:
	case somehow:
		bill.flags |= FlagPriceParentUnit
	case units[unit].part == partOutput:
		bill.flags |= FlagUnpricedOutput
	default:
		bill.flags |= FlagUnpricedUnit
	}
	return somehow && s.reported[unit]
}

// multiply applies a provider's multipliers to all but fees and hours, a user's to everything, rounds once and sums.
func (b *naiveBill) multiply(provider, user *big.Rat) {
	before := new(big.Rat)
	for p := range b.parts {
		b.fit(before.Add(before, b.parts[p])) // what doesn't fit before it is multiplied is flagged, too
		if part(p) != partOther {
			b.parts[p].Mul(b.parts[p], provider)
		}
		b.parts[p] = halfEven(b.parts[p].Mul(b.parts[p], user))
		b.total.Add(b.total, b.parts[p])
	}
	b.fit(b.total)
}

func (b *naiveBill) fit(amount *big.Rat) {
	b.huge = b.huge || amount.Cmp(big.NewRat(math.MaxInt64, 1)) > 0
}

// naiveTier returns the price for so many tokens of input.
func naiveTier(key string, price any, input int64) *big.Rat {
	text, flat := price.(string)
	if !flat {
		text = str(price.(object), "base")
		for _, t := range list(price.(object), "tiers") {
			if t := t.(object); input > number(t, "start") {
				text = str(t, "price")
			}
		}
	}
	pico := new(big.Rat).Mul(rat(text), rat("1e12"))
	switch {
	case strings.HasSuffix(key, "_mtok"):
		return halfEven(pico.Quo(pico, rat("1e6"))) // a list price is a whole number; what isn't is an artefact of its source
	case strings.HasSuffix(key, "_hours"):
		return pico.Quo(pico, rat("3600e3"))
	}
	return halfEven(pico.Quo(pico, rat("1e3")))
}

// halfEven rounds to an integer.
func halfEven(r *big.Rat) *big.Rat {
	whole, rest := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
	if half := rest.Lsh(rest, 1).Cmp(r.Denom()); half > 0 || half == 0 && whole.Bit(0) == 1 {
		whole.Add(whole, big.NewInt(1))
	}
	return new(big.Rat).SetInt(whole)
}
