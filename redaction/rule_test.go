package redaction

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func employee() Rule {
	return Rule{Name: "EMPLOYEE_ID", Regex: `\bEMP-[0-9]{4,}\b`, Literal: "EMP-", MaxLength: 12}
}

func TestRules(t *testing.T) {
	t.Parallel()
	with := func(change func(*Rule)) []Rule {
		r := employee()
		change(&r)
		return []Rule{r}
	}
	long := "EMP-" + strings.Repeat("7", 300)
	for _, c := range []struct {
		name     string
		rules    []Rule
		in, want string
	}{
		{"in prose", []Rule{employee()}, "ask EMP-1234, or EMP-98765.", "ask <EMPLOYEE_ID>, or <EMPLOYEE_ID>."},
		{"in JSON, in values and keys", []Rule{employee()}, `{"a":["EMP-1234"],"EMP-1234":1}`, `{"a":["<EMPLOYEE_ID>"],"<EMPLOYEE_ID>":1}`},
		{"behind an escape", []Rule{employee()}, `{"a":"\nEMP-\u0031234"}`, `{"a":"\n<EMPLOYEE_ID>"}`},
		{"the literal alone", []Rule{employee()}, "EMP-12 and EMP-", "EMP-12 and EMP-"},
		{"another case", []Rule{employee()}, "emp-1234", "emp-1234"},
		{"a boundary of the expression", []Rule{employee()}, "XEMP-1234", "XEMP-1234"},
		{"longer than declared", []Rule{employee()}, "a " + long + " b", "a <EMPLOYEE_ID> b"},
		{"the literal in the middle", with(func(r *Rule) { r.Regex = `[a-z]+@EMP-[0-9]+` }), strings.Repeat("x", 200) + "@EMP-1 y", "<EMPLOYEE_ID> y"},
		{"beside what is built in", []Rule{employee()}, "EMP-1234 is alice@example.com", "<EMPLOYEE_ID> is <EMAIL>"},
		{"overlapping what is built in", with(func(r *Rule) { r.Regex = `EMP-[0-9]+ alice` }), "EMP-1234 alice@example.com", "<EMPLOYEE_ID>"},
		{"two rules", []Rule{employee(), {Name: "TICKET", Regex: "TIC[0-9]+", Literal: "TIC", MaxLength: 9}}, "TIC5 EMP-1234 TIC6", "<TICKET> <EMPLOYEE_ID> <TICKET>"},
		{"a word beside it", with(func(r *Rule) { r.Context = []string{"employee", "staff number"} }), "staff number EMP-1234. " + strings.Repeat("-", 60) + " EMP-1234", "staff number <EMPLOYEE_ID>. " + strings.Repeat("-", 60) + " EMP-1234"},
		{"a word in the key above", with(func(r *Rule) { r.Context = []string{"employee"} }), `{"employeeRef":"EMP-1234","ref":"EMP-1234"}`, `{"employeeRef":"<EMPLOYEE_ID>","ref":"EMP-1234"}`},
		{"a checksum", with(func(r *Rule) { r.Validator = "luhn" }), "EMP-79927398713 EMP-79927398714", "<EMPLOYEE_ID> EMP-79927398714"},
		{"the literal in its own placeholder", with(func(r *Rule) { r.Regex, r.Literal = `EMP[A-Z0-9_-]+`, "EMP" }), "ask EMP-1234 or <EMPLOYEE_ID>EMP-5", "ask <EMPLOYEE_ID> or <EMPLOYEE_ID><EMPLOYEE_ID>"},
		{"the literal in another placeholder", with(func(r *Rule) { r.Regex, r.Literal = `\w*MAIL\w*`, "MAIL" }), "alice@example.com VOICEMAIL", "<EMAIL> <EMPLOYEE_ID>"},
		{"an action of its own", with(func(r *Rule) { r.Action = ptr(Keep) }), "EMP-1234 alice@example.com", "EMP-1234 <EMAIL>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			e := newEngine(t, Settings{Rules: c.rules})
			var tally Tally
			out, _ := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, out)
			again, changed := e.Text(out, Place{}, &tally)
			assert.Equal(t, out, again, "twice is once")
			assert.False(t, changed)
		})
	}
}

func TestRulesAreCountedByName(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Rules: []Rule{employee()}, Allow: []Allow{{Exact: "EMP-0000"}}})
	var tally Tally
	out, _ := e.Text("EMP-1234 EMP-0000", Place{}, &tally)
	assert.Equal(t, "<EMPLOYEE_ID> EMP-0000", out)
	all := e.Entities()
	own := all[len(all)-1]
	assert.Equal(t, "EMPLOYEE_ID", e.Name(own))
	assert.Equal(t, 1, tally.Found(own))
	assert.Equal(t, Replace, e.ActionOf(own))
}

// A rule whose expression needs much more than its literal says gives up in time.
func TestRulesHaveABudget(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Rules: []Rule{{Name: "WIDE", Regex: "aaa[^a]+z", Literal: "aaa", MaxLength: 1024}}})
	var tally Tally
	out, _ := e.Text(strings.Repeat("a", 1<<14), Place{}, &tally)
	assert.Equal(t, "<REDACTED>", out)
	assert.Equal(t, 1, tally.Failed(FailBudget))
}

func TestBadRulesAreRefused(t *testing.T) {
	t.Parallel()
	const anywhere = "literal: expected a text that stands in every match of regex, in one piece and in the same case"
	for _, c := range []struct {
		name   string
		change func(*Rule)
		want   string
	}{
		{"no name", func(r *Rule) { r.Name = "" }, `name: expected 2 to 40 capitals, digits and _ that begin with a capital, found ""`},
		{"small letters", func(r *Rule) { r.Name = "Employee" }, `name: expected 2 to 40 capitals, digits and _ that begin with a capital, found "Employee"`},
		{"the word for failures", func(r *Rule) { r.Name = "REDACTED" }, `name: expected 2 to 40 capitals, digits and _ that begin with a capital, found "REDACTED"`},
		{"a built-in name", func(r *Rule) { r.Name = "EMAIL" }, `name: expected one that no other entity has, found "EMAIL"`},
		{"no expression", func(r *Rule) { r.Regex = "" }, "regex: expected an RE2 regular expression, found none"},
		{"a bad expression", func(r *Rule) { r.Regex = "EMP-(" }, "regex: expected an RE2 regular expression: missing closing )"},
		{"a short literal", func(r *Rule) { r.Literal = "EM" }, "literal: expected at least 3 bytes, found 2"},
		{"a literal that is optional", func(r *Rule) { r.Regex = "(EMP-)?1" }, anywhere},
		{"a literal of one alternative", func(r *Rule) { r.Regex = "EMP-1|STAFF-1" }, anywhere},
		{"a literal in any case", func(r *Rule) { r.Regex = "(?i)EMP-1" }, anywhere},
		{"a literal of two pieces", func(r *Rule) { r.Regex = "EM[P]+-1" }, anywhere},
		{"no length", func(r *Rule) { r.MaxLength = 0 }, "max_length: expected 4 to 1024 bytes, found 0"},
		{"too long", func(r *Rule) { r.MaxLength = 1025 }, "max_length: expected 4 to 1024 bytes, found 1025"},
		{"three words", func(r *Rule) { r.Context = []string{"id", "the staff id"} }, "context[1]: expected a word or two words of small letters with a blank between"},
		{"an unknown validator", func(r *Rule) { r.Validator = "mod11" }, `validator: expected one of luhn, iso7064_mod97, found "mod11"`},
		{"an unknown action", func(r *Rule) { r.Action = ptr(Action(99)) }, "action: expected an action, found number 99"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := employee()
			c.change(&r)
			_, err := New(Settings{Rules: []Rule{r}})
			assert.EqualError(t, err, "rules[0]: "+c.want)
		})
	}
	var many []Rule
	for i := range maxRules + 1 {
		r := employee()
		r.Name = fmt.Sprintf("OWN_%d", i)
		many = append(many, r)
	}
	_, err := New(Settings{Rules: many})
	require.EqualError(t, err, "rules: expected up to 64, found 65")
	_, err = New(Settings{Rules: many[:maxRules]})
	require.NoError(t, err)
}

func TestTheLiteralOfARuleIsProven(t *testing.T) {
	t.Parallel()
	for _, regex := range []string{"EMP-1", "(EMP-)1", "(?:EMP-)+1", "(EMP-){2,3}", "EMP-1|EMP-2", "[0-9]+EMP-.*", "x(?:EMP-1|yEMP-)"} {
		r := employee()
		r.Regex = regex
		_, err := New(Settings{Rules: []Rule{r}})
		assert.NoError(t, err, regex)
	}
}
