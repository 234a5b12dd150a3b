package detect

import "testing"

func TestPhilippines(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"with a branch", "TIN: 000-123-456-000", []string{"PH_TIN 000-123-456-000"}},
		{"in one run", "BIR TIN 000123456", []string{"PH_TIN 000123456"}},
		{"without a word", "so 000-123-456-000", nil},
		{"with a wrong digit", "tin 000-123-457-000", nil},
	})
}
