package main

import (
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// Attributes that the tree reads: the processor's own and OpenTelemetry's.
const (
	attrKind           = "genai.kind"
	attrRole           = "genai.usage.role"
	attrCost           = "genai.cost.total"
	attrCurrency       = "genai.cost.currency"
	attrUnpricedReason = "genai.cost.unpriced_reason"
	attrFindingCount   = "genai.redaction.count"
	attrFindings       = "genai.redaction.entities"

	attrServiceName      = "service.name"
	attrRequestModel     = "gen_ai.request.model"
	attrResponseModel    = "gen_ai.response.model"
	attrInputTokens      = "gen_ai.usage.input_tokens"
	attrOutputTokens     = "gen_ai.usage.output_tokens"
	attrCacheReadTokens  = "gen_ai.usage.cache_read.input_tokens"
	attrCacheWriteTokens = "gen_ai.usage.cache_write.input_tokens"
	// The name of attrCacheWriteTokens up to semantic conventions v1.41.
	attrCacheCreationTokens = "gen_ai.usage.cache_creation.input_tokens"

	roleOwn     = "own"
	currencyUSD = "USD"

	attrErrorType        = "error.type"
	eventException       = "exception"
	attrExceptionType    = "exception.type"
	attrExceptionMessage = "exception.message"
)

// record is one line of a tree: a span, or a GenAI log record that a span
// wrote. Its texts are safe to print on a terminal.
type record struct {
	trace  pcommon.TraceID
	span   pcommon.SpanID // of a log record: none
	parent pcommon.SpanID // of a log record: the span that wrote it

	service  string
	name     string
	kind     string // of an ordinary span: its OpenTelemetry kind, lower case
	genAI    bool
	isLog    bool
	failed   bool
	failure  string // what went wrong, may be empty
	model    string
	role     string
	usage    usage
	cost     cost
	unpriced string // why a call has no cost
	findings findings

	start, end time.Time
}

// usage counts the tokens of a call. Input includes what was read from and
// written to the prompt cache.
type usage struct {
	reported                             bool
	input, output, cacheRead, cacheWrite int64
}

// cost is an amount of money, for display only.
type cost struct {
	priced   bool
	amount   float64
	currency string
}

// spanRecords reads every span of a request.
func spanRecords(traces ptrace.Traces) []record {
	var records []record
	for _, resource := range traces.ResourceSpans().All() {
		service := serviceName(resource.Resource())
		for _, scope := range resource.ScopeSpans().All() {
			for _, span := range scope.Spans().All() {
				records = append(records, spanRecord(span, service))
			}
		}
	}
	return records
}

func spanRecord(span ptrace.Span, service string) record {
	r := newRecord(span.Attributes(), service)
	r.trace, r.span, r.parent = span.TraceID(), span.SpanID(), span.ParentSpanID()
	r.name = printable(span.Name())
	if !r.genAI {
		r.kind = spanKind(span.Kind())
	}
	r.start, r.end = span.StartTimestamp().AsTime(), span.EndTimestamp().AsTime()
	r.failed = span.Status().Code() == ptrace.StatusCodeError
	if r.failed {
		r.failure = printable(failureText(span))
	}
	r.findings = readFindings(span.Attributes(), func(c *placeholderCounter) { c.span(span) })
	return r
}

func spanKind(kind ptrace.SpanKind) string {
	switch kind {
	case ptrace.SpanKindServer:
		return "server"
	case ptrace.SpanKindClient:
		return "client"
	case ptrace.SpanKindProducer:
		return "producer"
	case ptrace.SpanKindConsumer:
		return "consumer"
	default:
		return "internal"
	}
}

// failureText is the status message, else what the last exception says, else
// the error's type.
func failureText(span ptrace.Span) string {
	if message := span.Status().Message(); message != "" {
		return message
	}
	text := textOf(span.Attributes(), attrErrorType)
	for _, event := range span.Events().All() {
		if event.Name() != eventException {
			continue
		}
		text = textOf(event.Attributes(), attrExceptionType)
		if message := textOf(event.Attributes(), attrExceptionMessage); message != "" {
			text += ": " + message
		}
	}
	return text
}

// logRecords reads the GenAI log records of a request. Others say nothing that
// a tree of calls needs.
func logRecords(logs plog.Logs) []record {
	var records []record
	for _, resource := range logs.ResourceLogs().All() {
		service := serviceName(resource.Resource())
		for _, scope := range resource.ScopeLogs().All() {
			for _, entry := range scope.LogRecords().All() {
				if r := logRecord(entry, service); r.genAI || len(r.findings) > 0 {
					records = append(records, r)
				}
			}
		}
	}
	return records
}

func logRecord(entry plog.LogRecord, service string) record {
	r := newRecord(entry.Attributes(), service)
	r.isLog = true
	r.trace, r.parent = entry.TraceID(), entry.SpanID()
	r.name = "log record"
	if name := entry.EventName(); name != "" {
		r.name = printable(name)
	}
	if !r.genAI {
		r.kind = "log"
	}
	at := entry.Timestamp()
	if at == 0 {
		at = entry.ObservedTimestamp()
	}
	r.start, r.end = at.AsTime(), at.AsTime()
	r.findings = readFindings(entry.Attributes(), func(c *placeholderCounter) { c.log(entry) })
	return r
}

// newRecord reads what spans and log records have in common.
func newRecord(attributes pcommon.Map, service string) record {
	r := record{service: service, kind: textOf(attributes, attrKind)}
	r.genAI = r.kind != ""
	r.model = textOf(attributes, attrRequestModel)
	if r.model == "" {
		r.model = textOf(attributes, attrResponseModel)
	}
	r.role = textOf(attributes, attrRole)
	r.usage = readUsage(attributes)
	r.unpriced = textOf(attributes, attrUnpricedReason)
	if v, ok := attributes.Get(attrCost); ok {
		r.cost = cost{priced: true, amount: number(v), currency: currencyUSD}
		if code := textOf(attributes, attrCurrency); code != "" {
			r.cost.currency = code
		}
	}
	return r
}

func readUsage(attributes pcommon.Map) usage {
	var u usage
	read := func(key string, into *int64) {
		if v, ok := attributes.Get(key); ok && v.Type() == pcommon.ValueTypeInt {
			*into, u.reported = v.Int(), true
		}
	}
	read(attrInputTokens, &u.input)
	read(attrOutputTokens, &u.output)
	read(attrCacheReadTokens, &u.cacheRead)
	read(attrCacheCreationTokens, &u.cacheWrite)
	read(attrCacheWriteTokens, &u.cacheWrite)
	return u
}

func serviceName(resource pcommon.Resource) string {
	if name := textOf(resource.Attributes(), attrServiceName); name != "" {
		return name
	}
	return "unknown_service"
}

// textOf is the printable text of a string attribute, empty for any other.
func textOf(attributes pcommon.Map, key string) string {
	if v, ok := attributes.Get(key); ok && v.Type() == pcommon.ValueTypeStr {
		return printable(v.Str())
	}
	return ""
}

// number is the value of an int or double attribute, else 0.
func number(v pcommon.Value) float64 {
	switch v.Type() {
	case pcommon.ValueTypeDouble:
		return v.Double()
	case pcommon.ValueTypeInt:
		return float64(v.Int())
	default:
		return 0
	}
}
