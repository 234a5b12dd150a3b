package dialect

import "strings"

// Tells reports whether an attribute under a key may by itself say what a span is, or show a dialect or an earlier genai processor. Keys that
// others use too do so only beside one that tells. A span none of whose keys and events tell, in a scope that shows nothing, is not GenAI.
func (v *Vocabulary) Tells(key string) bool {
	rules := v.lookup(key)
	for i := range rules {
		if v.ruleTells(&rules[i]) {
			return true
		}
	}
	return strings.HasPrefix(key, UpstreamPrefix)
}

// ruleTells: what shared keys of the common vocabularies say is read everywhere, but no evidence unless it is a model or usage.
func (v *Vocabulary) ruleTells(r *rule) bool {
	if !r.shared {
		return true
	}
	if r.field == nil || v.common&(1<<r.from) == 0 {
		return false
	}
	switch r.field.Field {
	case RequestModel, ResponseModel, InputTokens, OutputTokens:
		return true
	default:
		return false
	}
}

// MarkTelling marks in a gate the keys that tell.
func (v *Vocabulary) MarkTelling(g *Gate, mark uint8) {
	g.MarkBeginning(UpstreamPrefix, mark)
	for key := range v.keys {
		if v.Tells(key) {
			g.MarkBeginning(key, mark)
		}
	}
	for _, bucket := range v.prefixes {
		for _, p := range bucket {
			g.MarkBeginning(p.prefix, mark)
		}
	}
}

// TellsEvent reports whether a span event or log record of a name says something of what it is on.
func (v *Vocabulary) TellsEvent(name string) bool {
	_, found := v.events[name]
	return found
}

// Shows reports whether a scope shows a dialect.
func (s Scope) Shows() bool { return s.dialects != 0 }
