package detect

import (
	"encoding/base64"
	"hash/crc32"
	"math/big"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// base62 writes n in six digits, capitals before small letters, which math/big writes the other way round.
func base62(n uint32) string {
	text := new(big.Int).SetUint64(uint64(n)).Text(62)
	text = strings.Map(func(r rune) rune {
		if unicode.IsLower(r) {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, text)
	return strings.Repeat("0", 6-len(text)) + text
}

func TestGitHubCheckSum(t *testing.T) {
	t.Parallel()
	standIn := "YourTokenHereYourTokenHereYour" // looks like none, but its check sum shows a key
	proven := join("ghp_", standIn, base62(crc32.ChecksumIEEE([]byte(standIn))))
	unproven := join("ghp_", randomBody(36))
	checkFamily(t, []family{
		{"proves a key that looks like a stand-in", proven, []string{"API_KEY " + proven}},
		{"a key without one", unproven, []string{"API_KEY " + unproven}},
		{"a stand-in without one", join("ghp_", standIn, "012345"), nil},
	})
	for n := range uint32(200) {
		body := []byte(strings.Repeat("ab", 12) + base62(n*7919*7919))
		sum := []byte(base62(crc32.ChecksumIEEE(body)))
		assert.True(t, hasGitHubCheck(append(body, sum...)))
		sum[n%6] ^= 1
		assert.False(t, hasGitHubCheck(append(body, sum...)))
	}
}

func TestDiscordKey(t *testing.T) {
	t.Parallel()
	id := base64.RawStdEncoding.EncodeToString([]byte("198622483471925248"))
	long := base64.RawStdEncoding.EncodeToString([]byte("1986224834719252481"))
	key := join(id, ".", "G4xTq_", ".", randomBody(38))
	other := join(long, ".", "GaxTqz", ".", randomBody(27))
	checkFamily(t, []family{
		{"in a sentence", "login(" + key + ").", []string{"API_KEY " + key}},
		{"with a longer number", other, []string{"API_KEY " + other}},
		{"a number that is none", join(base64.RawStdEncoding.EncodeToString([]byte("19862248347192524x")), ".G4xTq_.", randomBody(27)), nil},
		{"a signature that is too short", join(id, ".G4xTq_.", randomBody(26)), nil},
		{"a signature that is too long", join(id, ".G4xTq_.", randomBody(39)), nil},
		{"a middle part of another size", join(id, ".G4xTq.", randomBody(27)), nil},
		{"behind something else", join("x-", id, ".G4xTq_.", randomBody(27)), nil},
	})
}
