package detect

// Identifiers of Australia. Those of companies are public, but a sole trader's says who it is.

// The ABN detector finds Australian Business Numbers: eleven digits, the first not 0; with 1 taken from the first, their weighted sum is
// divisible by 89 (Australian Business Register, "Format of the ABN").
var auABN = identifier{
	free:   []string{"99 999 999 999"},
	digits: []int{11},
	check: func(d []byte) bool {
		return d[0] != '0' && (weighted(d, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)-10)%89 == 0
	},
}.detector(AUABN, PackAPAC, "abn", "abns", "australian business", "business number")

// The ACN detector finds Australian Company Numbers: nine digits, the last a check digit modulo 10 (Australian Securities and Investments
// Commission, "Australian Company Number digit check").
var auACN = identifier{
	free:   []string{"999 999 999"},
	digits: []int{9},
	check:  func(d []byte) bool { return tens(weighted(d, 8, 7, 6, 5, 4, 3, 2, 1)) == digitAt(d, 8) },
}.detector(AUACN, PackAPAC, "acn", "acns", "australian company", "company number")

// The Medicare detector finds numbers of Australian Medicare cards: 2 to 6, seven digits, a check digit, the issue, and often the person
// on the card (Australian Digital Health Agency, Healthcare Identifiers and Medicare number structure).
var auMedicare = identifier{
	free:   []string{"9999 99999 9/9", "9999 99999 9-9", "9999 99999 9", "9999-99999-9"},
	digits: []int{10, 11},
	check: func(d []byte) bool {
		return d[0] >= '2' && d[0] <= '6' && weighted(d, 1, 3, 7, 9, 1, 3, 7, 9)%10 == digitAt(d, 8)
	},
}.detector(AUMedicare, PackAPAC|PackHealth, "medicare", "medicarenumber")

// The TFN detector finds Australian Tax File Numbers beside a word: nine digits, or eight in old ones, with a weighted sum divisible by
// 11 (Australian Taxation Office, TFN algorithm of the PAYG electronic reporting specification).
var auTFN = identifier{
	digits: []int{8, 9},
	check: func(d []byte) bool {
		if len(d) == 8 {
			return weighted(d, 10, 7, 8, 4, 6, 3, 5, 1)%11 == 0
		}
		return weighted(d, 1, 4, 3, 7, 5, 8, 6, 9, 10)%11 == 0
	},
}.detector(AUTFN, PackAPAC, "tfn", "tfns", "tax file", "taxfilenumber")
