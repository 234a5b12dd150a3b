package detect

// IT_FISCAL_CODE (codice fiscale, of persons): three letters of the surname, three of the name, year of birth, a letter for the month, day
// (40 more for women), a letter and three digits of the place, and a check letter. Where two people would share a code, letters stand for
// digits (omocodia: L M N P Q R S T U V for 0 to 9) (stdnum.it.codicefiscale).
//
// IT_VAT_CODE (partita IVA, also of people in business): eleven digits with a Luhn check digit. IT_DRIVER_LICENSE: two letters, seven
// digits and a letter, or "U1", seven letters and digits, and a letter. IT_IDENTITY_CARD: two letters and seven digits, seven digits and
// two letters, or two letters, five digits and two letters. IT_PASSPORT: two letters and seven digits
// (https://learn.microsoft.com/en-us/purview/sit-defn-italy-passport-number, read 2026-11, and its neighbours). The last three have no
// check digit that is public.
var (
	itFiscalCode = Detector{
		Entities: []Entity{ITFiscalCode}, Packs: PackEU, TokenSizes: []int{5, 16},
		Context: []string{"codice fiscale", "c f", "cod fiscale", "cod fisc", "codicefiscale", "cf", "tax code", "taxcode",
			"fiscal code", "fiscalcode"},
		Find: findFiscalCode,
	}
	itVAT = Detector{
		Entities: []Entity{ITVATCode}, Packs: PackEU, Numbers: &Digits{First: []int{11}, Min: 11}, TokenSizes: []int{13},
		Context: []string{"partita iva", "partitaiva", "piva", "p iva", "iva", "vat", "vat code", "vat number"},
		Find: (&identifier{
			entity: ITVATCode, named: []string{"AA99999999999"}, digits: []int{11}, check: isItalianVAT,
		}).find,
	}
	itDriverLicence = Detector{
		Entities: []Entity{ITDriverLicense}, Packs: PackEU, TokenSizes: []int{10},
		Context: []string{"patente", "patente guida", "driver license", "driver licence", "driving licence", "driving license"},
		Find: (&identifier{
			entity: ITDriverLicense, named: []string{"aa9999999a", "a1xxxxxxxa"},
			check: func(id []byte) bool { return is(id[1], letter) || id[0] == 'U' },
		}).find,
	}
	itIdentityCard = Detector{
		Entities: []Entity{ITIdentityCard}, Packs: PackEU, TokenSizes: []int{9},
		Context: []string{"identità", "identita", "cie", "identity card", "identitycard", "id card"},
		Find: (&identifier{
			entity: ITIdentityCard, named: []string{"aa9999999", "aa99999aa", "9999999aa"}, check: always,
		}).find,
	}
	itPassport = Detector{
		Entities: []Entity{ITPassport}, Packs: PackEU, TokenSizes: []int{9},
		Context: []string{"passaporto", "passport", "passportnumber"},
		Find:    (&identifier{entity: ITPassport, named: []string{"aa9999999"}, check: always}).find,
	}
)

var fiscalCode = identifier{
	entity: ITFiscalCode,
	free:   []string{"AAAAAAXXAXXAXXXA", "AAA AAA XXAXX AXXXA", "AAAAAA XXAXX AXXXA"},
	named:  []string{"aaaaaaxxaxxaxxxa", "aaa aaa xxaxx axxxa", "aaaaaa xxaxx axxxa", "aaaaaa/xxaxx/axxxa", "aaaaaa-xxaxx-axxxa"},
	check:  isFiscalCode,
}

// findFiscalCode is called at the whole code, or at the five characters of its date where the code is written in groups.
func findFiscalCode(t *Text, at int) bool {
	const date = 5
	if t.runEndWithin(at, date+1, alnum)-at > date {
		return fiscalCode.find(t, at)
	}
	for _, names := range [...]int{len("AAAAAA "), len("AAA AAA ")} {
		if start := at - names; start >= 0 && is(t.Bytes[start], letter) && !isAlnumAt(t.Bytes, start-1) && fiscalCode.find(t, start) {
			return true
		}
	}
	return false
}

// fiscalOdd are the values of letters, and of digits as the first ten of them, at the first, third, … place.
var fiscalOdd = [26]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}

func isFiscalCode(id []byte) bool {
	sum := 0
	for i, c := range id[:15] {
		value := int(c - '0')
		if is(c, letter) {
			value = int(c - 'A')
		}
		if i%2 == 0 {
			value = fiscalOdd[value]
		}
		sum += value
	}
	if id[15] != byte('A'+sum%26) {
		return false
	}
	var digits [16]byte
	for _, i := range [...]int{6, 7, 9, 10, 12, 13, 14} {
		digits[i] = fiscalDigit(id[i])
		if digits[i] == 0 {
			return false
		}
	}
	month := 0
	for i := range fiscalMonths {
		if fiscalMonths[i] == id[8] {
			month = i + 1
		}
	}
	return isDayOfMonth(decimal(digits[9:11])%40, month)
}

const fiscalMonths = "ABCDEHLMPRST"

// fiscalDigit returns the digit that c stands for, 0 if it stands for none.
func fiscalDigit(c byte) byte {
	const letters = "LMNPQRSTUV"
	if is(c, digit) {
		return c
	}
	for i := range letters {
		if letters[i] == c {
			return byte('0' + i)
		}
	}
	return 0
}

func isItalianVAT(id []byte) bool {
	if is(id[0], letter) {
		if string(id[:2]) != "IT" {
			return false
		}
		id = id[2:]
	}
	return string(id[:7]) != "0000000" && luhn(id)
}
