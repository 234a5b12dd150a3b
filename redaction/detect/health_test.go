package detect

import "testing"

func TestHealth(t *testing.T) {
	t.Parallel()
	checkPack(t, PackHealth, []family{
		{"NPI beside its name", "NPI 1234567893", []string{"US_NPI 1234567893"}},
		{"NPI in groups", "1234-567-893", []string{"US_NPI 1234-567-893"}},
		{"NPI in one run without a word", "ts 1234567893", nil},
		{"NPI with a wrong digit", "npi 1234567892", nil},
		{"NPI that starts with 3", "npi 3234567891", nil},
		{"DEA", "the AB1234563 of", []string{"US_DEA AB1234563"}},
		{"DEA with a wrong digit", "dea AB1234562", nil},
		{"DEA of a type that is none", "dea IB1234563", nil},
		{"MBI dashed", "1EG4-TE5-MK73", []string{"US_MBI 1EG4-TE5-MK73"}},
		{"MBI beside its name", "Medicare 1EG4TE5MK73", []string{"US_MBI 1EG4TE5MK73"}},
		{"MBI without a word", "part 1EG4TE5MK73", nil},
		{"MBI with a letter not in use", "1EG4-TE5-OK73 medicare 1BG4TE5MK73", nil},
		{"MBI that starts with 0", "0EG4-TE5-MK73", nil},
		{"MRN beside its name", "MRN: 00123456", []string{"MEDICAL_RECORD 00123456"}},
		{"MRN with letters", "medical record number AB123456", []string{"MEDICAL_RECORD AB123456"}},
		{"MRN without a word", "record 00123456", nil},
		{"MRN too short", "mrn 12345", nil},
	})
}
