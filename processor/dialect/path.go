package dialect

import (
	"encoding/json"
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

const (
	maxPathTextBytes = 1 << 20 // JSON text beyond it is not looked into
	maxPathDepth     = 64
)

// atPath returns the value that a path leads to: keys of maps and indexes of arrays between dots. Text that holds JSON, also as a JSON
// string in a JSON string, is looked into. ok is false where the path leads nowhere.
func atPath(v pcommon.Value, path string) (found pcommon.Value, ok bool) {
	if v.Type() == pcommon.ValueTypeStr {
		if v, ok = decodeJSON(v.Str()); !ok {
			return v, false
		}
	}
	for path != "" {
		var step string
		step, path, _ = strings.Cut(path, ".")
		switch v.Type() {
		case pcommon.ValueTypeMap:
			if v, ok = v.Map().Get(step); !ok {
				return v, false
			}
		case pcommon.ValueTypeSlice:
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= v.Slice().Len() {
				return v, false
			}
			v = v.Slice().At(i)
		default:
			return v, false
		}
	}
	return v, true
}

// decodeJSON turns JSON text into a value. Whole numbers become ints; a string that is JSON text again is decoded once more. Python's
// str of a dict of numbers is read too.
func decodeJSON(text string) (pcommon.Value, bool) {
	v := pcommon.NewValueEmpty()
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "{'") && len(text) <= maxPathTextBytes && !strings.ContainsAny(text, "\"\\") {
		text = strings.NewReplacer("'", `"`, "None", "null").Replace(text)
	}
	for range 2 {
		if text == "" || len(text) > maxPathTextBytes || !strings.ContainsRune("{[\"", rune(text[0])) {
			return v, false
		}
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		var raw any
		if decoder.Decode(&raw) != nil || decoder.More() {
			return v, false
		}
		inner, isText := raw.(string)
		if !isText {
			return v, fromJSON(raw, v, 0)
		}
		text = strings.TrimSpace(inner)
	}
	return v, false
}

func fromJSON(raw any, v pcommon.Value, depth int) bool {
	if depth > maxPathDepth {
		return false
	}
	switch raw := raw.(type) {
	case nil:
	case bool:
		v.SetBool(raw)
	case string:
		v.SetStr(raw)
	case json.Number:
		if n, err := raw.Int64(); err == nil {
			v.SetInt(n)
		} else if d, err := raw.Float64(); err == nil {
			v.SetDouble(d)
		}
	case []any:
		list := v.SetEmptySlice()
		for _, e := range raw {
			if !fromJSON(e, list.AppendEmpty(), depth+1) {
				return false
			}
		}
	case map[string]any:
		m := v.SetEmptyMap()
		for key, e := range raw {
			if !fromJSON(e, m.PutEmpty(key), depth+1) {
				return false
			}
		}
	}
	return true
}
