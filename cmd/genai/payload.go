package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// payload is one decoded OTLP/JSON export request: of spans or of log records.
type payload struct {
	signal string // signalTraces or signalLogs
	traces ptrace.Traces
	logs   plog.Logs
}

// The signals, named as in the path of an OTLP/HTTP endpoint.
const (
	signalTraces = "traces"
	signalLogs   = "logs"
)

// decode reads one OTLP/JSON document. Its errors never quote the document,
// which may hold what the processor has yet to redact. encoding/json reads it
// first because it bounds the nesting depth, which pdata does not.
func decode(document []byte) (payload, error) {
	var top struct {
		ResourceSpans json.RawMessage `json:"resourceSpans"`
		ResourceLogs  json.RawMessage `json:"resourceLogs"`
	}
	if err := json.Unmarshal(document, &top); err != nil {
		return payload{}, notJSON(err)
	}
	switch {
	case top.ResourceSpans != nil && top.ResourceLogs != nil:
		return payload{}, errors.New(`holds both "resourceSpans" and "resourceLogs"; expected one of them`)
	case top.ResourceSpans != nil:
		traces, err := (&ptrace.JSONUnmarshaler{}).UnmarshalTraces(document)
		if err != nil {
			return payload{}, errors.New("not an OTLP/JSON request: a field of its spans has the wrong type")
		}
		return payload{signal: signalTraces, traces: traces}, nil
	case top.ResourceLogs != nil:
		logs, err := (&plog.JSONUnmarshaler{}).UnmarshalLogs(document)
		if err != nil {
			return payload{}, errors.New("not an OTLP/JSON request: a field of its log records has the wrong type")
		}
		return payload{signal: signalLogs, logs: logs}, nil
	}
	return payload{}, errors.New(`not an OTLP/JSON request: expected "resourceSpans" or "resourceLogs"`)
}

// notJSON says what is wrong with a document that encoding/json refused. It keeps
// the place of the error and drops its text.
func notJSON(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("not JSON: cut off before its end")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not JSON: error at byte %d", syntax.Offset)
	}
	return errors.New("not an OTLP/JSON request: expected a JSON object")
}

// items counts the spans or log records.
func (p payload) items() int {
	if p.signal == signalTraces {
		return p.traces.SpanCount()
	}
	return p.logs.LogRecordCount()
}
