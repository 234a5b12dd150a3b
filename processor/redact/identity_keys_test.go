package redact

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

func TestIdentityAndIdentifierKeysDontOverlap(t *testing.T) {
	t.Parallel()
	for key, source := range identityKeys {
		assert.NotEmpty(t, source, key)
		assert.NotContains(t, identifierKeys, key)
		assert.True(t, isListedIdentity(key) && !isIdentifierKey(key), key)
		assert.False(t, isUsageKey(key), key)
		assert.False(t, contentMatcher.matches(key), key)
	}
	for key, source := range identifierKeys {
		assert.NotEmpty(t, source, key)
		assert.True(t, isIdentifierKey(key) && !isListedIdentity(key), key)
		assert.False(t, contentMatcher.matches(key), key)
	}
}

func TestIdentityAttributes(t *testing.T) {
	t.Parallel()
	r := mustRedactor(t, Settings{})
	for _, key := range []string{
		"user.id", "user.hash", "enduser.id", "enduser.pseudo.id", "session.id", "gen_ai.conversation.id", "langfuse.user.id",
		"langfuse.session.id", "traceloop.association.properties.user_id", "traceloop.association.properties.session_id",
	} {
		assert.True(t, r.isIdentity(key, pcommon.NewValueStr("u-1")), key)
		assert.False(t, r.isIdentity(key, pcommon.NewValueMap()), "%s as a map is no name", key)
	}
	for _, key := range []string{
		"user.email", "user.name", "user.full_name", "langsmith.trace.session_id", "thread.id", "user.roles", "USER.ID", "user.id.x", "id",
	} {
		assert.False(t, r.isIdentity(key, pcommon.NewValueStr("u-1")), key)
	}
}

func TestKeysOfCustomDialectsFollowTheIdentityPolicy(t *testing.T) {
	t.Parallel()
	own, err := dialect.NewCustom("acme", dialect.Custom{Fields: map[string]any{
		"acme.user": "user_id", "acme.session": "conversation_id", "acme.tags": "tags", "acme.who": map[string]any{"field": "user_id", "path": "id"},
	}})
	require.NoError(t, err)
	for identity, want := range map[IdentityMode]map[string]any{
		KeepIdentity: {"acme.user": "jane@example.com", "acme.session": "s-1", "acme.tags": "<EMAIL>"},
		DropIdentity: {"acme.tags": "<EMAIL>"},
	} {
		r, err := New(Settings{Identity: identity, IdentityKeys: IdentityKeysOf([]dialect.Dialect{own})})
		require.NoError(t, err)
		attrs := pcommon.NewMap()
		require.NoError(t, attrs.FromRaw(map[string]any{"acme.user": "jane@example.com", "acme.session": "s-1", "acme.tags": "jane@example.com"}))
		r.Attributes(attrs, &Outcome{})
		assert.Equal(t, want, attrs.AsRaw())
	}
	assert.False(t, IdentityKeysOf([]dialect.Dialect{own})["acme.who"], "what holds more than a name is content")
}

func TestUsageKeys(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"gen_ai.usage.input_tokens", "llm.token_count.prompt", "llm.usage.total_tokens", "genai.cost.total", "input_tokens"} {
		assert.True(t, isUsageKey(key), key)
	}
	for _, key := range []string{"gen_ai.request.model", "gen_ai.usage", "user.tokens", "access_token", "order.total"} {
		assert.False(t, isUsageKey(key), key)
	}
}
