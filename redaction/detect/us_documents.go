package detect

import "strings"

// Identifiers of the United States beside the SSN and ITIN (see ssn.go).

// The EIN detector finds Employer Identification Numbers beside a word: nine digits, of which the first two are a prefix that the IRS has
// given to one of its campuses (IRS, "How EINs are assigned and valid EIN prefixes", read in November 2026). There is no check digit.
var ein = identifier{
	named: []string{"99-9999999", "999999999"},
	check: func(d []byte) bool {
		return inRanges(decimal(d[:2]), [][2]int{
			{1, 6}, {10, 16}, {20, 27}, {30, 48}, {50, 68}, {71, 77}, {80, 88}, {90, 95}, {98, 99},
		}...)
	},
}.detector(EIN, PackUS, "ein", "fein", "eins", "employer identification", "employer id", "federal tax", "tax id", "taxid",
	"tax identification")

// The US passport detectors find, beside a word, nine digits, or since 2021 a letter and eight digits (U.S. Department of State, next
// generation passport). There is no check digit outside of the machine readable zone. Germany has passports of the same form, with letters of
// their own: the C of passport cards is one of them, so that it is asked for after those.
var (
	usPassport = identifier{
		named: []string{"999999999", "A99999999"},
		check: func(code []byte) bool { return strings.IndexByte("CFGHJK", code[0]) < 0 },
	}.detector(USPassport, PackUS, usPassportWords...)
	usPassportCard = identifier{named: []string{"C99999999"}, check: always}.detector(USPassport, PackUS, usPassportWords...)

	usPassportWords = []string{"passport", "passports", "passportnumber", "passportno", "travel document"}
)

// The US driver license detector finds, beside a word, what a state issues: mostly 7 to 14 digits, or one to three letters and digits
// (National Traffic Safety Institute, https://ntsi.com/drivers-license-format/, read in November 2026). Numbers of fewer than seven
// characters, which some states allow, are left: too much else has that form. So are those without a digit.
var usDriverLicense = identifier{
	named: append(washingtonLicenses(),
		"9999999", "99999999", "999999999", "9999999999", "99999999999", "999999999999", "9999999999999", "99999999999999",
		"9999999999999999",
		"99-999-9999", "9999-99-9999",
		"a999999", "a9999999", "a99999999", "a999999999", "a9999999999", "a99999999999", "a999999999999", "a9999999999999",
		"a99999999999999",
		"a999999999999999999", "a999-9999-9999", "a999-9999-9999-99", "a999-999-99-999-9", "a9999-99999-99999", "a-999-999-999-999",
		"a 999 999 999 999", "a999-999-999-999",
		"aa99999", "aa999999", "aa9999999", "aa999999a", "aaa999999", "a999999a", "9999999a", "99999999aa", "999999999a", "999a999999",
		"999aa9999", "99aaa99999",
	),
	check: always,
}.detector(USDriverLicense, PackUS,
	"driver license", "drivers license", "driver licence", "drivers licence", "driver s", "driver’s license", "driverlicense",
	"driverslicense", "driving license", "driving licence", "dl number", "dl no", "license number", "licence number", "license no",
	"licence no", "dmv")

// washingtonLicenses returns the forms of Washington: twelve letters, digits and asterisks, of which the first is a letter, and four to
// eleven before the first asterisk.
func washingtonLicenses() []string {
	const size = 12
	forms := []string{"A" + strings.Repeat("X", size-1)}
	for n := 4; n < size; n++ {
		forms = append(forms, "A"+strings.Repeat("X", n-1)+strings.Repeat("*", size-n))
	}
	return forms
}
