package processor

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// Owner is one field of genai.owner: a team, a cost centre, a customer. The first of its sources that has a text says the value; where none
// has, it is [Unattributed].
type Owner struct {
	Field   string
	Sources []OwnerSource
}

// OwnerSource is one place that an owner is taken from: exactly one of Resource, Span, Call and Value is set.
type OwnerSource struct {
	// Resource is the key of an attribute of the resource, Span of one of the span or log record. Under the conventions' own keys the value
	// is read that they have after normalising, whatever it was called before.
	Resource, Span string
	// Call is one of [OwnerFacts]: what the span says in words that are known.
	Call string
	// Value is a constant.
	Value string
	// Lookup says that the text is an id, whose entry in the owner map has the value.
	Lookup bool
}

// OwnerMap has the owners of ids: of API keys, projects, inference profiles, services. It is not changed once it is in use.
type OwnerMap map[string]map[string]string

const (
	// Unattributed is the value of a field that no source knows, so that spend without an owner is seen.
	Unattributed = "unattributed"
	// MaxOwnerBytes is the length of a value in bytes: it becomes a label of metrics.
	MaxOwnerBytes = 128
)

// owners is the compiled configuration, and the owner map that holds at present.
type owners struct {
	fields       []ownerField
	resourceKeys []string
	spanKeys     map[string]int // attribute key to its place in the texts that a span has
	entries      atomic.Pointer[OwnerMap]
}

type ownerField struct {
	name, key string
	sources   []ownerSource
}

// ownerSource is a constant, or has candidates, which are tried in order.
type ownerSource struct {
	constant   string
	lookup     bool
	candidates []ownerCandidate
}

// ownerCandidate is one text that a span or its resource may have, and the key that it stands under.
type ownerCandidate struct {
	key string
	// Exactly one is set: a place in the texts of the resource or of the span, from 1, or what the call says.
	resource, span int
	call           func(*dialect.Call) string
}

// newOwners compiles the fields; nil where there are none.
func newOwners(list []Owner, profile dialect.Profile) *owners {
	if len(list) == 0 {
		return nil
	}
	o := &owners{spanKeys: map[string]int{}}
	for _, owner := range list {
		field := ownerField{name: owner.Field, key: ownerPrefix + owner.Field}
		for _, source := range owner.Sources {
			field.sources = append(field.sources, ownerSource{source.Value, source.Lookup, o.candidates(&source, profile)})
		}
		o.fields = append(o.fields, field)
	}
	o.entries.Store(&OwnerMap{})
	return o
}

// SetOwnerMap replaces the owner map. It may be called at any time; spans in work keep to either.
func (p *Processor) SetOwnerMap(m OwnerMap) {
	if p.owners != nil {
		p.owners.entries.Store(&m)
	}
}

// reads reports whether an owner is read from the attribute, which must then stay for the next processor to read.
func (o *owners) reads(key string) bool { return o != nil && o.spanKeys[key] != 0 }

// ofResource returns the texts of the resource that sources ask for, in the order of resourceKeys.
func (o *owners) ofResource(attrs pcommon.Map) []string {
	if o == nil || len(o.resourceKeys) == 0 {
		return nil
	}
	texts := make([]string, len(o.resourceKeys))
	for i, key := range o.resourceKeys {
		if v, ok := attrs.Get(key); ok {
			texts[i] = scalarText(v)
		}
	}
	return texts
}

// ownerScratch is what one span needs and the next can use again: the texts of its attributes, and the values of the fields.
type ownerScratch struct{ texts, found []string }

// forget lets go of what a batch left behind.
func (s *ownerScratch) forget() {
	clear(s.texts)
	clear(s.found)
}

// find decides all fields of one span or record before anything is written on it. What it finds holds no reference into pdata.
func (o *owners) find(attrs pcommon.Map, c *dialect.Call, from *origin, r *redact.Redactor, s *ownerScratch) {
	if o == nil {
		return
	}
	s.texts = slices.Grow(s.texts[:0], len(o.spanKeys))[:len(o.spanKeys)]
	clear(s.texts)
	for key, v := range attrs.All() {
		if at := o.spanKeys[key]; at != 0 {
			s.texts[at-1] = scalarText(v)
		}
	}
	entries := *o.entries.Load()
	read := func(candidate *ownerCandidate) string {
		text := ""
		switch {
		case candidate.resource != 0:
			text = from.owners[candidate.resource-1]
		case candidate.span != 0:
			text = s.texts[candidate.span-1]
		default:
			text = candidate.call(c)
		}
		if r != nil && text != "" {
			text, _ = r.Copied(candidate.key, text)
		}
		return strings.TrimSpace(text)
	}
	s.found = s.found[:0]
	for i := range o.fields {
		s.found = append(s.found, ownerText(o.fields[i].value(entries, read)))
	}
}

// value tries the sources in order.
func (f *ownerField) value(entries OwnerMap, read func(*ownerCandidate) string) string {
	for i := range f.sources {
		source := &f.sources[i]
		if source.constant != "" {
			return source.constant
		}
		for j := range source.candidates {
			text := read(&source.candidates[j])
			if source.lookup {
				text = entries[text][f.name]
			}
			if text != "" {
				return text
			}
		}
	}
	return Unattributed
}

// write writes what find found.
func (o *owners) write(attrs pcommon.Map, found []string) {
	for i, value := range found {
		attrs.PutStr(o.fields[i].key, value)
	}
}

// scalarText is the text of a value that can be a name.
func scalarText(v pcommon.Value) string {
	switch v.Type() {
	case pcommon.ValueTypeStr, pcommon.ValueTypeInt, pcommon.ValueTypeDouble, pcommon.ValueTypeBool:
		return v.AsString()
	default:
		return ""
	}
}

// ownerText is a text as it is written: of at most MaxOwnerBytes, without the space that a cut may leave at its end.
func ownerText(text string) string { return strings.TrimSpace(cutText(text, MaxOwnerBytes)) }

// cutText returns the beginning of a text of at most maxBytes, not cut within a character.
func cutText(text string, maxBytes int) string {
	if len(text) <= maxBytes {
		return text
	}
	end := maxBytes
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}
