package e2e

import (
	"context"
	"net"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"
	_ "google.golang.org/grpc/encoding/gzip" // what the exporter compresses with
)

// backend is an OTLP/gRPC server that remembers the names of the spans it was sent. It is safe for concurrent use.
type backend struct {
	ptraceotlp.UnimplementedGRPCServer
	address string // host:port

	mutex sync.Mutex
	names map[string]int // how often a span of that name came
}

func startBackend(t *testing.T) *backend {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	b := &backend{address: listener.Addr().String(), names: map[string]int{}}
	server := grpc.NewServer()
	ptraceotlp.RegisterGRPCServer(server, b)
	plogotlp.RegisterGRPCServer(server, &logBackend{})
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return b
}

func (b *backend) Export(_ context.Context, request ptraceotlp.ExportRequest) (ptraceotlp.ExportResponse, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for _, span := range spansOf(request.Traces()) {
		b.names[span.Name()]++
	}
	return ptraceotlp.NewExportResponse(), nil
}

// received returns how often a span of that name came.
func (b *backend) received(name string) int {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.names[name]
}

// logBackend accepts log records and forgets them.
type logBackend struct {
	plogotlp.UnimplementedGRPCServer
}

func (*logBackend) Export(context.Context, plogotlp.ExportRequest) (plogotlp.ExportResponse, error) {
	return plogotlp.NewExportResponse(), nil
}
