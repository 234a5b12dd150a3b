package message

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// flattenedLines parses lines "path=value"; in a value, \n is a line end.
func flattenedLines(text string) (paths, values []string) {
	for line := range strings.SplitSeq(text, "\n") {
		path, value, ok := strings.Cut(line, "=")
		if ok {
			paths, values = append(paths, path), append(values, strings.ReplaceAll(value, `\n`, "\n"))
		}
	}
	return paths, values
}

// throughTrees is the naive twin of Plain: what the same attributes become on the long way.
func throughTrees(paths, values []string, of Direction, finish func(int) string) (list Node, ok bool) {
	var f Flat
	for i, path := range paths {
		if !f.Add(path, Text(values[i])) {
			return list, false
		}
	}
	tree, _ := f.Tree()
	pieces := ReadMessages(tree, of, Messages)
	if len(pieces) != 1 {
		return list, false
	}
	list = pieces[0].List
	for i := range list.Items {
		if finish != nil {
			list.Items[i] = list.Items[i].With("finish_reason", Text(finish(i)))
		}
	}
	return list, true
}

func plainOf(p *Plain, paths, values []string) bool {
	p.Reset()
	for i, path := range paths {
		if !p.Add(path, values[i]) {
			return false
		}
	}
	return p.Ready()
}

func checkPlain(t *testing.T, p *Plain, paths, values []string) {
	t.Helper()
	reasons := func(i int) string { return strings.Repeat("r", i) }
	for _, of := range []Direction{Input, Output} {
		for _, finish := range []func(int) string{nil, reasons} {
			want, ok := throughTrees(paths, values, of, finish)
			require.True(t, ok, "what is plain can be read")
			require.Equal(t, want.JSON(), string(p.AppendJSON(nil, finish)))
			require.Equal(t, want.Depth(), p.Depth())
			require.True(t, AreMessages(want))
		}
	}
}

func TestPlainMessages(t *testing.T) {
	t.Parallel()
	const call = "1.message.tool_calls.0.tool_call."
	for name, tc := range map[string]struct {
		text string
		want bool
	}{
		"one message":            {"0.message.role=user\n0.message.content=hi", true},
		"a text with escapes":    {"0.message.role=user\n0.message.content=say \"no\" \\n \xff ü\x01 end of the text", true},
		"no order, gaps":         {"7.message.content=b\n2.message.role=system\n7.message.role=assistant\n2.message.content=a", true},
		"an empty text":          {"0.message.role=user\n0.message.content=", true},
		"an object as text":      {`0.message.role=user` + "\n" + `0.message.content={"a":1}`, true},
		"calls":                  {"1.message.role=assistant\n" + call + "id=c\n" + call + "function.name=f\n" + call + `function.arguments={"a": [1, {"b": 2.50}]}`, true},
		"a call and a text":      {"1.message.role=assistant\n1.message.content=so\n" + call + "function.name=f\n" + call + "function.arguments=no JSON", true},
		"a call without a name":  {"1.message.role=assistant\n" + call + "function.arguments=", true},
		"calls in no order":      {"1.message.role=assistant\n1.message.tool_calls.5.tool_call.id=b\n1.message.tool_calls.3.tool_call.id=a", true},
		"an answer":              {"0.message.role=tool\n0.message.tool_call_id=c\n0.message.content=[1]", true},
		"nothing":                {"", false},
		"no role":                {"0.message.content=hi", false},
		"nothing but a role":     {"0.message.role=user", false},
		"a role of others":       {"0.message.role=human\n0.message.content=hi", false},
		"a list as text":         {"0.message.role=user\n" + `0.message.content= [{"type":"text","text":"hi"}]`, false},
		"a text in quotes":       {"0.message.role=user\n" + `0.message.content="[]"`, false},
		"a name":                 {"0.message.role=user\n0.message.content=hi\n0.message.name=Ann", false},
		"a list of contents":     {"0.message.role=user\n0.message.contents.0.message_content.text=hi", false},
		"something twice":        {"0.message.role=user\n0.message.content=hi\n0.message.content=ho", false},
		"a tool without a call":  {"0.message.role=tool\n0.message.content=hi", false},
		"an answer by the user":  {"0.message.role=user\n0.message.tool_call_id=c\n0.message.content=hi", false},
		"an empty id":            {"0.message.role=tool\n0.message.tool_call_id=\n0.message.content=hi", false},
		"a number like no other": {"00.message.role=user\n00.message.content=hi", false},
		"no message":             {"0.role=user\n0.content=hi", false},
		"beside a message":       {"0.message.role=user\n0.message.content=hi\n0.finish_reason=stop", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var p Plain
			paths, values := flattenedLines(tc.text)
			for range 2 { // the second time in the room of the first
				require.Equal(t, tc.want, plainOf(&p, paths, values))
				if tc.want {
					checkPlain(t, &p, paths, values)
				}
			}
		})
	}
}

func TestPlainHasTheBoundsOfFlat(t *testing.T) {
	t.Parallel()
	var p Plain
	for i := range MaxItems {
		require.True(t, p.Add(strings.Join([]string{strconv.Itoa(i), "message", "role"}, "."), "user"))
	}
	assert.False(t, p.Add(strconv.Itoa(MaxItems)+".message.role", "user"))
	p.Reset()
	for i := range MaxItems {
		require.True(t, p.Add("0.message.tool_calls."+strconv.Itoa(i)+".tool_call.id", "c"))
	}
	assert.False(t, p.Add("0.message.tool_calls."+strconv.Itoa(MaxItems)+".tool_call.id", "c"))
}

func FuzzPlainEqualsItsNaiveTwin(f *testing.F) {
	for _, text := range []string{
		"0.message.role=user\n0.message.content=hi\n1.message.role=assistant\n1.message.tool_calls.0.tool_call.function.name=f\n" +
			`1.message.tool_calls.0.tool_call.function.arguments={"a":1}` + "\n2.message.role=tool\n2.message.tool_call_id=c\n2.message.content=ok",
		"3.message.role=system\n3.message.content=a \\\"b\\\" \n1.message.role=user\n1.message.content={\"type\":\"text\"}",
		"0.message.role=assistant\n0.message.tool_calls.1.tool_call.id=x\n0.message.tool_calls.0.tool_call.function.arguments=[[[1]]]",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var p Plain
		if paths, values := flattenedLines(text); plainOf(&p, paths, values) {
			checkPlain(t, &p, paths, values)
		}
	})
}
