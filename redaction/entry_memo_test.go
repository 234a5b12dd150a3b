package redaction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEntriesAreRememberedForPlacesThatSayNothing has an entry come often where it says nothing, and then where the key of its object, or the
// place of the whole text, says what it is.
func TestEntriesAreRememberedForPlacesThatSayNothing(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	const entry = `{"kind":"house of cards","note":"x"}`
	for range 3 {
		var tally Tally
		got, _ := e.Text(`[`+entry+`,`+entry+`,{"password":`+entry+`},`+entry+`]`, Place{}, &tally)
		assert.Equal(t, `[`+entry+`,`+entry+`,{"password":{"kind":"<PASSWORD>","note":"<PASSWORD>"}},`+entry+`]`, got)
		got, _ = e.Text(entry, Place{Attribute: "password"}, &tally)
		assert.Equal(t, "<PASSWORD>", got)
	}
}

// TestEntriesOfARememberedTextAreParts has a text that is remembered with its key be the first half of an address.
func TestEntriesOfARememberedTextAreParts(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	const plain = `{"type":"text","text":"alice"}`
	in := `[{"role":"user","parts":[` + plain + `,{"type":"text","text":"@example.com"}]}]`
	for range 3 {
		var tally Tally
		_, changed := e.Text(`[{"role":"user","parts":[`+plain+`]},{"role":"user","parts":[`+plain+`]}]`, Place{}, &tally)
		require.False(t, changed)
		got, _ := e.Text(in, Place{}, &tally)
		assert.Equal(t, `[{"role":"user","parts":[{"type":"text","text":"<EMAIL>"},{"type":"text","text":""}]}]`, got)
	}
}

// TestEntriesAreRememberedByAllOfTheirBytes has entries that begin alike, which share a place in the memory of a run.
func TestEntriesAreRememberedByAllOfTheirBytes(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	const alike = `"description":"a call of a tool`
	in := `{` + alike + `"},{` + alike + ` alice@example.com"},{` + alike + `" },{` + alike + `,"":"alice@example.com"}`
	want := strings.ReplaceAll(in, "alice@example.com", "<EMAIL>")
	for range 3 {
		var tally Tally
		for _, part := range strings.SplitAfter(in, "},") {
			e.Text(strings.TrimSuffix(part, ","), Place{}, &tally)
		}
		got, _ := e.Text("["+in+"]", Place{}, &tally)
		assert.Equal(t, "["+want+"]", got)
	}
}

func TestEntryMemosNeedEnoughText(t *testing.T) {
	t.Parallel()
	var m entryMemos
	assert.Nil(t, m.memo(make([]byte, entrySample-1)))
	memo := m.memo(make([]byte, entrySample))
	require.NotNil(t, memo)
	assert.False(t, memo.starts(make([]byte, entrySample)), "it is free")
}
