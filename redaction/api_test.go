package redaction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewNamesTheSettingThatIsWrong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		settings Settings
		want     string
	}{
		{"a limit below zero", Settings{MaxValueBytes: -1}, "max_value_bytes: expected a positive number, found -1"},
		{"a depth below zero", Settings{MaxDepth: -2}, "max_depth: expected a positive number, found -2"},
		{"nothing to allow", Settings{Allow: []Allow{{}}}, "allow[0]: expected exactly one of exact, suffix, cidr and regex, found 0"},
		{"two things to allow", Settings{Allow: []Allow{{Exact: "a"}, {Exact: "a", Regex: "b"}}},
			"allow[1]: expected exactly one of exact, suffix, cidr and regex, found 2"},
		{"no regular expression", Settings{Allow: []Allow{{Regex: "alice(@example.com"}}},
			"allow[0]: regex: expected an RE2 regular expression: missing closing )"},
		{"a regular expression that leaves its anchors", Settings{Allow: []Allow{{Regex: "a)|(?:b"}}},
			"allow[0]: regex: expected an RE2 regular expression: unexpected )"},
		{"a regular expression that quotes itself", Settings{Allow: []Allow{{Regex: "(a: `alice@example.com"}}},
			"allow[0]: regex: expected an RE2 regular expression: missing closing )"},
		{"an unknown pack", Settings{Packs: []string{"default", "mars"}},
			`packs[1]: expected one of default, network, bank, us, uk, eu, apac, latam, africa, health, vehicle, person, geo, all, found "mars"`},
		{"settings of an unknown entity", Settings{Entities: map[string]EntitySettings{"MAIL": {}}},
			`detectors: expected the name of an entity that docs/redaction.md lists, found "MAIL"`},
		{"an unknown action", Settings{Action: 99}, "action: expected an action, found number 99"},
		{"an unknown action of an entity", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: ptr(Action(99))}}},
			"detectors::EMAIL::action: expected an action, found number 99"},
		{"a placeholder that names two", Settings{Placeholder: "<{entity}{entity}>"}, "placeholder: expected {entity} once at most"},
		{"a placeholder that breaks JSON", Settings{Placeholder: `"`}, `placeholder: expected printable ASCII characters other than " and \`},
		{"a long placeholder", Settings{Placeholder: strings.Repeat("x", 65)}, "placeholder: expected 1 to 64 characters, found 65"},
		{"a placeholder that begins like a word", Settings{Placeholder: "{entity}!"}, "placeholder: expected one of < [ ( { * # $ ? ! | ~ ^ first"},
		{"a placeholder that is the sign of a detector", Settings{Placeholder: "@{entity}"}, "placeholder: expected one of < [ ( { * # $ ? ! | ~ ^ first"},
		{"a placeholder that is a digit", Settings{Placeholder: "4{entity}"}, "placeholder: expected one of < [ ( { * # $ ? ! | ~ ^ first"},
		{"a placeholder that is a blank", Settings{Placeholder: " {entity}"}, "placeholder: expected one of < [ ( { * # $ ? ! | ~ ^ first"},
		{"a placeholder that texts are full of", Settings{Placeholder: "[]"}, "placeholder: expected at least 3 characters, found 2"},
		{"a placeholder that is found", Settings{Placeholder: "<x@{entity}.com>"}, "placeholder: expected a text in which nothing is found"},
		{"a placeholder that assigns", Settings{Placeholder: "[password={entity}]"}, "placeholder: expected a text in which nothing is found"},
		{"an unknown entity", Settings{Allow: []Allow{{Entity: "MAIL", Exact: "a"}}},
			`allow[0]: entity: expected the name of an entity that docs/redaction.md lists, found "MAIL"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := New(c.settings)
			assert.EqualError(t, err, c.want)
		})
	}
}

func TestAllowValidatesByItself(t *testing.T) {
	t.Parallel()
	require.NoError(t, Allow{Entity: "EMAIL", Suffix: "@example.com"}.Validate())
	assert.EqualError(t, Allow{}.Validate(), "expected exactly one of exact, suffix, cidr and regex, found 0")
	assert.EqualError(t, Allow{Exact: "a", Suffix: "b"}.Validate(), "expected exactly one of exact, suffix, cidr and regex, found 2")
	assert.EqualError(t, Allow{Regex: "alice[@example.com"}.Validate(), "regex: expected an RE2 regular expression: missing closing ]")
	assert.EqualError(t, Allow{Entity: "MAIL", Exact: "a"}.Validate(), `entity: expected the name of an entity that docs/redaction.md lists, found "MAIL"`)
}

func TestAllowFreesNoMoreThanItNames(t *testing.T) {
	t.Parallel()
	people := newEngine(t, Settings{Allow: []Allow{{Suffix: "@example.com"}, {Suffix: "@mail.test"}}})
	secrets := newEngine(t, Settings{Allow: []Allow{{Entity: "COOKIE", Suffix: "@example.com"}, {Entity: "PASSWORD", Suffix: "@example.com"}}})
	for _, c := range []struct {
		name   string
		engine *Engine
		in     string
		want   string
	}{
		{"an address", people, "to bob@example.com", "to bob@example.com"},
		{"a name under its key", people, `{"user.email":"bob@example.com"}`, `{"user.email":"bob@example.com"}`},
		{"no cookie that ends in an address", people, "Cookie: sid=SECRET99; to=bob@gmail.com; m=x@example.com", "Cookie: <COOKIE>"},
		{"no credentials under their key", people, `{"authorization":"Basic SECRET@example.com"}`, `{"authorization":"<AUTHORIZATION>"}`},
		{"no password", people, "password=S3cret@mail.test", "password=<PASSWORD>"},
		{"a cookie with more in it is another one", secrets, "Cookie: sid=1; to=bob@gmail.com; m=x@example.com", "Cookie: <COOKIE>"},
		{"what is in a password under its key is looked at", secrets, `{"password":"S3cret@example.com"}`, `{"password":"<EMAIL>"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, _ := c.engine.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestAllowLeavesFindings(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Allow: []Allow{
		{Exact: "alice@example.com"},
		{Entity: "EMAIL", Suffix: "@support.example.com"},
		{Entity: "PHONE", Regex: `\+1 415 .*`},
		{Entity: "PASSWORD", Exact: "hunter2"},
		{Entity: "CREDIT_CARD", Exact: "4111111111111111"},
	}})
	for _, c := range []struct{ name, in, want string }{
		{"the exact finding", "alice@example.com", "alice@example.com"},
		{"not a longer finding", "malice@example.com", "<EMAIL>"},
		{"not its neighbour", "alice@example.com bob@example.com", "alice@example.com <EMAIL>"},
		{"by its end", "help@support.example.com", "help@support.example.com"},
		{"not where the end lies outside of it", "a@example.org @support.example.com", "<EMAIL> @support.example.com"},
		{"by an expression", "+1 415 555 0132", "+1 415 555 0132"},
		{"not by a part that an expression matches", "+1 212 555 0132", "<PHONE>"},
		{"however it is written", `{"a":"alice\u0040example.com ａlice@example.com"}`, `{"a":"alice\u0040example.com ａlice@example.com"}`},
		{"a value under a key", `{"password":"hunter2"}`, `{"password":"hunter2"}`},
		{"another value under a key", `{"password":"hunter3"}`, `{"password":"<PASSWORD>"}`},
		{"a number", `[4111111111111111,4012888888881881]`, `[4111111111111111,"<CREDIT_CARD>"]`},
		{"not the same text as another entity", "password=alice", "password=<PASSWORD>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, changed := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.in != c.want, changed)
			assert.Equal(t, changed, tally.Total() > 0)
		})
	}
}

func TestNumber(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range []struct {
		name, decimal string
		place         Place
		want          string
	}{
		{"a card", "4111111111111111", Place{}, "<CREDIT_CARD>"},
		{"a card as a double", "4111111111111111.0", Place{}, "<CREDIT_CARD>"},
		{"a card with an exponent", "4.111111111111111e+15", Place{}, "<CREDIT_CARD>"},
		{"a phone under its key", "4155550132", Place{Key: "phone"}, "<PHONE>"},
		{"a phone under its attribute", "4155550132", Place{Attribute: "user.phone"}, "<PHONE>"},
		{"a taxpayer number under its key", "123456789", Place{Key: "ssn"}, "<US_SSN>"},
		{"any number under a password's key", "1", Place{Key: "password"}, "<PASSWORD>"},
		{"a phone without a word", "4155550132", Place{}, ""},
		{"a negative number", "-4111111111111111", Place{}, ""},
		{"a fraction", "4111111111111111.5", Place{}, ""},
		{"a decimal", "4.111111111111111", Place{}, ""},
		{"a small exponent", "4111111111111111e-20", Place{}, ""},
		{"a count", "57683", Place{Key: "input_tokens"}, ""},
		{"an identifier", "4111111111111111", Place{Key: "request_id", Identifier: true}, ""},
		{"nothing", "", Place{}, ""},
		{"no number", "Infinity", Place{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, found := e.Number(c.decimal, c.place, &tally)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.want != "", found)
			assert.Equal(t, found, tally.Total() == 1)
		})
	}
}

func TestByKeyTakesTheNearestKey(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range []struct {
		name  string
		place Place
		want  string
	}{
		{"the key of a map", Place{Attribute: "a", Key: "api_key"}, "API_KEY"},
		{"the attribute where there is no key", Place{Attribute: "user.full_name"}, "PERSON"},
		{"a full-width key", Place{Key: "ｐassword"}, "PASSWORD"},
		{"a key with a zero-width character", Place{Key: "pass\u200bword"}, "PASSWORD"},
		{"not the attribute where there is a key", Place{Attribute: "password", Key: "hint"}, ""},
		{"nothing", Place{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			entity, ok := e.ByKey(c.place)
			assert.Equal(t, c.want, entity.String())
			assert.Equal(t, c.want != "", ok)
		})
	}
	var tally Tally
	got, changed := e.Text("Alice", Place{Attribute: "user.name"}, &tally)
	assert.Equal(t, "<PERSON>", got, "Text applies the rule itself")
	assert.True(t, changed)
}

func TestWholeAndFailCount(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	var tally Tally
	cookie, ok := EntityByName("COOKIE")
	require.True(t, ok)
	assert.Equal(t, "<COOKIE>", e.Whole(cookie, &tally))
	assert.Equal(t, "<REDACTED>", e.Fail(FailMaxDepth, &tally))
	assert.Equal(t, 1, tally.Found(cookie))
	assert.Equal(t, 1, tally.Total())
	assert.Equal(t, 1, tally.Failed(FailMaxDepth))
	assert.Equal(t, 1, tally.Failures())

	assert.Equal(t, "<REDACTED>", e.Whole(Entity(200), &tally), "a value that is no entity counts nothing")
	e.Fail(Failure(200), &tally)
	assert.Equal(t, 2, tally.Total()+tally.Failures())
	assert.Zero(t, tally.Found(Entity(200))+tally.Failed(Failure(200)))

	var sum Tally
	sum.Add(&tally)
	sum.Add(&tally)
	assert.Equal(t, 2, sum.Found(cookie))
	assert.Equal(t, 2, sum.Failed(FailMaxDepth))
	sum.Reset()
	assert.Equal(t, Tally{}, sum)
}

func TestNames(t *testing.T) {
	t.Parallel()
	for _, e := range Entities() {
		found, ok := EntityByName(e.String())
		assert.True(t, ok)
		assert.Equal(t, e, found)
	}
	for _, name := range []string{"", "email", "REDACTED"} {
		_, ok := EntityByName(name)
		assert.False(t, ok, name)
	}
	assert.Empty(t, Entity(200).String())
	for i, want := range []string{"panic", "max_value_bytes", "max_depth", "budget"} {
		assert.Equal(t, want, Failures()[i].String())
	}
	assert.Empty(t, Failure(200).String())
}

func TestEngineIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for range 8 {
		t.Run("at once", func(t *testing.T) {
			t.Parallel()
			for range 50 {
				for _, c := range textCases() {
					var tally Tally
					got, _ := e.Text(c.in, Place{}, &tally)
					require.Equal(t, c.want, got)
				}
			}
		})
	}
}

func ptr[T any](v T) *T { return &v }
