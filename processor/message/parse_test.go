package message

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var jsonTexts = map[string]struct {
	text string
	ok   bool
}{
	"an object with every type":               {`{"a": [1, -0.5e+3, true, false, null, "x"], "b": {}}`, true},
	"a number keeps its digits":               {`12345678901234567890.10`, true},
	"escapes of every kind":                   {`"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`, true},
	"half of a surrogate pair":                {`"\ud83d"`, true},
	"half of a pair before another escape":    {`"\ud83d\u0041"`, true},
	"space around":                            {" \n[ ]\t", true},
	"as deep as may be":                       {strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth), true},
	"nothing":                                 {"", false},
	"a key twice: which one counts is open":   {`{"a": 1, "a": 2}`, false},
	"a key twice once escapes are read":       {`{"a": 1, "\u0061": 2}`, false},
	"deeper than may be":                      {strings.Repeat("[", MaxDepth+1) + strings.Repeat("]", MaxDepth+1), false},
	"cut off":                                 {`{"a": [1, 2`, false},
	"something behind":                        {`{} {}`, false},
	"a comma too many":                        {`[1,]`, false},
	"a comma too many in an object":           {`{"a":1,}`, false},
	"a leading zero":                          {`01`, false},
	"a plus":                                  {`+1`, false},
	"no digit behind the point":               {`1.`, false},
	"no digit in the exponent":                {`1e`, false},
	"a line break in a string":                {"\"a\nb\"", false},
	"an escape that does not exist":           {`"\x41"`, false},
	"an escape with a sign":                   {`"\u+041"`, false},
	"an escape that is cut off":               {`"\u00`, false},
	"single quotes, as Python writes objects": {`{'a': 1}`, false},
	"a word":       {`nul`, false},
	"not a number": {`NaN`, false},
}

func TestParse(t *testing.T) {
	t.Parallel()
	for name, tc := range jsonTexts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n, ok := Parse(tc.text)
			require.Equal(t, tc.ok, ok)
			if ok {
				assert.JSONEq(t, tc.text, n.JSON())
			}
		})
	}
}

func TestParseDeep(t *testing.T) {
	t.Parallel()
	quoted := func(s string) string {
		b, err := json.Marshal(s)
		require.NoError(t, err)
		return string(b)
	}
	for name, tc := range map[string]struct {
		text string
		want bool
	}{
		"an object":                                  {`{"a":1}`, true},
		"an array in a JSON string":                  {quoted(`[1]`), true},
		"a JSON string in a JSON string":             {quoted(quoted(`[1]`)), false},
		"a text in a JSON string holds no structure": {quoted("hello"), false},
		"a number is no structure":                   {`1`, false},
		"a text":                                     {`[sic] as they say`, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, ok := ParseDeep(tc.text)
			assert.Equal(t, tc.want, ok)
		})
	}
}

func TestInvalidTextBecomesValidJSON(t *testing.T) {
	t.Parallel()
	assert.Equal(t, `"a`+"\ufffd"+`b\u0001"`, Text("a\xffb\x01").JSON())
}

// FuzzParse compares with encoding/json, which was written without this package in mind.
func FuzzParse(f *testing.F) {
	for _, tc := range jsonTexts {
		f.Add(tc.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, ok := Parse(text)
		if !ok {
			return
		}
		require.True(t, json.Valid([]byte(text)), "what is read is JSON")
		out := []byte(n.JSON())
		require.True(t, json.Valid(out), "what is written is JSON")
		require.Equal(t, decode(t, []byte(text)), decode(t, out), "and says the same")
		require.LessOrEqual(t, n.Depth(), MaxDepth)
	})
}

func decode(t *testing.T, text []byte) (v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	require.NoError(t, d.Decode(&v))
	_, err := d.Token()
	require.ErrorIs(t, err, io.EOF)
	return v
}
