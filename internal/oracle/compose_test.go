package oracle

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTheLawsOnDocumentsPutTogether checks the laws of FuzzJSON on documents full of findings, which a fuzzer takes long to reach.
func TestTheLawsOnDocumentsPutTogether(t *testing.T) {
	t.Parallel()
	list := policies(t)
	c := composer{rand.New(rand.NewPCG(5, 2026))}
	changed := 0
	for range 2000 {
		in := c.value(4)
		doc, err := parse("[" + in + "]")
		require.NoError(t, err)
		for _, p := range list {
			changed += checkDocument(t, p, "["+in+"]", doc)
		}
		checkPrefixes(t, list[c.random.IntN(len(list))], in[:min(len(in), maxCut)])
		if t.Failed() {
			t.Fatalf("the document: %q", in)
		}
	}
	require.Greater(t, changed, 5000, "tokens that were changed")
}

// composer makes documents.
type composer struct{ random *rand.Rand }

func (c composer) pick(from ...string) string { return from[c.random.IntN(len(from))] }

// value makes a value nested so deep at most.
func (c composer) value(depth int) string {
	kind := c.random.IntN(8)
	if depth == 0 {
		kind %= 4
	}
	switch kind {
	case 0, 1, 2:
		return c.text()
	case 3:
		return c.pick("4111111111111111", "-4111111111111111.0", "4.111111111111111e15", "2025550143", "0", "1E5", "true", "false", "null")
	case 4, 5:
		var members []string
		for range c.random.IntN(4) {
			members = append(members, c.space()+c.name()+c.space()+":"+c.space()+c.value(depth-1)+c.space())
		}
		return "{" + strings.Join(members, ",") + c.space() + "}"
	case 6:
		return quoted(c.value(depth - 1))
	}
	var elements []string
	for range c.random.IntN(4) {
		elements = append(elements, c.space()+c.value(depth-1)+c.space())
	}
	return "[" + strings.Join(elements, ",") + c.space() + "]"
}

func (c composer) space() string { return c.pick("", "", "", " ", "\n", "\t", "\r\n  ") }

func (c composer) name() string {
	if c.random.IntN(4) == 0 {
		return c.text()
	}
	return quoted(c.pick("text", "content", "parts", "type", "phone", "card", "password", "cookie", "user.email", "routing", "note"))
}

// text makes a string, escaped as far as it must be, or now and then where it need not be.
func (c composer) text() string {
	var text strings.Builder
	for range c.random.IntN(4) {
		text.WriteString(c.pick(
			"alice@example.com", "4111 1111 1111 1111", "4111 1111", " 1111 1111", "+1 202-555-0143", "078-05-1120", "phone 2025550143",
			"DE89 3704 0044 0532 0130 00", "password=hunter2-canary", "https://u:hunter2-canary@example.com/?sig=abc", "192.0.2.1",
			"Authorization: Bearer abcdef0123456789", "VIN 1HGBH41JXMN109186", "My name is John Doe", "350 Fifth Avenue, New York, NY 10118",
			`{"card":4111111111111111`, `\`, `"`, "\n", " ", ", ", "é", "😀", "<EMAIL>", "****", "text", "\x00",
			"Cookie: sid=a8Kd03Lqz7Wm2Xc9", "eyJ", "\u200b", "\t", "1", "-", "%40", `\u0040`, "content", "ABA routing 021000021",
		))
	}
	out := quoted(text.String())
	if at := strings.IndexAny(out, "@1a"); at > 0 && out[at-1] != '\\' && c.random.IntN(3) == 0 {
		out = out[:at] + fmt.Sprintf(`\u%04x`, out[at]) + out[at+1:]
	}
	return out
}
