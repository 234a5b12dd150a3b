package detect

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamedSecret(t *testing.T) {
	t.Parallel()
	body, uuid := randomBody(32), "5547f287-58f8-4b47-97d5-2d8594c80125"
	found := []string{"SECRET " + body}
	checkFamily(t, []family{
		{"a token", "acmeToken = " + body, found},
		{"with a full stop behind it", "The acme_token is set: acme_token=" + body + ".", found},
		{"in quotes", `acme_token: "` + body + `"`, found},
		{"in PHP", `$acmeToken .= "` + body + `"; "acmeToken" => '` + body + "'", []string{found[0], found[0]}},
		{"in a makefile", "ACME_TOKEN ?= " + body + "\nACME_TOKEN ::= " + body, []string{found[0], found[0]}},
		{"in Go, with a type", "var acmeToken string = `" + body + "`", found},
		{"in Python, with a type", "acme_token: str = '" + body + "'", found},
		{"in an element", "<acmeToken>\n  " + body + "\n</acmeToken>", found},
		{"in JSON that was cut short", `{"acme_token":"` + body + `","x":"`, found},
		{"in two words", "Mistral key: " + body, found},
		{"a licence key", "MAXMIND_LICENSE_KEY=" + body, found},
		{"an access key in one word", "ACME_ACCESSKEY=" + body, found},
		{"credentials", "smtp.credentials=" + body, found},
		{"hexadecimal digits", "acme_auth=" + hexBody(32), []string{"SECRET " + hexBody(32)}},
		{"a token alone", "token: " + body, found},
		{"a UUID as a token", "acme_token=" + uuid, []string{"SECRET " + uuid}},
		{"many digits as a token", "acme_token=19108498102154996921", []string{"SECRET 19108498102154996921"}},

		{"a number behind the name", "ACME_TOKEN_2=" + body + "\nacmeKeyV2: " + body, []string{found[0], found[0]}},
		{"a qualifier behind the name", `acme_token_old="` + body + `" {"acmeSecretValue":"` + body + `"}`, []string{found[0], found[0]}},
		{"a number behind the name of a key", "OPENAI_API_KEY_2=" + body, found},
		{"a number behind the name of a password", "DB_PASSWORD_PROD=hunter2x", []string{"PASSWORD hunter2x"}},
		{"a name in one word", "ACMETOKEN=" + body + " acmeclientsecret: " + body + " appkey=" + body, []string{found[0], found[0], found[0]}},
		{"a personal access token", "AZURE_DEVOPS_PAT=" + body, found},
		{"a bearer token", "twitterBearer = '" + body + "'", found},
		{"credentials in short", "acme_cred=" + body, found},
		{"a password of a system", "acme_pass=" + body, []string{"PASSWORD " + body}},
		{"a UUID as an access key", "access_key=" + uuid + " license-key: " + uuid, []string{"SECRET " + uuid, "SECRET " + uuid}},
		{"letters of both cases without a digit", "acme_token=" + "subqNoUq" + "fnbxna", []string{"SECRET " + "subqNoUq" + "fnbxna"}},
		{"Base64 that starts with a slash", "acme_token=/" + randomBody(42) + "=", []string{"SECRET /" + randomBody(42) + "="}},
		{"an equals sign as its first character", "ACME_TOKEN==" + body, []string{"SECRET =" + body}},
		{"a secret of AWS", `{"SecretString":"jane hunter","x`, []string{"SECRET jane hunter"}},
		{"Rails", "SECRET_KEY_BASE=" + hexBody(64), []string{"SECRET " + hexBody(64)}},

		{"the second key of a cache", "cache_key_2=" + hexBody(40) + " cacheKeyValue: " + hexBody(40), nil},
		{"a number behind nothing", "version_2=" + body + " 2=" + body + " _2: " + body, nil},
		{"a comparison", "password==hunter2x acme_token==stored_token2", nil},
		{"a numbered token alone", "token1: " + body, nil},
		{"a longer number", "acme_token_2024=" + body, nil},
		{"a flag", "password_old: false api_key_2 = none", nil},
		{"the hash of a key", "api_key_hash=" + hexBody(40), nil},
		{"the next page in one word", "nextToken=" + body + " nexttoken: " + body + " pagetoken=" + body, nil},
		{"a person", "pat: " + body, nil},
		{"a pattern", "search_pat='v1.2.3-rc4xz' file_pat=" + body, nil},
		{"a protocol with a number", "OAuth2: hcc.OAuth2, oauth2=" + body, nil},
		{"a pass with a number", "pass1: 120.5ms Pass2=1024KiB pass_2: 35.2sec", nil},
		{"passed", "tests_pass: " + body + " first_pass=" + body, nil},
		{"a name of software without a digit", "acme_token=getAccessTokenFromVault", nil},
		{"keys of objects", "s3_key=" + hexBody(40) + " order_key: " + body + " lock_token=" + uuid, nil},
		{"the name of a secret in AWS", "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-aB3xY9", nil},

		{"a type after a keyword", "var string = " + body, nil},
		{"a UUID as a key", "tenant_key=" + uuid, nil},
		{"a time as a token", "acme_token=1788453844000", nil},
		{"the name of a key in AWS", "kms_key=arn:aws:kms:us-east-1:123456789012:key/3fa85f64b7e19c20d43fa", nil},
		{"keys that are public", "host_key=" + body + " publishable key: " + body, nil},
		{"the version of a package", "io.jsonwebtoken:jjwt-jackson-0.11.2 acme_token: x9kq-jwt-zx7b@1.20.3", nil},
		{"a long stand-in", "acme_token=sha256~xxxxxxxxxxx.ab3dQ9zk7", nil},
		{"a short token alone", "token: a8Kd03Lqz7", nil},
		{"a key alone", "key=" + body, nil},
		{"a key alone behind another pair", "op=read user=alice key=" + body + " n=3", nil},
		{"a key alone behind an identifier", "call_7bcd_aXb key=" + body + " call_9bcd key=" + body, nil},
		{"a key in two words behind another pair", "user=alice mistral key=" + body, found},
		{"a token behind another pair", "user=alice token=" + body, found},
		{"the key of an entry", "cache hit key=" + body + ", GET key=" + body, nil},
		{"the key of a cache", "cache_key=" + hexBody(40), nil},
		{"the key of a partition", `"partitionKey": "` + hexBody(40) + `"`, nil},
		{"the next page", "next_page_token=" + body, nil},
		{"the identifier of a token", "token_id=" + body, nil},
		{"a limit", "max_tokens=4096 max_token=4096123456", nil},
		{"the name of a model", "acme_token: claude-3-5-sonnet-20241022", nil},
		{"words", "acme_token=get_token_from_environment_v2", nil},
		{"a path", "acme_token=/var/run/secrets/k8s/x7Qz9Lp3Wv1", nil},
		{"a URL", "acme_token=https://example.com/x7Qz9Lp3Wv1", nil},
		{"a call", "acme_token=load(x7Qz9Lp3Wv1Bn5)", nil},
		{"a variable", "acme_token=${X7QZ9LP3WV1BN5}", nil},
		{"a stand-in", "acme_token=xxxxxxxxxxxxxxxx1234", nil},
		{"one that is too long", "acme_token=" + randomBody(151), nil},
		{"a sentence", "The refresh of the auth: we did it 3 times", nil},
		{"a placeholder", "acme_token=<SECRET>", nil},
		{"another assignment", "acme_token == " + body, nil},
	})
}

func TestTextUnderNameOfSecret(t *testing.T) {
	t.Parallel()
	s, body := NewScanner(Policy{}), randomBody(32)
	for _, c := range []struct {
		name, text string
		place      Place
		want       []string
	}{
		{"a key", body, Place{Key: []byte("acmeToken"), Attribute: []byte("app.settings")}, []string{"SECRET " + body}},
		{"an attribute", body, Place{Attribute: []byte("acme.auth")}, []string{"SECRET " + body}},
		{"an attribute of a list", body, Place{Attribute: []byte("http.request.header.x-acme-token.0")}, []string{"SECRET " + body}},
		{"the key counts, not the attribute", body, Place{Key: []byte("name"), Attribute: []byte("acme_token")}, nil},
		{"another name", body, Place{Key: []byte("acme_token_id")}, nil},
		{"words", "the quick brown fox", Place{Key: []byte("acme_token")}, nil},
		{"a piece of text", "Hello", Place{Key: []byte("token")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, scanAll(t, s, c.text, c.place))
		})
	}
	off := NewScanner(Policy{Off: []Entity{Secret}})
	assert.Empty(t, scanAll(t, off, body, Place{Key: []byte("acme_token")}), "switched off")
	assert.Empty(t, scanAll(t, off, "acme_token="+body, Place{}), "switched off")
}

func TestIsRandom(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]bool{
		randomBody(16): true, hexBody(16): true, "zttsp9adk9oclgfzt059_51x7x242m3h": true, "qwzxkvbgtr": true,
		"": false, "a": false, "get_token_from_environment": false, "gpt-4o-2024-08-06": false, "text-embedding-3-small": false,
		"meta-llama/Llama-3.1-8B-Instruct": false, "2026-11-27T13:24:09Z": false, "1788453844000": false, "kubernetes-production-west": false,
		"AuthenticationTokenProvider": false, "CONTENT_SECURITY_POLICY": false,
	} {
		assert.Equal(t, want, isRandom([]byte(value)), value)
	}
}

// TestNumbersAreNoNames holds to what the fast loop assumes of the times of a day.
func TestNumbersAreNoNames(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackAll})
	for n := range 100_000 {
		key := []byte(strconv.Itoa(n))
		require.True(t, s.KeyEntity(key) == None && s.nameOf(key) == nameNothing && !mayBeSecondWord(key), "%s", key)
	}
}
