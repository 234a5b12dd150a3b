package detect

// The NIK detector finds population identity numbers of Indonesia beside a word: a district of six digits, the date of birth, day first
// and 40 more for women, and a serial number. There is no check digit (Ministry of Home Affairs, regulation 37/2010,
// https://en.wikipedia.org/wiki/Indonesian_identity_card, stdnum.id.nik of python-stdnum, read in November 2026).
var idNIK = identifier{
	digits: []int{16},
	check: func(d []byte) bool {
		day := decimal(d[6:8])
		if day > 40 {
			day -= 40
		}
		return inRanges(decimal(d[:2]), [][2]int{{11, 19}, {21, 21}, {31, 36}, {51, 53}, {61, 65}, {71, 76}, {81, 82}, {91, 97}}...) &&
			isDay(decimal(d[10:12]), decimal(d[8:10]), day) && string(d[12:]) != "0000"
	},
}.detector(IDNIK, PackAPAC, "nik", "ktp", "ektp", "e ktp", "induk kependudukan", "nomor induk", "tanda penduduk", "kependudukan")
