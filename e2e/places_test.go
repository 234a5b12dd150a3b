package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// place is somewhere on a span or log record where a text can stand.
type place[T any] struct {
	name string
	put  func(item T, text string)
}

// valuePlaces are the shapes that one attribute value or body can have. Each puts the text into the value.
var valuePlaces = []place[pcommon.Value]{
	{"a string", func(v pcommon.Value, text string) { v.SetStr(text) }},
	{"bytes", func(v pcommon.Value, text string) { v.SetEmptyBytes().FromRaw([]byte(text)) }},
	{"a list", func(v pcommon.Value, text string) {
		list := v.SetEmptySlice()
		list.AppendEmpty().SetInt(1)
		list.AppendEmpty().SetStr(text)
	}},
	{"a nested map", func(v pcommon.Value, text string) {
		v.SetEmptyMap().PutEmptySlice("outer").AppendEmpty().SetEmptyMap().PutStr("inner", text)
	}},
	{"a map key", func(v pcommon.Value, text string) { v.SetEmptyMap().PutStr(text, "x") }},
	{"a JSON string", func(v pcommon.Value, text string) { v.SetStr(message(text)) }},
	{"a JSON key", func(v pcommon.Value, text string) { v.SetStr(`{` + quoted(text) + `:1}`) }},
	{"JSON inside a JSON string", func(v pcommon.Value, text string) { v.SetStr(message(message(text))) }},
	{"JSON cut off", func(v pcommon.Value, text string) { v.SetStr(strings.TrimSuffix(message(text), `"}]}`)) }},
	{"JSON with every character escaped", func(v pcommon.Value, text string) {
		v.SetStr(`{"content":"` + escaped(text) + `"}`)
	}},
}

// spanPlaces are the places beside the values of attributes.
var spanPlaces = []place[ptrace.Span]{
	{"the span name", func(s ptrace.Span, text string) { s.SetName("chat " + text) }},
	{"the status message", func(s ptrace.Span, text string) {
		s.Status().SetCode(ptrace.StatusCodeError)
		s.Status().SetMessage(text)
	}},
	{"an event name", func(s ptrace.Span, text string) { s.Events().AppendEmpty().SetName(text) }},
	{"an event attribute", func(s ptrace.Span, text string) {
		event := s.Events().AppendEmpty()
		event.SetName("exception")
		event.Attributes().PutStr("exception.message", text)
	}},
	{"a link attribute", func(s ptrace.Span, text string) {
		s.Links().AppendEmpty().Attributes().PutStr("note", text)
	}},
	{"an attribute key", func(s ptrace.Span, text string) { s.Attributes().PutStr(text, "x") }},
	{"an OpenInference message", func(s ptrace.Span, text string) {
		s.Attributes().PutStr("openinference.span.kind", "LLM")
		s.Attributes().PutStr("llm.input_messages.0.message.content", text)
	}},
	{"an OpenLLMetry prompt", func(s ptrace.Span, text string) {
		s.Attributes().PutStr("llm.request.type", "chat")
		s.Attributes().PutStr("gen_ai.prompt.0.content", text)
	}},
	{"a span of no dialect that carries a prompt", func(s ptrace.Span, text string) {
		s.Attributes().Clear()
		s.Attributes().PutStr("acme.prompt", text)
		s.Attributes().PutStr("acme.remark", text)
	}},
}

var recordPlaces = []place[plog.LogRecord]{
	{"the severity text", func(r plog.LogRecord, text string) { r.SetSeverityText(text) }},
	{"a record of no dialect that carries a prompt", func(r plog.LogRecord, text string) {
		r.Attributes().Clear()
		r.SetEventName("")
		r.Attributes().PutStr("acme.prompt", text)
		r.Body().SetStr(text)
	}},
}

// secretPlaces are the data of a Kubernetes Secret in JSON, where whatever stands is secret.
var secretPlaces = []place[pcommon.Value]{
	{"a Secret in JSON", func(v pcommon.Value, text string) { v.SetStr(kubernetesSecret(text)) }},
	{"a Secret in JSON inside a JSON string", func(v pcommon.Value, text string) { v.SetStr(message(kubernetesSecret(text))) }},
	{"a Secret in a map", func(v pcommon.Value, text string) {
		m := v.SetEmptyMap()
		m.PutStr("kind", "Secret")
		m.PutEmptyMap("data").PutStr("a", text)
	}},
}

func kubernetesSecret(text string) string {
	return `{"data":{"a":` + quoted(text) + `},"kind":"Secret"}`
}

// secretCanary is nothing but the value of a Kubernetes Secret.
func secretCanary() canary {
	return canary{name: "nothing but the value of a Kubernetes Secret", text: "yellow canary bird", core: "canary bird"}
}

// planting says what was planted on the span or record with the same number.
type planting struct {
	canary canary
	place  string
	cores  []string // the forms in which the core must not be seen
}

func (p planting) String() string { return fmt.Sprintf("%s in %s", p.canary.name, p.place) }

// plantedTraces has one GenAI span for every canary in every place and a list of what was planted, in the same order.
func plantedTraces() (ptrace.Traces, []planting) {
	traces := ptrace.NewTraces()
	resource := traces.ResourceSpans().AppendEmpty()
	resource.Resource().Attributes().PutStr("service.name", "canaries")
	spans := resource.ScopeSpans().AppendEmpty().Spans()
	var plantings []planting
	for _, c := range disguised() {
		for _, p := range valuePlaces {
			value := pcommon.NewValueEmpty()
			p.put(value, c.text)
			value.MoveTo(newGenerationSpan(spans).Attributes().PutEmpty("gen_ai.input.messages"))
			plantings = append(plantings, planting{c, p.name, c.forms()})
		}
		for _, p := range spanPlaces {
			p.put(newGenerationSpan(spans), c.text)
			plantings = append(plantings, planting{c, p.name, c.forms()})
		}
	}
	for _, c := range numberCanaries() {
		newGenerationSpan(spans).Attributes().PutInt("remark", c.number)
		plantings = append(plantings, planting{c.canary, "an integer attribute", c.forms()})
		newGenerationSpan(spans).Attributes().PutStr("remark", fmt.Sprintf(`{"remark":%d}`, c.number))
		plantings = append(plantings, planting{c.canary, "a JSON number", c.forms()})
	}
	return traces, plantings
}

// plantedLogs has one GenAI log record for every canary in every shape of body and attribute.
func plantedLogs() (plog.Logs, []planting) {
	logs := plog.NewLogs()
	resource := logs.ResourceLogs().AppendEmpty()
	resource.Resource().Attributes().PutStr("service.name", "canaries")
	records := resource.ScopeLogs().AppendEmpty().LogRecords()
	var plantings []planting
	for _, c := range disguised() {
		for _, p := range valuePlaces {
			value := pcommon.NewValueEmpty()
			p.put(value, c.text)
			value.CopyTo(newMessageRecord(records).Body())
			plantings = append(plantings, planting{c, "the body, " + p.name, c.forms()})
			value.MoveTo(newMessageRecord(records).Attributes().PutEmpty("remark"))
			plantings = append(plantings, planting{c, "an attribute, " + p.name, c.forms()})
		}
		for _, p := range recordPlaces {
			p.put(newMessageRecord(records), c.text)
			plantings = append(plantings, planting{c, p.name, c.forms()})
		}
	}
	return logs, plantings
}

func newGenerationSpan(spans ptrace.SpanSlice) ptrace.Span {
	span := spans.AppendEmpty()
	span.SetTraceID(pcommon.TraceID{15: 1})
	span.SetSpanID(pcommon.SpanID{6: byte(spans.Len() >> 8), 7: byte(spans.Len())})
	span.SetName("chat")
	span.SetKind(ptrace.SpanKindClient)
	span.Attributes().PutStr("gen_ai.operation.name", "chat")
	span.Attributes().PutStr("gen_ai.provider.name", "openai")
	return span
}

func newMessageRecord(records plog.LogRecordSlice) plog.LogRecord {
	record := records.AppendEmpty()
	record.SetEventName("gen_ai.user.message")
	record.Attributes().PutStr("gen_ai.system", "openai")
	return record
}

// disguised returns the canaries, and those that fold once more in full-width characters and with zero-width ones inside.
func disguised() []canary {
	var all []canary
	for _, c := range canaries() {
		all = append(all, c)
		if c.folds {
			wide, zero := c, c
			wide.name, wide.text, wide.core = c.name+" in full-width characters", strings.Map(fullWidth, c.text), strings.Map(fullWidth, c.core)
			zero.name, zero.text, zero.core = c.name+" with zero-width spaces", zeroWidth(c.text), zeroWidth(c.core)
			all = append(all, wide, zero)
		}
	}
	return all
}

// forms returns the core as it is, escaped for JSON, and with every character escaped.
func (c canary) forms() []string {
	inJSON := strings.Trim(quoted(c.core), `"`)
	if inJSON == c.core {
		return []string{c.core, escaped(c.core)}
	}
	return []string{c.core, inJSON, escaped(c.core)}
}

type numberCanary struct {
	canary
	number int64
}

func numberCanaries() []numberCanary {
	return []numberCanary{
		{canary{name: "card as a number", entity: "CREDIT_CARD", core: "4012888888881881"}, 4012888888881881},
		{canary{name: "15-digit card as a number", entity: "CREDIT_CARD", core: "378282246310005"}, 378282246310005},
	}
}

func message(text string) string {
	return `{"messages":[{"role":"user","content":` + quoted(text) + `}]}`
}

// quoted returns the text as a JSON string.
func quoted(text string) string {
	document, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string can always be marshalled
	}
	return string(document)
}

// escaped writes every character as \u and four digits.
func escaped(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, `\u%04x`, unit)
	}
	return b.String()
}

// fullWidth maps the printable ASCII characters but the space to their full-width forms.
func fullWidth(r rune) rune {
	if '!' <= r && r <= '~' {
		return r - '!' + '！'
	}
	return r
}

// zeroWidth puts a zero-width space between any two letters or digits.
func zeroWidth(text string) string {
	var b strings.Builder
	previous := ' '
	for _, r := range text {
		if isAlphanumeric(previous) && isAlphanumeric(r) {
			b.WriteRune('\u200b')
		}
		b.WriteRune(r)
		previous = r
	}
	return b.String()
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
