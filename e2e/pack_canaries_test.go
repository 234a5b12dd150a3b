package e2e

import "slices"

// packCanaries are the canaries of all packs.
func packCanaries() []canary {
	return slices.Concat(canaries())
}

// spoiledBy reports whether an encoding makes something else of the canary than what it is about.
func (c canary) spoiledBy(e encoding) bool { return slices.Contains(c.spoilers, e.name) }
