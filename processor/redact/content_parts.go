package redact

import (
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// value goes through content of a kind that stays as a whole: into its messages and parts, as [redaction.Engine.ReplaceContentParts] and
// [redaction.Engine.Truncate] do in JSON. depth counts the maps and arrays around v; what nests too deep is replaced when it is looked
// through.
func (w *contentWalk) value(v pcommon.Value, kind redaction.ContentKind, p redaction.Place, depth int) {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		if out, changed := w.text(v.Str(), kind, p); changed {
			v.SetStr(out)
		}
	case pcommon.ValueTypeBytes:
		if raw := v.Bytes().AsRaw(); isText(raw) {
			if out, changed := w.text(string(raw), kind, p); changed {
				v.SetEmptyBytes().FromRaw([]byte(out))
			}
		}
	case pcommon.ValueTypeSlice:
		for i := 0; i < v.Slice().Len() && depth < w.maxDepth; i++ {
			w.value(v.Slice().At(i), kind, p, depth+1)
		}
	case pcommon.ValueTypeMap:
		if depth < w.maxDepth {
			w.parts(v.Map(), kind, p, depth+1)
		}
	}
}

func (w *contentWalk) text(text string, kind redaction.ContentKind, p redaction.Place) (string, bool) {
	if w.cuts {
		return w.engine.Truncate(text, kind, p, &w.o.Tally)
	}
	return w.engine.ReplaceContentParts(text, kind, p, &w.o.Tally)
}

// parts goes through a map: a message, a part, the body of a request.
func (w *contentWalk) parts(m pcommon.Map, outer redaction.ContentKind, p redaction.Place, depth int) {
	kind := w.messageKind(m, outer)
	for key, v := range m.All() {
		isText := v.Type() == pcommon.ValueTypeStr
		switch of := redaction.MemberKind(kind, key); {
		case redaction.IsLabel(kind, key, textSize(v)):
		case kind == redaction.MediaContent && isText && redaction.IsMedia(key, v.Str()), kind == redaction.MediaContent && isMediaBytes(v):
			w.replacePart(v, kind, p)
		case kind == redaction.MediaContent && isText:
			w.value(v, outer, w.engine.Below(p, key), depth)
		case !w.cuts && of != mixed && of != redaction.MediaContent && w.engine.ContentAction(of) >= redaction.ReferenceContent:
			w.replacePart(v, of, p)
		default:
			w.value(v, of, w.engine.Below(p, key), depth)
		}
	}
}

// isMediaBytes reports whether v, in a part that is a picture or alike, is its bytes.
func isMediaBytes(v pcommon.Value) bool {
	return v.Type() == pcommon.ValueTypeBytes && v.Bytes().Len() > 0
}

// messageKind returns the kind of a map in content of kind outer.
func (w *contentWalk) messageKind(m pcommon.Map, outer redaction.ContentKind) redaction.ContentKind {
	role, typ := "", ""
	for key, v := range m.All() {
		if v.Type() != pcommon.ValueTypeStr {
			continue
		}
		switch isRole, isType := redaction.TellsKind(key, len(v.Str())); {
		case isRole:
			role = v.Str()
		case isType:
			typ = v.Str()
		}
	}
	return w.engine.MessageKind(outer, role, typ, w.cuts)
}

// replacePart puts what the policy of a kind says in the place of v. What is dropped leaves an empty value of its type.
func (w *contentWalk) replacePart(v pcommon.Value, kind redaction.ContentKind, p redaction.Place) {
	if isEmpty(v) {
		return
	}
	if w.engine.ContentAction(kind) == redaction.DropContent {
		w.dropPart(v, kind, p)
		return
	}
	if out, changed := w.engine.ReplaceContent(v.AsString(), kind, p, &w.o.Tally); changed {
		v.SetStr(out)
	}
}

func (w *contentWalk) dropPart(v pcommon.Value, kind redaction.ContentKind, p redaction.Place) {
	switch {
	case kind == redaction.MediaContent:
		var uncounted redaction.Tally
		placeholder, _ := w.engine.Media(nil, p, &uncounted)
		if v.Type() == pcommon.ValueTypeStr && v.Str() == placeholder {
			return
		}
		v.SetStr(placeholder)
	case v.Type() == pcommon.ValueTypeStr:
		v.SetStr("")
	case v.Type() == pcommon.ValueTypeBytes:
		v.SetEmptyBytes()
	case v.Type() == pcommon.ValueTypeSlice:
		v.SetEmptySlice()
	case v.Type() == pcommon.ValueTypeMap:
		v.SetEmptyMap()
	default:
		pcommon.NewValueEmpty().MoveTo(v)
	}
	w.o.Tally.CountContent(kind)
}

func isEmpty(v pcommon.Value) bool {
	switch v.Type() {
	case pcommon.ValueTypeEmpty:
		return true
	case pcommon.ValueTypeStr:
		return v.Str() == ""
	case pcommon.ValueTypeBytes:
		return v.Bytes().Len() == 0
	case pcommon.ValueTypeSlice:
		return v.Slice().Len() == 0
	case pcommon.ValueTypeMap:
		return v.Map().Len() == 0
	}
	return false
}
