package dialect

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"

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

// asTexts reads a list of strings, a JSON array of strings, a comma-separated list or one string.
func asTexts(v pcommon.Value) (list []string, exact, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeSlice:
		for _, e := range v.Slice().All() {
			if e.Type() != pcommon.ValueTypeStr {
				return nil, false, false
			}
			list = append(list, e.Str())
		}
		return list, true, len(list) > 0
	case pcommon.ValueTypeStr:
		list = split(v.Str())
		return list, false, len(list) > 0
	default:
		return nil, false, false
	}
}

func split(text string) []string {
	text = strings.TrimSpace(text)
	var list []string
	if strings.HasPrefix(text, "[") && json.Unmarshal([]byte(text), &list) == nil {
		return list
	}
	list = nil
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// unquote returns the string that JSON text of a string holds.
func unquote(text string) (string, bool) {
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return "", false
	}
	var s string
	if json.Unmarshal([]byte(text), &s) != nil {
		return "", false
	}
	return s, true
}

// secondsSince reads a point in time, RFC 3339 text (once more in quotes, as some emitters write it) or milliseconds since the epoch, and
// returns the seconds from start to it; none before start.
func secondsSince(start time.Time, v pcommon.Value) (float64, bool) {
	if start.IsZero() {
		return 0, false
	}
	var at time.Time
	switch v.Type() {
	case pcommon.ValueTypeStr:
		text := v.Str()
		if inner, ok := unquote(text); ok {
			text = inner
		}
		var err error
		if at, err = time.Parse(time.RFC3339Nano, text); err != nil {
			return 0, false
		}
	case pcommon.ValueTypeInt:
		at = time.UnixMilli(v.Int())
	default:
		return 0, false
	}
	seconds := at.Sub(start).Seconds()
	return seconds, seconds >= 0
}
