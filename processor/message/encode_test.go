package message

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzStringsEqualTheirNaiveTwin compares with a loop over bytes, and with what encoding/json reads.
func FuzzStringsEqualTheirNaiveTwin(f *testing.F) {
	for _, text := range []string{
		"", "plain", "a text of more than sixteen bytes", "quote \" in the second word", "0123456\\8901234567890", "0123456789abcde\n", "\x00\x1f \x7f", "héllo wörld, 世界",
		"0123456\x80", "\xff\xfe0123456789012345", "\u2028", strings.Repeat("x", 15) + "\"" + strings.Repeat("y", 17),
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := appendString([]byte("before"), text)
		require.Equal(t, "before"+slowString(text), string(got))
		var back string
		require.NoError(t, json.Unmarshal(got[len("before"):], &back))
		valid := ""
		for _, r := range text { // each byte that is no UTF-8 by itself
			valid += string(r)
		}
		require.Equal(t, valid, back)
	})
}

func slowString(text string) string {
	b := []byte{'"'}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(b, "\ufffd"...)
		case r >= utf8.RuneSelf || plain[text[i]]:
			b = append(b, text[i:i+size]...)
		default:
			b = appendEscape(b, text[i])
		}
		i += size
	}
	return string(append(b, '"'))
}
