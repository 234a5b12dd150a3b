package detect

import "strings"

// Identifiers of South Korea.

// The RRN detector finds resident registration numbers, of foreigners too: the date of birth, a digit for century, sex and nationality,
// and six more. Until October 2020 these were the place, not above 95, and a check digit; numbers given out since then are random
// (https://en.wikipedia.org/wiki/Resident_registration_number,
// stdnum.kr.rrn of python-stdnum, read in November 2026), so that beside a word the
// date is enough. The dash makes the form its own.
var krRRN = identifier{
	free:      []string{"999999-9999999"},
	digits:    []int{13},
	plausible: func(d []byte) bool { return isKoreanBirth(d) && (d[6] >= '5' || decimal(d[7:9]) <= 95) },
	check:     isKoreanBirth,
}.detector(KRRRN, PackAPAC, "주민등록번호", "주민번호", "주민등록 번호", "외국인등록번호", "rrn", "frn",
	"resident registration", "alien registration",
	"foreign registration", "foreigner registration", "korean id", "national id")

// isKoreanBirth reports whether the first seven digits are a date of birth and a digit of the 20th or 21st century.
func isKoreanBirth(d []byte) bool {
	century := 1900
	switch d[6] {
	case '3', '4', '7', '8':
		century = 2000
	case '0', '9':
		return false
	}
	return isDay(century+decimal(d[:2]), decimal(d[2:4]), decimal(d[4:6]))
}

// The BRN detector finds business registration numbers: ten digits in groups of 3, 2 and 5, the last a check digit (National Tax
// Service).
var krBRN = identifier{
	free:   []string{"999-99-99999"},
	digits: []int{10},
	check: func(d []byte) bool {
		return d[0] != '0' && decimal(d[3:5]) > 0 && tens(weighted(d, 1, 3, 7, 1, 3, 7, 1, 3, 5)+digitAt(d, 8)*5/10) == digitAt(d, 9)
	},
}.detector(KRBRN, PackAPAC, "사업자등록번호", "사업자번호", "사업자 등록번호", "brn", "business registration")

// The passport detectors find, beside a word, one of the letters of South Korean passports, and eight digits, or since 2021 seven with a
// letter behind the third (Ministry of Foreign Affairs). G and eight digits is a German passport sooner, so that it is asked for after those.
var (
	krPassport = identifier{
		named: []string{"a99999999", "a999a9999"},
		check: func(code []byte) bool {
			return strings.IndexByte("MSRODT", code[0]) >= 0 || code[0] == 'G' && is(code[4], letter)
		},
	}.detector(KRPassport, PackAPAC, krPassportWords...)
	krOldPassportG = identifier{named: []string{"G99999999"}, check: always}.detector(KRPassport, PackAPAC, krPassportWords...)

	krPassportWords = []string{"여권", "passport", "passports", "passportnumber", "passportno", "travel document"}
)

// The driver license detector finds a region of 11 to 28, the year of issue, six digits, and two more (Korean National Police Agency,
// https://en.wikipedia.org/wiki/Driving_licence_in_South_Korea). How the last two are made is not published.
var krDriverLicense = identifier{
	free:   []string{"99-99-999999-99"},
	digits: []int{12},
	check: func(d []byte) bool {
		year := decimal(d[2:4])
		return inRanges(decimal(d[:2]), [2]int{11, 28}) && (year <= 30 || year >= 60)
	},
}.detector(KRDriverLicense, PackAPAC, "운전면허", "면허번호", "driver license", "drivers license", "driver licence", "driving licence",
	"driving license", "driver s",
	"driverlicense")
