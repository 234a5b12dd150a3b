package detect

import "slices"

// Pack is a set of detectors that users switch on by name; packs can be joined.
type Pack uint16

// The packs. PackDefault needs no context beyond what its detectors ask for themselves.
const (
	PackDefault Pack = 1 << iota
	PackNetwork
	PackBank
	PackUS // the United States and Canada
	PackUK
	PackEU // Europe, whether in the European Union or not, and Türkiye
	PackAPAC
	PackLatAm
	PackAfrica // and the Middle East
	PackHealth
	PackVehicle
	PackPerson
	PackGeo
	packEnd

	PackAll = packEnd - 1
)

var packNames = []struct {
	name string
	pack Pack
}{
	{"default", PackDefault}, {"network", PackNetwork}, {"bank", PackBank}, {"us", PackUS}, {"uk", PackUK}, {"eu", PackEU},
	{"apac", PackAPAC}, {"latam", PackLatAm}, {"africa", PackAfrica}, {"health", PackHealth}, {"vehicle", PackVehicle},
	{"person", PackPerson}, {"geo", PackGeo}, {"all", PackAll},
}

// PackByName returns the pack of a name as users write it, such as "eu".
func PackByName(name string) (Pack, bool) {
	for _, p := range packNames {
		if p.name == name {
			return p.pack, true
		}
	}
	return 0, false
}

// Entities returns what the detectors of p may find, in the order of [All], each once.
func (p Pack) Entities() []Entity {
	var list []Entity
	for _, d := range All() {
		if !(&Policy{Packs: p}).selects(&d) {
			continue
		}
		for _, e := range d.Entities {
			if !slices.Contains(list, e) {
				list = append(list, e)
			}
		}
	}
	return list
}

// PackNames returns the names of all packs, in a fixed order.
func PackNames() []string {
	names := make([]string, 0, len(packNames))
	for _, p := range packNames {
		names = append(names, p.name)
	}
	return names
}
