package detect

import "testing"

func TestEcuador(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"beside its name", "cédula 1710034065", []string{"EC_CEDULA 1710034065"}},
		{"dashed", "cedula de identidad 171003406-5", []string{"EC_CEDULA 171003406-5"}},
		{"without a word", "ts 1710034065", nil},
		{"with a wrong digit, which is another country's then", "cédula 1710034064", []string{"CO_CEDULA 1710034064"}},
		{"of a province that is none", "identidad 2510034063", nil},
	})
}
