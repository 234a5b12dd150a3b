package dialect

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// fields reads Custom.Fields in the order of the keys, so that which of two keys of one field wins does not change from start to start.
func (b *customBuilder) fields() {
	for _, key := range slices.Sorted(maps.Keys(b.custom.Fields)) {
		at := "fields::" + key
		if !b.wholeKey(at, key) {
			continue
		}
		list, ok := b.custom.Fields[key].([]any)
		if !ok {
			b.field(at, key, b.custom.Fields[key])
			continue
		}
		if len(list) == 0 {
			b.fault(at, "at least one field is expected, found none")
		}
		for i, one := range list {
			b.field(fmt.Sprintf("%s[%d]", at, i), key, one)
		}
	}
	if len(b.dialect.Fields) > maxCustomFields {
		b.fault("fields", "at most %d fields are expected, found %d", maxCustomFields, len(b.dialect.Fields))
	}
}

// field reads the name of a field, or a map of fieldMembers.
func (b *customBuilder) field(at, key string, raw any) {
	f := FieldKey{Key: key, Shared: b.shared(key)}
	ok := false
	switch raw := raw.(type) {
	case string:
		f.Field, ok = b.fieldNamed(at, raw)
	case map[string]any:
		ok = b.members(at, raw, &f)
	default:
		b.fault(at, "the name of a field, {%s}, or a list of such is expected, found %s", strings.Join(fieldMembers, ", "), yamlType(raw))
	}
	if ok {
		b.dialect.Fields = append(b.dialect.Fields, f)
	}
}

func (b *customBuilder) fieldNamed(at, name string) (Field, bool) {
	f, ok := FieldByName(name)
	if !ok {
		b.fault(at, "one of %s is expected, found %q", strings.Join(FieldNames(), ", "), name)
	}
	return f, ok
}

var fieldMembers = []string{"field", "path", "unit", "values", "where"}

func (b *customBuilder) members(at string, members map[string]any, f *FieldKey) bool {
	before := len(b.faults)
	for _, member := range slices.Sorted(maps.Keys(members)) {
		if !slices.Contains(fieldMembers, member) {
			b.fault(at+"::"+member, "one of %s is expected, found %q", strings.Join(fieldMembers, ", "), member)
		}
	}
	name, _ := b.text(at, "field", members)
	var ok bool
	if f.Field, ok = b.fieldNamed(at+"::field", name); !ok {
		return false
	}
	if path, set := b.text(at, "path", members); set {
		f.Path = b.path(at+"::path", path)
	}
	if unit, set := b.text(at, "unit", members); set {
		b.unit(at+"::unit", unit, f)
	}
	b.values(at+"::values", members, f)
	b.where(at+"::where", members, f)
	return len(b.faults) == before
}

// text returns a member that is a text; other types are faults.
func (b *customBuilder) text(at, member string, members map[string]any) (text string, set bool) {
	raw, set := members[member]
	text, isText := raw.(string)
	if set && !isText {
		b.fault(at+"::"+member, "a text is expected, found %s", yamlType(raw))
	}
	return text, set && isText
}

func (b *customBuilder) path(at, path string) string {
	if slices.Contains(strings.Split(path, "."), "") || strings.Count(path, ".") >= maxPathDepth {
		b.fault(at, "up to %d keys and indexes between dots are expected, found %q", maxPathDepth, path)
	}
	return path
}

// customUnits are the units in which a field may come, with how many of them make one of the field's own; a timestamp is a point in time.
var customUnits = map[Field][]customUnit{
	TimeToFirstChunk:       {{"s", 1}, {"ms", 1e3}, {"us", 1e6}, {"ns", 1e9}, {unitTimestamp, 0}},
	ReportedCost:           moneyUnits,
	BilledCost:             moneyUnits,
	AudioMilliseconds:      durationUnits,
	InputAudioMilliseconds: durationUnits,
}

type customUnit struct {
	name    string
	perUnit float64
}

var (
	moneyUnits    = []customUnit{{"usd", 1}, {"cents", 1e2}, {"micro_usd", 1e6}, {"nano_usd", 1e9}}
	durationUnits = []customUnit{{"ms", 1}, {"s", 1e-3}, {"us", 1e3}, {"ns", 1e6}}
)

const unitTimestamp = "timestamp"

func (b *customBuilder) unit(at, unit string, f *FieldKey) {
	units := customUnits[f.Field]
	if units == nil {
		b.fault(at, "no unit is expected for %s, found %q", f.Field.Name(), unit)
		return
	}
	var names []string
	for _, u := range units {
		if u.name == unit {
			f.PerUnit, f.SinceStart = u.perUnit, unit == unitTimestamp
			if f.PerUnit == 1 {
				f.PerUnit = 0
			}
			return
		}
		names = append(names, u.name)
	}
	b.fault(at, "one of %s is expected, found %q", strings.Join(names, ", "), unit)
}

// values reads what texts mean: those of the conventions, or "true" and "false".
func (b *customBuilder) values(at string, members map[string]any, f *FieldKey) {
	raw, set := members["values"]
	if !set {
		return
	}
	values, isMap := raw.(map[string]any)
	switch {
	case !isMap:
		b.fault(at, "a map of texts is expected, found %s", yamlType(raw))
		return
	case f.Field.Type() != Text && f.Field.Type() != Bool:
		b.fault(at, "no values are expected for %s, which is no text, found %d", f.Field.Name(), len(values))
		return
	}
	f.Values = map[string]string{}
	for _, from := range slices.Sorted(maps.Keys(values)) {
		to, isText := values[from].(string)
		if flag, isFlag := values[from].(bool); isFlag && f.Field.Type() == Bool {
			to, isText = fmt.Sprint(flag), true
		}
		if !isText {
			b.fault(at+"::"+from, "a text is expected, found %s", yamlType(values[from]))
			continue
		}
		if f.Field.Type() == Bool && to != "true" && to != "false" {
			b.fault(at+"::"+from, "true or false is expected, found %q", to)
			continue
		}
		f.Values[foldedString(from)] = to
	}
}

// where reads the one condition that a field may have.
func (b *customBuilder) where(at string, members map[string]any, f *FieldKey) {
	raw, set := members["where"]
	if !set {
		return
	}
	condition, isMap := raw.(map[string]any)
	if !isMap || len(condition) != 1 {
		b.fault(at, "a map of one path to one text is expected, found %s", yamlType(raw))
		return
	}
	if f.Path == "" {
		b.fault(at, "a path beside it is expected, found none")
	}
	for path := range condition {
		text, _ := b.text(at, path, condition)
		f.WherePath, f.WhereValue = b.path(at, path), foldedString(text)
	}
}

// yamlType names the type of a value for whoever wrote it, without the value.
func yamlType(raw any) string {
	switch raw := raw.(type) {
	case nil:
		return "nothing"
	case string:
		return "a text"
	case bool:
		return "a boolean"
	case map[string]any:
		return fmt.Sprintf("a map of %d", len(raw))
	case []any:
		return fmt.Sprintf("a list of %d", len(raw))
	default:
		return "a number"
	}
}
