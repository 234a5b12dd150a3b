package detect

// The HKID detector finds numbers of Hong Kong identity cards: one or two letters, six digits, and a check character of 0-9 or A modulo
// 11, in brackets. A is 10, Z is 35, and the letter that is not there 36 (http://hong.ddns.net/index.php/2019/05/20/hong-kong-id, read in
// November 2026). Without brackets it needs a word beside it.
var hkHKID = identifier{
	free:  []string{"A999999(X)", "AA999999(X)"},
	named: []string{"a999999(X)", "aa999999(X)", "a999999X", "aa999999X"},
	check: isHKID,
}.detector(HKHKID, PackAPAC, "hkid", "hkic", "hong kong", "identity card", "id card", "身份證", "身份证")

func isHKID(code []byte) bool {
	check := letterValue(code[len(code)-1])
	if check > 10 {
		return false
	}
	digits := code[len(code)-7 : len(code)-1]
	sum := weighted(digits, 7, 6, 5, 4, 3, 2) + 8*letterValue(code[len(code)-8])
	if len(code) == 9 {
		sum += 9 * letterValue(code[0])
	} else {
		sum += 9 * 36
	}
	return elevens(sum) == check
}
