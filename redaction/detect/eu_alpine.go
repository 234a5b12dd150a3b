package detect

// AT_SVNR, the Austrian social security number: a serial of three digits that does not start with 0, a check digit, and six digits that
// are the date of birth in most. The check digit is the sum of the others times 3 7 9, 5 8 4 2 1 6, modulo 11 (stdnum.at.vnr).
//
// CH_AHV, the Swiss old-age insurance number AHVN13 (Liechtenstein's too): 13 digits from 756 on, written 756.1234.5678.97, with the check
// digit of an EAN-13 (stdnum.ch.ssn).
var (
	atSocialSecurity = Detector{
		Entities: []Entity{ATSocialSecurity}, Packs: PackEU, Numbers: &Digits{First: []int{4, 10}, Min: 10},
		Context: []string{
			"svnr", "sozialversicherungsnummer", "sozialversicherungsnr", "sozialversicherungs nr", "e card", "sozialversicherung",
			"versicherungsnummer", "vsnr",
			"sv nummer", "sv nr",
			"ecard", "social security", "socialsecurity",
		},
		Find: (&identifier{entity: ATSocialSecurity, digits: []int{10}, check: isAustrianInsured}).find,
	}
	chAHV = Detector{
		Entities: []Entity{CHAHV}, Packs: PackEU, Numbers: &Digits{First: []int{3, 13}, Min: 13},
		Context: []string{
			"ahv", "ahvn", "ahvnummer", "ahv nr", "avs", "oasi", "sozialversicherungsnummer", "numéro avs", "numero avs",
			"social security", "socialsecurity",
		},
		Find: (&identifier{
			entity: CHAHV, free: []string{"999.9999.9999.99"}, digits: []int{13}, check: isSwissInsured,
		}).find,
	}
)

func isAustrianInsured(id []byte) bool {
	return id[0] != '0' && weighted(id, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6)%11 == digitAt(id, 3)
}

func isSwissInsured(id []byte) bool {
	return string(id[:3]) == "756" && weighted(id, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1)%10 == 0
}
