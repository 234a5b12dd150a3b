package redaction

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// An equals sign at the end of a line pads base64 or breaks a line of quoted-printable.
func TestEqualsSignsAtTheEndOfALine(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	key := secret("c2VjcmV0a2V5", "MTIzNDU2Nzg5MA==") // two signs of padding
	for _, c := range []struct{ name, in, want string }{
		{"a file of an environment", "DB_PASSWORD=YWRtaW4=\nDB_HOST=localhost", "DB_PASSWORD=<PASSWORD>\nDB_HOST=localhost"},
		{"with the line ends of Windows", "DB_PASSWORD=YWRtaW4=\r\nDB_HOST=localhost", "DB_PASSWORD=<PASSWORD>\r\nDB_HOST=localhost"},
		{"exported", "export DB_PASSWORD=YWRtaW4=\nexport DB_HOST=h", "export DB_PASSWORD=<PASSWORD>\nexport DB_HOST=h"},
		{"YAML", "password: YWRtaW4=\nkind: Secret", "password: <PASSWORD>\nkind: Secret"},
		{"YAML, a map below", "password: YWRtaW4=\nmetadata:\n  name: a", "password: <PASSWORD>\nmetadata:\n  name: a"},
		{"the data of a Secret of Kubernetes", "kind: Secret\ndata:\n  a: YWRtaW4=\n  b: Zm9vYmFyYmF6\n  c: YWRtaW4=\nmetadata:",
			"kind: Secret\ndata:\n  a: <SECRET>\n  b: <SECRET>\n  c: <SECRET>\nmetadata:"},
		{"two signs", "api_key: " + key + "\nkind: Secret", "api_key: <API_KEY>\nkind: Secret"},
		{"another secret on the next line", "DB_PASSWORD=YWRtaW4=\nFTP_PASSWORD=YWRtaW4=\nHOST=a",
			"DB_PASSWORD=<PASSWORD>\nFTP_PASSWORD=<PASSWORD>\nHOST=a"},
		{"a secret in JSON", `{"a":"DB_PASSWORD=YWRtaW4=\nDB_HOST=localhost"}`, `{"a":"DB_PASSWORD=<PASSWORD>\nDB_HOST=localhost"}`},
		{"a line below that is indented", "password: YWRtaW4=\n  kind: a", "password: <PASSWORD>\n  kind: a"},

		{"an address that goes on", "to alice.b@exam=\nple.com", "to <EMAIL>"},
		{"an address that goes on before a colon", "to alice.b@examp=\nle.com: she", "to <EMAIL>: she"},
		{"a password that goes on", "password=hunter=\n2x and", "password=<PASSWORD> and"},
		{"a key that goes on, no groups of four", "the pass=\nword: hunter2x", "the pass=\nword: <PASSWORD>"},
		{"base64 that goes on", "password=YWRtaW4=\nYWRtaW4=", "password=<PASSWORD>"},
		{"base64 that goes on for three lines", "password=YWRtaW4=\nYWRtaW4=\nYWRtaW4=\n", "password=<PASSWORD>\n"},
		{"an empty setting", "DB_PASSWORD=\nDB_HOST=localhost", "DB_PASSWORD=\nDB_HOST=localhost"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, _ := e.Text(c.in, Place{}, &Tally{})
			assert.Equal(t, c.want, got)
			checkText(t, e, c.in)
		})
	}
}
