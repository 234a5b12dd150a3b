package redaction

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/otel-genai/genaiprocessor/redaction/detect"
)

func TestNumbersUnderKeysOfCoordinates(t *testing.T) {
	t.Parallel()
	e := newEngine(t, Settings{Packs: []string{"geo"}})
	for _, c := range []struct{ name, in, want string }{
		{"latitude and longitude", `{"lat":48.8584,"lon":-2.29}`, `{"lat":"<GEO_COORDINATES>","lon":"<GEO_COORDINATES>"}`},
		{"a pair", `{"coordinates":[-151.215297,33.86]}`, `{"coordinates":["<GEO_COORDINATES>","<GEO_COORDINATES>"]}`},
		{"as text", `{"latitude":"48.8584"}`, `{"latitude":"<GEO_COORDINATES>"}`},
		{"the end of the range", `{"lon":180.00,"lng":-180.000}`, `{"lon":"<GEO_COORDINATES>","lng":"<GEO_COORDINATES>"}`},
		{"whole degrees and pixels", `{"lat":48,"lon":2.5,"coordinates":[512,1384]}`, `{"lat":48,"lon":2.5,"coordinates":[512,1384]}`},
		{"a latency", `{"lat":1204.55,"lng":180.01}`, `{"lat":1204.55,"lng":180.01}`},
		{"an exponent", `{"lat":1.25e-05}`, `{"lat":1.25e-05}`},
		{"an embedding", `{"embedding":[0.46894656,-0.13036272]}`, `{"embedding":[0.46894656,-0.13036272]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var tally Tally
			out, _ := e.Text(c.in, Place{}, &tally)
			assert.Equal(t, c.want, out)
		})
	}
	assert.False(t, isByKeyAlone(detect.GeoCoordinates, []byte("x.1234")))
}
