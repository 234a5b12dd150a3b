package redact

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/otel-genai/genaiprocessor/redaction"
)

var testKey = []byte("no secret: for the tests of pseudonyms")

// The pseudonyms of u-42, 42 and canaryEmail under testKey, by the command in redaction/pseudonym_test.go.
const (
	pseudonymOfUser   = "<IDENTITY_k1_rslfnkbbmmjpfrrjlkbn>"
	pseudonymOfNumber = "<IDENTITY_k1_qjdmgmgccdmbtfprtlcm>"
	pseudonymOfMail   = "<IDENTITY_k1_fqrcghdjhtmbckthckcc>"
)

func pseudonymous() Settings {
	return Settings{
		Identity:     PseudonymIdentity,
		Text:         redaction.Settings{Pseudonym: redaction.PseudonymSettings{Key: testKey, KeyID: "k1"}},
		IdentityKeys: map[string]bool{"acme.user": true},
	}
}

func TestIdentityBecomesTheSamePseudonymEverywhere(t *testing.T) {
	t.Parallel()
	raw := map[string]any{
		"user.id": "u-42", "session.id": int64(42), "gen_ai.conversation.id": "42", "enduser.id": 42.0, "acme.user": "u-42",
		"langfuse.user.id": []any{"u-42", int64(42), true}, "user.hash": "", "enduser.pseudo.id": true,
		"user.email": "jane@example.com", "app.user": "u-42",
	}
	want := map[string]any{
		"user.id": pseudonymOfUser, "session.id": pseudonymOfNumber, "gen_ai.conversation.id": pseudonymOfNumber, "enduser.id": pseudonymOfNumber,
		"acme.user": pseudonymOfUser, "langfuse.user.id": []any{pseudonymOfUser, pseudonymOfNumber, true}, "user.hash": "", "enduser.pseudo.id": true,
		"user.email": "<EMAIL>", "app.user": "u-42",
	}
	s := newSubject()
	for _, attributes := range attributeMaps {
		require.NoError(t, attributes(s).FromRaw(raw))
	}
	r := mustRedactor(t, pseudonymous())
	o := s.redact(r)
	for place, attributes := range attributeMaps {
		assert.Equal(t, want, attributes(s).AsRaw(), place)
	}
	assert.Equal(t, 7*len(attributeMaps), o.Pseudonymised)
	assert.Equal(t, len(attributeMaps), o.Tally.Total(), "the addresses")

	assert.Equal(t, Outcome{}, *s.redact(r), "a second pass finds nothing")
	other := pseudonymous()
	other.Text.Pseudonym.KeyID = "k2"
	assert.Equal(t, Outcome{}, *s.redact(mustRedactor(t, other)), "nor does one with another key")
}

func TestIdentityThatIsNoNameIsContent(t *testing.T) {
	t.Parallel()
	for name, value := range map[string]any{
		"a map":           map[string]any{"mail": canaryEmail},
		"a list of maps":  []any{map[string]any{"mail": canaryEmail}},
		"a list of lists": []any{[]any{canaryEmail}},
		"bytes":           []byte(canaryEmail),
	} {
		m := pcommon.NewMap()
		require.NoError(t, m.FromRaw(map[string]any{"user.id": value}))
		var o Outcome
		mustRedactor(t, pseudonymous()).Attributes(m, &o)
		v, _ := m.Get("user.id")
		if v.Type() == pcommon.ValueTypeBytes {
			assert.Equal(t, "<EMAIL>", string(v.Bytes().AsRaw()))
		} else {
			assert.Contains(t, v.AsString(), "EMAIL", name)
		}
		assert.NotContains(t, v.AsString(), canaryEmail, name)
		assert.Equal(t, 1, o.Tally.Total(), name)
		assert.Zero(t, o.Pseudonymised, name)
	}
}

func TestListsOfNamesFollowTheIdentityPolicy(t *testing.T) {
	t.Parallel()
	for identity, want := range map[IdentityMode]map[string]any{
		KeepIdentity:      {"user.id": []any{"<EMAIL>", "u-42"}},
		DropIdentity:      {},
		PseudonymIdentity: {"user.id": []any{pseudonymOfMail, pseudonymOfUser}},
	} {
		m := pcommon.NewMap()
		require.NoError(t, m.FromRaw(map[string]any{"user.id": []any{canaryEmail, "u-42"}}))
		s := pseudonymous()
		s.Identity = identity
		mustRedactor(t, s).Attributes(m, &Outcome{})
		assert.Equal(t, want, m.AsRaw())
	}
}

func TestMonitoringCountsPseudonymsAndMakesNone(t *testing.T) {
	t.Parallel()
	m := pcommon.NewMap()
	require.NoError(t, m.FromRaw(map[string]any{"user.id": "u-42", "session.id": int64(1)}))
	before := m.AsRaw()
	s := pseudonymous()
	s.Mode = Monitor
	r := mustRedactor(t, s)
	var o Outcome
	r.Attributes(m, &o)
	assert.Equal(t, before, m.AsRaw())
	assert.Equal(t, 2, o.Pseudonymised)
	assert.Equal(t, 1, o.Retyped, "the number becomes a string")
	left, ok := r.Copied("user.id", "u-42")
	assert.True(t, ok)
	assert.Equal(t, "u-42", left)
}

func TestCopiesOfIdentityArePseudonyms(t *testing.T) {
	t.Parallel()
	r := mustRedactor(t, pseudonymous())
	for text, want := range map[string]string{"u-42": pseudonymOfUser, "42": pseudonymOfNumber, pseudonymOfUser: pseudonymOfUser, "": ""} {
		for _, key := range []string{"user.id", "acme.user"} {
			left, ok := r.Copied(key, text)
			assert.True(t, ok)
			assert.Equal(t, want, left)
		}
	}
}

// A redactor without an engine panics at the first text.
func TestAfterAPanicIdentityIsClosedToo(t *testing.T) {
	t.Parallel()
	s := newSubject()
	s.span().SetName(canaryEmail)
	s.span().Attributes().PutStr("user.id", "u-42")
	s.redact(&Redactor{enforce: true, identity: PseudonymIdentity})
	assert.Equal(t, map[string]any{"user.id": "<REDACTED>"}, s.span().Attributes().AsRaw())
}

func TestBytesUnderAKeyFollowTheActionKeep(t *testing.T) {
	t.Parallel()
	keep := redaction.Keep
	r := mustRedactor(t, Settings{Text: redaction.Settings{Entities: map[string]redaction.EntitySettings{"COOKIE": {Action: &keep}}}})
	m := pcommon.NewMap()
	m.PutEmptyBytes("cookie").FromRaw([]byte("a=b; to=" + canaryEmail))
	var o Outcome
	r.Attributes(m, &o)
	v, _ := m.Get("cookie")
	assert.Equal(t, "a=b; to=<EMAIL>", string(v.Bytes().AsRaw()))
	cookie, _ := redaction.EntityByName("COOKIE")
	assert.Equal(t, 1, o.Tally.Kept(cookie))
	assert.Equal(t, 1, o.Tally.Total())
}

func TestWhatPassesUnreadIsCounted(t *testing.T) {
	t.Parallel()
	attributes := map[string]any{
		"user.id": "jane", "session.id": int64(7), "enduser.id": true, // 4 bytes, 8, none
		"gen_ai.usage.input_tokens": int64(9), "gen_ai.usage.cost": 0.5, "gen_ai.usage.details": "12", // 8, 8; text is read
	}
	for _, c := range []struct {
		name            string
		identity        IdentityMode
		identityUnread  int
		identityReplace int
	}{
		{"kept identity", KeepIdentity, 12, 0},
		{"pseudonyms", PseudonymIdentity, 0, 2},
		{"dropped identity", DropIdentity, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			settings := pseudonymous()
			settings.Identity = c.identity
			m := pcommon.NewMap()
			require.NoError(t, m.FromRaw(attributes))
			var o Outcome
			mustRedactor(t, settings).Attributes(m, &o)
			assert.Equal(t, c.identityUnread, o.SkippedIdentityBytes)
			assert.Equal(t, c.identityReplace, o.Pseudonymised)
			assert.Equal(t, 16, o.SkippedUsageBytes)
			assert.Equal(t, 2, o.ScannedBytes)
			assert.Zero(t, o.SkippedBinaryBytes)
		})
	}
}
