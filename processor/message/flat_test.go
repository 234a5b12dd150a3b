package message

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFlatPutsPathsTogether(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		paths []string
		left  []string // of them, what can't be added
		want  string
	}{
		"in any order, by number, without gaps": {[]string{"10.role", "2.role", "2.content", "0.role"}, nil,
			`[{"role":"0.role"},{"role":"2.role","content":"2.content"},{"role":"10.role"}]`},
		"arrays within objects":                  {[]string{"0.calls.1.name", "0.calls.0.name"}, nil, `[{"calls":[{"name":"0.calls.0.name"},{"name":"0.calls.1.name"}]}]`},
		"numbers and names together are names":   {[]string{"0.a", "x.a"}, nil, `{"0":{"a":"0.a"},"x":{"a":"x.a"}}`},
		"a number that no array has is a name":   {[]string{"99999999999999999999.a", "007.a"}, nil, `{"99999999999999999999":{"a":"99999999999999999999.a"},"007":{"a":"007.a"}}`},
		"a huge number is an index like another": {[]string{"999999999.a", "1.a"}, nil, `[{"a":"1.a"},{"a":"999999999.a"}]`},
		"a path through a value is left":         {[]string{"0.content", "0.content.0"}, []string{"0.content.0"}, `[{"content":"0.content"}]`},
		"a value where others are below is left": {[]string{"0.content.0", "0.content"}, []string{"0.content"}, `[{"content":["0.content.0"]}]`},
		"a path twice is left the second time":   {[]string{"0", "0"}, []string{"0"}, `["0"]`},
		"an empty step is left":                  {[]string{"0..a", "", "0.a"}, []string{"0..a", ""}, `[{"a":"0.a"}]`},
		"a path of hundreds of steps is left":    {[]string{strings.Repeat("0.", 200) + "a", "0"}, []string{strings.Repeat("0.", 200) + "a"}, `["0"]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var f Flat
			var left []string
			for _, path := range tc.paths {
				if !f.Add(path, Text(path)) {
					left = append(left, path)
				}
			}
			n, ok := f.Tree()
			require.True(t, ok)
			assert.Equal(t, tc.left, left)
			assert.Equal(t, tc.want, n.JSON())
		})
	}
}

func TestFlatStopsAtTheCap(t *testing.T) {
	t.Parallel()
	var f Flat
	added := 0
	for i := range 3 * MaxItems {
		if f.Add(strconv.Itoa(i*7)+".content", Text("x")) {
			added++
		}
	}
	n, ok := f.Tree()
	require.True(t, ok)
	assert.Equal(t, MaxItems, added)
	assert.Len(t, n.Items, MaxItems)
}

func TestFlatOfNothing(t *testing.T) {
	t.Parallel()
	var f Flat
	_, ok := f.Tree()
	assert.False(t, ok)
	assert.True(t, StartsWithIndex("0.role"))
	assert.False(t, StartsWithIndex("name"))
	assert.False(t, StartsWithIndex("99999999999999999999.role"), "no array has it")
	assert.False(t, StartsWithIndex(""))
}
