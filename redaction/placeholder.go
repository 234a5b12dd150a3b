package redaction

import (
	"errors"
	"fmt"
	"strings"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// DefaultPlaceholder is the template of placeholders in force where Settings.Placeholder is "".
const DefaultPlaceholder = "<{entity}>"

const (
	entityField    = "{entity}"
	maxPlaceholder = 64 // bytes of a template
	// failedName stands for the entity of a value that could not be processed.
	failedName = "REDACTED"
)

// checkPlaceholder reports what is wrong with a template. It goes into JSON strings as it is, and must stay one line of ASCII.
func checkPlaceholder(template string) error {
	if template == "" || len(template) > maxPlaceholder {
		return fmt.Errorf("expected 1 to %d characters, found %d", maxPlaceholder, len(template))
	}
	if strings.Count(template, entityField) > 1 {
		return errors.New("expected " + entityField + " once at most")
	}
	for _, c := range []byte(template) {
		if c < ' ' || c > '~' || c == '"' || c == '\\' {
			return errors.New(`expected printable ASCII characters other than " and \`)
		}
	}
	return nil
}

// fill puts the name of an entity into a template.
func fill(template, name string) string { return strings.ReplaceAll(template, entityField, name) }

// makePlaceholders fills e.placeholders and returns the grammar by which they are known again.
func (e *Engine) makePlaceholders(template string) *detect.Placeholders {
	if template == "" {
		template = DefaultPlaceholder
	}
	var own []string
	for i := range e.names {
		name := e.names[i]
		if i == int(detect.None) {
			name = failedName
		} else if i >= detect.EntityCount {
			own = append(own, name)
		}
		e.placeholders = append(e.placeholders, fill(template, name))
	}
	if template == DefaultPlaceholder {
		return detect.NewPlaceholders(own, nil)
	}
	made := e.placeholders
	if !strings.Contains(template, entityField) {
		made = made[:1]
	}
	return detect.NewPlaceholders(own, made)
}
