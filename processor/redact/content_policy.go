package redact

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/redaction"
)

// contentWalk applies the policies for content to the attributes of one span, event or log record, or to a body, in one of two passes: before
// anything is looked through it replaces what a policy drops, hashes or refers to; after, it cuts what is left.
type contentWalk struct {
	*Redactor
	cuts   bool
	event  redaction.ContentKind // of what stands in a message event under a key that says nothing itself
	source *redaction.Source
	groups map[string]redaction.ContentKind // of flattened messages with a kind of their own, by the beginning of their keys
	o      *Outcome
}

// ContentKeysOf are the keys under which custom dialects have content, with its kinds; nil where there are none.
func ContentKeysOf(dialects []dialect.Dialect) map[string]redaction.ContentKind {
	var keys map[string]redaction.ContentKind
	for _, d := range dialects {
		for i := range d.Contents {
			c := &d.Contents[i]
			if _, found := keys[c.Key]; found || slotKinds[c.Slot] == noKind {
				continue
			}
			if keys == nil {
				keys = map[string]redaction.ContentKind{}
			}
			keys[c.Key] = slotKinds[c.Slot]
		}
	}
	return keys
}

var slotKinds = [dialect.NumSlots]redaction.ContentKind{
	dialect.InputMessages: input, dialect.OutputMessages: output, dialect.SystemInstructions: system, dialect.ToolDefinitions: tools,
	dialect.ToolArguments: tools, dialect.ToolResult: tools, dialect.RetrievalQuery: input, dialect.RetrievalDocuments: documents,
}

// contentPass makes one pass over m, the attributes at a site.
func (r *Redactor) contentPass(m pcommon.Map, at Site, cuts bool, from *redaction.Source, o *Outcome) {
	if cuts && !r.cutsContent || !cuts && !r.replacesContent {
		return
	}
	w := contentWalk{Redactor: r, cuts: cuts, event: contentEvents[at.Event].kind, source: from, o: o}
	w.findGroups(m)
	m.RemoveIf(func(key string, v pcommon.Value) bool {
		remove := w.entry(key, v, 0)
		if remove {
			o.Removed++
		}
		r.tell(at.of(key), o)
		return remove
	})
}

// bodyPass makes one pass over the body of a log record with the event name event.
func (r *Redactor) bodyPass(body pcommon.Value, event string, cuts bool, from *redaction.Source, o *Outcome) {
	if cuts && !r.cutsContent || !cuts && !r.replacesContent || body.Type() == pcommon.ValueTypeEmpty {
		return
	}
	w := contentWalk{Redactor: r, cuts: cuts, event: contentEvents[event].kind, source: from, o: o}
	if w.event == noKind {
		w.within(body, 0)
		return
	}
	if w.content(body, w.event, w.place("")) {
		pcommon.NewValueEmpty().MoveTo(body)
	}
}

// eventName is the name of the event that a log record is; "" where nothing asks for it.
func (r *Redactor) eventName(lr plog.LogRecord) string {
	if name := lr.EventName(); name != "" || !r.replacesContent && !r.cutsContent {
		return name
	}
	if v, ok := lr.Attributes().Get("event.name"); ok && v.Type() == pcommon.ValueTypeStr {
		return v.Str()
	}
	return ""
}

func (w *contentWalk) place(attribute string) redaction.Place {
	return redaction.Place{Attribute: attribute, Source: w.source}
}

// entry applies the policy to one attribute, or to the entry of a map that is no content itself, and reports whether to remove it.
func (w *contentWalk) entry(key string, v pcommon.Value, depth int) (remove bool) {
	kind := w.kindOf(key, v)
	if depth > 0 && genericBodyKey(key) {
		kind = noKind
	}
	if kind == noKind {
		w.within(v, depth)
		return false
	}
	return w.content(v, kind, w.place(key))
}

// within looks for content-bearing keys in a map or an array that is no content itself.
func (w *contentWalk) within(v pcommon.Value, depth int) {
	if depth > maxContentDepth {
		return
	}
	switch v.Type() {
	case pcommon.ValueTypeMap:
		v.Map().RemoveIf(func(key string, child pcommon.Value) bool { return w.entry(key, child, depth+1) })
	case pcommon.ValueTypeSlice:
		for _, child := range v.Slice().All() {
			w.within(child, depth+1)
		}
	}
}

// content applies the policy of a kind to all of v, and reports whether to remove it.
func (w *contentWalk) content(v pcommon.Value, kind redaction.ContentKind, p redaction.Place) (remove bool) {
	action := w.engine.ContentAction(kind)
	if w.cuts || kind == mixed || action < redaction.ReferenceContent {
		w.value(v, kind, p, 0)
		isDropped := !w.cuts && v.Type() == pcommon.ValueTypeStr && v.Str() == ""
		return isDropped && action == redaction.DropContent // messages of both sides that are no JSON
	}
	if action == redaction.DropContent {
		w.o.Tally.CountContent(kind)
		return true
	}
	if out, changed := w.engine.ReplaceContent(v.AsString(), kind, p, &w.o.Tally); changed {
		v.SetStr(out)
	}
	return false
}

// kindOf returns the kind of what stands under a key; noKind for labels, counts, and what is no content.
func (w *contentWalk) kindOf(key string, v pcommon.Value) redaction.ContentKind {
	kind, byWords := w.contentKeys[key], false
	if kind == noKind {
		kind, byWords = contentMatcher.kind(key)
	}
	isBare := !strings.Contains(key, ".")
	switch {
	case byWords && !holdsText(v), isNumber(v) && isUsageKey(key):
		return noKind
	case w.event != noKind && kind == mixed:
		kind = w.event
	case kind == noKind && w.event != noKind && isBare && holdsText(v):
		if kind = redaction.MemberKind(w.event, key); redaction.IsLabel(kind, key, textSize(v)) {
			return noKind
		}
	}
	if kind == noKind {
		return noKind
	}
	group, path := flatGroup(key)
	if group == "" {
		return kind
	}
	if own, found := w.groups[group]; found {
		kind = own
	}
	for segment := range strings.SplitSeq(path, ".") {
		kind = redaction.MemberKind(kind, segment)
	}
	if redaction.IsLabel(kind, path[strings.LastIndexByte(path, '.')+1:], textSize(v)) {
		return noKind
	}
	return kind
}

// findGroups fills w.groups with the roles of flattened messages, as in "gen_ai.prompt.0.role".
func (w *contentWalk) findGroups(m pcommon.Map) {
	for key, v := range m.All() {
		group, path := flatGroup(key)
		if group == "" || v.Type() != pcommon.ValueTypeStr || path != "role" && path != "message.role" {
			continue
		}
		kind, _ := contentMatcher.kind(key)
		if own := w.engine.MessageKind(kind, v.Str(), "", w.cuts); own != kind {
			if w.groups == nil {
				w.groups = map[string]redaction.ContentKind{}
			}
			w.groups[group] = own
		}
	}
}

// flatGroup divides the key of a flattened message behind its first index: "llm.input_messages.0." and "message.role". The group is "" where
// the key has no index.
func flatGroup(key string) (group, path string) {
	for i := 1; i < len(key); i++ {
		if key[i-1] != '.' || !isASCIIDigit(key[i]) {
			continue
		}
		end := i
		for end < len(key) && isASCIIDigit(key[end]) {
			end++
		}
		if end < len(key) && key[end] == '.' {
			return key[:end+1], key[end+1:]
		}
	}
	return "", key
}

// textSize is the length of a text, 0 of a number or a truth value, and more than any label has of anything else.
func textSize(v pcommon.Value) int {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		return len(v.Str())
	case pcommon.ValueTypeInt, pcommon.ValueTypeDouble, pcommon.ValueTypeBool, pcommon.ValueTypeEmpty:
		return 0
	}
	return 1 << 20
}
