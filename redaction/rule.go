package redaction

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Rule finds something of the user's own with a regular expression. It is run only around its literal, so that a text without the literal
// costs one search for it.
type Rule struct {
	Name      string   // of its entity, such as "EMPLOYEE_ID": capitals, digits and underscores; no built-in one
	Regex     string   // RE2
	Literal   string   // a text of minLiteral bytes or more that stands in every match, in this case
	MaxLength int      // how long a match can be, in bytes, from the literal's length to maxRuleLength
	Context   []string // words of which one must stand beside a match or in the keys above it; none: no word is needed
	Validator string   // what a match must pass, too: one of [Validators]; "": nothing
	Action    *Action  // nil: Settings.Action
}

const (
	minLiteral    = 3
	maxRuleLength = 1024
	maxRules      = 64
	maxRuleName   = 40
)

// Validators returns the names that Rule.Validator may have, in a fixed order.
func Validators() []string { return detect.Checks() }

// rule is a compiled Rule.
type rule struct {
	entity  Entity
	regex   *regexp.Regexp
	literal []byte
	signs   bool // the literal holds some that may be written in another way: see isSign
	length  int
	subject int // index among the lists of context words that the scanner knows; -1: no word is needed
	check   func(b []byte) bool
}

// compileRules adds the rules of s to e and to policy. Names come first, so that nothing else need wait for them.
func (e *Engine) compileRules(s *Settings, policy *detect.Policy) error {
	if len(s.Rules) > maxRules {
		return fmt.Errorf("rules: expected up to %d, found %d", maxRules, len(s.Rules))
	}
	for i := range s.Rules {
		r, err := compileRule(&s.Rules[i])
		if err != nil {
			return fmt.Errorf("rules[%d]: %w", i, err)
		}
		for _, name := range e.names {
			if name == s.Rules[i].Name {
				return fmt.Errorf("rules[%d]: name: expected one that no other entity has, found %q", i, name)
			}
		}
		r.entity = Entity(len(e.names))
		e.names = append(e.names, s.Rules[i].Name)
		if len(s.Rules[i].Context) > 0 {
			r.subject = len(policy.Subjects)
			policy.Subjects = append(policy.Subjects, s.Rules[i].Context)
		}
		e.rules = append(e.rules, r)
	}
	return nil
}

func compileRule(in *Rule) (rule, error) {
	r := rule{literal: []byte(in.Literal), length: in.MaxLength, subject: -1, signs: strings.ContainsFunc(in.Literal, isSign)}
	if !isRuleName(in.Name) {
		return r, fmt.Errorf("name: expected 2 to %d capitals, digits and _ that begin with a capital, found %q", maxRuleName, in.Name)
	}
	parsed, err := syntax.Parse(in.Regex, syntax.Perl)
	if err != nil {
		return r, regexError(err)
	}
	switch {
	case in.Regex == "":
		return r, errors.New("regex: expected an RE2 regular expression, found none")
	case len(in.Literal) < minLiteral:
		return r, fmt.Errorf("literal: expected at least %d bytes, found %d", minLiteral, len(in.Literal))
	case !requires(parsed, in.Literal):
		return r, errors.New("literal: expected a text that stands in every match of regex, in one piece and in the same case")
	case in.MaxLength < len(in.Literal) || in.MaxLength > maxRuleLength:
		return r, fmt.Errorf("max_length: expected %d to %d bytes, found %d", len(in.Literal), maxRuleLength, in.MaxLength)
	}
	if r.regex, err = regexp.Compile(in.Regex); err != nil {
		return r, regexError(err)
	}
	for k, words := range in.Context {
		if !detect.IsContext(words) {
			return r, fmt.Errorf("context[%d]: expected a word or two words of small letters with a blank between", k)
		}
	}
	if in.Validator != "" {
		if r.check = detect.Check(in.Validator); r.check == nil {
			return r, fmt.Errorf("validator: expected one of %s, found %q", strings.Join(Validators(), ", "), in.Validator)
		}
	}
	if in.Action != nil {
		return r, in.Action.check("action")
	}
	return r, nil
}

// isSign reports whether c may be written as an escape or as another character: all but letters, digits, blanks and underscores of ASCII may.
func isSign(c rune) bool {
	return c >= 0x80 || c != ' ' && c != '_' && !isDigit(byte(c)) && !isLetter(byte(c))
}

func isRuleName(name string) bool {
	if len(name) < 2 || len(name) > maxRuleName || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	for _, c := range []byte(name) {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return name != failedName
}

// requires reports whether every match of re holds literal in a piece that is literal itself. It says no where it can't tell.
func requires(re *syntax.Regexp, literal string) bool {
	switch re.Op {
	case syntax.OpLiteral:
		return re.Flags&syntax.FoldCase == 0 && strings.Contains(string(re.Rune), literal)
	case syntax.OpCapture, syntax.OpPlus:
		return requires(re.Sub[0], literal)
	case syntax.OpRepeat:
		return re.Min > 0 && requires(re.Sub[0], literal)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if requires(sub, literal) {
				return true
			}
		}
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !requires(sub, literal) {
				return false
			}
		}
		return len(re.Sub) > 0
	}
	return false
}

// applyRules adds the edits of the user's rules in text, which the scanner has just seen whole, and joins them with those from index from
// on.
func (r *run) applyRules(text []byte, from int) {
	for i := range r.engine.rules {
		second := len(r.edits)
		r.applyRule(&r.engine.rules[i], text)
		if r.failed {
			return
		}
		if len(r.edits) > second && second > from {
			r.merge(from, second)
		}
	}
}

// mayMatchRule reports whether a rule may match in a text that one look has shown to be clean, or that is folded, since its literal stands
// there, or may come about by an escape or, with foldable, by folding.
func (r *run) mayMatchRule(text []byte, foldable bool) bool {
	for i := range r.engine.rules {
		u := &r.engine.rules[i]
		if bytes.Contains(text, u.literal) || u.signs && (foldable || bytes.IndexByte(text, '\\') >= 0) {
			return true
		}
	}
	return false
}

func (r *run) applyRule(u *rule, text []byte) {
	for at := 0; at <= len(text)-len(u.literal); {
		i := bytes.Index(text[at:], u.literal)
		if i < 0 {
			return
		}
		i += at
		if end := r.engine.grammar.EndAround(text, i); end > i {
			at = end // "EMP" in "<EMPLOYEE_ID>"
			continue
		}
		start, end, found := r.match(u, text, i)
		if r.failed {
			return
		}
		if !found {
			at = i + 1
			continue
		}
		at = end
		finding := text[start:end]
		if u.check != nil && !u.check(finding) || u.subject >= 0 && !r.scan.About(u.subject, start, end) {
			continue
		}
		if r.engine.allowed(u.entity, finding) || r.isKept(u.entity) {
			continue
		}
		if e, changes := r.edit(start, end, u.entity, finding); changes {
			r.edits = append(r.edits, e)
		}
	}
}

// match returns where the match of u stands that holds the literal at i. What it looks at grows where the match touches its edges, so that
// a match that is longer than declared is not cut.
func (r *run) match(u *rule, text []byte, i int) (start, end int, found bool) {
	low, high := max(0, i-u.length), min(len(text), i+len(u.literal)+u.length)
	for r.spend(high - low) {
		loc := around(u.regex, text[low:high], i-low, i-low+len(u.literal))
		if loc == nil {
			return 0, 0, false
		}
		size := high - low
		cutLeft, cutRight := loc[0] == 0 && low > 0, loc[1] == size && high < len(text)
		if !cutLeft && !cutRight {
			return low + loc[0], low + loc[1], true
		}
		if cutLeft {
			low = max(0, low-size)
		}
		if cutRight {
			high = min(len(text), high+size)
		}
	}
	return 0, 0, false
}

// around returns the first match of regex in b that holds b[start:end], nil where there is none.
func around(regex *regexp.Regexp, b []byte, start, end int) []int {
	for _, loc := range regex.FindAllIndex(b, -1) {
		if loc[0] <= start && end <= loc[1] {
			return loc
		}
		if loc[0] > start {
			return nil
		}
	}
	return nil
}
