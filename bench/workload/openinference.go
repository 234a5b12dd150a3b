package workload

import (
	"strconv"

	"go.opentelemetry.io/collector/pdata/ptrace"
)

// putOpenInference fills a model call as OpenInference writes it: an attribute for each field of each message. Its input.value and
// output.value, which say the same once more, are left out.
func (g *Generator) putOpenInference(span ptrace.Span) {
	g.batch.Calls++
	g.batch.Flattened++
	m := pick(g.random, models)
	c := g.conversation()
	answer := c.answer(g.writer)
	history := c.turns[:len(c.turns)-1]
	size := 0
	span.SetName("ChatModel")
	a := span.Attributes()
	a.EnsureCapacity(9 + 5*len(history) + 2)
	a.PutStr("openinference.span.kind", "LLM")
	a.PutStr("llm.model_name", m.Name)
	a.PutStr("llm.provider", m.Provider)
	a.PutStr("llm.invocation_parameters", `{"temperature": 0.2, "max_tokens": 4096, "stream": false}`)
	a.PutStr("session.id", c.id)
	for i, t := range history {
		size += len(t.json)
		g.content(t.json, t.findings)
		g.putFlattened(a.PutStr, "llm.input_messages."+strconv.Itoa(i)+".message.", t.message)
	}
	g.content(answer.json, answer.findings)
	g.putFlattened(a.PutStr, "llm.output_messages.0.message.", answer.message)
	in, out := g.tokens(size), g.tokens(len(answer.json))
	a.PutInt("llm.token_count.prompt", in)
	a.PutInt("llm.token_count.completion", out)
	a.PutInt("llm.token_count.total", in+out)
	a.PutInt("llm.token_count.prompt_details.cache_read", in/8)
}

func (g *Generator) putFlattened(put func(key, value string), key string, m message) {
	put(key+"role", m.Role)
	for _, p := range m.Parts {
		switch p.Type {
		case "tool_call":
			call := key + "tool_calls.0.tool_call."
			put(call+"id", p.ID)
			put(call+"function.name", p.Name)
			put(call+"function.arguments", encode(p.Arguments))
		case "tool_call_response":
			put(key+"tool_call_id", p.ID)
			put(key+"content", p.Response)
		default:
			put(key+"content", p.Content)
		}
	}
}
