package detect

import "testing"

func TestSingapore(t *testing.T) {
	t.Parallel()
	checkPack(t, PackAPAC, []family{
		{"NRIC", "S1234567D T1234567J F1234567N G1234567X M1234567K", []string{"SG_NRIC S1234567D", "SG_NRIC T1234567J",
			"SG_NRIC F1234567N", "SG_NRIC G1234567X", "SG_NRIC M1234567K"}},
		{"NRIC typed wrong beside its name", "NRIC S1234567A", []string{"SG_NRIC S1234567A"}},
		{"NRIC typed wrong", "part S1234567A", nil},
		{"NRIC of a series that is none", "nric A1234567A", nil},
		{"NRIC in small letters", "nric s1234567d", nil},
		{"NRIC part of a name", "S1234567D_x x_S1234567D", nil},
		{"UEN of a company", "201434292D", []string{"SG_UEN 201434292D"}},
		{"UEN of another", "UEN T01FC6132D", []string{"SG_UEN T01FC6132D"}},
		{"UEN of a business beside its name", "UEN 00192200M", []string{"SG_UEN 00192200M"}},
		{"UEN of a business", "part 00192200M", nil},
		{"UEN of a year that is none", "201434292E 101434292D", nil},
		{"UEN with a letter without a value", "uen T01OC6132D", nil},
	})
}
