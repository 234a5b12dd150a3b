package detect

import "testing"

func TestHongKong(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"one letter", "A123456(3)", []string{"HK_HKID A123456(3)"}},
		{"two letters", "id AB123456(9),", []string{"HK_HKID AB123456(9)"}},
		{"without brackets beside its name", "HKID A1234563", []string{"HK_HKID A1234563"}},
		{"without brackets or a word", "version A1234563", nil},
		{"with a wrong check digit", "A123456(4)", nil},
		{"with a check letter that is none", "hkid A123456(B)", nil},
		{"in small letters without a word", "f a123456(3)", nil},
	})
}
