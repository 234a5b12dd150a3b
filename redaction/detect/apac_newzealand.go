package detect

// The IRD detector finds tax numbers of New Zealand beside a word: eight or nine digits from 10,000,000 to 200,000,000, the last a check
// digit modulo 11 with a second set of weights where the first gives 10 (Inland Revenue, Resident withholding tax specification, "IRD
// number validation", read in November 2026; the range has been widened since).
var nzIRD = identifier{
	digits: []int{8, 9},
	check:  isIRD,
}.detector(NZIRD, PackAPAC, "ird", "inland revenue", "irdnumber")

func isIRD(d []byte) bool {
	if n := decimal(d); n < 10_000_000 || n > 200_000_000 {
		return false
	}
	padded := [9]byte{'0'}
	copy(padded[9-len(d):], d)
	check := elevens(weighted(padded[:], 3, 2, 7, 6, 5, 4, 3, 2))
	if check == 10 {
		check = elevens(weighted(padded[:], 7, 4, 3, 2, 5, 2, 7, 6))
	}
	return check == digitAt(padded[:], 8)
}
