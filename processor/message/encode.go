package message

import "unicode/utf8"

// JSON writes n as JSON without space. Bytes that are no UTF-8 become U+FFFD.
func (n Node) JSON() string { return string(n.AppendJSON(make([]byte, 0, n.size()))) }

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

// AppendJSON appends what JSON returns.
func (n Node) AppendJSON(b []byte) []byte {
	switch n.Type {
	case Null:
		return append(b, "null"...)
	case Bool, Number:
		return append(b, n.Text...)
	case String:
		return appendString(b, n.Text)
	case Array:
		b = append(b, '[')
		for i := range n.Items {
			if i > 0 {
				b = append(b, ',')
			}
			b = n.Items[i].AppendJSON(b)
		}
		return append(b, ']')
	case Object:
		b = append(b, '{')
		for i := range n.Items {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendString(b, n.Keys[i]), ':')
			b = n.Items[i].AppendJSON(b)
		}
		return append(b, '}')
	}
	return b
}

// plain says of each byte whether it stands for itself in a JSON string; never written after.
var plain = func() (table [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		table[c] = c != '"' && c != '\\'
	}
	return table
}()

// appendString appends a JSON string.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0
	for i := 0; ; {
		for i += plainWords(s[i:]); i < len(s) && plain[s[i]]; { // to what ended the words, without asking them again
			i++
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				b = append(append(b, s[done:i]...), "\ufffd"...)
				done = i + 1
			}
			i += size
			continue
		}
		b = appendEscape(append(b, s[done:i]...), c)
		i++
		done = i
	}
	return append(append(b, s[done:]...), '"')
}

// plainWords is the length of the pairs of words of eight bytes at the beginning of a text that stand for themselves, all of them.
func plainWords(s string) int {
	const (
		size  = 8
		highs = 0x8080808080808080
	)
	i := 0
	for ; len(s)-i >= 2*size; i += 2 * size {
		pair := s[i : i+2*size]
		if (notPlain(pair[:size])|notPlain(pair[size:]))&highs != 0 {
			break
		}
	}
	return i
}

// notPlain says of each of eight bytes by its highest bit that it is below a space, a quote, a backslash or no ASCII. It may say so of the byte
// behind such a one, too.
func notPlain(s string) uint64 {
	const ones = 0x0101010101010101
	word := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	return word | (word - ' '*ones) | (word ^ '"'*ones - ones) | (word ^ '\\'*ones - ones)
}

func appendEscape(b []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	default:
		return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
	}
}
