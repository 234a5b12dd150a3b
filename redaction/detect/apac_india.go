package detect

// Identifiers of India that persons have. Those of taxes are in in_tax.go.

// The Aadhaar detector finds twelve digits, the first 2 to 9, with the check digit of Verhoeff, that are no palindrome (UIDAI, "Aadhaar
// numbering scheme").
var (
	inAadhaar = identifier{
		free:   []string{"9999 9999 9999", "9999-9999-9999"},
		digits: []int{12},
		check:  isAadhaar,
	}.detector(INAadhaar, PackAPAC, aadhaarWords...)
	// With colons the first group must be looked at alone, so that this is a detector of its own.
	inAadhaarColons = identifier{free: []string{"9999:9999:9999"}, check: isAadhaar}.detector(INAadhaar, PackAPAC, aadhaarWords...)

	aadhaarWords = []string{"aadhaar", "aadhar", "adhaar", "adhar", "aadhaarnumber", "uidai", "आधार"}
)

func isAadhaar(d []byte) bool { return d[0] >= '2' && isVerhoeff(d) && !isPalindrome(d) }

func isPalindrome(d []byte) bool {
	for i := range len(d) / 2 {
		if d[i] != d[len(d)-1-i] {
			return false
		}
	}
	return true
}

// The voter detector finds numbers of electors' photo identity cards beside a word: three letters and seven digits (Election Commission
// of India, stdnum.in_.epic of python-stdnum, read in November 2026). The last is a check digit of Luhn over the digits, which older
// numbers do not have.
var inVoterID = identifier{
	named: []string{"AAA9999999"},
	check: always,
}.detector(INVoterID, PackAPAC, "voter", "voters", "vote", "epic number", "epic no", "elector", "electors", "electoral", "election",
	"मतदाता", "वोटर")

// The passport detector finds, beside a word, a letter and seven digits, of which neither the first nor the last is 0
// (https://en.wikipedia.org/wiki/Indian_passport).
var inPassport = identifier{
	named: []string{"A9999999"},
	check: func(code []byte) bool { return code[1] != '0' && code[7] != '0' },
}.detector(INPassport, PackAPAC, "passport", "passports", "passportnumber", "passportno", "travel document", "पासपोर्ट")

// The vehicle detector finds registrations of vehicles: a state, a district of two digits, up to three letters, four digits. Older and
// shorter forms need a word beside them (Central Motor Vehicles Rules,
// https://en.wikipedia.org/wiki/Vehicle_registration_plates_of_India).
var inVehicle = identifier{
	free: []string{
		"AA99A9999", "AA99AA9999", "AA99AAA9999", "AA 99 A 9999", "AA 99 AA 9999", "AA 99 AAA 9999", "AA-99-A-9999", "AA-99-AA-9999",
		"AA-99-AAA-9999",
	},
	named:     []string{"AA9A9999", "AA9AA9999", "AA9AAA9999", "AAA9999", "AAA999", "AA9999", "AA99999", "A99999", "A9999"},
	plausible: isIndianPlate,
	check:     always,
}.detector(INVehicle, PackAPAC|PackVehicle, "vehicle", "vehicles", "registration number", "registration plate",
	"number plate", "numberplate", "license plate",
	"licence plate",
	"rto", "rc number", "car registration", "car number", "registration no", "गाड़ी", "वाहन", "reg no")

// isIndianPlate reports whether code starts with a state or union territory and a district that is not 00, and ends with a number.
func isIndianPlate(code []byte) bool {
	switch string(code[:2]) {
	case "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA", "LD", "MH",
		"ML", "MN", "MP",
		"MZ", "NL", "OD", "OR", "PB", "PY", "RJ", "SK", "TG", "TN", "TR", "TS", "UA", "UK", "UP", "WB":
		return string(code[2:4]) != "00" && string(code[len(code)-4:]) != "0000"
	}
	return false
}
