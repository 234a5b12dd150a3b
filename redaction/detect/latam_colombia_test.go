package detect

import "testing"

func TestColombia(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"of ten digits", "cédula 1020304050", []string{"CO_CEDULA 1020304050"}},
		{"with dots", "Cedula de ciudadania: 79.123.457", []string{"CO_CEDULA 79.123.457"}},
		{"without a word", "total 79.123.457", nil},
		{"of ten digits above the range", "cédula 9020304050", nil},
		{"of nine digits", "cédula 902030405", nil},
	})
}
