package genaiprocessor

import (
	"bytes"
	"errors"
)

var errManyDocuments = errors.New("one YAML document is expected, found more")

// isOneDocument reports whether YAML holds no second document, of which the decoder would say nothing: entries that someone put behind a
// `---` would not hold. A line that begins with one starts a document wherever it stands (YAML 1.2.2, section 9.1.2, 2021-10-01).
func isOneDocument(content []byte) bool {
	begun, ended := false, false
	for line := range bytes.Lines(bytes.TrimPrefix(content, []byte("\ufeff"))) {
		text := bytes.TrimSpace(line)
		switch {
		case len(text) == 0, line[0] == '%' && !begun, text[0] == '#':
		case isMarker(line, "---"):
			if begun {
				return false
			}
			begun = true
		case isMarker(line, "..."):
			ended = true
		case ended:
			return false
		default:
			begun = true
		}
	}
	return true
}

// isMarker reports whether a line is a marker, or begins with one and has a space behind it.
func isMarker(line []byte, marker string) bool {
	rest, found := bytes.CutPrefix(line, []byte(marker))
	return found && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0)
}
