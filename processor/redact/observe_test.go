package redact

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/redaction"
)

// watcher notes the sites at which something was done, and what.
type watcher struct {
	last Outcome
	done map[string]Outcome
	seen []string
}

func (w *watcher) At(site Site, o *Outcome) {
	w.seen = append(w.seen, site.Shown())
	if w.done == nil {
		w.done = map[string]Outcome{}
	}
	if done := o.Since(&w.last); done != (Outcome{ScannedBytes: done.ScannedBytes}) {
		w.done[site.Shown()] = done
	}
	w.last = *o
}

func TestAnObserverIsToldWhatWasDoneWhere(t *testing.T) {
	t.Parallel()
	for _, mode := range []Mode{Enforce, Monitor} {
		s := newSubject()
		span := s.span()
		span.SetName("for " + canaryEmail)
		span.Status().SetMessage("no " + canaryEmail)
		span.Attributes().PutStr("gen_ai.prompt.3.content", canaryEmail+" and "+canaryEmail)
		span.Attributes().PutInt("card.number", canaryCard)
		span.Attributes().PutStr("user.id", "u1")
		span.Attributes().PutStr("mail of "+canaryEmail, "hello")
		span.Attributes().PutEmptyBytes("blob").FromRaw([]byte{0xff, 0xfe, 0x80, 0x81})
		span.Events().At(0).Attributes().PutStr("content", canaryEmail)
		span.Links().At(0).Attributes().PutStr("note", canaryEmail)

		w := &watcher{}
		r := mustRedactor(t, Settings{Mode: mode, Identity: DropIdentity}).ObservedBy(w)
		var o Outcome
		r.Span(span, &o)

		assert.Equal(t, w.last, o, "every finding has a site")
		found := map[string]int{}
		for site, done := range w.done {
			found[site] = done.Tally.Total()
			assert.Equal(t, btoi(site == "card.number"), done.Retyped, site)
			assert.Equal(t, btoi(site == "user.id"), done.Dropped, site)
		}
		assert.Equal(t, map[string]int{
			"(name)": 1, "(status message)": 1, "gen_ai.prompt.N.content": 2, "card.number": 1, "user.id": 0, OtherKey: 1, "blob": 0,
			"event gen_ai.choice: content": 1, "link: note": 1,
		}, found)
		assert.Equal(t, 4, w.done["blob"].SkippedBinaryBytes)
	}
}

func TestAnObserverIsToldOfRecordsAndScopes(t *testing.T) {
	t.Parallel()
	s := newSubject()
	record := s.record()
	record.Body().SetStr(canaryEmail)
	record.SetEventName(canaryEmail)
	record.SetSeverityText(canaryEmail)
	record.Attributes().PutStr("prompt", canaryEmail)
	w := &watcher{}
	r := mustRedactor(t, Settings{}).ObservedBy(w)
	var o Outcome
	r.Record(record, &o)
	assert.Equal(t, []string{"(event name)", "(severity text)", "(body)", "prompt"}, w.seen)
	assert.Len(t, w.done, 4)

	scope := s.traces.ResourceSpans().At(0).ScopeSpans().At(0).Scope()
	scope.SetName(canaryEmail)
	scope.SetVersion(canaryEmail)
	*w, o = watcher{}, Outcome{}
	r.Scope(scope, &o)
	assert.Equal(t, []string{"(name)", "(version)"}, w.seen)
	assert.Len(t, w.done, 2)
}

// What is found over several attributes is at the first of them, and findings in the key of one are its own.
func TestAnObserverIsToldOfTextsInSeveralAttributesAndOfTraceStates(t *testing.T) {
	t.Parallel()
	s := newSubject()
	span := s.span()
	span.TraceState().FromRaw("vendor=" + canaryEmail)
	span.Attributes().PutStr("llm.input_messages.0.message.contents.0.message_content.text", "I am canary.bird@")
	span.Attributes().PutStr("llm.input_messages.0.message.contents.1.message_content.text", "example.com")
	span.Attributes().PutStr(canaryEmail+".message.contents.0.message_content.text", "hello")
	span.Attributes().PutStr("after", "hello")
	w := &watcher{}
	r := mustRedactor(t, Settings{Mode: Monitor}).ObservedBy(w)
	var o Outcome
	r.Span(span, &o)
	r.TraceStates(span, &o)
	found := map[string]int{}
	for site, done := range w.done {
		found[site] = done.Tally.Total()
	}
	assert.Equal(t, map[string]int{"llm.input_messages.N.message.contents.N.message_content.text": 1, OtherKey: 1, "(trace state)": 1}, found)
}

func TestAnObserverIsToldWhatPoliciesForContentDo(t *testing.T) {
	t.Parallel()
	for _, mode := range []Mode{Enforce, Monitor} {
		s := newSubject()
		span, record := s.span(), s.record()
		span.Attributes().PutStr("gen_ai.prompt.0.content", canaryEmail)
		span.Events().At(0).Attributes().PutStr("content", canaryEmail)
		record.Attributes().PutStr("event.name", "gen_ai.choice")
		record.Attributes().PutStr("content", canaryEmail)
		record.Body().SetEmptyMap().PutStr("content", canaryEmail)
		w := &watcher{}
		r := mustRedactor(t, Settings{Mode: mode, Text: redaction.Settings{Content: redaction.ContentPolicies{
			redaction.InputContent: {Action: redaction.DropContent}, redaction.OutputContent: {Action: redaction.DropContent},
		}}}).ObservedBy(w)
		var of, ofRecord Outcome
		r.Span(span, &of)
		assert.Equal(t, of, w.last)
		w.last = Outcome{}
		r.Record(record, &ofRecord)
		assert.Equal(t, ofRecord, w.last)
		dropped := map[string]int{}
		for site, done := range w.done {
			dropped[site] = done.Tally.Content(redaction.InputContent, redaction.DropContent) + done.Tally.Content(redaction.OutputContent, redaction.DropContent)
		}
		assert.Equal(t, map[string]int{"gen_ai.prompt.N.content": 1, "event gen_ai.choice: content": 1, "content": 1, "(body)": 1}, dropped)
	}
}

func TestAnOutcomeSinceAnEarlierOne(t *testing.T) {
	t.Parallel()
	r := mustRedactor(t, Settings{})
	var o Outcome
	r.engine.Text(canaryEmail, redaction.Place{}, &o.Tally)
	r.engine.Fail(redaction.FailBudget, &o.Tally)
	o.Dropped, o.Pseudonymised, o.Retyped, o.SkippedBinaryBytes, o.ScannedBytes = 1, 2, 3, 4, 5
	o.Changed, o.Removed, o.BodyChanges, o.writes = 6, 7, 8, 9
	assert.Equal(t, o, o.Since(&Outcome{}))
	assert.Equal(t, Outcome{}, o.Since(&o))
}

func TestShownKey(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{
		"gen_ai.input.messages":                  "gen_ai.input.messages",
		"llm.input_messages.12.message.content":  "llm.input_messages.N.message.content",
		"gen_ai.prompt.0.tool_calls.1.arguments": "gen_ai.prompt.N.tool_calls.N.arguments",
		"ai.toolCall.args":                       "ai.toolCall.args",
		"genkit:input":                           "genkit:input",
		"http2.body":                             "httpN.body",
		"":                                       "",
		"mail " + canaryEmail:                    OtherKey,
		canaryEmail + ".prompt":                  OtherKey,
		"user.4155550132":                        OtherKey,
		"user.a1b2c3":                            OtherKey,
		"Maria 7.prompt":                         OtherKey,
		"customer:42":                            OtherKey,
		"größe.prompt":                           OtherKey,
		strings.Repeat("word.", 30) + "prompt":   OtherKey,
		strings.Repeat("x", maxPlainWord+1):      OtherKey,
		"session.a8f3.prompt":                    OtherKey,
	} {
		assert.Equal(t, want, ShownKey(key), key)
	}
}

func TestContentSitesAreThereWhereverThereIsContent(t *testing.T) {
	t.Parallel()
	shown := func(sites []Site) (texts []string) {
		for _, s := range sites {
			texts = append(texts, s.Shown())
		}
		return texts
	}
	s := newSubject()
	span, record := s.span(), s.record()
	span.Events().RemoveIf(func(ptrace.SpanEvent) bool { return true })
	assert.False(t, SpanHasContent(span))
	assert.Empty(t, SpanContentSites(span))
	assert.Empty(t, RecordContentSites(record))

	span.Attributes().PutStr("app.prompt", "hello")
	span.Attributes().PutInt("prompt", 7)
	span.Attributes().PutEmptyMap("nested").PutStr("messages", "hello")
	span.Events().AppendEmpty().SetName("gen_ai.choice")
	event := span.Events().AppendEmpty()
	event.SetName("log")
	event.Attributes().PutStr("app.completion", "hello")
	assert.Equal(t, []string{"app.prompt", "nested", "event gen_ai.choice", "event log: app.completion"}, shown(SpanContentSites(span)))

	record.SetEventName("gen_ai.choice")
	record.Attributes().PutStr("event.name", "gen_ai.choice")
	record.Body().SetEmptyMap().PutStr("prompt", "hello")
	assert.Equal(t, []string{"event.name", "(event name)", "(body)"}, shown(RecordContentSites(record)))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
