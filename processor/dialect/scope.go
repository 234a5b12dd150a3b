package dialect

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// Scope is what the vocabulary makes of an instrumentation scope: get it once for all spans of the scope.
type Scope struct {
	dialects  uint64
	exclusive bool
}

// Scope looks up an instrumentation scope by its name.
func (v *Vocabulary) Scope(name string) Scope {
	var s Scope
	for _, r := range v.scopes {
		if !strings.HasPrefix(name, r.prefix) || r.exact && name != r.prefix {
			continue
		}
		s.dialects |= 1 << r.from
		s.exclusive = s.exclusive || r.exclusiveTokens
	}
	return s
}

// Resource looks up what the attributes of a resource say of all spans and records below it: get it once for each resource, and join it
// with each scope by [Scope.Within].
func (v *Vocabulary) Resource(attrs pcommon.Map) Scope {
	var s Scope
	if len(v.resources) == 0 {
		return s
	}
	for key, value := range attrs.All() {
		for _, r := range v.resources[key] {
			if r.value == "" || r.value == value.AsString() {
				s.dialects |= 1 << r.from
			}
		}
	}
	return s
}

// Within joins what a scope shows with what its resource shows.
func (s Scope) Within(resource Scope) Scope {
	s.dialects |= resource.dialects
	return s
}
