package dialect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/attribute"
	v141 "go.opentelemetry.io/otel/semconv/v1.41.0"
)

func TestSlotsAreInTheConventions(t *testing.T) {
	t.Parallel()
	want := map[Slot]attribute.Key{
		InputMessages: v141.GenAIInputMessagesKey, OutputMessages: v141.GenAIOutputMessagesKey, SystemInstructions: v141.GenAISystemInstructionsKey,
		ToolDefinitions: v141.GenAIToolDefinitionsKey, ToolArguments: v141.GenAIToolCallArgumentsKey, ToolResult: v141.GenAIToolCallResultKey,
		RetrievalQuery: v141.GenAIRetrievalQueryTextKey, RetrievalDocuments: v141.GenAIRetrievalDocumentsKey,
	}
	assert.Len(t, want, int(NumSlots)-1)
	for slot, key := range want {
		assert.Equal(t, string(key), slot.Key())
	}
	assert.Empty(t, NoSlot.Key())
}

func TestEveryContentKeyIsSound(t *testing.T) {
	t.Parallel()
	seen := 0
	check := func(dialect string, contents []ContentKey) {
		for _, k := range contents {
			seen++
			assert.NotEmpty(t, k.Slot.Key(), "%s: %s has no slot", dialect, k.Key)
			assert.False(t, k.Member != "" && strings.HasSuffix(k.Key, "."), "%s: %s is a member and flattened", dialect, k.Key)
			assert.False(t, k.Blob && k.Flattened(), "%s: %s is a blob and flattened", dialect, k.Key)
			assert.False(t, k.Answered && k.Slot != InputMessages, "%s: %s ends with an answer to what?", dialect, k.Key)
		}
	}
	for _, d := range All() {
		check(d.Name, d.Contents)
		for _, e := range d.Events {
			check(d.Name+" "+e.Name, e.Contents)
			assert.Equal(t, e.Role != "", e.Message != NoSlot, "%s: a message has a role and a slot", e.Name)
		}
	}
	assert.Greater(t, seen, 50)
}

func TestContentsOfAKey(t *testing.T) {
	t.Parallel()
	v, err := Compile(All(), V1_41)
	require.NoError(t, err)
	for name, tc := range map[string]struct {
		key, path string
		slots     []Slot
	}{
		"a slot's own key":                    {"gen_ai.input.messages", "", []Slot{InputMessages}},
		"a flattened key":                     {"llm.input_messages.12.message.role", "12.message.role", []Slot{InputMessages}},
		"an indexed key":                      {"gen_ai.completion.0.content", "0.content", []Slot{OutputMessages}},
		"a name beside indexes is no content": {"gen_ai.prompt.name", "", nil},
		"a beginning that is no whole word":   {"llm.input_messages_count.0", "", nil},
		"a key for several kinds":             {"input.value", "", []Slot{InputMessages, ToolArguments, RetrievalQuery}},
		"a key of nobody":                     {"http.request.method", "", nil},
		"nothing":                             {"", "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rules, path := v.Contents(tc.key)
			var slots []Slot
			for _, r := range rules {
				slots = append(slots, r.Slot)
			}
			assert.Equal(t, tc.slots, slots)
			assert.Equal(t, tc.path, path)
		})
	}
}

// What the conventions say themselves comes first, then structured content, flattened, events, and blobs.
func TestRanksOfContent(t *testing.T) {
	t.Parallel()
	v, err := Compile(All(), V1_41)
	require.NoError(t, err)
	rank := func(key string) int {
		rules, _ := v.Contents(key)
		require.NotEmpty(t, rules, key)
		return rules[0].Rank
	}
	order := []int{rank("gen_ai.input.messages"), rank("ai.prompt.messages"), rank("llm.input_messages.0.x"), RankEvents, rank("input.value")}
	assert.IsIncreasing(t, order)
}
