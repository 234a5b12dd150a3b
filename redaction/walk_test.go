package redaction

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
)

// node is a JSON value as encoding/json's decoder reads it, with the order of entries kept: string, json.Number, bool, nil, []node, or
// []entry.
type node any

type entry struct {
	key   string
	value node
}

var errNoJSON = errors.New("not one JSON document")

// decode reads a whole document.
func decode(text string) (node, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	n, err := decodeValue(d)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err == nil {
		return nil, errNoJSON
	}
	return n, nil
}

func decodeValue(d *json.Decoder) (node, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		list := []node{}
		for d.More() {
			n, err := decodeValue(d)
			if err != nil {
				return nil, err
			}
			list = append(list, n)
		}
		_, err = d.Token()
		return list, err
	case json.Delim('{'):
		entries := []entry{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			n, err := decodeValue(d)
			if err != nil {
				return nil, err
			}
			entries = append(entries, entry{key.(string), n})
		}
		_, err = d.Token()
		return entries, err
	default:
		return token, nil
	}
}

// walk redacts a structured value as the comment of Engine.Text says that a walker must.
func walk(e *Engine, n node, p Place, t *Tally) node {
	switch v := n.(type) {
	case string:
		out, _ := e.Text(v, p, t)
		return out
	case json.Number:
		if placeholder, found := e.Number(v.String(), p, t); found {
			return placeholder
		}
		return v
	case []node:
		out := []node{}
		for _, element := range v {
			out = append(out, walk(e, element, p, t))
		}
		return out
	case []entry:
		if len(v) == 0 {
			return v
		}
		out := []entry{}
		uses := map[string]int{}
		for _, kv := range v {
			key, changed := e.Key(kv.key, p, t)
			if e.IsPlaceholder(key) {
				if uses[key]++; changed && uses[key] > 1 {
					key += "#" + strconv.Itoa(uses[key])
				}
			}
			out = append(out, entry{key, walk(e, kv.value, e.Below(p, kv.key), t)})
		}
		return out
	default:
		return v
	}
}

// escapeAll writes s as a JSON string in which every character is an escape.
func escapeAll(s string) string {
	var b bytes.Buffer
	b.WriteByte('"')
	for _, r := range s {
		quoted, _ := json.Marshal(string(r))
		if inner := quoted[1 : len(quoted)-1]; inner[0] == '\\' {
			b.Write(inner)
			continue
		}
		for _, unit := range utf16Of(r) {
			b.WriteString(`\u`)
			const digits = "0123456789abcdef"
			for shift := 12; shift >= 0; shift -= 4 {
				b.WriteByte(digits[unit>>shift&15])
			}
		}
	}
	b.WriteByte('"')
	return b.String()
}

func utf16Of(r rune) []uint16 {
	if r < 0x10000 {
		return []uint16{uint16(r)}
	}
	r -= 0x10000
	return []uint16{uint16(0xD800 + r>>10), uint16(0xDC00 + r&0x3FF)}
}
