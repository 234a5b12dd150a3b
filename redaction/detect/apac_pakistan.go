package detect

// The CNIC detector finds Computerised National Identity Card numbers of Pakistan: a province of 1 to 7, twelve digits more, in groups of
// 5, 7 and 1, or beside a word (National Database and Registration Authority, https://en.wikipedia.org/wiki/CNIC_(Pakistan), November
// 2026). There is no check digit; the last one stands for the sex, and is not 0.
var pkCNIC = identifier{
	free:   []string{"99999-9999999-9"},
	digits: []int{13},
	check:  func(d []byte) bool { return d[0] >= '1' && d[0] <= '7' && d[12] != '0' },
}.detector(PKCNIC, PackAPAC, "cnic", "nicop", "nic number", "nadra", "identity card", "شناختی", "شناختی کارڈ")
