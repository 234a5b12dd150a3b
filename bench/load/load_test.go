package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"

	"github.com/otel-genai/genaiprocessor/bench/collector"
	"github.com/otel-genai/genaiprocessor/bench/workload"
)

// receiver counts what it gets, and answers with what answer returns for a request, counted from 0.
type receiver struct {
	ptraceotlp.UnimplementedGRPCServer
	answer func(request int) (rejected int64, err error)

	mu                     sync.Mutex
	spans, requests        int
	underWay, mostUnderWay int
	firstTraceIDs          map[[16]byte]int // of requests: how often each came
}

func (r *receiver) Export(_ context.Context, request ptraceotlp.ExportRequest) (ptraceotlp.ExportResponse, error) {
	r.mu.Lock()
	n := r.requests
	r.requests++
	r.spans += request.Traces().SpanCount()
	r.firstTraceIDs[request.Traces().ResourceSpans().At(0).ScopeSpans().At(0).Spans().At(0).TraceID()]++
	r.underWay++
	r.mostUnderWay = max(r.mostUnderWay, r.underWay)
	r.mu.Unlock()
	time.Sleep(time.Millisecond) // so that others come in
	r.mu.Lock()
	r.underWay--
	r.mu.Unlock()
	response := ptraceotlp.NewExportResponse()
	if r.answer == nil {
		return response, nil
	}
	rejected, err := r.answer(n)
	response.PartialSuccess().SetRejectedSpans(rejected)
	return response, err
}

// startReceiver returns one that runs until the test ends, and its endpoint.
func startReceiver(t *testing.T, answer func(int) (int64, error)) (*receiver, string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	r := &receiver{answer: answer, firstTraceIDs: map[[16]byte]int{}}
	server := grpc.NewServer()
	ptraceotlp.RegisterGRPCServer(server, r)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return r, listener.Addr().String()
}

func small() options {
	return options{settings: workload.Settings{Seed: 3, Kind: workload.Mix, Spans: 20}, batches: 3, inFlight: 2, json: true}
}

func TestEverySpanThatIsSaidToBeSentArrives(t *testing.T) {
	t.Parallel()
	for name, limit := range map[string]func(*options){
		"a count":    func(o *options) { o.spans = 190 }, // up to ten requests of 20
		"a duration": func(o *options) { o.duration = 50 * time.Millisecond },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, endpoint := startReceiver(t, nil)
			o := small()
			limit(&o)
			o.endpoint = endpoint
			var out bytes.Buffer
			require.NoError(t, run(context.Background(), &out, o))
			var load collector.Load
			require.NoError(t, json.Unmarshal(out.Bytes(), &load))
			assert.Equal(t, r.spans, load.Spans)
			assert.Equal(t, r.requests, load.Requests)
			assert.Positive(t, load.MedianMilliseconds)
			assert.GreaterOrEqual(t, load.P99Milliseconds, load.MedianMilliseconds)
			assert.LessOrEqual(t, r.mostUnderWay, 2)
			assert.LessOrEqual(t, len(r.firstTraceIDs), 3)
			if o.spans > 0 {
				assert.Equal(t, 200, load.Spans)
				assert.Len(t, r.firstTraceIDs, 3, "different batches")
			}
		})
	}
}

func TestARequestThatFailsEndsIt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer   func(int) (int64, error)
		expected string
	}{
		"an error": {func(int) (int64, error) { return 0, errors.New("too busy") }, "too busy"},
		"the third": {func(n int) (int64, error) {
			if n == 2 {
				return 0, errors.New("too busy")
			}
			return 0, nil
		}, "too busy"},
		"spans left out": {func(int) (int64, error) { return 7, nil }, "7 spans were rejected"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, endpoint := startReceiver(t, c.answer)
			o := small()
			o.endpoint, o.duration = endpoint, time.Minute
			require.ErrorContains(t, run(context.Background(), &bytes.Buffer{}, o), c.expected)
		})
	}
}

func TestOptionsOutOfRangeAreNamed(t *testing.T) {
	t.Parallel()
	for expected, wrong := range map[string]func(*options){
		"-batches: expected a positive number, found 0":    func(o *options) { o.batches = 0 },
		"-in-flight: expected a positive number, found -1": func(o *options) { o.inFlight = -1 },
		"-spans: expected a number from 0, found -1":       func(o *options) { o.spans = -1 },
		"-for: expected a positive duration, found 0s":     func(*options) {},
		`kind: one of [mix generation openinference http] is expected, found "x"`: func(o *options) {
			o.settings.Kind, o.spans = "x", 1
		},
	} {
		o := small()
		wrong(&o)
		require.EqualError(t, run(context.Background(), &bytes.Buffer{}, o), expected)
	}
}

func TestPercentile(t *testing.T) {
	t.Parallel()
	upTo := func(n int) (d []time.Duration) {
		for i := range n {
			d = append(d, time.Duration(i+1))
		}
		return d
	}
	for _, c := range []struct{ count, percentile, expected int }{
		{0, 50, 0}, {1, 50, 1}, {1, 99, 1}, {3, 50, 2}, {4, 50, 2}, {10, 99, 10}, {100, 50, 50}, {100, 99, 99}, {200, 99, 198},
	} {
		assert.Equal(t, time.Duration(c.expected), percentile(upTo(c.count), c.percentile), "%d %% of %d", c.percentile, c.count)
	}
}
