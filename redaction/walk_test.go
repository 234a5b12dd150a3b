package redaction

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
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
		return walkList(e, v, p, t)
	case []entry:
		if len(v) == 0 {
			return v
		}
		out := []entry{}
		uses, name := map[string]int{}, ""
		for _, kv := range v {
			key, changed := e.Key(kv.key, p, t)
			if e.IsPlaceholder(key) {
				if uses[key]++; changed && uses[key] > 1 {
					key += "#" + strconv.Itoa(uses[key])
				}
			}
			place := e.Below(p, kv.key)
			if IsPairValue(kv.key) {
				place = e.BelowNamed(p, kv.key, name)
			}
			if _, isMap := kv.value.([]entry); isMap && IsManifestData(kv.key) && isSecretManifest(v) {
				place = e.BelowManifest(p, kv.key)
			}
			if s, isString := kv.value.(string); isString && IsPairName(kv.key) {
				name = s
			}
			out = append(out, entry{key, walk(e, kv.value, place, t)})
		}
		return out
	default:
		return v
	}
}

// isSecretManifest reports whether the first kind of a map is that of a Kubernetes Secret.
func isSecretManifest(entries []entry) bool {
	for _, kv := range entries {
		if kv.key == "kind" {
			return kv.value == "Secret"
		}
	}
	return false
}

// walkList redacts a list, with the neighbouring parts in it joined.
func walkList(e *Engine, list []node, p Place, t *Tally) node {
	out := []node{}
	for len(list) > 0 {
		key, n := textKeyOf(list[0], p), 1
		for key != (textKey{}) && n < len(list) && textKeyOf(list[n], p) == key {
			n++
		}
		if n == 1 {
			out, list = append(out, walk(e, list[0], p, t)), list[1:]
			continue
		}
		place := p
		if key.name != "" {
			place = e.Below(p, key.name)
		}
		var texts []string
		for _, element := range list[:n] {
			texts = append(texts, *textOf(element, key.name))
		}
		e.Parts(texts, place, t)
		for i, element := range list[:n] {
			if key.name == "" {
				out = append(out, texts[i])
				continue
			}
			// The rest of the object is walked with no text in it.
			entries := append([]entry{}, element.([]entry)...)
			at := slices.IndexFunc(entries, func(kv entry) bool { return kv.key == key.name })
			entries[at].value = ""
			walked := walk(e, entries, p, t).([]entry)
			walked[at].value = texts[i]
			out = append(out, walked)
		}
		list = list[n:]
	}
	return out
}

// textKey says where an element has a text that goes on in the next: under a key, or it is a string itself.
type textKey struct {
	isPart     bool
	name, kind string
}

func textKeyOf(n node, p Place) textKey {
	switch v := n.(type) {
	case string:
		return textKey{isPart: IsPartList(p.Key)}
	case []entry:
		var s PartShape
		for i := len(v) - 1; i >= 0; i-- {
			text, isString := v[i].value.(string)
			switch v[i].key {
			case "role":
				s.Role = true
			case "type":
				s.Typed, s.Type = true, text
			case "text":
				s.Text = isString
			case "content":
				s.Content = isString
			}
		}
		if name := s.TextKey(p.Key); name != "" {
			return textKey{isPart: true, name: name, kind: s.Type}
		}
	}
	return textKey{}
}

func textOf(n node, key string) *string {
	if key == "" {
		text := n.(string)
		return &text
	}
	for _, kv := range n.([]entry) {
		if kv.key == key {
			text := kv.value.(string)
			return &text
		}
	}
	return nil
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
