package processor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// workloadSpans is how many spans a batch of the benchmarks has.
const workloadSpans = 512

// spanMix says how many of a hundred spans are of each sort.
type spanMix struct{ http, generation, tool, retrieval, openInference int }

var (
	mixedSpans         = spanMix{http: 40, generation: 25, tool: 15, retrieval: 10, openInference: 10}
	httpSpansOnly      = spanMix{http: 100}
	openInferenceOnly  = spanMix{openInference: 100}
	workloadModels     = []string{"gpt-4o-mini", "claude-sonnet-4-5", "gpt-4.1", "gemini-2.5-flash", "text-embedding-3-small"}
	workloadProviders  = []string{"openai", "anthropic", "openai", "gcp.gemini", "openai"}
	workloadVocabulary = strings.Fields("the a report on sales of this quarter shows that orders rose by some per cent while returns fell and " +
		"the team expects more of the same as new customers arrive from other regions where the product was not sold before")
)

// workload makes one batch of spans whose values differ from span to span, 64 spans to a resource.
func workload(t testing.TB, mix spanMix, seed uint64) ptrace.Traces {
	t.Helper()
	w := workloadOf{rand.New(rand.NewPCG(seed, 1))}
	td := ptrace.NewTraces()
	var spans ptrace.SpanSlice
	for i := range workloadSpans {
		if i%64 == 0 {
			rs := td.ResourceSpans().AppendEmpty()
			require.NoError(t, rs.Resource().Attributes().FromRaw(map[string]any{
				"service.name": fmt.Sprint("service-", i/64), "service.version": "1.4.2", "deployment.environment.name": "production",
				"host.name": "node-a", "telemetry.sdk.language": "python", "telemetry.sdk.name": "opentelemetry",
			}))
			ss := rs.ScopeSpans().AppendEmpty()
			ss.Scope().SetName("instrumentation")
			spans = ss.Spans()
		}
		span := spans.AppendEmpty()
		span.SetTraceID([16]byte{1, byte(i), byte(i >> 8)})
		span.SetSpanID([8]byte{1, byte(i), byte(i >> 8)})
		span.SetStartTimestamp(1_779_000_000_000_000_000)
		span.SetEndTimestamp(1_779_000_001_000_000_000)
		w.fill(span, mix, i)
	}
	return td
}

type workloadOf struct{ *rand.Rand }

func (w workloadOf) fill(span ptrace.Span, mix spanMix, i int) {
	at := i * 37 % 100 // sorts take turns, in exact shares of each hundred
	for _, sort := range []struct {
		share int
		fill  func(ptrace.Span)
	}{
		{mix.http, w.http}, {mix.generation, w.generation}, {mix.tool, w.tool}, {mix.retrieval, w.retrieval}, {mix.openInference, w.openInference},
	} {
		if at < sort.share {
			sort.fill(span)
			return
		}
		at -= sort.share
	}
}

func (w workloadOf) http(span ptrace.Span) {
	span.SetName("GET /orders/{id}")
	span.SetKind(ptrace.SpanKindServer)
	a := span.Attributes()
	if w.IntN(4) == 0 {
		span.SetName("SELECT orders")
		span.SetKind(ptrace.SpanKindClient)
		a.PutStr("db.system.name", "postgresql")
		a.PutStr("db.namespace", "shop")
		a.PutStr("db.collection.name", "orders")
		a.PutStr("db.operation.name", "SELECT")
		a.PutStr("db.query.text", fmt.Sprintf("SELECT * FROM orders WHERE shop = ? AND state = 'open' LIMIT %d", w.IntN(1000)))
		a.PutStr("db.query.summary", "SELECT orders")
		a.PutInt("db.response.returned_rows", w.Int64N(1000))
		a.PutStr("server.address", "db.example.com")
		a.PutInt("server.port", 5432)
		a.PutStr("network.peer.address", "db-a")
		a.PutStr("network.transport", "tcp")
		a.PutInt("thread.id", w.Int64N(64))
		a.PutStr("thread.name", fmt.Sprint("worker-", w.IntN(64)))
		return
	}
	a.PutStr("http.request.method", "GET")
	a.PutStr("http.route", "/orders/{id}")
	a.PutInt("http.response.status_code", 200)
	a.PutStr("url.scheme", "https")
	a.PutStr("url.path", fmt.Sprint("/orders/", w.IntN(100000)))
	a.PutStr("server.address", "shop.example.com")
	a.PutInt("server.port", 443)
	a.PutStr("client.address", "gateway-a")
	a.PutStr("network.peer.address", "gateway-a")
	a.PutStr("network.protocol.version", "1.1")
	a.PutStr("user_agent.original", fmt.Sprint("Mozilla/5.0 (X11; Linux x86_64) Gecko Firefox/", 100+w.IntN(40), ".0"))
	a.PutInt("http.request.body.size", w.Int64N(4096))
	a.PutInt("http.response.body.size", w.Int64N(65536))
}

func (w workloadOf) generation(span ptrace.Span) {
	model := w.IntN(4)
	span.SetName("chat " + workloadModels[model])
	span.SetKind(ptrace.SpanKindClient)
	a := span.Attributes()
	a.PutStr("gen_ai.operation.name", "chat")
	a.PutStr("gen_ai.provider.name", workloadProviders[model])
	a.PutStr("gen_ai.request.model", workloadModels[model])
	a.PutStr("gen_ai.response.model", workloadModels[model])
	a.PutStr("gen_ai.response.id", fmt.Sprintf("chatcmpl-%x", w.Uint64()))
	a.PutDouble("gen_ai.request.temperature", 0.7)
	a.PutDouble("gen_ai.request.top_p", 1)
	a.PutInt("gen_ai.request.max_tokens", 1024)
	a.PutEmptySlice("gen_ai.response.finish_reasons").AppendEmpty().SetStr("stop")
	a.PutInt("gen_ai.usage.input_tokens", 500+w.Int64N(3000))
	a.PutInt("gen_ai.usage.output_tokens", 20+w.Int64N(900))
	a.PutStr("gen_ai.conversation.id", fmt.Sprintf("conv_%x", w.Uint64()))
	a.PutStr("server.address", "api.example.com")
	a.PutInt("server.port", 443)
	a.PutStr("gen_ai.input.messages", `[{"role":"user","parts":[{"type":"text","content":"`+w.text(2048+w.IntN(6144))+`"}]}]`)
	a.PutStr("gen_ai.output.messages",
		`[{"role":"assistant","parts":[{"type":"text","content":"`+w.text(2048+w.IntN(6144))+`"}],"finish_reason":"stop"}]`)
}

func (w workloadOf) tool(span ptrace.Span) {
	span.SetName("execute_tool search")
	a := span.Attributes()
	a.PutStr("gen_ai.operation.name", "execute_tool")
	a.PutStr("gen_ai.tool.name", "search")
	a.PutStr("gen_ai.tool.type", "function")
	a.PutStr("gen_ai.tool.call.id", fmt.Sprintf("call_%x", w.Uint64()))
	a.PutStr("gen_ai.tool.description", "Searches the orders")
	a.PutStr("gen_ai.tool.call.arguments", `{"query":"`+w.text(60)+`"}`)
	a.PutStr("gen_ai.tool.call.result", `{"found":"`+w.text(600)+`"}`)
	a.PutStr("gen_ai.conversation.id", fmt.Sprintf("conv_%x", w.Uint64()))
}

func (w workloadOf) retrieval(span ptrace.Span) {
	span.SetName("retrieve")
	a := span.Attributes()
	a.PutStr("openinference.span.kind", "RETRIEVER")
	a.PutStr("input.value", w.text(80))
	a.PutStr("input.mime_type", "text/plain")
	for i := range 4 {
		key := fmt.Sprintf("retrieval.documents.%d.document.", i)
		a.PutStr(key+"id", fmt.Sprint("doc-", w.IntN(1000)))
		a.PutStr(key+"content", w.text(1000))
		a.PutDouble(key+"score", w.Float64())
	}
}

func (w workloadOf) openInference(span ptrace.Span) {
	span.SetName("ChatCompletion")
	a := span.Attributes()
	a.PutStr("openinference.span.kind", "LLM")
	a.PutStr("llm.system", "openai")
	a.PutStr("llm.provider", "openai")
	a.PutStr("llm.model_name", "gpt-4o-mini")
	a.PutStr("llm.invocation_parameters", `{"temperature": 0.2, "max_tokens": 512}`)
	a.PutInt("llm.token_count.prompt", 500+w.Int64N(3000))
	a.PutInt("llm.token_count.completion", 20+w.Int64N(900))
	a.PutInt("llm.token_count.total", 4000)
	a.PutStr("session.id", fmt.Sprintf("s-%x", w.Uint64()))
	for i := range 6 {
		key := fmt.Sprintf("llm.input_messages.%d.message.", i)
		a.PutStr(key+"role", []string{"user", "assistant"}[i%2])
		a.PutStr(key+"content", w.text(600))
	}
	a.PutStr("llm.output_messages.0.message.role", "assistant")
	a.PutStr("llm.output_messages.0.message.content", w.text(400))
	a.PutStr("llm.output_messages.0.message.tool_calls.0.tool_call.function.name", "find")
	a.PutStr("llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments", `{"query":"`+w.text(60)+`"}`)
}

// text is words of about n bytes in all.
func (w workloadOf) text(n int) string {
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(workloadVocabulary[w.IntN(len(workloadVocabulary))])
		b.WriteByte(' ')
	}
	return b.String()
}
