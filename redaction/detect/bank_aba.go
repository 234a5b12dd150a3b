package detect

// aba finds routing numbers of banks in the United States (American Bankers Association): nine digits in one run or as 4-4-1, with one of
// the prefixes in use (00-12, 21-32, 61-72, 80) and the check sum 3-7-1 (https://www.aba.com/about-us/routing-number). One number in 25
// passes by chance, so a context word must stand beside it.
var aba = abaDetector()

func abaDetector() Detector {
	d := identifier{named: []string{"999999999", "9999-9999-9", "9999 9999 9"}, check: isABA}.detector(ABARouting, PackBank,
		"routing", "aba", "rtn", "ach", "fedwire", "routingnumber", "abarouting", "routing number", "routing no", "transit number",
		"bank routing")
	d.Keys = []string{"routing number", "routingnumber", "aba routing", "aba number", "aba rtn"}
	return d
}

// isABA checks the prefix and the check sum of nine digits.
func isABA(d []byte) bool {
	prefix := int(d[0]-'0')*10 + int(d[1]-'0')
	if prefix > 12 && prefix < 21 || prefix > 32 && prefix < 61 || prefix > 72 && prefix != 80 {
		return false
	}
	sum := 0
	for i, weight := range [9]int{3, 7, 1, 3, 7, 1, 3, 7, 1} {
		sum += weight * int(d[i]-'0')
	}
	return sum%10 == 0 && sum > 0
}
