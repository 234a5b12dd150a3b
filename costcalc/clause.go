package costcalc

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// clauseDepth is how deeply clauses may nest.
const clauseDepth = 8

// clause is a condition on a name. Names are trimmed and in lower case; so are the texts of a clause, but not its patterns.
// The zero clause matches nothing.
type clause struct {
	operator operator
	text     string         // of equals, starts with, ends with, contains
	pattern  *regexp.Regexp // of regex
	operands []clause       // of or, and, not
}

type operator uint8

const (
	opNever  operator = iota
	opAlways          // of a user's table only
	opEquals
	opStartsWith
	opEndsWith
	opContains
	opRegex
	opOr
	opAnd
	opNot
)

// matches reports whether the clause holds for name.
func (c *clause) matches(name string) bool {
	switch c.operator {
	case opEquals:
		return name == c.text
	case opStartsWith:
		return strings.HasPrefix(name, c.text)
	case opEndsWith:
		return strings.HasSuffix(name, c.text)
	case opContains:
		return strings.Contains(name, c.text)
	case opRegex:
		return c.pattern.MatchString(name)
	case opOr:
		return c.any(name)
	case opAnd:
		return c.all(name)
	case opNot:
		return !c.any(name)
	case opAlways:
		return true
	case opNever:
	}
	return false
}

func (c *clause) any(name string) bool {
	for i := range c.operands {
		if c.operands[i].matches(name) {
			return true
		}
	}
	return false
}

func (c *clause) all(name string) bool {
	for i := range c.operands {
		if !c.operands[i].matches(name) {
			return false
		}
	}
	return true
}

// fileClause is a clause in the price table's file: an object of one operator and its operand.
type fileClause map[string]json.RawMessage

// operators are the operators by the name that the file uses.
var operators = map[string]operator{
	"equals": opEquals, "starts_with": opStartsWith, "ends_with": opEndsWith, "contains": opContains,
	"regex": opRegex, "or": opOr, "and": opAnd, "not": opNot,
}

// compile compiles a clause of at most so many levels. A nil clause matches nothing.
func (f fileClause) compile(levels int) (c clause, err error) {
	if f == nil {
		return clause{}, nil
	}
	if levels == 0 {
		return clause{}, fmt.Errorf("expected at most %d levels of clauses", clauseDepth)
	}
	if len(f) != 1 {
		return clause{}, fmt.Errorf("expected one operator in a clause, found %d", len(f))
	}
	for name, operand := range f {
		c.operator = operators[name]
		switch c.operator {
		case opEquals, opStartsWith, opEndsWith, opContains:
			err = json.Unmarshal(operand, &c.text)
			c.text = strings.ToLower(c.text)
		case opRegex:
			var text string
			if err = json.Unmarshal(operand, &text); err == nil {
				c.pattern, err = regexp.Compile(text)
			}
		case opOr, opAnd:
			var operands []fileClause
			if err = json.Unmarshal(operand, &operands); err == nil {
				c.operands, err = compileAll(operands, levels-1)
			}
		case opNot:
			var one fileClause
			if err = json.Unmarshal(operand, &one); err == nil {
				c.operands, err = compileAll([]fileClause{one}, levels-1)
			}
		case opNever, opAlways:
			err = fmt.Errorf("expected one of equals, starts_with, ends_with, contains, regex, or, and, not; found %q", name)
		}
	}
	return c, err
}

func compileAll(files []fileClause, levels int) ([]clause, error) {
	if len(files) == 0 {
		return nil, errors.New("expected at least one clause")
	}
	clauses := make([]clause, len(files))
	for i, f := range files {
		if f == nil {
			return nil, errors.New("expected a clause, found null")
		}
		var err error
		if clauses[i], err = f.compile(levels); err != nil {
			return nil, err
		}
	}
	return clauses, nil
}
