package detect

// TR_TCKN (T.C. kimlik numarası): eleven digits, not 0 first; the tenth is 7 times the sum of the first, third, … ninth less the sum of
// the second, … eighth, modulo 10, the eleventh the sum of the first ten, modulo 10 (stdnum.tr.tckimlik).
//
// TR_LICENSE_PLATE: the province of 01 to 81, one to three letters without Q, W and X, and two to five digits. "16 GB 512" has the same
// form, so a context word must stand beside it (https://en.wikipedia.org/wiki/Vehicle_registration_plates_of_Turkey, read 2026-11).
var (
	trTCKN = Detector{
		Entities: []Entity{TRTCKN}, Packs: PackEU, Numbers: &Digits{First: []int{3, 11}, Min: 11},
		Context: []string{
			"tckn", "tc", "kimliğim", "tc kimlik", "kimlik", "kimlik no", "tcno", "tc no", "turkish id", "turkish identity",
			"turkish national",
			"vatandaşlık",
		},
		Find: (&identifier{entity: TRTCKN, digits: []int{11}, check: isTCKN}).find,
	}
	trLicensePlate = Detector{
		Entities: []Entity{TRLicensePlate}, Packs: PackEU | PackVehicle,
		TokenSizes: []int{7, 8}, Numbers: &Digits{First: []int{2}, Min: 2, Next: isBlankOrCapital, Near: isPlateNear},
		Context: []string{"plaka", "plakalı", "plakası", "plakam", "plate", "license plate", "licence plate", "licenseplate",
			"number plate", "araç"},
		Find: findTurkishPlate,
	}
)

var turkishPlate = identifier{
	entity: TRLicensePlate,
	named: []string{
		"99 A 99999", "99 A 9999", "99 A 999", "99 AA 9999", "99 AA 999", "99 AAA 999", "99 AAA 99",
		"99A99999", "99A9999", "99AA9999", "99AA999", "99AAA999", "99AAA99",
	},
	check: isTurkishPlate,
}

func findTurkishPlate(t *Text, at int) bool {
	return isPlateNear(t.Bytes, at, at+2) && turkishPlate.find(t, at)
}

func isBlankOrCapital(c byte) bool { return c == ' ' || is(c, upper) }

// isPlateNear asks for what few numbers of two digits have behind them: a capital.
func isPlateNear(b []byte, at, _ int) bool {
	const province = 2
	next := at + province
	if byteAt(b, next) == ' ' {
		next++
	}
	return is(byteAt(b, next), upper)
}

func isTCKN(id []byte) bool {
	odd := weighted(id, 1, 0, 1, 0, 1, 0, 1, 0, 1)
	even := weighted(id, 0, 1, 0, 1, 0, 1, 0, 1)
	return id[0] != '0' && (7*odd-even+100)%10 == digitAt(id, 9) && (odd+even+digitAt(id, 9))%10 == digitAt(id, 10)
}

func isTurkishPlate(id []byte) bool {
	for _, c := range id[2:] {
		if containsByte("QWX", c) {
			return false
		}
	}
	province := decimal(id[:2])
	return province >= 1 && province <= 81
}
