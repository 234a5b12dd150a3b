package detect

import "testing"

func TestIndonesia(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"beside its name", "NIK: 3171011708450001", []string{"ID_NIK 3171011708450001"}},
		{"of a woman", "no. KTP 3171015708450001", []string{"ID_NIK 3171015708450001"}},
		{"without a word", "order 3171011708450001", nil},
		{"with a day that is none", "nik 3171013208450001", nil},
		{"of a province that is none", "nik 4171011708450001", nil},
		{"with serial number 0000", "nik 3171011708450000", nil},
	})
}
