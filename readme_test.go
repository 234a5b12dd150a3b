package genaiprocessor

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/confmap"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/redaction"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	return string(text)
}

func TestReadmeHasEveryConfigurationKeyAndDefault(t *testing.T) {
	t.Parallel()
	text := readme(t)
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		for i := range v.NumField() {
			key := path + v.Type().Field(i).Tag.Get("mapstructure")
			field := v.Field(i)
			switch field.Kind() {
			case reflect.Struct:
				walk(key+"::", field)
			case reflect.Map:
				has(t, text, "| `"+key+"` | `{}` |")
			case reflect.String: // the text of a secret, too
				has(t, text, "| `"+key+"` | `"+field.String()+"` |")
			case reflect.Pointer:
				assert.True(t, field.IsNil(), "%s has a default", key)
				has(t, text, "| `"+key+"` | `` |")
			case reflect.Slice:
				has(t, text, fmt.Sprintf("| `%s` | `%v` |", key, field.Interface()))
			default:
				has(t, text, fmt.Sprintf("| `%s` | `%v` |", key, field.Interface()))
			}
		}
	}
	walk("", reflect.ValueOf(*createDefaultConfig().(*Config)))
}

func TestReadmeHasEveryAttributeOfOurOwn(t *testing.T) {
	t.Parallel()
	text := readme(t)
	file, err := parser.ParseFile(token.NewFileSet(), "processor/attributes.go", nil, 0)
	require.NoError(t, err)
	found := 0
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		key, err := strconv.Unquote(lit.Value)
		require.NoError(t, err)
		if strings.HasPrefix(key, "genai.") && !strings.HasSuffix(key, ".") {
			found++
			has(t, text, "`"+key+"`")
		}
		return true
	})
	assert.Greater(t, found, 15)
}

func TestReadmeHasEveryEntityDialectAndReason(t *testing.T) {
	t.Parallel()
	text := readme(t)
	for _, entity := range redaction.PackEntities("default") {
		has(t, text, "`"+entity.String()+"`")
	}
	for _, name := range dialect.Names() {
		has(t, text, "| `"+name+"` |")
	}
	for _, reason := range []costcalc.Reason{
		costcalc.ReasonNoModel, costcalc.ReasonNoUsage, costcalc.ReasonUnknownModel, costcalc.ReasonAmbiguousProvider, costcalc.ReasonFineTune,
		costcalc.ReasonSelfHosted, costcalc.ReasonUnitUnpriced, costcalc.ReasonInvalidUsage,
	} {
		has(t, text, "`"+string(reason)+"`")
	}
}

func TestReadmeNamesThePriceTable(t *testing.T) {
	t.Parallel()
	table, err := costcalc.Default()
	require.NoError(t, err)
	has(t, readme(t), "`"+table.Source().Name+"` "+table.Source().Version)
}

func TestReadmeConfigurationLoads(t *testing.T) {
	t.Parallel()
	for _, block := range strings.Split(readme(t), "```yaml\n")[1:] {
		yaml, _, _ := strings.Cut(block, "```")
		raw, err := confmap.NewRetrievedFromYAML([]byte(yaml))
		require.NoError(t, err)
		conf, err := raw.AsConf()
		require.NoError(t, err)
		if !conf.IsSet("processors::genai") {
			continue
		}
		sub, err := conf.Sub("processors::genai")
		require.NoError(t, err)
		cfg := createDefaultConfig()
		require.NoError(t, sub.Unmarshal(cfg))
		require.NoError(t, confmap.Validate(cfg))
	}
}
