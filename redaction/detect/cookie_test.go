package detect

import (
	"strings"
	"testing"
)

func TestCookie(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"header", "Cookie: sid=abc; lang=en\nHost: x", []string{"COOKIE sid=abc; lang=en"}},
		{"header that sets", "Set-Cookie: sid=abc; Path=/", []string{"COOKIE sid=abc; Path=/"}},
		{"header of a command", `curl -H 'Cookie: sid=abc' x`, []string{"COOKIE sid=abc"}},
		{"header of thousands of bytes", "Cookie: a=" + strings.Repeat("b1", 3000) + "TAIL\nHost: x", []string{"COOKIE a=" + strings.Repeat("b1", 3000) + "TAIL"}},
		{"on the line below", "Cookie:\n  sid=abc\nHost: x", []string{"COOKIE sid=abc"}},
		{"prose", "Cookie: chocolate chip", nil},
		{"an empty value", "Cookie: sid=", nil},
	})
}
