package processor

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestContentKeysAreWellFormedAndMatchThemselves(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, k := range contentKeys {
		assert.NotEmpty(t, k.source, k.pattern)
		assert.False(t, seen[k.pattern], "%s is listed twice", k.pattern)
		seen[k.pattern] = true
		example := strings.TrimPrefix(k.pattern, "*.")
		example = strings.Replace(strings.Replace(example, ".#", ".0", 1), ".*", ".x", 1)
		assert.NotContains(t, example, "*", "%s: a star stands first or last", k.pattern)
		assert.GreaterOrEqual(t, len(example), 2, k.pattern)
		assert.True(t, contentMatcher.matches(example), "%s does not match %s", k.pattern, example)
	}
}

func TestContentKeyMatching(t *testing.T) {
	t.Parallel()
	tests := []struct {
		key  string
		want bool
		why  string
	}{
		{"gen_ai.prompt", true, "oldest semantic conventions"},
		{"gen_ai.completion", true, "oldest semantic conventions"},
		{"gen_ai.input.messages", true, "current semantic conventions"},
		{"gen_ai.output.messages", true, "current semantic conventions"},
		{"gen_ai.prompt.0.content", true, "message by index"},
		{"gen_ai.completion.12.tool_calls.0.arguments", true, "message by index"},
		{"gen_ai.retrieval.documents", true, "retrieved text"},
		{"llm.input_messages.0.message.content", true, "flattened message"},
		{"llm.prompts.0.prompt.text", true, "flattened prompt"},
		{"llm.completions", true, "ends in a content word"},
		{"input.value", true, "OpenInference"},
		{"output.value", true, "OpenInference"},
		{"traceloop.entity.input", true, "OpenLLMetry"},
		{"langfuse.observation.input", true, "Langfuse"},
		{"langfuse.trace.metadata.customer", true, "free-form metadata"},
		{"ai.prompt", true, "Vercel, outer span"},
		{"ai.prompt.messages", true, "Vercel, inner span"},
		{"ai.response.toolCalls", true, "Vercel"},
		{"mlflow.spanInputs", true, "MLflow"},
		{"genkit:input", true, "Genkit"},
		{"llm_input", true, "words divided by an underscore"},
		{"llmInput", true, "words divided by a capital"},
		{"system_prompt", true, "custom"},
		{"userPrompt", true, "custom, camel case"},
		{"LLM_PROMPT", true, "custom, upper case"},
		{"prompt", true, "custom, bare"},
		{"app.chat.completion", true, "custom"},
		{"myapp:messages", true, "custom"},
		{"message", true, "bare message"},
		{"chat.message", true, "custom"},
		{"tool_arguments", true, "Pydantic AI"},
		{"tool.result", true, "Strands"},
		{"http.request.body", true, "a body may be a call to a model"},
		{"http.response.body.content", true, "Elastic Common Schema"},
		{"requestBody", true, "camel case"},
		{"db.query.result.document", true, "vector store result"},

		{"gen_ai.prompt.name", false, "name of a template"},
		{"gen_ai.prompt.version", false, "version of a template"},
		{"gen_ai.prompt_id", false, "id of a template"},
		{"langfuse.observation.prompt.name", false, "name of a template"},
		{"langfuse.observation.completion_start_time", false, "a time"},
		{"traceloop.prompt.key", false, "name of a template"},
		{"prompt.id", false, "id of a template"},
		{"prompt.url", false, "address of a template"},
		{"prompted", false, "another word"},
		{"impromptu", false, "another word"},
		{"autocompletion", false, "no word begins there"},
		{"gen_ai.usage.prompt_tokens", false, "a count"},
		{"gen_ai.request.model", false, "a model"},
		{"gen_ai.response.id", false, "an id"},
		{"http.request.body.size", false, "a size"},
		{"http.request.method", false, "a method"},
		{"http.request.header.content-type", false, "headers of HTTP are no GenAI content"},
		{"url.query", false, "part of an address"},
		{"db.query.text", false, "a database statement is no GenAI content"},
		{"graphql.document", false, "a query is no GenAI content"},
		{"messaging.message.id", false, "an id"},
		{"messaging.batch.message_count", false, "a count"},
		{"messaging.message.body.size", false, "a size"},
		{"rpc.message.type", false, "SENT or RECEIVED"},
		{"rpc.message.uncompressed_size", false, "a size"},
		{"exception.message", false, "any exception has one; redacted where the span is in scope"},
		{"error.message", false, "any error has one"},
		{"log.message", false, "the log line of a bridged event"},
		{"otel.status_description", false, "any error has one"},
		{"process.command_line", false, "any process has one"},
		{"messages_sent", false, "a count by its last word"},
		{"session.id", false, "identity"},
		{"retool.result", false, "the word tool does not begin there"},
		{"", false, "an empty key"},
		{"p", false, "a short key"},
	}
	for _, tt := range tests {
		t.Run(tt.key+" "+tt.why, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, contentMatcher.matches(tt.key))
			assert.Equal(t, tt.want, matchesSlowly(tt.key), "the naive twin")
		})
	}
}

// matchesSlowly is the naive twin of keyMatcher.matches: every pattern as a regular expression, with no gate and no table.
func matchesSlowly(key string) bool {
	for _, expression := range contentRegexps() {
		if expression.MatchString(key) {
			return true
		}
	}
	return false
}

var contentRegexps = sync.OnceValue(func() []*regexp.Regexp {
	var all []*regexp.Regexp
	for _, k := range contentKeys {
		all = append(all, asRegexp(k.pattern))
	}
	return all
})

func asRegexp(pattern string) *regexp.Regexp {
	if words, isEnding := strings.CutPrefix(pattern, "*."); isEnding {
		return regexp.MustCompile("(?s)(?:" + strings.Join(endingRegexps("", strings.Split(words, ".")), "|") + ")$")
	}
	exact := regexp.QuoteMeta(strings.TrimRight(pattern, "*#"))
	switch pattern[len(pattern)-1] {
	case '*':
		return regexp.MustCompile("(?s)^" + exact + ".")
	case '#':
		return regexp.MustCompile("^" + exact + "[0-9]")
	default:
		return regexp.MustCompile("^" + exact + "$")
	}
}

// endingRegexps returns an expression for each way to divide the words: by a divider, or by a capital after no capital.
func endingRegexps(before string, words []string) []string {
	if len(words) == 0 {
		return []string{before}
	}
	divided := eitherCase(words[0])
	capital := strings.ToUpper(words[0][:1]) + eitherCase(words[0][1:])
	if before == "" {
		return append(endingRegexps("(?:^|[._:/-])"+divided, words[1:]), endingRegexps("[^A-Z]"+capital, words[1:])...)
	}
	afterSmall := before[:len(before)-len("[xX]")] + before[len(before)-len("xX]"):len(before)-len("X]")]
	return append(endingRegexps(before+"[._:/-]"+divided, words[1:]), endingRegexps(afterSmall+capital, words[1:])...)
}

// eitherCase spells a word of small letters so that each may be a capital.
func eitherCase(word string) string {
	var b strings.Builder
	for _, c := range word {
		b.WriteString("[" + string(c) + strings.ToUpper(string(c)) + "]")
	}
	return b.String()
}

func FuzzContentKeyMatchingEqualsItsNaiveTwin(f *testing.F) {
	for _, k := range contentKeys {
		f.Add(strings.NewReplacer("*.", "app_", ".*", ".x", "#", "7").Replace(k.pattern))
	}
	for _, key := range httpKeys {
		f.Add(key)
	}
	f.Fuzz(func(t *testing.T, key string) {
		if got, want := contentMatcher.matches(key), matchesSlowly(key); got != want {
			t.Errorf("matches(%q) = %v, want %v", key, got, want)
		}
	})
}

func TestSpanHasContent(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		build func(ptrace.Span)
		want  bool
	}{
		{"an ordinary HTTP span has none", func(s ptrace.Span) { fillHTTP(s) }, false},
		{"a prompt as a string", func(s ptrace.Span) { s.Attributes().PutStr("app.prompt", "hello") }, true},
		{"messages as an array", func(s ptrace.Span) { s.Attributes().PutEmptySlice("messages") }, true},
		{"a body as bytes", func(s ptrace.Span) { s.Attributes().PutEmptyBytes("http.request.body").FromRaw([]byte("x")) }, true},
		{"an empty prompt is none", func(s ptrace.Span) { s.Attributes().PutStr("app.prompt", "") }, false},
		{"a number under a content word is a count", func(s ptrace.Span) { s.Attributes().PutInt("llm.token_count.prompt", 7) }, false},
		{"a truth value under a content word is none", func(s ptrace.Span) { s.Attributes().PutBool("capture.prompt", true) }, false},
		{"an attribute of an event", func(s ptrace.Span) {
			s.Events().AppendEmpty().Attributes().PutStr("gen_ai.prompt", "hello")
		}, true},
		{"an event that is a message", func(s ptrace.Span) { s.Events().AppendEmpty().SetName("gen_ai.user.message") }, true},
		{"an exception event is none", func(s ptrace.Span) {
			e := s.Events().AppendEmpty()
			e.SetName("exception")
			e.Attributes().PutStr("exception.message", "no route to host")
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := ptrace.NewSpan()
			tt.build(s)
			assert.Equal(t, tt.want, spanHasContent(s))
		})
	}
}

func TestRecordHasContent(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		build func(plog.LogRecord)
		want  bool
	}{
		{"a log line has none", func(lr plog.LogRecord) { lr.Body().SetStr("user logged in") }, false},
		{"an attribute", func(lr plog.LogRecord) { lr.Attributes().PutStr("prompt", "hello") }, true},
		{"the event name", func(lr plog.LogRecord) { lr.SetEventName("gen_ai.choice") }, true},
		{"the event name as an attribute", func(lr plog.LogRecord) { lr.Attributes().PutStr("event.name", "gen_ai.choice") }, true},
		{"another event name", func(lr plog.LogRecord) { lr.SetEventName("device.app.lifecycle") }, false},
		{"a field of the body", func(lr plog.LogRecord) { lr.Body().SetEmptyMap().PutStr("gen_ai.input.messages", "[]") }, true},
		{"the message field of a structured log is no sign", func(lr plog.LogRecord) {
			lr.Body().SetEmptyMap().PutStr("message", "user logged in")
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lr := plog.NewLogRecord()
			tt.build(lr)
			assert.Equal(t, tt.want, recordHasContent(lr))
		})
	}
}

var httpKeys = []string{
	"http.request.method", "url.full", "url.path", "url.scheme", "server.address", "server.port", "http.response.status_code",
	"network.protocol.version", "network.peer.address", "user_agent.original", "http.route", "client.address", "error.type",
}

func fillHTTP(s ptrace.Span) {
	s.SetName("GET /orders/{id}")
	for _, key := range httpKeys {
		s.Attributes().PutStr(key, "x")
	}
}

func TestSpanHasContentAllocatesNothing(t *testing.T) {
	s := ptrace.NewSpan()
	fillHTTP(s)
	s.Events().AppendEmpty().Attributes().PutStr("exception.message", "no route to host")
	require.Zero(t, testing.AllocsPerRun(100, func() { spanHasContent(s) }))
	lr := plog.NewLogRecord()
	lr.Body().SetEmptyMap().PutStr("message", "user logged in")
	lr.Attributes().PutStr("log.file.name", "app.log")
	require.Zero(t, testing.AllocsPerRun(100, func() { recordHasContent(lr) }))
}

// go test -run '^$' -bench SpanHasContent ./processor
func BenchmarkSpanHasContent(b *testing.B) {
	s := ptrace.NewSpan()
	fillHTTP(s)
	b.ReportAllocs()
	for b.Loop() {
		if spanHasContent(s) {
			b.Fatal("an HTTP span has no content")
		}
	}
}

func TestIdentityAndIdentifierKeysDontOverlap(t *testing.T) {
	t.Parallel()
	for key, source := range identityKeys {
		assert.NotEmpty(t, source, key)
		assert.NotContains(t, identifierKeys, key)
		assert.False(t, isUsageKey(key), key)
		assert.False(t, contentMatcher.matches(key), key)
	}
	for key, source := range identifierKeys {
		assert.NotEmpty(t, source, key)
		assert.False(t, contentMatcher.matches(key), key)
	}
}

func TestIdentityAttributes(t *testing.T) {
	t.Parallel()
	for _, key := range []string{
		"user.id", "user.hash", "enduser.id", "enduser.pseudo.id", "session.id", "gen_ai.conversation.id", "langfuse.user.id",
		"langfuse.session.id", "traceloop.association.properties.user_id", "traceloop.association.properties.session_id",
	} {
		assert.True(t, isIdentityAttribute(key, pcommon.NewValueStr("u-1")), key)
		assert.False(t, isIdentityAttribute(key, pcommon.NewValueMap()), "%s as a map is no name", key)
	}
	for _, key := range []string{
		"user.email", "user.name", "user.full_name", "langsmith.trace.session_id", "thread.id", "user.roles", "USER.ID", "user.id.x", "id",
	} {
		assert.False(t, isIdentityAttribute(key, pcommon.NewValueStr("u-1")), key)
	}
}

func TestUsageKeys(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"gen_ai.usage.input_tokens", "llm.token_count.prompt", "llm.usage.total_tokens", "genai.cost.total", "input_tokens"} {
		assert.True(t, isUsageKey(key), key)
	}
	for _, key := range []string{"gen_ai.request.model", "gen_ai.usage", "user.tokens", "access_token", "order.total"} {
		assert.False(t, isUsageKey(key), key)
	}
}
