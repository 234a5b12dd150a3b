package processor

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

func readSpan(t *testing.T, scope string, kind ptrace.SpanKind, attrs map[string]any) *dialect.Call {
	t.Helper()
	v, err := dialect.Compile(dialect.All(), dialect.V1_41)
	require.NoError(t, err)
	span := ptrace.NewSpan()
	span.SetKind(kind)
	require.NoError(t, span.Attributes().FromRaw(attrs))
	c := &dialect.Call{}
	v.Span(v.Scope(scope), span, c)
	return c
}

// counts of a test span under the conventions' names.
type tokens struct {
	input, output, cacheRead, cacheWrite, reasoning, total any
}

func (k tokens) attrs(more map[string]any) map[string]any {
	as := map[string]any{"gen_ai.operation.name": "chat"}
	for key, n := range map[string]any{
		"gen_ai.usage.input_tokens": k.input, "gen_ai.usage.output_tokens": k.output,
		"gen_ai.usage.cache_read.input_tokens": k.cacheRead, "gen_ai.usage.cache_creation.input_tokens": k.cacheWrite,
		"gen_ai.usage.reasoning.output_tokens": k.reasoning, "gen_ai.usage.total_tokens": k.total,
	} {
		if n != nil {
			as[key] = n
		}
	}
	for key, v := range more {
		as[key] = v
	}
	return as
}

func TestInputTokensBecomeInclusive(t *testing.T) {
	t.Parallel()
	gemini := map[string]any{"gen_ai.provider.name": "gcp.gemini"}
	for _, tc := range []struct {
		name       string
		scope      string
		tokens     tokens
		more       map[string]any
		input      int64
		convention string
	}{
		{"nothing cached says nothing", "", tokens{input: 100, output: 5, cacheRead: 0}, nil, 100, ""},
		{"cached within input is the conventions' way (litellm#6215)", "", tokens{input: 2006, output: 300, cacheRead: 1920}, nil, 2006, conventionInclusive},
		{"a total of all four parts proves exclusive (phoenix#10036)", "", tokens{input: 3, output: 12, cacheRead: 13216, cacheWrite: 25, total: 13256}, nil, 13244, conventionExclusive},
		{"a total of all four parts proves it for small caches too", "", tokens{input: 1000, output: 10, cacheRead: 5, total: 1015}, nil, 1005, conventionExclusive},
		{"a total of input and output is the conventions' way", "", tokens{input: 100, output: 10, cacheRead: 40, total: 110}, nil, 100, conventionInclusive},
		{"more cached than input can't be within it", "", tokens{input: 3, output: 550, cacheWrite: 12304}, nil, 12307, conventionExclusive},
		{"Gemini's cache counter may exceed the prompt a little (posthog-js#4473)", "", tokens{input: 1000, output: 5, cacheRead: 1010}, gemini, 1000, conventionInclusive},
		{"an instrumentation known for it needs no proof (openllmetry#4449)", "opentelemetry.instrumentation.bedrock", tokens{input: 900, output: 5, cacheRead: 400, total: 905}, nil, 1300, conventionExclusive},
		{"a converted span is not converted again", "", tokens{input: 3, output: 1, cacheRead: 100}, map[string]any{"genai.usage.role": "own"}, 3, ""},
		{"a converted span keeps what was found", "", tokens{input: 3, output: 1, cacheRead: 100}, map[string]any{"genai.usage.role": "own", "genai.usage.input_convention": "exclusive"}, 3, conventionExclusive},
		{"negative counts are left as they are", "", tokens{input: 100, output: 5, cacheRead: -5}, nil, 100, ""},
		{"counts that overflow are left as they are", "", tokens{input: 100, output: 5, cacheRead: math.MaxInt64, cacheWrite: math.MaxInt64}, nil, 100, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := readSpan(t, tc.scope, ptrace.SpanKindClient, tc.tokens.attrs(tc.more))
			assert.Equal(t, tc.convention, makeInclusive(c))
			input, _ := c.Int(dialect.InputTokens)
			assert.Equal(t, tc.input, input)
		})
	}
}

func TestAbsentInputStaysAbsent(t *testing.T) {
	t.Parallel()
	c := readSpan(t, "", ptrace.SpanKindClient, tokens{output: 5, cacheRead: 100}.attrs(nil))
	assert.Empty(t, makeInclusive(c))
	assert.False(t, c.Has(dialect.InputTokens))
}

func TestOutputTokensBecomeInclusive(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		tokens tokens
		output int64
	}{
		{"reasoning within output is the conventions' way (litellm#18599)", tokens{input: 17, output: 482, reasoning: 448}, 482},
		{"a total of all three proves that it was left out (vercel/ai#9774)", tokens{input: 2640, output: 182, reasoning: 672, total: 3494}, 854},
		{"more reasoning than output can't be within it", tokens{input: 10, output: 20, reasoning: 100}, 120},
		{"a total of input and output says that it is within (openinference#3177)", tokens{input: 341, output: 3362, reasoning: 3347, total: 3703}, 3362},
		{"no reasoning, no change", tokens{input: 10, output: 20, reasoning: 0, total: 30}, 20},
		{"negative reasoning is left as it is", tokens{input: 10, output: 20, reasoning: -5}, 20},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := readSpan(t, "", ptrace.SpanKindClient, tc.tokens.attrs(nil))
			makeInclusive(c)
			output, _ := c.Int(dialect.OutputTokens)
			assert.Equal(t, tc.output, output)
		})
	}
}

func TestUsageRole(t *testing.T) {
	t.Parallel()
	const client, server, internal = ptrace.SpanKindClient, ptrace.SpanKindServer, ptrace.SpanKindInternal
	for _, tc := range []struct {
		name  string
		kind  ptrace.SpanKind
		attrs map[string]any
		want  string
	}{
		{"a client's chat is its own", client, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1}, roleOwn},
		{"an embedding is its own", internal, map[string]any{"gen_ai.operation.name": "embeddings", "gen_ai.usage.input_tokens": 1}, roleOwn},
		{"an agent repeats its calls", internal, map[string]any{"gen_ai.operation.name": "invoke_agent", "gen_ai.usage.input_tokens": 1}, roleAggregate},
		{"a workflow repeats its calls", internal, map[string]any{"traceloop.span.kind": "workflow", "llm.usage.prompt_tokens": 1}, roleAggregate},
		{"the server of a call that the client reports", server, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1}, roleServerSide},
		{"a fetched response was paid for before", client, map[string]any{"gen_ai.operation.name": "fetch_response", "gen_ai.usage.input_tokens": 1}, roleDuplicate},
		{"usage of the spans below under its own name is theirs", internal, map[string]any{"gen_ai.operation.name": "invoke_agent", "gen_ai.aggregated_usage.input_tokens": 1}, roleAggregate},
		{"a call's own usage beside that of its trace is its own", internal, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1, "gen_ai.aggregated_usage.input_tokens": 1}, roleOwn},
		{"without usage there is no role", client, map[string]any{"gen_ai.operation.name": "chat"}, ""},
		{"an upstream role can't keep a call from being priced", client, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1, "genai.usage.role": "duplicate"}, roleOwn},
		{"an upstream kind can't either", client, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1, "genai.kind": "tool"}, roleOwn},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, usageRole(readSpan(t, "", tc.kind, tc.attrs)))
		})
	}
}
