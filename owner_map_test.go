package genaiprocessor

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor/processortest"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/internal/metadata"
	"github.com/otel-genai/genaiprocessor/processor"
)

func TestOwnerMapIsRead(t *testing.T) {
	t.Parallel()
	got, err := parseOwnerMap([]byte(`
# by hash
- {id: 88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b, team: search, cost_center: "0042"}
- {id: " spaced ", team: ads}
- id: "12345"
  team: Zürich
- {id: arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abcd, team: claims}
- {id: nothing}
`), []string{"cost_center", "team"})
	require.NoError(t, err)
	assert.Equal(t, processor.OwnerMap{
		"88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b": {"team": "search", "cost_center": "0042"},
		"spaced": {"team": "ads"}, "12345": {"team": "Zürich"}, "nothing": {},
		"arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abcd": {"team": "claims"},
	}, got)

	got, err = parseOwnerMap([]byte("[]"), []string{"team"})
	require.NoError(t, err, "nobody yet is a map, too")
	assert.Empty(t, got)
}

// Of what a bad file holds, an error tells the id of the entry and the names of fields.
func TestBadOwnerMapsAreRefused(t *testing.T) {
	t.Parallel()
	const list = "a YAML list of entries such as {id: my-key, team: search} is expected, found "
	var many strings.Builder
	for i := range maxOwnerEntries + 1 {
		fmt.Fprintf(&many, "- {id: k%d}\n", i)
	}
	for name, tc := range map[string]struct{ content, want string }{
		"no YAML":              {"- {id: a}\n- [private\n", list + "a mistake in it at or after line 1"},
		"half written":         {"- {id: a, team: x}\n- {id: b, te", list + "a mistake in it at or after line 1"},
		"text":                 {"private", list + "text that is none"},
		"a map":                {"private: {team: x}", list + "something else"},
		"a map of numbers":     {"1: {team: private}", list + "something else"},
		"comments alone":       {"# private", list + "something else"},
		"no fields":            {"- {id: a}\n- private", "[1]: an id and fields are expected, found something else"},
		"numbers as fields":    {"- {1: private}", "[0]: an id and fields are expected, found something else"},
		"no id":                {"- {team: private}", "[0]: id: text is expected: put numbers into quotes"},
		"an empty id":          {"- {id: ' ', team: private}", "[0]: id: text is expected: put numbers into quotes"},
		"a number as id":       {"- {id: 12345, team: private}", "[0]: id: text is expected: put numbers into quotes"},
		"one id twice":         {"- {id: a, team: private}\n- {id: 'a ', team: private}", "\"a\": one entry is expected, found two"},
		"an unknown field":     {"- {id: a, team: private, squad: private}", "\"a\": one of cost_center, team is expected, found \"squad\""},
		"a number":             {"- {id: a, cost_center: 0042}", "\"a\": cost_center: text is expected: put numbers into quotes"},
		"nothing":              {"- {id: a, team: }", "\"a\": team: text is expected: put numbers into quotes"},
		"an empty text":        {"- {id: a, team: ''}", "\"a\": team: text without space around it is expected"},
		"space around":         {"- {id: a, team: ' private'}", "\"a\": team: text without space around it is expected"},
		"a long text":          {"- {id: a, team: " + strings.Repeat("p", 129) + "}", "\"a\": team: at most 128 bytes are expected, found 129"},
		"a long id":            {"- {id: " + strings.Repeat("i", 70) + ", squad: x}", "\"" + strings.Repeat("i", 64) + "\"…: one of cost_center, team is expected, found \"squad\""},
		"one field many times": {"- {id: a, team: x, team: private}", list + "a mistake in it at or after line 1"},
		"too many":             {many.String(), "at most 100000 entries are expected, found 100001"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := parseOwnerMap([]byte(tc.content), []string{"cost_center", "team"})
			require.EqualError(t, err, tc.want)
			assert.NotContains(t, err.Error(), "private")
		})
	}
}

func TestABadOwnerMapAtTheStartRefusesToStart(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "owners.yaml")
	cfg := createDefaultConfig().(*Config)
	cfg.Cost.Attribution = AttributionConfig{MapFile: path, Owners: map[string][]OwnerSourceConfig{"team": {{Call: "api_key", Lookup: true}}}}
	set := processortest.NewNopSettings(metadata.Type)
	_, err := factory{embeddedPrices: costcalc.Default}.build(set, cfg)
	require.ErrorIs(t, err, os.ErrNotExist)
	assert.True(t, strings.HasPrefix(err.Error(), "cost::attribution::map_file: "+path+": "))

	require.NoError(t, os.WriteFile(path, []byte("- {id: a, squad: x}"), 0o600))
	_, err = factory{embeddedPrices: costcalc.Default}.build(set, cfg)
	require.EqualError(t, err, "cost::attribution::map_file: "+path+": \"a\": one of team is expected, found \"squad\"")

	require.NoError(t, os.WriteFile(path, []byte("- {id: a, team: x}"), 0o600))
	in, err := factory{embeddedPrices: costcalc.Default}.build(set, cfg)
	require.NoError(t, err)
	require.NoError(t, in.start(context.Background(), nil))
	require.NoError(t, in.shutdown(context.Background()))
}

func TestAnOwnerMapThatChangesHoldsFromTheNextPollOn(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "owners.yaml")
	require.NoError(t, os.WriteFile(path, []byte("- {id: k, team: ads}"), 0o600))
	cfg := createDefaultConfig().(*Config)
	cfg.Cost.Attribution = AttributionConfig{MapFile: path, Owners: map[string][]OwnerSourceConfig{"team": {{Span: "key", Lookup: true}}}}
	in := newTestInstance(t, cfg)
	owner := func() any {
		td := ptrace.NewTraces()
		span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
		span.Attributes().PutStr("gen_ai.operation.name", "chat")
		span.Attributes().PutStr("key", "k")
		_, err := in.processor.Traces(context.Background(), td)
		require.NoError(t, err)
		return span.Attributes().AsRaw()["genai.owner.team"]
	}
	assert.Equal(t, "ads", owner())
	for _, change := range []struct{ content, want string }{
		{"- {id: k, team: search}", "search"},
		{"- {id: k, te", "search"}, // half written: what it said before holds
		{"[]", processor.Unattributed},
	} {
		require.NoError(t, os.WriteFile(path, []byte(change.content), 0o600))
		in.files[0].poll()
		assert.Equal(t, change.want, owner())
	}
}
