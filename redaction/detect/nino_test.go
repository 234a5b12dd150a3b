package detect

import "testing"

func TestNINO(t *testing.T) {
	t.Parallel()
	checkFamily(t, []family{
		{"in one run", "AB123456C", []string{"UK_NINO AB123456C"}},
		{"in pairs", "AB 12 34 56 C,", []string{"UK_NINO AB 12 34 56 C"}},
		{"in pairs and small letters", "hh 01 02 03 d", []string{"UK_NINO hh 01 02 03 d"}},
		{"in three parts", "AB 123456 C", []string{"UK_NINO AB 123456 C"}},
		{"in two parts", "AB 123456C", []string{"UK_NINO AB 123456C"}},
		{"in small letters beside a word", "my national insurance number is ab123456c", []string{"UK_NINO ab123456c"}},
		{"in three parts and small letters", "ab 123456 c", nil},
		{"in three parts, a suffix not in use", "AB 123456 E", nil},
		{"in one run and small letters, like a hash", "ab123456c", nil},
		{"in emphasis", "_AB123456C_", []string{"UK_NINO AB123456C"}},
		{"part of a name", "AB123456C_x", nil},
		{"a suffix not in use", "AA 12 34 56 H", nil},
		{"a prefix not allocated", "NT 99 88 77 A", nil},
		{"a first letter not in use", "DB123456C", nil},
		{"O as second letter", "AO123456C", nil},
		{"too few digits", "AB12345C", nil},
		{"inside of a token", "XAB123456C AB123456CX", nil},
	})
}
