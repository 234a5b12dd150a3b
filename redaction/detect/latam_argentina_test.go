package detect

import "testing"

func TestArgentina(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"dashed", "20-12345678-6", []string{"AR_CUIT 20-12345678-6"}},
		{"in one run beside its name", "CUIT 20123456786", []string{"AR_CUIT 20123456786"}},
		{"in one run without a word", "ts 20123456786", nil},
		{"with a wrong digit", "20-12345678-5", nil},
		{"of a type that is none", "21-12345678-6", nil},
	})
}
