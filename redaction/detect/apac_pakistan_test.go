package detect

import "testing"

func TestPakistan(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"dashed", "35202-1234567-1", []string{"PK_CNIC 35202-1234567-1"}},
		{"in one run beside its name", "CNIC 3520212345671", []string{"PK_CNIC 3520212345671"}},
		{"beside its name in Urdu", "شناختی کارڈ 3520212345671", []string{"PK_CNIC 3520212345671"}},
		{"in one run without a word", "ts 3520212345671", nil},
		{"of a province that is none", "85202-1234567-1", nil},
		{"with a last digit 0", "35202-1234567-0", nil},
		{"part of a longer number", "35202-1234567-1-2", nil},
	})
}
