package detect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPlaceSuppliesContext(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	const bare = "4155550132"
	for _, c := range []struct {
		name  string
		place Place
		want  []string
	}{
		{"no key says nothing", Place{}, nil},
		{"a key names the subject", Place{Key: []byte("phone")}, []string{"PHONE " + bare}},
		{"a key names it as one word of several", Place{Key: []byte("customerPhoneNumber")}, []string{"PHONE " + bare}},
		{"an attribute names it", Place{Attribute: []byte("app.contact.mobile")}, []string{"PHONE " + bare}},
		{"a key of a time does not, whatever it names", Place{Key: []byte("phone_verified_at")}, nil},
		{"a key of an identifier does not", Place{Key: []byte("phoneId")}, nil},
		{"a placeholder in a key does not", Place{Key: []byte("<PHONE>")}, nil},
		{"the key further out names it", Place{Outer: []byte("phone"), Key: []byte("number")}, []string{"PHONE " + bare}},
		{"the key further out names it, below words that say nothing", Place{Outer: []byte("phone"), Key: []byte("rawValue")}, []string{"PHONE " + bare}},
		{"the key further out does not count where the nearest says something", Place{Outer: []byte("phone"), Key: []byte("order")}, nil},
		{"the key further out of a time", Place{Outer: []byte("phone_verified_at"), Key: []byte("value")}, nil},
		{"part of a word does not", Place{Key: []byte("phoneme")}, nil},
		{"identifier keys have no numbers", Place{Key: []byte("phone"), Identifier: true}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, scanAll(t, s, bare, c.place))
		})
	}
}

func TestIdentifierKeepsDetectorsThatNeedMoreThanDigits(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	found := scanAll(t, s, "4111111111111111 123-45-6789 +14155550132 alice@example.com", Place{Identifier: true})
	assert.Equal(t, []string{"EMAIL alice@example.com"}, found)
}

func TestOverlapsLeaveNothing(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"an address wins over the number in it", "4111111111111111@example.com", []string{"EMAIL 4111111111111111@example.com"}},
		{"credentials leave the host", "https://a:alice@example.com", []string{"URL_CREDENTIALS a:alice"}},
		{"neighbours stay apart", "alice@example.com,123-45-6789", []string{"EMAIL alice@example.com", "US_SSN 123-45-6789"}},
	})
}

func TestAddMergesOverlaps(t *testing.T) {
	t.Parallel()
	x := Text{scanner: NewScanner(Policy{Off: []Entity{IBAN}})}
	x.add(Phone, 2, 6, 6)
	x.add(Email, 4, 9, 9)
	assert.Equal(t, []Match{{Start: 2, End: 9, Entity: Phone, Other: Email}}, x.Matches, "a partial overlap widens the first")
	x.add(SSN, 10, 12, 12)
	x.add(Cookie, 1, 14, 14)
	assert.Equal(t, []Match{{Start: 1, End: 14, Entity: Cookie}}, x.Matches, "a cover takes the place of all")
	assert.False(t, x.add(IBAN, 20, 30, 30), "an entity that is off")
	assert.Len(t, x.Matches, 1)
}

func TestBudgetEndsAScan(t *testing.T) {
	t.Parallel()
	x := Text{Bytes: []byte("alice@example.com"), Limit: 3}
	require.False(t, NewScanner(Policy{}).Scan(&x))
}

func TestKeyEntity(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{})
	for _, c := range []struct {
		key  string
		want Entity
	}{
		{"password", Password},
		{"Password", Password},
		{"DB_PASSWORD", Password},
		{"spring.datasource.password", Password},
		{"userPassword", Password},
		{"OPENAI_API_KEY", APIKey},
		{"openaiApiKey", APIKey},
		{"openaiAPIKey", APIKey},
		{"x-api-key", APIKey},
		{"http.request.header.authorization", Authorization},
		{"http.request.header.cookie.0", Cookie},
		{"Set-Cookie", Cookie},
		{"client_secret", Secret},
		{"aws_secret_access_key", Secret},
		{"access_token", Secret},
		{"_gitlab_session", Secret},
		{"wallet.seed_phrase", Secret},
		{"BUNDLE_GEMS__CONTRIBSYS__COM", Password},
		{"user.email", Email},
		{"user.name", Person},
		{"enduser.user.full_name", Person},
		{"token", None},            // a piece of text in log probabilities
		{"max_tokens", None},       // a count
		{"api_key_hash", None},     // no secret itself
		{"api_key_id", None},       // no secret itself
		{"user.name.length", None}, // about the name
		{"username", None},         // a handle
		{"host.name", None},
		{"key", None},
		{"<PASSWORD>", None}, // redacted
		{"", None},
		{"...", None},
	} {
		t.Run(c.key, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, s.KeyEntity([]byte(c.key)))
		})
	}
}

func TestKeccak256(t *testing.T) {
	t.Parallel()
	// Vectors of the Keccak team's ShortMsgKAT_256, as used by Ethereum.
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"},
		{"abc", "abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"},
	} {
		hash := keccak256([]byte(c.text))
		assert.Equal(t, c.want, hexOf(hash[:]), c.name)
	}
}

func hexOf(b []byte) string {
	const digits = "0123456789abcdef"
	var s []byte
	for _, c := range b {
		s = append(s, digits[c>>4], digits[c&15])
	}
	return string(s)
}

func TestLuhnAgreesWithCounting(t *testing.T) {
	t.Parallel()
	// Exactly one check digit is right for each number before it.
	for n := range 2000 {
		digits := []byte{'4', byte('0' + n/1000), byte('0' + n/100%10), byte('0' + n/10%10), byte('0' + n%10), 0}
		right := 0
		for check := range byte(10) {
			digits[5] = '0' + check
			if luhn(digits) {
				right++
			}
		}
		require.Equal(t, 1, right)
	}
}
