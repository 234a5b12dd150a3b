package redaction

import (
	"bytes"
	"unicode/utf8"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// unescape appends to dst what the content of a valid JSON string stands for, and marks in o where the two differ. A surrogate
// without its partner becomes U+FFFD, as in encoding/json; invalid UTF-8 stays as it is.
func unescape(dst, content []byte, o *offsets) []byte {
	for i := 0; i < len(content); {
		if content[i] != '\\' {
			n := bytes.IndexByte(content[i:], '\\')
			if n < 0 {
				n = len(content) - i
			}
			dst = append(dst, content[i:i+n]...)
			i += n
			continue
		}
		var size int
		dst, size = appendEscape(dst, content[i:])
		i += size
		o.mark(len(dst), i)
	}
	return dst
}

// appendEscape appends what the valid JSON escape at the start of b stands for, and returns its length in b.
func appendEscape(dst, b []byte) ([]byte, int) {
	switch c := b[1]; c {
	case 'n':
		return append(dst, '\n'), 2
	case 't':
		return append(dst, '\t'), 2
	case 'r':
		return append(dst, '\r'), 2
	case 'b':
		return append(dst, '\b'), 2
	case 'f':
		return append(dst, '\f'), 2
	case 'u':
		r, size := detect.UnicodeEscape(b)
		return utf8.AppendRune(dst, r), size
	default: // quote, backslash, slash
		return append(dst, c), 2
	}
}

func hexRune(b []byte) rune {
	r := rune(0)
	for _, c := range b {
		r = r<<4 | rune(hexValue(c))
	}
	return r
}

func isHex(b []byte) bool {
	for _, c := range b {
		if hexValue(c) < 0 {
			return false
		}
	}
	return true
}

// hexValue returns the value of a hexadecimal digit, or -1.
func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
