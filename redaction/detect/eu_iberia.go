package detect

// Spain. ES_NIF of citizens is the DNI: up to eight digits and a letter that their remainder by 23 gives. ES_NIE of foreigners starts with
// X, Y or Z, which count as 0, 1 and 2, and has seven digits and such a letter (stdnum.es.dni, stdnum.es.nie). Eight digits and a letter
// that is a unit or ends a number in a programming language ("10485760B", "10000000L") need a context word.
//
// ES_NUSS, of social security: two digits of the province, eight of a serial, and the remainder of all ten by 97; a serial that starts
// with 0 is taken without it. Old numbers, and those of companies, have a serial of seven digits
// (http://www.mvp-access.es/softjaen/vbnet/funciones/dc/sjvbnetfun05.htm, read 2026-11). ES_PASSPORT: three letters and six digits, beside
// a context word.
//
// Portugal. PT_NIF: nine digits; 1, 2, 3, 45, 5, 6, 7, 8 or 9 first, the last a check digit mod 11 by the weights 9 8 7 6 5 4 3 2
// (stdnum.pt.nif).
var (
	esNIF = Detector{
		Entities: []Entity{ESNIF}, Packs: PackEU, TokenSizes: []int{8, 9}, Numbers: &Digits{First: []int{2, 7, 8}, Min: 7},
		Context: []string{
			"dni", "nif", "d n", "documento nacional", "identificación fiscal", "identificacion fiscal", "número fiscal", "numero fiscal",
		},
		Find: (&identifier{
			entity: ESNIF,
			free:   []string{"99999999A", "99999999-A"},
			named: []string{
				"99999999a", "99999999-a", "99999999 a", "9999999a", "9999999-a", "99.999.999-a", "99.999.999a", "99.999.999 a",
			},
			check: isNIF, plausible: func(id []byte) bool { return !containsByte("BKMGTL", id[len(id)-1]) },
		}).find,
	}
	esNIE = Detector{
		Entities: []Entity{ESNIE}, Packs: PackEU, TokenSizes: []int{8, 9},
		Context: []string{"nie", "extranjero", "número de extranjero"},
		Find: (&identifier{
			entity: ESNIE,
			free:   []string{"a9999999a", "a9999999-a"},
			check:  isNIE,
		}).find,
	}
	esNUSS = Detector{
		Entities: []Entity{ESNUSS}, Packs: PackEU, Numbers: &Digits{First: []int{2, 11, 12}, Min: 11},
		Context: []string{
			"nuss", "naf", "nss", "seguridad social", "número afiliación", "numero afiliacion", "afiliación", "afiliacion",
			"social security",
			"socialsecurity",
		},
		Find: (&identifier{entity: ESNUSS, digits: []int{11, 12}, check: isNUSS}).find,
	}
	esPassport = Detector{
		Entities: []Entity{ESPassport}, Packs: PackEU, TokenSizes: []int{9},
		Context: []string{"pasaporte", "passport", "passportnumber"},
		Find:    (&identifier{entity: ESPassport, named: []string{"aaa999999"}, check: always}).find,
	}
	ptNIF = Detector{
		Entities: []Entity{PTNIF}, Packs: PackEU, Numbers: &Digits{First: []int{3, 9}, Min: 9},
		Context: []string{
			"nif", "nipc", "contribuinte", "número fiscal", "numero fiscal", "identificação fiscal", "identificacao fiscal",
			"tax number", "taxnumber",
		},
		Find: (&identifier{entity: PTNIF, digits: []int{9}, check: isPortuguese}).find,
	}
)

// nifLetters are the check letters by remainder.
const nifLetters = "TRWAGMYFPDXBNJZSQVHLCKE"

func isNIF(id []byte) bool {
	last := len(id) - 1
	return nifLetters[decimal(id[:last])%23] == id[last]
}

func isNIE(id []byte) bool {
	if id[0] < 'X' {
		return false
	}
	const letter = 10_000_000 // what the first one counts
	return nifLetters[(int(id[0]-'X')*letter+decimal(id[1:8]))%23] == id[8]
}

func isNUSS(id []byte) bool {
	body, check := id[:len(id)-2], decimal(id[len(id)-2:])
	n := decimal(body)
	if len(body) == 10 && body[2] == '0' {
		n = decimal(body[:2])*10_000_000 + decimal(body[3:])
	}
	return n%97 == check
}

func isPortuguese(id []byte) bool {
	if id[0] == '0' || id[0] == '4' && id[1] != '5' {
		return false
	}
	check := 11 - weighted(id, 9, 8, 7, 6, 5, 4, 3, 2)%11
	return check%11%10 == digitAt(id, 8)
}
