package processor

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// ingestTable reads testdata/ingest/<backend>.tsv, what the backend reads by its own sources: key to type.
func ingestTable(t *testing.T, backend string) map[string]string {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "ingest", backend+".tsv"))
	require.NoError(t, err)
	defer file.Close()
	table := map[string]string{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		columns := strings.Split(lines.Text(), "\t")
		require.Len(t, columns, 3, "%s: %q", backend, lines.Text())
		table[columns[0]] = columns[1]
	}
	require.NotEmpty(t, table)
	return table
}

// talkative is spans that say all that a field can say, of every kind.
func talkative(t *testing.T) []map[string]any {
	t.Helper()
	spans := []map[string]any{{
		"gen_ai.operation.name": "embeddings", "gen_ai.request.model": "text-embedding-3-small", "gen_ai.usage.prompt_tokens": 5,
	}, {
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "cohere", "gen_ai.usage.input_tokens": 1, "traceloop.prompt.key": "p",
		"gen_ai.prompt.version": "7", "gen_ai.usage.audio.input_tokens": 1, "gen_ai.usage.audio.output_tokens": 2, "langfuse.trace.tags": []any{"a"},
	}, {
		"gen_ai.operation.name": "rerank", "gen_ai.request.model": "rerank-v3.5", "gen_ai.provider.name": "cohere",
	}, {
		"openinference.span.kind": "LLM", "llm.provider": "anthropic", "llm.model_name": "claude-sonnet-4-5", "llm.token_count.prompt": 900,
		"llm.token_count.prompt_details.cache_read": 100, "llm.token_count.prompt_details.cache_write": 700, "llm.token_count.completion": 9,
	}, {
		"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "search", "gen_ai.tool.call.id": "c1", "gen_ai.tool.description": "d",
	}, {
		"gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "planner", "gen_ai.usage.input_tokens": 9, "gen_ai.request.model": "gpt-4o-mini",
	}, {
		"openinference.span.kind": "CHAIN", "tag.tags": []any{"a", "b"},
	}}
	return append(spans, fullChat())
}

func fullChat() map[string]any {
	return map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "azure.ai.openai", "gen_ai.request.model": "gpt-4o-mini",
		"gen_ai.response.model": "gpt-4o-mini-2024-07-18", "gen_ai.usage.input_tokens": 2006, "gen_ai.usage.output_tokens": 300,
		"gen_ai.usage.cache_read.input_tokens": 1920, "gen_ai.usage.cache_creation.input_tokens": 6, "gen_ai.usage.reasoning.output_tokens": 100,
		"gen_ai.response.finish_reasons": []any{"stop"}, "gen_ai.response.time_to_first_chunk": 0.25, "gen_ai.conversation.id": "conv-1",
		"gen_ai.request.temperature": 0.5, "gen_ai.request.max_tokens": 1000, "gen_ai.prompt.name": "greeting",
	}
}

// defaultPrices reads the embedded table once for all cases.
var defaultPrices = sync.OnceValues(costcalc.Default)

// emitted returns the attributes of one span after a processor with the backends, without those that it has without them.
func emitted(t *testing.T, as map[string]any, profile dialect.Profile, backends ...string) pcommon.Map {
	t.Helper()
	prices, err := defaultPrices()
	require.NoError(t, err)
	pass := func(names []string) pcommon.Map {
		p, _ := newProcessor(t, Settings{Prices: prices, Emit: names, Profile: profile})
		td := tracesOf(t, as)
		oneSpan(td).SetStartTimestamp(1_775_000_000_123_456_789)
		oneSpan(td).SetKind(ptrace.SpanKindClient)
		td, err := p.Traces(context.Background(), td)
		require.NoError(t, err)
		return oneSpan(td).Attributes()
	}
	without, with := pass(nil), pass(backends)
	with.RemoveIf(func(key string, v pcommon.Value) bool {
		before, ok := without.Get(key)
		return ok && before.Equal(v)
	})
	return with
}

func TestEachBackendGetsWhatItReadsInItsType(t *testing.T) {
	t.Parallel()
	for _, b := range backends() {
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			table := ingestTable(t, b.name)
			written := map[string]bool{}
			for _, k := range b.keys {
				assert.Contains(t, table, k.key)
			}
			for _, profile := range []dialect.Profile{dialect.V1_36, dialect.V1_41, dialect.Latest} {
				for _, as := range talkative(t) {
					for key, value := range emitted(t, as, profile, b.name).All() {
						written[key] = true
						assert.Equal(t, table[key], typeName(value), key)
					}
				}
			}
			for _, k := range b.keys {
				assert.True(t, written[k.key], "%s is in the table, but no span gets it", k.key)
			}
			assert.NotEmpty(t, b.source)
		})
	}
}

func typeName(v pcommon.Value) string {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		return "string"
	case pcommon.ValueTypeInt:
		return "int"
	case pcommon.ValueTypeDouble:
		return "double"
	case pcommon.ValueTypeSlice:
		return "list"
	default:
		return v.Type().String()
	}
}

// A store that nests keys by their dots can't hold a value and values below it.
func TestNoWrittenKeyIsADottedPrefixOfAnother(t *testing.T) {
	t.Parallel()
	for _, without := range []string{"flat_cost", "semconv_cost"} {
		for _, profile := range []dialect.Profile{dialect.V1_36, dialect.V1_41, dialect.Latest} {
			names := slices.DeleteFunc(Backends(), func(name string) bool { return name == without })
			m := newEmitter(names)
			keys := []string{attrKind, attrUsageRole, attrCostTotal, attrRedactionCount}
			for _, k := range m.keys {
				keys = append(keys, k.key)
			}
			for i := range dialect.NumFields {
				if key := dialect.Field(i).Key(profile); key != "" {
					keys = append(keys, key)
				}
			}
			for _, a := range keys {
				for _, b := range keys {
					assert.False(t, strings.HasPrefix(b, a+"."), "%s and %s", a, b)
				}
			}
		}
	}
}

func TestWhatIsEmitted(t *testing.T) {
	t.Parallel()
	aggregate := map[string]any{"gen_ai.operation.name": "invoke_agent", "gen_ai.request.model": "gpt-4o-mini", "gen_ai.usage.input_tokens": 9}
	for name, tc := range map[string]struct {
		backend string
		as      map[string]any
		want    map[string]any // nil: not written
	}{
		"OpenInference's own names of azure": {"openinference", fullChat(), map[string]any{"llm.provider": "azure", "llm.system": "openai"}},
		"a provider that OpenInference calls as the conventions do": {
			"openinference", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.provider.name": "groq"}, map[string]any{"llm.provider": "groq", "llm.system": nil},
		},
		"tokens with those in the cache": {"openinference", fullChat(), map[string]any{
			"llm.token_count.prompt": int64(2006), "llm.token_count.prompt_details.cache_read": int64(1920), "llm.token_count.total": int64(2306),
		}},
		// 80 × $0.15 + 1920 × $0.075 + 6 × $0.15 + 300 × $0.60 a million, by the list of July 2024
		"the cost in OpenInference's parts": {"openinference", fullChat(), map[string]any{
			"llm.cost.total": 0.0003369, "llm.cost.prompt": 0.0001569, "llm.cost.completion": 0.00018, "llm.cost.prompt_details.cache_read": 0.000144,
		}},
		// 1e11 × $15 + 1e11 × $1.50 + 8e11 × $18.75 a million: more than fits, in the cache's part alone
		"a cost that doesn't fit is the largest, not negative": {"openinference", map[string]any{
			"gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-opus-4-1",
			"gen_ai.usage.input_tokens": 1_000_000_000_000, "gen_ai.usage.output_tokens": 1,
			"gen_ai.usage.cache_read.input_tokens": 100_000_000_000, "gen_ai.usage.cache_creation.input_tokens": 800_000_000_000,
		}, map[string]any{"llm.cost.prompt": 9223372.036854775807, "llm.cost.total": 9223372.036854775807}},
		"the request's parameters as JSON": {"openinference", fullChat(), map[string]any{"llm.invocation_parameters": `{"temperature":0.5,"max_tokens":1000}`}},
		"parameters that are there already stay": {"openinference", map[string]any{
			"openinference.span.kind": "LLM", "gen_ai.request.temperature": 0.5, "llm.invocation_parameters": `{"temperature":0.5,"tools":[]}`,
		}, map[string]any{"llm.invocation_parameters": nil}},
		"an agent's roll-up is no usage to add up":    {"openinference", aggregate, map[string]any{"openinference.span.kind": "AGENT", "llm.token_count.prompt": nil, "llm.cost.total": nil}},
		"a more exact kind stays":                     {"openinference", map[string]any{"openinference.span.kind": "PROMPT"}, map[string]any{"openinference.span.kind": nil}},
		"a kind in the wrong case is written anew":    {"openinference", map[string]any{"openinference.span.kind": "llm"}, map[string]any{"openinference.span.kind": "LLM"}},
		"a session id of another meaning stays":       {"openinference", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.conversation.id": "c", "session.id": "page-view"}, map[string]any{"session.id": nil}},
		"several finish reasons don't fit":            {"openinference", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.response.finish_reasons": []any{"stop", "length"}}, map[string]any{"llm.finish_reason": nil}},
		"an answering model alone is not asked for":   {"openinference", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.response.model": "m"}, map[string]any{"llm.model_name": nil, "llm.response.model_name": "m"}},
		"Langfuse's kind":                             {"langfuse", fullChat(), map[string]any{"langfuse.observation.type": "generation"}},
		"Langfuse looks up the model that answered":   {"langfuse", fullChat(), map[string]any{"langfuse.observation.model.name": "gpt-4o-mini-2024-07-18"}},
		"Langfuse's counts are disjoint":              {"langfuse", fullChat(), map[string]any{"langfuse.observation.usage_details": `{"input":80,"input_cached_tokens":1920,"input_cache_creation":6,"output":200,"output_reasoning_tokens":100,"total":2306}`}},
		"Langfuse's costs":                            {"langfuse", fullChat(), map[string]any{"langfuse.observation.cost_details": `{"input":0.0000129,"input_cached_tokens":0.000144,"output":0.00018,"total":0.0003369}`}},
		"Langfuse is told that a roll-up is no usage": {"langfuse", aggregate, map[string]any{"langfuse.observation.type": "agent", "langfuse.observation.usage_details": "{}", "langfuse.observation.cost_details": nil}},
		"the first chunk to the millisecond":          {"langfuse", fullChat(), map[string]any{"langfuse.observation.completion_start_time": "2026-03-31T23:33:20.373Z"}},
		"a wait of days is a mistake in units":        {"langfuse", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.response.time_to_first_chunk": 250_000.0}, map[string]any{"langfuse.observation.completion_start_time": nil}},
		"a prompt's version that is no number":        {"langfuse", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.prompt.version": "v2"}, map[string]any{"langfuse.observation.prompt.version": nil}},
		"counts that no call can have are not added":  {"langfuse", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 5, "gen_ai.usage.reasoning.output_tokens": -1}, map[string]any{"langfuse.observation.usage_details": nil}},
		"Logfire's cost":                              {"logfire", fullChat(), map[string]any{"operation.cost": 0.0003369}},
		"SigNoz's cost":                               {"signoz", fullChat(), map[string]any{"_signoz.gen_ai.total_cost": 0.0003369, "gen_ai.server.ttft": 0.25}},
		"the flat cost":                               {"flat_cost", fullChat(), map[string]any{"gen_ai.usage.cost": 0.0003369}},
		"our figure takes the place of the emitter's": {"flat_cost", with(fullChat(), "gen_ai.usage.cost", 0.5), map[string]any{"gen_ai.usage.cost": 0.0003369}},
		"an emitter's figure stays where we have none": {
			"flat_cost", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.request.model": "nobody/knows", "gen_ai.usage.cost": 0.5}, map[string]any{"gen_ai.usage.cost": nil},
		},
		"the proposed cost":                        {"semconv_cost", fullChat(), map[string]any{"gen_ai.usage.cost.amount": 0.0003369, "gen_ai.usage.cost.currency": "USD", "gen_ai.usage.cost.source": "local"}},
		"a cost that the provider told stays":      {"semconv_cost", with(with(fullChat(), "gen_ai.usage.cost.amount", 0.5), "gen_ai.usage.cost.source", "provider"), map[string]any{"gen_ai.usage.cost.amount": nil}},
		"nothing on spans that are not GenAI":      {"openinference", map[string]any{"http.method": "GET"}, map[string]any{"openinference.span.kind": nil}},
		"a failed call without usage has no costs": {"signoz", map[string]any{"gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o-mini"}, map[string]any{"_signoz.gen_ai.total_cost": nil}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := emitted(t, tc.as, dialect.Latest, tc.backend).AsRaw()
			for key, want := range tc.want {
				assert.Equal(t, want, got[key], key)
			}
		})
	}
}

func with(as map[string]any, key string, value any) map[string]any {
	as[key] = value
	return as
}

func TestSigNozGetsTheNamesOfV141InEveryVersion(t *testing.T) {
	t.Parallel()
	got := emitted(t, with(fullChat(), "gen_ai.provider.name", "az.ai.openai"), dialect.V1_36, "signoz").AsRaw()
	assert.Equal(t, "azure.ai.openai", got["gen_ai.provider.name"])
	got = emitted(t, map[string]any{"gen_ai.operation.name": "chat", "gen_ai.usage.cache_write.input_tokens": 3}, dialect.Latest, "signoz").AsRaw()
	assert.Equal(t, int64(3), got["gen_ai.usage.cache_creation.input_tokens"])
}

func TestEmittedCostIsNotTakenForTheEmittersOwn(t *testing.T) {
	t.Parallel()
	for _, drop := range []bool{false, true} {
		for _, b := range Backends() {
			s := everything(t)
			s.Full, s.DropUpstream, s.Emit = true, drop, []string{b}
			p, _ := newProcessor(t, s)
			td := tracesOf(t, fullChat())
			for range 2 {
				var err error
				td, err = p.Traces(context.Background(), td)
				require.NoError(t, err)
			}
			_, found := oneSpan(td).Attributes().Get(attrCostReported)
			assert.False(t, found, "%s, trust_upstream: %v", b, !drop)
		}
	}
}

func TestNothingIsEmittedWhereNothingIsNormalised(t *testing.T) {
	t.Parallel()
	s := everything(t)
	s.KeepAsIs, s.RemoveOriginals, s.Emit = true, true, []string{"langfuse"}
	p, _ := newProcessor(t, s)
	td, err := p.Traces(context.Background(), tracesOf(t, map[string]any{"openinference.span.kind": "LLM", "llm.model_name": "m"}))
	require.NoError(t, err)
	got := oneSpan(td).Attributes().AsRaw()
	assert.NotContains(t, got, "langfuse.observation.type")
	assert.Contains(t, got, "llm.model_name")
}
