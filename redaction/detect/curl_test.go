package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCurlUser(t *testing.T) {
	t.Parallel()
	found := []string{"URL_CREDENTIALS app:hunter2x"}
	checkFamily(t, []family{
		{"an option", "curl -k -u app:hunter2x https://example.com", found},
		{"the long option", "curl --user app:hunter2x https://example.com", found},
		{"with an equals sign", "curl --user=app:hunter2x https://example.com", found},
		{"for a proxy", "curl --proxy-user app:hunter2x https://example.com", found},
		{"in quotes", `curl -s -u "app:hunter2x" https://example.com`, found},
		{"with blanks in quotes", `curl -u 'app:hunter 2x' https://example.com`, []string{"URL_CREDENTIALS app:hunter 2x"}},
		{"the password in quotes", `curl -u app:'hunter2x' https://example.com`, []string{"URL_CREDENTIALS app:'hunter2x'"}},
		{"each in quotes", `curl -u "app":"hunter2x" https://example.com`, []string{`URL_CREDENTIALS "app":"hunter2x"`}},
		{"on another line", "curl -X POST https://example.com \\\n  -d 'x' \\\n  -u app:hunter2x", found},
		{"at the end of a quoted command", `run "curl -u app:hunter2x"`, found},
		{"a password alone", `curl -u ":d2LkV78zLx!t" https://example.com`, []string{"URL_CREDENTIALS :d2LkV78zLx!t"}},
		{"a key as the user", "curl -u d2LkV78zLxt: https://example.com", []string{"URL_CREDENTIALS d2LkV78zLxt:"}},

		{"right behind", "curl -X GET -uapp:hunter2x https://example.com", found},
		{"for a proxy, in short", "curl -x proxy.example:8080 -U app:hunter2x https://example.com", found},
		{"random in braces", "curl -u \"{acd3c08b-74e8}\":\"{ZqL5kVrX1n8tA2}\" https://example.com", []string{`URL_CREDENTIALS "{acd3c08b-74e8}":"{ZqL5kVrX1n8tA2}"`}},
		{"with the quote right behind", `curl -u"app:hunter2x" https://example.com`, found},
		{"behind a URL with signs", "curl https://example.com/?a=1&b=2;c -u app:hunter2x", found},
		{"behind a body of several lines", "curl -d '{\n  \"a\": 1\n}' -u app:hunter2x", found},
		{"the second of two commands", "ls; curl -u app:hunter2x x", found},

		{"another command behind it", "curl x; git push -u origin:heads2x && curl y | sudo -u root:wheel2 tee\ndocker run -u app:hunter2x", nil},
		{"a URL", "curl -u https://proxy.example:8080", nil},
		{"a user alone", "curl -u app https://example.com", nil},
		{"a path as the user", "curl -u static: https://example.com", nil},
		{"a variable", `curl -u "$USER:$PASSWORD" https://example.com`, nil},
		{"a variable as the password", "curl -u app:${PASSWORD} https://example.com", nil},
		{"variables in braces", "curl -u {user1}:{pass_word1} https://example.com; curl -u {{user}}:{{pass}} x", nil},
		{"stand-ins", "curl -u user:password; curl -u <user>:<password>; curl -u test:test; curl -u user:changeme", nil},
		{"an asterisk each", "curl -u app:******** https://example.com", nil},
		{"a user and a group", "curl x; docker run -u 1000:1000 image", nil},
		{"another command", "sudo -u app:hunter2x ls", nil},
		{"another word", "libcurl4 -u app:hunter2x", nil},
		{"a word with a dash", "curl has a pop-up user:hunter2x", nil},
		{"another option", "curl -o app:hunter2x -udp app:hunter2x", nil},
		{"too far from its command", "curl " + strings.Repeat("x ", 300) + "-u app:hunter2x", nil},
		{"a placeholder", "curl -u <URL_CREDENTIALS> https://example.com", nil},
	})
}

func TestWorkOfCurlIsLinear(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	for _, unit := range []string{`curl -u "`, " -u a:b", `curl -u "a"'b'`, "curl -u ::::", " --user='", "-u "} {
		const size = 1 << 16
		x := Text{Bytes: []byte(strings.Repeat(unit, size/len(unit))), Limit: 1 << 40}
		require.True(t, s.Scan(&x))
		assert.LessOrEqual(t, x.Work, workPerByte*size, "%q repeated", unit)
	}
}
