package genaiprocessor

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor"
)

// example is a span of a golden case before and after the default configuration.
type example struct {
	golden string // <dialect>/<case>
	before []shownAttribute
	after  map[string]string
	added  []shownAttribute
	priced bool
}

type shownAttribute struct{ key, value string }

func (a shownAttribute) String() string { return a.key + " = " + a.value }

// examples finds spans among the golden cases.
type examples struct {
	standard, full *processor.Processor // by default, and telling the dialect
}

func newExamples(t *testing.T) *examples {
	cfg := createDefaultConfig().(*Config)
	standard := newTestInstance(t, cfg).processor
	cfg.Detail = detailFull
	return &examples{standard, newTestInstance(t, cfg).processor}
}

// of returns the span that shows a dialect best: one that is priced before others, then the one with about as many attributes as can be
// taken in at once.
func (x *examples) of(t *testing.T, name string) *example {
	inputs, err := filepath.Glob(filepath.Join("testdata", "golden", name, "*", "in.json"))
	require.NoError(t, err)
	var best *example
	for _, input := range inputs {
		dir := filepath.Dir(input)
		for _, e := range x.in(t, dir, name) {
			e.golden = name + "/" + filepath.Base(dir)
			if best == nil || better(&e, best) {
				best = &e
			}
		}
	}
	return best
}

func better(a, b *example) bool {
	if a.priced != b.priced {
		return a.priced
	}
	return farFromReadable(a) < farFromReadable(b)
}

func farFromReadable(e *example) int {
	const readable = 9
	return max(len(e.before)-readable, readable-len(e.before))
}

// in processes a golden case's input twice: to learn which spans are of the dialect, and as everyone has it.
func (x *examples) in(t *testing.T, dir, name string) []example {
	in, err := os.ReadFile(filepath.Join(dir, "in.json"))
	require.NoError(t, err)
	before := spansOf(t, nil, in)
	classified := spansOf(t, x.full, in)
	after := spansOf(t, x.standard, in)
	var list []example
	for i := range before {
		d, ok := classified[i].Attributes().Get("genai.dialect")
		if !ok || d.Str() != name {
			continue
		}
		e := example{before: attributesOf(before[i].Attributes()), after: map[string]string{}}
		for _, attr := range attributesOf(after[i].Attributes()) {
			e.after[attr.key] = attr.value
			if !slices.ContainsFunc(e.before, func(a shownAttribute) bool { return a.key == attr.key }) {
				e.added = append(e.added, attr)
			}
		}
		_, e.priced = after[i].Attributes().Get("genai.cost.total")
		list = append(list, e)
	}
	return list
}

// spansOf returns the spans of an export request in order, processed where there is a processor.
func spansOf(t *testing.T, p *processor.Processor, in []byte) []ptrace.Span {
	var unmarshaler ptrace.JSONUnmarshaler
	td, err := unmarshaler.UnmarshalTraces(in)
	require.NoError(t, err)
	if p != nil {
		td, err = p.Traces(context.Background(), td)
		require.NoError(t, err)
	}
	var spans []ptrace.Span
	for _, rs := range td.ResourceSpans().All() {
		for _, ss := range rs.ScopeSpans().All() {
			for _, span := range ss.Spans().All() {
				spans = append(spans, span)
			}
		}
	}
	return spans
}

// attributesOf returns the attributes as text, long values cut.
func attributesOf(m pcommon.Map) []shownAttribute {
	const maxRunes = 90
	var list []shownAttribute
	for key, value := range m.All() {
		text := []rune(value.AsString())
		if len(text) > maxRunes {
			text = append(text[:maxRunes], '…')
		}
		list = append(list, shownAttribute{key, string(text)})
	}
	return list
}
