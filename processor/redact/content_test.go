package redact

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func TestSpanHasContent(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		build func(ptrace.Span)
		want  bool
	}{
		{"an ordinary HTTP span has none", func(s ptrace.Span) { fillHTTP(s) }, false},
		{"a prompt as a string", func(s ptrace.Span) { s.Attributes().PutStr("app.prompt", "hello") }, true},
		{"messages as an array", func(s ptrace.Span) { s.Attributes().PutEmptySlice("messages") }, true},
		{"a body as bytes", func(s ptrace.Span) { s.Attributes().PutEmptyBytes("http.request.body").FromRaw([]byte("x")) }, true},
		{"an empty prompt is none", func(s ptrace.Span) { s.Attributes().PutStr("app.prompt", "") }, false},
		{"a number under a content word is a count", func(s ptrace.Span) { s.Attributes().PutInt("llm.token_count.prompt", 7) }, false},
		{"a truth value under a content word is none", func(s ptrace.Span) { s.Attributes().PutBool("capture.prompt", true) }, false},
		{"an attribute of an event", func(s ptrace.Span) {
			s.Events().AppendEmpty().Attributes().PutStr("gen_ai.prompt", "hello")
		}, true},
		{"an event that is a message", func(s ptrace.Span) { s.Events().AppendEmpty().SetName("gen_ai.user.message") }, true},
		{"an exception event is none", func(s ptrace.Span) {
			e := s.Events().AppendEmpty()
			e.SetName("exception")
			e.Attributes().PutStr("exception.message", "no route to host")
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := ptrace.NewSpan()
			tt.build(s)
			assert.Equal(t, tt.want, SpanHasContent(s))
		})
	}
}

func TestRecordHasContent(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		build func(plog.LogRecord)
		want  bool
	}{
		{"a log line has none", func(lr plog.LogRecord) { lr.Body().SetStr("user logged in") }, false},
		{"an attribute", func(lr plog.LogRecord) { lr.Attributes().PutStr("prompt", "hello") }, true},
		{"the event name", func(lr plog.LogRecord) { lr.SetEventName("gen_ai.choice") }, true},
		{"the event name as an attribute", func(lr plog.LogRecord) { lr.Attributes().PutStr("event.name", "gen_ai.choice") }, true},
		{"another event name", func(lr plog.LogRecord) { lr.SetEventName("device.app.lifecycle") }, false},
		{"a field of the body", func(lr plog.LogRecord) { lr.Body().SetEmptyMap().PutStr("gen_ai.input.messages", "[]") }, true},
		{"the message field of a structured log is no sign", func(lr plog.LogRecord) {
			lr.Body().SetEmptyMap().PutStr("message", "user logged in")
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lr := plog.NewLogRecord()
			tt.build(lr)
			assert.Equal(t, tt.want, RecordHasContent(lr))
		})
	}
}

var httpKeys = []string{
	"http.request.method", "url.full", "url.path", "url.scheme", "server.address", "server.port", "http.response.status_code",
	"network.protocol.version", "network.peer.address", "user_agent.original", "http.route", "client.address", "error.type",
}

func fillHTTP(s ptrace.Span) {
	s.SetName("GET /orders/{id}")
	for _, key := range httpKeys {
		s.Attributes().PutStr(key, "x")
	}
}

func TestSpanHasContentAllocatesNothing(t *testing.T) {
	s := ptrace.NewSpan()
	fillHTTP(s)
	s.Events().AppendEmpty().Attributes().PutStr("exception.message", "no route to host")
	require.Zero(t, testing.AllocsPerRun(100, func() { SpanHasContent(s) }))
	lr := plog.NewLogRecord()
	lr.Body().SetEmptyMap().PutStr("message", "user logged in")
	lr.Attributes().PutStr("log.file.name", "app.log")
	require.Zero(t, testing.AllocsPerRun(100, func() { RecordHasContent(lr) }))
}

// go test -run '^$' -bench SpanHasContent ./processor
func BenchmarkSpanHasContent(b *testing.B) {
	s := ptrace.NewSpan()
	fillHTTP(s)
	b.ReportAllocs()
	for b.Loop() {
		if SpanHasContent(s) {
			b.Fatal("an HTTP span has no content")
		}
	}
}
