package detect

import "testing"

func TestMalaysia(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"dashed", "900101-14-5678", []string{"MY_NRIC 900101-14-5678"}},
		{"in one run beside its name", "MyKad 900101145678", []string{"MY_NRIC 900101145678"}},
		{"in one run without a word", "ts 900101145678", nil},
		{"with a month that is none", "901301-14-5678", nil},
		{"of a place that is none", "900101-17-5678", nil},
		{"part of a longer number", "1-900101-14-5678 900101-14-5678-1", nil},
	})
}
