package detect

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGeo(t *testing.T) {
	t.Parallel()
	checkPacked(t, PackGeo, []family{
		{"beside its name", "GPS: 48.8584, 2.2945.", []string{"GEO_COORDINATES 48.8584, 2.2945"}},
		{"negative", "coordinates (-33.856784,-151.215297)", []string{"GEO_COORDINATES -33.856784,-151.215297"}},
		{"longitude first", `"location":[151.215297, -33.856784]`, []string{"GEO_COORDINATES 151.215297, -33.856784"}},
		{"with hemispheres", "40.7128° N, 74.0060° W", []string{"GEO_COORDINATES 40.7128° N, 74.0060° W"}},
		{"each behind its name", "lat=48.8584&lon=2.2945", []string{"GEO_COORDINATES 48.8584", "GEO_COORDINATES 2.2945"}},
		{"in JSON that was cut short", `{"latitude": -33.856784, "longitude": "151.215297`, []string{"GEO_COORDINATES -33.856784", "GEO_COORDINATES 151.215297"}},
		{"of a map", "https://maps.example.com/@48.8584,2.2945,17z", []string{"GEO_COORDINATES 48.8584,2.2945"}},
		{"without a name", "48.8584, 2.2945", nil},
		{"three decimals", "gps 48.858, 2.294", nil},
		{"out of range", "gps 95.8584, 120.2945", nil},
		{"far out of range", "gps 248.8584, 12.2945", nil},
		{"a vector", "location [0.46894656, -0.13036272, 0.19512719, 0.19654066]", nil},
		{"the end of a vector", "gps 0.4689, -0.1303, 0.1951", nil},
		{"one number", "location 48.8584", nil},
		{"a version", "gps 1.2345.6789, 2.3456", nil},
	})
	s := NewScanner(Policy{Packs: PackGeo})
	assert.Equal(t, []string{"GEO_COORDINATES 48.8584,2.2945"}, scanAll(t, s, "48.8584,2.2945", Place{Key: []byte("geo_point"), Attribute: []byte("x")}))
	assert.Equal(t, GeoCoordinates, s.KeyEntity([]byte("place.lat")))
	assert.Equal(t, None, NewScanner(Policy{}).KeyEntity([]byte("place.lat")), "a key of a pack that is off")
}
