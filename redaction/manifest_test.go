package redaction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestManifestInJSON(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range []struct{ name, in, want string }{
		{"as kubectl writes it", `{"apiVersion":"v1","data":{"a":"Zm9v","password":"Zm9v"},"kind":"Secret"}`,
			`{"apiVersion":"v1","data":{"a":"<SECRET>","password":"<PASSWORD>"},"kind":"Secret"}`},
		{"as people write it", "{\n  \"kind\": \"Secret\",\n  \"stringData\": {\"a\": \"b c\", \"n\": 12345}\n}",
			"{\n  \"kind\": \"Secret\",\n  \"stringData\": {\"a\": \"<SECRET>\", \"n\": \"<SECRET>\"}\n}"},
		{"in a list", `{"kind":"List","items":[{"data":{"a":"Zm9v"},"kind":"Secret"},{"data":{"a":"Zm9v"},"kind":"ConfigMap"}]}`,
			`{"kind":"List","items":[{"data":{"a":"<SECRET>"},"kind":"Secret"},{"data":{"a":"Zm9v"},"kind":"ConfigMap"}]}`},
		{"in a string", `{"out":"{\"data\":{\"a\":\"Zm9v\"},\"kind\":\"Secret\"}"}`, `{"out":"{\"data\":{\"a\":\"<SECRET>\"},\"kind\":\"Secret\"}"}`},

		{"another kind", `{"data":{"a":"Zm9v"},"kind":"Secrets","x":"Secret"}`, `{"data":{"a":"Zm9v"},"kind":"Secrets","x":"Secret"}`},
		{"a kind further in", `{"data":{"kind":"Secret","a":"Zm9v"}}`, `{"data":{"kind":"Secret","a":"Zm9v"}}`},
		{"the kind of another object", `[{"kind":"Secret"},{"data":{"a":"Zm9v"}}]`, `[{"kind":"Secret"},{"data":{"a":"Zm9v"}}]`},
		{"the word as a value", `{"data":{"a":"Zm9v"},"b":"kind","c":"Secret"}`, `{"data":{"a":"Zm9v"},"b":"kind","c":"Secret"}`},
		{"a text as its data", `{"kind":"Secret","data":"Zm9v"}`, `{"kind":"Secret","data":"Zm9v"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for range 3 { // what was seen before is remembered
				out, _ := e.Text(c.in, Place{}, &Tally{})
				assert.Equal(t, c.want, out)
			}
			walked, err := decode(c.in)
			require.NoError(t, err)
			want, err := decode(c.want)
			require.NoError(t, err)
			if c.name != "in a string" {
				assert.Equal(t, want, walk(e, walked, Place{}, &Tally{}))
			}
		})
	}
}

func TestManifestsInEachOtherAreReadOnce(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range []struct {
		name, opening, inside, closing string
		secrets                        int
	}{
		{"Secrets", `{"data":`, `{}`, `,"kind":"Secret"}`, 59},
		{"Secrets with the kind first", `{"kind":"Secret","data":`, `{}`, `}`, 59},
		{"objects around a Secret", `{"data":`, `{"kind":"Secret","data":{"a":"Zm9v"}}`, `}`, 1},
		{"objects around the word", `{"data":`, `["Secret"]`, `}`, 0},
		{"objects of two kinds around the word", `{"kind":"List","data":`, `{"kind":"Secret"}`, `,"kind":"Secret"}`, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := strings.Repeat(c.opening, 60) + c.inside + strings.Repeat(c.closing, 60)
			out, _ := e.Text(in, Place{}, &Tally{})
			assert.Equal(t, c.secrets, strings.Count(out, "<SECRET>"))
			work, _ := workFor(e, in)
			assert.LessOrEqual(t, work, 10*len(in))
		})
	}
}
