package detect

import "testing"

func TestNigeria(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAfrica, []family{
		{"NIN beside its name", "NIN: 12345678902", []string{"NG_NIN 12345678902"}},
		{"NIN without a word", "ts 12345678902", nil},
		{"NIN with a wrong digit", "nin 12345678903", nil},
		{"vehicle dashed", "ABJ-001AA", []string{"NG_VEHICLE_REGISTRATION ABJ-001AA"}},
		{"vehicle in one run", "at APP456CV.", []string{"NG_VEHICLE_REGISTRATION APP456CV"}},
		{"vehicle in small letters beside a word", "vehicle app-456cv", []string{"NG_VEHICLE_REGISTRATION app-456cv"}},
		{"vehicle in small letters, like a pod", "pod app-456cv app456cv", nil},
		{"vehicle with 000", "ABJ-000AA", nil},
		{"vehicle part of a name", "x_ABJ-001AA ABJ-001AA-x", nil},
	})
}
