package redaction

import (
	"bytes"

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

// isManifest reports whether the object whose entries are read is one of a Kubernetes Secret.
func (w *walker) isManifest(seen *entries) bool {
	if seen.manifest == unanswered {
		seen.manifest = answerOf(w.holdsSecretKind() && w.hasSecretKind(seen.start))
	}
	return seen.manifest == yes
}

// holdsSecretKind reports whether the kind stands anywhere in the text.
func (w *walker) holdsSecretKind() bool {
	if w.secrets == unanswered {
		w.secrets = answerOf(bytes.Contains(w.text, []byte(secretKind)))
	}
	return w.secrets == yes
}

// hasSecretKind reads the entries of the object from start on, up to its kind.
func (w *walker) hasSecretKind(start int) bool {
	depth, i := 0, start
	for ; i < len(w.text) && depth >= 0; i++ {
		switch w.text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			from := i
			if i = stringEnd(w.text, i); depth > 0 || string(w.text[from:i]) != `"kind` {
				continue
			}
			value := w.text[min(i+1, len(w.text)):]
			if value = bytes.TrimLeft(value, " \t\r\n"); len(value) > 0 && value[0] == ':' {
				return w.run.spend(i-start) && bytes.HasPrefix(bytes.TrimLeft(value[1:], " \t\r\n"), []byte(secretKind))
			}
		}
	}
	w.run.spend(i - start)
	return false
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

// answer is what is known of a question.
type answer uint8

const (
	unanswered answer = iota
	no
	yes
)

func answerOf(is bool) answer {
	if is {
		return yes
	}
	return no
}
