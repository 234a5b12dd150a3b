package detect

// PL_PESEL: year, month (20, 40, 60 or 80 more outside of the 20th century) and day of birth, a serial of four digits, and a check digit:
// the sum with the weights 1 3 7 9 1 3 7 9 1 3 1 is divisible by 10. PL_NIP, the tax number of people in business too: ten digits, the
// last the sum of the others with the weights 6 5 7 2 3 4 5 6 7, modulo 11 (stdnum.pl.pesel, stdnum.pl.nip).
//
// CZ_SK_BIRTH_NUMBER (rodné číslo): year, month (50 more for women, 20 more from 2004 on where serials ran out) and day of birth, a slash,
// a serial of three digits, and a check digit from 1954 on: the ten digits are divisible by 11, or the first nine leave 10 and the last is
// 0 (stdnum.cz.rc).
//
// HU_TAX_ID (adóazonosító jel): ten digits, mostly with an 8 first, the last the sum of the others times their place, modulo 11
// (https://hu.wikipedia.org/wiki/Adóazonosító_jel, read 2026-11).
var (
	plPESEL = Detector{
		Entities: []Entity{PLPESEL}, Packs: PackEU, Numbers: &Digits{First: []int{6, 11}, Min: 11},
		Context: []string{"pesel", "peselu", "numer pesel"},
		Find: (&identifier{
			entity: PLPESEL, digits: []int{11},
			check: func(id []byte) bool { return weighted(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)%10 == 0 },
		}).find,
	}
	plNIP = Detector{
		Entities: []Entity{PLNIP}, Packs: PackEU, Numbers: &Digits{First: []int{3, 10}, Min: 10},
		Context: []string{"nip", "identyfikacji podatkowej", "numer podatkowy"},
		Find: (&identifier{
			entity: PLNIP, digits: []int{10},
			check: func(id []byte) bool { return weighted(id, 6, 5, 7, 2, 3, 4, 5, 6, 7)%11 == digitAt(id, 9) },
		}).find,
	}
	czBirthNumber = Detector{
		Entities: []Entity{CZSKBirthNumber}, Packs: PackEU, Numbers: &Digits{First: []int{6, 9, 10}, Min: 9},
		Context: []string{
			"rodné číslo", "rodným číslem", "r č", "rč", "rČ", "rodne cislo", "rodného čísla",
			"rodnéčíslo", "rodnecislo", "rodné", "birth number", "birthnumber",
		},
		Find: (&identifier{
			entity: CZSKBirthNumber, free: []string{"999999/9999"}, digits: []int{9, 10},
			check: isCzech, plausible: isCzechDate,
		}).find,
	}
	huTaxID = Detector{
		Entities: []Entity{HUTaxID}, Packs: PackEU, Numbers: &Digits{First: []int{3, 10}, Min: 10},
		Context: []string{
			"adóazonosító", "adóazonosítóm", "adóazonosítója", "adoazonosito", "adóazonosítójel", "adójel", "hungarian tax", "tax id",
			"taxid",
		},
		Find: (&identifier{
			entity: HUTaxID, digits: []int{10},
			check: func(id []byte) bool { return weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9)%11 == digitAt(id, 9) },
		}).find,
	}
)

// isCzech asks of numbers without a check digit for a date.
func isCzech(id []byte) bool {
	if len(id) == 9 {
		return isCzechDate(id)
	}
	n := decimal(id)
	return n%11 == 0 || id[9] == '0' && n/10%11 == 10
}

func isCzechDate(id []byte) bool {
	month := decimal(id[2:4])
	if month > 50 {
		month -= 50
	}
	if month > 20 && len(id) == 10 && string(id[:2]) >= "04" && string(id[:2]) < "54" {
		month -= 20
	}
	return isDayOfMonth(decimal(id[4:6]), month)
}
