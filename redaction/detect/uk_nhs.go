package detect

// The detectors nhs and utr find numbers of ten digits with a check digit mod 11, beside a context word: nine in a hundred numbers pass.
//
// NHS numbers, of patients in England, Wales and the Isle of Man, are written 3-3-4: the digits times 10, 9, … 2, 1 are divisible by 11
// (NHS Data Dictionary, https://v2.datadictionary.nhs.uk/data_dictionary/data_field_notes/n/nhs_number_de.asp, read 2026-11).
//
// Unique Taxpayer References: the first digit is the check digit of the others, 11 less the remainder by 11 of their sum with the weights
// 6 7 8 9 10 5 4 3 2 (https://help.sbc.sage.com/en-gb/control-centre-dt/D/CCentreUnique_Taxpayer_Reference.html, read 2026-11).
var (
	nhs = Detector{
		Entities: []Entity{NHS}, Packs: PackUK,
		Numbers: &Digits{First: []int{3, 10}, Min: 10},
		Context: []string{"nhs", "nhsnumber", "nhsno", "national health", "health service"},
		Find:    (&identifier{entity: NHS, digits: []int{10}, check: isNHS}).find,
	}
	utr = Detector{
		Entities: []Entity{UKUTR}, Packs: PackUK,
		Numbers: &Digits{First: []int{3, 5, 10, 13}, Min: 10},
		Context: []string{"utr", "utrnumber", "taxpayer reference", "taxpayerreference", "unique taxpayer", "self assessment", "hmrc"},
		Find:    (&identifier{entity: UKUTR, digits: []int{10, 13}, check: isUTR}).find,
	}
)

func isNHS(id []byte) bool { return weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)%11 == 0 }

func isUTR(id []byte) bool {
	id = id[len(id)-10:]
	return id[0] == "21987654321"[weighted(id[1:], 6, 7, 8, 9, 10, 5, 4, 3, 2)%11]
}
