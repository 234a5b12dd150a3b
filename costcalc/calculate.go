package costcalc

// cost prices usage. ok is false where none of the reported units has a price.
//
//	leaf(u)  = max(0, count(u) − Σ leaf(v) over priced v within u)
//	cost     = Σ leaf(u) × price(u), the price chosen by the total count of input tokens
//
// This is the algorithm of https://github.com/pydantic/genai-prices (specs/data-driven-unit-registry/algorithm.md). Where that
// one refuses contradictory counts, this one believes the finer count and says so in the flags. usage must be valid.
func (r *rates) cost(usage Usage) (c Cost, ok bool) {
	if len(r.units) == 0 {
		return Cost{}, true // free
	}
	flags, ok := r.judge(&usage)
	if !ok {
		return Cost{}, false
	}
	leaves, flagsOfLeaves := r.leaves(&usage)
	c = r.sum(&leaves, usage.counts[InputTokens])
	c.Flags |= flags | flagsOfLeaves
	return c, true
}

// judge says whether any reported unit has a price, its own or that of a coarser unit, and flags those that haven't.
func (r *rates) judge(usage *Usage) (flags Flags, anyPriced bool) {
	for rest := usage.set; rest != 0; rest &^= setOf(rest.finest()) {
		unit := rest.finest()
		info := &units[unit]
		reported := usage.counts[unit] > 0
		switch {
		case r.priced.has(unit):
			anyPriced = true
		case info.within&r.priced != 0:
			anyPriced = true
			if reported && info.costs&r.priced == 0 {
				flags |= FlagPriceParentUnit
			}
		case reported && info.part == partOutput:
			flags |= FlagUnpricedOutput
		case reported:
			flags |= FlagUnpricedUnit
		}
	}
	return flags, anyPriced
}

// leaves splits usage into disjoint counts, one for each priced unit. It completes usage with the counts that were absent but
// follow from finer ones, and raises the count of input tokens to what its parts hold.
func (r *rates) leaves(usage *Usage) (leaves [unitCount]int64, flags Flags) {
	flags = r.complete(usage)
	for i := range r.units {
		unit := r.units[i].unit
		var taken, cached int64
		for rest := r.units[i].finer; rest != 0; rest &^= setOf(rest.finest()) {
			taken += leaves[rest.finest()]
			if cacheUnits.has(rest.finest()) {
				cached += leaves[rest.finest()]
			}
		}
		if cached > usage.counts[unit] {
			flags |= FlagClampedCache
			usage.counts[unit] = cached
		}
		if taken > usage.counts[unit] {
			flags |= FlagClampedParts
			usage.counts[unit] = taken
		}
		leaves[unit] = usage.counts[unit] - taken
	}
	return leaves, flags
}

// inputTokens returns how many tokens the prompt had: as many as were reported, or as its parts hold.
func (r *rates) inputTokens(usage Usage) int64 {
	r.leaves(&usage)
	return usage.counts[InputTokens]
}

// cacheUnits are the units of cached tokens.
const cacheUnits = unitSet(1<<CacheReadTokens | 1<<CacheWriteTokens | 1<<CacheWrite5mTokens | 1<<CacheWrite1hTokens |
	1<<CacheAudioReadTokens | 1<<CacheImageReadTokens)

// complete adds the counts that are absent, follow from the others, and are priced or choose the tier.
func (r *rates) complete(usage *Usage) (flags Flags) {
	if r.priced.has(requests) {
		usage.set |= setOf(requests)
		usage.counts[requests] = 1
	}
	reported := usage.positive()
	for i := range r.units {
		unit := r.units[i].unit
		if usage.set.has(unit) || reported&r.units[i].includes == 0 {
			continue
		}
		usage.counts[unit] = usage.sumWithin(unit)
		flags |= FlagInferredTotal
	}
	if !r.priced.has(InputTokens) && !usage.set.has(InputTokens) {
		usage.counts[InputTokens] = usage.sumWithin(InputTokens)
	}
	return flags | r.assumeOverlaps(usage, reported)
}

// assumeOverlaps fills in how many cached tokens are of a modality where only the two counts are known: none as far as
// there are other input tokens that can have been cached.
func (r *rates) assumeOverlaps(usage *Usage, reported unitSet) (flags Flags) {
	if !reported.has(CacheReadTokens) {
		return 0
	}
	excess := usage.counts[CacheReadTokens] - usage.counts[InputTokens]
	for _, o := range modalities {
		excess += max(0, usage.counts[o.modality]-usage.counts[o.cached])
	}
	unassigned := usage.counts[CacheReadTokens]
	for _, o := range modalities {
		unassigned -= usage.counts[o.cached]
	}
	for _, o := range modalities {
		if !r.priced.has(o.cached) || usage.set.has(o.cached) || !reported.has(o.modality) {
			continue
		}
		flags |= FlagAssumedOverlap
		n := max(0, min(excess, unassigned, usage.counts[o.modality]))
		usage.counts[o.cached] = n
		excess -= n
		unassigned -= n
	}
	return flags
}

// modalities are the modalities of input whose cached tokens have a unit.
var modalities = [...]struct{ modality, cached Unit }{
	{InputAudioTokens, CacheAudioReadTokens},
	{InputImageTokens, CacheImageReadTokens},
}

// sum prices disjoint counts.
func (r *rates) sum(leaves *[unitCount]int64, inputTokens int64) Cost {
	var (
		parts [partCount]Pico
		c     Cost
		fits  = true
	)
	for i := range r.units {
		unit := r.units[i].unit
		cost, ok := amount(leaves[unit], r.units[i].at(inputTokens), units[unit].scale.quantity)
		fits = fits && ok
		part := units[unit].part
		parts[part], ok = parts[part].add(cost)
		fits = fits && ok
	}
	for _, p := range parts {
		var ok bool
		c.Total, ok = c.Total.add(p)
		fits = fits && ok
	}
	if !fits {
		c.Flags = FlagSaturated
	}
	c.Input, c.CacheRead, c.CacheWrite = parts[partInput], parts[partCacheRead], parts[partCacheWrite]
	c.Output, c.Other = parts[partOutput], parts[partOther]
	return c
}
