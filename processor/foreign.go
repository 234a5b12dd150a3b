package processor

import (
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/otel-genai/genaiprocessor/processor/dialect"
	"github.com/otel-genai/genaiprocessor/processor/redact"
)

// foreigners tells spans and log records, by their keys alone, that are not GenAI and have no content: most of most services, which pay for
// nothing else. Of the others it may say either; they are read. It is immutable.
type foreigners struct {
	vocabulary *dialect.Vocabulary
	gate       dialect.Gate
}

// Marks in the gate.
const (
	markTelling = 1 << iota
	markContent
)

func newForeigners(vocabulary *dialect.Vocabulary) *foreigners {
	f := &foreigners{vocabulary: vocabulary}
	vocabulary.MarkTelling(&f.gate, markTelling)
	redact.MarkContent(&f.gate, markContent)
	return f
}

// span reports that a span is none of the processor's business. One that it fails on is to be read, and counted then.
func (f *foreigners) span(scope dialect.Scope, span ptrace.Span) (foreign bool) {
	defer func() {
		if recover() != nil {
			foreign = false
		}
	}()
	if scope.Shows() || !f.attributes(span.Attributes()) {
		return false
	}
	events := span.Events()
	for i := range events.Len() {
		if event := events.At(i); !f.event(event.Name()) || !f.attributes(event.Attributes()) {
			return false
		}
	}
	return true
}

// record reports that a log record is none of the processor's business, as span does.
func (f *foreigners) record(scope dialect.Scope, record plog.LogRecord) (foreign bool) {
	defer func() {
		if recover() != nil {
			foreign = false
		}
	}()
	return !scope.Shows() && f.event(record.EventName()) && f.attributes(record.Attributes()) && !redact.BodyHasContent(record)
}

func (f *foreigners) event(name string) bool {
	return !f.vocabulary.TellsEvent(name) && !redact.IsContentEvent(name)
}

// attributes reports that none tells of GenAI or may hold content. Maps and arrays may, whatever their keys; those of other values are invalid,
// which is found in half the time of asking for the type. The loop has no return in it for the same reason.
func (f *foreigners) attributes(attrs pcommon.Map) bool {
	foreign := true
	for key, value := range attrs.All() {
		marks := f.gate.Begins(key) | f.gate.Ends(key)
		if marks != 0 && f.concerns(key, marks) || value.Map() != (pcommon.Map{}) || value.Slice() != (pcommon.Slice{}) {
			foreign = false
			break
		}
	}
	return foreign
}

// concerns looks at a key that the gate marked.
func (f *foreigners) concerns(key string, marks uint8) bool {
	return marks&markTelling != 0 && f.vocabulary.Tells(key) || marks&markContent != 0 && redact.MayHoldContent(key)
}
