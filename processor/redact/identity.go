package redact

import (
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// isIdentity says whether an attribute names a user or a conversation, or several. Lists are content where identity is kept.
func (r *Redactor) isIdentity(key string, v pcommon.Value) bool {
	return r.isIdentityKey(key) && (isName(v) || r.identity != KeepIdentity && isListOfNames(v))
}

// isIdentityKey says whether a key is one by the closed list or by a custom dialect.
func (r *Redactor) isIdentityKey(key string) bool {
	return isListedIdentity(key) || len(r.ownKeys) > 0 && r.ownKeys[key]
}

func isListedIdentity(key string) bool {
	if listedKeys.Whole(key)&markIdentity == 0 {
		return false
	}
	_, listed := identityKeys[key]
	return listed
}

// isIdentifierKey says whether a key is in that closed list.
func isIdentifierKey(key string) bool {
	if listedKeys.Whole(key)&markIdentifier == 0 {
		return false
	}
	_, listed := identifierKeys[key]
	return listed
}

// listedKeys passes over keys that are in none of the lists, which takes less time than looking them up; never written after.
var listedKeys = gateOfLists()

// Marks in it.
const (
	markIdentity = 1 << iota
	markIdentifier
	markUsage // by the beginning alone
)

func gateOfLists() *dialect.Gate {
	g := &dialect.Gate{}
	for key := range identityKeys {
		g.MarkKey(key, markIdentity)
	}
	for key := range identifierKeys {
		g.MarkKey(key, markIdentifier)
	}
	for _, beginning := range usageKeyBeginnings {
		g.MarkBeginning(beginning, markUsage)
	}
	for key := range usageKeys {
		g.MarkBeginning(key, markUsage)
	}
	return g
}

// isName says whether a value can be a name: maps, arrays and bytes are none.
func isName(v pcommon.Value) bool {
	switch v.Type() {
	case pcommon.ValueTypeMap, pcommon.ValueTypeSlice, pcommon.ValueTypeBytes:
		return false
	default:
		return true
	}
}

func isListOfNames(v pcommon.Value) bool {
	if v.Type() != pcommon.ValueTypeSlice {
		return false
	}
	for _, element := range v.Slice().All() {
		if !isName(element) {
			return false
		}
	}
	return true
}

// identityValue applies the policy for identity to an attribute, and counts; DropIdentity is the caller's to do.
func (r *Redactor) identityValue(v pcommon.Value, o *Outcome) {
	switch r.identity {
	case KeepIdentity:
		o.SkippedIdentityBytes += unreadBytes(v)
	case DropIdentity:
		o.Dropped++
		o.Removed++
	}
	before := o.writes
	if r.pseudonymise(v, o); o.writes != before {
		o.Changed++
	}
}

// pseudonymise puts pseudonyms in the place of the texts and numbers of an identity attribute, under PseudonymIdentity. A number gets that
// of its text; truth values stay.
func (r *Redactor) pseudonymise(v pcommon.Value, o *Outcome) {
	if r.identity != PseudonymIdentity {
		return
	}
	switch v.Type() {
	case pcommon.ValueTypeSlice:
		for _, element := range v.Slice().All() {
			r.pseudonymise(element, o)
		}
	case pcommon.ValueTypeStr, pcommon.ValueTypeInt, pcommon.ValueTypeDouble:
		text := v.AsString()
		pseudonym := r.pseudonym(text)
		if pseudonym == text {
			return
		}
		o.Pseudonymised++
		r.replace(v, pseudonym, o)
	}
}

// pseudonym returns that of a user or a conversation, the same under all keys. What stands for one already is left: another processor,
// which may have another key, was first.
func (r *Redactor) pseudonym(text string) string {
	if text == "" || r.engine.IsPlaceholder(text) {
		return text
	}
	return r.engine.Pseudonym(redaction.Identity, []byte(text))
}
