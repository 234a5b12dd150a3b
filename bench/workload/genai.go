package workload

import (
	"strings"

	"go.opentelemetry.io/collector/pdata/ptrace"
)

// Models is what is called: models that public price tables know, with the provider as the semantic conventions name it.
func Models() []Model {
	return []Model{
		{"gpt-4o", "openai", "api.openai.com"},
		{"gpt-4o-mini", "openai", "api.openai.com"},
		{"claude-sonnet-4-5", "anthropic", "api.anthropic.com"},
		{"claude-3-5-haiku-latest", "anthropic", "api.anthropic.com"},
		{"gemini-2.5-flash", "gcp.gemini", "generativelanguage.googleapis.com"},
	}
}

// Model is one of them.
type Model struct{ Name, Provider, Host string }

var models = Models()

const (
	minMessages = 2 << 10
	maxMessages = 8 << 10
)

// tokens returns counts as they fit a text of so many bytes.
func (g *Generator) tokens(bytes int) int64 { return int64(bytes/4 + g.random.IntN(40)) }

// putGeneration fills a model call of 16 attributes.
func (g *Generator) putGeneration(span ptrace.Span) {
	g.batch.Calls++
	m := pick(g.random, models)
	c := g.conversation()
	input := g.content(c.json(), c.findings())
	answer := c.answer(g.writer)
	output := g.content("["+strings.TrimSuffix(answer.json, "}")+`,"finish_reason":"stop"}]`, answer.findings)
	span.SetName("chat " + m.Name)
	span.SetKind(ptrace.SpanKindClient)
	a := span.Attributes()
	a.EnsureCapacity(16)
	a.PutStr("gen_ai.operation.name", "chat")
	a.PutStr("gen_ai.provider.name", m.Provider)
	a.PutStr("gen_ai.request.model", m.Name)
	a.PutStr("gen_ai.response.model", m.Name)
	a.PutStr("gen_ai.response.id", g.id("chatcmpl-", 24))
	a.PutDouble("gen_ai.request.temperature", 0.2)
	a.PutInt("gen_ai.request.max_tokens", 4096)
	a.PutStr("gen_ai.conversation.id", c.id)
	a.PutEmptySlice("gen_ai.response.finish_reasons").AppendEmpty().SetStr("stop")
	a.PutInt("gen_ai.usage.input_tokens", g.tokens(len(input)))
	a.PutInt("gen_ai.usage.output_tokens", g.tokens(len(output)))
	a.PutInt("gen_ai.usage.cache_read.input_tokens", int64(g.random.IntN(len(input)/8)))
	a.PutStr("server.address", m.Host)
	a.PutInt("server.port", 443)
	a.PutStr("gen_ai.input.messages", input)
	a.PutStr("gen_ai.output.messages", output)
}

// putTool fills the execution of a tool with arguments and a result, both JSON.
func (g *Generator) putTool(span ptrace.Span) {
	w := g.writer
	span.SetName("execute_tool search_notes")
	a := span.Attributes()
	a.EnsureCapacity(8)
	a.PutStr("gen_ai.operation.name", "execute_tool")
	a.PutStr("gen_ai.tool.name", "search_notes")
	a.PutStr("gen_ai.tool.type", "function")
	a.PutStr("gen_ai.tool.call.id", g.id("call_", 24))
	a.PutStr("gen_ai.agent.name", "assistant")
	a.PutStr("gen_ai.conversation.id", g.id("conv_", 20))
	a.PutStr("gen_ai.tool.call.arguments", g.written(w.encoded(map[string]any{"query": w.titled(), "limit": 1 + g.random.IntN(50)})))
	a.PutStr("gen_ai.tool.call.result", g.written(w.encoded(map[string]any{"ok": true, "note": w.paragraph(), "steps": w.block()})))
}

// putRetrieval fills a search with documents of 4 KB in all.
func (g *Generator) putRetrieval(span ptrace.Span) {
	w := g.writer
	span.SetName("retrieval handbook")
	span.SetKind(ptrace.SpanKindClient)
	a := span.Attributes()
	a.EnsureCapacity(7)
	a.PutStr("gen_ai.operation.name", "retrieval")
	a.PutStr("gen_ai.provider.name", "example")
	a.PutStr("gen_ai.data_source.id", "handbook")
	a.PutInt("gen_ai.retrieval.top_k", 4)
	a.PutStr("server.address", "search.example.com")
	a.PutStr("gen_ai.retrieval.query.text", g.written(w.titled()))
	type document struct {
		ID      string  `json:"id"`
		Score   float64 `json:"score"`
		Content string  `json:"content"`
	}
	var documents []document
	for size := 0; size < 4<<10; {
		d := document{g.id("doc-", 12), float64(g.random.IntN(1000)) / 1000, w.paragraph() + "\n\n" + w.block()}
		documents = append(documents, d)
		size += len(d.Content) + 60
	}
	a.PutStr("gen_ai.retrieval.documents", g.written(w.encoded(documents)))
}
