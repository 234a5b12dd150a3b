package dialect

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/pdata/pcommon"
)

// Emitters write the same thing in many types: tokens as strings, flags as "True", finish reasons as one string. The functions here
// bring a value to a field's type; exact says that it was of that type already, so that nothing need be written. What can't be brought
// to the type is as good as absent.

func asText(v pcommon.Value) (text string, exact, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		text = v.Str()
		return text, true, text != ""
	case pcommon.ValueTypeInt, pcommon.ValueTypeDouble, pcommon.ValueTypeBool:
		return v.AsString(), false, true
	default:
		return "", false, false
	}
}

func asInt(v pcommon.Value) (n int64, exact, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeInt:
		return v.Int(), true, true
	case pcommon.ValueTypeDouble:
		n, ok = wholeNumber(v.Double())
		return n, false, ok
	case pcommon.ValueTypeStr:
		n, err := strconv.ParseInt(strings.TrimSpace(v.Str()), 10, 64)
		if err == nil {
			return n, false, true
		}
		d, err := strconv.ParseFloat(strings.TrimSpace(v.Str()), 64)
		if err != nil {
			return 0, false, false
		}
		n, ok = wholeNumber(d)
		return n, false, ok
	default:
		return 0, false, false
	}
}

// wholeNumber accepts 12.0, not 12.5, and nothing beyond the integers that a double holds exactly.
func wholeNumber(d float64) (int64, bool) {
	const exactBelow = 1 << 53
	if d != math.Trunc(d) || math.Abs(d) > exactBelow {
		return 0, false
	}
	return int64(d), true
}

func asDouble(v pcommon.Value) (d float64, exact, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeDouble:
		d, exact = v.Double(), true
	case pcommon.ValueTypeInt:
		d = float64(v.Int())
	case pcommon.ValueTypeStr:
		var err error
		if d, err = strconv.ParseFloat(strings.TrimSpace(v.Str()), 64); err != nil {
			return 0, false, false
		}
	default:
		return 0, false, false
	}
	return d, exact, !math.IsNaN(d) && !math.IsInf(d, 0)
}

func asBool(v pcommon.Value) (b, exact, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeBool:
		return v.Bool(), true, true
	case pcommon.ValueTypeStr:
		b, err := strconv.ParseBool(strings.ToLower(v.Str()))
		return b, false, err == nil
	default:
		return false, false, false
	}
}

// appendTexts appends the strings of a list, of a JSON array of strings, of a comma-separated list or of one string.
func appendTexts(dst []string, v pcommon.Value) (list []string, exact, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeSlice:
		exact = true
		for _, e := range v.Slice().All() {
			if e.Type() != pcommon.ValueTypeStr {
				return dst, false, false
			}
			dst = append(dst, e.Str())
		}
		return dst, exact, len(dst) > 0
	case pcommon.ValueTypeStr:
		dst = appendSplit(dst, v.Str())
		return dst, false, len(dst) > 0
	default:
		return dst, false, false
	}
}

func appendSplit(dst []string, s string) []string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "[") {
		var list []string
		if json.Unmarshal([]byte(s), &list) == nil {
			return append(dst, list...)
		}
	}
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			dst = append(dst, part)
		}
	}
	return dst
}
