package redact

import (
	"slices"
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// textKey says where an element of a slice has a text that goes on in the next: under a key, or it is a string itself.
type textKey struct {
	isPart     bool
	name, kind string
}

func textKeyOf(v pcommon.Value, list string) textKey {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		return textKey{isPart: redaction.IsPartList(list)}
	case pcommon.ValueTypeMap:
		shape := shapeOf(v.Map())
		if name := shape.TextKey(list); name != "" {
			return textKey{isPart: true, name: name, kind: shape.Type}
		}
	}
	return textKey{}
}

func shapeOf(m pcommon.Map) (s redaction.PartShape) {
	if kind, ok := m.Get("type"); ok {
		s.Typed = true
		if kind.Type() == pcommon.ValueTypeStr {
			s.Type = kind.Str()
		}
	}
	_, s.Role = m.Get("role")
	s.Text, s.Content = hasString(m, "text"), hasString(m, "content")
	return s
}

func hasString(m pcommon.Map, key string) bool {
	v, ok := m.Get(key)
	return ok && v.Type() == pcommon.ValueTypeStr
}

// partsAt returns how many elements of s from index i on are parts of one message whose texts go on in each other, and where their texts
// are; 1 where there are no such parts.
func partsAt(s pcommon.Slice, i int, list string) (int, textKey) {
	if i+1 == s.Len() {
		return 1, textKey{}
	}
	key, n := textKeyOf(s.At(i), list), 1
	for key.isPart && i+n < s.Len() && textKeyOf(s.At(i+n), list) == key {
		n++
	}
	return n, key
}

// parts redacts texts that go on in each other.
func (r *Redactor) parts(values []pcommon.Value, p redaction.Place, o *Outcome) {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = v.Str()
		o.ScannedBytes += len(texts[i])
	}
	if !r.engine.Parts(texts, p, &o.Tally) {
		return
	}
	for i, v := range values {
		if v.Str() == texts[i] {
			continue
		}
		o.writes++
		if r.enforce {
			v.SetStr(texts[i])
		}
	}
}

// walkParts redacts n elements of s from index i on that are parts of one message, and returns false if they nest too deep.
func (r *Redactor) walkParts(s pcommon.Slice, i, n int, key textKey, p redaction.Place, depth int, o *Outcome) bool {
	values, place := make([]pcommon.Value, 0, n), p
	if key.name != "" {
		place = r.engine.Below(p, key.name)
	}
	for k := i; k < i+n; k++ {
		v := s.At(k)
		if key.name != "" {
			v, _ = v.Map().Get(key.name)
		}
		values = append(values, v)
	}
	if key.name != "" && depth == r.maxDepth {
		return false
	}
	r.parts(values, place, o)
	for k := i; k < i+n && key.name != ""; k++ {
		if !r.walkMap(s.At(k).Map(), p, key.name, depth+1, o) {
			return false
		}
	}
	return true
}

// flatText is an attribute that holds the text of one part of a message: llm.input_messages.0.message.contents.1.message_content.text.
type flatText struct {
	key    string
	list   string // before the number of the part
	number int
	value  pcommon.Value
}

const (
	flatList = ".message.contents."    // OpenInference, semantic conventions as of 2026-11
	flatTail = ".message_content.text" //
)

// flatTextOf reports whether an attribute is one.
func flatTextOf(key string, v pcommon.Value) (f flatText, ok bool) {
	head, ok := strings.CutSuffix(key, flatTail)
	if !ok || v.Type() != pcommon.ValueTypeStr {
		return f, false
	}
	i := strings.LastIndex(head, flatList)
	if i < 0 {
		return f, false
	}
	number, err := strconv.Atoi(head[i+len(flatList):])
	return flatText{key: key, list: head[:i], number: number, value: v}, err == nil && number >= 0
}

// flatTexts redacts texts that are attributes of the map at the site, those that follow each other in one message as one, and calls drop for
// the keys of those to drop.
func (r *Redactor) flatTexts(texts []flatText, at Site, drop func(key string), o *Outcome) {
	slices.SortStableFunc(texts, func(a, b flatText) int {
		if order := strings.Compare(a.list, b.list); order != 0 {
			return order
		}
		return a.number - b.number
	})
	for len(texts) > 0 {
		n := 1
		for n < len(texts) && texts[n].list == texts[0].list && texts[n].number == texts[n-1].number+1 {
			n++
		}
		var values []pcommon.Value
		for _, f := range texts[:n] {
			values = append(values, f.value)
		}
		before := o.writes
		r.parts(values, redaction.Place{Attribute: texts[0].key}, o)
		if o.Tally.TakeDropAttribute() {
			for _, f := range texts[:n] {
				drop(f.key)
			}
		} else {
			o.Changed += o.writes - before
		}
		r.tell(at.of(texts[0].key), o)
		texts = texts[n:]
	}
}
