package processor

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/costcalc"
	"github.com/otel-genai/genaiprocessor/processor/dialect"
)

// BenchmarkDialect prices the golden spans of each dialect, with redaction and without, beside the floor: unmarshalling and marshalling
// the same spans. Both are timed in turn in one loop, and x-floor is their ratio, which holds on a noisy machine where nanoseconds do
// not.
//
//	go test ./processor -run '^$' -bench Dialect -benchtime 200x
func BenchmarkDialect(b *testing.B) {
	whole := everything(b)
	enrich := everything(b)
	enrich.Redaction = nil
	for _, name := range dialect.Names() {
		batch := goldenSpans(b, name)
		b.Run("dialect="+name+"/redaction=off", func(b *testing.B) { benchmarkBesideFloor(b, enrich, batch) })
		b.Run("dialect="+name+"/redaction=on", func(b *testing.B) { benchmarkBesideFloor(b, whole, batch) })
	}
}

// BenchmarkDialectCount shows that a span costs the same however many dialects are read.
func BenchmarkDialectCount(b *testing.B) {
	batch := goldenSpans(b, "opentelemetry")
	all := dialect.Names()
	one, every := everything(b), everything(b)
	one.Redaction, every.Redaction = nil, nil
	one.DisabledDialects = all[1:]
	b.Run("dialects=1", func(b *testing.B) { benchmarkBesideFloor(b, one, batch) })
	b.Run("dialects=all", func(b *testing.B) { benchmarkBesideFloor(b, every, batch) })
}

// goldenSpans are all spans of a dialect's golden cases in one batch.
func goldenSpans(b *testing.B, name string) ptrace.Traces {
	b.Helper()
	inputs, err := filepath.Glob(filepath.Join("..", "testdata", "golden", name, "*", "in.json"))
	require.NoError(b, err)
	require.NotEmpty(b, inputs)
	batch := ptrace.NewTraces()
	for _, input := range inputs {
		text, err := os.ReadFile(input)
		require.NoError(b, err)
		var unmarshaler ptrace.JSONUnmarshaler
		td, err := unmarshaler.UnmarshalTraces(text)
		require.NoError(b, err)
		td.ResourceSpans().MoveAndAppendTo(batch.ResourceSpans())
	}
	return batch
}

func benchmarkBesideFloor(b *testing.B, s Settings, batch ptrace.Traces) {
	p, _ := newProcessor(b, s)
	var marshaler ptrace.ProtoMarshaler
	var unmarshaler ptrace.ProtoUnmarshaler
	wire, err := marshaler.MarshalTraces(batch)
	require.NoError(b, err)
	ctx := context.Background()
	var floor, processing time.Duration
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		start := time.Now()
		td, err := unmarshaler.UnmarshalTraces(wire)
		require.NoError(b, err)
		_, err = marshaler.MarshalTraces(td)
		require.NoError(b, err)
		floor += time.Since(start)
		b.StartTimer()
		start = time.Now()
		_, err = p.Traces(ctx, td)
		processing += time.Since(start)
		require.NoError(b, err)
	}
	b.ReportMetric(float64(processing)/float64(floor), "x-floor")
	b.ReportMetric(float64(batch.SpanCount()), "spans/op")
}

// BenchmarkPrice is what the price of one call costs whose model was seen before, beside the floor of that one span: read from the wire and
// written again.
//
//	go test ./processor -run '^$' -bench Price
func BenchmarkPrice(b *testing.B) {
	prices := everything(b).Prices
	batch := tracesOf(b, map[string]any{
		"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini", "gen_ai.response.id": "chatcmpl-1",
		"gen_ai.usage.input_tokens": 2006, "gen_ai.usage.cache_read.input_tokens": 1920, "gen_ai.usage.output_tokens": 300,
		"gen_ai.input.messages":  `[{"role":"user","parts":[{"type":"text","content":"Summarise the attached report in three sentences."}]}]`,
		"gen_ai.output.messages": `[{"role":"assistant","parts":[{"type":"text","content":"Sales rose."}],"finish_reason":"stop"}]`,
	})
	var usage costcalc.Usage
	usage.Set(costcalc.InputTokens, 2006)
	usage.Set(costcalc.CacheReadTokens, 1920)
	usage.Set(costcalc.OutputTokens, 300)
	call := costcalc.Call{Provider: "openai", RequestModel: "gpt-4o-mini", Time: time.Unix(1_779_000_000, 0), Usage: usage}
	var marshaler ptrace.ProtoMarshaler
	var unmarshaler ptrace.ProtoUnmarshaler
	wire, err := marshaler.MarshalTraces(batch)
	require.NoError(b, err)
	const rounds = 100 // a clock that is read around a single call measures itself
	var floor, pricing time.Duration
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		start := time.Now()
		for range rounds {
			td, err := unmarshaler.UnmarshalTraces(wire)
			require.NoError(b, err)
			_, err = marshaler.MarshalTraces(td)
			require.NoError(b, err)
		}
		floor += time.Since(start)
		b.StartTimer()
		start = time.Now()
		for range rounds {
			if cost, _ := prices.Price(call); cost.Total != 336_900_000 {
				b.Fatalf("Price() = %d", cost.Total)
			}
		}
		pricing += time.Since(start)
	}
	b.ReportMetric(float64(pricing)/float64(floor), "x-floor")
	b.ReportMetric(rounds, "calls/op")
}
