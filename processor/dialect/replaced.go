package dialect

import (
	"slices"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// Replaced reports whether an attribute of the span that c was read from says nothing but what the conventions' own attribute of a field
// says once c is written, and which field that is. It is so where the vocabulary knows the key for nothing but fields that the profile
// names, and where the value gave the field or agrees with what did. Never replaced are the conventions' own names, content, keys that
// decide the kind, values that hold more than one thing, and whatever could not be read. Call it before a later stage corrects c.
func (v *Vocabulary) Replaced(c *Call, key string, value pcommon.Value) (Field, bool) {
	var field Field
	replaced := false
	rules := v.lookup(key)
	for i := range rules {
		r := &rules[i]
		switch {
		case r.kinds != nil, r.structure.Kind != NoKind, r.messages, r.odd:
			return field, false
		case r.field == nil: // it marks the dialect
			continue
		case r.canonical, r.field.Path != "", r.field.SinceStart, r.field.Field.Key(v.profile) == "":
			return field, false
		case r.shared && (c.dialects|v.common)&(1<<r.from) == 0: // another vocabulary's
			continue
		case !c.gave(r, value):
			return field, false
		}
		field, replaced = r.field.Field, true
	}
	return field, replaced
}

// gave reports whether a readable value gave the field of the rule, or is the same.
func (c *Call) gave(r *rule, value pcommon.Value) bool {
	f := r.field.Field
	if !c.Has(f) {
		return false
	}
	opened := content{raw: value}
	of, ok := opened.of(r)
	if !ok {
		return false
	}
	var other Call
	other.set(r.field, of, r.rank, false)
	if !other.Has(f) {
		return false
	}
	return c.rank[f] == r.rank || c.agrees(f, &other)
}

// agrees reports whether two calls say the same in a field that both have.
func (c *Call) agrees(f Field, other *Call) bool {
	switch f.Type() {
	case Text:
		if f == Provider {
			return CanonicalProvider(c.texts[f]) == CanonicalProvider(other.texts[f])
		}
		return c.texts[f] == other.texts[f]
	case Double:
		return c.doubles[f] == other.doubles[f]
	case Texts:
		return slices.Equal(c.lists[f-firstList], other.lists[f-firstList])
	default:
		return c.ints[f] == other.ints[f]
	}
}
