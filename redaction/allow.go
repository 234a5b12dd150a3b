package redaction

import (
	"errors"
	"fmt"
	"net/netip"
	"regexp"
	"regexp/syntax"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

// Allow names findings to leave as they are. Exactly one of Exact, Suffix, CIDR and Regex is set; it is compared with the finding alone,
// never with the text around it, and after escapes and look-alike characters have been resolved. Comparison is case-exact.
//
// Without an Entity, an Allow frees what identifies people only: e-mail addresses, numbers, names. Secrets (API_KEY, AUTHORIZATION,
// COOKIE, JWT, PASSWORD, PRIVATE_KEY, SECRET, URL_CREDENTIALS) need their Entity: "@example.com" names mailboxes, not the passwords that
// end so. What an Allow leaves is looked at once more from within: a cookie that is allowed may hold an address that is not, and is then
// another one.
type Allow struct {
	Entity string // only findings of this entity; "": of any that is no secret
	Exact  string // the whole finding
	Suffix string // the end of the finding, such as "@example.com"
	CIDR   string // an address block, such as "10.0.0.0/8", that holds the address or the block that was found
	Regex  string // RE2 that matches the whole finding: it is anchored at both ends
}

// Validate checks one entry. Its errors name the field, what was expected and what was found, but never the text or the expression to
// allow, which may be the very thing to keep secret.
func (a Allow) Validate() error {
	_, err := compileAllow(a)
	return err
}

// allowRule is a compiled Allow.
type allowRule struct {
	entity        Entity // None: any that is no secret
	exact, suffix string
	cidr          netip.Prefix
	regex         *regexp.Regexp
}

func compileAllow(a Allow) (allowRule, error) {
	rule := allowRule{exact: a.Exact, suffix: a.Suffix}
	if a.Entity != "" {
		e, ok := EntityByName(a.Entity)
		if !ok {
			return rule, fmt.Errorf("entity: %w", unknownEntity(a.Entity))
		}
		rule.entity = e
	}
	set := 0
	for _, s := range []string{a.Exact, a.Suffix, a.CIDR, a.Regex} {
		if s != "" {
			set++
		}
	}
	if set != 1 {
		return rule, fmt.Errorf("expected exactly one of exact, suffix, cidr and regex, found %d", set)
	}
	if a.CIDR != "" {
		prefix, err := netip.ParsePrefix(a.CIDR)
		if err != nil {
			return rule, errors.New(`cidr: expected an address block such as "10.0.0.0/8"`)
		}
		rule.cidr = prefix.Masked()
		return rule, nil
	}
	if a.Regex == "" {
		return rule, nil
	}
	// Compiled alone first: "a)|(?:b" would escape the anchors.
	if _, err := regexp.Compile(a.Regex); err != nil {
		return rule, regexError(err)
	}
	regex, err := regexp.Compile(`\A(?:` + a.Regex + `)\z`)
	if err != nil {
		return rule, regexError(err)
	}
	rule.regex = regex
	return rule, nil
}

// regexError says what is wrong with a regular expression without the expression.
func regexError(err error) error {
	const expected = "regex: expected an RE2 regular expression: "
	var wrong *syntax.Error
	if errors.As(err, &wrong) {
		return errors.New(expected + wrong.Code.String())
	}
	return errors.New(expected + "not valid")
}

func unknownEntity(name string) error {
	return fmt.Errorf("expected the name of an entity that docs/redaction.md lists, found %q", name)
}

// allows reports whether the finding of e is one to leave.
func (a *allowRule) allows(e Entity, finding []byte) bool {
	if a.entity != e && (a.entity != detect.None || isSecret(e)) {
		return false
	}
	switch {
	case a.cidr.IsValid():
		return holds(a.cidr, finding)
	case a.regex != nil:
		return a.regex.Match(finding)
	case a.exact != "":
		return string(finding) == a.exact
	default:
		return len(finding) >= len(a.suffix) && string(finding[len(finding)-len(a.suffix):]) == a.suffix
	}
}

// holds reports whether a finding that is an address, or a block of them, lies within block.
func holds(block netip.Prefix, finding []byte) bool {
	const longest = 64 // bytes of an address with its zone and prefix
	if len(finding) > longest {
		return false
	}
	text := string(finding)
	if found, err := netip.ParsePrefix(text); err == nil {
		return block.Bits() <= found.Bits() && block.Contains(found.Addr())
	}
	address, err := netip.ParseAddr(text)
	return err == nil && block.Contains(address.Unmap().WithZone(""))
}

// isSecret reports whether findings of e give access to something, rather than naming a person.
func isSecret(e Entity) bool {
	switch e {
	case detect.URLCredentials, detect.JWT, detect.PrivateKey, detect.APIKey, detect.Authorization, detect.Cookie, detect.Password, detect.Secret:
		return true
	}
	return false
}
