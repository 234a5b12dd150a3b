package detect

import "strings"

// Identifiers of Singapore.

// The NRIC detector finds numbers of identity cards and of foreigners (FIN): S, T, F, G or M, seven digits, and a check letter modulo 11
// (Immigration & Checkpoints Authority; https://en.wikipedia.org/wiki/National_Registration_Identity_Card). Beside
// a word any letter will do at the end: one typed wrong is one still.
var sgNRIC = identifier{
	free:      []string{"A9999999A"},
	plausible: isNRIC,
	check:     func(code []byte) bool { return nricLetters(code[0]) != "" },
}.detector(SGNRIC, PackAPAC, "nric", "fin", "singapore", "identity card")

func isNRIC(code []byte) bool {
	letters := nricLetters(code[0])
	if letters == "" {
		return false
	}
	sum := weighted(code[1:], 2, 7, 6, 5, 4, 3, 2)
	switch code[0] {
	case 'T', 'G':
		sum += 4
	case 'M':
		sum += 3
	}
	return letters[sum%11] == code[8]
}

// nricLetters returns the check letters by remainder; "" if no series starts with c.
func nricLetters(c byte) string {
	switch c {
	case 'S', 'T':
		return "JZIHGFEDCBA"
	case 'F', 'G':
		return "XWUTRQPNMLK"
	case 'M':
		return "XWUTRQPNJLK"
	}
	return ""
}

// The UEN detector finds unique entity numbers: a year and five digits for companies, T, S or R with a year, a type of two letters and
// four digits for others, or, beside a word, eight digits for old businesses, each with a check letter modulo 11 (Accounting and
// Corporate Regulatory Authority, https://www.uen.gov.sg).
var sgUEN = identifier{
	free:  []string{"999999999A", "A99AA9999A"},
	named: []string{"99999999A"},
	check: isUEN,
}.detector(SGUEN, PackAPAC, "uen", "unique entity", "acra")

func isUEN(code []byte) bool {
	last := code[len(code)-1]
	switch {
	case len(code) == 9:
		return "XMKECAWLJDB"[weighted(code, 10, 4, 9, 3, 8, 2, 7, 1)%11] == last
	case is(code[0], digit):
		return inRanges(decimal(code[:4]), [2]int{1800, 2099}) && "ZKCMDNERGWH"[weighted(code, 10, 8, 6, 4, 9, 7, 5, 3, 1)%11] == last
	case code[0] != 'R' && code[0] != 'S' && code[0] != 'T':
		return false
	}
	// Letters that are not used (I, O, Y and Z) have no value.
	const values = "ABCDEFGHJKLMNPQRSTUVWX0123456789"
	sum := 0
	for i, w := range []int{4, 3, 5, 3, 10, 2, 2, 5, 7} {
		value := strings.IndexByte(values, code[i])
		if value < 0 {
			return false
		}
		sum += value * w
	}
	return values[(sum+6)%11] == last // 5 less, modulo 11
}
