package detect

// The SIN detector finds Canadian Social Insurance Numbers: nine digits with the check digit of Luhn, not starting with 0 or 8, which are
// not issued to persons (Employment and Social Development Canada, Social Insurance Number Code of Practice, annex 2).
var caSIN = identifier{
	free:   []string{"999-999-999", "999 999 999"},
	digits: []int{9},
	check:  func(d []byte) bool { return d[0] != '0' && d[0] != '8' && luhn(d) },
}.detector(CASIN, PackUS, "sin", "nas", "social insurance", "assurance sociale", "socialinsurancenumber")
