package redaction

import "github.com/otel-genai/genaiprocessor/redaction/detect"

// Entity is a kind of finding. Its String is the name used in placeholders, metrics and settings, such as "EMAIL".
type Entity = detect.Entity

// Identity is the entity of pseudonyms for users and conversations; nothing is found as one.
const Identity = detect.Identity

// MaxEntities is the number of entities that an engine can have, those of users among them: the length of an array indexed by Entity.
const MaxEntities = detect.EntityCount + maxRules

// Entities returns all built-in entities, in a fixed order.
func Entities() []Entity {
	all := make([]Entity, 0, detect.EntityCount-1)
	for e := Entity(1); int(e) < detect.EntityCount; e++ {
		all = append(all, e)
	}
	return all
}

// EntityByName returns the built-in entity of a name as [Entity.String] gives it, case-exact.
func EntityByName(name string) (Entity, bool) {
	for _, e := range Entities() {
		if e.String() == name {
			return e, true
		}
	}
	return detect.None, false
}

// PackEntities returns what the detectors of a pack may find, each once; nil for a name that is none.
func PackEntities(pack string) []Entity {
	p, ok := detect.PackByName(pack)
	if !ok {
		return nil
	}
	return p.Entities()
}

// PackNames returns the names of all packs, in a fixed order.
func PackNames() []string { return detect.PackNames() }

// Entities returns the entities that e may find or write, users' own among them, in a fixed order. The slice is e's, and must not be changed.
func (e *Engine) Entities() []Entity { return e.entities }

// Name returns the name of an entity of e, users' own among them; "" where there is none.
func (e *Engine) Name(en Entity) string {
	if int(en) >= len(e.names) {
		return ""
	}
	return e.names[en]
}

// ActionOf returns what becomes of findings of en.
func (e *Engine) ActionOf(en Entity) Action { return e.actions[en] }
