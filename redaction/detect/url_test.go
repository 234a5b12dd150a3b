package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestURLCredentials(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"user and password", "postgres://app:s3cr3t@db.example.com/x", []string{"URL_CREDENTIALS app:s3cr3t"}},
		{"password alone", "redis://:s3cr3t@cache:6379", []string{"URL_CREDENTIALS :s3cr3t"}},
		{"an at sign in the password", "https://a:p@ss@example.com", []string{"URL_CREDENTIALS a:p@ss"}},
		{"a token alone", "https://" + randomBody(20) + "@example.com/x", []string{"URL_CREDENTIALS " + randomBody(20)}},
		{"a dollar sign before the password", "https://alice:$ecret123@db/x", []string{"URL_CREDENTIALS alice:$ecret123"}},
		{"a slash and a hash in the password", "postgres://alice:pa/ss#word9@db", []string{"URL_CREDENTIALS alice:pa/ss#word9"}},
		{"a port before an at sign", "http://example.com:8080/packages/@scope/x", nil},
		{"no port and an at sign in another word", "s3://bucket:a/b c@d", nil},
		{"a git remote with a scheme", "ssh://git@example.com:org/repo@v1", nil},
		{"a drive", "file://C:/Users/alice@corp/x", nil},
		{"a password of more than a kilobyte", "https://alice:" + randomBody(1500) + "@example.com/x", []string{"URL_CREDENTIALS alice:" + randomBody(1500)}},
		{"a signature", "?X-Amz-Signature=0123abcd4567&a=1", []string{"URL_CREDENTIALS 0123abcd4567"}},
		{"an access token", "https://x.example/?a=1&access_token=abc123def&b", []string{"URL_CREDENTIALS abc123def"}},
		{"a random token", "?token=" + randomBody(20), []string{"URL_CREDENTIALS " + randomBody(20)}},
		{"a user alone", "ssh://git@example.com/x", nil},
		{"variables", "https://${USER}:${PASS}@example.com", nil},
		{"a port", "http://localhost:3600/a@b", nil},
		{"a token of another kind", "?token=next&code=404&page=2", nil},
	})
}

func TestQueryRule(t *testing.T) {
	t.Parallel()
	for key, trust := range queryKeys {
		assert.Equal(t, trust, queryRule([]byte(key)), key)
		assert.Equal(t, trust, queryRule([]byte(strings.ToUpper(key))), key)
		for _, other := range []string{key[1:], key + "s", "x" + key, key[:len(key)-1]} {
			assert.Equal(t, queryKeys[other], queryRule([]byte(other)), other)
		}
	}
	for _, none := range []string{"", "lang", "page", strings.Repeat("y", maxQueryKey), strings.Repeat("y", maxQueryKey+1)} {
		assert.Equal(t, queryNever, queryRule([]byte(none)), none)
	}
}
