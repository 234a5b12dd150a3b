package detect

// BG_EGN: year, month (20 more before 1900, 40 more from 2000 on) and day of birth, three digits, and a check digit: the sum with the
// weights 2 4 8 5 10 9 7 3 6, modulo 11, 10 as 0 (stdnum.bg.egn).
//
// RO_CNP: sex and century, year, month and day of birth, county, serial and a check digit: the sum with the weights 2 7 9 1 4 6 3 5 8 2 7
// 9, modulo 11, 10 as 1 (stdnum.ro.cnp).
//
// GR_AMKA: day, month and year of birth, four digits, and a Luhn check digit. GR_AFM, the tax number: nine digits, the last the sum of the
// others times 256, 128, … 2, modulo 11, 10 as 0. HR_OIB: eleven digits, the last a check digit by ISO/IEC 7064 MOD 11,10 (stdnum.gr.amka,
// stdnum.gr.vat, stdnum.hr.oib).
//
// SI_EMSO, in other states of former Yugoslavia JMBG: day, month and the last three digits of the year of birth, region, serial and a
// check digit: the weights 7 6 5 4 3 2 7 6 5 4 3 2 1 give a sum divisible by 11. SI_TAX_ID (davčna številka): eight digits, not 0 first;
// the weights 8 7 6 5 4 3 2, 11 less the remainder by 11, 10 as 0 (stdnum.si.emso, stdnum.si.ddv).
var (
	bgEGN = Detector{
		Entities: []Entity{BGEGN}, Packs: PackEU, Numbers: &Digits{First: []int{10}, Min: 10},
		Context: []string{"egn", "егн", "ЕГН", "граждански номер", "civil number", "bulgarian id"},
		Find:    (&identifier{entity: BGEGN, digits: []int{10}, check: isBulgarian}).find,
	}
	roCNP = Detector{
		Entities: []Entity{ROCNP}, Packs: PackEU, Numbers: &Digits{First: []int{1, 13}, Min: 13},
		Context: []string{"cnp", "numeric personal", "cod numeric", "codul numeric", "romanian id"},
		Find:    (&identifier{entity: ROCNP, digits: []int{13}, check: isRomanian}).find,
	}
	grAMKA = Detector{
		Entities: []Entity{GRAMKA}, Packs: PackEU, Numbers: &Digits{First: []int{6, 11}, Min: 11},
		Context: []string{"amka", "αμκα", "ΑΜΚΑ", "Α Μ", "social security", "socialsecurity"},
		Find: (&identifier{
			entity: GRAMKA, digits: []int{11}, check: func(id []byte) bool { return startsDDMM(id) && luhn(id) },
		}).find,
	}
	grAFM = Detector{
		Entities: []Entity{GRAFM}, Packs: PackEU, Numbers: &Digits{First: []int{3, 9}, Min: 9},
		Context: []string{"afm", "αφμ", "ΑΦΜ", "Α Φ", "φορολογικού μητρώου", "greek tax"},
		Find: (&identifier{
			entity: GRAFM, digits: []int{9},
			check: func(id []byte) bool { return weighted(id, 256, 128, 64, 32, 16, 8, 4, 2)%11%10 == digitAt(id, 8) },
		}).find,
	}
	hrOIB = Detector{
		Entities: []Entity{HROIB}, Packs: PackEU, Numbers: &Digits{First: []int{11}, Min: 11},
		Context: []string{"oib", "osobni identifikacijski", "croatian id"},
		Find:    (&identifier{entity: HROIB, digits: []int{11}, check: mod11x10}).find,
	}
	siEMSO = Detector{
		Entities: []Entity{SIEMSO}, Packs: PackEU, Numbers: &Digits{First: []int{2, 7, 13}, Min: 13},
		Context: []string{
			"emšo", "emso", "emŠo", "jmbg", "јмбг", "ЈМБГ", "ЕМБГ", "матични број", "Матични број", "matična številka", "maticna stevilka",
			"matični broj", "slovenian id",
		},
		Find: (&identifier{entity: SIEMSO, digits: []int{13}, check: isEMSO}).find,
	}
	siTaxID = Detector{
		Entities: []Entity{SITaxID}, Packs: PackEU, Numbers: &Digits{First: []int{8}, Min: 8},
		Context: []string{"davčna", "davcna", "davčna številka", "davčno številko", "davčne številke", "davcna stevilka", "slovenian tax"},
		Find:    (&identifier{entity: SITaxID, digits: []int{8}, check: isSlovenianTax}).find,
	}
)

func isBulgarian(id []byte) bool {
	return isDayOfMonth(decimal(id[4:6]), decimal(id[2:4])%20) && weighted(id, 2, 4, 8, 5, 10, 9, 7, 3, 6)%11%10 == digitAt(id, 9)
}

func isRomanian(id []byte) bool {
	check := weighted(id, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11
	if check == 10 {
		check = 1
	}
	return id[0] != '0' && startsYYMMDD(id[1:]) && check == digitAt(id, 12)
}

func isEMSO(id []byte) bool {
	return startsDDMM(id) && weighted(id, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0
}

func isSlovenianTax(id []byte) bool {
	check := 11 - weighted(id, 8, 7, 6, 5, 4, 3, 2)%11
	return id[0] != '0' && check != 11 && check%10 == digitAt(id, 7)
}
