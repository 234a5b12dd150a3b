package costcalc

import (
	"math/rand/v2"
	"testing"
	"time"
)

// FuzzNaive prices one call twice, by the table alone and with a user's entries before it, and asks the twin. The names are chosen by
// number from those that there are, the entries by seed: a name that nobody has teaches nothing.
func FuzzNaive(f *testing.F) {
	f.Add(uint64(1), uint16(0), uint16(0), uint8(0), int64(1_790_000_000), uint32(7), int64(2006), int64(1920), int64(50), int64(10), int64(300), int64(0))
	f.Add(uint64(2), uint16(9), uint16(40), uint8(1), int64(1_749_513_599), uint32(3), int64(271_999), int64(0), int64(0), int64(0), int64(1), int64(0))
	f.Add(uint64(3), uint16(20), uint16(3), uint8(13), int64(1_785_369_600), uint32(1<<20-1), int64(200_001), int64(7), int64(7), int64(7), int64(9), int64(1))
	f.Add(uint64(4), uint16(30), uint16(77), uint8(7), int64(1_798_761_600), uint32(0x18421), int64(maxCount), int64(maxCount), int64(0), int64(maxCount), int64(1), int64(2))
	f.Add(uint64(5), uint16(20), uint16(5), uint8(3), int64(1_786_930_000), uint32(0x3c0c00), int64(0), int64(7200), int64(3600), int64(59), int64(1), int64(0))

	table, twin := defaultTable(f), newNaiveTable(f)
	alone := newNaiveOwn(twin, Overrides{})
	f.Fuzz(func(t *testing.T, seed uint64, provider, model uint16, facets uint8, at int64, set uint32, a, b, c, d, e, g int64) {
		p := twin.providers[int(provider)%len(twin.providers)].(object)
		models := naiveSells(twin, p)
		call := Call{
			Provider: str(p, "id"), ResponseModel: str(models[int(model)%len(models)].(object), "id"), Time: time.Unix(at%(1<<34), 0),
			Facets: naiveFacetSets[int(facets)%len(naiveFacetSets)],
		}
		numbers := []int64{a, b, c, d, e, g}
		for unit := range requests {
			if set&(1<<unit) != 0 {
				call.Usage.Set(unit, numbers[int(unit)%len(numbers)])
			}
		}
		if call.Usage.Empty() || !call.Usage.valid() {
			return
		}
		got, reason := table.Price(call)
		if got.Flags&(FlagDateNormalised|FlagRouteSuffix) != 0 {
			return // the twin knows no other forms of names
		}
		if difference := compareNaive(got, reason, alone.price(call)); difference != "" {
			t.Fatalf("%s\n%s", describe(call), difference)
		}

		r := rand.New(rand.NewPCG(seed, 0))
		own, naive := randomTable(t, r, table, twin)
		call.RequestModel = oneOf(r, naiveNames...)
		got, reason = own.Price(call)
		if got.Flags&(FlagDateNormalised|FlagRouteSuffix) != 0 {
			return
		}
		if difference := compareNaive(got, reason, naive.price(call)); difference != "" {
			t.Fatalf("with own prices, %s\n%s", describe(call), difference)
		}
	})
}
