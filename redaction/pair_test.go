package redaction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
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
		{"a number", `{"name":"password","value":12345678}`, `{"name":"password","value":"<PASSWORD>"}`},
		{"an escaped name", `{"name":"db\u005fpassword","value":"hunter2"}`, `{"name":"db\u005fpassword","value":"<PASSWORD>"}`},
		{"other entries between", `{"name":"DB_PASSWORD","secure":true,"value":"hunter2"}`, `{"name":"DB_PASSWORD","secure":true,"value":"<PASSWORD>"}`},
		{"the last name counts", `{"key":"x","name":"DB_PASSWORD","value":"hunter2"}`, `{"key":"x","name":"DB_PASSWORD","value":"<PASSWORD>"}`},
		{"under a key that says more", `{"password":[{"name":"type","value":"hunter2"}]}`, `{"password":[{"name":"<PASSWORD>","value":"<PASSWORD>"}]}`},
		{"a placeholder", `{"name":"DB_PASSWORD","value":"<PASSWORD>"}`, `{"name":"DB_PASSWORD","value":"<PASSWORD>"}`},

		{"another name", `{"name":"colour","value":"hunter2"}`, `{"name":"colour","value":"hunter2"}`},
		{"another entry", `{"name":"DB_PASSWORD","description":"hunter2"}`, `{"name":"DB_PASSWORD","description":"hunter2"}`},
		{"a name in another object", `[{"name":"DB_PASSWORD"},{"value":"hunter2"}]`, `[{"name":"DB_PASSWORD"},{"value":"hunter2"}]`},
		{"a name further in", `{"a":{"name":"DB_PASSWORD"},"value":"hunter2"}`, `{"a":{"name":"DB_PASSWORD"},"value":"hunter2"}`},
		{"a long name", `{"name":"` + strings.Repeat("x", maxPairName+1) + `_password","value":"hunter2"}`, `{"name":"` + strings.Repeat("x", maxPairName+1) + `_password","value":"hunter2"}`},
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
