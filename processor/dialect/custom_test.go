package dialect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// shop is a valid dialect of a user's own that uses every part.
func shop() Custom {
	return Custom{
		Recognise: CustomRecognise{Scopes: []string{"shop-sdk"}, Resource: map[string]string{"service.name": "shop"}, Keys: []string{"shop."}},
		Kind: CustomKind{
			Key:       "shop.type",
			Values:    map[string]string{"LLM": "generation", "action": "tool"},
			SpanNames: map[string]string{"checkout ": "workflow"},
		},
		Operations: map[string]string{"Ask": "generation"},
		Fields: map[string]any{
			"shop.model": "request_model",
			"shop.ttft":  map[string]any{"field": "time_to_first_chunk", "unit": "ms"},
			"shop.state": map[string]any{"field": "failed", "values": map[string]any{"Broken": true, "fine": "false"}},
			"shop.usage": []any{
				map[string]any{"field": "input_tokens", "path": "in", "where": map[string]any{"unit": "TOKENS"}},
				map[string]any{"field": "output_tokens", "path": "out"},
			},
			"customer": "user_id",
		},
		Content: map[string]string{"shop.prompt": "input", "answer": "output"},
	}
}

func compiledWith(t *testing.T, name string, c Custom) *Vocabulary {
	t.Helper()
	d, err := NewCustom(name, c)
	require.NoError(t, err)
	v, err := Compile(append([]Dialect{d}, All()...), V1_41)
	require.NoError(t, err)
	return v
}

func TestACustomDialectIsRead(t *testing.T) {
	t.Parallel()
	v := compiledWith(t, "shop", shop())
	c := readWith(t, v, Scope{}, attrs{
		"shop.type": "llm", "shop.model": "m", "shop.ttft": 250, "shop.state": "BROKEN", "shop.usage": `{"in":7,"out":3,"unit":"tokens"}`, "customer": "u-1",
	})
	assert.Equal(t, Generation, c.Kind)
	assert.Equal(t, "shop", c.Dialect)
	assert.Equal(t, "shop.type", c.Rule)
	assert.Equal(t, "chat", c.Text(Operation))
	assert.Equal(t, "m", c.Text(RequestModel))
	assert.Equal(t, "u-1", c.Text(UserID))
	assert.True(t, c.Failed)
	seconds, _ := c.Double(TimeToFirstChunk)
	assert.Equal(t, 0.25, seconds)
	input, _ := c.Int(InputTokens)
	output, _ := c.Int(OutputTokens)
	assert.Equal(t, [2]int64{7, 3}, [2]int64{input, output})
}

func TestWhereACustomDialectIsRead(t *testing.T) {
	t.Parallel()
	everywhere := Custom{Fields: map[string]any{"bare_model": "request_model"}, Kind: CustomKind{Key: "bare_type", Values: map[string]string{"llm": "generation"}}}
	for name, tc := range map[string]struct {
		custom Custom
		scope  string
		span   string
		as     attrs
		kind   Kind
		user   string
	}{
		"by its scope":                                    {shop(), "shop-sdk/2", "x", attrs{"gen_ai.operation.name": "chat", "customer": "u"}, Generation, "u"},
		"by a key below its prefix":                       {shop(), "", "x", attrs{"gen_ai.operation.name": "chat", "customer": "u", "shop.anything": 1}, Generation, "u"},
		"near miss: no sign of it":                        {shop(), "", "x", attrs{"gen_ai.operation.name": "chat", "customer": "u"}, Generation, ""},
		"near miss: another scope":                        {shop(), "workshop-sdk", "x", attrs{"gen_ai.operation.name": "chat", "customer": "u"}, Generation, ""},
		"by the span's name":                              {shop(), "shop-sdk", "checkout 17", attrs{"customer": "u"}, Workflow, "u"},
		"near miss: a name elsewhere":                     {shop(), "", "checkout 17", attrs{"customer": "u"}, NoKind, ""},
		"by an operation of its own":                      {shop(), "", "x", attrs{"gen_ai.operation.name": "ask"}, Generation, ""},
		"a kind that is not listed":                       {shop(), "", "x", attrs{"shop.type": "meditate"}, Other, ""},
		"near miss: its mark alone is no kind":            {shop(), "shop-sdk", "x", attrs{"customer": "u"}, NoKind, ""},
		"without recognition a key shows it":              {everywhere, "", "x", attrs{"bare_type": "LLM"}, Generation, ""},
		"near miss: without recognition, a key of no one": {everywhere, "", "x", attrs{"bare_typo": "LLM"}, NoKind, ""},
		"near miss: its kind key in someone else's hands": {Custom{Recognise: CustomRecognise{Scopes: []string{"acme"}}, Kind: everywhere.Kind}, "", "x", attrs{"bare_type": "llm"}, NoKind, ""},
		"its kind key beside another sign that it is its": {Custom{Recognise: CustomRecognise{Scopes: []string{"acme"}}, Kind: everywhere.Kind}, "acme", "x", attrs{"bare_type": "llm"}, Generation, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := compiledWith(t, "own", tc.custom)
			c := readNamed(t, v, tc.scope, tc.span, tc.as)
			assert.Equal(t, tc.kind, c.Kind)
			if tc.kind != NoKind {
				assert.Equal(t, tc.user, c.Text(UserID))
			}
		})
	}
}

func TestWhatCostsCountsBeyondTokensCanBeReadFromAnyKey(t *testing.T) {
	t.Parallel()
	custom := Custom{Fields: map[string]any{
		"shop.searches": "web_searches", "shop.seconds": map[string]any{"field": "audio_milliseconds", "unit": "s"},
		"shop.sent": "input_audio_milliseconds", "shop.paid": map[string]any{"field": "billed_cost", "unit": "cents"},
		"shop.tier": "service_tier", "shop.batched": "batch", "shop.pages": "input_pages", "shop.pixels": "output_image_tokens",
	}}
	c := readNamed(t, compiledWith(t, "own", custom), "", "x", attrs{
		"gen_ai.operation.name": "chat", "shop.searches": "3", "shop.seconds": 12.3456, "shop.sent": 900, "shop.paid": 0.5,
		"shop.tier": "flex", "shop.batched": "true", "shop.pages": 4, "shop.pixels": 4160,
	})
	for f, want := range map[Field]int64{WebSearches: 3, AudioMilliseconds: 12346, InputAudioMilliseconds: 900, InputPages: 4, OutputImageTokens: 4160} {
		n, _ := c.Int(f)
		assert.Equal(t, want, n, f.Name())
	}
	paid, _ := c.Double(BilledCost)
	assert.Equal(t, 0.005, paid)
	assert.Equal(t, "flex", c.Text(ServiceTier))
	assert.True(t, c.Bool(Batch))
}

func TestFaultsOfCustomDialects(t *testing.T) {
	t.Parallel()
	field := func(raw any) Custom { return Custom{Fields: map[string]any{"k": raw}} }
	in := func(member string, raw any) Custom {
		return field(map[string]any{"field": "input_tokens", member: raw})
	}
	fields := strings.Join(FieldNames(), ", ")
	kinds := "generation, embedding, rerank, retrieval, tool, agent, workflow, step, guardrail, evaluator, memory, plan, other"
	for name, tc := range map[string]struct {
		name   string
		custom Custom
		want   string
	}{
		"a name with capitals":         {"Shop", shop(), `Shop: a name of up to 32 lower-case letters, digits and _ is expected, found "Shop"`},
		"a name of a built-in dialect": {"openinference", shop(), `openinference: a name that no built-in dialect has is expected, found "openinference"`},
		"nothing at all":               {"x", Custom{}, "x::fields: a kind or fields are expected, found none"},
		"an empty scope":               {"x", Custom{Recognise: CustomRecognise{Scopes: []string{""}}, Fields: map[string]any{"k": "tags"}}, "x::recognise::scopes[0]: the beginning of a scope's name is expected, found none"},
		"a prefix with a star":         {"x", Custom{Recognise: CustomRecognise{Keys: []string{"a", "shop.*"}}, Fields: map[string]any{"k": "tags"}}, `x::recognise::keys[1]: an attribute, or a prefix that ends in a dot, is expected, found "shop.*"`},
		"an empty key":                 {"x", Custom{Fields: map[string]any{"": "tags"}}, "x::fields::: an attribute of 1 to 256 bytes is expected, found 0 bytes"},
		"a key of our own":             {"x", Custom{Fields: map[string]any{"genai.kind": "tags"}}, `x::fields::genai.kind: an attribute of an instrumentation is expected, found "genai.kind", which this processor writes`},
		"a flag that is none":          {"x", Custom{Fields: map[string]any{"k": map[string]any{"field": "failed", "values": map[string]any{"x": "maybe"}}}}, `x::fields::k::values::x: true or false is expected, found "maybe"`},
		"a prefix for a field":         {"x", Custom{Fields: map[string]any{"shop.": "tags"}}, `x::fields::shop.: a whole attribute is expected, found the prefix "shop."`},
		"a resource's prefix":          {"x", Custom{Recognise: CustomRecognise{Resource: map[string]string{"a.": ""}}, Fields: map[string]any{"k": "tags"}}, `x::recognise::resource::a.: a whole attribute is expected, found the prefix "a."`},
		"kinds of no key":              {"x", Custom{Kind: CustomKind{Values: map[string]string{"a": "tool"}}, Fields: map[string]any{"k": "tags"}}, "x::kind::key: the attribute that kind::values are values of is expected, found none"},
		"an unknown kind":              {"x", Custom{Kind: CustomKind{Key: "k", Values: map[string]string{"llm": "llm"}}}, `x::kind::values::llm: one of ` + kinds + ` is expected, found "llm"`},
		"an unknown kind of a name":    {"x", Custom{Kind: CustomKind{SpanNames: map[string]string{"run": "span"}}}, `x::kind::span_names::run: one of ` + kinds + ` is expected, found "span"`},
		"a value twice":                {"x", Custom{Kind: CustomKind{Key: "k", Values: map[string]string{"LLM": "tool", "llm": "tool"}}}, `x::kind::values::llm: values that differ in more than case are expected, found "llm" twice`},
		"an operation that is known":   {"x", Custom{Operations: map[string]string{"chat": "tool"}, Fields: map[string]any{"k": "tags"}}, `x::operations::chat: an operation that the conventions do not name is expected, found "chat"`},
		"an operation twice":           {"x", Custom{Operations: map[string]string{"Ask": "tool", "ask": "tool"}, Fields: map[string]any{"k": "tags"}}, `x::operations::ask: operations that differ in more than case are expected, found "ask" twice`},
		"an unknown kind of operation": {"x", Custom{Operations: map[string]string{"ask": "chat"}, Fields: map[string]any{"k": "tags"}}, `x::operations::ask: one of ` + kinds + ` is expected, found "chat"`},
		"unknown content":              {"x", Custom{Content: map[string]string{"p": "prompt"}, Fields: map[string]any{"k": "tags"}}, `x::content::p: one of input, output, system_instructions, tool_definitions is expected, found "prompt"`},
		"an unknown field":             {"x", field("modle"), `x::fields::k: one of ` + fields + ` is expected, found "modle"`},
		"a number for a field":         {"x", field(3), `x::fields::k: the name of a field, {field, path, unit, values, where}, or a list of such is expected, found a number`},
		"nothing for a field":          {"x", field(nil), `x::fields::k: the name of a field, {field, path, unit, values, where}, or a list of such is expected, found nothing`},
		"an empty list":                {"x", field([]any{}), `x::fields::k: at least one field is expected, found none`},
		"a fault in a list":            {"x", field([]any{"tags", "tag"}), `x::fields::k[1]: one of ` + fields + ` is expected, found "tag"`},
		"a map without a field":        {"x", field(map[string]any{"path": "a"}), `x::fields::k::field: one of ` + fields + ` is expected, found ""`},
		"a field of no text":           {"x", field(map[string]any{"field": 1}), `x::fields::k::field: a text is expected, found a number; x::fields::k::field: one of ` + fields + ` is expected, found ""`},
		"an unknown member":            {"x", in("units", "ms"), `x::fields::k::units: one of field, path, unit, values, where is expected, found "units"`},
		"a path with a gap":            {"x", in("path", "a..b"), `x::fields::k::path: up to 64 keys and indexes between dots are expected, found "a..b"`},
		"a path of no text":            {"x", in("path", true), `x::fields::k::path: a text is expected, found a boolean`},
		"a unit of a count":            {"x", in("unit", "ms"), `x::fields::k::unit: no unit is expected for input_tokens, found "ms"`},
		"an unknown unit":              {"x", field(map[string]any{"field": "time_to_first_chunk", "unit": "minutes"}), `x::fields::k::unit: one of s, ms, us, ns, timestamp is expected, found "minutes"`},
		"values of a count":            {"x", in("values", map[string]any{"a": "b"}), `x::fields::k::values: no values are expected for input_tokens, which is no text, found 1`},
		"values that are none":         {"x", in("values", []any{"a"}), `x::fields::k::values: a map of texts is expected, found a list of 1`},
		"a value of no text":           {"x", field(map[string]any{"field": "provider", "values": map[string]any{"a": 1}}), `x::fields::k::values::a: a text is expected, found a number`},
		"a flag for a text":            {"x", field(map[string]any{"field": "provider", "values": map[string]any{"a": true}}), `x::fields::k::values::a: a text is expected, found a boolean`},
		"two conditions":               {"x", in("where", map[string]any{"a": "b", "c": "d"}), `x::fields::k::where: a map of one path to one text is expected, found a map of 2`},
		"a condition without a path":   {"x", in("where", map[string]any{"a": "b"}), `x::fields::k::where: a path beside it is expected, found none`},
		"a condition of no text":       {"x", field(map[string]any{"field": "tags", "path": "p", "where": map[string]any{"a": 1}}), `x::fields::k::where::a: a text is expected, found a number`},
		"two faults at once":           {"x", Custom{Recognise: CustomRecognise{Keys: []string{""}}, Fields: map[string]any{"k": 3.5}}, `x::recognise::keys[0]: an attribute of 1 to 256 bytes is expected, found 0 bytes; x::fields::k: the name of a field, {field, path, unit, values, where}, or a list of such is expected, found a number`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := NewCustom(tc.name, tc.custom)
			assert.EqualError(t, err, tc.want)
		})
	}
}

func TestACustomDialectAllocatesNoMoreThanABuiltInOne(t *testing.T) {
	as := attrs{"openinference.span.kind": "LLM", "llm.model_name": "m", "llm.token_count.prompt": 7, "llm.token_count.completion": 3}
	own := attrs{"own.kind": "LLM", "own.model": "m", "own.in": 7, "own.out": 3}
	v := compiledWith(t, "own", Custom{
		Kind:   CustomKind{Key: "own.kind", Values: map[string]string{"llm": "generation"}},
		Fields: map[string]any{"own.model": "request_model", "own.in": "input_tokens", "own.out": "output_tokens"},
	})
	allocations := func(as attrs) float64 {
		span := ptrace.NewSpan()
		require.NoError(t, span.Attributes().FromRaw(as))
		c := &Call{}
		return testing.AllocsPerRun(100, func() {
			c.Reset()
			v.Span(Scope{}, span, c)
		})
	}
	assert.LessOrEqual(t, allocations(own), allocations(as))
}

func TestMoreFieldsThanRanksAreRefused(t *testing.T) {
	t.Parallel()
	fields := map[string]any{}
	for i := range maxCustomFields + 1 {
		fields[fmt.Sprintf("k%d", i)] = "tags"
	}
	_, err := NewCustom("x", Custom{Fields: fields})
	assert.EqualError(t, err, "x::fields: at most 1000 fields are expected, found 1001")
}

func TestFieldNamesAreDistinctAndComplete(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for i := range NumFields {
		name := Field(i).Name()
		assert.NotEmpty(t, name, "field %d needs a name in fieldNames, by which a user's own dialect can give it", i)
		assert.False(t, seen[name], name)
		seen[name] = true
		f, ok := FieldByName(name)
		assert.True(t, ok)
		assert.Equal(t, Field(i), f)
	}
	_, ok := FieldByName("nonsense")
	assert.False(t, ok)
}

// FuzzCustom states what holds for whatever stands in a configuration: it is refused with an error, or makes a dialect that
// compiles beside the built-in ones and reads a span.
func FuzzCustom(f *testing.F) {
	f.Add("shop", "shop.", "shop.type", "llm", "generation", "shop.usage", "input_tokens", "a.b", "ms", byte(0))
	f.Add("x", "", "k", "", "tool", "k", "provider", "0", "timestamp", byte(1))
	f.Add("openai", "*", "genai.kind", "LLM", "llm", "", "tags", "..", "usd", byte(2))
	f.Add("a_1", "gen_ai.", "gen_ai.operation.name", "chat", "other", "gen_ai.usage.input_tokens", "time_to_first_chunk", "x", "us", byte(3))
	f.Fuzz(func(t *testing.T, name, mark, kindKey, value, kind, key, field, path, unit string, shape byte) {
		c := Custom{Kind: CustomKind{Key: kindKey, Values: map[string]string{value: kind}}, Fields: map[string]any{key: rawField(shape, field, path, unit)}}
		if shape&8 != 0 {
			c.Recognise = CustomRecognise{Scopes: []string{mark}, Keys: []string{mark}, Resource: map[string]string{mark: value}}
			c.Operations, c.Content = map[string]string{value: kind}, map[string]string{key: field}
		}
		d, err := NewCustom(name, c)
		if err != nil {
			require.NotEmpty(t, err.Error(), "a fault has a text")
			return
		}
		v, err := Compile(append([]Dialect{d}, All()...), V1_41)
		require.NoError(t, err, "what was accepted compiles")
		call := readNamed(t, v, mark, value, attrs{kindKey: value, key: map[string]any{"a": int64(1)}})
		if call.Kind != NoKind {
			require.NotEmpty(t, call.Kind.String(), "a kind has a name")
		}
	})
}

// rawField gives a field in one of the shapes that YAML can.
func rawField(shape byte, field, path, unit string) any {
	switch shape % 8 {
	case 0:
		return field
	case 1:
		return map[string]any{"field": field, "unit": unit}
	case 2:
		return map[string]any{"field": field, "path": path, "where": map[string]any{path: unit}}
	case 3:
		return map[string]any{"field": field, "values": map[string]any{path: unit}}
	case 4:
		return []any{field, map[string]any{"field": field, "path": path}}
	case 5:
		return map[string]any{field: path}
	case 6:
		return nil
	default:
		return []any{[]any{}}
	}
}
