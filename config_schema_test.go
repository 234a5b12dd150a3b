package genaiprocessor

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

type schema struct {
	Properties map[string]*schema `json:"properties"`
	Items      *schema            `json:"items"`
	Enum       []string           `json:"enum"`
	Default    any                `json:"default"`
	Additional any                `json:"additionalProperties"`
	Defs       map[string]*schema `json:"$defs"`
	Ref        string             `json:"$ref"`
}

func readSchema(t *testing.T) *schema {
	t.Helper()
	text, err := os.ReadFile("config.schema.json")
	require.NoError(t, err)
	var s schema
	require.NoError(t, json.Unmarshal(text, &s))
	return &s
}

func TestSchemaHasTheKeysAndDefaultsOfTheConfig(t *testing.T) {
	t.Parallel()
	compareWithSchema(t, "genai", reflect.ValueOf(*createDefaultConfig().(*Config)), readSchema(t), true)
}

// compareWithSchema walks a config struct and its schema side by side. Elements of lists have no defaults.
func compareWithSchema(t *testing.T, path string, config reflect.Value, s *schema, defaults bool) {
	s = resolved(t, s)
	keys := map[string]bool{}
	assert.Equal(t, false, s.Additional, "%s: additionalProperties", path)
	for i := range config.NumField() {
		key := config.Type().Field(i).Tag.Get("mapstructure")
		keys[key] = true
		sub := s.Properties[key]
		if !assert.NotNil(t, sub, "%s::%s is not in the schema", path, key) {
			continue
		}
		sub = resolved(t, sub)
		field := config.Field(i)
		switch field.Kind() {
		case reflect.Struct:
			compareWithSchema(t, path+"::"+key, field, sub, defaults)
		case reflect.Map:
			if defaults {
				assert.Equal(t, map[string]any{}, sub.Default, "%s::%s: default", path, key)
			}
			compareElements(t, path+"::"+key, field.Type().Elem(), sub)
		case reflect.Slice:
			if field.Type().Elem().Kind() == reflect.Struct {
				compareWithSchema(t, path+"::"+key, reflect.Zero(field.Type().Elem()), sub.Items, false)
			}
		case reflect.Pointer:
			assert.True(t, field.IsNil(), "%s::%s has a default", path, key)
			assert.Nil(t, sub.Default, "%s::%s: default", path, key)
		default:
			if defaults {
				assert.EqualValues(t, field.Interface(), convert(sub.Default, field.Type()), "%s::%s: default", path, key)
			}
		}
	}
	for key := range s.Properties {
		assert.True(t, keys[key], "%s::%s is in the schema only", path, key)
	}
}

// resolved follows a reference within the schema: through properties, items and $defs.
func resolved(t *testing.T, s *schema) *schema {
	path, ok := strings.CutPrefix(s.Ref, "#/")
	if !ok {
		return s
	}
	s = readSchema(t)
	for steps := strings.Split(path, "/"); len(steps) > 0; steps = steps[1:] {
		switch steps[0] {
		case "items":
			s = s.Items
		case "properties":
			s, steps = s.Properties[steps[1]], steps[1:]
		case "$defs":
			s, steps = s.Defs[steps[1]], steps[1:]
		}
		require.NotNil(t, s, path)
	}
	return s
}

// compareElements compares what a map's values may be, where they are structs of their own.
func compareElements(t *testing.T, path string, element reflect.Type, s *schema) {
	text, err := json.Marshal(s.Additional)
	require.NoError(t, err)
	var sub schema
	if element.Kind() == reflect.Slice {
		element = element.Elem()
		require.NoError(t, json.Unmarshal(text, &sub))
		sub = *sub.Items
	} else if element.Kind() == reflect.Struct {
		require.NoError(t, json.Unmarshal(text, &sub))
	}
	if element.Kind() != reflect.Struct {
		return
	}
	compareWithSchema(t, path, reflect.Zero(element), &sub, false)
}

// convert brings JSON's numbers, and texts of durations, to the field's type.
func convert(v any, to reflect.Type) any {
	if text, ok := v.(string); ok && to == reflect.TypeFor[time.Duration]() {
		d, _ := time.ParseDuration(text)
		return d
	}
	if n, ok := v.(float64); ok {
		return reflect.ValueOf(n).Convert(to).Interface()
	}
	return v
}

func TestSchemaNamesEveryKindAndFieldOfCustomDialects(t *testing.T) {
	t.Parallel()
	defs := readSchema(t).Defs
	assert.Equal(t, dialect.KindNames(), defs["kind"].Enum)
	assert.Equal(t, dialect.FieldNames(), defs["fieldName"].Enum)
}

func TestSchemaNamesEveryFactOfOwners(t *testing.T) {
	t.Parallel()
	text, err := json.Marshal(readSchema(t).Properties["cost"].Properties["attribution"].Properties["owners"].Additional)
	require.NoError(t, err)
	var sources schema
	require.NoError(t, json.Unmarshal(text, &sources))
	assert.Equal(t, processor.OwnerFacts(), sources.Items.Properties["call"].Enum)
}

func TestSchemaNamesEveryDialect(t *testing.T) {
	t.Parallel()
	assert.Equal(t, dialect.Names(), readSchema(t).Properties["normalize"].Properties["disabled_dialects"].Items.Enum)
}
