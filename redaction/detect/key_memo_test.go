package detect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A key says the same whether it was seen before or not, and whatever other keys took its place.
func TestKeyMemoChangesNothing(t *testing.T) {
	t.Parallel()
	s := NewScanner(Policy{Packs: PackDefault})
	var memo KeyMemo
	keys := []string{
		"", "a", "id", "key", "kind", "class", "value", "VALUE", "status", "api_key", "ApiKey", "API_KEY_2", "max_tokens", "acme_token",
		"password", "пароль", "ｐassword", "user.name", "user.names", strings.Repeat("a", maxMemoKey), strings.Repeat("a", maxMemoKey+1),
		strings.Repeat("a", maxMemoKey-4) + "_key",
	}
	for i := range 10 * keyMemoSize {
		keys = append(keys, fmt.Sprintf("field_%d", i), fmt.Sprintf("token%d_name", i))
	}
	for range 3 {
		for _, key := range keys {
			assert.Equal(t, s.isSilent([]byte(key), nil), s.isSilent([]byte(key), &memo), key)
		}
	}
	known := memo.of([]byte("kind"))
	known.set([]byte("kind"))
	assert.True(t, known.holds([]byte("kind")))
	assert.False(t, known.holds([]byte("kinds")))
	assert.False(t, known.holds([]byte("kin")))
}
