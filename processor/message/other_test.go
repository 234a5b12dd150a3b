package message

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
)

func TestReadTools(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ in, want string }{
		"OpenAI chat":                {`[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"},"strict":true}}]`, `[{"type":"function","name":"f","description":"d","parameters":{"type":"object"},"strict":true}]`},
		"OpenAI responses":           {`[{"type":"function","name":"f"},{"type":"web_search"}]`, `[{"type":"function","name":"f"},{"type":"web_search","name":"web_search"}]`},
		"Anthropic":                  {`[{"name":"f","input_schema":{"type":"object"}}]`, `[{"type":"function","name":"f","parameters":{"type":"object"}}]`},
		"Bedrock":                    {`[{"toolSpec":{"name":"f","inputSchema":{"json":{"type":"object"}}}}]`, `[{"type":"function","name":"f","parameters":{"type":"object"}}]`},
		"Gemini":                     {`[{"function_declarations":[{"name":"f"},{"name":"g"}]}]`, `[{"type":"function","name":"f"},{"type":"function","name":"g"}]`},
		"Vercel, each as JSON text":  {`["{\"type\":\"function\",\"name\":\"f\",\"inputSchema\":{}}"]`, `[{"type":"function","name":"f","parameters":{}}]`},
		"OpenInference":              {`[{"tool":{"json_schema":"{\"type\":\"function\",\"function\":{\"name\":\"f\"}}"}}]`, `[{"type":"function","name":"f"}]`},
		"OpenLLMetry":                {`[{"name":"f","parameters":"{\"type\":\"object\"}"}]`, `[{"type":"function","name":"f","parameters":{"type":"object"}}]`},
		"a mere JSON schema is none": {`[{"type":"object","properties":{}}]`, ``},
		"a mere name is none":        {`["f"]`, ``},
		"one of several is none":     {`[{"name":"f"},{"description":"d"}]`, ``},
		"an empty list":              {`[]`, ``},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n, ok := Parse(tc.in)
			require.True(t, ok)
			list, ok := ReadTools(n)
			require.Equal(t, tc.want != "", ok)
			if ok {
				assert.JSONEq(t, tc.want, list.JSON())
				assert.True(t, AreTools(list))
			}
		})
	}
}

func TestReadDocuments(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ in, want, rest string }{
		"OpenInference":                         {`[{"document":{"id":"1","score":0.5,"content":"c","metadata":"{}"}}]`, `[{"id":"1","score":0.5,"content":"c","metadata":"{}"}]`, ``},
		"texts":                                 {`["a","b"]`, `[{"content":"a"},{"content":"b"}]`, ``},
		"LangChain":                             {`[{"page_content":"c","metadata":{"u":"v"},"id":null}]`, `[{"content":"c","metadata":{"u":"v"}}]`, ``},
		"LangChain's serialised":                {`[{"lc":1,"type":"constructor","id":["langchain","Document"],"kwargs":{"page_content":"c"}}]`, `[{"content":"c"}]`, ``},
		"numbers as texts and texts as numbers": {`[{"id":7,"score":"0.5","text":"c"}]`, `[{"id":"7","score":0.5,"content":"c"}]`, ``},
		"within a response":                     {`{"documents":[{"id":"1","content":"c"}],"took":3}`, `[{"id":"1","content":"c"}]`, `{"took":3}`},
		"ids and scores alone":                  {`[{"id":"1","score":0.9}]`, `[{"id":"1","score":0.9}]`, ``},
		"a score in words is none":              {`[{"id":"1","score":"high"}]`, ``, ``},
		"an object without text or id is none":  {`[{"name":"x"}]`, ``, ``},
		"an object is none":                     {`{"answer":"x"}`, ``, ``},
		"an empty list":                         {`[]`, ``, ``},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n, ok := Parse(tc.in)
			require.True(t, ok)
			list, paths, ok := ReadDocuments(n)
			require.Equal(t, tc.want != "", ok)
			if !ok {
				return
			}
			assert.JSONEq(t, tc.want, list.JSON())
			assert.True(t, AreDocuments(list))
			rest, some := n.Without(paths)
			require.Equal(t, tc.rest != "", some)
			if some {
				assert.JSONEq(t, tc.rest, rest.JSON())
			}
		})
	}
}

func TestReadQuery(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		in   Node
		want string
	}{
		"a text":                    {Text("where?"), "where?"},
		"a text in a JSON string":   {Text(`"where?"`), "where?"},
		"a member":                  {Text(`{"query":"where?","k":3}`), "where?"},
		"an embedded query is none": {Text(`{"query_embedding":[0.1]}`), ""},
		"nothing":                   {Text(""), ""},
		"what redaction left":       {Text("<REDACTED>"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			query, _, ok := ReadQuery(tc.in)
			assert.Equal(t, tc.want != "", ok)
			assert.Equal(t, tc.want, query)
		})
	}
}

func TestReadSystem(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ in, want string }{
		"a text":                          {`"be kind"`, `[{"type":"text","content":"be kind"}]`},
		"a text in a JSON string":         {`"\"be kind\""`, `[{"type":"text","content":"be kind"}]`},
		"blocks":                          {`[{"type":"text","text":"be kind"},{"text":"be brief"}]`, `[{"type":"text","content":"be kind"},{"type":"text","content":"be brief"}]`},
		"a message":                       {`[{"role":"system","content":"be kind"}]`, `[{"type":"text","content":"be kind"}]`},
		"Gemini's content":                {`{"parts":[{"text":"be kind"}]}`, `[{"type":"text","content":"be kind"}]`},
		"what an emitter writes for none": {`"N/A"`, ``},
		"a number":                        {`1`, ``},
		"an object that says no text":     {`{"os":"linux"}`, ``},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n, ok := Parse(tc.in)
			require.True(t, ok)
			parts, ok := ReadSystem(n)
			require.Equal(t, tc.want != "", ok)
			if ok {
				assert.JSONEq(t, tc.want, parts.JSON())
			}
		})
	}
}

func TestFromValue(t *testing.T) {
	t.Parallel()
	v := pcommon.NewValueEmpty()
	require.NoError(t, v.FromRaw(map[string]any{"list": []any{"a", int64(1), 0.5, true, nil, []byte("hi")}}))
	n, ok := FromValue(v)
	require.True(t, ok)
	assert.Equal(t, `{"list":["a",1,0.5,true,null,"aGk="]}`, n.JSON())

	deep := pcommon.NewValueSlice()
	at := deep.Slice()
	for range MaxDepth {
		at = at.AppendEmpty().SetEmptySlice()
	}
	_, ok = FromValue(deep)
	assert.False(t, ok, "deeper than may be")

	assert.False(t, Remove(v.Map(), [][]string{{"list"}}), "nothing is left")
	assert.Equal(t, 0, v.Map().Len())
}

func TestRemoveKeepsWhatStandsBeside(t *testing.T) {
	t.Parallel()
	v := pcommon.NewValueMap()
	require.NoError(t, v.FromRaw(map[string]any{"messages": []any{"a"}, "model": "m", "config": map[string]any{"system": "s"}}))
	assert.True(t, Remove(v.Map(), [][]string{{"messages"}, {"config", "system"}, {"absent", "x"}}))
	assert.Equal(t, map[string]any{"model": "m"}, v.Map().AsRaw())
}
