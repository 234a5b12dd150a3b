package processor

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/message"
)

// FuzzMessages puts spans together out of the keys under which content stands and values that are content, or are not: three bytes of the
// input choose a key and a value. Each value says something that no other says.
func FuzzMessages(f *testing.F) {
	keys, values := contentPlaces(), contentValues()
	kinds := []attrs{
		{"openinference.span.kind": "LLM"}, {"openinference.span.kind": "TOOL"}, {"openinference.span.kind": "RETRIEVER"}, {"openinference.span.kind": "AGENT"},
		{"openinference.span.kind": "UNKNOWN"}, {"gen_ai.request.model": "m"}, {},
	}
	for i := range keys {
		f.Add([]byte{byte(i), byte(i >> 8), byte(i)}, byte(i), i%2 == 0)
		f.Add([]byte{byte(i), byte(i >> 8), byte(i / 7), byte(i + 1), byte(i >> 8), byte(i / 3), byte(i), byte(i >> 9), 4}, byte(i/5), i%3 == 0)
	}
	s := everything(f)
	s.Full, s.Messages = true, MoveMessages
	redacting, _ := newProcessor(f, s)
	s.Redaction = nil
	moving, _ := newProcessor(f, s)
	s.Messages = CopyMessages
	copying, _ := newProcessor(f, s)

	f.Fuzz(func(t *testing.T, choices []byte, kind byte, copies bool) {
		const maxChoices = 60
		if len(choices) > maxChoices {
			return
		}
		td := ptrace.NewTraces()
		span := td.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
		require.NoError(t, span.Attributes().FromRaw(kinds[int(kind)%len(kinds)]))
		var said []string
		for i := 0; i+2 < len(choices); i += 3 {
			key := keys[(int(choices[i])|int(choices[i+1])<<8)%len(keys)]
			value := values[int(choices[i+2])%len(values)]
			text := fmt.Sprintf("said as number %d", i)
			said = append(said, put(t, span, key, strings.ReplaceAll(value, "%", text), text)...)
		}
		given := ptrace.NewTraces()
		td.CopyTo(given)
		p := moving
		if copies {
			p = copying
		}
		for _, p := range []*Processor{p, redacting} {
			out := ptrace.NewTraces()
			given.CopyTo(out)
			out, err := p.Traces(context.Background(), out)
			require.NoError(t, err)
			span := out.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0)
			whole := marshalled(t, out)
			for _, text := range said {
				require.True(t, strings.Contains(whole, text), "nothing that was said is lost: %s", text)
			}
			checkSlots(t, given.ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0), span)
			again, err := p.Traces(context.Background(), out)
			require.NoError(t, err)
			require.Equal(t, whole, marshalled(t, again), "a second pass changes nothing")
		}
	})
}

// put sets an attribute of the span, or of a new event where the key has one before it: "event name attribute". It returns what is said
// now, without what it replaced.
func put(t *testing.T, span ptrace.Span, key, value, text string) []string {
	t.Helper()
	if name, key, ok := strings.Cut(key, " "); ok {
		e := span.Events().AppendEmpty()
		e.SetName(name)
		e.Attributes().PutStr(key, value)
	} else if _, taken := span.Attributes().Get(key); taken {
		return nil
	} else {
		span.Attributes().PutStr(key, value)
	}
	if !strings.Contains(value, text) {
		return nil
	}
	return []string{text}
}

// checkSlots: what this processor wrote in a slot is in the shape of the slot; what it did not write is as it was.
func checkSlots(t *testing.T, before, after ptrace.Span) {
	t.Helper()
	for slot := dialect.InputMessages; slot < dialect.NumSlots; slot++ {
		v, ok := after.Attributes().Get(slot.Key())
		was, had := before.Attributes().Get(slot.Key())
		if !ok || had && was.AsString() == v.AsString() || slot == dialect.RetrievalQuery || slot == dialect.ToolResult {
			continue
		}
		require.True(t, json.Valid([]byte(v.Str())), "%s is JSON", slot.Key())
		tree, ok := message.Parse(v.Str())
		require.True(t, ok)
		switch slot {
		case dialect.InputMessages, dialect.OutputMessages:
			require.True(t, message.AreMessages(tree), "%s holds messages", slot.Key())
		case dialect.SystemInstructions:
			require.True(t, message.AreParts(tree), "%s holds parts", slot.Key())
		case dialect.ToolDefinitions:
			require.True(t, message.AreTools(tree), "%s holds tools", slot.Key())
		case dialect.RetrievalDocuments:
			require.True(t, message.AreDocuments(tree), "%s holds documents", slot.Key())
		}
	}
}

func marshalled(t *testing.T, td ptrace.Traces) string {
	t.Helper()
	var marshaler ptrace.JSONMarshaler
	text, err := marshaler.MarshalTraces(td)
	require.NoError(t, err)
	return string(text)
}

// contentPlaces are all places of content that the dialects know: attributes and, as "event attribute", those of events.
func contentPlaces() []string {
	var keys []string
	for slot := dialect.InputMessages; slot < dialect.NumSlots; slot++ {
		keys = append(keys, slot.Key())
	}
	for _, d := range dialect.All() {
		for _, k := range d.Contents {
			if !strings.HasSuffix(k.Key, ".") {
				keys = append(keys, k.Key)
				continue
			}
			for _, path := range []string{"0", "0.role", "0.content", "1.message.content", "1.message.role", "1.message.contents.0.message_content.text", "0.tool.json_schema", "2.document.content", "x"} {
				keys = append(keys, k.Key+path)
			}
		}
		for _, e := range d.Events {
			for _, k := range e.Contents {
				keys = append(keys, e.Name+" "+k.Key)
			}
			if e.Role != "" {
				keys = append(keys, e.Name+" content", e.Name+" message", e.Name+" gen_ai.event.content", e.Name+" other")
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// contentValues are values with a % where something is said.
func contentValues() []string {
	return []string{
		`%`, `"%"`, `[{"role":"user","content":"%"}]`, `[{"role":"assistant","parts":[{"type":"text","content":"%"}]}]`, `{"model":"m","messages":[{"role":"user","content":"%"}]}`,
		`{"inputs":"%"}`, `{"query":"%"}`, `[{"text":"%"}]`, `{"a":"%"}`, `{"system":"%","prompt":"hi"}`, `{"choices":[{"message":{"role":"assistant","content":"%"},"finish_reason":"stop"}],"usage":{}}`,
		`[{"name":"f","description":"%"}]`, `{"documents":[{"id":"1","content":"%"}]}`, `["%"]`, `{"content":{"parts":[{"text":"%"}],"role":"model"}}`, `[1,2`, `{}`, `[]`, ``, `<REDACTED>`,
		`{"role":"tool","tool_call_id":"c","content":"%"}`, `[{"type":"function_call","name":"f","arguments":"{\"x\":\"%\"}"}]`, `user`, `mail a@example.com: %`, `{"messages":"%","instructions":"%","model":"m","input":"%"}`,
	}
}
