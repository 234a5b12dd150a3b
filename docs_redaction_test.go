package genaiprocessor

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor"
	"github.com/otel-genai/genaiprocessor/redaction"
)

const (
	redactionPage = "redaction.md"
	migrationPage = "migration-redaction.md"

	// keyOnPages stands for the key in the examples, which comes from the environment there.
	keyOnPages = "${env:GENAI_PSEUDONYM_KEY}"
	keyOfTests = "no secret, but 32 bytes and more"

	arrow     = " → "
	unchanged = "(unchanged)"
	removed   = "(removed)"
)

// pageExample is an example of configuration on a page, and the lines of what becomes of a text that follow it.
type pageExample struct {
	cfg   *Config
	lines [][2]string
}

func pageExamples(t *testing.T, name string) (list []pageExample) {
	t.Helper()
	for i, block := range strings.Split(page(t, name), "```") {
		kind, body, _ := strings.Cut(block, "\n")
		switch {
		case i%2 == 0: // text between the blocks
		case kind == "yaml":
			list = append(list, pageExample{cfg: exampleConfig(t, strings.ReplaceAll(body, keyOnPages, keyOfTests))})
		default:
			for text := range strings.Lines(body) {
				if left, right, ok := strings.Cut(strings.TrimSpace(text), arrow); ok {
					require.NotEmpty(t, list, "a configuration stands above the first result")
					of := &list[len(list)-1]
					of.lines = append(of.lines, [2]string{left, right})
				}
			}
		}
	}
	return list
}

// Each line "text → result" on the pages is what the configuration above it does.
func TestRedactionPagesShowWhatHappens(t *testing.T) {
	t.Parallel()
	for name, atLeast := range map[string]int{redactionPage: 67, migrationPage: 10} {
		lines := 0
		for _, example := range pageExamples(t, name) {
			if len(example.lines) == 0 {
				continue
			}
			lines += len(example.lines)
			p := newTestInstance(t, example.cfg).processor
			for _, line := range example.lines {
				showsWhatHappens(t, p, line[0], line[1])
			}
		}
		assert.GreaterOrEqual(t, lines, atLeast, name)
	}
}

// attributeOnPage is the left of a line that says which attribute it is.
var attributeOnPage = regexp.MustCompile(`^([a-z_.]+) = (.*)$`)

func showsWhatHappens(t *testing.T, p *processor.Processor, left, right string) {
	t.Helper()
	key, text := "input.value", left
	if m := attributeOnPage.FindStringSubmatch(left); m != nil {
		key, text = m[1], m[2]
	}
	td := ptrace.NewTraces()
	span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
	span.Attributes().PutStr("gen_ai.operation.name", "chat")
	span.Attributes().PutStr(key, text)
	td, err := p.Traces(context.Background(), td)
	require.NoError(t, err)
	got := removed
	if v, ok := td.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).Attributes().Get(key); ok {
		got = v.AsString()
	}
	want := right
	if right == unchanged {
		want = text
	}
	pattern := "^" + strings.ReplaceAll(regexp.QuoteMeta(want), "…", "[a-z0-9]+") + "$"
	assert.Regexp(t, pattern, got, "the page has %s", left)
}

// entityRow is a row of a table of entities.
var entityRow = regexp.MustCompile("(?m)^\\| (`[A-Z_`, ]+`) \\|")

func TestRedactionPageHasTheEntitiesOfEveryPack(t *testing.T) {
	t.Parallel()
	text := page(t, redactionPage)
	for _, pack := range redaction.PackNames() {
		if pack == "all" {
			continue
		}
		_, section, found := strings.Cut(text, fmt.Sprintf("\n### Pack `%s`", pack))
		require.True(t, found, "a section on the pack %s", pack)
		section, _, _ = strings.Cut(section, "\n#")
		var onPage, inPack []string
		for _, row := range entityRow.FindAllStringSubmatch(section, -1) {
			onPage = append(onPage, strings.Split(strings.Trim(row[1], "`"), "`, `")...)
		}
		for _, e := range redaction.PackEntities(pack) {
			inPack = append(inPack, e.String())
		}
		slices.Sort(onPage)
		slices.Sort(inPack)
		assert.Equal(t, inPack, onPage, pack)
	}
}

func TestRedactionPageHasEveryName(t *testing.T) {
	t.Parallel()
	text := page(t, redactionPage)
	var walk func(of reflect.Type)
	walk = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Map, reflect.Slice, reflect.Pointer:
			walk(of.Elem())
		case reflect.Struct:
			for i := range of.NumField() {
				key := of.Field(i).Tag.Get("mapstructure")
				found := strings.Contains(text, "`"+key) || strings.Contains(text, key+":")
				assert.True(t, found, "expected on the page: %s", key)
				walk(of.Field(i).Type)
			}
		}
	}
	walk(reflect.TypeFor[RedactionConfig]())
	for _, e := range redaction.Entities() {
		has(t, text, "`"+e.String()+"`")
	}
	for _, name := range append(redaction.ActionNames(), redaction.Validators()...) {
		has(t, text, "`"+name+"`")
	}
	for _, kind := range redaction.ContentKinds() {
		has(t, text, "`"+kind.String()+"`")
	}
	for _, reason := range redaction.Failures() {
		has(t, text, "| `"+reason.String()+"` |")
	}
}

var (
	linkOnPage    = regexp.MustCompile(`\]\(([^)#:]*)(?:#([^)]*))?\)`)
	headingOnPage = regexp.MustCompile(`(?m)^#+ (.*)$`)
	notInAnchor   = regexp.MustCompile(`[^\w\- ]`)
)

// The links of the pages lead somewhere: to a file, and to a heading of a page.
func TestRedactionPagesLinkToWhatIsThere(t *testing.T) {
	t.Parallel()
	for _, name := range []string{redactionPage, migrationPage} {
		for _, link := range linkOnPage.FindAllStringSubmatch(strings.ReplaceAll(page(t, name), "\n", " "), -1) {
			file := filepath.Join("docs", name)
			if link[1] != "" {
				file = filepath.Join("docs", link[1])
			}
			if link[2] == "" {
				_, err := os.Stat(file)
				assert.NoError(t, err, name)
				continue
			}
			text, err := os.ReadFile(file)
			require.NoError(t, err, name)
			var anchors []string
			for _, heading := range headingOnPage.FindAllStringSubmatch(string(text), -1) {
				anchors = append(anchors, strings.ReplaceAll(notInAnchor.ReplaceAllString(strings.ToLower(heading[1]), ""), " ", "-"))
			}
			assert.Contains(t, anchors, link[2], "%s: %s", name, file)
		}
	}
}
