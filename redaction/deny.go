package redaction

import (
	"fmt"
	"strings"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Deny is a term that is always found: the name of a person, of a project, of a customer. It matches as whole words (in scripts without
// blanks between words, anywhere), in any case of its ASCII letters, with one or more blanks or line ends where the term has a blank. Its
// entity must not be switched off.
type Deny struct {
	Term   string // minTerm to maxTerm bytes
	Entity string // the built-in entity that it is one of; "": DENY_LIST
}

const (
	minTerm  = 3
	maxTerm  = 256
	maxTerms = 10000
)

// Validate checks one entry. Its errors name the field, and never the term, which may be the very thing to keep secret.
func (d Deny) Validate() error {
	_, err := compileDeny(d)
	return err
}

func compileDeny(d Deny) (detect.Term, error) {
	term := detect.Term{Entity: detect.Denied}
	if d.Entity != "" {
		en, ok := EntityByName(d.Entity)
		if !ok {
			return term, fmt.Errorf("entity: %w", unknownEntity(d.Entity))
		}
		term.Entity = en
	}
	var o offsets
	term.Text = strings.TrimSpace(string(fold(nil, []byte(d.Term), &o)))
	if len(term.Text) < minTerm || len(term.Text) > maxTerm {
		return term, fmt.Errorf("term: expected %d to %d bytes without blanks around them, found %d", minTerm, maxTerm, len(term.Text))
	}
	return term, nil
}

// denied returns the terms of s.
func denied(s *Settings) ([]detect.Term, error) {
	if len(s.Deny) > maxTerms {
		return nil, fmt.Errorf("deny: expected up to %d terms, found %d", maxTerms, len(s.Deny))
	}
	terms := make([]detect.Term, 0, len(s.Deny))
	for i, d := range s.Deny {
		term, err := compileDeny(d)
		if err != nil {
			return nil, fmt.Errorf("deny[%d]: %w", i, err)
		}
		if on := s.Entities[term.Entity.String()].Enabled; on != nil && !*on {
			return nil, fmt.Errorf("deny[%d]: entity: expected one that is not switched off, found %s", i, term.Entity)
		}
		terms = append(terms, term)
	}
	return terms, nil
}
