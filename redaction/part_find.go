package redaction

import (
	"bytes"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// joinParts adds the edits of what stands in several parts of one message in a JSON document, whose other edits are those from index
// from on.
func (r *run) joinParts(text []byte, p *site, from int) {
	if !r.spend(len(text)) {
		return
	}
	j := r.takeJoiner()
	defer r.giveJoiner()
	j.text, j.alone, j.site = text, r.edits[from:], *p
	j.site.whole = detect.None
	f := partFinder{joiner: j, text: text}
	f.value(partKey(p.place.Key))
	if !r.failed {
		j.merge(from)
	}
}

// shape is what an object shows, at little cost, of being a part: enough to tell whether a closer look is worth it.
type shape uint8

const (
	noText  shape = 0
	hasText shape = 1
	hasRole shape = 2
)

// shapeOf returns what an entry adds to the shape of its object. That of a text is nothing if it is no string.
func shapeOf(key []byte) shape {
	switch string(key) {
	case "role":
		return hasRole
	case "text", "content":
		return hasText
	}
	return noText
}

// isPartList is IsPartList for the bytes of a key.
func isPartList(key []byte) bool { return IsPartList(partKey(key)) }

// partFinder goes over a JSON document that is known to be valid, and not too deep, and joins the neighbouring parts in its lists.
type partFinder struct {
	joiner *joiner
	text   []byte
	i      int // next byte
}

// element is what was read: a string, or an object that is perhaps a part.
type element struct {
	shape         PartShape
	text, content part
	isString      bool
}

// value reads a value. key is the nearest key around it, as partKey returns it.
func (f *partFinder) value(key string) (e element) {
	f.space()
	switch f.text[f.i] {
	case '"':
		e.text, e.isString = f.string(), true
	case '[':
		f.list(key)
	case '{':
		e = f.object()
	default:
		for f.i < len(f.text) && !isDelimiter(f.text[f.i]) {
			f.i++
		}
	}
	f.space()
	return e
}

func isDelimiter(c byte) bool {
	return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || c == '\r' || c == '\t'
}

func (f *partFinder) space() {
	for f.i < len(f.text) && (f.text[f.i] == ' ' || f.text[f.i] == '\n' || f.text[f.i] == '\r' || f.text[f.i] == '\t') {
		f.i++
	}
}

// string reads a string and returns where its content stands.
func (f *partFinder) string() part {
	p := part{start: f.i + 1, end: f.i + 1, quoted: true}
	for {
		p.end += bytes.IndexByte(f.text[p.end:], '"')
		if !isEscaped(f.text[p.start:], p.end-p.start) {
			break
		}
		p.end++
	}
	f.i = p.end + 1
	return p
}

// list reads a list, and has the neighbouring parts in it joined.
func (f *partFinder) list(key string) {
	j := f.joiner
	base := len(j.parts)
	nameBefore, typeBefore := "", ""
	f.i++
	for f.space(); f.text[f.i] != ']'; {
		e := f.value(key)
		name, text := e.shape.TextKey(key), e.text
		switch {
		case e.isString && IsPartList(key):
			name = key
		case name == "content":
			text = e.content
		}
		if name != nameBefore || e.shape.Type != typeBefore {
			j.flush(base, nameBefore)
		}
		if nameBefore, typeBefore = name, e.shape.Type; name != "" {
			text.escaped = bytes.IndexByte(f.text[text.start:text.end], '\\') >= 0
			j.parts = append(j.parts, text)
		}
		if f.text[f.i] == ',' {
			f.i++
		}
	}
	j.flush(base, nameBefore)
	f.i++
}

// flush joins the parts from index base on, whose texts stand under key, and forgets them.
func (j *joiner) flush(base int, key string) {
	if len(j.parts)-base > 1 && !j.run.failed {
		j.key = append(j.key[:0], key...)
		j.site.place.Key = j.key
		j.join(j.parts[base:])
	}
	j.parts = j.parts[:base]
}

// object reads an object and notes what shows that it is a part.
func (f *partFinder) object() (e element) {
	hasText, hasContent := false, false
	f.i++
	for f.space(); f.text[f.i] != '}'; f.space() {
		key := partKey(f.resolved(f.string()))
		f.space()
		f.i++ // the colon
		f.space()
		v := f.value(key)
		switch key {
		case "role":
			e.shape.Role = true
		case "type":
			if !e.shape.Typed && v.isString {
				e.shape.Type = textType(f.resolved(v.text))
			}
			e.shape.Typed = true
		case "text":
			if !hasText && v.isString {
				e.shape.Text, e.text = true, v.text
			}
			hasText = true
		case "content":
			if !hasContent && v.isString {
				e.shape.Content, e.content = true, v.text
			}
			hasContent = true
		}
		if f.text[f.i] == ',' {
			f.i++
		}
	}
	f.i++
	return e
}

// resolved returns a short string without its escapes, and nil for a longer one. The next call overwrites it.
func (f *partFinder) resolved(p part) []byte {
	const longest = 6 * len("output_text") // each character an escape
	content := f.text[p.start:p.end]
	if len(content) > longest {
		return nil
	}
	if bytes.IndexByte(content, '\\') < 0 {
		return content
	}
	f.joiner.offsets.reset()
	f.joiner.name = unescape(f.joiner.name[:0], content, &f.joiner.offsets)
	return f.joiner.name
}

// partKey returns a key that matters to parts, as a string of its own, and "" for any other.
func partKey(name []byte) string {
	for _, k := range [...]string{"type", "role", "text", "content", "parts", "contents"} {
		if string(name) == k {
			return k
		}
	}
	return ""
}
