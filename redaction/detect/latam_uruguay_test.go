package detect

import "testing"

func TestUruguay(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"in its form", "C.I. 1.234.567-2", []string{"UY_CEDULA 1.234.567-2"}},
		{"in one run beside its name", "cédula de identidad 12345672", []string{"UY_CEDULA 12345672"}},
		{"in one run without a word", "ts 12345672", nil},
		{"with a wrong digit", "1.234.567-3", nil},
	})
}
