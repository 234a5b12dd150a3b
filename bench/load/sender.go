package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

const (
	export = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
	// patience is how long a request may take. It measures nothing.
	patience = 5 * time.Minute
)

// sender sends requests in order, the first again after the last.
type sender struct {
	requests [][]byte
	inFlight int
	limit    int           // requests to send; 0: as many as are begun within duration
	duration time.Duration // from the first request on
}

// sent is what was answered.
type sent struct {
	took    []time.Duration // of each request, in no order
	elapsed time.Duration   // from the first request to the last answer
}

// send returns when all requests are answered, or an error as soon as one failed and no other waits for its answer.
func (s *sender) send(ctx context.Context, endpoint string) (*sent, error) {
	connection, err := grpc.NewClient(endpoint, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.ForceCodec(encodedMessages{}), grpc.WaitForReady(true)))
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	begin := time.Now()
	took := make([][]time.Duration, s.inFlight)
	var workers sync.WaitGroup
	for w := range took {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1) - 1)
				if s.limit > 0 && i >= s.limit || s.limit == 0 && time.Since(begin) >= s.duration {
					return
				}
				before := time.Now()
				if err := sendOne(ctx, connection, s.requests[i%len(s.requests)]); err != nil {
					cancel(fmt.Errorf("request %d: %w", i, err))
					return
				}
				took[w] = append(took[w], time.Since(before))
			}
		})
	}
	workers.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	done := &sent{elapsed: time.Since(begin)}
	for _, t := range took {
		done.took = append(done.took, t...)
	}
	return done, nil
}

// sendOne returns an error, too, where the answer is that spans were left out.
func sendOne(ctx context.Context, connection *grpc.ClientConn, request []byte) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var answer []byte
	if err := connection.Invoke(ctx, export, &request, &answer); err != nil {
		return err
	}
	response := ptraceotlp.NewExportResponse()
	if err := response.UnmarshalProto(answer); err != nil {
		return fmt.Errorf("the answer: %w", err)
	}
	if rejected := response.PartialSuccess().RejectedSpans(); rejected > 0 {
		return fmt.Errorf("%d spans were rejected", rejected)
	}
	return nil
}
