package detect

import "testing"

func TestPeru(t *testing.T) {
	t.Parallel()
	checkPack(t, PackLatAm, []family{
		{"beside its name", "DNI 12345678", []string{"PE_DNI 12345678"}},
		{"with its check character", "dni: 12345678-9", []string{"PE_DNI 12345678-9"}},
		{"without a word", "ts 12345678", nil},
		{"of one digit", "dni 00000000", nil},
	})
}
