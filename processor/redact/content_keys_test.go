package redact

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
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
