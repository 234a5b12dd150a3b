package detect

// SE_PERSONNUMMER: year, month and day of birth, "-" ("+" from the age of 100 on), a serial of three digits and a Luhn check digit over
// the ten digits; in twelve digits the century comes first. Coordination numbers (samordningsnummer) add 60 to the day and may leave the
// month open (https://en.wikipedia.org/wiki/Personal_identity_number_(Sweden), read 2026-11). SE_ORGANISATIONSNUMMER is alike, with a
// third digit of 2 or more instead of a month; sole traders have that of their person.
//
// NO_FNR (fødselsnummer): day, month and year of birth, a serial of three digits and two check digits mod 11; D-numbers add 40 to the day,
// H-numbers to the month, numbers for tests 80 (stdnum.no.fodselsnummer).
//
// DK_CPR: day, month and year of birth and four digits. Before 2007 the weights 4 3 2 7 6 5 4 3 2 1 gave a sum divisible by 11; others
// need a context word even with a dash (stdnum.dk.cpr).
//
// FI_HETU: day, month and year of birth, a sign of the century, a serial of three digits from 002 on, and a check character, the remainder
// of the nine digits by 31 (stdnum.fi.hetu; the signs of 2023, B-F and U-Y, included).
//
// IS_KENNITALA: day (40 more for companies), month and year of birth, two random digits, a check digit mod 11, and a digit for the century
// (stdnum.is_.kennitala).
var (
	sePersonnummer = Detector{
		Entities: []Entity{SEPersonnummer}, Packs: PackEU, Numbers: &Digits{First: []int{6, 8, 10, 12}, Min: 10},
		Context: []string{
			"personnummer", "personnr", "pnr", "samordningsnummer", "swedish id", "pers nr", "persnr", "person nummer",
			"personal number", "personalnumber",
			"personal identity", "id code", "svenskt personnummer",
		},
		Find: (&identifier{
			entity: SEPersonnummer,
			free:   []string{"999999-9999", "999999+9999", "99999999-9999"},
			digits: []int{10, 12},
			check:  func(id []byte) bool { return luhn(id[len(id)-10:]) && isSwedishDate(id) },
		}).find,
	}
	seOrganisation = Detector{
		Entities: []Entity{SEOrganisationsnummer}, Packs: PackEU, Numbers: &Digits{First: []int{6, 10, 12}, Min: 10},
		Context: []string{
			"organisationsnummer", "orgnummer", "orgnr", "org nr", "org nummer", "momsnummer", "organisation number",
			"organization number", "företag",
		},
		Find: (&identifier{
			entity: SEOrganisationsnummer, digits: []int{10, 12},
			check: func(id []byte) bool {
				ten := id[len(id)-10:]
				return ten[2] >= '2' && luhn(ten) && (len(id) == 10 || string(id[:2]) == "16")
			},
		}).find,
	}
	noFnr = Detector{
		Entities: []Entity{NOFnr}, Packs: PackEU, Numbers: &Digits{First: []int{6, 11}, Min: 11},
		Context: []string{
			"fødselsnummer", "fodselsnummer", "fødselsnummeret", "fødselsnr", "fodselsnr", "fnr", "personnummer", "personnr", "dnummer",
			"d nummer",
			"norwegian id", "birth number",
		},
		Find: (&identifier{entity: NOFnr, digits: []int{11}, check: isNorwegian}).find,
	}
	dkCPR = Detector{
		Entities: []Entity{DKCPR}, Packs: PackEU, Numbers: &Digits{First: []int{6, 10}, Min: 10},
		Context: []string{"cpr", "cprnummer", "cprnr", "personnummer", "danish id", "civil registration"},
		Find: (&identifier{
			entity: DKCPR, free: []string{"999999-9999"}, digits: []int{10},
			check: startsDDMM, plausible: func(id []byte) bool { return weighted(id, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0 },
		}).find,
	}
	fiHETU = Detector{
		Entities: []Entity{FIHETU}, Packs: PackEU, Numbers: &Digits{First: []int{6}, Min: 9}, TokenSizes: []int{11},
		Context: []string{
			"hetu", "henkilötunnus", "henkilotunnus", "henkilötunnuksesi", "henkilötunnukseni", "henkilötunnuksen", "sotu",
			"sosiaaliturvatunnus",
			"personbeteckning", "finnish id", "personal identity",
		},
		Find: (&identifier{
			entity: FIHETU,
			free:   []string{"999999-999X", "999999+999X", "999999A999X"},
			named:  []string{"999999-999x", "999999+999x", "999999a999x"},
			check:  isHETU,
		}).find,
	}
	isKennitala = Detector{
		Entities: []Entity{ISKennitala}, Packs: PackEU, Numbers: &Digits{First: []int{6, 10}, Min: 10},
		Context: []string{"kennitala", "kennitalan", "kennitölunni", "kennitölu", "kt", "icelandic id"},
		Find: (&identifier{
			entity: ISKennitala, free: []string{"999999-9999"}, digits: []int{10},
			check: isIcelandic, plausible: startsDDMM,
		}).find,
	}
)

func isSwedishDate(id []byte) bool {
	if len(id) == 12 {
		if century := string(id[:2]); century != "18" && century != "19" && century != "20" {
			return false
		}
		id = id[2:]
	}
	month, day := decimal(id[2:4]), decimal(id[4:6])
	if day >= 60 {
		return month == 0 && day <= 91 || day == 60 && month <= 12 || isDayOfMonth(day-60, month)
	}
	return isDayOfMonth(day, month)
}

func isNorwegian(id []byte) bool {
	day, month := decimal(id[:2]), decimal(id[2:4])
	return isDayOfMonth(day%40, month%40) && weighted(id, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1)%11 == 0 &&
		weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0
}

func isHETU(id []byte) bool {
	digits := [9]byte(id[:9])
	check := id[len(id)-1]
	if len(id) == 11 { // with a letter for the century
		if !containsByte("ABCDEFUVWXY", id[6]) {
			return false
		}
		copy(digits[6:], id[7:10])
	}
	return startsDDMM(id) && decimal(digits[6:]) >= 2 && "0123456789ABCDEFHJKLMNPRSTUVWXY"[decimal(digits[:])%31] == check
}

func isIcelandic(id []byte) bool {
	return weighted(id, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0 && containsByte("089", id[9])
}
