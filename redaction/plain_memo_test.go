package redaction

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestWhatIsCleanInOnePlaceIsNotInAnother has a text come where it says nothing, and then where its key says what it is.
func TestWhatIsCleanInOnePlaceIsNotInAnother(t *testing.T) {
	t.Parallel()
	const value = "q8Kd03Lqz7Wm2Xc9"
	e := newEngine(t, Settings{})
	for range 2 {
		var tally Tally
		got, _ := e.Text(`{"note":"`+value+`","acme_token":"`+value+`","password":"`+value+`"}`, Place{}, &tally)
		assert.Equal(t, `{"note":"`+value+`","acme_token":"<SECRET>","password":"<PASSWORD>"}`, got)
		for _, c := range []struct{ attribute, want string }{{"note", value}, {"acme_token", "<SECRET>"}, {"password", "<PASSWORD>"}} {
			got, _ := e.Text(value, Place{Attribute: c.attribute}, &tally)
			assert.Equal(t, c.want, got, c.attribute)
		}
	}
}

// TestWhatIsTooDeepIsSoWhateverCameBefore has a text that starts like JSON come alone, and then where it is nested too deep.
func TestWhatIsTooDeepIsSoWhateverCameBefore(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{MaxDepth: 4})
	for range 2 {
		var tally Tally
		got, _ := e.Text("[[x", Place{}, &tally)
		assert.Equal(t, "[[x", got)
		got, _ = e.Text(`[[["[[x"]]]`, Place{}, &tally)
		assert.Equal(t, "<REDACTED>", got)
	}
}

// TestWhatIsNoStringOfJSONIsNoneWhateverCameBefore has a text with a line end come alone, and then in what is no JSON for its sake.
func TestWhatIsNoStringOfJSONIsNoneWhateverCameBefore(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	const in, want = "{\"note\":\"a\nb\",\"my\":[\"phone\",4155550132]}", "{\"note\":\"a\nb\",\"my\":[\"phone\",<PHONE>]}"
	for range 2 {
		var tally Tally
		got, _ := e.Text(in, Place{}, &tally)
		assert.Equal(t, want, got)
		got, _ = e.Text("a\nb", Place{}, &tally)
		assert.Equal(t, "a\nb", got)
	}
}

func TestPlainMemosCompareAllBytes(t *testing.T) {
	t.Parallel()
	var m plainMemos
	m.add([]byte("application/json"))
	assert.True(t, m.has([]byte("application/json")))
	for _, other := range []string{"", "application/jsoN", "application/jso", "aPplication/json", "application/json "} {
		assert.False(t, m.has([]byte(other)), other)
	}
	long := make([]byte, maxPlainMemo+1)
	m.add(long)
	assert.False(t, m.has(long))
}
