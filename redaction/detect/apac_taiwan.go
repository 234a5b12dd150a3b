package detect

import "strings"

// The TW detector finds numbers of identity cards and residence permits of Taiwan: a letter, 1 or 2 for nationals and 8 or 9 for others,
// eight digits, the last a check digit modulo 10; older permits have a letter A to D second (Ministry of the Interior, National
// Immigration Agency, https://en.wikipedia.org/wiki/National_identification_card_(Taiwan)).
var twID = identifier{
	free:  []string{"A999999999", "AA99999999"},
	named: []string{"a999999999", "aa99999999"},
	check: isTaiwanID,
}.detector(TWID, PackAPAC, "身分證", "身份證", "居留證", "統一證號", "taiwan", "identity card", "arc number")

func isTaiwanID(code []byte) bool {
	second := code[1]
	switch second {
	case '1', '2', '8', '9':
	case 'A', 'B', 'C', 'D':
		second = '0' + byte(taiwanLetter(second)%10)
	default:
		return false
	}
	first := taiwanLetter(code[0])
	return (first/10+first%10*9+int(second-'0')*8+weighted(code[2:], 7, 6, 5, 4, 3, 2, 1, 1))%10 == 0
}

// taiwanLetter returns the number of the city or county that a letter stands for.
func taiwanLetter(c byte) int { return 10 + strings.IndexByte("ABCDEFGHJKLMNPQRSTUVXYWZIO", c) }
