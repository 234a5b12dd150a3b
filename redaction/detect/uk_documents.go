package detect

// The detectors ukPassport and ukDrivingLicence find numbers of documents.
//
// Passports of the United Kingdom have nine digits, or two letters and seven digits; nothing in them can be checked, so they are found
// beside a context word only (https://learn.microsoft.com/en-us/purview/sit-defn-us-uk-passport-number, read 2026-11).
//
// Driver numbers of Great Britain have 16 characters: five of the surname, filled up with 9; decade, month (50 more for women), day and
// year of birth; two initials or 9; a digit; two letters or digits that check it by a rule that is not public; two digits of the issue may
// follow (http://ukdriving.org.uk/licencenumber.html, read 2026-11).
var (
	ukPassport = Detector{
		Entities: []Entity{UKPassport}, Packs: PackUK,
		Numbers: &Digits{First: []int{3, 9}, Min: 9}, TokenSizes: []int{9},
		Context: []string{"passport", "passports", "passportnumber", "passportno", "travel document"},
		Find:    (&identifier{entity: UKPassport, named: []string{"aa9999999"}, digits: []int{9}, check: always}).find,
	}
	ukDrivingLicence = Detector{
		Entities: []Entity{UKDrivingLicence}, Packs: PackUK,
		TokenSizes: []int{16, 18},
		Context: []string{
			"dvla", "driving licence", "driving license", "drivinglicence", "drivinglicense", "driver licence", "driver license",
			"licence number", "license number", "driver number", "drivernumber",
		},
		Find: (&identifier{
			entity: UKDrivingLicence,
			free:   []string{"AXXXX999999XX9XX", "AXXXX999999XX9XX99"},
			named:  []string{"axxxx999999xx9xx", "axxxx999999xx9xx99"},
			check:  isUKDriver,
		}).find,
	}
)

func isUKDriver(id []byte) bool {
	const surname = 5
	for i := 1; i < surname; i++ {
		if is(id[i], digit) && id[i] != '9' || id[i-1] == '9' && id[i] != '9' {
			return false
		}
	}
	for _, c := range id[surname+6 : surname+8] {
		if is(c, digit) && c != '9' {
			return false
		}
	}
	month := decimal(id[6:8])
	if month > 50 {
		month -= 50
	}
	return isDayOfMonth(decimal(id[8:10]), month)
}
