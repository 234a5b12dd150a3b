package processor

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

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

// TestInputTokensBecomeInclusive goes through the steps in their order; each report is a public one.
func TestInputTokensBecomeInclusive(t *testing.T) {
	t.Parallel()
	gemini := map[string]any{"gen_ai.provider.name": "gcp.gemini", "gen_ai.request.model": "gemini-2.5-pro"}
	claudeOnVertex := map[string]any{"gen_ai.provider.name": "gcp.vertex_ai", "gen_ai.request.model": "claude-sonnet-4-5"}
	const bedrock = "opentelemetry.instrumentation.bedrock"
	for _, tc := range []struct {
		name       string
		scope      string
		tokens     tokens
		more       map[string]any
		input      int64
		convention string
	}{
		{"1: nothing cached says nothing", "", tokens{input: 100, output: 5, cacheRead: 0}, nil, 100, ""},
		{"1: nor where the instrumentation is known", bedrock, tokens{input: 100, output: 5}, nil, 100, ""},
		{"2: a rule against a proof", "lib.inclusive", tokens{input: 3, output: 12, cacheRead: 1, total: 16}, nil, 3, conventionInclusive},
		{"2: a rule where nothing proves it", "lib.exclusive.v2", tokens{input: 100, output: 5, cacheRead: 40}, nil, 140, conventionExclusive},
		{"2: a rule for a provider", "", tokens{input: 100, output: 5, cacheRead: 40}, map[string]any{"gen_ai.system": "Acme"}, 140, conventionExclusive},
		{"2: the first rule that fits", "lib.exclusive.old", tokens{input: 100, output: 5, cacheRead: 40}, nil, 100, conventionInclusive},
		{"2: near miss of a rule", "lib.exclusively", tokens{input: 100, output: 5, cacheRead: 40}, nil, 100, conventionInclusive},
		{"3: a total of all four parts (phoenix#10036)", "", tokens{input: 3, output: 12, cacheRead: 13216, cacheWrite: 25, total: 13256}, nil, 13244, conventionExclusive},
		{"3: a total of all four parts (phoenix#10783)", "", tokens{input: 3, output: 350, cacheRead: 7917, cacheWrite: 442, total: 8712}, nil, 8362, conventionExclusive},
		{"3: a total of all four parts (phoenix#13379)", "", tokens{input: 4299, output: 17787, cacheRead: 35574, cacheWrite: 631, total: 58291}, nil, 40504, conventionExclusive},
		{"3: a total of all four parts proves it for small caches too", "", tokens{input: 1000, output: 10, cacheRead: 5, total: 1015}, nil, 1005, conventionExclusive},
		{"3: a total of all four parts and of reasoning beside them", "", tokens{input: 1000, output: 10, cacheRead: 5, reasoning: 7, total: 1022}, nil, 1005, conventionExclusive},
		{"4: more cached than input can't be within it (litellm#9812)", "", tokens{input: 3, output: 550, cacheWrite: 12304}, nil, 12307, conventionExclusive},
		{"4: nor of Claude on Vertex AI", "", tokens{input: 3, output: 550, cacheWrite: 12304}, claudeOnVertex, 12307, conventionExclusive},
		{"4: but Gemini's cache counter may exceed the prompt a little (posthog-js#4473)", "", tokens{input: 1000, output: 5, cacheRead: 1010}, gemini, 1000, conventionInclusive},
		{"5: an instrumentation known for it, against a total that it makes itself (openllmetry#4449)", bedrock, tokens{input: 12, output: 40, cacheRead: 5, total: 52}, nil, 17, conventionExclusive},
		{"6: a total of input and output is the conventions' way", "", tokens{input: 100, output: 10, cacheRead: 40, total: 110}, nil, 100, conventionInclusive},
		{"7: cached within input is the conventions' way (litellm#6215)", "", tokens{input: 2006, output: 300, cacheRead: 1920}, nil, 2006, conventionInclusive},

		{"a converted span is not converted again", "", tokens{input: 3, output: 1, cacheRead: 100}, map[string]any{"genai.usage.role": "own"}, 3, ""},
		{"nor by a rule", "lib.exclusive.v2", tokens{input: 3, output: 1, cacheRead: 100}, map[string]any{"genai.usage.role": "own"}, 3, ""},
		{"a converted span keeps what was found", "", tokens{input: 3, output: 1, cacheRead: 100}, map[string]any{"genai.usage.role": "own", "genai.usage.input_convention": "exclusive"}, 3, conventionExclusive},
		{"negative counts are left as they are", "", tokens{input: 100, output: 5, cacheRead: -5}, nil, 100, ""},
		{"negative input is left as it is", "", tokens{input: -100, output: 5, cacheRead: 5}, nil, -100, ""},
		{"counts that overflow are left as they are", "", tokens{input: 100, output: 5, cacheRead: math.MaxInt64, cacheWrite: math.MaxInt64}, nil, 100, ""},
		{"input beside which cached tokens overflow is left as it is", "", tokens{input: math.MaxInt64, output: 5, cacheRead: math.MaxInt64 >> 1}, nil, math.MaxInt64, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := readSpan(t, tc.scope, ptrace.SpanKindClient, tc.tokens.attrs(tc.more))
			convention, inconsistent := withBasisRules().makeInclusive(c, tc.scope)
			assert.Equal(t, tc.convention, convention)
			assert.False(t, inconsistent)
			input, _ := c.Int(dialect.InputTokens)
			assert.Equal(t, tc.input, input)
		})
	}
}

func withBasisRules() *Processor {
	return &Processor{cacheBasis: compiledBasis([]CacheBasisRule{
		{Scope: "lib.exclusive.old", InputIncludesCache: true},
		{Scope: "lib.exclusive.*"},
		{Scope: "lib.inclusive", InputIncludesCache: true},
		{Scope: "lib.gemini"},
		{Provider: "ACME"},
	})}
}

func TestCountsThatContradictEachOther(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name                         string
		scope                        string
		tokens                       tokens
		more                         map[string]any
		input, cacheRead, cacheWrite int64
		convention                   string
		inconsistent                 bool
	}{
		{"input that nobody counted is not made up", "", tokens{output: 5, cacheRead: 100, cacheWrite: 20}, nil, 0, 100, 20, "", false},
		{"more cached than the input that holds it by a rule", "lib.inclusive", tokens{input: 10, output: 5, cacheRead: 100}, nil, 100, 100, 0, conventionInclusive, true},
		{"Gemini's cache is no more than its prompt", "", tokens{input: 1000, output: 5, cacheRead: 1010}, map[string]any{"gen_ai.request.model": "google/gemini-2.5-flash"}, 1000, 1000, 0, conventionInclusive, false},
		{"unless a rule says that it is beside it", "lib.gemini", tokens{input: 1000, output: 5, cacheRead: 1010}, map[string]any{"gen_ai.request.model": "gemini-2.5-flash"}, 2010, 1010, 0, conventionExclusive, false},
		{"input that is no number is not made up", "", tokens{input: "1,000", output: 5, cacheRead: 100}, nil, 0, 100, 0, "", false},
		{"what an earlier processor flagged stays flagged", "", tokens{input: 100, output: 5, cacheRead: 100}, map[string]any{"genai.usage.role": "own", "genai.cost.flags": []any{"inconsistent"}}, 100, 100, 0, "", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := readSpan(t, tc.scope, ptrace.SpanKindClient, tc.tokens.attrs(tc.more))
			convention, inconsistent := withBasisRules().makeInclusive(c, tc.scope)
			assert.Equal(t, tc.convention, convention)
			assert.Equal(t, tc.inconsistent, inconsistent)
			for f, want := range map[dialect.Field]int64{dialect.InputTokens: tc.input, dialect.CacheReadTokens: tc.cacheRead, dialect.CacheWriteTokens: tc.cacheWrite} {
				n, _ := c.Int(f)
				assert.Equal(t, want, n, f.Name())
			}
		})
	}
}

func TestCacheWritesHoldBothTimesToLive(t *testing.T) {
	t.Parallel()
	const for5m, for1h = "gen_ai.usage.cache_creation.input_tokens.ephemeral_5m", "gen_ai.usage.cache_creation.input_tokens.ephemeral_1h"
	for _, tc := range []struct {
		name           string
		tokens         tokens
		more           map[string]any
		written, input int64
	}{
		{"reported without their sum", tokens{input: 5, output: 1}, map[string]any{for5m: 253, for1h: 1000}, 1253, 1258},
		{"more than their sum, as 0 beside them", tokens{input: 5, output: 1, cacheWrite: 0}, map[string]any{for1h: 1000}, 1000, 1005},
		{"less than the sum, whose rest lives as usual", tokens{input: 2000, output: 1, cacheWrite: 1300}, map[string]any{for1h: 1000}, 1300, 2000},
		{"the sum alone lives as usual", tokens{input: 2000, output: 1, cacheWrite: 1300}, nil, 1300, 2000},
		{"negative ones are left as they are", tokens{input: 2000, output: 1, cacheWrite: 10}, map[string]any{for5m: -5, for1h: 1000}, 10, 2000},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := readSpan(t, "", ptrace.SpanKindClient, tc.tokens.attrs(tc.more))
			withBasisRules().makeInclusive(c, "")
			written, _ := c.Int(dialect.CacheWriteTokens)
			input, _ := c.Int(dialect.InputTokens)
			assert.Equal(t, [2]int64{tc.written, tc.input}, [2]int64{written, input})
		})
	}
}

func TestOutputTokensBecomeInclusive(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		tokens tokens
		more   map[string]any
		output int64
	}{
		{"reasoning within output is the conventions' way (litellm#18599)", tokens{input: 17, output: 482, reasoning: 448}, nil, 482},
		{"a total of all three proves that it was left out (vercel/ai#9774)", tokens{input: 2640, output: 182, reasoning: 672, total: 3494}, nil, 854},
		{"more reasoning than output can't be within it", tokens{input: 10, output: 20, reasoning: 100}, nil, 120},
		{"a total of input and output says that it is within (openinference#3177)", tokens{input: 341, output: 3362, reasoning: 3347, total: 3703}, nil, 3362},
		{"a total of all three of Gemini's (vercel/ai#6082)", tokens{input: 7477, output: 2060, reasoning: 1939, total: 11476}, map[string]any{"gen_ai.request.model": "gemini-2.5-pro"}, 3999},
		{"a total of cached input, output and reasoning that were all counted apart", tokens{input: 3, output: 10, cacheRead: 100, reasoning: 7, total: 120}, nil, 17},
		{"without a total xAI's own counts leave it out", tokens{input: 2640, output: 182, reasoning: 100}, map[string]any{"gen_ai.system": "xai"}, 282},
		{"but the total decides for xAI too", tokens{input: 2640, output: 854, reasoning: 672, total: 3494}, map[string]any{"gen_ai.system": "xai"}, 854},
		{"and Pydantic AI has added it", tokens{input: 2640, output: 854, reasoning: 672}, map[string]any{"gen_ai.system": "xai", "model_request_parameters": "{}"}, 854},
		{"no other provider's name adds it", tokens{input: 2640, output: 182, reasoning: 100}, map[string]any{"gen_ai.system": "gemini"}, 182},
		{"no reasoning, no change", tokens{input: 10, output: 20, reasoning: 0, total: 30}, nil, 20},
		{"negative reasoning is left as it is", tokens{input: 10, output: 20, reasoning: -5}, nil, 20},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := readSpan(t, "", ptrace.SpanKindClient, tc.tokens.attrs(tc.more))
			withBasisRules().makeInclusive(c, "")
			output, _ := c.Int(dialect.OutputTokens)
			assert.Equal(t, tc.output, output)
		})
	}
}
