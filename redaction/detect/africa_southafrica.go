package detect

// The ID detector finds identity numbers of South Africa beside a word: the date of birth, four digits for the sex, one for citizenship
// (0 to 2), one that had been the race, and a check digit of Luhn (Department of Home Affairs,
// https://en.wikipedia.org/wiki/South_African_identity_card, stdnum.za.idnr of python-stdnum, read in November 2026).
var zaID = identifier{
	digits: []int{13},
	check:  func(d []byte) bool { return isShortDate(d) && d[10] <= '2' && luhn(d) },
}.detector(ZAID, PackAfrica, "za id", "sa id", "rsa id", "south africa", "south african", "id number", "identity number", "id no",
	"identity document", "smart id", "national id", "permanent resident", "resident number", "identiteitsnommer", "id nommer")
