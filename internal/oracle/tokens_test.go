package oracle

import (
	"errors"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// options are what the engine accepts beyond the defaults of jsontext: it passes on what it gets, duplicate names and invalid UTF-8 (in the
// bytes and as half a surrogate pair) included.
var options = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

// token is a JSON token as it is written.
type token struct {
	kind   jsontext.Kind
	isName bool
	gap    string // what stands before it: white space, a comma, a colon
	raw    string
}

// document is a JSON text as jsontext reads it.
type document struct {
	tokens []token
	tail   string // white space behind it
}

var errMore = errors.New("text behind the document")

// parse reads the one JSON value that text must be.
func parse(text string) (document, error) {
	var doc document
	d := jsontext.NewDecoder(strings.NewReader(text), options...)
	for at := 0; ; {
		raw, err := readToken(d)
		if err != nil {
			return document{}, err
		}
		end := int(d.InputOffset())
		parent, length := d.StackIndex(d.StackDepth())
		doc.tokens = append(doc.tokens, token{
			kind:   jsontext.Value(raw).Kind(),
			isName: parent == '{' && length%2 == 1 && raw != "{",
			gap:    text[at : end-len(raw)],
			raw:    raw,
		})
		at = end
		if d.StackDepth() == 0 {
			doc.tail = text[at:]
			if strings.Trim(doc.tail, " \t\r\n") != "" {
				return document{}, errMore
			}
			return doc, nil
		}
	}
}

// readToken reads a bracket, a string, a number or a literal, as it is written.
func readToken(d *jsontext.Decoder) (string, error) {
	switch kind := d.PeekKind(); kind {
	case '{', '}', '[', ']':
		_, err := d.ReadToken()
		return kind.String(), err
	}
	value, err := d.ReadValue()
	return string(value), err
}
