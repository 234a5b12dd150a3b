package redaction

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOneLookAtStringsOfJSONMissesNothing names what a string of JSON may be that looks clean as it is written.
func TestOneLookAtStringsOfJSONMissesNothing(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range []struct{ name, in, want string }{
		{"a character reference", `["alice&#64;example.com"]`, `["<EMAIL>"]`},
		{"a named reference", `["alice&commat;example.com"]`, `["<EMAIL>"]`},
		{"a named reference before a parameter", `["?a=1&amp;b alice&commat;example.com"]`, `["?a=1&amp;b <EMAIL>"]`},
		{"an encoded byte", `["alice%40example.com"]`, `["<EMAIL>"]`},
		{"an encoded digit", `["%34111111111111111"]`, `["<CREDIT_CARD>"]`},
		{"an escape of a sign", `["alice\u0040example.com"]`, `["<EMAIL>"]`},
		{"an escape behind a sign", `["anna@\u00e4pfel.example, \u5f20@\u4f8b\u5b50.example"]`, `["<EMAIL>, <EMAIL>"]`},
		{"an escape within a word", `["pass\u0077ord=hunter2!"]`, `["pass\u0077ord=<PASSWORD>"]`},
		{"an escaped slash", `["https:\/\/u:p4ss@h.example"]`, `["https:\/\/<URL_CREDENTIALS>@h.example"]`},
		{"escapes before it", `["a\n\t\"b\" alice@example.com"]`, `["a\n\t\"b\" <EMAIL>"]`},
		{"a token behind an escape", `["\nAKI` + `AXDB5D4OKPUIOHTIF"]`, `["\n<API_KEY>"]`},
		{"a word behind an escape", `["\tpassword is hunter2!"]`, `["\tpassword is <PASSWORD>"]`},
		{"a key behind an escape", `["\tpwd: hunter2!"]`, `["\tpwd: <PASSWORD>"]`},
		{"a tab behind a word", `["bearer\ta8Kd03Lqz7Wm2Xc9Vb4N"]`, `["bearer\t<AUTHORIZATION>"]`},
		{"a document in the string", `["{\"password\":\"x\"}"]`, `["{\"password\":\"<PASSWORD>\"}"]`},
		{"a list behind a blank", `[" [4111111111111111]"]`, `[" [\"<CREDIT_CARD>\"]"]`},
		{"an escape in credentials that hold a finding", `["https://123-45-6789:p\u0077@h.example"]`, `["https://<URL_CREDENTIALS>@h.example"]`},
		{"typographic quotes around a key", `["“api_key”: a8Kd03Lqz7Wm2Xc9Vb4N"]`, `["“api_key”: <API_KEY>"]`},
		{"a dash in a number", `["4111 – 1111 – 1111 – 1111"]`, `["<CREDIT_CARD>"]`},
		{"full-width digits", `["４111111111111111"]`, `["<CREDIT_CARD>"]`},
		{"typographic quotes around a name", `{"“api_key”":"abcdefgh"}`, `{"“api_key”":"<API_KEY>"}`},
		{"a typographic quote in a name that comes again", `[{"phone’":1},{"phone’":"020 7946 0958"}]`, `[{"phone’":1},{"phone’":"<PHONE>"}]`},
		{"the same key twice", `{"a@example.com":1,"b@example.com":2}`, `{"<EMAIL>":1,"<EMAIL>#2":2}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, _ := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, got)
			require.True(t, json.Valid([]byte(got)))
		})
	}
}

// TestEncodedTextIsNoCleanText has encodings of findings in a pack that has no detector that looks at their signs.
func TestEncodedTextIsNoCleanText(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Packs: []string{"network"}})
	for _, in := range []string{"10&period;1&period;2&period;3", "10&#46;1&#46;2&#46;3", "10%2e1%2e2%2e3", "10=2E1=2E2=2E3 =3D", "10.1.[0m2.3"} {
		var tally Tally
		got, _ := e.Text(`["at `+in+`"]`, Place{}, &tally)
		assert.Contains(t, got, `"at <IP_ADDRESS>`, in)
	}
}

// TestEscapesBehindWhatLooksClean has escapes, and the end of a string, in what a detector wants to see whole before it is asked, in packs that
// look at little else there.
func TestEscapesBehindWhatLooksClean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ pack, in, want string }{
		{"network", `["at 10.1.2\u002e3"]`, `["at <IP_ADDRESS>"]`},
		{"network", `["at 10.1.\u0032.3"]`, `["at <IP_ADDRESS>"]`},
		{"person", `["Best,\nMaria Roe", "See you.\nBest\nMaria Roe"]`, `["Best,\n<PERSON>", "See you.\nBest\n<PERSON>"]`},
		{"person", `["Calle Mayor 5 B", ""]`, `["<STREET_ADDRESS> B", ""]`},
		{"network", `{"at 10.1.\u0032.3":1}`, `{"at <IP_ADDRESS>":1}`},
	} {
		var tally Tally
		got, _ := newEngine(t, Settings{Packs: []string{c.pack}}).Text(c.in, Place{}, &tally)
		assert.Equal(t, c.want, got)
	}
}
