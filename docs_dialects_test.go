package genaiprocessor

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// TestDialectsPage writes docs/dialects.md out of the dialects' tables and golden cases, and fails where the page is another.
func TestDialectsPage(t *testing.T) {
	t.Parallel()
	var page strings.Builder
	page.WriteString(dialectsIntroduction)
	for _, d := range dialect.All() {
		fmt.Fprintf(&page, "| [`%s`](#%s) | %s |\n", d.Name, d.Name, d.Source)
	}
	x := newExamples(t)
	for _, d := range dialect.All() {
		writeDialect(&page, &d)
		writeExample(t, &page, d.Name, x.of(t, d.Name))
	}
	path := filepath.Join("docs", "dialects.md")
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(page.String()), 0o644))
	}
	there, err := os.ReadFile(path)
	require.NoError(t, err)
	if string(there) != page.String() { // the page is too long to be shown
		t.Error(path + " is not what the tables say: run `go test . -run TestDialectsPage -update`")
	}
}

const dialectsIntroduction = `# What is read of each dialect, and into what

This page is written out of the tables that the processor reads by: ` + "`go test . -run TestDialectsPage -update`" + ` renews it. Attributes go into those
of the conventions v1.41, unless it says *latest*, which stands for ` + "`normalize::semconv: latest`" + `, or *read*: such a value has no name there, but
counts for the kind, the cost or ` + "`normalize::emit`" + `. A key that ends in a dot stands for all below it. Keys in (parentheses) are read only where another
key, the scope or the resource shows the dialect, because others use them too. Where several keys give the same, the conventions' own name
wins, then the earlier dialect of this list, then the earlier key.

The kind is decided by an instrumentation's own kind attribute, else by ` + "`gen_ai.operation.name`" + `, else by its own operation or type, else by the
presence of a key, else by a model that has messages, usage or a client span to show for it. What only says that something is contained
(a chain, a task, unknown) holds where nothing else says more. A dialect that is missing here can be told [in YAML](custom-dialects.md).

| dialect | read from |
|---|---|
`

func writeDialect(page *strings.Builder, d *dialect.Dialect) {
	fmt.Fprintf(page, "\n## %s\n\n", d.Name)
	line(page, "Shows by", slices.Concat(
		labelled("scope ", d.ExactScopes), labelled("scopes that begin with ", d.Scopes), resources(d), labelled("", d.Marks)))
	writeKinds(page, d)
	rows, asTheyAre := fieldRows(d)
	writeRows(page, "attribute", rows)
	line(page, "Read as they are", asTheyAre)
	writeRows(page, "content", contentRows(d))
	var events []string
	for _, e := range d.Events {
		events = append(events, "`"+e.Name+"`")
	}
	line(page, "Events, on spans or as log records", events)
	line(page, "Looked into by code", slices.Concat(labelled("", d.OddKeys), parenthesised(d.SharedOddKeys)))
}

// line writes a list behind a label, where there is one.
func line(page *strings.Builder, label string, items []string) {
	if len(items) > 0 {
		fmt.Fprintf(page, "**%s:** %s.\n\n", label, strings.Join(items, ", "))
	}
}

func labelled(label string, keys []string) []string {
	var items []string
	for _, key := range keys {
		items = append(items, label+"`"+key+"`")
	}
	return items
}

func parenthesised(keys []string) []string {
	var items []string
	for _, item := range labelled("", keys) {
		items = append(items, inParentheses(item, true))
	}
	return items
}

func resources(d *dialect.Dialect) []string {
	var items []string
	for _, r := range d.Resources {
		items = append(items, fmt.Sprintf("resource `%s = %s`", r.Key, cmp.Or(r.Value, "…")))
	}
	return items
}

func writeKinds(page *strings.Builder, d *dialect.Dialect) {
	var items []string
	for _, k := range d.Kinds {
		label := inParentheses("`"+k.Key+"`", k.Shared)
		if k.Suffix {
			label += " by its end"
		}
		items = append(items, label+": "+kindsOf(maps.Keys(k.Values), func(value string) dialect.Verdict { return k.Values[value] }))
	}
	if len(d.Operations) > 0 {
		items = append(items, "`gen_ai.operation.name`: "+kindsOf(maps.Keys(d.Operations), func(name string) dialect.Verdict { return d.Operations[name].Verdict }))
	}
	if len(d.Names) > 0 {
		verdicts := map[string]dialect.Verdict{}
		for _, n := range d.Names {
			verdicts[n.Prefix] = n.Verdict
		}
		items = append(items, "the beginning of the span's name: "+kindsOf(maps.Keys(verdicts), func(prefix string) dialect.Verdict { return verdicts[prefix] }))
	}
	if len(d.Structure) > 0 {
		verdicts := map[string]dialect.Verdict{}
		for _, s := range d.Structure {
			verdicts[s.Key] = s.Verdict
		}
		items = append(items, "the presence of a key: "+kindsOf(maps.Keys(verdicts), func(key string) dialect.Verdict { return verdicts[key] }))
	}
	for _, item := range items {
		fmt.Fprintf(page, "- kind by %s\n", item)
	}
	if len(items) > 0 {
		page.WriteString("\n")
	}
}

// kindsOf groups values by the kind that they mean.
func kindsOf(values func(yield func(string) bool), verdict func(string) dialect.Verdict) string {
	groups := map[dialect.Kind][]string{}
	for _, value := range slices.Sorted(values) {
		kind := verdict(value).Kind
		groups[kind] = append(groups[kind], "`"+value+"`")
	}
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(groups)) {
		parts = append(parts, strings.Join(groups[kind], " ")+" → "+cmp.Or(kind.String(), "nothing"))
	}
	return strings.Join(parts, "; ")
}

func inParentheses(text string, shared bool) string {
	if shared {
		return "(" + text + ")"
	}
	return text
}

// row is what goes into one place, and the keys from which.
type row struct {
	into string
	from []string
}

func writeRows(page *strings.Builder, label string, rows []row) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(page, "| %s | from |\n|---|---|\n", label)
	for _, r := range rows {
		fmt.Fprintf(page, "| %s | %s |\n", r.into, strings.Join(r.from, ", "))
	}
	page.WriteString("\n")
}

// fieldRows returns what is renamed, and the conventions' own attributes among what is read.
func fieldRows(d *dialect.Dialect) (rows []row, asTheyAre []string) {
	for i := range dialect.NumFields {
		r := row{into: fieldTarget(dialect.Field(i))}
		for _, f := range d.Fields {
			switch {
			case f.Field != dialect.Field(i):
			case f.Key == f.Field.Key(dialect.V1_41):
				asTheyAre = append(asTheyAre, fieldSource(&f))
			default:
				r.from = append(r.from, fieldSource(&f))
			}
		}
		if r.from != nil {
			rows = append(rows, r)
		}
	}
	return rows, asTheyAre
}

func fieldTarget(f dialect.Field) string {
	if key := f.Key(dialect.V1_41); key != "" {
		return "`" + key + "`"
	}
	if key := f.Key(dialect.Latest); key != "" {
		return "`" + key + "` (*latest*)"
	}
	return "*read:* " + strings.ReplaceAll(f.Name(), "_", " ")
}

func fieldSource(f *dialect.FieldKey) string {
	text := "`" + f.Key + "`"
	if f.Path != "" {
		text += " at `" + f.Path + "`"
	}
	if f.SinceStart {
		text += " since the span's start"
	}
	if f.PerUnit != 0 {
		text += " ÷ " + strconv.FormatFloat(f.PerUnit, 'g', -1, 64)
	}
	return inParentheses(text, f.Shared)
}

func contentRows(d *dialect.Dialect) []row {
	var rows []row
	for slot := dialect.InputMessages; slot < dialect.NumSlots; slot++ {
		r := row{into: "`" + slot.Key() + "`"}
		for _, c := range d.Contents {
			if c.Slot == slot {
				r.from = append(r.from, inParentheses("`"+c.Key+"`", c.Shared))
			}
		}
		if r.from != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

func writeExample(t *testing.T, page *strings.Builder, name string, best *example) {
	require.NotNil(t, best, "%s: no golden case has a span of it", name)
	fmt.Fprintf(page, "A span before and after, by default ([%s](../testdata/golden/%s)):\n\n```diff\n", best.golden, best.golden)
	for _, attr := range best.before {
		after, changed := best.after[attr.key], "  "
		if after != attr.value {
			changed = "- "
		}
		fmt.Fprintf(page, "%s%s\n", changed, attr)
		if after != attr.value && after != "" {
			fmt.Fprintf(page, "+ %s\n", shownAttribute{attr.key, after})
		}
	}
	for _, attr := range best.added {
		fmt.Fprintf(page, "+ %s\n", attr)
	}
	page.WriteString("```\n")
}
