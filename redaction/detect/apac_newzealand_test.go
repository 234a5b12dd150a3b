package detect

import "testing"

func TestNewZealand(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"of eight digits", "IRD 49-091-850", []string{"NZ_IRD 49-091-850"}},
		{"of nine digits", "ird number 136410132", []string{"NZ_IRD 136410132"}},
		{"without a word", "total 49-091-850", nil},
		{"with a wrong digit", "ird 136410133", nil},
		{"below the range", "ird 09125568", nil},
	})
}
