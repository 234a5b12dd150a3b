package dialect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGate(t *testing.T) {
	t.Parallel()
	var g Gate
	g.MarkBeginning("gen_ai.", 1)
	g.MarkBeginning("fi.", 2)
	g.MarkEnding("prompt", 4)
	for key, want := range map[string][2]uint8{
		"gen_ai.system": {1, 0}, "gen_ai.": {1, 0}, "fi.x": {2, 0}, "fi.\xff": {2, 0}, "my_prompt": {0, 4}, "MY_PROMPT": {0, 4}, "gen_ai.prompt": {1, 4},
		"http.route": {0, 0}, "server.address": {0, 0}, "prompt.id": {0, 0}, "fix.it": {0, 0},
		"": {0xff, 0xff}, "abc": {0xff, 0xff},
	} {
		assert.Equal(t, want, [2]uint8{g.Begins(key), g.Ends(key)}, key)
	}
	g.MarkKey("session.id", 32)
	for key, want := range map[string]uint8{"session.id": 32, "session.count": 0, "thread.id": 0, "gen_ai.prompt": 0, "abc": 0xff} {
		assert.Equal(t, want, g.Whole(key), key)
	}
	g.MarkBeginning("x.", 8)
	assert.Equal(t, uint8(8), g.Begins("http.route"), "too short for the table: all are looked at")
	g.MarkEnding("url", 16)
	assert.Equal(t, uint8(16), g.Ends("http.route"))
}
