package detect

// Identifiers of health care in the United States. The Medicare number of Australia is in au.go.

// The NPI detector finds National Provider Identifiers: ten digits, the first 1 or 2, with the check digit of Luhn over 80840 and the
// number (Centers for Medicare & Medicaid Services, "Requirements for National Provider Identifier check digit").
var npi = identifier{
	free:   []string{"9999-999-999", "9999 999 999"},
	digits: []int{10},
	check: func(d []byte) bool {
		return (d[0] == '1' || d[0] == '2') && luhn(append([]byte("80840"), d...))
	},
}.detector(NPI, PackHealth, "npi", "npis", "national provider", "provider identifier", "provider number", "nppes")

// The DEA detector finds registration numbers of the Drug Enforcement Administration: a type of registrant, a letter of the name or 9,
// six digits, and a check digit (https://en.wikipedia.org/wiki/DEA_number).
var dea = identifier{
	free:  []string{"AX9999999"},
	named: []string{"aa9999999"},
	check: func(code []byte) bool {
		switch code[0] {
		case 'I', 'N', 'O', 'Q', 'V', 'W', 'Y', 'Z':
			return false
		}
		return (is(code[1], letter) || code[1] == '9') && weighted(code[2:], 1, 2, 1, 2, 1, 2)%10 == digitAt(code, 8)
	},
}.detector(DEA, PackHealth, "dea", "medical license", "dea number", "drug enforcement", "prescriber")

// The MBI detector finds Medicare Beneficiary Identifiers: eleven characters, each of its own kind, without the letters S, L, O, I, B and
// Z, dashed or beside a word (Centers for Medicare & Medicaid Services, "Understanding the Medicare Beneficiary Identifier (MBI) format",
// read in November 2026).
var mbi = identifier{
	free:  []string{"9AX9-AX9-AA99"},
	named: []string{"9AX9AX9AA99", "9aa9-aa9-aa99", "9a99-a99-aa99", "9aa9-a99-aa99", "9a99-aa9-aa99"},
	check: func(code []byte) bool {
		for _, c := range code {
			switch c {
			case 'S', 'L', 'O', 'I', 'B', 'Z':
				return false
			}
		}
		return code[0] != '0'
	},
}.detector(MBI, PackHealth, "mbi", "medicare", "beneficiary")

// The MRN detector finds medical record numbers beside a word: six to ten digits, or up to three capitals and five to nine digits. Each
// hospital makes its own.
var mrn = identifier{
	named: []string{
		"999999", "9999999", "99999999", "999999999", "9999999999", "999-999", "999-99-99", "99-99-99", "999-999-999", "A99999",
		"A999999", "A9999999",
		"A99999999", "AA99999", "AA999999", "AA9999999", "AA99999999", "AAA99999", "AAA999999", "AAA9999999", "AAA-999999",
		"AAA-9999999", "A-999999",
		"A-9999999",
	},
	check: always,
}.detector(MRN, PackHealth, "mrn", "mrns", "medical record", "medicalrecordnumber", "patient id", "patient number", "patient no",
	"patientid",
	"hospital number", "chart number", "medical chart", "health record")
