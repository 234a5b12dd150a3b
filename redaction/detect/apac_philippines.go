package detect

// The TIN detector finds taxpayer identification numbers of the Philippines beside a word: nine digits, the last a check digit modulo 11,
// and often three of a branch (Bureau of Internal Revenue, read in November 2026; the weights as public validators have them).
var phTIN = identifier{
	digits: []int{9, 12},
	check:  func(d []byte) bool { return weighted(d, 9, 8, 7, 6, 5, 4, 3, 2)%11 == digitAt(d, 8) },
}.detector(PHTIN, PackAPAC, "tin", "tins", "bir", "taxpayer identification", "tax identification")
