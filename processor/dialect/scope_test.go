package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// acme is a vocabulary with one field that is read only where the vocabulary shows.
func acme() Dialect {
	return Dialect{
		Name:      "acme",
		Resources: []ResourceMark{{Key: "service.name", Value: "acme-gateway"}, {Key: "acme.version"}},
		Kinds:     []KindKey{{Key: "acme.kind", Values: map[string]Verdict{"call": strong(Generation)}}},
		Marks:     []string{"acme."},
		Fields: []FieldKey{
			{Key: "model", Field: RequestModel, Shared: true},
			{Key: "acme.usage", Field: InputTokens, Path: "in", WherePath: "unit", WhereValue: "tokens"},
		},
	}
}

func TestADialectShowsByItsResource(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		resource attrs
		model    string
	}{
		"the value that is wanted":         {attrs{"service.name": "acme-gateway"}, "m"},
		"any value where none is named":    {attrs{"acme.version": int64(3)}, "m"},
		"near miss: another value":         {attrs{"service.name": "acme"}, ""},
		"near miss: no such attribute":     {attrs{"service.version": "acme-gateway"}, ""},
		"near miss: no attributes":         {attrs{}, ""},
		"near miss: beginning of the name": {attrs{"service.name": "acme-gateway-2"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v, err := Compile([]Dialect{openTelemetry(), acme()}, V1_41)
			require.NoError(t, err)
			resource := pcommon.NewMap()
			require.NoError(t, resource.FromRaw(tc.resource))
			c := readWith(t, v, v.Scope("any").Within(v.Resource(resource)), attrs{"model": "m", "gen_ai.operation.name": "chat"})
			assert.Equal(t, tc.model, c.Text(RequestModel))
		})
	}
}

func TestAConditionBesideAValueHoldsWhereItIsAbsent(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		usage any
		want  bool
	}{
		"the unit":                       {`{"in":7,"unit":"TOKENS"}`, true},
		"no unit":                        {`{"in":7}`, true},
		"structured":                     {map[string]any{"in": 7, "unit": "tokens"}, true},
		"near miss: another unit":        {`{"in":7,"unit":"CHARACTERS"}`, false},
		"near miss: a unit of no text":   {`{"in":7,"unit":1}`, false},
		"near miss: not even JSON":       {`in=7`, false},
		"near miss: nothing at the path": {`{"unit":"TOKENS"}`, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v, err := Compile([]Dialect{acme()}, V1_41)
			require.NoError(t, err)
			c := readWith(t, v, Scope{}, attrs{"acme.usage": tc.usage})
			n, ok := c.Int(InputTokens)
			assert.Equal(t, tc.want, ok)
			if ok {
				assert.Equal(t, int64(7), n)
			}
		})
	}
}

func TestKeysThatThisProcessorWritesShowNoDialectOnASpanThatItHasSeen(t *testing.T) {
	t.Parallel()
	echoes := []Echo{{Key: "acme.kind", Kinds: map[Kind]string{Generation: "call"}}, {Key: "acme.cost"}, {Key: "nobody.reads.this"}}
	for name, tc := range map[string]struct {
		as    attrs
		model string
	}{
		"an emitter's own key":                       {attrs{"acme.kind": "call", "model": "m"}, "m"},
		"our own key, on its way back":               {attrs{"acme.kind": "call", "model": "m", "genai.kind": "generation"}, ""},
		"our own key below a prefix":                 {attrs{"acme.cost": 1, "model": "m", "genai.kind": "generation"}, ""},
		"near miss: another key shows the dialect":   {attrs{"acme.kind": "call", "acme.other": 1, "model": "m", "genai.kind": "generation"}, "m"},
		"near miss: only the cost has been computed": {attrs{"acme.kind": "call", "model": "m", "genai.cost.total": 1.0}, "m"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v, err := Compile([]Dialect{acme()}, V1_41, echoes...)
			require.NoError(t, err)
			c := readWith(t, v, Scope{}, tc.as)
			assert.Equal(t, Generation, c.Kind)
			assert.Equal(t, tc.model, c.Text(RequestModel))
		})
	}
}

func TestTheConventionsOwnNamesAreNoReasonForAnotherKindOnASpanThatWasSeen(t *testing.T) {
	t.Parallel()
	both := attrs{"lk.function_tool.name": "t", "gen_ai.evaluation.name": "e"}
	first := readWith(t, compiled(t), Scope{}, both)
	both["genai.kind"] = first.Kind.String()
	assert.Equal(t, first.Kind, readWith(t, compiled(t), Scope{}, both).Kind)
	assert.Equal(t, Tool, readWith(t, compiled(t), Scope{}, attrs{"gen_ai.tool.call.id": "c", "gen_ai.guardrail.name": "pii"}).Kind)
	assert.Equal(t, Guardrail, readWith(t, compiled(t), Scope{}, attrs{"gen_ai.tool.call.id": "c", "gen_ai.guardrail.name": "pii", "genai.kind": "guardrail"}).Kind)
}

func TestAKindThatThisProcessorWroteSaysNothingNew(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		as   attrs
		want Kind
	}{
		"what is written for the kind":                        {attrs{"acme.kind": "call", "genai.kind": "rerank"}, Rerank},
		"near miss: on a span that was not seen":              {attrs{"acme.kind": "call"}, Generation},
		"near miss: what is not written for the kind":         {attrs{"acme.kind": "call", "genai.kind": "tool"}, Generation},
		"near miss: a kind for which nothing is ever written": {attrs{"acme.kind": "call", "genai.kind": "plan"}, Generation},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v, err := Compile([]Dialect{acme()}, V1_41, Echo{Key: "acme.kind", Kinds: map[Kind]string{Generation: "call", Rerank: "call", Tool: "tool"}})
			require.NoError(t, err)
			assert.Equal(t, tc.want, readWith(t, v, Scope{}, tc.as).Kind)
		})
	}
}

func readWith(t *testing.T, v *Vocabulary, scope Scope, as attrs) *Call {
	t.Helper()
	span := ptrace.NewSpan()
	require.NoError(t, span.Attributes().FromRaw(as))
	c := &Call{}
	v.Span(scope, span, c)
	return c
}

func readNamed(t *testing.T, v *Vocabulary, scope, name string, as attrs) *Call {
	t.Helper()
	span := ptrace.NewSpan()
	span.SetName(name)
	require.NoError(t, span.Attributes().FromRaw(as))
	c := &Call{}
	v.Span(v.Scope(scope), span, c)
	return c
}
