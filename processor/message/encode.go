package message

import (
	"strings"
	"unicode/utf8"
)

// JSON writes n as JSON without space. Bytes that are no UTF-8 become U+FFFD.
func (n Node) JSON() string {
	var b strings.Builder
	b.Grow(n.size())
	n.write(&b)
	return b.String()
}

// size is about how many bytes n has as JSON: what escapes add is left out.
func (n Node) size() int {
	const marks = 4 // quotes, a colon, a comma
	bytes := len(n.Text) + marks
	for i, item := range n.Items {
		bytes += item.size()
		if n.Type == Object {
			bytes += len(n.Keys[i]) + marks
		}
	}
	return bytes
}

func (n Node) write(b *strings.Builder) {
	switch n.Type {
	case Null:
		b.WriteString("null")
	case Bool, Number:
		b.WriteString(n.Text)
	case String:
		writeString(b, n.Text)
	case Array:
		b.WriteByte('[')
		for i, item := range n.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			item.write(b)
		}
		b.WriteByte(']')
	case Object:
		b.WriteByte('{')
		for i, item := range n.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			writeString(b, n.Keys[i])
			b.WriteByte(':')
			item.write(b)
		}
		b.WriteByte('}')
	}
}

// plain says of each byte whether it stands for itself in a JSON string; never written after.
var plain = func() (table [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		table[c] = c != '"' && c != '\\'
	}
	return table
}()

func writeString(b *strings.Builder, s string) {
	b.WriteByte('"')
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if plain[c] {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				b.WriteString(s[done:i])
				b.WriteString("\ufffd")
				done = i + 1
			}
			i += size
			continue
		}
		b.WriteString(s[done:i])
		writeEscape(b, c)
		i++
		done = i
	}
	b.WriteString(s[done:])
	b.WriteByte('"')
}

func writeEscape(b *strings.Builder, c byte) {
	const hex = "0123456789abcdef"
	b.WriteByte('\\')
	switch c {
	case '"', '\\':
		b.WriteByte(c)
	case '\n':
		b.WriteByte('n')
	case '\r':
		b.WriteByte('r')
	case '\t':
		b.WriteByte('t')
	default:
		b.WriteString("u00")
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
}
