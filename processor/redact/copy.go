package redact

import "github.com/otel-genai/genaiprocessor/redaction"

// Copied returns what redaction leaves of a text that stands under the key of an attribute, for whoever writes the text under another key as
// well: what is found by the one key must not be told by the other. ok is false where the attribute is to be removed. In monitor mode
// everything is left. Nothing is counted, since a copy is made anew each time that a span passes.
func (r *Redactor) Copied(key, text string) (left string, ok bool) {
	if !r.enforce {
		return text, true
	}
	if r.isIdentityKey(key) {
		switch r.identity {
		case DropIdentity:
			return "", false
		case PseudonymIdentity:
			return r.pseudonym(text), true
		}
	}
	if kind, _ := contentMatcher.kind(key); r.replacesContent && (kind != noKind || r.contentKeys[key] != noKind) {
		return "", false // whatever of it stays
	}
	identifier := isIdentifierKey(key)
	var uncounted redaction.Tally
	left, _ = r.engine.Text(text, redaction.Place{Attribute: key, Identifier: identifier}, &uncounted)
	return left, !uncounted.TakeDropAttribute()
}
