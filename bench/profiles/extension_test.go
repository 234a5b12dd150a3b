package profiles

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/extension"
)

func started(t *testing.T, endpoint string) (extension.Extension, error) {
	t.Helper()
	factory := NewFactory()
	config := factory.CreateDefaultConfig().(*Config)
	config.Endpoint = endpoint
	made, err := factory.Create(context.Background(), extension.Settings{ID: component.NewID(factory.Type())}, config)
	require.NoError(t, err)
	return made, made.Start(context.Background(), componenttest.NewNopHost())
}

func TestItServesProfilesUntilItIsStopped(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	endpoint := listener.Addr().String()
	_, err = started(t, endpoint)
	require.ErrorContains(t, err, "in use")
	require.NoError(t, listener.Close())

	made, err := started(t, endpoint)
	require.NoError(t, err)
	for path, expected := range map[string]string{
		"heap?gc=1&debug=1": "# HeapAlloc = ", "goroutine?debug=1": "goroutine profile: total ",
	} {
		response, err := http.Get("http://" + endpoint + "/debug/pprof/" + path)
		require.NoError(t, err)
		page, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		assert.Contains(t, string(page), expected)
	}
	require.NoError(t, made.Shutdown(context.Background()))
	_, err = http.Get("http://" + endpoint + "/debug/pprof/heap")
	require.Error(t, err)
}
