package costcalc

// maxCount is the largest count that is taken for a measurement: a trillion tokens in one call. It keeps every sum of counts
// far from overflow.
const maxCount = 1_000_000_000_000

// Usage holds the counts of one call, by unit. The zero value holds none.
//
// A count that was not set is absent, which differs from 0: an absent coarse count is derived from the finer ones. Usage is a
// plain value: copies are independent.
type Usage struct {
	set    unitSet
	counts [unitCount]int64
}

// Set records n for unit, replacing what was recorded before. Unknown units are ignored.
func (u *Usage) Set(unit Unit, n int64) {
	if unit >= requests {
		return
	}
	u.set |= setOf(unit)
	u.counts[unit] = n
}

// Get returns the count for unit, and whether one was recorded.
func (u Usage) Get(unit Unit) (int64, bool) {
	if unit >= requests || !u.set.has(unit) {
		return 0, false
	}
	return u.counts[unit], true
}

// Empty reports whether no count was recorded.
func (u Usage) Empty() bool { return u.set == 0 }

// valid reports whether every count can be a measurement: neither negative nor above maxCount.
func (u *Usage) valid() bool {
	for rest := u.set; rest != 0; rest &= rest - 1 {
		if n := u.counts[rest.coarsest()]; n < 0 || n > maxCount {
			return false
		}
	}
	return true
}

// positive returns the units with a count above 0.
func (u *Usage) positive() unitSet {
	var s unitSet
	for rest := u.set; rest != 0; rest &= rest - 1 {
		if unit := rest.coarsest(); u.counts[unit] > 0 {
			s |= 1 << unit
		}
	}
	return s
}

// sumWithin returns how many of unit the recorded finer units hold between them, each counted once. Two that overlap are
// taken to be disjoint unless their common unit is recorded too.
func (u *Usage) sumWithin(unit Unit) int64 {
	var (
		leaves [unitCount]int64
		total  int64
	)
	for finer := unitCount - 1; finer > unit; finer-- {
		if !finer.isFiner(unit) {
			continue
		}
		leaf := u.counts[finer]
		for v := finer + 1; v < unitCount; v++ {
			if v.isFiner(finer) {
				leaf -= leaves[v]
			}
		}
		leaves[finer] = max(leaf, 0)
		total += leaves[finer]
	}
	return total
}
