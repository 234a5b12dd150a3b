package redaction

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func newEngine(t testing.TB, s Settings) *Engine {
	t.Helper()
	e, err := New(s)
	require.NoError(t, err)
	return e
}

func TestText(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	for _, c := range []struct{ name, in, want string }{
		{"an e-mail in prose is replaced", "mail alice@example.com now", "mail <EMAIL> now"},
		{"a card in prose is replaced", "pay with 4111 1111 1111 1111.", "pay with <CREDIT_CARD>."},
		{"a card that is a JSON number becomes a string", `{"card":4111111111111111}`, `{"card":"<CREDIT_CARD>"}`},
		{"an escaped at sign hides nothing", `{"to": "alice\u0040example.com" }`, `{"to": "<EMAIL>" }`},
		{"JSON inside of JSON is walked", `{"a":"{\"to\":\"alice@example.com\",\"n\":4111111111111111}"}`, `{"a":"{\"to\":\"<EMAIL>\",\"n\":\"<CREDIT_CARD>\"}"}`},
		{"a key is replaced", `{"alice@example.com":1}`, `{"<EMAIL>":1}`},
		{"JSON cut short is scanned as text", `{"a":"alice@example.com","b":"x`, `{"a":"<EMAIL>","b":"x`},
		{"a password is replaced by its key", `{"password":"hunter2"}`, `{"password":"<PASSWORD>"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			got, changed := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, got)
			assert.True(t, changed)
			again, changed := e.Text(got, Place{}, &tally)
			assert.Equal(t, got, again)
			assert.False(t, changed)
		})
	}
}
