package processor

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// ordinary is a span or a log record of a service without GenAI, as the semantic conventions 1.41 name it, with a finding in it.
type ordinary struct {
	name       string // of the span, or the event name of the record
	kind       ptrace.SpanKind
	attributes map[string]any
	event      string
	details    map[string]any // attributes of the event
	body       any            // of the record
}

// bearer is a token that opens nothing, put together so that no scanner takes the test for a leak.
var bearer = strings.Join([]string{
	"Bearer ", "eyJ", "hbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxMjM0NTY3ODkwIn0", ".", "a8Kd03Lqz7Wm2Xc9Vb4Nt6Ry1Ep5Gh0Js7Uf3",
}, "")

// ordinarySpans are of HTTP, databases, messaging, RPC, and of what else a service has.
func ordinarySpans() []ordinary {
	const client, server, internal = ptrace.SpanKindClient, ptrace.SpanKindServer, ptrace.SpanKindInternal
	return []ordinary{
		{name: "GET /users/{mail}", kind: server, attributes: map[string]any{
			"http.request.method": "GET", "http.route": "/users/{mail}", "http.response.status_code": 200, "url.scheme": "https",
			"url.path": "/users/alice@example.com", "url.query": "card=4111111111111111", "server.address": "shop.example.com",
			"server.port":    443,
			"client.address": "192.0.2.7", "network.peer.address": "192.0.2.1", "network.protocol.version": "2",
			"user_agent.original":               "curl/8.5.0",
			"http.request.header.authorization": []any{bearer}, "http.request.header.cookie": []any{"sid=a8Kd03Lqz7Wm2Xc9; theme=dark"},
			"http.request.body.size": 4111111111111111, "http.response.body.size": 17, "user.id": "u-17", "session.id": "s-4",
			"enduser.id": "alice@example.com",
		}},
		{name: "POST", kind: client, attributes: map[string]any{
			"http.request.method": "POST", "url.full": "https://bob:hunter2-canary@pay.example.com/charge?mail=bob@example.com",
			"server.address": "pay.example.com",
			"error.type":     "500", "http.response.status_code": 500, "http.request.resend_count": 2,
		}, event: "exception", details: map[string]any{
			"exception.type": "java.io.IOException", "exception.message": "card 4111 1111 1111 1111 was refused",
			"exception.stacktrace": "java.io.IOException: card 4111 1111 1111 1111 was refused\n\tat com.example.Pay.charge(Pay.java:41)\n",
		}},
		{name: "SELECT users", kind: client, attributes: map[string]any{
			"db.system.name": "postgresql", "db.namespace": "shop", "db.collection.name": "users", "db.operation.name": "SELECT",
			"db.query.summary":          "SELECT users",
			"db.query.text":             "SELECT * FROM users WHERE mail = 'alice@example.com' AND phone = '+1 202-555-0143'",
			"db.query.parameter.mail":   "alice@example.com",
			"db.response.returned_rows": 1,
		}},
		{name: "insert orders", kind: client, attributes: map[string]any{
			"db.system.name":          "mongodb",
			"db.query.text":           `{"insert":"orders","documents":[{"mail":"alice@example.com","card":4111111111111111}]}`,
			"db.operation.batch.size": 2,
		}},
		{name: "HMSET", kind: client, attributes: map[string]any{
			"db.system.name": "redis", "db.query.text": "HMSET session:1 mail alice@example.com token " + bearer,
			"db.stored_procedure.name": "none",
		}},
		{name: "send orders", kind: ptrace.SpanKindProducer, attributes: map[string]any{
			"messaging.system": "kafka", "messaging.operation.type": "send", "messaging.operation.name": "send",
			"messaging.destination.name":  "orders",
			"messaging.kafka.message.key": "alice@example.com", "messaging.message.id": "m-1", "messaging.message.conversation_id": "c-1",
			"messaging.message.body.size": 2048, "messaging.destination.partition.id": "1", "messaging.kafka.offset": 4111111111111111,
		}},
		{name: "process invoices", kind: ptrace.SpanKindConsumer, attributes: map[string]any{
			"messaging.system": "rabbitmq", "messaging.operation.type": "process",
			"messaging.rabbitmq.destination.routing_key": "invoice.alice@example.com",
			"messaging.batch.message_count":              3,
		}, event: "message", details: map[string]any{"message.type": "RECEIVED", "message.id": 1, "message.uncompressed_size": 4111111111111111}},
		{name: "shop.Users/Find", kind: server, attributes: map[string]any{
			"rpc.system": "grpc", "rpc.service": "shop.Users", "rpc.method": "Find", "rpc.grpc.status_code": 5,
			"rpc.grpc.request.metadata.authorization": []any{bearer}, "rpc.grpc.request.metadata.x-user": []any{"alice@example.com"},
		}, event: "rpc.message", details: map[string]any{"rpc.message.type": "SENT", "rpc.message.id": 2, "note": "to bob@example.com"}},
		{name: "query Me", kind: server, attributes: map[string]any{
			"graphql.operation.name": "Me", "graphql.operation.type": "query",
			"graphql.document": `query Me { user(mail: "alice@example.com") { id } }`,
		}},
		{name: "S3.PutObject", kind: client, attributes: map[string]any{
			"rpc.system": "aws-api", "aws.s3.bucket": "invoices", "aws.s3.key": "2026/alice@example.com.pdf",
			"aws.request_id": "79b9da39-b7ae-508a-a6bc-864b2829c622",
		}},
		{name: "thumbnails", kind: internal, attributes: map[string]any{
			"faas.trigger": "datasource", "faas.document.name": "alice@example.com.png", "faas.coldstart": true,
			"code.function.name": "com.example.Thumbs.make",
			"code.line.number":   4111111111111111, "thread.id": 7, "thread.name": "main",
			"process.command_args":    []any{"--mail", "alice@example.com"},
			"feature_flag.context.id": "bob@example.com", "user.email": "alice@example.com", "user.full_name": "Alice Example",
			"peer.service": "disk",
		}},
		{name: "values of all types", kind: internal, attributes: map[string]any{
			"app.user": map[string]any{"mail": "alice@example.com", "cards": []any{int64(4111111111111111), 4111111111111111.0, nil, true}},
			"app.raw":  []byte("alice@example.com"), "app.empty": "", "alice@example.com": 1, "password": "hunter2-canary",
		}},
	}
}

// ordinaryRecords are log lines, events, and what a syslog or a database writes.
func ordinaryRecords() []ordinary {
	return []ordinary{
		{body: "user alice@example.com logged in from 192.0.2.7"},
		{
			body:       `{"level":"error","msg":"card 4111111111111111 was refused","token":"` + bearer + `"}`,
			attributes: map[string]any{"log.file.path": "/var/log/pay.log"},
		},
		{body: map[string]any{"message": "mail to alice@example.com bounced", "attempt": 3, "logger": "mailer"}},
		{name: "exception", attributes: map[string]any{
			"exception.type": "ValueError", "exception.message": "no such user: alice@example.com",
			"exception.stacktrace": "Traceback: alice@example.com",
		}},
		{name: "browser.navigation", body: map[string]any{"url": "https://shop.example.com/?mail=alice@example.com", "same_document": true}},
		{name: "http.access", attributes: map[string]any{
			"http.request.method": "GET", "url.path": "/", "user.id": "u-17", "http.request.header.x-api-user": []any{"alice@example.com"},
			"log.record.original": `192.0.2.7 - alice@example.com [27/Nov/2026:14:00:00 +0000] "GET / HTTP/1.1" 200 17`,
		}},
		{body: []any{"bind", "alice@example.com", int64(4111111111111111)}, attributes: map[string]any{"syslog.facility.code": 4}},
		{body: []byte("<34>1 2026-11-27T14:00:00Z mail - - - alice@example.com"), attributes: map[string]any{"log.iostream": "stdout"}},
	}
}

// ordinaryTraces is one trace of two services.
func ordinaryTraces(t testing.TB) ptrace.Traces {
	t.Helper()
	td := ptrace.NewTraces()
	for i, o := range ordinarySpans() {
		if i%6 == 0 {
			rs := td.ResourceSpans().AppendEmpty()
			rs.SetSchemaUrl("https://opentelemetry.io/schemas/1.41.0")
			fillOrdinaryResource(t, rs.Resource())
			ss := rs.ScopeSpans().AppendEmpty()
			ss.Scope().SetName("io.opentelemetry.okhttp-3.0")
			ss.Scope().SetVersion("2.20.0")
		}
		span := td.ResourceSpans().At(i / 6).ScopeSpans().At(0).Spans().AppendEmpty()
		span.SetTraceID(pcommon.TraceID{15: 1})
		span.SetSpanID(pcommon.SpanID{7: byte(i + 1)})
		span.SetParentSpanID(pcommon.SpanID{7: byte(i)})
		span.TraceState().FromRaw("vendor=alice@example.com")
		span.SetStartTimestamp(pcommon.Timestamp(1_779_000_000_000_000_000 + i))
		span.SetEndTimestamp(pcommon.Timestamp(1_779_000_000_900_000_000 - i))
		span.Status().SetMessage("not for alice@example.com")
		o.fillSpan(t, span)
		link := span.Links().AppendEmpty()
		link.SetTraceID(pcommon.TraceID{15: 2})
		link.Attributes().PutStr("messaging.message.id", "m-alice@example.com")
	}
	return td
}

func ordinaryLogs(t testing.TB) plog.Logs {
	t.Helper()
	ld := plog.NewLogs()
	rl := ld.ResourceLogs().AppendEmpty()
	fillOrdinaryResource(t, rl.Resource())
	sl := rl.ScopeLogs().AppendEmpty()
	sl.Scope().SetName("com.example.Shop")
	for i, o := range ordinaryRecords() {
		record := sl.LogRecords().AppendEmpty()
		record.SetTimestamp(pcommon.Timestamp(1_779_000_000_000_000_000 + i))
		record.SetSeverityNumber(plog.SeverityNumberInfo)
		record.SetSeverityText("INFO")
		o.fillRecord(t, record)
	}
	return ld
}

func (o ordinary) fillSpan(t testing.TB, span ptrace.Span) {
	t.Helper()
	span.SetName(o.name)
	span.SetKind(o.kind)
	require.NoError(t, span.Attributes().FromRaw(o.attributes))
	if o.event == "" {
		return
	}
	span.Status().SetCode(ptrace.StatusCodeError)
	event := span.Events().AppendEmpty()
	event.SetName(o.event)
	require.NoError(t, event.Attributes().FromRaw(o.details))
}

func (o ordinary) fillRecord(t testing.TB, record plog.LogRecord) {
	t.Helper()
	record.SetEventName(o.name)
	require.NoError(t, record.Attributes().FromRaw(o.attributes))
	require.NoError(t, record.Body().FromRaw(o.body))
}

func fillOrdinaryResource(t testing.TB, resource pcommon.Resource) {
	t.Helper()
	require.NoError(t, resource.Attributes().FromRaw(map[string]any{
		"service.name": "shop", "service.instance.id": "627cc493-f310-47de-96bd-71410b7dec09", "host.ip": []any{"192.0.2.1"},
		"k8s.pod.name":         "shop-7d557c303-sn3xv",
		"process.command_line": "shop --admin alice@example.com",
	}))
}
