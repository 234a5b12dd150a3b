package redaction

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNameBesideValue(t *testing.T) {
	t.Parallel()
	const token = "a8Kd03Lqz7Wm2Xc9Vb4N"
	e := newEngine(t, Settings{})
	for _, c := range []struct{ name, in, want string }{
		{"a variable", `[{"name":"DB_PASSWORD","value":"hunter2"},{"name":"LOG","value":"hunter2"}]`,
			`[{"name":"DB_PASSWORD","value":"<PASSWORD>"},{"name":"LOG","value":"hunter2"}]`},
		{"a header", `{"name": "X-Acme-Token", "value": "` + token + `"}`, `{"name": "X-Acme-Token", "value": "<SECRET>"}`},
		{"an attribute of OTLP", `{"key":"db.password","value":{"stringValue":"hunter2"}}`, `{"key":"db.password","value":{"stringValue":"<PASSWORD>"}}`},
		{"a token of OTLP", `{"key":"token","value":{"stringValue":"` + token + `"}}`, `{"key":"token","value":{"stringValue":"<SECRET>"}}`},
		{"other values of OTLP", `{"key":"token","value":{"other":"` + token + `","arrayValue":{"stringValue":"` + token + `"}}}`,
			`{"key":"token","value":{"other":"` + token + `","arrayValue":{"stringValue":"` + token + `"}}}`},
		{"a number", `{"name":"password","value":12345678}`, `{"name":"password","value":"<PASSWORD>"}`},
		{"an escaped name", `{"name":"db\u005fpassword","value":"hunter2"}`, `{"name":"db\u005fpassword","value":"<PASSWORD>"}`},
		{"other entries between", `{"name":"DB_PASSWORD","secure":true,"value":"hunter2"}`, `{"name":"DB_PASSWORD","secure":true,"value":"<PASSWORD>"}`},
		{"the last name counts", `{"key":"x","name":"DB_PASSWORD","value":"hunter2"}`, `{"key":"x","name":"DB_PASSWORD","value":"<PASSWORD>"}`},
		{"under a key that says more", `{"password":[{"name":"type","value":"hunter2"}]}`, `{"password":[{"name":"<PASSWORD>","value":"<PASSWORD>"}]}`},
		{"a key around that says more", `{"password":{"name":"api_key","value":1234}}`, `{"password":{"name":"<PASSWORD>","value":"<PASSWORD>"}}`},
		{"a key around that gives a context", `{"phone":{"name":"token","value":4155550132}}`, `{"phone":{"name":"token","value":"<PHONE>"}}`},
		{"a key in other letters", `{"ｎame":"DB_PASSWORD","val\u200bue":"hunter2"}`, `{"ｎame":"DB_PASSWORD","val\u200bue":"<PASSWORD>"}`},
		{"a name with blanks", `{"name":"Admin password","value":"hunter2"}`, `{"name":"Admin password","value":"<PASSWORD>"}`},
		{"a parameter of AWS", `{"Name":"/prod/db/password","Type":"SecureString","Value":"hunter2"}`, `{"Name":"/prod/db/password","Type":"SecureString","Value":"<PASSWORD>"}`},
		{"a placeholder", `{"name":"DB_PASSWORD","value":"<PASSWORD>"}`, `{"name":"DB_PASSWORD","value":"<PASSWORD>"}`},

		{"a tag of AWS", `{"Key":"team/name","Value":"hunter2"}`, `{"Key":"team/name","Value":"hunter2"}`},
		{"another name", `{"name":"colour","value":"hunter2"}`, `{"name":"colour","value":"hunter2"}`},
		{"another entry", `{"name":"DB_PASSWORD","description":"hunter2"}`, `{"name":"DB_PASSWORD","description":"hunter2"}`},
		{"a name in another object", `[{"name":"DB_PASSWORD"},{"value":"hunter2"}]`, `[{"name":"DB_PASSWORD"},{"value":"hunter2"}]`},
		{"a name further in", `{"a":{"name":"DB_PASSWORD"},"value":"hunter2"}`, `{"a":{"name":"DB_PASSWORD"},"value":"hunter2"}`},
		{"a long name", `{"name":"` + strings.Repeat("x", maxPairName+1) + `_password","value":"hunter2"}`, `{"name":"` + strings.Repeat("x", maxPairName+1) + `_password","value":"hunter2"}`},
		{"a long name behind a short one", `{"name":"DB_PASSWORD","key":"` + strings.Repeat("x", 400) + `","value":"hunter2"}`,
			`{"name":"DB_PASSWORD","key":"` + strings.Repeat("x", 400) + `","value":"hunter2"}`},
		{"a name with a finding", `{"name":"alice@example.com password","value":"x"}`, `{"name":"<EMAIL> password","value":"x"}`},
		{"a name that is an assignment", `{"name":"password=r2!x9","value":"hello"}`, `{"name":"password=<PASSWORD>","value":"hello"}`},
		{"a number as the name", `{"name":5,"value":"hunter2"}`, `{"name":5,"value":"hunter2"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for range 3 { // what was seen before is remembered
				out, _ := e.Text(c.in, Place{Attribute: "app.env"}, &Tally{})
				assert.Equal(t, c.want, out)
			}
		})
	}
}

// TestLawsOnPairs checks the laws on objects that are put together from what names and values can be.
func TestLawsOnPairs(t *testing.T) {
	t.Parallel()
	keys := []string{"name", "key", "value", "Name", "ｎame", "val\u200bue", "type", "password", "phone", "note", "stringValue"}
	names := []string{
		"DB_PASSWORD", "a8Kd03Lqz7Wm2Xc9Vb4N", "token", "X-Api-Key", "acme token", "user.name", "phone", "colour", "", "type", "password=r2!x9",
		"alice@example.com password",
		strings.Repeat("x", 60) + "_secret", strings.Repeat("x", 400), "<PASSWORD>", "ＤＢ_password", "lat",
	}
	random := rand.New(rand.NewPCG(7, 8))
	var value func(depth int) any
	object := func(depth int) json.RawMessage {
		var b strings.Builder
		b.WriteByte('{')
		for i := range 1 + random.IntN(4) {
			if i > 0 {
				b.WriteByte(',')
			}
			key, err := json.Marshal(keys[random.IntN(len(keys))])
			require.NoError(t, err)
			of, err := json.Marshal(value(depth + 1))
			require.NoError(t, err)
			b.Write(key)
			b.WriteByte(':')
			b.Write(of)
		}
		b.WriteByte('}')
		return json.RawMessage(b.String())
	}
	value = func(depth int) any {
		switch random.IntN(8) {
		case 0:
			return []any{4155550132, "hunter2", 1234, 3.25}[random.IntN(4)]
		case 1:
			return []any{true, nil, "", 0}[random.IntN(4)]
		case 2:
			if depth < 3 {
				return object(depth)
			}
		case 3:
			if depth < 3 {
				return []any{object(depth), "a8Kd03Lqz7Wm2Xc9Vb4N"}
			}
		case 4:
			return "a8Kd03Lqz7Wm2Xc9Vb4N"
		}
		return names[random.IntN(len(names))]
	}
	for name, settings := range lawful() {
		e := newEngine(t, settings)
		for range 1600 / slowdown {
			document := string(object(0))
			checkText(t, e, document)
			checkStructured(t, e, document)
			if t.Failed() {
				t.Fatalf("%s: input: %s", name, document)
			}
		}
	}
}
