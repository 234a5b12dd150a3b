package message

import (
	"encoding/base64"
	"math"
	"strconv"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// FromValue makes a tree of an attribute's value; texts stay texts, bytes become base64. ok is false where it nests deeper than [MaxDepth] or
// holds a number that JSON can't say.
func FromValue(v pcommon.Value) (n Node, ok bool) { return fromValue(v, 0) }

func fromValue(v pcommon.Value, depth int) (n Node, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		return Text(v.Str()), true
	case pcommon.ValueTypeBool:
		return Node{Type: Bool, Text: strconv.FormatBool(v.Bool())}, true
	case pcommon.ValueTypeInt:
		return Node{Type: Number, Text: strconv.FormatInt(v.Int(), 10)}, true
	case pcommon.ValueTypeDouble:
		d := v.Double()
		return Node{Type: Number, Text: strconv.FormatFloat(d, 'g', -1, 64)}, !math.IsNaN(d) && !math.IsInf(d, 0)
	case pcommon.ValueTypeBytes:
		return Text(base64.StdEncoding.EncodeToString(v.Bytes().AsRaw())), true
	case pcommon.ValueTypeSlice:
		n.Type = Array
		if depth == MaxDepth {
			return n, false
		}
		for _, item := range v.Slice().All() {
			inner, ok := fromValue(item, depth+1)
			if !ok {
				return n, false
			}
			n.Items = append(n.Items, inner)
		}
		return n, true
	case pcommon.ValueTypeMap:
		return fromMap(v.Map(), depth)
	default:
		return n, true
	}
}

func fromMap(m pcommon.Map, depth int) (n Node, ok bool) {
	n.Type = Object
	if depth == MaxDepth {
		return n, false
	}
	for key, value := range m.All() {
		inner, ok := fromValue(value, depth+1)
		if !ok {
			return n, false
		}
		n.put(key, inner)
	}
	return n, unique(n.Keys)
}

// Remove takes out of a map what [Node.Without] would leave out, and reports whether anything is left that says something.
func Remove(m pcommon.Map, paths [][]string) (says bool) {
	for _, path := range paths {
		if len(path) == 0 {
			m.Clear()
			return false
		}
		inner, ok := m.Get(path[0])
		switch {
		case !ok:
		case len(path) > 1 && inner.Type() == pcommon.ValueTypeMap && Remove(inner.Map(), [][]string{path[1:]}):
		default:
			m.Remove(path[0])
		}
	}
	n, ok := fromMap(m, 0)
	return !ok || n.says()
}
