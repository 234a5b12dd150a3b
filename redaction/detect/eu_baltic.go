package detect

// EE_ISIKUKOOD and LT_ASMENS_KODAS: eleven digits: one for century and sex, year, month and day of birth, a serial of three digits and a
// check digit: the sum with the weights 1 2 3 4 5 6 7 8 9 1 by 11, where that is 10 the sum with 3 4 5 6 7 8 9 1 2 3, where that is 10
// too, 0 (https://www.savel.org/2007/08/05/personal-code-checker/, read 2026-11). Lithuania has codes that start with 9 where the date is
// not known.
//
// LV_PERSONAS_KODS: six digits, a dash, five digits. Codes of before July 2017 start with day, month and year of birth and end with a
// check digit; later ones start with 32 to 39 and are random otherwise, so that a context word must stand beside them
// (https://learn.microsoft.com/en-us/purview/sit-defn-latvia-personal-code and stdnum.lv.pvn).
var (
	eeIsikukood = Detector{
		Entities: []Entity{EEIsikukood}, Packs: PackEU, Numbers: &Digits{First: []int{11}, Min: 11},
		Context: []string{"isikukood", "isikukoodi", "isikukoodid", "estonian id", "personal code", "personalcode", "id code"},
		Find: (&identifier{
			entity: EEIsikukood, digits: []int{11},
			check: func(id []byte) bool { return id[0] >= '1' && id[0] <= '8' && startsYYMMDD(id[1:]) && isBaltic(id) },
		}).find,
	}
	ltAsmensKodas = Detector{
		Entities: []Entity{LTAsmensKodas}, Packs: PackEU, Numbers: &Digits{First: []int{3, 11}, Min: 11},
		Context: []string{"asmens kodas", "a k", "asmens kodo", "asmenskodas", "asmens", "lithuanian id", "personal code", "personalcode"},
		Find: (&identifier{
			entity: LTAsmensKodas, digits: []int{11},
			check: func(id []byte) bool { return (id[0] == '9' || id[0] >= '1' && startsYYMMDD(id[1:])) && isBaltic(id) },
		}).find,
	}
	lvPersonasKods = Detector{
		Entities: []Entity{LVPersonasKods}, Packs: PackEU, Numbers: &Digits{First: []int{6, 11}, Min: 11},
		Context: []string{"personas kods", "pers kods", "personas koda", "personaskods", "personas", "latvian id", "personal code",
			"personalcode"},
		Find: (&identifier{
			entity: LVPersonasKods, free: []string{"999999-99999"}, digits: []int{11}, check: isLatvian,
			plausible: func(id []byte) bool { return startsDDMM(id) && id[6] <= '2' },
		}).find,
	}
)

func isBaltic(id []byte) bool {
	check := weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11
	if check == 10 {
		check = weighted(id, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10
	}
	return check == digitAt(id, 10)
}

func isLatvian(id []byte) bool {
	if id[0] == '3' && id[1] >= '2' {
		return true
	}
	return (1+weighted(id, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9))%11 == digitAt(id, 10)
}
