package dialect

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// Of flattened keys that are all alike one is read: what comes out is what comes out of reading all.
func TestOneFlattenedKeyIsReadForAll(t *testing.T) {
	t.Parallel()
	echoes := []Echo{{Key: "llm.input_messages.0.message.role"}}
	for _, v := range []*Vocabulary{vocabularyOf(t), vocabularyOf(t, echoes...)} {
		all := *v
		found := 0
		for b := range all.prefixes {
			all.prefixes[b] = slices.Clone(all.prefixes[b])
			for i := range all.prefixes[b] {
				if all.prefixes[b][i].once {
					found++
				}
				all.prefixes[b][i].once = false
			}
		}
		require.Greater(t, found, 10)
		for _, bucket := range v.prefixes {
			for _, p := range bucket {
				span := ptrace.NewSpan()
				for _, key := range []string{
					"0.message.role", "1.message.content", "0.finish_reason", "1.document.content", "x", "7", "0.score",
				} {
					span.Attributes().PutStr(p.prefix+key, "user")
				}
				span.Attributes().PutStr("model", "m")
				span.Attributes().PutStr("gen_ai.completion.0.finish_reason", "stop")
				var c, want Call
				v.Span(Scope{}, span, &c)
				all.Span(Scope{}, span, &want)
				assert.Equal(t, want, c, p.prefix)
			}
		}
	}
}

func vocabularyOf(t *testing.T, echoes ...Echo) *Vocabulary {
	t.Helper()
	v, err := Compile(All(), V1_41, echoes...)
	require.NoError(t, err)
	return v
}

func TestContentsAfterAnotherKeyAreThoseOfTheKey(t *testing.T) {
	t.Parallel()
	own := Dialect{Name: "own", Contents: []ContentKey{{Key: "llm.input_messages.0.whole", Slot: ToolResult}, {Key: "own.1.", Slot: InputMessages}, {Key: "x", Slot: ToolResult}}}
	numbered, err := Compile(append([]Dialect{own}, All()...), V1_41)
	require.NoError(t, err)
	keys := []string{
		"llm.input_messages.0.message.role", "llm.input_messages.1.message.role", "llm.input_messages.0.whole", "llm.input_messages.x", "llm.input_messages.",
		"llm.output_messages.0.message.role", "own.1.2.x", "own.1.3.x", "own.1.x", "gen_ai.input.messages", "x", "", "http.route", "a.0.b", "llm.input_messages.12",
	}
	for _, v := range []*Vocabulary{vocabularyOf(t), numbered} {
		for _, first := range keys {
			for _, second := range keys {
				var last ContentPrefix
				for _, key := range []string{first, second, first} {
					rules, path := v.ContentsAfter(&last, key)
					wantRules, wantPath := v.Contents(key)
					assert.Equal(t, wantPath, path, key)
					assert.Equal(t, wantRules, rules, key)
				}
			}
		}
	}
}
