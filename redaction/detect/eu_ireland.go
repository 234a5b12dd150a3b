package detect

// IE_PPSN: seven digits and a check letter, the remainder by 23 of their sum with the weights 8 7 6 5 4 3 2, with W for 0; a second
// letter, A to I, counts 9 times its place in the alphabet (W, T and X count nothing). "1048576KB" passes as easily as others do, so a
// context word must stand beside it (stdnum.ie.pps).
var iePPSN = Detector{
	Entities: []Entity{IEPPSN}, Packs: PackEU, TokenSizes: []int{8, 9}, Numbers: &Digits{First: []int{7}, Min: 7},
	Context: []string{"pps", "ppsn", "ppsnumber", "pps number", "personal public", "rsi"},
	Find: (&identifier{
		entity: IEPPSN, named: []string{"9999999aa", "9999999a", "9999999a/a", "9999999 aa", "9999999 a"}, check: isPPSN,
	}).find,
}

func isPPSN(id []byte) bool {
	sum := weighted(id, 8, 7, 6, 5, 4, 3, 2)
	if len(id) == 9 {
		switch second := id[8]; {
		case second <= 'I':
			sum += 9 * int(second-'A'+1)
		case !containsByte("WTX", second):
			return false
		}
	}
	return "WABCDEFGHIJKLMNOPQRSTUV"[sum%23] == id[7]
}
