package redact

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// TestFingerprintStays: a policy keeps its name over versions and machines. A name here changes only where a setting is renamed, which
// breaks what users compare.
func TestFingerprintStays(t *testing.T) {
	t.Parallel()
	yes, drop := true, redaction.DropAttribute
	for name, tc := range map[string]struct {
		words    []string
		settings []Settings
		want     string
	}{
		"nothing":     {nil, []Settings{{}}, "kbntmbrmmgmkpdgc"},
		"the default": {nil, []Settings{{Text: redaction.Settings{Packs: []string{"default"}, MaxDepth: 64}}}, "tdfqfsrgdndkjqtb"},
		"much": {[]string{"all"}, []Settings{{
			Mode: Monitor, Identity: DropIdentity, IdentityKeys: map[string]bool{"b": true, "a": true},
			Text: redaction.Settings{
				Packs: []string{"default", "eu"}, Action: redaction.Mask, Placeholder: "[{entity}]",
				Entities: map[string]redaction.EntitySettings{"PHONE": {Enabled: &yes}, "EMAIL": {Action: &drop}},
				Allow:    []redaction.Allow{{Entity: "EMAIL", Exact: "support@example.com"}, {Suffix: "@example.org"}},
			},
		}}, "ncdnkkmddntdmkht"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for range 20 { // maps have no order of their own
				require.Equal(t, tc.want, Fingerprint(tc.words, tc.settings...))
			}
		})
	}
}

// TestFingerprintTellsSettingsApart fills every field there is, one after another.
func TestFingerprintTellsSettingsApart(t *testing.T) {
	t.Parallel()
	seen := map[string]string{Fingerprint(nil): "none", Fingerprint(nil, Settings{}): "zero", Fingerprint(nil, Settings{}, Settings{}): "two"}
	add := func(what string, words []string, list ...Settings) {
		t.Helper()
		f := Fingerprint(words, list...)
		assert.Empty(t, seen[f], "%s has the name of another policy", what)
		seen[f] = what
	}
	add("a word", []string{"all"}, Settings{})
	add("words", []string{"al", "l"}, Settings{})
	filled := 0
	var fill func(path string, root *Settings, v reflect.Value)
	fill = func(path string, root *Settings, v reflect.Value) {
		if v.Kind() == reflect.Struct {
			for i := range v.NumField() {
				fill(path+"."+v.Type().Field(i).Name, root, v.Field(i))
			}
			return
		}
		for _, value := range examplesOf(t, path, v.Type()) {
			v.Set(value)
			add(path, nil, *root) // keys, too: that of pseudonyms keys the hash
			filled++
			v.SetZero()
		}
	}
	var s Settings
	fill("Settings", &s, reflect.ValueOf(&s).Elem())
	assert.Greater(t, filled, 10)
}

// examplesOf returns values of a type that are not zero, each telling of another part of it. It fails for what has no text of its own,
// such as a function.
func examplesOf(t *testing.T, path string, of reflect.Type) (list []reflect.Value) {
	switch of.Kind() {
	case reflect.String:
		list = append(list, reflect.ValueOf("x").Convert(of))
	case reflect.Bool:
		list = append(list, reflect.ValueOf(true).Convert(of))
	case reflect.Int, reflect.Int64, reflect.Uint8:
		list = append(list, reflect.ValueOf(1).Convert(of))
	case reflect.Struct:
		for i := range of.NumField() {
			for _, value := range examplesOf(t, path+"."+of.Field(i).Name, of.Field(i).Type) {
				s := reflect.New(of).Elem()
				s.Field(i).Set(value)
				list = append(list, s)
			}
		}
	case reflect.Pointer:
		list = append(list, reflect.New(of.Elem()))
		for _, value := range examplesOf(t, path, of.Elem()) {
			p := reflect.New(of.Elem())
			p.Elem().Set(value)
			list = append(list, p)
		}
	case reflect.Slice:
		for _, value := range examplesOf(t, path, of.Elem()) {
			list = append(list, reflect.Append(reflect.Zero(of), value))
		}
	case reflect.Array:
		for i := range of.Len() {
			for _, value := range examplesOf(t, path, of.Elem()) {
				array := reflect.New(of).Elem()
				array.Index(i).Set(value)
				list = append(list, array)
			}
		}
	case reflect.Map:
		for _, value := range examplesOf(t, path, of.Elem()) {
			m := reflect.MakeMap(of)
			m.SetMapIndex(reflect.ValueOf("k").Convert(of.Key()), value)
			list = append(list, m)
		}
	default:
		t.Errorf("%s is a %s, which Fingerprint can't hash", path, of)
	}
	return list
}

func TestFingerprintIsNoFinding(t *testing.T) {
	t.Parallel()
	engine, err := redaction.New(redaction.Settings{Packs: []string{"all"}})
	require.NoError(t, err)
	var tally redaction.Tally
	for i := range 2000 {
		f := Fingerprint([]string{strconv.Itoa(i)})
		_, changed := engine.Text("acme:"+f, redaction.Place{Attribute: "genai.redaction.policy"}, &tally)
		require.False(t, changed, f)
	}
}
