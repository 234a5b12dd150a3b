package detect

import "testing"

func TestFractionsAreNoNumbersOfAnything(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAll, []family{
		{"a fraction behind a word", "my phone is 0.2549123", nil},
		{"a list of them behind a word", "phone account 0.2549123, -0.00917, 3.141592653589793", nil},
		{"with an exponent", "phone 1.25491234e7", nil},
		{"more groups", "my phone is 0.254.9123", []string{"PHONE 0.254.9123"}},
		{"a plus sign before, as registrars write it", "Registrant Phone: +1.4155550132", []string{"PHONE +1.4155550132"}},
		{"another gap", "my phone is 0 2549123", []string{"PHONE 0 2549123"}},
		{"a place on earth", "lat 1.352083, lon 103.819839", []string{"GEO_COORDINATES 1.352083", "GEO_COORDINATES 103.819839"}},
	})
}
