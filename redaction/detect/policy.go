package detect

import "slices"

// Policy says what a Scanner finds. The zero Policy is the default pack.
type Policy struct {
	Packs Pack // 0: PackDefault
	// On are entities whose detectors are switched on beside those of the packs; Off are entities that are not found at all.
	On, Off []Entity
	// Placeholders are passed over; nil: those of built-in entities.
	Placeholders *Placeholders
	// Terms are always found.
	Terms []Term
	// Subjects are lists of context words that [Text.About] asks for.
	Subjects [][]string
}

// selects reports whether d is to be asked.
func (p *Policy) selects(d *Detector) bool {
	packs, of := p.Packs, d.Packs
	if packs == 0 {
		packs = PackDefault
	}
	if of == 0 {
		of = PackDefault
	}
	if packs&of != 0 {
		return true
	}
	for _, e := range d.Entities {
		if slices.Contains(p.On, e) {
			return true
		}
	}
	return false
}
