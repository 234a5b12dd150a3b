package main

import (
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"

	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// encoded returns so many requests as they go over the wire.
func encoded(settings workload.Settings, count int) ([][]byte, error) {
	generator, err := workload.New(settings)
	if err != nil {
		return nil, err
	}
	requests := make([][]byte, count)
	for i := range requests {
		requests[i], err = ptraceotlp.NewExportRequestFromTraces(generator.Next().Traces).MarshalProto()
		if err != nil {
			return nil, err
		}
	}
	return requests, nil
}

// encodedMessages is a gRPC codec for messages that are encoded already. It says that it is proto, as it is for the other side.
type encodedMessages struct{}

func (encodedMessages) Name() string { return "proto" }

func (encodedMessages) Marshal(message any) ([]byte, error) { return *message.(*[]byte), nil }

func (encodedMessages) Unmarshal(data []byte, message any) error {
	*message.(*[]byte) = append([]byte(nil), data...) // data is gRPC's
	return nil
}
