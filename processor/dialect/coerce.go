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
		d, ok := parseDecimal(v.Str())
		if !ok {
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
		if d, ok = parseDecimal(v.Str()); !ok {
			return 0, false, false
		}
	default:
		return 0, false, false
	}
	return d, exact, !math.IsNaN(d) && !math.IsInf(d, 0)
}

// parseDecimal reads a number as people and JSON write it, not Go's hexadecimal and underscored forms.
func parseDecimal(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, "xXpP_") {
		return 0, false
	}
	d, err := strconv.ParseFloat(text, 64)
	return d, err == nil
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

// Texts beyond these bounds are no list: one is made of nothing longer.
const (
	maxListBytes = 4 << 10
	maxListTexts = 64
)

// asTexts appends a list of strings, a JSON array of strings or one string to an empty list; with commas, a comma-separated list too.
func asTexts(list []string, v pcommon.Value, commas bool) (texts []string, exact, ok bool) {
	switch v.Type() {
	case pcommon.ValueTypeSlice:
		if v.Slice().Len() > maxListTexts {
			return list, false, false
		}
		for _, e := range v.Slice().All() {
			if e.Type() != pcommon.ValueTypeStr {
				return list, false, false
			}
			list = append(list, e.Str())
		}
		return list, true, len(list) > 0
	case pcommon.ValueTypeStr:
		list = split(list, v.Str(), commas)
		return list, false, len(list) > 0
	default:
		return list, false, false
	}
}

func split(list []string, text string, commas bool) []string {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" || len(text) > maxListBytes {
		return list
	}
	if strings.HasPrefix(trimmed, "[") {
		var decoded []string
		if json.Unmarshal([]byte(trimmed), &decoded) == nil {
			return append(list, decoded[:min(len(decoded), maxListTexts)]...)
		}
	}
	switch {
	case !commas:
		return append(list, text)
	case !strings.Contains(trimmed, ","):
		return append(list, trimmed)
	}
	for part := range strings.SplitSeq(trimmed, ",") {
		if part = strings.TrimSpace(part); part != "" && len(list) < maxListTexts {
			list = append(list, part)
		}
	}
	return list
}

// looksCounted tells a number that is no count from an absent one: 10.5 or "1,000" from "" or "N/A".
func looksCounted(v pcommon.Value) bool {
	switch v.Type() {
	case pcommon.ValueTypeDouble:
		return true
	case pcommon.ValueTypeStr:
		return strings.ContainsAny(v.Str(), "0123456789")
	default:
		return false
	}
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
