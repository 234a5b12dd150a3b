package detect

import "testing"

func TestThailand(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"in groups", "1-2345-67890-12-1", []string{"TH_TNIN 1-2345-67890-12-1"}},
		{"in one run inside of Thai", "เลขบัตรประชาชน1234567890121ค่ะ", []string{"TH_TNIN 1234567890121"}},
		{"in one run without a word", "ts 1234567890121", nil},
		{"with a wrong digit", "thai id 1234567890122", nil},
		{"of type 0", "thai id 0234567890124", nil},
		{"of a province that is none", "thai id 1594567890124", nil},
	})
}
