// Package profiles is a collector extension that serves Go's own profiles (net/http/pprof) by HTTP: what is on the heap, which goroutines
// there are. It is for measuring; contrib's pprof extension is for users.
package profiles

import (
	"context"
	"net"
	"net/http"
	"net/http/pprof"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/extension"
)

// Config is that of the extension.
type Config struct {
	// Endpoint is host and port, and should be of the loopback interface: profiles show what the collector works on.
	Endpoint string `mapstructure:"endpoint"`
}

// NewFactory returns that of the extension, whose type is profiles.
func NewFactory() extension.Factory {
	return extension.NewFactory(component.MustNewType("profiles"),
		func() component.Config { return &Config{Endpoint: "127.0.0.1:1777"} },
		func(_ context.Context, _ extension.Settings, config component.Config) (extension.Extension, error) {
			return &server{endpoint: config.(*Config).Endpoint}, nil
		}, component.StabilityLevelDevelopment)
}

type server struct {
	endpoint string
	http     http.Server
}

// Start returns an error where the endpoint is taken.
func (s *server) Start(context.Context, component.Host) error {
	listener, err := net.Listen("tcp", s.endpoint)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index) // serves all that are no handler of their own: heap, goroutine, allocs
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	s.http.Handler = mux
	go func() { _ = s.http.Serve(listener) }() // returns when it is closed
	return nil
}

func (s *server) Shutdown(context.Context) error { return s.http.Close() }
