package message

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Parse reads one JSON text (RFC 8259). ok is false where it is none, where an object has a key twice, and where it nests deeper than
// [MaxDepth]. Strings without escapes share the text's memory.
func Parse(text string) (n Node, ok bool) {
	p := parser{text: text}
	p.space()
	n, ok = p.value(0)
	p.space()
	return n, ok && p.at == len(text)
}

// ParseDeep reads JSON text that holds an array or object, also where that stands as JSON text in a JSON string.
func ParseDeep(text string) (n Node, ok bool) {
	const layers = 2
	for range layers {
		text = strings.TrimSpace(text)
		if text == "" || text[0] != '{' && text[0] != '[' && text[0] != '"' {
			return Node{}, false
		}
		if n, ok = Parse(text); !ok {
			return Node{}, false
		}
		if n.Type != String {
			return n, true
		}
		text = n.Text
	}
	return Node{}, false
}

// unquote returns the text inside of a text that is one JSON string, else the text itself.
func unquote(text string) string {
	if trimmed := strings.TrimSpace(text); strings.HasPrefix(trimmed, `"`) {
		if n, ok := Parse(trimmed); ok {
			return n.Text
		}
	}
	return text
}

type parser struct {
	text string
	at   int // next byte
}

func (p *parser) space() {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\t', '\n', '\r':
			p.at++
		default:
			return
		}
	}
}

// next takes a byte if it is the next one.
func (p *parser) next(b byte) bool {
	if p.at < len(p.text) && p.text[p.at] == b {
		p.at++
		return true
	}
	return false
}

func (p *parser) value(depth int) (n Node, ok bool) {
	if p.at == len(p.text) || depth > MaxDepth {
		return n, false
	}
	switch p.text[p.at] {
	case '{':
		return p.object(depth + 1)
	case '[':
		return p.array(depth + 1)
	case '"':
		n.Type = String
		n.Text, ok = p.str()
		return n, ok
	case 't':
		return Node{Type: Bool, Text: "true"}, p.word("true")
	case 'f':
		return Node{Type: Bool, Text: "false"}, p.word("false")
	case 'n':
		return n, p.word("null")
	default:
		n.Type = Number
		n.Text, ok = p.number()
		return n, ok
	}
}

func (p *parser) word(w string) bool {
	if !strings.HasPrefix(p.text[p.at:], w) {
		return false
	}
	p.at += len(w)
	return true
}

func (p *parser) array(depth int) (n Node, ok bool) {
	if depth > MaxDepth {
		return n, false
	}
	n.Type = Array
	p.at++
	if p.space(); p.next(']') {
		return n, true
	}
	for {
		p.space()
		item, ok := p.value(depth)
		if !ok {
			return n, false
		}
		n.Items = append(n.Items, item)
		p.space()
		if p.next(']') {
			return n, true
		}
		if !p.next(',') {
			return n, false
		}
	}
}

func (p *parser) object(depth int) (n Node, ok bool) {
	if depth > MaxDepth {
		return n, false
	}
	n.Type = Object
	p.at++
	if p.space(); p.next('}') {
		return n, true
	}
	for {
		if p.space(); p.at == len(p.text) || p.text[p.at] != '"' {
			return n, false
		}
		key, ok := p.str()
		if p.space(); !ok || !p.next(':') {
			return n, false
		}
		p.space()
		value, ok := p.value(depth)
		if !ok {
			return n, false
		}
		n.put(key, value)
		p.space()
		if p.next('}') {
			return n, unique(n.Keys)
		}
		if !p.next(',') {
			return n, false
		}
	}
}

// unique reports whether no key is there twice: which one counts is up to every reader, so that such an object is left alone.
func unique(keys []string) bool {
	const few = 16
	if len(keys) > few {
		seen := make(map[string]struct{}, len(keys))
		for _, key := range keys {
			seen[key] = struct{}{}
		}
		return len(seen) == len(keys)
	}
	for i, key := range keys {
		for _, earlier := range keys[:i] {
			if key == earlier {
				return false
			}
		}
	}
	return true
}

func (p *parser) number() (string, bool) {
	start := p.at
	p.next('-')
	if !p.next('0') && !p.digits() {
		return "", false
	}
	if p.next('.') && !p.digits() {
		return "", false
	}
	if p.next('e') || p.next('E') {
		if !p.next('+') {
			p.next('-')
		}
		if !p.digits() {
			return "", false
		}
	}
	return p.text[start:p.at], true
}

func (p *parser) digits() bool {
	start := p.at
	for p.at < len(p.text) && '0' <= p.text[p.at] && p.text[p.at] <= '9' {
		p.at++
	}
	return p.at > start
}

// str reads a string, whose opening quote is next.
func (p *parser) str() (string, bool) {
	p.at++
	start := p.at
	for ; p.at < len(p.text); p.at++ {
		switch c := p.text[p.at]; {
		case c == '"':
			p.at++
			return p.text[start : p.at-1], true
		case c == '\\':
			return p.escaped(start)
		case c < ' ':
			return "", false
		}
	}
	return "", false
}

// escaped reads the rest of a string from its first escape on; start is the string's first byte.
func (p *parser) escaped(start int) (string, bool) {
	b := append([]byte(nil), p.text[start:p.at]...)
	for p.at < len(p.text) {
		c := p.text[p.at]
		p.at++
		switch {
		case c == '"':
			return string(b), true
		case c < ' ':
			return "", false
		case c != '\\':
			b = append(b, c)
			continue
		}
		if p.at == len(p.text) {
			return "", false
		}
		c = p.text[p.at]
		p.at++
		if i := strings.IndexByte(`"\/bfnrt`, c); i >= 0 {
			b = append(b, "\"\\/\b\f\n\r\t"[i])
			continue
		}
		if c != 'u' {
			return "", false
		}
		r, ok := p.unicode()
		if !ok {
			return "", false
		}
		b = utf8.AppendRune(b, r)
	}
	return "", false
}

// unicode reads the four digits of a \u escape and, where they are the first half of a surrogate pair, the second escape too. A half alone
// is U+FFFD.
func (p *parser) unicode() (rune, bool) {
	r, ok := p.hex()
	if !ok || !utf16.IsSurrogate(r) {
		return r, ok
	}
	after := p.at
	if strings.HasPrefix(p.text[p.at:], `\u`) {
		p.at += len(`\u`)
		if second, ok := p.hex(); ok {
			if pair := utf16.DecodeRune(r, second); pair != utf8.RuneError {
				return pair, true
			}
		}
	}
	p.at = after
	return utf8.RuneError, true
}

func (p *parser) hex() (rune, bool) {
	const digits = 4
	if len(p.text)-p.at < digits {
		return 0, false
	}
	v, err := strconv.ParseUint(p.text[p.at:p.at+digits], 16, 16)
	p.at += digits
	return rune(v), err == nil
}
