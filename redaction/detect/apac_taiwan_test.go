package detect

import "testing"

func TestTaiwan(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"of a national", "A123456789", []string{"TW_ID A123456789"}},
		{"of a resident", "A800000014", []string{"TW_ID A800000014"}},
		{"in small letters beside its name", "身分證字號 a123456789", []string{"TW_ID a123456789"}},
		{"in small letters", "sha a123456789", nil},
		{"with a wrong digit", "A123456788", nil},
		{"with a second digit not in use", "A323456789", nil},
	})
}
