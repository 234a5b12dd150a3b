package detect

// BE_NATIONAL_NUMBER (rijksregisternummer, numéro de registre national): year, month and day of birth, a serial of three digits, and 97
// less the remainder of the first nine digits, behind a 2 for those born from 2000 on, by 97; written 85.07.30-033.28. Month and day are 0
// where they are not known; numbers for foreigners add 20 or 40 to the month (stdnum.be.nn).
//
// NL_BSN (burgerservicenummer): nine digits whose sum with the weights 9 8 7 6 5 4 3 2 -1 is divisible by 11 (stdnum.nl.bsn). NL_PASSPORT,
// also of identity cards: two letters, six letters or digits, a digit; no O
// (https://docs.trellix.com/data-and-email/docs/dutch-passport-number, read 2026-11).
var (
	beNationalNumber = Detector{
		Entities: []Entity{BENationalNumber}, Packs: PackEU, Numbers: &Digits{First: []int{2, 6, 11}, Min: 11},
		Context: []string{
			"rijksregisternummer", "rijksregister", "insz", "niss", "inss", "nrn", "registre national", "numéro national",
			"numero national",
			"national register", "national number", "nationalnumber", "nationalregisternummer", "rrn",
		},
		Find: (&identifier{
			entity: BENationalNumber, free: []string{"99.99.99-999.99", "999999-999.99", "999999-999-99"}, digits: []int{11},
			check: isBelgian, plausible: isBelgianDate,
		}).find,
	}
	nlBSN = Detector{
		Entities: []Entity{NLBSN}, Packs: PackEU, Numbers: &Digits{First: []int{3, 4, 9}, Min: 9},
		Context: []string{
			"bsn", "burger service", "bsnnummer", "burgerservicenummer", "burger servicenummer", "sofinummer", "sofi nummer", "sofi",
			"citizen service",
			"persoonsnummer",
		},
		Find: (&identifier{entity: NLBSN, digits: []int{9}, check: isBSN}).find,
	}
	nlPassport = Detector{
		Entities: []Entity{NLPassport}, Packs: PackEU, TokenSizes: []int{9},
		Context: []string{
			"paspoort", "paspoortnummer", "paspoortnr", "identiteitskaart", "id kaart", "idkaart", "documentnummer", "passport",
			"passportnumber",
		},
		Find: (&identifier{
			entity: NLPassport, named: []string{"aaxxxxxx9"}, check: func(id []byte) bool { return !containsByte(string(id), 'O') },
		}).find,
	}
)

func isBelgian(id []byte) bool {
	const born2000 = 2_000_000_000
	n, check := decimal(id[:9]), decimal(id[9:])
	return 97-n%97 == check || 97-(born2000+n)%97 == check
}

func isBelgianDate(id []byte) bool {
	month, day := decimal(id[2:4])%20, decimal(id[4:6])
	return decimal(id[2:4]) < 60 && (month == 0 && day <= 31 || month <= 12 && day == 0 || isDayOfMonth(day, month))
}

func isBSN(id []byte) bool { return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1)%11 == 0 }
