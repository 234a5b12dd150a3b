package redaction

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDeny(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Deny: []Deny{
		{Term: "Project Falcon"}, {Term: "Jane Roe", Entity: "PERSON"}, {Term: "Jane", Entity: "PERSON"}, {Term: "Ängström Ltd"}, {Term: "#secret-plan"}, {Term: " A B C "}, {Term: "山田太郎"},
	}})
	for _, c := range []struct{ name, in, want string }{
		{"in prose", "we call it Project Falcon.", "we call it <DENY_LIST>."},
		{"in another case", "PROJECT falcon", "<DENY_LIST>"},
		{"over a line end and several blanks", "project \n  falcon", "<DENY_LIST>"},
		{"with a no-break space", "project\u00a0falcon", "<DENY_LIST>"},
		{"the longest wins", "Jane Roe and Jane", "<PERSON> and <PERSON>"},
		{"in JSON, with escapes", `{"who":"J\u0061ne Roe","Jane":{"x":"project\tfalcon"}}`, `{"who":"<PERSON>","<PERSON>":{"x":"<DENY_LIST>"}}`},
		{"it starts with a letter beyond ASCII", "by Ängström Ltd", "by <DENY_LIST>"},
		{"it starts with a sign", "see #secret-plan", "see <DENY_LIST>"},
		{"single letters", "a b  c", "<DENY_LIST>"},
		{"within an address", "jane@example.com", "<EMAIL>"},
		{"part of a word before", "Mary-Janet", "Mary-Janet"},
		{"part of a word behind", "Project Falcons", "Project Falcons"},
		{"part of a word of other letters", "éJane Janeé", "éJane Janeé"},
		{"within a text without blanks", "私は山田太郎です。Janeも", "私は<DENY_LIST>です。<PERSON>も"},
		{"before a sign beyond ASCII", "Jane… €Jane", "<PERSON>… €<PERSON>"},
		{"part of a word of other letters of three bytes", "Janeế ếJane", "Janeế ếJane"},
		{"without its blank", "projectfalcon", "projectfalcon"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			out, _ := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, out)
		})
	}
}

func TestBadTermsAreRefused(t *testing.T) {
	t.Parallel()
	assert.EqualError(t, Deny{Term: " ab "}.Validate(), "term: expected 3 to 256 bytes without blanks around them, found 2")
	assert.EqualError(t, Deny{Term: strings.Repeat("a", 257)}.Validate(), "term: expected 3 to 256 bytes without blanks around them, found 257")
	assert.EqualError(t, Deny{Term: "abc", Entity: "NAME"}.Validate(), `entity: expected the name of an entity that docs/redaction.md lists, found "NAME"`)
	_, err := New(Settings{Deny: []Deny{{Term: "abc"}, {}}})
	assert.EqualError(t, err, "deny[1]: term: expected 3 to 256 bytes without blanks around them, found 0")
	off := false
	_, err = New(Settings{Deny: []Deny{{Term: "abc", Entity: "PERSON"}}, Entities: map[string]EntitySettings{"PERSON": {Enabled: &off}}})
	assert.EqualError(t, err, "deny[0]: entity: expected one that is not switched off, found PERSON")
	_, err = New(Settings{Deny: make([]Deny, maxTerms+1)})
	assert.EqualError(t, err, "deny: expected up to 10000 terms, found 10001")
}

func TestAllowAddressBlocks(t *testing.T) {
	t.Parallel()
	rule := func(cidr string) allowRule {
		r, err := compileAllow(Allow{CIDR: cidr})
		assert.NoError(t, err)
		return r
	}
	address, _ := EntityByName("IP_ADDRESS")
	for _, c := range []struct {
		cidr, finding string
		want          bool
	}{
		{"10.0.0.0/8", "10.1.2.3", true},
		{"10.1.2.3/8", "10.200.0.1", true},
		{"10.0.0.0/8", "11.1.2.3", false},
		{"10.0.0.0/8", "::ffff:10.1.2.3", true},
		{"10.0.0.0/8", "10.1.0.0/16", true},
		{"10.0.0.0/16", "10.0.0.0/8", false},
		{"fd00::/8", "fd00::1%eth0", true},
		{"fd00::/8", "2001:db8::1", false},
		{"0.0.0.0/0", "not an address", false},
		{"0.0.0.0/0", strings.Repeat("1", 100), false},
	} {
		r := rule(c.cidr)
		assert.Equal(t, c.want, r.allows(address, []byte(c.finding)), "%s %s", c.cidr, c.finding)
	}
	_, err := compileAllow(Allow{CIDR: "10.0.0.1"})
	assert.EqualError(t, err, `cidr: expected an address block such as "10.0.0.0/8"`)
}

// TestTermsStartWithAnyCharacter has terms whose first character is one that is passed over in quick looks: of other scripts, a sign that is
// escaped in JSON or that folding makes of others.
func TestTermsStartWithAnyCharacter(t *testing.T) {
	t.Parallel()
	for _, term := range []string{"の名前", "한국어", "مشروع", "€uro", "…abc", "½abc", "😀fun", "日本語", "ëlan", `"abc`, "'tis x", "(abc", ".net x", "-abc"} {
		t.Run(term, func(t *testing.T) {
			t.Parallel()
			e := newEngine(t, Settings{Deny: []Deny{{Term: term}}})
			quoted, err := json.Marshal(term)
			require.NoError(t, err)
			inJSON := string(quoted[1 : len(quoted)-1])
			typographic := strings.NewReplacer("'", "’", `"`, "“", "-", "‐").Replace(term)
			for in, want := range map[string]string{
				"a " + term + " b":                       "a <DENY_LIST> b",
				"call 415-555-0132 for " + term + " now": "call <PHONE> for <DENY_LIST> now",
				term + ", alice@example.com":             "<DENY_LIST>, <EMAIL>",
				`["a ` + inJSON + ` b"]`:                 `["a <DENY_LIST> b"]`,
				`["alice@example.com ` + inJSON + ` b"]`: `["<EMAIL> <DENY_LIST> b"]`,
				"a " + typographic + " b":                "a <DENY_LIST> b",
				`{"note":"a ` + typographic + ` b"}`:     `{"note":"a <DENY_LIST> b"}`,
			} {
				var tally Tally
				got, _ := e.Text(in, Place{}, &tally)
				assert.Equal(t, want, got, in)
			}
		})
	}
}
