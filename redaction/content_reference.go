package redaction

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// Source is the span or the log record that a text is from, for the address of its content.
type Source struct {
	TraceID, SpanID string // hexadecimal
}

// Fields of the template of a reference.
const (
	traceIDField   = "trace_id"
	spanIDField    = "span_id"
	kindField      = "kind"
	attributeField = "attribute"

	maxReference = 256 // bytes of a template
	maxAttribute = 128 // bytes of the key of an attribute in a reference
)

// checkReference reports what is wrong with the template of a reference, such as "s3://bucket/{trace_id}/{span_id}/{kind}". It needs the ids
// that tell the contents of two spans apart, and stands in JSON strings as it is.
func checkReference(template string) error {
	if template == "" || len(template) > maxReference {
		return fmt.Errorf("expected 1 to %d characters, found %d", maxReference, len(template))
	}
	for _, c := range []byte(template) {
		if c <= ' ' || c > '~' || c == '"' || c == '\\' {
			return errors.New(`expected printable ASCII characters other than blanks, " and \`)
		}
	}
	known := map[string]bool{}
	for rest := template; ; {
		open := strings.IndexAny(rest, "{}")
		if open < 0 {
			break
		}
		end := strings.IndexByte(rest[open:], '}')
		if end <= 0 {
			return errors.New("expected each { with its }")
		}
		name := rest[open+1 : open+end]
		switch name {
		case traceIDField, spanIDField, kindField, attributeField:
			known[name] = true
		default:
			return fmt.Errorf("expected {trace_id}, {span_id}, {kind} or {attribute}, found {%s}", name)
		}
		rest = rest[open+end+1:]
	}
	if !known[traceIDField] || !known[spanIDField] {
		return errors.New("expected {trace_id} and {span_id} in it, so that each span has an address of its own")
	}
	return nil
}

// reference fills the template of k. The key of an attribute loses what is found in it; its bytes other than letters, digits and "._~-" are
// percent-encoded.
func (e *Engine) reference(k ContentKind, attribute string, from *Source) string {
	if from == nil {
		from = &Source{}
	}
	if attribute == "" {
		attribute = "body"
	} else {
		var uncounted Tally
		attribute, _ = e.Key(attribute, Place{}, &uncounted)
	}
	return strings.NewReplacer(
		"{trace_id}", orZeros(from.TraceID, 32), "{span_id}", orZeros(from.SpanID, 16), "{kind}", k.String(),
		"{attribute}", escapeSegment(attribute),
	).Replace(e.content[k].Reference)
}

// isReference reports whether text is what a policy put in the place of content: it has the ids of the span in it, which a detector may take
// for something else.
func (e *Engine) isReference(text []byte, p *site) bool {
	if !e.refersContent || p.source == nil {
		return false
	}
	for _, k := range ContentKinds() {
		policy := &e.content[k]
		if policy.Action != ReferenceContent {
			continue
		}
		literal, _, _ := strings.Cut(policy.Reference, "{")
		if bytes.HasPrefix(text, []byte(literal)) && string(text) == e.reference(k, p.attribute, p.source) {
			return true
		}
	}
	return false
}

func orZeros(id string, size int) string {
	if id == "" {
		return strings.Repeat("0", size)
	}
	return id
}

func escapeSegment(key string) string {
	const hexDigits = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(key) {
		if b.Len() >= maxAttribute {
			break
		}
		if isLetterOrDigit(c) || strings.IndexByte("._~-", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
	}
	return b.String()
}

func isLetterOrDigit(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' }
