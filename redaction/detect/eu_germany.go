package detect

import "slices"

// German identifiers of persons.
//
// DE_ID_CARD and DE_PASSPORT: nine characters, digits and C F G H J K L M N P R T V W X Y Z, the first of them a letter, and a check digit
// and the nationality "D" may follow. The check digit weighs 7 3 1 with letters as 10 to 35 (ICAO Doc 9303-3, 4.9). The nine alone have
// none, so a context word must stand beside them. Older identity cards are "T" and eight digits.
//
// DE_TAX_ID (steuerliche Identifikationsnummer): eleven digits, the first no 0, the last a check digit by ISO/IEC 7064 MOD 11,10; no digit
// stands more than three times among the first ten (stdnum.de.idnr, which asks for one that is repeated, as numbers for tests do not).
//
// DE_SOCIAL_SECURITY (Versicherungsnummer der Rentenversicherung): area, day, month and year of birth, initial, serial and check digit;
// the letter counts as two digits, the weights are 2 1 2 5 7 1 2 1 2 1 2 1 with the digits of the products summed up (VKVV § 2,
// https://urteile-gesetze.de/gesetze/vkvv/2, read 2026-11).
//
// DE_HEALTH_INSURANCE (Krankenversichertennummer): a letter, eight digits and a check digit, the letter as two digits, weights 1 2 1 2 …
// with the digits of the products summed up (https://de.wikipedia.org/wiki/Krankenversichertennummer, read 2026-11).
//
// DE_TAX_NUMBER (Steuernummer): ten or eleven digits with slashes or blanks, by the scheme of the state, or 13 of the federal scheme; how
// check digits are made is not public (https://programmhilfe.lexware.de/content/1/~prodFolders/08886/be_plus/10_Extras94.htm, read
// 2026-11).
//
// DE_VAT_ID (Umsatzsteuer-Identifikationsnummer, of companies and of people in business): "DE" and nine digits, the last by ISO/IEC 7064
// MOD 11,10 (stdnum.de.vat).
//
// DE_FUEHRERSCHEIN: eleven letters and digits; its check digit is not public.
var (
	deIDCard = Detector{
		Entities: []Entity{DEIDCard}, Packs: PackEU, TokenSizes: []int{9, 10, 11},
		Context: []string{
			"personalausweis", "personalausweisnummer", "ausweis", "ausweisnummer", "ausweisnr", "perso", "identity card",
			"identitycard", "id card", "idcard",
			"document number",
		},
		Find: (&identifier{entity: DEIDCard, named: deDocumentForms, check: isGermanDocument}).find,
	}
	dePassport = Detector{
		Entities: []Entity{DEPassport}, Packs: PackEU, TokenSizes: []int{9, 10, 11},
		Context: []string{"reisepass", "reisepassnummer", "passnummer", "passnr", "pass nr", "passport", "passportnumber"},
		Find:    (&identifier{entity: DEPassport, named: deDocumentForms, check: isGermanDocument}).find,
	}
	deTaxID = Detector{
		Entities: []Entity{DETaxID}, Packs: PackEU, Numbers: &Digits{First: []int{2, 3, 11}, Min: 11},
		Context: []string{
			"steuer id", "steuerliche id", "steuerid", "steueridentifikationsnummer", "steuer identifikationsnummer",
			"identifikationsnummer", "idnr",
			"id nr",
			"steuerliche identifikationsnummer",
			"tin", "tax id", "taxid", "tax identification",
		},
		Find: (&identifier{entity: DETaxID, digits: []int{11}, check: isGermanTaxID}).find,
	}
	deSocialSecurity = Detector{
		Entities: []Entity{DESocialSecurity}, Packs: PackEU,
		TokenSizes: []int{12}, Numbers: &Digits{First: []int{2}, Min: 8},
		Context: []string{
			"rentenversicherungsnummer", "rv nummer", "rentenversicherung", "rvnr", "vsnr", "sozialversicherungsnummer",
			"sozialversicherung",
			"svnr", "sv nummer",
			"versicherungsnummer", "social security", "socialsecurity", "pension insurance",
		},
		Find: (&identifier{
			entity: DESocialSecurity,
			free:   []string{"99999999A999", "99 999999 A 999", "99 999999 A999", "99 999999 A 99 9"},
			named:  []string{"99999999a999", "99 999999 a 999", "99 999999 a999", "99 999999 a 99 9"},
			check:  isGermanPension, plausible: func(id []byte) bool { return startsDDMM(id[2:]) },
		}).find,
	}
	deHealthInsurance = Detector{
		Entities: []Entity{DEHealthInsurance}, Packs: PackEU | PackHealth, TokenSizes: []int{10},
		Context: []string{
			"krankenversichertennummer", "krankenversicherung", "krankenversicherungsnummer", "versichertennummer", "versichertennr",
			"versicherten nr",
			"krankenkasse",
			"gesundheitskarte", "egk", "kvnr", "health insurance", "healthinsurance",
		},
		Find: (&identifier{entity: DEHealthInsurance, named: []string{"a999999999"}, check: isGermanInsured}).find,
	}
	deTaxNumber = Detector{
		Entities: []Entity{DETaxNumber}, Packs: PackEU, Numbers: &Digits{First: []int{2, 3, 5, 13}, Min: 9},
		Context: []string{"steuernummer", "steuernr", "stnr", "st nr", "steuer nr", "finanzamt", "tax number", "taxnumber"},
		Find: (&identifier{
			entity: DETaxNumber, named: []string{
				"99/999/99999", "999/999/99999", "999/9999/9999", "99999/99999", "99 999 99999", "999 999 99999", "99/999/9999/9",
				"999/999/9999", "99/9999/9999", "99/999/9999", "9999999999999",
			}, check: isGermanTaxNumber,
		}).find,
	}
	deVATID = Detector{
		Entities: []Entity{DEVATID}, Packs: PackEU, Starts: []string{"DE"},
		Context: []string{
			"ust", "ustid", "ustidnr", "umsatzsteuer", "umsatzsteueridentifikationsnummer", "vat", "vatid", "vat id", "vat number",
		},
		Find: (&identifier{
			entity: DEVATID,
			free:   []string{"AA999999999", "AA 999999999", "AA 999 999 999", "AA.999.999.999", "AA-999999999"},
			check:  func(id []byte) bool { return string(id[:2]) == "DE" && mod11x10(id[2:]) },
		}).find,
	}
	deDrivingLicence = Detector{
		Entities: []Entity{DEFuehrerschein}, Packs: PackEU, TokenSizes: []int{11},
		Context: []string{
			"führerschein", "fuehrerschein", "führerscheinnummer", "fuehrerscheinnummer", "fahrerlaubnis", "driving licence",
			"driving license",
			"driver license", "driver licence", "drivers license",
		},
		Find: (&identifier{entity: DEFuehrerschein, named: []string{"axxxxxxxxxx"}, check: isGermanDriver}).find,
	}
	dePostcode = Detector{
		Entities: []Entity{DEPostcode}, Packs: PackEU, Numbers: &Digits{First: []int{5}, Min: 5, Beside: mayBeGermanPostcode},
		Keys: []string{"plz", "postleitzahl"},
		Find: findGermanPostcode,
	}
)

// deDocumentForms are the serial number, alone or with its check digit, the nationality or both behind it.
var deDocumentForms = []string{"axxxxxxxx", "axxxxxxxx9", "axxxxxxxxa", "axxxxxxxx9a"}

func isGermanDocument(id []byte) bool {
	const size = 9
	serial, rest := id[:size], id[size:]
	if serial[0] == 'T' && isDigits(serial[1:]) {
		return len(rest) == 0
	}
	digits := 0
	for _, c := range serial {
		if is(c, digit) {
			digits++
		} else if !containsByte("CFGHJKLMNPRTVWXYZ", c) {
			return false
		}
	}
	if len(rest) > 0 && is(rest[0], digit) {
		if !mrzCheck(serial, rest[0]) {
			return false
		}
		rest = rest[1:]
	}
	return digits > 0 && (len(rest) == 0 || rest[0] == 'D')
}

func isGermanTaxID(id []byte) bool {
	if id[0] == '0' || !mod11x10(id) {
		return false
	}
	var count [10]int
	for _, c := range id[:10] {
		count[c-'0']++
	}
	return slices.Max(count[:]) <= 3
}

// isGermanTaxNumber refuses what starts like the milliseconds of our time: of the federal scheme, 10 and 11 are states, 12 to 19 are none.
func isGermanTaxNumber(id []byte) bool { return len(id) < 13 || id[0] != '1' || id[1] <= '1' }

func isGermanPension(id []byte) bool {
	var digits [12]byte
	letter := id[8] - 'A' + 1
	copy(digits[:], id[:8])
	digits[8], digits[9] = '0'+letter/10, '0'+letter%10
	copy(digits[10:], id[9:11])
	sum := 0
	for i, w := range [...]int{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1} {
		product := w * digitAt(digits[:], i)
		sum += product/10 + product%10
	}
	return sum%10 == digitAt(id, 11)
}

func isGermanInsured(id []byte) bool {
	letter := int(id[0]-'A') + 1
	sum := letter/10 + luhnDouble(letter%10)
	for i := 1; i < 9; i++ {
		if n := digitAt(id, i); i%2 == 0 {
			sum += luhnDouble(n)
		} else {
			sum += n
		}
	}
	return sum%10 == digitAt(id, 9)
}

// luhnDouble returns the sum of the digits of 2n, for n of one digit.
func luhnDouble(n int) int { return 2*n/10 + 2*n%10 }

// isGermanDriver asks for more digits than names have.
func isGermanDriver(id []byte) bool {
	digits := 0
	for _, c := range id {
		if is(c, digit) {
			digits++
		}
	}
	return digits >= 4
}

// mayBeGermanPostcode asks for the last letter of one of the words before the number, or the end of an escape.
func mayBeGermanPostcode(b []byte, at, _ int) bool {
	word := at
	for word > 0 && at-word < len(`\"\"\"`) && !is(b[word-1], alnum) {
		word--
	}
	last := lowerByte(byteAt(b, word-1))
	return last == 'z' || last == 'l' || byteAt(b, word-2) == '\\'
}

// findGermanPostcode finds five digits, of 01001 to 99998, right behind "PLZ" or "Postleitzahl".
func findGermanPostcode(t *Text, at int) bool {
	const size, maxBetween = 5, 3
	b, end := t.Bytes, at+size
	word := at
	for word > 0 && at-word < maxBetween && !is(b[word-1], alnum) {
		word--
	}
	if word == at || !endsWithWord(b[:word], "plz") && !endsWithWord(b[:word], "postleitzahl") || !endsNumber(b, end) {
		return false
	}
	if n := decimal(b[at:end]); n < 1001 || n > 99998 {
		return false
	}
	return t.add(DEPostcode, at, end, end)
}

// endsWithWord reports whether the last word of b is word, which is in lower case, in any case.
func endsWithWord(b []byte, word string) bool {
	start := len(b) - len(word)
	return start >= 0 && hasPrefixFold(b[start:], word) && !isAlnumAt(b, start-1)
}
