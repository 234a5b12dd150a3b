package detect

import "testing"

func TestIndiaTaxes(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"PAN", "the AAAPL1234C of", []string{"IN_PAN AAAPL1234C"}},
		{"PAN typed wrong beside its name", "PAN AAAQL1234C", []string{"IN_PAN AAAQL1234C"}},
		{"PAN in small letters beside its name", "pan: aaapl1234c", []string{"IN_PAN aaapl1234c"}},
		{"PAN of a holder that is none", "part AAAQL1234C", nil},
		{"PAN in small letters", "commit aaapl1234c", nil},
		{"PAN with digits 0000", "AAAPL0000C", nil},
		{"GSTIN", "GSTIN 27AAPFU0939F1ZV", []string{"IN_GSTIN 27AAPFU0939F1ZV"}},
		{"GSTIN of state 00", "00AAPFU0939F1ZV", nil},
		{"GSTIN of a state that is none", "39AAPFU0939F1ZV", nil},
		{"GSTIN of a state that came late with a wrong check character", "38AAPFU0939F1ZV", nil},
		{"GSTIN with registration 0", "27AAPFU0939F0ZV", nil},
		{"GSTIN without Z", "27AAPFU0939F1YV", nil},
		{"GSTIN that goes on", "27AAPFU0939F1ZVX", nil},
	})
}
