package dialect

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func compiled(t *testing.T) *Vocabulary {
	t.Helper()
	v, err := Compile(All(), V1_41)
	require.NoError(t, err)
	return v
}

func TestEveryDialectSaysWhereItsVocabularyIsFrom(t *testing.T) {
	t.Parallel()
	for _, d := range All() {
		assert.NotEmpty(t, d.Name)
		assert.NotEmpty(t, d.Source, d.Name)
		assert.Equal(t, strings.ToLower(d.Name), d.Name)
	}
}

func TestFieldSetHoldsEveryFieldByItself(t *testing.T) {
	t.Parallel()
	for i := range NumFields {
		var s fieldSet
		s.add(Field(i))
		for j := range NumFields {
			assert.Equal(t, i == j, s.has(Field(j)), "%s beside %s", Field(i).Name(), Field(j).Name())
		}
		s.remove(Field(i))
		assert.Equal(t, fieldSet{}, s)
	}
}

var profiles = []Profile{V1_41, V1_36, Latest}

func TestFieldKeysAreWrittenOnce(t *testing.T) {
	t.Parallel()
	for _, profile := range profiles {
		checkKeys(t, profile)
	}
}

func checkKeys(t *testing.T, profile Profile) {
	seen := map[string]bool{}
	for i := range NumFields {
		key := Field(i).Key(profile)
		if key == "" {
			continue
		}
		assert.False(t, seen[key], key)
		seen[key] = true
		for other := range seen {
			assert.False(t, strings.HasPrefix(key, other+".") || strings.HasPrefix(other, key+"."), "%s and %s can't both be stored as documents", key, other)
		}
	}
}

func TestEveryWrittenKeyIsReadBack(t *testing.T) {
	t.Parallel()
	for _, profile := range profiles {
		v, err := Compile(All(), profile)
		require.NoError(t, err)
		for i := range NumFields {
			f := Field(i)
			key := f.Key(profile)
			if key == "" {
				continue
			}
			found := false
			for _, r := range v.lookup(key) {
				found = found || r.canonical && r.field.Field == f
			}
			assert.True(t, found, "%s is written but not read", key)
		}
	}
}

func TestOperationAliasesEndInWellKnownNamesOfTheirKind(t *testing.T) {
	t.Parallel()
	v := compiled(t)
	for alias, op := range v.operations {
		assert.Equal(t, strings.ToLower(alias), alias)
		if op.Name == "" {
			continue
		}
		assert.Equal(t, op.Kind, v.operations[op.Name].Kind, alias)
		assert.Equal(t, op.Name, v.operations[op.Name].Name, alias)
	}
	for k, name := range defaultOperations {
		if name != "" {
			assert.Equal(t, Kind(k), v.operations[name].Kind, name)
		}
	}
}

func TestCompileRefusesTwoDialectsOfOneName(t *testing.T) {
	t.Parallel()
	_, err := Compile([]Dialect{{Name: "a"}, {Name: "a"}}, V1_41)
	assert.EqualError(t, err, `two dialects are named "a"`)
}

func TestCompileRefusesMoreDialectsThanBits(t *testing.T) {
	t.Parallel()
	_, err := Compile(make([]Dialect, 65), V1_41)
	assert.EqualError(t, err, "65 dialects, at most 64 are possible")
}

func TestKindNamesRoundTrip(t *testing.T) {
	t.Parallel()
	for k := Generation; k < numKinds; k++ {
		assert.NotEmpty(t, k.String())
		assert.Equal(t, k, ParseKind(k.String()))
	}
	assert.Equal(t, NoKind, ParseKind("nonsense"))
	assert.Empty(t, NoKind.String())
	assert.Empty(t, numKinds.String())
}

// attrs is the attributes of a test span, in the types that emitters use.
type attrs map[string]any

func read(t *testing.T, scope, name string, kind ptrace.SpanKind, as attrs) *Call {
	t.Helper()
	span := ptrace.NewSpan()
	span.SetName(name)
	span.SetKind(kind)
	require.NoError(t, span.Attributes().FromRaw(as))
	v := compiled(t)
	c := &Call{}
	v.Span(v.Scope(scope), span, c)
	return c
}

func TestKinds(t *testing.T) {
	t.Parallel()
	const internal, client = ptrace.SpanKindInternal, ptrace.SpanKindClient
	for _, tc := range []struct {
		name  string
		kind  ptrace.SpanKind
		attrs attrs
		want  Kind
		rule  string
	}{
		{"a chat stays a generation though it names an agent (openinference#3426)", client, attrs{"gen_ai.operation.name": "chat", "gen_ai.agent.name": "a"}, Generation, "gen_ai.operation.name"},
		{"a chat stays a generation though it defines tools", client, attrs{"gen_ai.operation.name": "chat", "gen_ai.tool.definitions": "[]", "gen_ai.tool.name": "t"}, Generation, "gen_ai.operation.name"},
		{"an operation in capitals is the operation", client, attrs{"gen_ai.operation.name": "Chat"}, Generation, "gen_ai.operation.name"},
		{"an unknown operation is GenAI of another kind", internal, attrs{"gen_ai.operation.name": "speech", "gen_ai.request.model": "m"}, Other, "gen_ai.operation.name"},
		{"an unknown operation with a model and usage is a generation", internal, attrs{"gen_ai.operation.name": "ponder", "gen_ai.request.model": "m", "gen_ai.usage.input_tokens": 1}, Generation, "model"},
		{"a reranker with a model is no generation", internal, attrs{"openinference.span.kind": "RERANKER", "llm.model_name": "m", "llm.input_messages.0.message.content": "x"}, Rerank, "openinference.span.kind"},
		{"a chain that calls itself a tool call is a tool", internal, attrs{"openinference.span.kind": "CHAIN", "gen_ai.operation.name": "execute_tool"}, Tool, "gen_ai.operation.name"},
		{"a chain that repeats its children's model and usage stays a workflow", internal, attrs{"openinference.span.kind": "CHAIN", "llm.model_name": "m", "llm.token_count.prompt": 9}, Workflow, "openinference.span.kind"},
		{"UNKNOWN with a model and usage is a generation", internal, attrs{"openinference.span.kind": "UNKNOWN", "llm.model_name": "m", "llm.token_count.prompt": 9}, Generation, "model"},
		{"UNKNOWN alone is a step", internal, attrs{"openinference.span.kind": "UNKNOWN"}, Step, "openinference.span.kind"},
		{"PROMPT is a step, it calls no model", internal, attrs{"openinference.span.kind": "PROMPT"}, Step, "openinference.span.kind"},
		{"kinds are matched in any case", internal, attrs{"openinference.span.kind": "Llm"}, Generation, "openinference.span.kind"},
		{"a kind from the future is a step", internal, attrs{"openinference.span.kind": "DREAM"}, Step, "openinference.span.kind"},
		{"a chain that contrib's normaliser called an agent is still a workflow", internal, attrs{"openinference.span.kind": "CHAIN", "gen_ai.operation.name": "invoke_agent"}, Workflow, "openinference.span.kind"},
		{"a prompt that it called a completion is still a step", internal, attrs{"openinference.span.kind": "PROMPT", "gen_ai.operation.name": "text_completion"}, Step, "openinference.span.kind"},
		{"a task that it called an agent is still a step", internal, attrs{"traceloop.span.kind": "task", "gen_ai.operation.name": "invoke_agent"}, Step, "traceloop.span.kind"},
		{"near miss: its agent without the original is an agent", internal, attrs{"gen_ai.operation.name": "invoke_agent"}, Agent, "gen_ai.operation.name"},
		{"a task is a step", internal, attrs{"traceloop.span.kind": "task"}, Step, "traceloop.span.kind"},
		{"a task that chats is a generation", internal, attrs{"traceloop.span.kind": "task", "llm.request.type": "chat"}, Generation, "llm.request.type"},
		{"a workflow is a workflow", internal, attrs{"traceloop.span.kind": "workflow"}, Workflow, "traceloop.span.kind"},
		{"the operation beats the entity", internal, attrs{"traceloop.span.kind": "agent", "gen_ai.operation.name": "handoff"}, Tool, "gen_ai.operation.name"},
		{"an embedding without an operation is known by its request type", client, attrs{"llm.request.type": "embedding", "gen_ai.request.model": "m"}, Embedding, "llm.request.type"},
		{"an embedding without an operation is known by its dimensions", client, attrs{"gen_ai.embeddings.dimension.count": 256}, Embedding, "gen_ai.embeddings.dimension.count"},
		{"a tool without an operation is known by its call id", internal, attrs{"gen_ai.tool.call.id": "c1"}, Tool, "gen_ai.tool.call.id"},
		{"a vector query is a retrieval", client, attrs{"db.system": "pinecone", "db.vector.query.top_k": 3}, Retrieval, "db.vector.query."},
		{"a client with a model is a generation", client, attrs{"gen_ai.request.model": "m"}, Generation, "model"},
		{"indexed prompts and a model are a generation", internal, attrs{"gen_ai.request.model": "m", "gen_ai.prompt.0.content": "x"}, Generation, "model"},
		{"usage alone is a generation", internal, attrs{"gen_ai.usage.input_tokens": 5}, Generation, "usage"},
		{"a guardrail by its operation", internal, attrs{"gen_ai.operation.name": "apply_guardrail"}, Guardrail, "gen_ai.operation.name"},
		{"a plan", internal, attrs{"gen_ai.operation.name": "plan"}, Plan, "gen_ai.operation.name"},
		{"a search in memory", internal, attrs{"gen_ai.operation.name": "search_memory"}, Memory, "gen_ai.operation.name"},

		{"near miss: a model that nothing was asked", internal, attrs{"gen_ai.request.model": "m"}, NoKind, ""},
		{"near miss: the name of a prompt is no message", internal, attrs{"gen_ai.request.model": "m", "gen_ai.prompt.name": "greeting"}, NoKind, ""},
		{"near miss: messages without a model", internal, attrs{"llm.input_messages.0.message.content": "x"}, NoKind, ""},
		{"near miss: an HTTP span that carries a conversation id", client, attrs{"http.request.method": "GET", "gen_ai.conversation.id": "c"}, NoKind, ""},
		{"near miss: a page view with a browser session", client, attrs{"session.id": "s", "user.id": "u"}, NoKind, ""},
		{"near miss: tool.name of a build system", internal, attrs{"tool.name": "make"}, NoKind, ""},
		{"near miss: a database that is no vector store", client, attrs{"db.system": "postgresql", "db.operation": "query"}, NoKind, ""},
		{"near miss: an empty operation", internal, attrs{"gen_ai.operation.name": ""}, NoKind, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := read(t, "", "span", tc.kind, tc.attrs)
			assert.Equal(t, tc.want, c.Kind, "kind %v", c.Kind)
			assert.Equal(t, tc.rule, c.Rule)
		})
	}
}

func TestTheDialectIsTheInstrumentationsOwn(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		scope string
		attrs attrs
		want  string
	}{
		"OpenTelemetry's names alone":                  {"", attrs{"gen_ai.operation.name": "chat"}, "opentelemetry"},
		"OpenTelemetry's names beside OpenInference's": {"", attrs{"gen_ai.operation.name": "chat", "llm.token_count.total": 3}, "openinference"},
		"OpenTelemetry's names from its scope":         {"openinference.instrumentation.openai", attrs{"gen_ai.operation.name": "chat"}, "openinference"},
		"Traceloop's entity beside an operation":       {"", attrs{"gen_ai.operation.name": "chat", "traceloop.entity.path": "a"}, "openllmetry"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, read(t, tc.scope, "span", ptrace.SpanKindClient, tc.attrs).Dialect)
		})
	}
}

func TestResetLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	span := ptrace.NewSpan()
	require.NoError(t, span.Attributes().FromRaw(attrs{
		"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 5, "gen_ai.response.finish_reasons": []any{"stop"}, "genai.kind": "tool", "session.id": "s",
	}))
	v := compiled(t)
	var c Call
	v.Span(v.Scope("openinference.x"), span, &c)
	c.Reset()
	for i := range NumFields {
		assert.False(t, c.Has(Field(i)))
	}
	fresh := Call{}
	v.Span(v.Scope(""), ptrace.NewSpan(), &c)
	assert.Equal(t, fresh.Kind, c.Kind)
	assert.Equal(t, fresh.Upstream, c.Upstream)
	assert.True(t, reflect.DeepEqual(fresh.best, c.best))
}

func TestOperationsThatAreWritten(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		scope, span string
		attrs       attrs
		want        string
	}{
		"a spelling becomes the well-known name":            {"", "x", attrs{"gen_ai.operation.name": "acompletion"}, "chat"},
		"one that contradicts the kind is corrected":        {"", "x", attrs{"openinference.span.kind": "RETRIEVER", "gen_ai.operation.name": "embeddings"}, "retrieval"},
		"an absent one comes from the kind":                 {"", "x", attrs{"openinference.span.kind": "TOOL"}, "execute_tool"},
		"one of the emitter's own stays":                    {"", "x", attrs{"gen_ai.operation.name": "ponder", "gen_ai.request.model": "m", "gen_ai.usage.input_tokens": 1}, "ponder"},
		"speech is no chat":                                 {"livekit-agents", "tts_request", attrs{"gen_ai.request.model": "m"}, ""},
		"near miss: a request for text by the same library": {"livekit-agents", "llm_request", attrs{"gen_ai.request.model": "m"}, "chat"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, read(t, tc.scope, tc.span, ptrace.SpanKindInternal, tc.attrs).Text(Operation))
		})
	}
}

func TestKindsAreReadAlikeHoweverTheyAreSpelled(t *testing.T) {
	for _, rules := range compiled(t).keys {
		for i := range rules {
			r := &rules[i]
			if r.kinds == nil {
				continue
			}
			for value := range r.kinds.Values {
				for _, spelling := range []string{value, strings.ToUpper(value), " " + value + " ", value + "X"} {
					assert.Equal(t, foldedString(spelling), r.folded(pcommon.NewValueStr(spelling)), spelling)
				}
				capitals := pcommon.NewValueStr(strings.ToUpper(value))
				assert.Zero(t, testing.AllocsPerRun(10, func() { r.folded(capitals) }), value)
			}
			assert.Empty(t, r.folded(pcommon.NewValueInt(1)))
		}
	}
}
