package redaction

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// Default limits, in force where a setting is zero.
const (
	DefaultMaxValueBytes = 4 << 20
	DefaultMaxDepth      = 64
)

// Settings are what a user can set. The zero Settings are the defaults.
type Settings struct {
	Allow         []Allow // findings to leave as they are
	MaxValueBytes int     // a longer value is replaced whole and counted as a failure; 0: DefaultMaxValueBytes
	MaxDepth      int     // JSON nested deeper is replaced whole and counted as a failure; 0: DefaultMaxDepth
}

// Allow names findings to leave as they are. Exactly one of Exact, Suffix and Regex is set; it is compared with the finding alone,
// never with the text around it, and after escapes and look-alike characters have been resolved. Comparison is case-exact.
type Allow struct {
	Entity string // only findings of this entity; "": of any
	Exact  string // the whole finding
	Suffix string // the end of the finding, such as "@example.com"
	Regex  string // RE2 that matches the whole finding: it is anchored at both ends
}

// allowRule is a compiled Allow.
type allowRule struct {
	entity        Entity // None: any
	exact, suffix string
	regex         *regexp.Regexp
}

func compileAllow(a Allow) (allowRule, error) {
	rule := allowRule{exact: a.Exact, suffix: a.Suffix}
	if a.Entity != "" {
		e, ok := EntityByName(a.Entity)
		if !ok {
			return rule, fmt.Errorf("entity: expected one of %s, found %q", entityNames(), a.Entity)
		}
		rule.entity = e
	}
	set := 0
	for _, s := range []string{a.Exact, a.Suffix, a.Regex} {
		if s != "" {
			set++
		}
	}
	if set != 1 {
		return rule, fmt.Errorf("expected exactly one of exact, suffix and regex, found %d", set)
	}
	if a.Regex == "" {
		return rule, nil
	}
	// Compiled alone first: "a)|(?:b" would escape the anchors.
	if _, err := regexp.Compile(a.Regex); err != nil {
		return rule, fmt.Errorf("regex: expected an RE2 regular expression: %w", regexReason(err))
	}
	regex, err := regexp.Compile(`\A(?:` + a.Regex + `)\z`)
	if err != nil {
		return rule, fmt.Errorf("regex: expected an RE2 regular expression: %w", regexReason(err))
	}
	rule.regex = regex
	return rule, nil
}

// regexReason returns what is wrong with a regular expression without the expression, which may hold the very text to allow.
func regexReason(err error) error {
	if i := strings.LastIndex(err.Error(), ": `"); i > 0 {
		return errors.New(strings.TrimPrefix(err.Error()[:i], "error parsing regexp: "))
	}
	return errors.New("not valid")
}

func entityNames() string {
	names := make([]string, 0, len(Entities()))
	for _, e := range Entities() {
		names = append(names, e.String())
	}
	return strings.Join(names, ", ")
}

// allows reports whether the finding of e is one to leave.
func (a *allowRule) allows(e Entity, finding []byte) bool {
	if a.entity != 0 && a.entity != e {
		return false
	}
	switch {
	case a.regex != nil:
		return a.regex.Match(finding)
	case a.exact != "":
		return string(finding) == a.exact
	default:
		return len(finding) >= len(a.suffix) && string(finding[len(finding)-len(a.suffix):]) == a.suffix
	}
}
