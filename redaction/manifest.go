package redaction

import (
	"bytes"
	"slices"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Kubernetes Secrets in JSON: of an object whose kind is "Secret", the values below "data" and "stringData" are secret whatever their keys say.
// kubectl writes the data before the kind. For YAML see the package detect.

// secretKind is the kind, as it is written.
const secretKind = `"Secret"`

// IsManifestData reports whether key may hold the values of a Kubernetes Secret: see [Engine.BelowManifest].
func IsManifestData(key string) bool { return isManifestData(view(key)) }

func isManifestData(key []byte) bool { return string(key) == "data" || string(key) == "stringData" }

// BelowManifest is [Engine.Below] for the map under key in a map whose "kind" is "Secret". Use it where [IsManifestData] holds.
func (e *Engine) BelowManifest(p Place, key string) Place {
	p = e.Below(p, key)
	if p.around == detect.None {
		p.around = e.manifestEntity()
	}
	return p
}

// manifestEntity returns the entity of the values of a Kubernetes Secret.
func (e *Engine) manifestEntity() Entity { return e.scanner.KeyEntity([]byte("secret")) }

// isManifest reports whether the object that opens at at is a Kubernetes Secret.
func (w *walker) isManifest(at int) bool {
	if !w.secretsKnown {
		w.secrets, w.secretsKnown = w.secretObjects(), true
	}
	_, found := slices.BinarySearch(w.secrets, at)
	return found
}

// openObject is an object or a list that is being read.
type openObject struct {
	at     int
	isKind bool // its kind was read
}

// secretObjects returns where the objects open that are a Kubernetes Secret, in ascending order. It reads the text once for all of them, since
// each may stand in the data of another.
func (w *walker) secretObjects() (at []int) {
	if !bytes.Contains(w.text, []byte(secretKind)) || !w.run.spend(len(w.text)) {
		return nil
	}
	var open []openObject
	for i := 0; i < len(w.text); i++ {
		switch w.text[i] {
		case '{', '[':
			if len(open) > w.run.engine.maxDepth { // the walker will give up there
				return nil
			}
			open = append(open, openObject{at: i})
		case '}', ']':
			open = open[:max(0, len(open)-1)]
		case '"':
			from := i
			i = stringEnd(w.text, i)
			if len(open) == 0 || string(w.text[from:i]) != `"kind` {
				continue
			}
			if last := &open[len(open)-1]; !last.isKind && i < len(w.text) {
				isSecret, isKey := isSecretKind(w.text[i+1:])
				if last.isKind = isKey; isSecret {
					at = append(at, last.at)
				}
			}
		}
	}
	slices.Sort(at)
	return at
}

// isSecretKind reports whether text, which stands behind a string, is a colon and the kind of a Secret. isKey: it begins with a colon.
func isSecretKind(text []byte) (isSecret, isKey bool) {
	const blanks = " \t\r\n"
	value, isKey := bytes.CutPrefix(bytes.TrimLeft(text, blanks), []byte(":"))
	return isKey && bytes.HasPrefix(bytes.TrimLeft(value, blanks), []byte(secretKind)), isKey
}

// stringEnd returns where the string closes that opens at i.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text) && text[i] != '"'; i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return min(i, len(text))
}
