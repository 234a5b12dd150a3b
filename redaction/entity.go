package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// Entity is a kind of finding. Its String is the name used in placeholders, metrics and the `allow` setting, such as "EMAIL".
type Entity = detect.Entity

// Entities returns all entities, in a fixed order.
func Entities() []Entity {
	all := make([]Entity, 0, detect.EntityCount-1)
	for e := Entity(1); int(e) < detect.EntityCount; e++ {
		all = append(all, e)
	}
	return all
}

// EntityByName returns the entity of a name as [Entity.String] gives it, case-exact.
func EntityByName(name string) (Entity, bool) {
	for _, e := range Entities() {
		if e.String() == name {
			return e, true
		}
	}
	return detect.None, false
}
