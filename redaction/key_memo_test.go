package redaction

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestKeysAreRememberedByAllOfTheirBytes asks for keys that share places in the memory of a run.
func TestKeysAreRememberedByAllOfTheirBytes(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{})
	r := newRun(e)
	keys := []string{"secret", "properties"}
	slotOf := func(key string) *[2]keyMemo { return r.keys.slot([]byte(key)) }
	for n := 0; len(keys) < 8; n++ {
		if key := "item" + strconv.Itoa(n); slotOf(key) == slotOf("secret") || slotOf(key) == slotOf("properties") {
			keys = append(keys, key)
		}
	}
	for range 2 {
		for _, key := range keys {
			facts := r.ofKey([]byte(key)).facts
			assert.Equal(t, e.scanner.KeyEntity([]byte(key)), facts.whole, key)
			assert.Equal(t, key == "properties", facts.describes, key)
			assert.Equal(t, key == "secret", facts.secret, key)
		}
	}
}

// TestKeysOfOneSlotAreRememberedTogether asks for two keys that share a place in turns: both stay.
func TestKeysOfOneSlotAreRememberedTogether(t *testing.T) {
	t.Parallel()
	r := newRun(newEngine(t, Settings{}))
	first, second := "first", ""
	for n := 0; second == ""; n++ {
		if key := "key" + strconv.Itoa(n); r.keys.slot([]byte(key)) == r.keys.slot([]byte(first)) {
			second = key
		}
	}
	for _, key := range []string{first, second} {
		r.foldKey(key)
	}
	for _, key := range []string{first, second} {
		if m := r.keys.find([]byte(key)); assert.NotNil(t, m, key) {
			assert.True(t, m.alone, key)
		}
	}
}
