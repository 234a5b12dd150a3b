package detect

// FR_NIR (numéro de sécurité sociale): sex, year and month of birth, department (2A and 2B of Corsica count as 19 and 18), commune,
// serial, and 97 less the remainder of these 13 by 97. Months are 20 to 42 or from 50 on where the register does not know them
// (stdnum.fr.nir).
//
// FR_NIF (numéro fiscal, SPI): 13 digits, the first 0 to 3, the last three the remainder of the first ten by 511 (stdnum.fr.nif; the check
// digits as in the TIN algorithms that the European Commission publishes, 3.10).
var (
	frNIR = Detector{
		Entities: []Entity{FRNIR}, Packs: PackEU, Numbers: &Digits{First: []int{1, 13, 15}, Min: 15}, TokenSizes: []int{15},
		Context: []string{
			"nir", "insee", "sécurité sociale", "securite sociale", "numéro sécu", "numero secu", "sécu", "carte vitale", "nss",
			"social security", "socialsecurity",
		},
		Find: (&identifier{
			entity: FRNIR,
			free: []string{
				"999992A99999999", "9 99 99 99 999 999 99", "9 99 99 99999 999 99", "9 99 99 99 999 999-99", "9-99-99-99999-999-99",
				"9.99.99.99.999.999.99",
			},
			named: []string{"999992a99999999"}, digits: []int{15},
			check: isFrench, plausible: isFrenchBirth,
		}).find,
	}
	frNIF = Detector{
		Entities: []Entity{FRNIF}, Packs: PackEU, Numbers: &Digits{First: []int{2, 13}, Min: 13},
		Context: []string{
			"spi", "numéro fiscal", "numero fiscal", "identifiant fiscal", "n° fiscal", "référence fiscale", "numérofiscal", "numerofiscal",
			"impôts", "impots", "nif",
		},
		Find: (&identifier{
			entity: FRNIF, digits: []int{13},
			check: func(id []byte) bool { return id[0] <= '3' && decimal(id[:10])%511 == decimal(id[10:]) },
		}).find,
	}
)

func isFrench(id []byte) bool {
	n := [13]byte(id[:13])
	switch n[6] {
	case 'A':
		n[5], n[6] = '1', '9'
	case 'B':
		n[5], n[6] = '1', '8'
	}
	return isDigits(n[:]) && 97-decimal(n[:])%97 == decimal(id[13:])
}

func isFrenchBirth(id []byte) bool {
	month := decimal(id[3:5])
	return containsByte("123478", id[0]) && (month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50)
}
