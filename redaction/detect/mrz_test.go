package detect

import (
	"strings"
	"testing"
)

func TestMRZ(t *testing.T) {
	t.Parallel()
	// The specimens of ICAO Doc 9303, parts 4, 5 and 6.
	passport := "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
	card := "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
	visa := "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
	indented := strings.ReplaceAll(passport, "\n", "\n  ")
	quoted := strings.ReplaceAll(passport, "\n", "\r\n> ")
	numbered := strings.ReplaceAll(passport, "\n", "\n     2→")
	checkFamily(t, []family{
		{"passport", "x\n" + passport + "\ny", []string{"MRZ " + passport}},
		{"identity card", card, []string{"MRZ " + card}},
		{"official document of two lines", visa, []string{"MRZ " + visa}},
		{"indented", "  " + indented, []string{"MRZ " + indented}},
		{"quoted", "> " + quoted, []string{"MRZ " + quoted}},
		{"with numbers before its lines", "     1→" + numbered, []string{"MRZ " + numbered}},
		{"lines far apart", strings.Replace(passport, "\n", "\n"+strings.Repeat(" ", 20), 1), nil},
		{"a wrong check digit", strings.Replace(passport, "L898902C36", "L898902C37", 1), nil},
		{"one line", passport[:44], nil},
		{"a shift in source code", "a << 2; std::cout << x << std::endl;", nil},
	})
}
