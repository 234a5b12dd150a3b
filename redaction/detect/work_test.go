package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// workPerByte is how often a scan may look at each byte of a text, at most. It lies far below the budget of a value.
const workPerByte = 80

// TestWorkOfEveryDetectorIsLinear repeats what wakes each detector, alone and with what it may go on with, and counts the bytes looked at.
// The units come from the triggers, so that a new detector is held to it without a line here.
func TestWorkOfEveryDetectorIsLinear(t *testing.T) {
	t.Parallel()
	const size = 1 << 20 / slowdown
	s := NewScanner(Policy{Packs: PackAll})
	tried := map[string]bool{}
	all := All()
	for i := range all {
		d := &all[i]
		triggers, combined := hardUnits(d)
		require.NotEmpty(t, triggers, "%v has no trigger", d.Entities)
		for k, unit := range append(triggers, combined...) {
			if tried[unit] {
				continue
			}
			tried[unit] = true
			size := size
			if k > 0 || d.Packs != 0 { // a megabyte for each would take minutes
				size /= 16
			}
			x := Text{Bytes: []byte(strings.Repeat(unit, size/len(unit))), Limit: 1 << 40}
			require.True(t, s.Scan(&x))
			assert.LessOrEqual(t, x.Work, workPerByte*size, "%q repeated, for %v", unit, d.Entities)
		}
	}
}

// hardUnits returns texts to repeat for d: its triggers as such and as near misses of different lengths, and those beside context words.
func hardUnits(d *Detector) (triggers, combined []string) {
	for _, c := range []byte(d.Bytes) {
		triggers = append(triggers, string(c), "a"+string(c)+"b.")
	}
	triggers = append(triggers, sample(d.Starts)...)
	triggers = append(triggers, sample(d.Words)...)
	triggers = append(triggers, sample(d.LineStarts)...)
	for _, literal := range sample(d.LineStarts) {
		triggers = append(triggers, literal+"\n")
	}
	if n := d.Numbers; n != nil {
		firsts := n.First
		if len(firsts) == 0 {
			firsts = []int{1, 4, 12, 19}
		}
		for _, first := range firsts {
			digits := strings.Repeat("3", first)
			rest := strings.Repeat("3", max(1, n.Min-first))
			triggers = append(triggers, digits+" ", digits+"-", digits+" "+rest+"-", digits+rest+" ")
		}
	}
	if d.Codes {
		triggers = append(triggers, "AB1", "AB12 ", "AB12 3456 ")
	}
	for _, size := range d.TokenSizes {
		triggers = append(triggers, randomBody(size)+" ", strings.Repeat("A1", size)[:size]+" ")
	}
	if d.LongTokens {
		triggers = append(triggers, randomBody(longToken)+" ", randomBody(moneroSize)+" ", strings.Repeat("1", 3*longToken)+" ")
	}
	for _, w := range sample(d.Context) {
		for _, trigger := range sample(triggers) {
			combined = append(combined, w+" "+trigger)
		}
	}
	for _, key := range sample(d.Keys) {
		combined = append(combined, key+": ", key+"=a ")
	}
	return triggers, combined
}

// sample returns three of a list.
func sample(list []string) []string {
	if len(list) <= 3 {
		return list
	}
	return []string{list[0], list[len(list)/2], list[len(list)-1]}
}
