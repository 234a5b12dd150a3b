package redaction

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

func pseudonymEngine(t testing.TB) *Engine {
	t.Helper()
	return newEngine(t, Settings{Packs: []string{"all"}, Action: Pseudonym, Pseudonym: PseudonymSettings{Key: testKey, KeyID: "k1"}})
}

// byHand computes a pseudonym as its definition says, without the engine.
func byHand(entity, canonical string) string {
	h := hmac.New(sha256.New, testKey)
	h.Write([]byte(entity + "\x00" + canonical))
	digits := hex.EncodeToString(h.Sum(nil)[:10])
	letters := strings.NewReplacer("0", "b", "1", "c", "2", "d", "3", "f", "4", "g", "5", "h", "6", "j", "7", "k", "8", "l", "9", "m", "a", "n",
		"b", "p", "c", "q", "d", "r", "e", "s", "f", "t")
	return "<" + entity + "_k1_" + letters.Replace(digits) + ">"
}

// The vectors were computed with
//
//	printf 'EMAIL\0alice@example.com' | openssl dgst -sha256 -hmac 'no secret: for the tests of pseudonyms' -binary |
//	  head -c 10 | xxd -p | tr 0-9a-f bcdfghjklmnpqrst
//
// and, of the derived key id, with 'key_id\0' and head -c 2.
func TestPseudonymsAreTheSameEverywhere(t *testing.T) {
	t.Parallel()
	e := pseudonymEngine(t)
	for _, c := range []struct{ entity, canonical, want string }{
		{"EMAIL", "alice@example.com", "drfskfpbltpfhddnphpn"},
		{"CREDIT_CARD", "4111111111111111", "lqmppnlhnhlnfqkjnqgg"},
		{"PHONE", "+14155550132", "lcmpjgpbrhkdmfshdrhf"},
		{"IBAN", "DE89370400440532013000", "rddfhhfcqdlqqslmdpqh"},
		{"IDENTITY", "u-42", "rslfnkbbmmjpfrrjlkbn"},
	} {
		en, ok := EntityByName(c.entity)
		require.True(t, ok)
		want := "<" + c.entity + "_k1_" + c.want + ">"
		assert.Equal(t, want, e.Pseudonym(en, []byte(c.canonical)))
		assert.Equal(t, want, byHand(c.entity, c.canonical))
		assert.True(t, e.IsPlaceholder(want))
	}
	derived := newEngine(t, Settings{Pseudonym: PseudonymSettings{Key: testKey}})
	assert.Contains(t, derived.Pseudonym(1, nil), "_mbdh_")
}

func TestWaysOfWritingJoin(t *testing.T) {
	t.Parallel()
	e := pseudonymEngine(t)
	for _, c := range []struct {
		name, entity, canonical string
		texts                   []string
	}{
		{"an e-mail in any case", "EMAIL", "alice@example.com",
			[]string{"alice@example.com", "Alice@Example.COM", "alice%40example.com", "ａlice@example.com", `{"user.email":" Alice@example.com"}`}},
		{"a card", "CREDIT_CARD", "4111111111111111", []string{
			"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "[4111111111111111]", "[4.111111111111111e15]", "[4111111111111111.0]",
			`{"cvv":4.111111111111111e15}`, "٤١١١١١١١١١١١١١١١"}},
		{"a North American phone", "PHONE", "+14155550132", []string{
			"+1 415 555 0132", "+1 (415) 555-0132", "(415) 555-0132", "415-555-0132", "1-415-555-0132", "1.415.555.0132", "phone 4155550132",
			"001 415-555-0132", `{"phone":14155550132}`}},
		{"its extension makes it another", "PHONE", "+14155550132x7", []string{"(415) 555-0132 x7", "415-555-0132 ext. 7"}},
		{"a phone of another country", "PHONE", "+442079460958", []string{"+44 20 7946 0958", "+44 (0)20 7946 0958", "+44-20-7946-0958", "phone 0044 20 7946 0958"}},
		{"which without the country is another", "PHONE", "02079460958", []string{"phone 020 7946 0958"}},
		{"an IBAN", "IBAN", "DE89370400440532013000", []string{"DE89370400440532013000", "DE89 3704 0044 0532 0130 00"}},
		{"a social security number", "US_SSN", "536904399", []string{"536-90-4399", "ssn 536904399", `{"ssn":536904399}`}},
		{"an insurance number", "UK_NINO", "AB123456C", []string{"NI no AB123456C", "NI no AB 12 34 56 C"}},
		{"a password in its own case", "PASSWORD", "Hunter2", []string{`{"password":"Hunter2"}`, "password=Hunter2"}},
		{"not that of another case", "PASSWORD", "hunter2", []string{`{"password":"hunter2"}`}},
		{"a password that is a number", "PASSWORD", "1234", []string{`{"password":1234}`, `{"password":"1234"}`}},
		{"a name", "PERSON", "Alice Doe", []string{`{"user.name":"Alice Doe"}`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, text := range c.texts {
				var tally Tally
				got, _ := e.Text(text, Place{}, &tally)
				assert.Contains(t, got, byHand(c.entity, c.canonical), text)
				assert.Equal(t, 1, tally.Total(), text)
			}
		})
	}
}

// What the packs do not find by text is tested by the function alone.
func TestCanonicalForms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ entity, in, want string }{
		{"IP_ADDRESS", "192.0.2.1", "192.0.2.1"},
		{"IP_ADDRESS", "::ffff:192.0.2.1", "192.0.2.1"},
		{"IP_ADDRESS", "2001:DB8:0:0::0001", "2001:db8::1"},
		{"IP_ADDRESS", "[2001:db8::1]", "2001:db8::1"},
		{"IP_ADDRESS", "2001:DB8::/32", "2001:db8::/32"},
		{"MAC_ADDRESS", "00-1a:2B.3c4d5e", "001A2B3C4D5E"},
		{"ES_NIF", "12.345.678-z", "12345678Z"},
		{"CRYPTO_WALLET", "0xAbCd", "0xabcd"},
		{"CRYPTO_WALLET", "BC1QAB", "bc1qab"},
		{"CRYPTO_WALLET", "1A1zP1eP", "1A1zP1eP"},
		{"DENY_LIST", "Project\n  BlueBird", "project bluebird"},
		{"DATE_OF_BIRTH", "1970-01-02", "1970-01-02"},
		{"API_KEY", "Ab-Cd", "Ab-Cd"},
		{"US_SSN", "--", "--"},
		{"PHONE", "ask Bob", "ASKBOB"},
		{"PHONE", "", ""},
	} {
		en, ok := EntityByName(c.entity)
		require.True(t, ok)
		assert.Equal(t, c.want, string(appendCanonical(nil, en, []byte(c.in))), "%s %s", c.entity, c.in)
	}
	assert.Equal(t, "E-17 x", string(appendCanonical(nil, Entity(detect.EntityCount), []byte("E-17 x"))), "a user's own entity")
}

func TestPseudonymsDifferByEntityKeyAndValue(t *testing.T) {
	t.Parallel()
	e := pseudonymEngine(t)
	other := newEngine(t, Settings{Pseudonym: PseudonymSettings{Key: append([]byte("x"), testKey...), KeyID: "k1"}})
	seen := map[string]bool{}
	for _, en := range e.Entities() {
		for _, value := range []string{"", "a", "b", "\x00a"} {
			for _, engine := range []*Engine{e, other} {
				p := engine.Pseudonym(en, []byte(value))
				assert.False(t, seen[p])
				seen[p] = true
			}
		}
	}
}

func TestPseudonymsAreSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	e := pseudonymEngine(t)
	for range 8 {
		t.Run("at once", func(t *testing.T) {
			t.Parallel()
			for i := range 200 {
				value := strings.Repeat("u", i)
				assert.Equal(t, byHand("IDENTITY", value), e.Pseudonym(Identity, []byte(value)))
			}
		})
	}
}

func TestKeysOfAMapBecomeDifferentPseudonyms(t *testing.T) {
	t.Parallel()
	var tally Tally
	got, _ := pseudonymEngine(t).Text(`{"alice@example.com":1,"bob@example.com":2,"ALICE@example.com":3}`, Place{}, &tally)
	alice, bob := byHand("EMAIL", "alice@example.com"), byHand("EMAIL", "bob@example.com")
	assert.Equal(t, `{"`+alice+`":1,"`+bob+`":2,"`+alice+`#2":3}`, got)
}

func TestNewRefusesKeysThatAreWeakOrMissing(t *testing.T) {
	t.Parallel()
	pseudonym := Pseudonym
	for _, c := range []struct {
		name     string
		settings Settings
		want     string
	}{
		{"none", Settings{Action: Pseudonym}, "pseudonym: key: expected at least 32 bytes for action: pseudonym, found 0"},
		{"none for one entity", Settings{Entities: map[string]EntitySettings{"EMAIL": {Action: &pseudonym}}},
			"pseudonym: key: expected at least 32 bytes for action: pseudonym, found 0"},
		{"none for a rule", Settings{Rules: []Rule{{Name: "OWN", Regex: "abc", Literal: "abc", MaxLength: 3, Action: &pseudonym}}},
			"pseudonym: key: expected at least 32 bytes for action: pseudonym, found 0"},
		{"short", Settings{Pseudonym: PseudonymSettings{Key: testKey[:31]}}, "pseudonym: key: expected at least 32 bytes, found 31"},
		{"one byte again and again", Settings{Pseudonym: PseudonymSettings{Key: []byte(strings.Repeat("Q", 64))}},
			"pseudonym: key: expected random bytes, at least 8 different ones, found 1"},
		{"hardly any different bytes", Settings{Pseudonym: PseudonymSettings{Key: []byte(strings.Repeat("7fA_xyz", 9))}},
			"pseudonym: key: expected random bytes, at least 8 different ones, found 7"},
		{"a word again and again", Settings{Pseudonym: PseudonymSettings{Key: []byte(strings.Repeat("my-secret-key-", 3))}},
			"pseudonym: key: expected random bytes, found 14 that are repeated"},
		{"an id in capitals", Settings{Pseudonym: PseudonymSettings{Key: testKey, KeyID: "K1"}},
			`pseudonym: key_id: expected a small letter, then small letters and digits, 16 at most, found "K1"`},
		{"an id that begins with a digit", Settings{Pseudonym: PseudonymSettings{KeyID: "1k"}},
			`pseudonym: key_id: expected a small letter, then small letters and digits, 16 at most, found "1k"`},
		{"a long id", Settings{Pseudonym: PseudonymSettings{KeyID: "abcdefghijklmnopqrst"}},
			`pseudonym: key_id: expected a small letter, then small letters and digits, 16 at most, found "abcdefghijklmnop…"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := New(c.settings)
			assert.EqualError(t, err, c.want)
		})
	}
	without := newEngine(t, Settings{})
	assert.False(t, without.HasKey())
	assert.EqualError(t, without.RequireKey("identity: pseudonym"), "pseudonym: key: expected at least 32 bytes for identity: pseudonym, found 0")
	with := pseudonymEngine(t)
	assert.True(t, with.HasKey())
	assert.NoError(t, with.RequireKey("identity: pseudonym"))
}

func TestKeysAreNeverPrinted(t *testing.T) {
	t.Parallel()
	s := Settings{Pseudonym: PseudonymSettings{Key: testKey, KeyID: "k1"}}
	e := newEngine(t, s)
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%x", "%q", "%d"} {
		for _, v := range []any{s, &s, s.Pseudonym, &s.Pseudonym, e} {
			printed := fmt.Sprintf(format, v)
			for _, secret := range []string{string(testKey), hex.EncodeToString(testKey), strings.Trim(fmt.Sprint(testKey), "[]"), "0x6e, 0x6f, 0x20"} {
				assert.NotContains(t, printed, secret)
			}
		}
	}
}

func TestCleanTextAllocatesNothingUnderAnyAction(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	for name, e := range lawfulEngines(t) {
		var tally Tally
		for _, c := range cleanCases() {
			assert.Zero(t, testing.AllocsPerRun(20, func() { e.Text(c.in, Place{}, &tally) }), "%s: %s", name, c.name)
		}
	}
}

// go test -run '^$' -bench Pseudonym ./redaction
func BenchmarkPseudonym(b *testing.B) {
	e := pseudonymEngine(b)
	b.ReportAllocs()
	for b.Loop() {
		e.Pseudonym(6, []byte("alice@example.com"))
	}
}
