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
	minPlaceholder = 3  // bytes of what a template makes
	// openingSigns are those that a template begins with: at others a detector may look for something, and a letter, a digit or a blank
	// would make a placeholder of a part of a word.
	openingSigns = "<[({*#$?!|~^"
	// failedName stands for the entity of a value that could not be processed.
	failedName = "REDACTED"
)

// checkPlaceholder reports what is wrong with a template. It goes into JSON strings as it is, and must stay one line of ASCII. It is
// passed over where it stands in a text, and so must be nothing that texts are full of.
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
	if !strings.Contains(openingSigns, fill(template, failedName)[:1]) {
		return fmt.Errorf("expected one of %s first", strings.Join(strings.Split(openingSigns, ""), " "))
	}
	if len(template) < minPlaceholder {
		return fmt.Errorf("expected at least %d characters, found %d", minPlaceholder, len(template))
	}
	return nil
}

// checkMade reports whether something would be found in what a template makes, did the grammar not pass over it: beside other text, it is
// then no placeholder everywhere.
func (e *Engine) checkMade() error {
	all, err := New(Settings{Packs: []string{"all"}})
	if err != nil {
		return err
	}
	for _, made := range e.placeholders {
		var found Tally
		if all.Text("x "+made+" x", Place{}, &found); found.HasFindings() || found.Failures() > 0 {
			return errors.New("placeholder: expected a text in which nothing is found")
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
